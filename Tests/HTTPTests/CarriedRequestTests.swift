import HTTP
import Testing

/// A request that another one carries in its body.
@Suite struct CarriedRequestTests {
  @Test func aHeadIsMadeOfWhatTheBodySays() throws {
    let head = try RequestHead(
      method: "POST", target: "/caf%C3%A9?method=PUT", headers: [("A", "1")], contentLength: 10,
      remoteAddress: "::1")
    let long = String(repeating: "é", count: 10_000)
    let query = [
      QueryParameter(name: "a b", value: "1&=+%"), QueryParameter(name: "long", value: long),
      QueryParameter(name: "line", value: "\r\n"),
    ]
    let carried = head.carrying(method: "PUT", query: query, headers: [("B", "2")], contentLength: 3)
    #expect(carried.method == "PUT")
    #expect(carried.path == "/caf\u{e9}")
    #expect(carried.query == query)
    #expect(carried.headers["B"] == "2")
    #expect(carried.headers["A"] == nil)
    #expect(carried.contentLength == 3)
    #expect(carried.remoteAddress == "::1")
    #expect(carried.rawTarget.hasPrefix("/caf%C3%A9?a%20b=1%26%3D%2B%25&long=%C3%A9%C3%A9"))
    #expect(carried.rawTarget.hasSuffix("&line=%0D%0A"))
    #expect(head.carrying(method: "GET", query: [], headers: [], contentLength: 0).rawTarget == "/caf%C3%A9")
  }

  @Test(arguments: [
    ("", []), ("a=1", ["a=1"]), ("a=1&b=2&a=3", ["a=1", "b=2", "a=3"]), ("a", ["a="]),
    ("&&a=b=c&", ["a=b=c"]),
    ("a+b=c%2Bd+%C3%A9", ["a b=c+d é"]), ("a=%00%0A%7F", ["a=\0\n\u{7F}"]),
  ])
  func formsAreRead(_ body: String, _ fields: [String]) throws {
    #expect(
      try RequestHead.formFields(of: Array(body.utf8)).map { "\($0.name)=\($0.value)" } == fields)
  }

  @Test(arguments: ["a=%", "a=%F", "a=%GG", "a=%FF", "%C3=1", "a=\u{FFFD}%ED%A0%80"])
  func otherBodiesAreNoForms(_ body: String) {
    #expect(throws: RequestFault.self) { try RequestHead.formFields(of: Array(body.utf8)) }
    #expect(throws: RequestFault.self) {
      try RequestHead.formFields(of: Array("a=1&b=2&c=3".utf8), limit: 2)
    }
  }
}
