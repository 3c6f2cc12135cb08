import Reports
import Testing

/// What two renderings of one report are compared by: `report reproduce`, and what a correction gives differently.
@Suite struct ReportFiguresTests {
  private static func figures(_ blocks: String...) throws -> ReportFigures {
    try ReportFigures(json: Array(#"{"blocks": [\#(blocks.joined(separator: ", "))]}"#.utf8))
  }

  /// A block of a name with its columns behind `sex`, and rows of a sex with the cells of these columns.
  private static func block(_ name: String, _ columns: [String], _ rows: [(String, [Int])]) -> String {
    let heads =
      [#"{"name": "sex", "kind": "code"}"#] + columns.map { #"{"name": "\#($0)", "kind": "count"}"# }
    let lines = rows.map { sex, cells in
      let own = zip(columns, cells).map { #", "\#($0)": \#($1)"# }.joined()
      return #"{"sex": "\#(sex)"\#(own)}"#
    }
    return
      #"{"name": "\#(name)", "columns": [\#(heads.joined(separator: ", "))], "rows": [\#(lines.joined(separator: ", "))]}"#
  }

  private static let issued = block("by-sex", ["persons"], [("female", [7]), ("male", [9])])

  @Test(
    "A figure that is another one, comes new or is gone in a column that was there is a change",
    arguments: [
      (block("by-sex", ["persons"], [("female", [8]), ("male", [9])]), "female persons 7 8"),
      (block("by-sex", ["persons"], [("female", [7]), ("male", [9]), ("other", [1])]), "other persons - 1"),
      (block("by-sex", ["persons"], [("female", [7])]), "male persons 9 -"),
      (block("by-sex", [], [("female", []), ("male", [])]), "female persons 7 -|male persons 9 -"),
    ])
  func changes(later: String, expected: String) throws {
    let changes = try Self.figures(Self.issued).changes(to: try Self.figures(later))
    let told = changes.map { "\($0.row) \($0.column) \($0.before ?? "-") \($0.after ?? "-")" }
    #expect(told.joined(separator: "|") == expected)
  }

  /// “Within major version 1, later versions only add: blocks, columns, codes” (certification-report.xsd).
  @Test("What a later version of the program counts besides is no change of what was issued")
  func whatALaterVersionAdds() throws {
    let later = try Self.figures(
      Self.block("by-sex", ["persons", "completed"], [("female", [7, 5]), ("male", [9, 3])]),
      Self.block("by-mode", ["persons"], [("online", [16])]))
    #expect(try Self.figures(Self.issued).changes(to: later) == [])
    #expect(try later.changes(to: Self.figures(Self.issued)).count == 3)
  }

  @Test("The first rows of a block that had no records are a change")
  func firstRecords() throws {
    let empty = try Self.figures(Self.block("by-sex", ["persons"], []))
    #expect(try empty.changes(to: Self.figures(Self.issued)).count == 2)
  }
}
