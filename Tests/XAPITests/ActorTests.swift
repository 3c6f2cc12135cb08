import Testing
import XAPI

/// xAPI 1.0.3 Data 2.4.2: the same rules wherever an actor stands.
struct ActorTests {
  static let account = #"{"homePage":"https://example.org/","name":"1"}"#
  static let member = #"{"mbox":"mailto:a@example.org"}"#

  /// "An Agent MUST be identified by one (1) of the four types of Inverse Functional Identifiers."
  @Test(arguments: [
    Broken("no identifier", #"{"name":"Officer"}"#, .identifierCount),
    Broken("an empty object", "{}", .identifierCount),
    Broken(
      "two identifiers", #"{"mbox":"mailto:a@example.org","openid":"https://example.org/a"}"#,
      .identifierCount, "/openid"),
    Broken("a mailbox without mailto", #"{"mbox":"a@example.org"}"#, .malformedMailbox, "/mbox"),
    Broken("a mailbox without @", #"{"mbox":"mailto:example.org"}"#, .malformedMailbox, "/mbox"),
    Broken("a mailbox with nothing before @", #"{"mbox":"mailto:@example.org"}"#, .malformedMailbox, "/mbox"),
    Broken("a mailbox with nothing behind @", #"{"mbox":"mailto:a@"}"#, .malformedMailbox, "/mbox"),
    Broken("a mailbox with a space", #"{"mbox":"mailto:a b@example.org"}"#, .malformedMailbox, "/mbox"),
    Broken("a mailbox that is a number", #"{"mbox":1}"#, .wrongType, "/mbox"),
    Broken("a mailbox that is null", #"{"mbox":null}"#, .wrongType, "/mbox"),
    Broken(
      "a digest of 39 digits", #"{"mbox_sha1sum":"\#(String(repeating: "a", count: 39))"}"#, .malformedDigest,
      "/mbox_sha1sum"),
    Broken(
      "a digest of 41 digits", #"{"mbox_sha1sum":"\#(String(repeating: "a", count: 41))"}"#, .malformedDigest,
      "/mbox_sha1sum"),
    Broken(
      "a digest with a g", #"{"mbox_sha1sum":"\#(String(repeating: "a", count: 39))g"}"#, .malformedDigest,
      "/mbox_sha1sum"),
    Broken("an openid without scheme", #"{"openid":"example.org"}"#, .malformedIRI, "/openid"),
    Broken("an account without homePage", #"{"account":{"name":"1"}}"#, .missingProperty, "/account"),
    Broken(
      "an account without name", #"{"account":{"homePage":"https://example.org/"}}"#, .missingProperty,
      "/account"),
    Broken(
      "an account's name as a number", #"{"account":{"homePage":"https://example.org/","name":1}}"#,
      .wrongType, "/account/name"),
    Broken(
      "a homePage that is no IRL", #"{"account":{"homePage":"example","name":"1"}}"#, .malformedIRI,
      "/account/homePage"),
    Broken(
      "an account with more", #"{"account":{"homePage":"https://example.org/","name":"1","id":"1"}}"#,
      .unknownProperty, "/account/id"),
    Broken("a name that is a number", #"{"mbox":"mailto:a@example.org","name":1}"#, .wrongType, "/name"),
    Broken(
      "an unknown property", #"{"mbox":"mailto:a@example.org","email":"a"}"#, .unknownProperty, "/email"),
    Broken(
      "objectType in lower case", #"{"objectType":"agent","mbox":"mailto:a@example.org"}"#, .valueNotListed,
      "/objectType"),
    Broken(
      "objectType Activity", #"{"objectType":"Activity","mbox":"mailto:a@example.org"}"#, .valueNotListed,
      "/objectType"),
    Broken(
      "an agent with members", #"{"mbox":"mailto:a@example.org","member":[]}"#, .unknownProperty, "/member"),
    Broken("an anonymous group without members", #"{"objectType":"Group","name":"Team"}"#, .membersMissing),
    Broken(
      "a group with two identifiers",
      #"{"objectType":"Group","mbox":"mailto:a@example.org","account":\#(account)}"#, .identifierCount,
      "/account"),
    Broken(
      "a group in a group",
      #"{"objectType":"Group","member":[\#(member),{"objectType":"Group","member":[]}]}"#, .valueNotListed,
      "/member/1"),
    Broken(
      "a member without identifier",
      #"{"objectType":"Group","mbox":"mailto:a@example.org","member":[{"name":"A"}]}"#, .identifierCount,
      "/member/0"),
    Broken("members in an object", #"{"objectType":"Group","member":\#(member)}"#, .wrongType, "/member"),
    Broken("a string", #""officer""#, .wrongType), Broken("an array", "[]", .wrongType),
  ])
  func brokenActorsAreRefusedInEveryPlace(_ row: Broken) {
    let text = row.value
    row.expectRefusal(StatementTexts.statement(actor: text), at: "/actor\(row.pointer)")
    row.expectRefusal(StatementTexts.subStatement(actor: text), at: "/object/actor\(row.pointer)")
    row.expectRefusal(StatementTexts.statement(#","authority":\#(text)"#), at: "/authority\(row.pointer)")
    row.expectRefusal(
      StatementTexts.statement(#","context":{"instructor":\#(text)}"#),
      at: "/context/instructor\(row.pointer)")
    row.expectRefusal(
      StatementTexts.subStatement(#","context":{"instructor":\#(text)}"#),
      at: "/object/context/instructor\(row.pointer)")
  }

  @Test(arguments: [
    (#"{"mbox":"mailto:a@example.org"}"#, "mbox mailto:a@example.org"),
    (#"{"objectType":"Agent","name":"","openid":"https://example.org/a"}"#, "openid https://example.org/a"),
    (
      #"{"mbox_sha1sum":"EBD31E95054C018B10727CCFFD2EF2EC3A016EE9"}"#,
      "mbox_sha1sum ebd31e95054c018b10727ccffd2ef2ec3a016ee9"
    ),
    (#"{"account":{"homePage":"https://example.org/","name":"a b"}}"#, "account https://example.org/ a b"),
    (#"{"objectType":"Group","mbox":"mailto:t@example.org"}"#, "mbox mailto:t@example.org"),
    (#"{"objectType":"Group","mbox":"mailto:t@example.org","member":[]}"#, "mbox mailto:t@example.org"),
  ])
  func identityHasOneText(actor: String, canonicalText: String) throws {
    #expect(
      try StatementTexts.read(StatementTexts.statement(actor: actor)).actor.identity?.canonicalText
        == canonicalText)
  }

  @Test func anAnonymousGroupHasNoIdentityButMembers() throws {
    let group = #"{"objectType":"Group","member":[\#(Self.member),{"account":\#(Self.account)}]}"#
    let actor = try StatementTexts.read(StatementTexts.statement(actor: group)).actor
    #expect(actor.identity == nil)
    #expect(
      actor.identities == [
        .mailbox("mailto:a@example.org"), .account(homePage: "https://example.org/", name: "1"),
      ])
  }

  @Test func identitiesThatOnlyLookEqualAreDifferent() {
    let composed = ActorIdentity.account(homePage: "https://example.org/", name: "Jos\u{E9}")
    let decomposed = ActorIdentity.account(homePage: "https://example.org/", name: "Jose\u{301}")
    #expect(composed != decomposed)
    #expect(composed.hashValue != decomposed.hashValue)
  }

  /// "team: Group"; agents as objects "MUST include objectType" (Data 2.4.4.2).
  @Test func onlyAGroupIsATeam() throws {
    _ = try StatementTexts.read(
      StatementTexts.statement(#","context":{"team":{"objectType":"Group","mbox":"mailto:t@example.org"}}"#))
    Broken("", "", .valueNotListed).expectRefusal(
      StatementTexts.statement(#","context":{"team":\#(Self.member)}"#), at: "/context/team")
  }

  /// "An LRS MUST reject … an authority … a Group … of other than two Agents"; an OAuth pair is anonymous (Data 2.4.9).
  @Test(arguments: [
    (#"{"objectType":"Group","member":[M,M]}"#, true),
    (#"{"objectType":"Group","member":[M]}"#, false),
    (#"{"objectType":"Group","member":[M,M,M]}"#, false),
    (#"{"objectType":"Group","mbox":"mailto:g@example.org","member":[M,M]}"#, false),
    (#"{"objectType":"Group","mbox":"mailto:g@example.org"}"#, false),
  ])
  func authorityIsAnAgentOrAPair(group: String, isGood: Bool) throws {
    let authority = group.split(separator: "M", omittingEmptySubsequences: false).joined(
      separator: Self.member)
    let text = StatementTexts.statement(#","authority":\#(authority)"#)
    if isGood {
      #expect(try StatementTexts.read(text).authority?.identities.count == 2)
    } else {
      Broken("", "", .authorityNotAllowed).expectRefusal(text, at: "/authority")
    }
  }
}
