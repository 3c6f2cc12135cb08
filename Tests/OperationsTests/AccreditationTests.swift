import Accreditation
import Assessment
import ContentPackaging
import Enrolment
import Foundation
import Operations
import People
import Testing
import Values

/// The way into a pool of experts, as records: what leaves traces, what is told to whom, what `check` finds.
@Suite struct AccreditationTests {
  /// “mission's observer may not be …”: who evaluates does not also record the verdict.
  @Test func theEvaluatorDoesNotRecordTheVerdict() throws {
    let scene = try ExpertScene()
    let candidate = try scene.candidate(upTo: .missionAssigned)
    let key = try scene.house.perform(
      CreateKey(
        name: "evaluator", scope: .api, role: .secretariatOfficer, party: .code(known("SEC")),
        person: scene.staff.id))
    let principal = try #require(
      try scene.house.principal(key: key.key.id.description, secret: key.secret))
    #expect(throws: BeyondOwn.ownVerdict) {
      try scene.house.registrar.perform(
        MoveAccreditation(accreditation: candidate.id, step: .confirm), as: principal)
    }
    #expect(try scene.move(candidate, .confirm).progress.state == .accredited)
  }

  /// An assessor, and an expert, reaches the cases whose mission they evaluate, and no other.
  @Test(arguments: [Role.assessor, .expert])
  func anEvaluatorSeesTheCase(role: Role) throws {
    let scene = try ExpertScene()
    let candidate = try scene.candidate(upTo: .preAccredited)
    let key = try scene.house.perform(
      CreateKey(name: role.rawValue, scope: .api, role: role, person: scene.staff.id))
    let principal = try #require(
      try scene.house.principal(key: key.key.id.description, secret: key.secret))
    #expect(throws: NotFound(.accreditation, candidate.id.description)) {
      try scene.house.registrar.answer(ShowAccreditation(candidate.id), as: principal)
    }
    _ = try scene.assignMission(candidate, evaluator: scene.staff.id)
    let seen = try scene.house.registrar.answer(ShowAccreditation(candidate.id), as: principal)
    #expect(seen.missions.map(\.evaluator) == [scene.staff.id])
  }

  /// “expert (own profile, own missions)”: the own case and release, the candidate of the own mission, whose performance
  /// the expert observes, and nothing else of anybody.
  @Test func anExpertSeesTheOwnAndTheMission() throws {
    let scene = try ExpertScene()
    let expert = try scene.move(scene.candidate(upTo: .missionAssigned), .confirm)
    let release = try scene.house.perform(
      ReleaseExpert(
        person: expert.person, party: .code(known("MEMBER")), days: try days("2025-09-01", "2025-09-30")))
    let candidate = try scene.assignMission(
      scene.candidate(upTo: .preAccredited), evaluator: expert.person)
    let other = try scene.candidate(upTo: .nominated)
    _ = try scene.house.registrar.importRubric(
      Array(ObservedPerformanceTests.rubric.utf8), name: "rubric.xml", as: .owner)
    let key = try scene.house.perform(
      CreateKey(name: "expert", scope: .api, role: .expert, person: expert.person))
    let principal = try #require(
      try scene.house.principal(key: key.key.id.description, secret: key.secret))
    let registrar = scene.house.registrar
    #expect(
      try registrar.answer(ListAccreditations(), as: principal).items.map(\.id)
        == [expert.id, candidate.id])
    #expect(try registrar.answer(ListReleases(), as: principal).items.map(\.id) == [release.id])
    #expect(
      try registrar.answer(ListPersons(), as: principal).items.map(\.id)
        == [expert.person, candidate.person])
    func observing(_ person: PersonID) -> RecordObservation {
      RecordObservation(
        rubric: .code(known("LESSON")), person: person,
        marks: [ObservedMark(criterion: known("objective"), mark: 2, comment: "")])
    }
    #expect(try registrar.perform(observing(candidate.person), as: principal).observer == expert.person)
    #expect(throws: BeyondOwn.ownCase) {
      try registrar.perform(observing(expert.person), as: principal)
    }
    #expect(throws: NotFound(.person, other.person.description)) {
      try registrar.perform(observing(other.person), as: principal)
    }
    #expect(throws: NotPermitted.self) {
      try registrar.perform(
        MoveAccreditation(accreditation: candidate.id, step: .confirm), as: principal)
    }
  }

  /// An accredited expert evaluates the next candidate; the ground is recorded.
  @Test func anExpertEvaluatesTheNext() throws {
    let scene = try ExpertScene()
    let first = try scene.move(scene.candidate(upTo: .missionAssigned), .confirm)
    let second = try scene.candidate(upTo: .preAccredited)
    _ = try scene.assignMission(second, evaluator: first.person)
    let shown = try scene.house.answer(ShowAccreditation(second.id))
    #expect(shown.missions.map(\.basis) == [.accredited(first.id)])
    #expect(try scene.faults() == [])
  }

  @Test func everyStepLeavesARecord() throws {
    let scene = try ExpertScene()
    let accredited = try scene.move(scene.candidate(upTo: .missionAssigned), .confirm)
    let entries = try scene.house.answer(
      ReadHistory(filter: HistoryFilter(object: accredited.id.uuid))
    ).items
    #expect(
      entries.map(\.action) == [
        "accreditation nominate", "accreditation screen", "accreditation pass",
        "accreditation assign-mission", "accreditation confirm",
      ])
    #expect(entries.allSatisfy { $0.person == accredited.person })
    #expect(
      entries.last?.changes == [FieldChange("state", from: "mission-assigned", to: "accredited")])
  }

  /// What is kept is held against what its steps lead to.
  @Test(arguments: [
    ("UPDATE accreditation SET state = 'accredited'", "state"),
    ("UPDATE accreditation SET held_since = held_since - 1", "state"),
    ("DELETE FROM accreditation_transition WHERE event = 'screen'", "state"),
    ("UPDATE mission SET evaluator = (SELECT person FROM accreditation)", "record"),
  ])
  func checkFindsWhatWasAltered(script: String, kind: String) throws {
    let scene = try ExpertScene()
    _ = try scene.candidate(upTo: .missionAssigned)
    #expect(try scene.faults() == [])
    try scene.alter(script)
    #expect(try scene.faults().contains(kind))
  }

  /// The register tells who holds what on a day; a term that is over ends it without anybody saying so.
  @Test(arguments: [
    ("2025-06-12", false), ("2025-06-13", true), ("2028-06-12", true), ("2028-06-13", false),
  ])
  func register(on day: String, isHeld: Bool) throws {
    let scene = try ExpertScene()
    let accredited = try scene.move(scene.candidate(upTo: .missionAssigned), .confirm)
    let found = try scene.house.answer(ListExperts(standing: .accredited, on: Day(day))).items
    #expect(found.map(\.accreditation.id) == (isHeld ? [accredited.id] : []))
  }

  /// A nomination begins under the version in force, and stays under it.
  @Test func aCaseKeepsItsVersion() throws {
    let scene = try ExpertScene()
    let early = try scene.candidate(upTo: .nominated)
    let report = try scene.house.registrar.importPool(
      Array(ExpertScene.revised.utf8), name: "pool.xml", as: .owner)
    #expect(report.isAccepted)
    #expect(report.addedVersions == [2])
    let late = try scene.candidate(upTo: .nominated)
    #expect(early.version == 1)
    #expect(late.version == 2)
    #expect(try scene.house.answer(ShowAccreditation(early.id)).due?.kind == .screening)
    #expect(try scene.house.answer(ShowAccreditation(late.id)).due?.kind == .workshop)
    #expect(try scene.faults() == [])
  }

  @Test func aRecordedVersionIsNeverEdited() throws {
    let scene = try ExpertScene()
    let other = ExpertScene.pool.replacingOccurrences(of: "term-months=\"36\"", with: "term-months=\"24\"")
    let report = try scene.house.registrar.importPool(Array(other.utf8), name: "pool.xml", as: .owner)
    #expect(!report.isAccepted)
    let found: [String] = report.findings.map(\.code.identifier)
    #expect(found == ["pool.differs"])
    #expect(try scene.house.answer(ShowPool(.code(known("TOA-PCA")))).current?.termMonths == 36)
  }
}
