import JSON
import Testing
import XAPI

/// What statements say of activities, put together (xAPI 1.0.3 Data 2.4.4.1).
struct DefinitionTests {
  /// "The LRS … SHOULD … update its internal representation of the Activity's definition."
  @Test(arguments: [
    (
      "a language more", #"{"name":{"en":"One"}}"#, #"{"name":{"fr":"Un"}}"#,
      #"{"name":{"en":"One","fr":"Un"}}"#
    ),
    (
      "another name", #"{"name":{"en":"One","fr":"Un"}}"#, #"{"name":{"en":"1"}}"#,
      #"{"name":{"en":"1","fr":"Un"}}"#
    ),
    (
      "a description", #"{"name":{"en":"One"}}"#, #"{"description":{"en":"The first"}}"#,
      #"{"name":{"en":"One"},"description":{"en":"The first"}}"#
    ),
    (
      "another type", #"{"type":"x:a","moreInfo":"x:i"}"#, #"{"type":"x:b"}"#,
      #"{"type":"x:b","moreInfo":"x:i"}"#
    ),
    (
      "extensions, entry by entry", #"{"extensions":{"x:a":{"deep":[1,2]},"x:b":1}}"#,
      #"{"extensions":{"x:b":null}}"#, #"{"extensions":{"x:a":{"deep":[1,2]},"x:b":null}}"#
    ),
    (
      "choices as a whole", #"{"interactionType":"choice","choices":[{"id":"a"},{"id":"b"}]}"#,
      #"{"choices":[{"id":"c"}]}"#, #"{"interactionType":"choice","choices":[{"id":"c"}]}"#
    ),
    ("nothing", #"{"type":"x:a"}"#, "{}", #"{"type":"x:a"}"#),
    (
      "a name behind an escape", #"{"name":{"en":"One"}}"#, #"{"n\u0061me":{"e\u006e":"1"}}"#,
      #"{"name":{"en":"1"}}"#
    ),
  ])
  func laterDefinitionsAreAdded(name: String, earlier: String, later: String, expected: String) throws {
    let merged = try definition(earlier).completed(by: definition(later))
    #expect(String(decoding: merged, as: UTF8.self) == expected)
    #expect(try definition(expected).includes(definition(later)))
  }

  @Test(arguments: [
    (#"{"name":{"en":"One","fr":"Un"},"type":"x:a"}"#, #"{"name":{"fr":"Un"}}"#, true),
    (#"{"name":{"en":"One"}}"#, #"{"name":{"en":"1"}}"#, false),
    (#"{"name":{"en":"One"}}"#, #"{"name":{"fr":"Un"}}"#, false),
    (#"{"name":{"en":"One"}}"#, #"{"type":"x:a"}"#, false),
    (#"{"extensions":{"x:a":1.0}}"#, #"{"extensions":{"x:a":1}}"#, true),
    (#"{"name":{"en":"\#u{E9}"}}"#, #"{"name":{"en":"e\#u{301}"}}"#, false),
    ("{}", "{}", true),
  ])
  func whatIsKnownIsNotAddedAgain(known: String, sent: String, isIncluded: Bool) throws {
    #expect(try definition(known).includes(definition(sent)) == isIncluded)
  }

  /// Together they would pass the limit: the later one stands alone.
  @Test func definitionsDoNotGrowWithoutEnd() throws {
    let half = String(repeating: "x", count: ActivityDefinition.mostOctets / 2)
    let later = #"{"name":{"fr":"\#(half)"}}"#
    let merged = try definition(#"{"name":{"en":"\#(half)"}}"#).completed(by: definition(later))
    #expect(String(decoding: merged, as: UTF8.self) == later)
  }

  @Test func everyPlaceOfAStatementDescribes() throws {
    func activity(_ name: String) -> String { #"{"id":"x:\#(name)","definition":{"type":"x:t-\#(name)"}}"# }
    let subStatement = #"""
      {"objectType":"SubStatement","actor":\#(StatementTexts.agent),"verb":\#(StatementTexts.verb),
       "object":\#(activity("inner")),"context":{"contextActivities":{"grouping":[\#(activity("grouping"))]}}}
      """#
    let statement = try StatementTexts.read(
      StatementTexts.statement(
        object: subStatement,
        #","context":{"contextActivities":{"parent":\#(activity("parent")),"other":[{"id":"x:bare"},\#(activity("other"))]}}"#
      ))
    #expect(statement.describedActivities.map(\.id) == ["x:parent", "x:other", "x:inner", "x:grouping"])
    #expect(
      statement.describedActivities.map { String(decoding: $0.definition.value.raw, as: UTF8.self) }
        == ["parent", "other", "inner", "grouping"].map { #"{"type":"x:t-\#($0)"}"# })
    let plain = try StatementTexts.read(StatementTexts.statement(object: activity("object")))
    #expect(plain.describedActivities.map(\.id) == ["x:object"])
    #expect(try StatementTexts.read(StatementTexts.statement()).describedActivities.isEmpty)
  }

  private func definition(_ text: String) throws -> ActivityDefinition {
    ActivityDefinition(validated: try JSONDocument(Array(text.utf8)).root)
  }
}
