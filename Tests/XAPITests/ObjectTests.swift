import Testing
import XAPI

/// xAPI 1.0.3 Data 2.4.3 and 2.4.4, in statements and SubStatements alike.
struct ObjectTests {
  static let i = #""id":"https://example.org/a""#

  @Test(arguments: [
    Broken("no id", #"{"display":{"en":"attended"}}"#, .missingProperty),
    Broken("an id without scheme", #"{"id":"attended"}"#, .malformedIRI, "/id"),
    Broken("an id that is a number", #"{"id":1}"#, .wrongType, "/id"),
    Broken(
      "a display that is a string", #"{"id":"https://example.org/v","display":"attended"}"#, .wrongType,
      "/display"),
    Broken(
      "a display in no language", #"{"id":"https://example.org/v","display":{"something":"x"}}"#,
      .malformedLanguageTag, "/display/something"),
    Broken(
      "a display that holds a number", #"{"id":"https://example.org/v","display":{"en":1}}"#, .wrongType,
      "/display/en"),
    Broken(
      "an unknown property", #"{"id":"https://example.org/v","objectType":"Verb"}"#, .unknownProperty,
      "/objectType"),
    Broken("a string", #""https://example.org/v""#, .wrongType),
  ])
  func brokenVerbsAreRefused(_ row: Broken) {
    row.expectRefusal(StatementTexts.statement(verb: row.value), at: "/verb\(row.pointer)")
    row.expectRefusal(StatementTexts.subStatement(verb: row.value), at: "/object/verb\(row.pointer)")
  }

  @Test(arguments: [
    Broken("no id", "{}", .missingProperty),
    Broken("an id without scheme", #"{"id":"lesson-1"}"#, .malformedIRI, "/id"),
    Broken("an unknown property", #"{\#(i),"name":"A"}"#, .unknownProperty, "/name"),
    Broken("objectType in lower case", #"{"objectType":"activity",\#(i)}"#, .valueNotListed, "/objectType"),
    Broken("objectType as a number", #"{"objectType":1,\#(i)}"#, .wrongType, "/objectType"),
    Broken("a definition that is a string", #"{\#(i),"definition":"x"}"#, .wrongType, "/definition"),
    Broken(
      "an unknown property of the definition", #"{\#(i),"definition":{"title":{}}}"#, .unknownProperty,
      "/definition/title"),
    Broken("a name that is a string", #"{\#(i),"definition":{"name":"A"}}"#, .wrongType, "/definition/name"),
    Broken(
      "a description in no language", #"{\#(i),"definition":{"description":{"":"A"}}}"#,
      .malformedLanguageTag, "/definition/description/"),
    Broken(
      "a type without scheme", #"{\#(i),"definition":{"type":"lesson"}}"#, .malformedIRI, "/definition/type"),
    Broken(
      "a moreInfo without scheme", #"{\#(i),"definition":{"moreInfo":"/more"}}"#, .malformedIRI,
      "/definition/moreInfo"),
    Broken(
      "an extension without scheme", #"{\#(i),"definition":{"extensions":{"x":1}}}"#, .malformedIRI,
      "/definition/extensions/x"),
    Broken(
      "extensions in an array", #"{\#(i),"definition":{"extensions":[]}}"#, .wrongType,
      "/definition/extensions"),
    Broken("null as definition", #"{\#(i),"definition":null}"#, .wrongType, "/definition"),
  ])
  func brokenActivitiesAreRefusedInEveryPlace(_ row: Broken) {
    row.expectRefusal(StatementTexts.statement(object: row.value), at: "/object\(row.pointer)")
    row.expectRefusal(StatementTexts.subStatement(object: row.value), at: "/object/object\(row.pointer)")
    let context = #","context":{"contextActivities":{"other":[\#(StatementTexts.activity),\#(row.value)]}}"#
    row.expectRefusal(
      StatementTexts.statement(context), at: "/context/contextActivities/other/1\(row.pointer)")
  }

  @Test(arguments: [
    Broken(
      "no interaction type, but an answer", #"{"correctResponsesPattern":["a"]}"#, .interactionTypeMissing),
    Broken("no interaction type, but choices", #"{"choices":[]}"#, .interactionTypeMissing),
    Broken("no interaction type, but a scale", #"{"scale":[]}"#, .interactionTypeMissing),
    Broken("no interaction type, but steps", #"{"steps":[]}"#, .interactionTypeMissing),
    Broken("no interaction type, but a source", #"{"source":[]}"#, .interactionTypeMissing),
    Broken("no interaction type, but a target", #"{"target":[]}"#, .interactionTypeMissing),
    Broken(
      "an interaction type in another case", #"{"interactionType":"Choice"}"#, .valueNotListed,
      "/interactionType"),
    Broken(
      "an unknown interaction type", #"{"interactionType":"essay"}"#, .valueNotListed, "/interactionType"),
    Broken(
      "answers in a string", #"{"interactionType":"choice","correctResponsesPattern":"a"}"#, .wrongType,
      "/correctResponsesPattern"),
    Broken(
      "a number as an answer", #"{"interactionType":"choice","correctResponsesPattern":["a",1]}"#, .wrongType,
      "/correctResponsesPattern/1"),
    Broken(
      "a choice without id", #"{"interactionType":"choice","choices":[{"description":{"en":"A"}}]}"#,
      .missingProperty, "/choices/0"),
    Broken(
      "a choice with a number as id", #"{"interactionType":"choice","choices":[{"id":1}]}"#, .wrongType,
      "/choices/0/id"),
    Broken(
      "a choice with more", #"{"interactionType":"choice","choices":[{"id":"a","name":"A"}]}"#,
      .unknownProperty, "/choices/0/name"),
    Broken(
      "a description that is a string",
      #"{"interactionType":"choice","choices":[{"id":"a","description":"A"}]}"#, .wrongType,
      "/choices/0/description"),
    Broken(
      "two choices of one id",
      #"{"interactionType":"choice","choices":[{"id":"a"},{"id":"b"},{"id":"\u0061"}]}"#, .componentRepeated,
      "/choices/2"),
    Broken(
      "choices in an object", #"{"interactionType":"choice","choices":{"id":"a"}}"#, .wrongType, "/choices"),
  ])
  func brokenInteractionsAreRefused(_ row: Broken) {
    let activity = #"{\#(Self.i),"definition":\#(row.value)}"#
    row.expectRefusal(StatementTexts.statement(object: activity), at: "/object/definition\(row.pointer)")
    row.expectRefusal(
      StatementTexts.subStatement(object: activity), at: "/object/object/definition\(row.pointer)")
  }

  @Test(arguments: [
    "true-false", "choice", "fill-in", "long-fill-in", "matching", "performance", "sequencing", "likert",
    "numeric",
    "other",
  ])
  func everyInteractionTypeIsAccepted(type: String) throws {
    let definition =
      #"{"interactionType":"\#(type)","correctResponsesPattern":["a[,]b"],"choices":[{"id":"a"},{"id":"b"}],"scale":[],"source":[{"id":"a"}],"target":[{"id":"a","description":{"en":"A"}}],"steps":[]}"#
    _ = try StatementTexts.read(
      StatementTexts.statement(object: #"{\#(Self.i),"definition":\#(definition)}"#))
  }

  @Test(arguments: [
    Broken(
      "a SubStatement in a SubStatement", #"{"objectType":"SubStatement","actor":{},"verb":{},"object":{}}"#,
      .nestedSubStatement),
    Broken("an agent that does not say so", StatementTexts.agent, .unknownProperty, "/mbox"),
    Broken("an agent without identifier", #"{"objectType":"Agent"}"#, .identifierCount),
    Broken("an anonymous group without members", #"{"objectType":"Group"}"#, .membersMissing),
    Broken("a reference without id", #"{"objectType":"StatementRef"}"#, .missingProperty),
    Broken("a reference to no UUID", #"{"objectType":"StatementRef","id":"1"}"#, .malformedUUID, "/id"),
    Broken(
      "a reference with more", #"{"objectType":"StatementRef","id":"\#(StatementTexts.id)","verb":{}}"#,
      .unknownProperty, "/verb"),
    Broken(
      "a reference in lower case", #"{"objectType":"statementref","id":"\#(StatementTexts.id)"}"#,
      .valueNotListed, "/objectType"),
  ])
  func brokenObjectsAreRefused(_ row: Broken) {
    row.expectRefusal(StatementTexts.subStatement(object: row.value), at: "/object/object\(row.pointer)")
    if row.rule != .nestedSubStatement {
      row.expectRefusal(StatementTexts.statement(object: row.value), at: "/object\(row.pointer)")
    }
  }

  /// "A SubStatement MUST NOT have the id, stored, version or authority properties" (Data 2.4.4.3).
  @Test(arguments: [
    Broken("an id", #","id":"\#(StatementTexts.id)""#, .unknownProperty, "/id"),
    Broken("stored", #","stored":"2026-01-01T00:00:00Z""#, .unknownProperty, "/stored"),
    Broken("a version", #","version":"1.0.3""#, .unknownProperty, "/version"),
    Broken("an authority", #","authority":\#(StatementTexts.agent)"#, .unknownProperty, "/authority"),
    Broken("a timestamp that is none", #","timestamp":"yesterday""#, .malformedTimestamp, "/timestamp"),
    Broken("a result that is none", #","result":{"success":"yes"}"#, .wrongType, "/result/success"),
  ])
  func brokenSubStatementsAreRefused(_ row: Broken) {
    row.expectRefusal(StatementTexts.subStatement(row.value), at: "/object\(row.pointer)")
  }

  @Test(arguments: ["actor", "verb", "object"])
  func aSubStatementHasThreePartsToo(part: String) {
    let parts = [
      "actor": StatementTexts.agent, "verb": StatementTexts.verb, "object": StatementTexts.activity,
    ]
    let rest = parts.filter { $0.key != part }.map { "\"\($0.key)\":\($0.value)" }.joined(separator: ",")
    Broken("", "", .missingProperty).expectRefusal(
      StatementTexts.statement(object: #"{"objectType":"SubStatement",\#(rest)}"#), at: "/object")
  }

  @Test func objectsOfEveryTypeAreTakenOut() throws {
    let agent = try StatementTexts.read(
      StatementTexts.statement(object: #"{"objectType":"Agent","mbox":"mailto:a@example.org"}"#))
    guard case .actor(let actor) = agent.object else { throw Unexpected() }
    #expect(actor.identity == .mailbox("mailto:a@example.org"))
    let plan = try StatementTexts.read(StatementTexts.subStatement(#","timestamp":"2026-01-01T00:00:00Z""#))
    guard case .subStatement(let subStatement) = plan.object else { throw Unexpected() }
    #expect(subStatement.verb == "https://example.org/verbs/attended")
    guard case .activity(let id) = subStatement.object else { throw Unexpected() }
    #expect(id == "https://example.org/activities/valuation")
  }

  private struct Unexpected: Error {}
}
