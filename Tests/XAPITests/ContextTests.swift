import Testing
import XAPI

/// xAPI 1.0.3 Data 2.4.6; IEEE 9274.1.1 §4.2.7.
struct ContextTests {
  @Test(arguments: [
    Broken("a registration that is no UUID", #"{"registration":"1"}"#, .malformedUUID, "/registration"),
    Broken(
      "a registration of another variant", #"{"registration":"ec531277-b57b-4c15-cd91-d292c5b2b8f7"}"#,
      .malformedUUID, "/registration"),
    Broken("a language that is none", #"{"language":"something"}"#, .malformedLanguageTag, "/language"),
    Broken("a revision that is a number", #"{"revision":1}"#, .wrongType, "/revision"),
    Broken("a platform that is null", #"{"platform":null}"#, .wrongType, "/platform"),
    Broken(
      "a statement that is no reference", #"{"statement":{"id":"\#(StatementTexts.id)"}}"#, .missingProperty,
      "/statement"),
    Broken(
      "a statement by its id alone", #"{"statement":"\#(StatementTexts.id)"}"#, .wrongType, "/statement"),
    Broken("extensions without scheme", #"{"extensions":{"x":1}}"#, .malformedIRI, "/extensions/x"),
    Broken("an unknown property", #"{"session":"1"}"#, .unknownProperty, "/session"),
    Broken("context activities in an array", #"{"contextActivities":[]}"#, .wrongType, "/contextActivities"),
    Broken(
      "an unknown kind of context activity", #"{"contextActivities":{"child":[]}}"#, .unknownProperty,
      "/contextActivities/child"),
    Broken(
      "a context activity by its id alone", #"{"contextActivities":{"parent":"https://example.org/a"}}"#,
      .wrongType, "/contextActivities/parent"),
    Broken(
      "a context activity that is an agent",
      #"{"contextActivities":{"parent":{"objectType":"Agent","mbox":"mailto:a@example.org"}}}"#,
      .valueNotListed, "/contextActivities/parent/objectType"),
    Broken("a context that is a string", #""context""#, .wrongType),
    Broken("xAPI 2.0's contextAgents", #"{"contextAgents":[]}"#, .unknownProperty, "/contextAgents"),
    Broken("xAPI 2.0's contextGroups", #"{"contextGroups":[]}"#, .unknownProperty, "/contextGroups"),
  ])
  func brokenContextsAreRefused(_ row: Broken) {
    row.expectRefusal(StatementTexts.statement(#","context":\#(row.value)"#), at: "/context\(row.pointer)")
    row.expectRefusal(
      StatementTexts.subStatement(#","context":\#(row.value)"#), at: "/object/context\(row.pointer)")
  }

  /// "The revision property MUST only be used if the Statement's Object is an Activity"; platform likewise.
  @Test(arguments: ["revision", "platform"])
  func revisionAndPlatformSpeakOfAnActivity(property: String) throws {
    let context = #","context":{"\#(property)":"2"}"#
    let agent = #"{"objectType":"Agent","mbox":"mailto:a@example.org"}"#
    _ = try StatementTexts.read(StatementTexts.statement(context))
    let row = Broken("", "", .objectIsNoActivity)
    row.expectRefusal(StatementTexts.statement(object: agent, context), at: "/context/\(property)")
    row.expectRefusal(StatementTexts.subStatement(object: agent, context), at: "/object/context/\(property)")
  }

  @Test(arguments: [
    Broken("agents in an object", #"{"contextAgents":{}}"#, .wrongType, "/contextAgents"),
    Broken("no objectType", #"{"contextAgents":[{"agent":A}]}"#, .missingProperty, "/contextAgents/0"),
    Broken(
      "another objectType", #"{"contextAgents":[{"objectType":"contextGroup","agent":A}]}"#, .valueNotListed,
      "/contextAgents/0/objectType"),
    Broken(
      "no agent", #"{"contextAgents":[{"objectType":"contextAgent"}]}"#, .missingProperty, "/contextAgents/0"),
    Broken(
      "a group as agent", #"{"contextAgents":[{"objectType":"contextAgent","agent":G}]}"#, .valueNotListed,
      "/contextAgents/0/agent"),
    Broken(
      "an unknown property", #"{"contextAgents":[{"objectType":"contextAgent","agent":A,"role":1}]}"#,
      .unknownProperty, "/contextAgents/0/role"),
    Broken(
      "no relevant type", #"{"contextAgents":[{"objectType":"contextAgent","agent":A,"relevantTypes":[]}]}"#,
      .emptyList, "/contextAgents/0/relevantTypes"),
    Broken(
      "a relevant type that is no IRI",
      #"{"contextAgents":[{"objectType":"contextAgent","agent":A,"relevantTypes":["x"]}]}"#, .malformedIRI,
      "/contextAgents/0/relevantTypes/0"),
    Broken(
      "an agent as group", #"{"contextGroups":[{"objectType":"contextGroup","group":A}]}"#, .valueNotListed,
      "/contextGroups/0/group"),
    Broken(
      "no group", #"{"contextGroups":[{"objectType":"contextGroup","agent":A}]}"#, .unknownProperty,
      "/contextGroups/0/agent"),
  ])
  func brokenContextAgentsAreRefusedInVersion2(_ row: Broken) {
    let text = StatementTexts.filled(row.value)
    row.expectRefusal(
      StatementTexts.statement(#","context":\#(text)"#), at: "/context\(row.pointer)", by: .version2)
    row.expectRefusal(
      StatementTexts.subStatement(#","context":\#(text)"#), at: "/object/context\(row.pointer)", by: .version2
    )
  }

  @Test func contextAgentsAndGroupsAreTakenOutInVersion2() throws {
    let context = StatementTexts.filled(
      #"{"contextAgents":[{"objectType":"contextAgent","agent":A,"relevantTypes":["https://example.org/t"]}],"contextGroups":[{"objectType":"contextGroup","group":G}]}"#
    )
    let read = try StatementTexts.read(StatementTexts.statement(#","context":\#(context)"#), by: .version2)
      .context
    #expect(read?.agents.map(\.identity) == [.mailbox("mailto:officer@example.org")])
    #expect(read?.groups.map(\.identity) == [.mailbox("mailto:g@example.org")])
  }
}
