import Operations
import People
import Reports
import Testing
import Values

/// “Session report with attendance list, expiring certificates, learner transcript, assessor load”: what each lists of one
/// scene, by hand. That nothing recorded later changes a list as of an instant, `CutOffTests` holds.
@Suite struct NamedReportTests {
  private static func lists() throws -> [ListReport.Kind: ListReport] {
    let lists = try CutOffScene().lists(asOf: #require(Instant("2026-03-02T10:00:00Z")))
    return Dictionary(uniqueKeysWithValues: lists.map { ($0.kind, $0) })
  }

  private static func days(_ from: String, _ to: String) throws -> DayRange {
    let first = try #require(Day(from))
    return try #require(DayRange(from: first, to: Day(to)))
  }

  /// The cells of some columns, row by row, as a program reads them.
  private static func cells(_ block: String, _ columns: [String], of list: ListReport?) throws -> [String] {
    let csv = String(decoding: try #require(list?.block(named: block)).csv, as: UTF8.self)
    let lines = csv.split(separator: "\r\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    let places = try columns.map { column in try #require(lines[0].firstIndex { $0 == column }) }
    return lines.dropFirst().map { line in places.map { String(line[$0]) }.joined(separator: " ") }
  }

  @Test("a session lists everybody who is enrolled, by name, with what came of it")
  func session() throws {
    let list = try Self.lists()[.session]
    let rows = try Self.cells("participants", ["person-name", "state", "attended", "result"], of: list)
    #expect(rows.map { $0.hasPrefix("\"Assessed Officer\"") } == [true, false, false])
    #expect(
      rows.dropFirst() == ["\"Second Officer\" enrolled no ", "\"Test Officer\" completed yes passed"])
    #expect(
      try Self.cells("administrations", ["record", "enrolments", "attendances", "persons"], of: list).last
        == "total 3 2 3")
  }

  @Test("a transcript has the enrolment and the certificate that came of it")
  func transcript() throws {
    let list = try Self.lists()[.transcript]
    #expect(
      try Self.cells("transcript", ["session", "state", "result"], of: list) == [
        "TEST-SESSION completed passed"
      ])
    #expect(
      try Self.cells("holdings", ["issued-on", "valid-to", "state"], of: list) == [
        "2026-03-02 2027-03-01 issued"
      ])
  }

  @Test(
    "a certificate runs out on its last day, and on no other",
    arguments: [
      ("2027-03-01", "2027-03-01", true), ("2027-02-28", "2027-02-28", false),
      ("2027-03-02", "2027-12-31", false), ("2026-01-01", "2027-12-31", true),
    ])
  func expiring(from: String, to: String, isListed: Bool) throws {
    let scene = try CutOffScene()
    let days = try Self.days(from, to)
    let list = try scene.house.answer(
      ReportExpiring(party: nil, period: days, cutOff: nil, language: .english))
    #expect((list.block(named: "expiring-certificates")?.rows.count == 1) == isListed)
  }

  @Test("one that was revoked or has expired does not run out any more")
  func ended() throws {
    let scene = try CutOffScene()
    let days = try Self.days("2026-01-01", "2027-12-31")
    func count() throws -> Int? {
      try scene.house.answer(ReportExpiring(party: nil, period: days, cutOff: nil, language: .english))
        .block(named: "expiring-certificates")?.rows.count
    }
    #expect(try count() == 1)
    try scene.house.clock.set("2027-03-03T09:00:00Z")
    #expect(try count() == 0)
  }

  @Test("a result of which nobody knows who assessed counts in a row of its own")
  func assessors() throws {
    let list = try Self.lists()[.assessors]
    #expect(
      try Self.cells("assessors", ["person", "enrolments", "persons", "results", "passed"], of: list) == [
        "not-recorded 1 1 1 1"
      ])
  }
}
