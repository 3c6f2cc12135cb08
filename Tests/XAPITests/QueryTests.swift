import Testing
import Values
import XAPI

/// The parameters of GET statements (xAPI 1.0.3 Communication 2.1.3).
struct QueryTests {
  typealias Parameters = [(name: String, value: String)]

  @Test func nothingAsksForEverythingNewestFirst() throws {
    let filter = try filter([])
    #expect(filter.conditions.isEmpty)
    #expect(filter.limit == 0)
    #expect(!filter.isAscending)
  }

  @Test func everyFilterIsRead() throws {
    let filter = try filter([
      ("agent", #"{"account":{"homePage":"https://x.org","name":"1"}}"#), ("verb", "x:verb"),
      ("activity", "x:activity"),
      ("registration", StatementTexts.id.uppercased()), ("since", "2026-01-01T00:00:00Z"),
      ("until", "2026-02-01T00:00:00+01:00"), ("limit", "25"), ("ascending", "true"),
      ("related_agents", "true"),
      ("related_activities", "false"), ("format", "exact"), ("attachments", "false"),
    ])
    #expect(
      filter.conditions == [
        [
          StatementTerm(.agent, "account https://x.org 1"),
          StatementTerm(.relatedAgent, "account https://x.org 1"),
        ],
        [StatementTerm(.verb, "x:verb")], [StatementTerm(.activity, "x:activity")],
        [StatementTerm(.registration, StatementTexts.id)],
      ])
    #expect(filter.since == Instant("2026-01-01T00:00:00Z"))
    #expect(filter.until == Instant("2026-01-31T23:00:00Z"))
    #expect(filter.limit == 25)
    #expect(filter.isAscending)
  }

