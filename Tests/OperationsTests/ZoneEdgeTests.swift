import Operations
import People
import Reports
import Testing
import Values

/// “Time zones at the period's edges”: a period is days of the report's zone, from the first instant of its first day to
/// the last of its last.
@Suite struct ZoneEdgeTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let zone: String
    /// Instants around both midnights of 10 March 2026 in the zone.
    let enrolled: [String]
    var testDescription: String { zone }
  }

  static let rows = [
    Row(
      zone: "UTC",
      enrolled: [
        "2026-03-09T23:59:59Z", "2026-03-10T00:00:00Z", "2026-03-10T23:59:59Z", "2026-03-11T00:00:00Z",
      ]),
    Row(
      zone: "Pacific/Kiritimati",
      enrolled: [
        "2026-03-09T09:59:59Z", "2026-03-09T10:00:00Z", "2026-03-10T09:59:59Z", "2026-03-10T10:00:00Z",
      ]),
    Row(
      zone: "Pacific/Pago_Pago",
      enrolled: [
        "2026-03-10T10:59:59Z", "2026-03-10T11:00:00Z", "2026-03-11T10:59:59Z", "2026-03-11T11:00:00Z",
      ]),
  ]

  @Test("the second and the third are enrolled on the day, the first and the fourth are not", arguments: rows)
  func edges(row: Row) throws {
    let scene = try CutOffScene()
    var found: [[ReportCell]] = []
    for (number, instant) in row.enrolled.enumerated() {
      try scene.house.clock.set(instant)
      try scene.enrol(scene.addOfficer("Officer at \(number)"))
      let report = try scene.house.answer(
        ReportCertification(
          audience: .directorate, party: nil, period: days("2026-03-10", "2026-03-10"), timeZone: row.zone,
          cutOff: nil, language: .english))
      let rows = try #require(report.block(.enrolmentsByState)).rows
      #expect(try #require(report.block(.activityInPeriod)).rows.map { $0[2] } == rows.map { $0[2] })
      found.append(rows.map { $0[2] })
    }
    #expect(found == [[], [.count(1)], [.count(2)], [.count(2)]])
  }
}
