import CMI5
import JSON
import Testing
import XAPI

/// `"cmi5 defined" - Statements using cmi5 defined verbs, category id as defined in section 9.6.2.1, and context template`
/// (cmi5 §7.1.3).
@Suite struct DefinedStatementTests {
  private static let category = "https://w3id.org/xapi/cmi5/context/categories/cmi5"
  private static let adl = "http://adlnet.gov/expapi/verbs/"

  @Test(
    "What a statement of a verb, in categories, decides of a unit",
    arguments: [
      ("\(adl)completed", [category], .completed), ("\(adl)passed", [category], .passed),
      ("\(adl)failed", [category], .failed),
      ("\(adl)completed", ["https://w3id.org/xapi/cmi5/context/categories/moveon", category], .completed),
      ("\(adl)completed", [], nil), ("\(adl)passed", [], nil), ("\(adl)failed", [], nil),
      ("\(adl)passed", ["https://w3id.org/xapi/cmi5/context/categories/moveon"], nil),
      ("\(adl)passed", ["https://w3id.org/xapi/cmi5/context/categories/CMI5"], nil),
      ("\(adl)passed", ["\(category)/"], nil),
      ("\(adl)initialized", [category], nil), ("\(adl)terminated", [category], nil),
      ("\(adl)launched", [category], nil), ("\(adl)mastered", [category], nil),
      ("\(adl)experienced", [category], nil), ("\(adl)Passed", [category], nil),
      ("https://w3id.org/xapi/adl/verbs/waived", [category], nil),
      ("https://w3id.org/xapi/adl/verbs/abandoned", [category], nil),
      ("https://example.org/verbs/passed", [category], nil),
    ] as [(String, [String], DecidingVerb?)])
  func decides(verb: String, categories: [String], expected: DecidingVerb?) throws {
    let listed = categories.map { #"{"id": "\#($0)"}"# }.joined(separator: ", ")
    #expect(try statement(verb, #""category": [\#(listed)]"#).decidingVerb == expected)
  }

  @Test(
    "Where the category stands",
    arguments: [
      (#""category": {"id": "\#(category)"}"#, .passed), (#""grouping": [{"id": "\#(category)"}]"#, nil),
      (#""other": [{"id": "\#(category)"}]"#, nil), (#""parent": [{"id": "\#(category)"}]"#, nil),
    ] as [(String, DecidingVerb?)])
  func place(activities: String, expected: DecidingVerb?) throws {
    #expect(try statement("\(Self.adl)passed", activities).decidingVerb == expected)
  }

  @Test func withoutAContextNothingIsDecided() throws {
    let text = """
      {"actor": {"mbox": "mailto:officer@example.org"}, "verb": {"id": "\(Self.adl)passed"},
       "object": {"id": "https://example.org/unit"}}
      """
    let statement = try Statement(validating: JSONDocument(Array(text.utf8)).root, by: .version1)
    #expect(statement.decidingVerb == nil)
  }

  private func statement(_ verb: String, _ activities: String) throws -> Statement {
    let text = """
      {"actor": {"mbox": "mailto:officer@example.org"}, "verb": {"id": "\(verb)"},
       "object": {"id": "https://example.org/unit"}, "context": {"contextActivities": {\(activities)}}}
      """
    return try Statement(validating: JSONDocument(Array(text.utf8)).root, by: .version1)
  }
}
