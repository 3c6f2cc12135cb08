import JSON
import Testing

struct EquivalenceTests {
  @Test(arguments: [
    ("{\"a\":1,\"b\":[true,null]}", " { \"b\" : [ true , null ] , \"a\" : 1.0 } "),
    (#""\u0041""#, #""A""#),
    (#"{"\u0062":1,"a":2}"#, #"{"a":2,"b":1}"#),
    ("[1,10,100]", "[1e0,1e1,1e2]"),
    ("{}", "{ }"),
  ])
  func equivalent(one: String, other: String) throws {
    #expect(try isEquivalent(one, other))
  }

  @Test(arguments: [
    ("[1,2]", "[2,1]"), ("[1]", "[1,1]"), ("{\"a\":1}", "{\"a\":1,\"b\":1}"), ("{\"a\":1}", "{\"b\":1}"),
    ("1", "\"1\""), ("null", "false"), ("true", "false"), ("{}", "[]"), ("\"e\u{301}\"", "\"\u{E9}\""),
    ("9007199254740993", "9007199254740992"), ("{\"a\":{\"b\":1}}", "{\"a\":{\"b\":2}}"),
  ])
  func notEquivalent(one: String, other: String) throws {
    #expect(try !isEquivalent(one, other))
    #expect(try !isEquivalent(other, one))
  }

  private func isEquivalent(_ one: String, _ other: String) throws -> Bool {
    try JSONDocument(Array(one.utf8)).root.isEquivalent(to: JSONDocument(Array(other.utf8)).root)
  }
}
