import Testing
import XAPI

/// Statements that say the same (xAPI 1.0.3 Data 2.2, 2.3.1 and 4.6).
struct ComparisonTests {
  struct Pair: Sendable, CustomTestStringConvertible {
    let name: String
    let one: String
    let other: String

    init(_ name: String, _ one: String, _ other: String) {
      (self.name, self.one, self.other) = (name, one, other)
    }

    var testDescription: String { name }
  }

  static let s = StatementTexts.self

  @Test(arguments: [
    Pair("itself", s.statement(), s.statement()),
    Pair("one without id", s.statement(), s.statement(#","id":"\#(s.id)""#)),
    Pair(
      "ids in another case", s.statement(#","id":"\#(s.id)""#), s.statement(#","id":"\#(s.id.uppercased())""#)
    ),
    Pair(
      "what the store sets", s.statement(),
      s.statement(
        #","stored":"2026-01-01T00:00:00Z","authority":\#(s.agent),"version":"1.0.0","timestamp":"2026-01-01T00:00:00Z""#
      )),
    Pair(
      "one instant", s.statement(#","timestamp":"2026-01-01T02:00:00+02:00""#),
      s.statement(#","timestamp":"2026-01-01T00:00:00.000Z""#)),
    Pair(
      "types stated or implied", s.statement(),
      s.statement(
        actor: #"{"objectType":"Agent","mbox":"mailto:officer@example.org"}"#,
        object: #"{"objectType":"Activity","id":"https://example.org/activities/valuation"}"#)),
    Pair(
      "numbers by value", s.statement(#","result":{"score":{"raw":1.0}}"#),
      s.statement(#","result":{"score":{"raw":1e0}}"#)),
    Pair(
      "durations to a hundredth", s.statement(#","result":{"duration":"PT1M0.12S"}"#),
      s.statement(#","result":{"duration":"PT1M0.1237S"}"#)),
    Pair(
      "durations without decimals", s.statement(#","result":{"duration":"PT1S"}"#),
      s.statement(#","result":{"duration":"PT1.001S"}"#)),
    Pair(
      "one context activity and an array",
      s.statement(#","context":{"contextActivities":{"parent":\#(s.activity)}}"#),
      s.statement(#","context":{"contextActivities":{"parent":[\#(s.activity)]}}"#)),
    Pair(
      "members in another order",
      s.statement(
        actor: #"{"objectType":"Group","member":[{"mbox":"mailto:a@b.c"},{"mbox":"mailto:d@e.f"}]}"#),
      s.statement(
        actor: #"{"objectType":"Group","member":[{"mbox":"mailto:d@e.f"},{"mbox":"mailto:a@b.c"}]}"#)),
    Pair(
      "a registration in another case", s.statement(#","context":{"registration":"\#(s.id)"}"#),
      s.statement(#","context":{"registration":"\#(s.id.uppercased())"}"#)),
    Pair(
      "another display of the verb", s.statement(),
      s.statement(verb: #"{"id":"https://example.org/verbs/attended","display":{"en":"took part"}}"#)),
    Pair(
      "another definition of the activity", s.statement(),
      s.statement(
        object: #"{"id":"https://example.org/activities/valuation","definition":{"name":{"en":"Valuation"}}}"#
      )),
    Pair("attachments", s.statement(), s.statement(#","attachments":[]"#)),
    Pair(
      "extensions in another order", s.statement(#","result":{"extensions":{"a:b":1,"c:d":[2]}}"#),
      s.statement(#","result":{"extensions":{"c:d":[2.0],"a:b":1}}"#)),
    Pair(
      "all that in a SubStatement",
      s.subStatement(
        #","timestamp":"2026-01-01T02:00:00+02:00","context":{"contextActivities":{"parent":\#(s.activity)}}"#
      ),
      s.subStatement(
        #","context":{"contextActivities":{"parent":[\#(s.activity)]}},"timestamp":"2026-01-01T00:00:00Z""#)),
  ])
  func same(_ pair: Pair) throws {
    #expect(try isSame(pair))
  }

  @Test(arguments: [
    Pair("another actor", s.statement(), s.statement(actor: #"{"mbox":"mailto:other@example.org"}"#)),
    Pair(
      "the same actor with a name", s.statement(),
      s.statement(actor: #"{"mbox":"mailto:officer@example.org","name":"A"}"#)),
    Pair("another verb", s.statement(), s.statement(verb: #"{"id":"https://example.org/verbs/left"}"#)),
    Pair(
      "another object", s.statement(), s.statement(object: #"{"id":"https://example.org/activities/other"}"#)),
    Pair(
      "an object of another type", s.statement(),
      s.statement(object: #"{"objectType":"StatementRef","id":"\#(s.id)"}"#)),
    Pair(
      "other ids", s.statement(#","id":"\#(s.id)""#),
      s.statement(#","id":"16fd2706-8baf-433b-82eb-8c7fada847da""#)),
    Pair(
      "other instants", s.statement(#","timestamp":"2026-01-01T00:00:00Z""#),
      s.statement(#","timestamp":"2026-01-01T00:00:01Z""#)),
    Pair("a result or none", s.statement(), s.statement(#","result":{}"#)),
    Pair(
      "other results", s.statement(#","result":{"success":true}"#),
      s.statement(#","result":{"success":false}"#)),
    Pair(
      "durations a hundredth apart", s.statement(#","result":{"duration":"PT0.12S"}"#),
      s.statement(#","result":{"duration":"PT0.13S"}"#)),
    Pair(
      "numbers beyond a double", s.statement(#","result":{"score":{"raw":9007199254740993}}"#),
      s.statement(#","result":{"score":{"raw":9007199254740992}}"#)),
    Pair(
      "one member more", s.statement(actor: #"{"objectType":"Group","member":[{"mbox":"mailto:a@b.c"}]}"#),
      s.statement(
        actor: #"{"objectType":"Group","member":[{"mbox":"mailto:a@b.c"},{"mbox":"mailto:a@b.c"}]}"#)),
    Pair(
      "an instructor or a team",
      s.statement(#","context":{"instructor":{"objectType":"Group","mbox":"mailto:g@h.i"}}"#),
      s.statement(#","context":{"team":{"objectType":"Group","mbox":"mailto:g@h.i"}}"#)),
    Pair(
      "other context activities", s.statement(#","context":{"contextActivities":{"parent":\#(s.activity)}}"#),
      s.statement(#","context":{"contextActivities":{"other":\#(s.activity)}}"#)),
    Pair(
      "another verb in a SubStatement", s.subStatement(),
      s.subStatement(verb: #"{"id":"https://example.org/verbs/left"}"#)),
    Pair(
      "texts that only look equal", s.statement(#","result":{"response":"é"}"#),
      s.statement("," + #""result":{"response":"e\#u{301}"}"#)),
  ])
  func notSame(_ pair: Pair) throws {
    #expect(try !isSame(pair))
  }

  private func isSame(_ pair: Pair) throws -> Bool {
    let (one, other) = (try StatementTexts.read(pair.one), try StatementTexts.read(pair.other))
    #expect(one.isSame(as: other) == other.isSame(as: one))
    return one.isSame(as: other)
  }
}
