import Accreditation
import Operations
import People
import Reports
import SQLiteStore
import Testing
import Values

/// “Every figure in a report can be recomputed from the records as of its cut-off” (domain 7.4, 20): those of experts.
@Suite struct ExpertCutOffTests {
  struct LaterChange: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let record: @Sendable (ExpertScene, Accreditation) throws -> Void

    init(_ name: String, record: @escaping @Sendable (ExpertScene, Accreditation) throws -> Void) {
      testDescription = name
      self.record = record
    }
  }

  static let laterChanges = [
    LaterChange("adding a version to the pool") { scene, _ in
      let report = try scene.house.registrar.importPool(
        Array(ExpertScene.revised.utf8), name: "pool.xml", as: .owner)
      #expect(report.addedVersions == [2])
    },
    LaterChange("nominating by another version of the pool") { scene, _ in
      _ = try scene.house.registrar.importPool(
        Array(ExpertScene.revised.utf8), name: "pool.xml", as: .owner)
      _ = try scene.candidate(upTo: .nominated)
    },
    LaterChange("confirming as of an earlier day") { scene, candidate in
      _ = try scene.move(candidate, .confirm)
    },
    LaterChange("failing as of an earlier day") { scene, candidate in
      _ = try scene.house.perform(
        MoveAccreditation(
          accreditation: candidate.id, step: .reject, on: Day("2025-06-13"), reason: "not confirmed"))
    },
    LaterChange("releasing an expert") { scene, candidate in
      _ = try scene.house.perform(
        ReleaseExpert(
          person: candidate.person, party: .code(known("MEMBER")), days: days("2025-07-01", "2025-07-31")))
    },
  ]

  private static func report(_ scene: ExpertScene, asOf cutOff: Instant) throws -> CertificationReport {
    try scene.house.answer(
      ReportCertification(
        audience: .directorate, party: nil, period: days("2025-01-01", "2025-12-31"), timeZone: "UTC",
        cutOff: cutOff, language: .english))
  }

  @Test("a report is the same bytes before and after", arguments: laterChanges)
  func theSameBytes(later: LaterChange) throws {
    let scene = try ExpertScene()
    let candidate = try scene.candidate(upTo: .missionAssigned)
    let cutOff = try #require(Instant("2026-03-02T10:00:00Z"))
    let before = try Self.report(scene, asOf: cutOff).json
    #expect(try Self.report(scene, asOf: cutOff).block(.expertsFunnel)?.rows.count == 4)
    try scene.house.clock.set("2026-03-02T11:00:00Z")
    try later.record(scene, candidate)
    #expect(try Self.report(scene, asOf: cutOff).json == before)
  }

  /// Something that is recorded of an expert after the cut-off, and what the register tells of it from then on.
  struct LaterStep: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Name, standing and whether available, row by row.
    let told: [String]
    let record: @Sendable (ExpertScene, Accreditation, ExpertRelease) throws -> Void

    init(
      _ name: String, _ told: String...,
      record: @escaping @Sendable (ExpertScene, Accreditation, ExpertRelease) throws -> Void
    ) {
      testDescription = name
      self.told = told
      self.record = record
    }
  }

  static let laterSteps = [
    LaterStep("nothing", "Officer 1 accredited yes") { _, _, _ in },
    LaterStep("saying that the expert is not to be asked") { scene, expert, _ in
      try scene.end(expert, .deactivate)
    },
    LaterStep("saying that the accreditation lapsed") { scene, expert, _ in try scene.end(expert, .lapse) },
    LaterStep("taking a release back", "Officer 1 accredited no") { scene, _, release in
      _ = try scene.house.perform(EndRelease(release: release.id, reason: "needed at home"))
    },
    LaterStep(
      "sending the expert to evaluate on one of the days", "Officer 1 accredited no",
      "Officer 2 pre-accredited no"
    ) { scene, expert, _ in
      _ = try scene.assignMission(
        scene.candidate(upTo: .preAccredited), evaluator: expert.person, from: "2025-07-10",
        to: "2025-07-20")
    },
    LaterStep(
      "calling such a mission off", "Officer 1 accredited yes", "Officer 2 pre-accredited no"
    ) { scene, expert, _ in
      let candidate = try scene.assignMission(
        scene.candidate(upTo: .preAccredited), evaluator: expert.person, from: "2025-07-10",
        to: "2025-07-20")
      try scene.end(candidate, .callOffMission)
    },
    LaterStep("giving the expert another name", "Renamed accredited yes") { scene, expert, _ in
      _ = try scene.house.perform(
        RenamePerson(person: expert.person, name: "Renamed", reason: "a marriage"))
    },
    LaterStep(
      "accrediting another as of an earlier day", "Officer 1 accredited yes", "Officer 2 accredited no"
    ) { scene, _, _ in
      _ = try scene.move(scene.candidate(upTo: .missionAssigned), .confirm)
    },
    LaterStep("adding a version to the pool", "Officer 1 accredited yes") { scene, _, _ in
      _ = try scene.house.registrar.importPool(
        Array(ExpertScene.revised.utf8), name: "pool.xml", as: .owner)
    },
    LaterStep("giving the expert a place in another Member", "Officer 1 accredited yes") { scene, expert, _ in
      _ = try scene.house.perform(
        AddAffiliation(
          person: expert.person,
          place: .init(
            party: .code(known("SEC")), unit: "", post: "", roleLevel: nil,
            validity: try days("2025-01-01", nil))))
    },
  ]

  private static func register(_ scene: ExpertScene, asOf cutOff: Instant?) throws -> ListReport {
    try scene.house.answer(
      ReportExperts(
        category: nil, subject: nil, period: days("2025-07-01", "2025-07-31"), cutOff: cutOff,
        language: .english))
  }

  @Test("the register of experts is the same bytes before and after", arguments: laterSteps)
  func theSameRegister(later: LaterStep) throws {
    let scene = try ExpertScene()
    let expert = try scene.move(scene.candidate(upTo: .missionAssigned), .confirm)
    let release = try scene.house.perform(
      ReleaseExpert(
        person: expert.person, party: .code(known("MEMBER")), days: days("2025-06-01", "2025-08-31")))
    let cutOff = try #require(Instant("2026-03-02T10:00:00Z"))
    let before = try Self.register(scene, asOf: cutOff)
    try scene.house.clock.set("2026-03-02T11:00:00Z")
    try later.record(scene, expert, release)
    let after = try Self.register(scene, asOf: cutOff)
    #expect(after.xml == before.xml && after.json == before.json && after.csvFiles == before.csvFiles)
    #expect(after.html == before.html)
    #expect(try after.pdf == before.pdf)
    #expect(try Self.told(Self.register(scene, asOf: nil)) == later.told)
  }

  private static func told(_ register: ListReport) throws -> [String] {
    let block = try #require(register.block(named: "expert-register"))
    func word(_ cell: ReportCell) -> String {
      switch cell {
      case .code(let word), .text(let word): word
      case .day, .count, .percent, .mean, .suppressed, .empty: ""
      }
    }
    return block.rows.map { row in [6, 10, 13].map { word(row[$0]) }.joined(separator: " ") }
  }

  @Test(
    "an expert stands in the register from when that was recorded to the last day of the term",
    arguments: [
      ("2026-03-02T08:59:59Z", false), ("2026-03-02T10:00:00Z", true), ("2028-06-12T23:59:59Z", true),
      ("2028-06-13T00:00:00Z", false),
    ])
  func term(cutOff: String, isListed: Bool) throws {
    let scene = try ExpertScene()
    _ = try scene.move(scene.candidate(upTo: .missionAssigned), .confirm)
    let block = try #require(Self.register(scene, asOf: Instant(cutOff)).block(named: "expert-register"))
    #expect(block.rows.map { $0[12] } == (isListed ? [.day(try #require(Day("2028-06-12")))] : []))
  }
}
