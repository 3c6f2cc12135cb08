import Testing
import Values
import XAPI

/// Documents and what a change of one asks (xAPI 1.0.3 Communication 2.2 and 3.1).
struct DocumentTests {
  /// “for each property directly defined on the Object being posted, set the corresponding property on the existing
  /// Object equal to the value from the posted Object … only top-level properties are merged”
  @Test(arguments: [
    (#"{"x":"foo","y":"bar"}"#, #"{"x":"bash","z":"faz"}"#, #"{"x":"bash","y":"bar","z":"faz"}"#),
    (
      #"{"car":{"make":"Ford","model":"Escape"}}"#, #"{"car":{"make":"Dodge"}}"#, #"{"car":{"make":"Dodge"}}"#
    ),
    (#"{"x":1}"#, "{}", #"{"x":1}"#),
    ("{}", #"{"x":[1,{"y":2}]}"#, #"{"x":[1,{"y":2}]}"#),
    (#"{"x":1}"#, #"{"x":null}"#, #"{"x":null}"#),
    (#"{"n":0.12123434}"#, #"{"m":1e400}"#, #"{"n":0.12123434,"m":1e400}"#),
    (#"{"x":1}"#, #"{"\u0078":2}"#, #"{"x":2}"#),
  ])
  func membersTakeEachOthersPlace(kept: String, posted: String, expected: String) throws {
    let merged = try json(kept).merged(with: json(posted))
    #expect(String(decoding: merged.bytes, as: UTF8.self) == expected)
    #expect(merged.contentType == "application/json")
  }

  /// “If the document being posted or any existing document does not have a Content-Type of application/json, or if
  /// either document cannot be parsed as a JSON Object, the LRS MUST respond with HTTP status code 400”
  @Test(
    arguments: [
      ("text/plain", "{}", "application/json", "{}", .keptIsNoJSON),
      ("application/json", "{}", "text/plain", "{}", .postedIsNoJSON),
      ("application/json", "[]", "application/json", "{}", .keptIsNoObject),
      ("application/json", "{", "application/json", "{}", .keptIsNoObject),
      ("application/json", "{}", "application/json", "[]", .postedIsNoObject),
      ("application/json", "{}", "application/json", "1", .postedIsNoObject),
    ] as [(String, String, String, String, DocumentRefusal)])
  func otherDocumentsAreNotMerged(
    keptType: String, kept: String, postedType: String, posted: String, refusal: DocumentRefusal
  ) {
    #expect(throws: refusal) {
      try Document(contentType: keptType, bytes: Array(kept.utf8))
        .merged(with: Document(contentType: postedType, bytes: Array(posted.utf8)))
    }
  }

  @Test(arguments: [
    ("application/json", true), ("application/json; charset=utf-8", true), ("Application/JSON ;x=y", true),
    ("application/json-patch", false), ("application/problem+json", false), ("text/json", false), ("", false),
  ])
  func jsonSaysThatItIs(type: String, isJSON: Bool) {
    #expect(Document(contentType: type, bytes: []).isJSON == isJSON)
  }

  @Test(arguments: [
    ("*", true, false), (" * ", true, false), (#""abc""#, true, false), (#""x", "abc" ,"y""#, true, false),
    (#""ABC""#, false, false), ("abc", false, false), ("1234", false, false), (#"W/"abc""#, false, false),
    ("", false, false), (#"""#, false, false), (#""""#, false, false), (#"*, "x""#, false, false),
  ])
  func tagsMatch(field: String, matches: Bool, matchesNone: Bool) {
    #expect(EntityTags(field).match("abc") == matches)
    #expect(EntityTags(field).match(nil) == matchesNone)
  }

  /// Rows: the method, the fields, then what becomes of it: 1.0.3 state absent/present, profile absent/present;
  /// 2.0 the same. “ok”, or the status.
  @Test(
    arguments: [
      //                                       1.0.3 state  1.0.3 profile  2.0 state   2.0 profile
      (.put, nil, nil, ["ok", "ok", "400", "409", "ok", "409", "ok", "409"]),
      (.post, nil, nil, ["ok", "ok", "ok", "ok", "ok", "ok", "ok", "ok"]),
      (.delete, nil, nil, ["ok", "ok", "ok", "ok", "ok", "ok", "ok", "ok"]),
      (.put, #""tag""#, nil, ["412", "ok", "412", "ok", "412", "ok", "412", "ok"]),
      (.post, #""tag""#, nil, ["412", "ok", "412", "ok", "412", "ok", "412", "ok"]),
      (.delete, #""tag""#, nil, ["412", "ok", "412", "ok", "412", "ok", "412", "ok"]),
      (.put, #""other""#, nil, ["412", "412", "412", "412", "412", "412", "412", "412"]),
      (.post, "1234", nil, ["412", "412", "412", "412", "412", "412", "412", "412"]),
      (.put, nil, "*", ["ok", "412", "ok", "412", "ok", "412", "ok", "412"]),
      (.post, nil, "*", ["ok", "412", "ok", "412", "ok", "412", "ok", "412"]),
      (.delete, nil, "*", ["ok", "412", "ok", "412", "ok", "412", "ok", "412"]),
      (.put, nil, #""tag""#, ["ok", "412", "ok", "412", "ok", "412", "ok", "412"]),
      (.put, nil, #""other""#, ["ok", "ok", "ok", "ok", "ok", "ok", "ok", "ok"]),
      (.put, "*", nil, ["412", "ok", "412", "ok", "412", "ok", "412", "ok"]),
      (.put, #""tag""#, "*", ["412", "412", "412", "412", "412", "412", "412", "412"]),
    ] as [(DocumentPrecondition.Method, String?, String?, [String])])
  func preconditions(
    method: DocumentPrecondition.Method, ifMatch: String?, ifNoneMatch: String?, expected: [String]
  ) {
    var found: [[String]] = [[], []]
    for version in [XAPIVersion.version1, .version2] {
      let precondition = DocumentPrecondition(ifMatch: ifMatch, ifNoneMatch: ifNoneMatch, version: version)
      for (place, profile) in [DocumentResource.activityProfile, .agentProfile].enumerated() {
        for resource in [DocumentResource.state, profile] {
          for tag in [nil, "tag"] {
            found[place].append(precondition.verdict(on: method, of: resource, tag: tag).inShort)
          }
        }
      }
    }
    #expect(found == [expected, expected])
  }

  @Test func parametersNameADocument() throws {
    let agent = #"{"mbox":"mailto:a@x.org"}"#
    let state = try query(.state, [("stateId", "s"), ("activityId", "x:a"), ("agent", agent)])
    guard case .one(.state("x:a", .mailbox("mailto:a@x.org"), nil), "s") = state else {
      return #expect(Bool(false), "\(state)")
    }
    let registered = try query(
      .state, [("registration", StatementTexts.id), ("activityId", "x:a"), ("agent", agent)])
    guard case .several(.state(_, _, .some(let registration)), nil) = registered else {
      return #expect(Bool(false), "\(registered)")
    }
    #expect(registration.description == StatementTexts.id)
    let profiles = try query(.agentProfile, [("agent", agent), ("since", "2026-01-01T00:00:00Z")])
    guard case .several(.agentProfile(.mailbox), .some(let since)) = profiles else {
      return #expect(Bool(false), "\(profiles)")
    }
    #expect(since == Instant("2026-01-01T00:00:00Z"))
  }

  /// “The Agent or Identified Group associated with this state”, in xAPI 2.0 alone.
  @Test(arguments: [DocumentResource.state, .agentProfile])
  func documentsOfAGroup(resource: DocumentResource) throws {
    let activity = resource == .state ? [("activityId", "x:a")] : []
    let group = [("agent", #"{"objectType":"Group","mbox":"mailto:g@x.org"}"#)]
    let anonymous = [("agent", #"{"objectType":"Group","member":[]}"#)]
    let found = try query(resource, activity + group, by: .version2)
    switch found {
    case .several(.state(_, .mailbox("mailto:g@x.org"), nil), nil),
      .several(.agentProfile(.mailbox("mailto:g@x.org")), nil):
      break
    default: #expect(Bool(false), "\(found)")
    }
    for (version, given) in [(XAPIVersion.version1, group), (.version1, anonymous), (.version2, anonymous)] {
      #expect(throws: QueryRefusal.self) { try query(resource, activity + given, by: version) }
    }
  }

  @Test(
    arguments: [
      (.state, ["activityId=x:a"], "agent", .missingParameter),
      (.state, ["agent"], "activityId", .missingParameter),
      (.activityProfile, [], "activityId", .missingParameter),
      (.agentProfile, [], "agent", .missingParameter),
      (.state, ["activityId=a", "agent"], "activityId", .malformedValue),
      (.state, ["activityId=x:a", "agent={}"], "agent", .malformedValue),
      (.state, ["activityId=x:a", "agent=a"], "agent", .malformedValue),
      (
        .agentProfile, [#"agent={"objectType":"Group","mbox":"mailto:a@x.org"}"#], "agent", .malformedValue
      ),
      (.state, ["activityId=x:a", "agent", "registration=1"], "registration", .malformedValue),
      (.state, ["activityId=x:a", "agent", "stateId="], "stateId", .malformedValue),
      (.state, ["activityId=x:a", "agent", "since=today"], "since", .malformedValue),
      (
        .state, ["activityId=x:a", "agent", "since=2026-01-01T00:00:00Z", "stateId=s"], "since",
        .parametersConflict
      ),
      (.state, ["activityId=x:a", "agent", "profileId=p"], "profileId", .unknownParameter),
      (.agentProfile, ["agent", "activityId=x:a"], "activityId", .unknownParameter),
      (.activityProfile, ["activityId=x:a", "ProfileId=p"], "ProfileId", .unknownParameter),
      (.activityProfile, ["activityId=x:a", "activityId=x:a"], "activityId", .repeatedParameter),
    ] as [(DocumentResource, [String], String, QueryRefusal.Reason)])
  func brokenParametersAreRefused(
    resource: DocumentResource, given: [String], parameter: String, reason: QueryRefusal.Reason
  ) {
    let pairs = given.map { text in
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      return (name: parts[0], value: parts.count > 1 ? parts[1] : #"{"mbox":"mailto:a@x.org"}"#)
    }
    let refusal = #expect(throws: QueryRefusal.self) { try query(resource, pairs) }
    #expect(refusal?.parameter == parameter)
    #expect(refusal?.reason == reason)
  }

  @Test func onlyAGetTakesSince() {
    let refusal = #expect(throws: QueryRefusal.self) {
      try DocumentQuery(
        of: .activityProfile,
        parameters: [(name: "activityId", value: "x:a"), (name: "since", value: "2026-01-01T00:00:00Z")],
        version: .version1, takesSince: false)
    }
    #expect(refusal?.reason == .unknownParameter)
  }

  private func json(_ text: String) -> Document {
    Document(contentType: "application/json", bytes: Array(text.utf8))
  }

  private func query(
    _ resource: DocumentResource, _ parameters: [(name: String, value: String)],
    by version: XAPIVersion = .version1
  ) throws -> DocumentQuery {
    try DocumentQuery(of: resource, parameters: parameters, version: version, takesSince: true)
  }
}

extension DocumentPrecondition.Verdict {
  fileprivate var inShort: String {
    switch self {
    case .granted: "ok"
    case .failed: "412"
    case .documentThere: "409"
    case .missing: "400"
    }
  }
}
