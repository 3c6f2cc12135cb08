import Archives
import Testing
import XML

@testable import Spreadsheets

/// Hostile input 57: “formula typed as string, `_x000D_`, 32,768 chars, sheet name `'[]:*?/`: opens, no formula nodes”.
@Suite struct SpreadsheetWriterTests {
  private static func workbook(_ rows: [[SpreadsheetCell]], sheets: [String] = ["One"]) throws -> [UInt8] {
    var writer = try SpreadsheetWriter(title: "Test", created: 1_767_225_600)
    for sheet in sheets {
      try writer.beginSheet(sheet, widths: [10], frozenRows: 1, isRightToLeft: false)
      for row in rows { try writer.writeRow(row) }
    }
    return try writer.finish()
  }

  private static func part(_ name: String, of bytes: [UInt8]) throws -> String {
    let archive = try ZipArchive(bytes)
    let entry = try #require(archive.entries.first { $0.name == name }, "\(archive.entries.map(\.name))")
    return String(decoding: try archive.read(entry), as: UTF8.self)
  }

  @Test("the same calls give the same bytes, whatever the clock says")
  func same() throws {
    let rows: [[SpreadsheetCell]] = [[.text("a"), .whole(1)]]
    #expect(try Self.workbook(rows) == Self.workbook(rows))
    #expect(try Self.part("docProps/core.xml", of: Self.workbook(rows)).contains("2026-01-01T00:00:00Z"))
  }

  @Test("each kind of cell has its type")
  func types() throws {
    let sheet = try Self.part(
      "xl/worksheets/sheet1.xml",
      of: Self.workbook([
        [.text("text"), .whole(-12), .thousandths(667), .day(year: 2026, month: 3, day: 31), .blank],
        [.whole(1 << 53), .whole((1 << 53) + 1), .day(year: 1899, month: 1, day: 1)],
      ]))
    #expect(sheet.contains("<c r=\"A1\" t=\"inlineStr\"><is><t>text</t></is></c>"))
    #expect(sheet.contains("<c r=\"B1\"><v>-12</v></c>"))
    #expect(sheet.contains("<c r=\"C1\" s=\"1\"><v>0.667"))
    #expect(sheet.contains("<v>46112</v>"), "days since 1899-12-30")
    #expect(sheet.contains("<v>9007199254740992</v>"))
    #expect(sheet.contains("<t>9007199254740993</t>"))
    #expect(sheet.contains("<t>1899-1-1</t>"))
    #expect(sheet.contains("<pane ySplit=\"1\""))
  }

  @Test(
    "a text is a text, whatever it looks like",
    arguments: [
      "=1+1", "+1", "-1", "@SUM(A1)", "=cmd|'/c calc'!A1", "\u{FF1D}1", "<t>&amp;</t>", "محمد", "a\u{301}",
      "line\nend", " space ",
    ])
  func texts(text: String) throws {
    let bytes = try Self.workbook([[.text(text)]])
    let sheet = try Self.part("xl/worksheets/sheet1.xml", of: bytes)
    #expect(!sheet.contains("<f>"))
    let document = try XMLDocument(bytes: Array(sheet.utf8), source: "sheet")
    let row = try #require(document.root.child("sheetData")?.child("row"))
    #expect(row.child("c")?.child("is")?.child("t")?.text == text)
  }

  @Test("what no XML holds, and what looks like its escape, is escaped")
  func escaped() throws {
    let sheet = try Self.part(
      "xl/worksheets/sheet1.xml", of: Self.workbook([[.text("a\u{1}b_x000D_c\0d")]]))
    #expect(sheet.contains("<t>a_x0001_b_x005F_x000D_cd</t>"))
  }

  /// “Char ::= … [#xE000-#xFFFD] | …” (XML 1.0 §2.2): two characters that no XML holds, and that no escape brings in.
  @Test(
    "a character that is none stands as the sign for one that is not known",
    arguments: ["\u{FFFE}", "\u{FFFF}"])
  func noCharacter(text: String) throws {
    let sheet = try Self.part(
      "xl/worksheets/sheet1.xml", of: Self.workbook([[.text("a\(text)b\u{FFFD}\u{10FFFF}")]]))
    let document = try XMLDocument(bytes: Array(sheet.utf8), source: "sheet")
    let cell = document.root.child("sheetData")?.child("row")?.child("c")
    #expect(cell?.child("is")?.child("t")?.text == "a\u{FFFD}b\u{FFFD}\u{10FFFF}")
  }

  @Test("a text longer than a cell is cut, and says so")
  func long() throws {
    for (count, isCut) in [(32_767, false), (32_768, true)] {
      let sheet = try Self.part(
        "xl/worksheets/sheet1.xml", of: Self.workbook([[.text(String(repeating: "x", count: count))]]))
      #expect(sheet.contains("x…</t>") == isCut)
    }
  }

  @Test(
    "a sheet has a name that it may have",
    arguments: [
      ("One", "One"), ("'[]:*?/\\'", "Sheet"), ("a/b", "a b"), ("'quoted'", "quoted"), ("", "Sheet"),
      (String(repeating: "x", count: 31), String(repeating: "x", count: 31)),
      (String(repeating: "x", count: 32), String(repeating: "x", count: 30) + "…"),
    ])
  func names(title: String, name: String) throws {
    var names = SheetNames()
    #expect(names.name(for: title) == name)
    let workbook = try Self.part("xl/workbook.xml", of: Self.workbook([[.text("a")]], sheets: [title]))
    #expect(workbook.contains("<sheet name=\"\(name)\""))
  }

  @Test("two sheets never have one name, whatever the case")
  func unlike() throws {
    var names = SheetNames()
    #expect(["a", "A", "a"].map { names.name(for: $0) } == ["a", "A (2)", "a (3)"])
    let long = String(repeating: "x", count: 40)
    #expect(names.name(for: long).utf16.count == 31 && names.name(for: long).hasSuffix(" (2)"))
  }

  @Test("a row without a sheet is an error with its code")
  func withoutSheet() throws {
    var writer = try SpreadsheetWriter(title: "", created: 0)
    #expect(throws: SpreadsheetError.self) { try writer.writeRow([.blank]) }
  }
}
