import Accreditation
import Foundation
import Operations
import People
import SQLite
import SQLiteStore
import Testing
import Values

/// A pool by three phases with a term of three years, a Member, and the Secretariat's staff.
final class ExpertScene {
  let house: House
  let staff: Person
  let assessor: Person
  private var candidates = 0

  static let pool = """
    <pool xmlns="urn:registrar:pool:1" code="TOA-PCA" category="TOA" subject="PCA"><title>Audit</title>
      \(versions)</pool>
    """
  /// With a second version, which has no pre-screening.
  static let revised = """
    <pool xmlns="urn:registrar:pool:1" code="TOA-PCA" category="TOA" subject="PCA"><title>Audit</title>
      \(versions)
      <version number="2">
        <stage code="workshop" kind="workshop" grants="pre-accredited"><title>Workshop</title></stage>
        <stage code="mission" kind="mission" grants="accredited"><title>Mission</title></stage>
      </version></pool>
    """
  private static let versions = """
    <version number="1" term-months="36">
      <stage code="pre-screening" kind="pre-screening"><title>Pre-screening</title></stage>
      <stage code="workshop" kind="workshop" grants="pre-accredited"><title>Workshop</title></stage>
      <stage code="mission" kind="mission" grants="accredited"><title>Mission</title></stage>
    </version>
    """

  init() throws {
    house = try House()
    for (party, kind) in [("SEC", Party.Kind.secretariat), ("MEMBER", .member)] {
      _ = try house.perform(
        AddParty(
          code: known(party), kind: kind, names: LocalizedText(party), region: kind.hasRegion ? .esa : nil,
          validity: expertDays("2020-01-01")))
    }
    staff = try ExpertScene.add("Staff", of: "SEC", in: house)
    assessor = try ExpertScene.add("Assessor", of: "SEC", in: house)
    _ = try house.registrar.importPool(Array(ExpertScene.pool.utf8), name: "pool.xml", as: .owner)
  }

  private static func add(_ name: String, of party: String, in house: House) throws -> Person {
    try house.perform(
      AddPerson(
        name: name, sex: .unknown, language: .english, mailboxes: [],
        place: AddPerson.Place(
          party: .code(known(party)), unit: "", post: "", roleLevel: nil,
          validity: expertDays("2020-01-01")))
    ).person
  }

  /// A new officer's case, taken as far as a state on the straight way.
  func candidate(upTo state: AccreditationState) throws -> Accreditation {
    candidates += 1
    let officer = try ExpertScene.add("Officer \(candidates)", of: "MEMBER", in: house)
    var accreditation = try house.perform(
      NominateExpert(
        person: officer.id, pool: .code(known("TOA-PCA")), language: .english, party: .code(known("MEMBER")),
        on: Day("2025-01-10")))
    if accreditation.progress.state != state {
      accreditation = try move(accreditation, .screen, on: "2025-02-01")
    }
    if accreditation.progress.state != state {
      accreditation = try move(accreditation, .pass, on: "2025-03-07", assessor: assessor.id)
    }
    guard accreditation.progress.state != state else { return accreditation }
    return try assignMission(accreditation, evaluator: staff.id, from: "2025-06-02", to: "2025-06-13")
  }

  func move(
    _ accreditation: Accreditation, _ step: MoveAccreditation.Step, on day: String = "2025-06-13",
    assessor: PersonID? = nil
  ) throws -> Accreditation {
    try house.perform(
      MoveAccreditation(accreditation: accreditation.id, step: step, on: Day(day), assessor: assessor))
  }

  func assignMission(
    _ accreditation: Accreditation, evaluator: PersonID, from: String = "2025-07-01",
    to: String = "2025-07-11"
  ) throws -> Accreditation {
    try house.perform(
      AssignMission(
        accreditation: accreditation.id, party: .code(known("MEMBER")),
        days: expertDays(from, to), evaluator: evaluator,
        on: Day("2025-04-01")))
  }

  /// Moves a case on for a reason.
  func end(_ accreditation: Accreditation, _ step: MoveAccreditation.Step) throws {
    _ = try house.perform(
      MoveAccreditation(
        accreditation: accreditation.id, step: step, on: Day("2025-06-14"), reason: "as the Member asked"))
  }

  /// The kinds of faults that a check finds.
  func faults() throws -> [String] {
    try house.registrar.check(databaseFaults: [], as: .owner).faults.map(\.kind)
  }

  /// Alters the database behind the program's back.
  func alter(_ script: String) throws {
    try Connection.openWriter(at: house.folder + "/records.sqlite", creatingIfMissing: false)
      .run(script: script)
    // Readers see what another connection wrote once the store's own has committed.
    _ = try house.store.dividingInstant()
  }
}

/// Days that the test wrote down.
private func expertDays(_ from: String, _ to: String? = nil) -> DayRange {
  guard let first = Day(from), let range = DayRange(from: first, to: to.flatMap { Day($0) }) else {
    preconditionFailure("days of the calendar")
  }
  return range
}

/// A code that the test wrote down.
func known<Subject>(_ text: String) -> Code<Subject> {
  guard let code = Code<Subject>(text) else { preconditionFailure("“\(text)” is a code") }
  return code
}
