import Accreditation
import Assessment
import Catalogue
import Certification
import Enrolment
import Operations
import People
import Testing
import Values

/// Experts, assessors and observers who are made unknown, and what of them is under way.
@Suite struct ErasedExpertTests {
  private func underWay(_ person: PersonID, _ house: House) throws -> [HistoryObject.Kind] {
    try house.answer(ShowErasure(person)).underWay.map(\.kind)
  }

  private func erase(_ person: PersonID, _ house: House) throws -> ErasureExtent {
    try #require(house.registrar.erasePerson(person, reason: "file 1", as: .owner).extent)
  }

  @Test(
    "a case in a pool stands against it until it has ended",
    arguments: [AccreditationState.nominated, .preScreened, .preAccredited, .missionAssigned])
  func accreditation(state: AccreditationState) throws {
    let scene = try ExpertScene()
    let candidate = try scene.candidate(upTo: state)
    #expect(try underWay(candidate.person, scene.house) == [.accreditation])
    if state == .missionAssigned { try end(candidate, by: .callOffMission, scene) }
    try end(candidate, by: .withdraw, scene)
    #expect(try underWay(candidate.person, scene.house) == [])
    let extent = try erase(candidate.person, scene.house)
    #expect(extent.stays[.accreditations] == 1)
    #expect(extent.goes[.texts] == (state == .missionAssigned ? 2 : 1), "why it ended")
    #expect(try scene.faults() == [])
  }

  private func end(
    _ accreditation: Accreditation, by step: MoveAccreditation.Step, _ scene: ExpertScene
  ) throws {
    _ = try scene.house.perform(
      MoveAccreditation(
        accreditation: accreditation.id, step: step, on: Day("2025-06-14"), reason: "the officer left"))
  }

  @Test("a release stands against it until it has ended")
  func release() throws {
    let scene = try ExpertScene()
    let person = scene.staff.id
    let first = try #require(Day("2026-03-01"))
    let days = try #require(DayRange(from: first, to: Day("2026-12-31")))
    let release = try scene.house.perform(
      ReleaseExpert(person: person, party: .code(known("SEC")), days: days))
    #expect(try underWay(person, scene.house) == [.release])
    _ = try scene.house.perform(EndRelease(release: release.id, reason: "ill"))
    _ = try erase(person, scene.house)
    #expect(try scene.faults() == [])
  }

  @Test("who assessed and who evaluated is made unknown, and what they decided on others holds")
  func decidedOnOthers() throws {
    let scene = try ExpertScene()
    let candidate = try scene.candidate(upTo: .missionAssigned)
    let confirmed = try scene.move(candidate, .confirm)
    _ = try erase(scene.assessor.id, scene.house)
    _ = try erase(scene.staff.id, scene.house)
    #expect(confirmed.progress.state == .accredited)
    let shown = try scene.house.answer(ShowAccreditation(candidate.id))
    #expect(shown.accreditation.progress.state == .accredited)
    #expect(try scene.faults() == [])
  }

  @Test("a proposal stands against it until it is declined")
  func proposal() throws {
    let house = try House()
    let scene = try Scene(house)
    try scene.send(verb: "completed")
    try scene.send(verb: "passed", scaled: "0.9")
    let course = try #require(try house.answer(ListCourses()).items.first).id
    _ = try house.perform(
      ReviseScheme(
        scheme: .code(scene.scheme),
        rules: .init(
          kind: .completion, course: .id(course), minimumScore: nil,
          decision: DecisionRule(separation: [], isReleasedByAnother: true), validity: .unlimited,
          timeZone: "UTC")))
    let proposer = try scene.another("Some Proposer").person
    let proposal = try house.perform(
      ProposeAward(enrolment: scene.enrolment, scheme: .code(scene.scheme), decidedBy: proposer))
    #expect(try underWay(scene.person, house) == [.proposal])
    _ = try house.perform(
      DeclineAward(proposal: proposal.id, reason: "Test Officer left", decidedBy: proposer))
    let extent = try erase(scene.person, house)
    #expect(extent.goes[.texts] == 1, "why it was declined")
    #expect(try house.registrar.check(databaseFaults: [], as: .owner).faults.isEmpty)
  }
}
