import Archives
import JSON
import Testing
import Values
import XML

@testable import Reports

/// “Corrections: a new version that says what changed”, in every format the same.
@Suite struct ReportCorrectionTests {
  private static let changes = [
    FigureChange(block: "enrolments-by-state", row: "total", column: "persons", before: "6", after: "7"),
    FigureChange(block: "results", row: "failed", column: "attendances", before: nil, after: "1"),
    FigureChange(block: "enrolments-by-sex", row: "other", column: "persons", before: "2", after: nil),
    FigureChange(
      block: "funnel", row: "certified", column: "percent", before: "66.7/12345", after: "suppressed"),
    FigureChange(block: "evaluations", row: "reaction", column: "mean", before: "4.25/8", after: ""),
    FigureChange(block: "later-block", row: "a", column: "later-column", before: "1", after: "2"),
  ]

  private static func corrected() throws -> CertificationReport {
    func identity(_ number: UInt64) -> UUID { UUID(high: 0x0190_0000_0000_7000, low: 1 << 63 | number) }
    let correction = ReportIssue.Correction(
      of: identity(1), reason: "Late & <few>", changes: changes, changeCount: changes.count)
    return try ReportFormatsTests.sample(.directorate).issued(
      as: ReportIssue(
        id: identity(2), version: 2,
        issuedAt: try #require(Instant("2027-01-15T12:00:01Z")), signatory: "A Director",
        correction: correction))
  }

  @Test("the XML is valid against our schema, and leaves out what one version lacks")
  func xml() throws {
    let report = try Self.corrected()
    let schema = try XMLSchema(try ReportFormatsTests.schema())
    #expect(try schema.violations(in: report.xml, source: "report.xml") == [])
    let text = String(decoding: report.xml, as: UTF8.self)
    #expect(
      text.contains(#"<change block="results" row="failed" column="attendances" after="1"/>"#), "\(text)")
    #expect(text.contains("<reason>Late &amp; &lt;few&gt;</reason>"))
  }

  @Test("the JSON says null where one version lacks the row")
  func json() throws {
    let issue = try JSONDocument(try Self.corrected().json).root["head"]?["issue"]
    let changes = try #require(issue?["changes"]?.elements).map { $0 }
    #expect(
      changes.map { $0["before"]?.string ?? "null" } == ["6", "null", "2", "66.7/12345", "4.25/8", "1"])
    #expect(changes.map { $0["after"]?.string ?? "null" } == ["7", "1", "null", "suppressed", "", "2"])
  }

  /// By the titles of blocks and columns, which people know, and not by their names.
  private static let told = [
    ["Enrolments by state", "Total", "Persons", "6", "7"],
    ["Results", "failed", "Attendances", "no such row", "1"],
    ["Enrolments by sex", "other", "Persons", "2", "no such row"],
    [
      "From enrolment to certificate", "certified", "Percent of enrolled",
      "66.7\u{202F}% of 12\u{202F}345", "suppressed",
    ],
    ["Evaluations by level", "reaction", "Mean mark", "4.25 of 8"],
  ]

  @Test("a change is told in the words of its table, and what has none as it was recorded")
  func texts() throws {
    let report = try Self.corrected().written
    #expect(Self.changes.prefix(4).map(report.texts) == Array(Self.told.prefix(4)))
    #expect(report.texts(of: Self.changes[4]) == Self.told[4] + [""])
    #expect(report.texts(of: Self.changes[5]).suffix(2) == ["1", "2"])
  }

  @Test("the page and the workbook tell it in the same words")
  func words() throws {
    let report = try Self.corrected()
    let html = String(decoding: report.html, as: UTF8.self)
    let archive = try ZipArchive(report.xlsx)
    let sheet = try #require(archive.entries.first { $0.name == "xl/worksheets/sheet1.xml" })
    let cells = String(decoding: try archive.read(sheet), as: UTF8.self)
    for text in Set(Self.told.joined()) {
      #expect(html.contains(">\(text)<"), "\(text) on the page")
      #expect(cells.contains(">\(text)<"), "\(text) in the workbook: \(cells)")
    }
    #expect(try !report.pdf.isEmpty)
  }
}
