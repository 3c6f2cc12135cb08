import Catalogue
import People
import Testing
import Typesetting
import Values

@testable import Reports

/// “PDF of the certification report … the same figures and pictures as the HTML, in the six languages, Arabic right to
/// left”. What stands on the pages is looked at with eyes, and read back at the doors where a reader of PDF is installed.
@Suite struct ReportPDFTests {
  @Test("the same report gives the same bytes, dated by its cut-off", arguments: ReportAudience.allCases)
  func same(audience: ReportAudience) throws {
    let one = try ReportHTMLTests.report(audience).pdf
    #expect(try ReportHTMLTests.report(audience).pdf == one)
    let text = String(decoding: one, as: UTF8.self)
    #expect(text.hasPrefix("%PDF-1.") && text.hasSuffix("%%EOF\n"))
    #expect(text.contains("/CreationDate (20270115120000Z)"))
  }

  @Test("a reader that speaks finds titles, tables and pictures, and contents that lead to each block")
  func structured() throws {
    let report = try ReportHTMLTests.report()
    let text = String(decoding: try report.pdf, as: UTF8.self)
    func count(_ part: String) -> Int {
      text.split(separator: part, omittingEmptySubsequences: false).count - 1
    }
    #expect(count("/S /H1") == 1 && count("/S /H2") == report.blocks.count)
    #expect(count("/S /Table") == report.blocks.filter { !$0.rows.isEmpty }.count)
    #expect(count("/S /Figure") == 5)
    #expect(count("/Type /Outlines") == 1)
    let rows = report.blocks.filter { !$0.rows.isEmpty }.map { $0.rows.count + 1 + ($0.total == nil ? 0 : 1) }
    #expect(count("/S /TR") == rows.reduce(0, +))
  }

  @Test(
    "names of any kind, and none, are set", arguments: ReportAudience.allCases, [false, true])
  func anyNames(audience: ReportAudience, isEmpty: Bool) throws {
    #expect(try ReportFormatsTests.sample(audience, isEmpty: isEmpty).pdf.count > 1000)
  }

  @Test("a list that is longer than a page goes on, and a text that is longer than a page is cut")
  func long() throws {
    let own = try Facts.member(1)
    let party = try Facts.party(1, .member)
    let facts = try (0..<200).map {
      try Facts.enrolment(
        $0, name: $0 == 7 ? String(repeating: "Endless ", count: 20_000) : "Officer \($0)", party: own)
    }
    let text = String(
      decoding: try Facts.report(Facts.parameters(.member, party: party), facts).pdf, as: UTF8.self)
    let pages = text.split(separator: "<< /Type /Page %", omittingEmptySubsequences: false).count - 1
    // 43 rows of one line fill a page.
    #expect((6...16).contains(pages), "\(pages)")
  }

  /// Widths in points, by hand.
  struct Columns: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let least: [Double]
    let whole: [Double]
    let room: Double
    let widths: [Double]
    let scale: Double

    init(
      _ name: String, least: [Double], whole: [Double], room: Double, widths: [Double], scale: Double = 1
    ) {
      testDescription = name
      (self.least, self.whole, self.room) = (least, whole, room)
      (self.widths, self.scale) = (widths, scale)
    }
  }

  static let columns = [
    Columns(
      "all texts fit: what is left goes by their width", least: [10, 10], whole: [30, 70], room: 200,
      widths: [60, 140]),
    Columns(
      "all words fit: what is left goes by what texts lack", least: [10, 20], whole: [30, 100], room: 80,
      widths: [20, 60]),
    Columns("words just fit", least: [50, 49], whole: [52, 50], room: 102, widths: [52, 50]),
    Columns("smaller letters", least: [60, 40], whole: [90, 90], room: 80, widths: [48, 32], scale: 0.76),
    Columns(
      "letters are not made smaller still", least: [300, 100], whole: [300, 100], room: 100,
      widths: [75, 25], scale: 0.75),
    Columns("nothing to set", least: [0, 0], whole: [0, 0], room: 100, widths: [0, 0]),
  ]

  @Test("columns have the room of their words, and of what is left what their texts lack", arguments: columns)
  func widths(row: Columns) {
    let found = SheetTable.widths(least: row.least, whole: row.whole, across: row.room)
    #expect(zip(found.columns, row.widths).allSatisfy { abs($0 - $1) < 0.001 })
    #expect(abs(found.scale - row.scale) < 0.001)
  }

  @Test("no text, however long and wide, leaves its sheet", arguments: ["W", "李", "م", "a b\n"])
  func within(letters: String) throws {
    let endless = String(repeating: letters, count: 5000)
    let sheets = try ReportSheets(
      .init(title: "T", author: "A", subject: "S", createdAt: "2027-01-15T12:00:00Z"), foot: endless, .english
    )
    for style in [SheetStyle.kind, .title, .heading, .text, .note] {
      try sheets.write(endless, as: style, below: 0)
      #expect(sheets.y <= ReportSheets.end, "\(style)")
    }
    try sheets.fact(endless, endless)
    #expect(sheets.y <= ReportSheets.end)
    let columns = (0..<10).map { SheetTable.Column(title: endless, isNumber: $0 > 5) }
    let row = Array(repeating: endless, count: 10)
    try sheets.draw(SheetTable(columns), rows: [row, row, row], total: row)
    #expect(sheets.y <= ReportSheets.end + 5)
    #expect(sheets.label(endless, .label).width <= Double(Picture.width) * PDFCanvas.scale + 1)
    #expect(try sheets.finish().count > 1000)
  }

  @Test(
    "a map of more editions and levels than a sheet holds says how many are left out",
    arguments: [(1, 0), (12, 0), (13, 1), (40, 28)])
  func tallMap(editions: Int, leftOut: Int) throws {
    let facts = try (1...editions).map { number in
      CoverageFact(
        edition: try Facts.code("E\(number)"),
        item: StandardItem(
          code: try Facts.code("I"), level: .operationalManager, kind: .skill, titles: LocalizedText("Item")),
        publishedVersions: [], publishedCourses: 0, otherVersions: [])
    }
    let map = HeatMapPicture(.coverageByKind(facts, words: .english))
    #expect(map.rows.count == editions - leftOut && map.leftOut == leftOut)
    #expect(Double(map.height) * PDFCanvas.scale + 90 <= ReportSheets.end - 46)
    let note = Picture.heatMap(map).note(.english)
    #expect(note == (leftOut == 0 ? nil : "\(leftOut) more rows stand in the table."))
  }
}
