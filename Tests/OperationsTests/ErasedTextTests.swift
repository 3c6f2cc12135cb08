import Assessment
import Enrolment
import Operations
import People
import SQLiteStore
import Testing
import Values
import XAPI

/// What was written about a person, and what a launch left, goes when the person is made unknown.
@Suite struct ErasedTextTests {
  @Test("a launch stands against it until it ends; its document goes, and so does why a lesson was waived")
  func launched() throws {
    let scene = try Scene(House())
    let (house, person) = (scene.house, scene.person)
    house.registrar.served.are(.init(endpoint: "https://r.test", content: "https://c.test"))
    _ = try house.perform(LaunchActivity(enrolment: scene.enrolment, activity: scene.lesson))
    #expect(try house.answer(ShowErasure(person)).underWay.map(\.kind) == [.enrolment, .launch])
    let launch = try #require(house.answer(ListLaunches(enrolment: scene.enrolment)).items.first)
    _ = try house.perform(AbandonLaunch(enrolment: scene.enrolment))
    #expect(launch.state == .launched)
    _ = try house.perform(
      WaiveActivity(enrolment: scene.enrolment, activity: scene.lesson, reason: "Test Officer knows it"))
    #expect(try scene.state == .completed)
    let before = try house.answer(ShowEnrolment(scene.enrolment)).progress
    let extent = try #require(house.registrar.erasePerson(person, reason: "file 1", as: .owner).extent)
    // The launch data, and the preferences of whoever is launched.
    #expect(extent.goes[.texts] == 1 && extent.goes[.documents] == 2, "\(extent.goes)")
    #expect(try house.answer(ShowEnrolment(scene.enrolment)).progress == before)
    let waivers = try house.store.read { try $0.waivers(in: scene.enrolment) }
    #expect(waivers.map(\.reason) == ["erased"])
    let statement = try #require(waivers.first?.statement)
    let text = try #require(house.store.read { try $0.statement(statement) }).bytes
    #expect(!String(decoding: text, as: UTF8.self).contains("knows it"))
    let faults = try house.registrar.check(databaseFaults: [], as: .owner).faults
    #expect(faults.isEmpty, "\(faults)")
  }

  @Test("comments on what was observed of the person go, those on others stay")
  func observed() throws {
    let house = try House()
    let scene = try Scene(house)
    let other = try scene.another("Other Officer").person
    _ = try house.registrar.importRubric(
      Array(ObservedPerformanceTests.rubric.utf8), name: "rubric.xml", as: .owner)
    func observe(_ person: PersonID, by observer: PersonID) throws -> Observation {
      let mark = ObservedMark(criterion: known("objective"), mark: 2, comment: "spoke well")
      let observation = try house.perform(
        RecordObservation(rubric: .code(known("LESSON")), person: person, observer: observer, marks: [mark]))
      _ = try house.perform(
        AcknowledgeObservation(
          observation: observation.id, acknowledgement: .agreed, comment: "thank you"))
      return observation
    }
    let (own, others) = (try observe(scene.person, by: other), try observe(other, by: scene.person))
    _ = try house.perform(EndEnrolment(enrolment: scene.enrolment, ending: .withdraw, reason: "ill"))
    #expect(try house.answer(ShowErasure(scene.person)).underWay.map(\.kind) == [.observation])
    _ = try house.perform(AnnulObservation(observation: own.id, reason: "of another"))
    let extent = try #require(
      house.registrar.erasePerson(scene.person, reason: "file 1", as: .owner).extent)
    #expect(extent.goes[.texts] == 3, "a comment on a mark, what the person said to it, why it was annulled")
    let marks = try [own, others].map { observation in
      try house.store.read { try $0.marks(of: observation.id).first.map(\.comment) }
    }
    #expect(marks == [["erased"], ["spoke well"]])
    #expect(try house.registrar.check(databaseFaults: [], as: .owner).faults.isEmpty)
  }
}
