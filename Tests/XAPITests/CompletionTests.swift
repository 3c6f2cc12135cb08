import JSON
import Testing
import Values
import XAPI

/// What the record store adds, and that nothing else changes (xAPI 1.0.3 Data 2.3.1 and 2.4).
struct CompletionTests {
  static let key = Actor.agent(Agent(identity: .account(homePage: "https://example.org", name: "key")))
  static let keyText = #"{"objectType":"Agent","account":{"homePage":"https://example.org","name":"key"}}"#

  @Test func whatIsAbsentIsAddedAndTheRestIsAsSent() throws {
    let sent =
      #"{ "verb" : \#(StatementTexts.verb), "actor":\#(StatementTexts.agent),"object":\#(StatementTexts.activity), "result":{"score":{ "raw":1.50e0 },"response":"\u00e9\/"} }"#
    #expect(
      try completed(sent)
        == #"{"id":"\#(StatementTexts.id)","verb" : \#(StatementTexts.verb),"actor":\#(StatementTexts.agent),"object":\#(StatementTexts.activity),"result":{"score":{ "raw":1.50e0 },"response":"\u00e9\/"},"timestamp":"2026-03-01T12:00:00.000001Z","stored":"2026-03-01T12:00:00.000001Z","authority":\#(Self.keyText),"version":"1.0.0"}"#
    )
  }

  @Test func whatIsGivenIsKeptButForStoredAndAuthority() throws {
    let sent = StatementTexts.statement(
      #","id":"7CCD3322-e1a5-411a-a67d-6a735c76f119","stored":"2000-01-01T00:00:00Z","timestamp":"2026-02-01T00:00:00+02:00","version":"1.0","authority":{"mbox":"mailto:b@example.org"}"#
    )
    let rest =
      #","id":"7CCD3322-e1a5-411a-a67d-6a735c76f119","timestamp":"2026-02-01T00:00:00+02:00","version":"1.0""#
    #expect(
      try completed(sent)
        == StatementTexts.statement(
          rest + #","stored":"2026-03-01T12:00:00.000001Z","authority":\#(Self.keyText)"#))
    #expect(
      try completed(sent, trustingSender: true)
        == StatementTexts.statement(
          rest + #","authority":{"mbox":"mailto:b@example.org"},"stored":"2026-03-01T12:00:00.000001Z""#))
  }

  @Test func aSingleContextActivityBecomesAnArray() throws {
    let sent =
      #","context":{"language": "en","contextActivities":{"parent":{"id" :"https://example.org/p"},"other":[ {"id":"https://example.org/o"}]}}"#
    let kept =
      #","context":{"language": "en","contextActivities":{"parent":[{"id" :"https://example.org/p"}],"other":[ {"id":"https://example.org/o"}]}}"#
    #expect(try completed(StatementTexts.statement(sent)).contains(kept))
    #expect(
      try completed(StatementTexts.subStatement(sent)).contains(
        StatementTexts.subStatement(kept).dropFirst().dropLast()))
  }

  @Test(arguments: [
    ("2026-02-01T01:30:00.1234567+02:00", "2026-01-31T23:30:00.1234567Z"),
    ("2026-02-01T00:00:00-05:30", "2026-02-01T05:30:00Z"),
    ("2026-02-01T00:00:00.120Z", "2026-02-01T00:00:00.120Z"),
    ("2026-02-01T00:00:00+00:00", "2026-02-01T00:00:00Z"),
  ])
  func version2GivesTimestampsInUTC(sent: String, given: String) throws {
    let text = StatementTexts.statement(#","timestamp":"\#(sent)""#)
    #expect(try completed(text, version: .version2).contains(#""timestamp":"\#(given)""#))
    #expect(try completed(text, version: .version2).contains(#""version":"2.0.0""#))
    #expect(try completed(text).contains(#""timestamp":"\#(sent)""#))
  }

  @Test func authoritiesOfEveryKindAreWrittenAsTheyAreRead() throws {
    let identities: [ActorIdentity] = [
      .mailbox("mailto:a@example.org"), .mailboxDigest("ebd31e95054c018b10727ccffd2ef2ec3a016ee9"),
      .openID("https://example.org/a"), .account(homePage: "https://example.org", name: "a\"b"),
    ]
    for identity in identities {
      let pair = Actor.group(
        Group(
          identity: nil,
          members: [Agent(identity: identity, name: "A"), Agent(identity: .mailbox("mailto:b@example.org"))]))
      let text = try completed(StatementTexts.statement(), authority: pair)
      #expect(
        try StatementTexts.read(text).authority?.identities == [identity, .mailbox("mailto:b@example.org")])
    }
  }

  private func completed(
    _ text: String, version: XAPIVersion = .version1, authority: Actor = key, trustingSender: Bool = false
  ) throws -> String {
    let statement = try StatementTexts.read(text, by: version)
    let id = try #require(UUID(StatementTexts.id))
    let stored = try #require(Instant("2026-03-01T12:00:00.000001Z"))
    let octets = statement.completed(
      id: id, stored: stored, authority: authority, trustingSender: trustingSender)
    let again = try Statement(validating: JSONDocument(octets).root, by: version)
    #expect(statement.isSame(as: again) && again.isSame(as: statement))
    return String(decoding: octets, as: UTF8.self)
  }
}
