import Catalogue
import Enrolment
import Operations
import Testing
import Values

/// A version that is out of use: nothing begins on it, and what has begun goes on.
@Suite struct RetireTests {
  @Test func nothingBeginsOnItAndWhatHasBegunGoesOn() throws {
    let house = try House()
    let scene = try Scene(house)
    let course = try #require(try house.answer(ListCourses()).items.first)
    let retired = try house.perform(
      RetireVersion(course: .id(course.id), number: nil, reason: "the agreement was amended"))
    #expect(retired.state == .retired && retired.id == scene.version)
    #expect(throws: NothingPublished.self) {
      try house.perform(
        PlanSession(
          code: #require(SessionCode("LATER")), course: .id(course.id), mode: .tutored,
          days: days("2026-04-01", "2026-04-02"), timeZone: "UTC", language: .english, capacity: nil,
          host: nil))
    }
    try scene.send(verb: "completed")
    try scene.send(verb: "passed", scaled: "0.9")
    #expect(try scene.state == .completed)
    #expect(
      try house.perform(Award(enrolment: scene.enrolment, scheme: .code(scene.scheme))).evidence.count == 2)
    let entry = try #require(
      try house.answer(ReadHistory(filter: HistoryFilter(object: scene.version.uuid))).items.last)
    #expect(entry.action == "course retire" && entry.reason == "the agreement was amended")
    #expect(entry.changes == [FieldChange("state", from: "published", to: "retired")])
    #expect(try house.registrar.check(databaseFaults: [], as: .owner).faults == [])
  }

  @Test func theOneInUseIsRetiredUnlessAnotherIsNamed() throws {
    let scene = try CutOffScene()
    let course = try #require(try scene.house.answer(ListCourses()).items.first)
    let second = try scene.house.perform(
      RetireVersion(course: .id(course.id), number: 2, reason: "a mistake"))
    #expect(second.number == 2)
    let first = try scene.house.perform(RetireVersion(course: .id(course.id), number: nil, reason: "amended"))
    #expect(first.number == 1)
    #expect(throws: CourseVersionState.Refusal.notFrom(.retired, .retire)) {
      try scene.house.perform(RetireVersion(course: .id(course.id), number: 1, reason: "again"))
    }
    #expect(throws: ReasonMissing(to: "retire a version")) {
      try scene.house.perform(RetireVersion(course: .id(course.id), number: 1, reason: "\t"))
    }
  }
}
