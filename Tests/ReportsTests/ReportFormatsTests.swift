import Enrolment
import Files
import JSON
import People
import Testing
import Values
import XML

@testable import Reports

@Suite struct ReportFormatsTests {
  /// Every audience, with records and without; names that hostile inputs 55, 56 and 60 speak of.
  static let reports: [CertificationReport] = {
    do {
      return try ReportAudience.allCases.flatMap { [try sample($0), try sample($0, isEmpty: true)] }
    } catch { return [] }
  }()

  static func sample(_ audience: ReportAudience, isEmpty: Bool = false, reversed: Bool = false) throws
    -> CertificationReport
  {
    let party = try audience.partyKind.map { try Facts.party(1, $0) }
    let own = PartyLabel(
      id: Facts.id(1), code: try Facts.code("M1"), name: LocalizedText("A \"quoted\" <Member> & more"),
      region: .esa)
    let names = [
      "=cmd|'/c calc'!A1", "O\"\u{0301}Brien, Zoë; \r\n", "<script>\u{0338}", "محمد بن أحمد", "\u{FEFF}=1",
    ]
    let enrolments =
      try names.enumerated().map {
        try Facts.enrolment(
          $0.offset, .completed, name: $0.element, party: own, passed: true, ended: "2026-04-01")
      } + (10..<40).map { try Facts.enrolment($0, $0 < 12 ? .failed : .completed, party: Facts.member(2)) }
    let certificates = try names.enumerated().map {
      try Facts.certificate($0.offset, person: $0.offset, name: $0.element, party: own, issuer: 1)
    }
    let parameters = try Facts.parameters(audience, party: party)
    if isEmpty { return Facts.report(parameters) }
    return Facts.report(
      parameters, reversed ? enrolments.reversed() : enrolments,
      reversed ? certificates.reversed() : certificates)
  }

  /// The schema as shipped: it is looked for above the sources of this test.
  static func schema() throws -> [UInt8] {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return try File.read("/\(root)/Schemas/xsd/certification-report.xsd", limit: 1 << 20)
  }

  @Test("The XML is valid against our schema", arguments: 0..<10)
  func valid(index: Int) throws {
    let report = try #require(Self.reports.count == 10 ? Self.reports[index] : nil)
    let schema = try XMLSchema(try Self.schema())
    #expect(try schema.violations(in: report.xml, source: "report.xml") == [])
  }

  @Test("The schema is of the version that is written, and names every block and unit of it")
  func named() throws {
    let text = String(decoding: try Self.schema(), as: UTF8.self)
    #expect(text.contains("qualified\" version=\"\(CertificationReport.version)\">"))
    let words = Set(text.split { !$0.isLetter && $0 != "-" }.map(String.init))
    #expect(BlockName.allCases.map(\.rawValue).filter { !words.contains($0) } == [])
    // What lists alone count is in their own schema.
    let units = ReportColumn.Unit.allCases.filter { $0 != .results }
    #expect(units.filter { !text.contains("enumeration value=\"\($0.rawValue)\"") } == [])
  }

  @Test(
    "The schema refuses what is no report",
    arguments: [
      ("<no-records/>", "<rows/>"), ("audience>directorate", "audience>press"),
      ("kind=\"count\"", "kind=\"number\""), ("additive=\"false\"", "additive=\"maybe\""),
      ("from=\"2026-01-01\"", "from=\"2026-02-30\""), ("schema-version=\"1.5\"", "schema-version=\"2.0\""),
      ("block name=\"results\"", "block name=\"coverage\""),
    ])
  func invalid(part: String, changed: String) throws {
    let text = String(decoding: try Self.sample(.directorate, isEmpty: true).xml, as: UTF8.self)
    try #require(text.contains(part))
    let schema = try XMLSchema(try Self.schema())
    let broken = Array(text.replacing(part, with: changed).utf8)
    #expect(try !schema.violations(in: broken, source: "report.xml").isEmpty)
  }

  @Test(
    "The same facts in another order are the same bytes in every format", arguments: ReportAudience.allCases)
  func deterministic(audience: ReportAudience) throws {
    let one = try Self.sample(audience)
    let other = try Self.sample(audience, reversed: true)
    #expect(one.xml == other.xml)
    #expect(one.json == other.json)
    #expect(one.csvFiles == other.csvFiles)
    #expect(one.html == other.html)
  }

  @Test("Every format states what each block counts, and that there are no records where there are none")
  func definitions() throws {
    let report = try Self.sample(.directorate, isEmpty: true)
    let json = try JSONDocument(report.json).root
    #expect(json["blocks"]?.elements.map { Array($0).count } == report.blocks.count)
    let document = try XMLDocument(bytes: report.xml, source: "report.xml")
    for block in report.blocks {
      let element = document.root.children("block").first { $0.attribute("name") == block.name.rawValue }
      #expect(element?.child("definition")?.text == block.definition)
      #expect(element?.child("no-records") != nil)
      #expect(String(decoding: block.csv, as: UTF8.self).contains("\r\nno-records,"))
      #expect(
        String(decoding: report.written.definitionsCSV, as: UTF8.self).contains(block.definition.prefix(40)))
    }
  }

  @Test("A block as CSV, line by line")
  func csv() throws {
    let report = Facts.report(
      try Facts.parameters(.directorate),
      [
        try Facts.enrolment(1), try Facts.enrolment(2, .failed, sex: .male),
        try Facts.enrolment(3, .noShow, sex: .male),
      ])
    let text = String(decoding: try #require(report.block(.enrolmentsBySex)).csv, as: UTF8.self)
    #expect(
      text == """
        record,sex,sex-name,enrolments,attendances,persons,completed,completed-percent,completed-percent-base\r
        row,female,Female,1,1,1,1,100.0,1\r
        row,male,Male,2,1,2,0,0.0,1\r
        total,total,,3,2,3,1,50.0,2\r

        """)
  }

  @Test("A suppressed figure is its own value in every format, never 0")
  func suppressed() throws {
    let facts = try (0..<12).map { try Facts.enrolment($0, sex: $0 < 3 ? .male : .female) }
    let report = Facts.report(try Facts.parameters(.donor, party: Facts.party(7, .donor)), facts)
    let block = try #require(report.block(.enrolmentsBySex))
    #expect(
      String(decoding: block.csv, as: UTF8.self).contains(
        "\r\nrow,male,Male,suppressed,suppressed,suppressed,suppressed,suppressed,suppressed\r\n"))
    #expect(String(decoding: report.xml, as: UTF8.self).contains("<suppressed column=\"persons\"/>"))
    #expect(String(decoding: report.json, as: UTF8.self).contains("\"suppressed\": true"))
  }

  @Test(
    "A share is rounded half up to a tenth of a percent",
    arguments: [(0, 3, 0), (1, 3, 333), (2, 3, 667), (1, 2000, 1), (1, 2001, 0), (3, 3, 1000), (1, 16, 63)])
  func share(part: Int, base: Int, tenths: Int) {
    #expect(ReportCell.share(part, of: base) == .percent(tenths: tenths, base: base))
  }

  @Test("A share of nothing is no share")
  func shareOfNothing() {
    #expect(ReportCell.share(0, of: 0) == .empty)
  }
}
