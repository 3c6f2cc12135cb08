import JSON
import Testing
import Values
import XAPI

/// xAPI 1.0.3 Data 2.2 and 2.4: the statement as a whole.
struct StatementTests {
  @Test func theWholeOfAStatementIsTakenOut() throws {
    let statement = try StatementTexts.read(
      #"""
      {"id":"7CCD3322-e1a5-411a-a67d-6a735c76f119","timestamp":"2026-03-01T14:00:00+02:00","version":"1.0.3",
       "stored":"2026-03-01T12:00:01Z","authority":{"account":{"homePage":"https://example.org/","name":"key"}},
       "actor":{"objectType":"Agent","name":"Officer","mbox":"mailto:officer@example.org"},
       "verb":{"id":"http://adlnet.gov/expapi/verbs/passed","display":{"en":"passed","zh-Hant":"通過"}},
       "object":{"objectType":"Activity","id":"https://example.org/a","definition":{"type":"https://example.org/t",
         "name":{"en":"A"},"description":{"en":"B"},"moreInfo":"https://example.org/m","extensions":{}}},
       "result":{"score":{"scaled":0.850,"raw":8.5e1,"min":0,"max":100},"success":true,"completion":false,
         "response":"b","duration":"PT12M30.5S","extensions":{"https://example.org/x":null}},
       "context":{"registration":"ec531277-b57b-4c15-8d91-d292c5b2b8f7","language":"fr-CA","revision":"2","platform":"p",
         "instructor":{"openid":"https://example.org/teacher"},"team":{"objectType":"Group","mbox":"mailto:t@example.org"},
         "statement":{"objectType":"StatementRef","id":"16fd2706-8baf-433b-82eb-8c7fada847da"},
         "contextActivities":{"parent":{"id":"https://example.org/p"},"grouping":[{"id":"https://example.org/g"}],
           "category":[],"other":[{"id":"https://example.org/o"},{"id":"https://example.org/q"}]}},
       "attachments":[]}
      """#)
    #expect(statement.id?.description == StatementTexts.id)
    #expect(statement.timestamp == Instant("2026-03-01T12:00:00Z"))
    #expect(statement.actor.identity == .mailbox("mailto:officer@example.org"))
    #expect(statement.authority?.identity == .account(homePage: "https://example.org/", name: "key"))
    #expect(statement.verb == "http://adlnet.gov/expapi/verbs/passed")
    #expect(activityID(statement.object) == "https://example.org/a")
    #expect(statement.result?.score?.scaled?.text == "0.850")
    #expect(statement.result?.score?.raw?.text == "8.5e1")
    #expect(statement.result?.score?.max?.text == "100")
    #expect(statement.result?.success == true)
    #expect(statement.result?.completion == false)
    #expect(statement.result?.duration == "PT12M30.5S")
    #expect(statement.result?.response == "b")
    let context = try #require(statement.context)
    #expect(context.registration?.description == "ec531277-b57b-4c15-8d91-d292c5b2b8f7")
    #expect(context.instructor?.identity == .openID("https://example.org/teacher"))
    #expect(context.team?.identity == .mailbox("mailto:t@example.org"))
    #expect(context.statement?.description == "16fd2706-8baf-433b-82eb-8c7fada847da")
    #expect(context.language == "fr-CA")
    #expect(
      context.activities.all == [
        "https://example.org/p", "https://example.org/g", "https://example.org/o", "https://example.org/q",
      ])
    #expect(statement.voidedStatement == nil)
  }

  /// "A Statement MUST contain an actor, a verb and an object"; "null … MUST be rejected"; keys are case-sensitive.
  @Test(arguments: [
    Broken("no actor", #"{"verb":V,"object":O}"#, .missingProperty),
    Broken("no verb", #"{"actor":A,"object":O}"#, .missingProperty),
    Broken("no object", #"{"actor":A,"verb":V}"#, .missingProperty),
    Broken("null as actor", #"{"actor":null,"verb":V,"object":O}"#, .wrongType, "/actor"),
    Broken("null as result", #"{"actor":A,"verb":V,"object":O,"result":null}"#, .wrongType, "/result"),
    Broken("null as id", #"{"id":null,"actor":A,"verb":V,"object":O}"#, .wrongType, "/id"),
    Broken("an unknown property", #"{"actor":A,"verb":V,"object":O,"role":1}"#, .unknownProperty, "/role"),
    Broken("a property in another case", #"{"Actor":A,"verb":V,"object":O}"#, .unknownProperty, "/Actor"),
    Broken(
      "objectType", #"{"objectType":"Statement","actor":A,"verb":V,"object":O}"#, .unknownProperty,
      "/objectType"),
    Broken("an array", "[]", .wrongType), Broken("a string", "\"statement\"", .wrongType),
    Broken("an id that is no UUID", #"{"id":"1","actor":A,"verb":V,"object":O}"#, .malformedUUID, "/id"),
    Broken("an id that is a number", #"{"id":1,"actor":A,"verb":V,"object":O}"#, .wrongType, "/id"),
    Broken(
      "a version of another edition", #"{"version":"2.0.0","actor":A,"verb":V,"object":O}"#,
      .versionNotAllowed, "/version"),
    Broken(
      "version 0.9.9", #"{"version":"0.9.9","actor":A,"verb":V,"object":O}"#, .versionNotAllowed, "/version"),
    Broken(
      "version 1.1.0", #"{"version":"1.1.0","actor":A,"verb":V,"object":O}"#, .versionNotAllowed, "/version"),
    Broken(
      "version 1.0.", #"{"version":"1.0.","actor":A,"verb":V,"object":O}"#, .versionNotAllowed, "/version"),
    Broken(
      "version 1.0.x", #"{"version":"1.0.x","actor":A,"verb":V,"object":O}"#, .versionNotAllowed, "/version"),
    Broken("version as a number", #"{"version":1.0,"actor":A,"verb":V,"object":O}"#, .wrongType, "/version"),
    Broken(
      "stored that is no time", #"{"stored":"now","actor":A,"verb":V,"object":O}"#, .malformedTimestamp,
      "/stored"),
  ])
  func brokenStatementsAreRefused(_ row: Broken) {
    row.expectRefusal(StatementTexts.filled(row.value), at: row.pointer)
  }

  @Test(arguments: [
    (XAPIVersion.version1, ["1.0", "1.0.0", "1.0.3", "1.0.9", "1.0.10"], ["2.0.0", "2.0"]),
    (XAPIVersion.version2, ["1.0", "1.0.3", "2.0", "2.0.0", "2.0.1"], ["2.1.0", "3.0"]),
  ])
  func versionsOfAnEditionAreAccepted(edition: XAPIVersion, good: [String], bad: [String]) throws {
    for version in good {
      _ = try StatementTexts.read(StatementTexts.statement(#","version":"\#(version)""#), by: edition)
    }
    for version in bad {
      Broken("", "", .versionNotAllowed).expectRefusal(
        StatementTexts.statement(#","version":"\#(version)""#), at: "/version", by: edition)
    }
  }

  /// "A Timestamp MUST be formatted according to ISO 8601"; "SHOULD … RFC 3339"; "SHOULD include the time zone"
  /// (Data 4.5), which xAPI 2.0 requires. Hostile row 43: year 0, 24:00, second 60, +14:00.
  @Test(arguments: [
    ("2026-03-01T12:00:00Z", "2026-03-01T12:00:00Z", true),
    ("2026-03-01T12:00:00.123456789Z", "2026-03-01T12:00:00.123456Z", true),
    ("2026-03-01T12:00:00+14:00", "2026-02-28T22:00:00Z", true),
    ("2026-03-01T12:00:00-05:00", "2026-03-01T17:00:00Z", true),
    ("2999-01-01T00:00:00Z", "2999-01-01T00:00:00Z", true),
    ("2026-03-01T12:00:00+00:00", "2026-03-01T12:00:00Z", true),
    ("2026-03-01 12:00:00.5+00:00", "2026-03-01T12:00:00.5Z", true),
    ("2026-03-01 12:00:00Z", "2026-03-01T12:00:00Z", true),
    ("20260301T120000Z", "2026-03-01T12:00:00Z", false),
    ("20260301T120000.5+0530", "2026-03-01T06:30:00.5Z", false),
    ("20260301T120000+05:30", "2026-03-01T06:30:00Z", false),
    ("2026-03-01T12:00:00+05", "2026-03-01T07:00:00Z", false),
    ("2026-03-01T12:00:00.5-0530", "2026-03-01T17:30:00.5Z", false),
    ("2026-03-01T12:00:00", "2026-03-01T12:00:00Z", false),
    ("2026-03-01T12:00:00.25", "2026-03-01T12:00:00.25Z", false),
  ])
  func timestampsAreRead(text: String, meant: String, isRFC3339: Bool) throws {
    let statement = StatementTexts.statement(#","timestamp":"\#(text)""#)
    #expect(try StatementTexts.read(statement).timestamp == Instant(meant))
    if isRFC3339 {
      #expect(try StatementTexts.read(statement, by: .version2).timestamp == Instant(meant))
    } else {
      Broken(text, text, .malformedTimestamp).expectRefusal(statement, at: "/timestamp", by: .version2)
    }
  }

  /// What a store took in either edition is read again; what neither takes is refused by the rule that 2.0 breaks.
  @Test(arguments: [
    (#","timestamp":"2026-03-01T12:00:00""#, XAPIVersion.version1),
    (#","timestamp":"2026-03-01T12:00:00Z","version":"1.0.3""#, .version2),
    (#","version":"2.0.0","context":{"contextAgents":[]}"#, .version2),
  ])
  func whatIsKeptIsReadAgain(extra: String, version: XAPIVersion) throws {
    let text = StatementTexts.statement(extra)
    #expect(try Statement(kept: JSONDocument(Array(text.utf8)).root).version == version)
  }

  @Test(arguments: [
    (#","timestamp":"yesterday""#, StatementRule.malformedTimestamp),
    (#","timestamp":"2026-03-01T12:00:00","context":{"contextAgents":[]}"#, .unknownProperty),
    (#","dummy":1"#, .unknownProperty),
  ])
  func whatNoEditionTakesIsNotKept(extra: String, rule: StatementRule) throws {
    let value = try JSONDocument(Array(StatementTexts.statement(extra).utf8)).root
    let violation = #expect(throws: StatementViolation.self) { try Statement(kept: value) }
    #expect(violation?.rule == rule)
  }

  @Test(arguments: [
    "0000-01-01T00:00:00Z", "2026-03-01T24:00:00Z", "2026-03-01T12:00:60Z", "2026-02-30T12:00:00Z",
    "2026-03-01T12:00:00-00:00", "2026-03-01T12:00:00-00", "2026-03-01T12:00:00-0000", "2026-03-01", "",
    "2026-03-01T12:00:00+24:00", "2026-03-01T12:00Z", "2026-03-01T12:00:0",
    "2026-03-01  12:00:00Z", "2026-03-01_12:00:00Z", "20260301T1200Z", "20260301 120000Z", "20260230T120000Z",
    "20260301T120000-0000", "20260301T120000x",
    "2026-03-01T12:00:00.", "2026-03-01T12:00:00 Z", "2026-03-01T12:00:00+5:00",
  ])
  func otherTimestampsAreRefused(text: String) {
    for version in XAPIVersion.allCases {
      Broken(text, text, .malformedTimestamp).expectRefusal(
        StatementTexts.statement(#","timestamp":"\#(text)""#), at: "/timestamp", by: version)
    }
  }

  /// "The object of a voiding statement MUST be a StatementRef" (Data 2.3.2).
  @Test func aVoidingStatementNamesItsTarget() throws {
    let voided = #"{"id":"http://adlnet.gov/expapi/verbs/voided"}"#
    let reference = #"{"objectType":"StatementRef","id":"\#(StatementTexts.id)"}"#
    let statement = try StatementTexts.read(StatementTexts.statement(verb: voided, object: reference))
    #expect(statement.voidedStatement?.description == StatementTexts.id)
    #expect(try StatementTexts.read(StatementTexts.statement(object: reference)).voidedStatement == nil)
    Broken("", "", .voidingWithoutReference).expectRefusal(
      StatementTexts.statement(verb: voided), at: "/object")
  }

  private func activityID(_ object: StatementObject) -> String? {
    guard case .activity(let id) = object else { return nil }
    return id
  }
}
