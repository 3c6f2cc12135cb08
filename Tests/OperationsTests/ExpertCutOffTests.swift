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
}