  @Test func relatedActivitiesAreLookedForEverywhere() throws {
    #expect(
      try filter([("activity", "x:a"), ("related_activities", "true")]).conditions
        == [[StatementTerm(.activity, "x:a"), StatementTerm(.relatedActivity, "x:a")]])
  }

  @Test func oneStatementIsAskedForByItsID() throws {
    let id = try #require(UUID(StatementTexts.id))
    guard case .statement(let asked) = try query([("statementId", StatementTexts.id), ("format", "exact")])
    else {
      throw Unexpected()
    }
    #expect(asked == id)
    guard case .voidedStatement(let voided) = try query([("voidedStatementId", StatementTexts.id)]) else {
      throw Unexpected()
    }
    #expect(voided == id)
  }

  @Test(
    arguments: [
      ("foo", "bar", .unknownParameter), ("StatementId", StatementTexts.id, .unknownParameter),
      ("Agent", "{}", .unknownParameter), ("Limit", "1", .unknownParameter), ("more", "1", .unknownParameter),
      ("a[b][c]", "1", .unknownParameter), ("statementId", "1", .malformedValue),
      ("voidedStatementId", "", .malformedValue), ("registration", "x", .malformedValue),
      ("verb", "passed", .malformedValue),
      ("activity", "", .malformedValue), ("agent", "", .malformedValue), ("agent", "{", .malformedValue),
      ("agent", "{}", .malformedValue), ("agent", #"{"mbox":"a@x.org"}"#, .malformedValue),
      ("agent", #"{"mbox":"mailto:a@x.org","mbox":"mailto:a@x.org"}"#, .malformedValue),
      ("agent", #"{"objectType":"Group","member":[{"mbox":"mailto:a@x.org"}]}"#, .malformedValue),
      ("since", "2026-01-01", .malformedValue), ("until", "now", .malformedValue),
      ("limit", "-1", .malformedValue),
      ("limit", "", .malformedValue), ("limit", "1.0", .malformedValue), ("limit", "+1", .malformedValue),
      ("limit", "١", .malformedValue), ("ascending", "1", .malformedValue),
      ("ascending", "True", .malformedValue),
      ("related_agents", "yes", .malformedValue), ("related_activities", "", .malformedValue),
      ("attachments", "maybe", .malformedValue), ("attachments", "", .malformedValue),
      ("format", "", .malformedValue), ("format", "Exact", .malformedValue),
    ] as [(String, String, QueryRefusal.Reason)])
  func brokenParametersAreRefused(name: String, value: String, reason: QueryRefusal.Reason) {
    let refusal = #expect(throws: QueryRefusal.self) {
      try query([("ascending", "true"), (name, value)].filter { $0.0 != name || $0.1 == value })
    }
    #expect(refusal?.parameter == name)
    #expect(refusal?.reason == reason)
    #expect(refusal?.message.isEmpty == false)
  }

  /// "The LRS MUST reject … statementId with any other parameter besides attachments or format."
  @Test(arguments: [
    [("statementId", StatementTexts.id), ("voidedStatementId", StatementTexts.id)],
    [("statementId", StatementTexts.id), ("verb", "x:v")],
    [("limit", "1"), ("voidedStatementId", StatementTexts.id)],
    [("statementId", StatementTexts.id), ("ascending", "false")],
  ])
  func aSingleStatementHasNoFilter(parameters: [(String, String)]) {
    let refusal = #expect(throws: QueryRefusal.self) {
      try query(parameters.map { (name: $0.0, value: $0.1) })
    }
    #expect(refusal?.reason == .parametersConflict)
  }

  @Test(
    arguments: [(nil, .exact), ("exact", .exact), ("ids", .ids), ("canonical", .canonical)]
      as [(String?, StatementFormat)])
  func formatsAreRead(value: String?, format: StatementFormat) throws {
    let parameters = value.map { [(name: "format", value: $0)] } ?? []
    #expect(try StatementRequest(parameters: parameters, version: .version2).format == format)
  }

  @Test(arguments: [(nil, false), ("false", false), ("true", true)] as [(String?, Bool)])
  func contentsAreAskedFor(value: String?, isAsked: Bool) throws {
    let parameters = value.map { [(name: "attachments", value: $0)] } ?? []
    #expect(try StatementRequest(parameters: parameters, version: .version1).includesAttachments == isAsked)
  }

  @Test func aParameterTwiceIsRefused() {
    let refusal = #expect(throws: QueryRefusal.self) { try query([("limit", "1"), ("limit", "1")]) }
    #expect(refusal?.reason == .repeatedParameter)
  }

  @Test(arguments: [("0", 0), ("1000000000", 1_000_000_000), ("99999999999999999999", Int.max)])
  func anyLimitCanBeAskedFor(text: String, limit: Int) throws {
    #expect(try filter([("limit", text)]).limit == limit)
  }

  @Test(
    arguments: [
      ("1.0", .version1), ("1.0.0", .version1), ("1.0.3", .version1), ("1.0.99", .version1),
      ("2.0", .version2), ("2.0.0", .version2),
      ("2.0.1", .version2),
    ] as [(String, XAPIVersion)])
  func editionsAreNegotiated(header: String, version: XAPIVersion) throws {
    #expect(try XAPIVersion.negotiate(header) == version)
    #expect(version.text == (version == .version1 ? "1.0.3" : "2.0.0"))
  }

  @Test(arguments: [
    "", "0.8", "0.95", "1", "1.", "1.1.0", "1.0.", "1.0.3 ", "1.00", "2.1", "BAD", "1.0.x", "1.0.3,2.0.0",
  ])
  func otherEditionsAreRefused(header: String) {
    #expect(throws: VersionRefusal.notSupported) { try XAPIVersion.negotiate(header) }
  }

  @Test func theVersionHeaderIsRequired() {
    #expect(throws: VersionRefusal.missing) { try XAPIVersion.negotiate(nil) }
  }

  private func query(_ parameters: Parameters) throws -> StatementQuery {
    try StatementRequest(parameters: parameters, version: .version1).query
  }

  private func filter(_ parameters: Parameters) throws -> StatementFilter {
    guard case .list(let filter) = try query(parameters) else { throw Unexpected() }
    return filter
  }

  private struct Unexpected: Error {}
}
