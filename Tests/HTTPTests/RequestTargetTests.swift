import HTTP
import Testing

@Suite struct RequestTargetTests {
  static let paths: [(String, String)] = [
    ("/", "/"), ("/a/b", "/a/b"), ("/a%20b", "/a b"), ("/caf%c3%a9", "/caf\u{e9}"), ("/a+b", "/a+b"),
    ("/a//b", "/a//b"), ("/%252e", "/%2e"), ("/;x=1", "/;x=1"), ("/...", "/..."), ("/.a/b.", "/.a/b."),
    ("/%F0%9F%98%80", "/\u{1F600}"), ("/?x", "/"), ("http://a", "/"), ("http://a?x=1", "/"),
    ("HTTPS://a:1/b", "/b"), ("/e%CC%81", "/e\u{301}"), ("/%5c", "/\\"), ("/a%3Fb", "/a?b"),
  ]

  @Test(arguments: paths) func decodesThePath(_ target: String, _ path: String) throws {
    let head = try RequestHead(method: "GET", target: target)
    #expect(Array(head.path.utf8) == Array(path.utf8))
  }

  static let refused = [
    "", "a", "*", "?a", "//a/../b", "/..", "/.", "/a/..", "/a/../b", "/a/./b", "/%2e%2e/b", "/.%2E/b", "/%2e",
    "/a%2fb", "/a%2Fb", "/%2e%2e%2f", "/%", "/%4", "/%zz", "/%+1", "/a%", "/%00", "/a%0d%0ab", "/%7f", "/%1b",
    "/%c0%ae", "/%c0%af", "/%ff", "/%ed%a0%80", "/%f4%90%80%80", "/%e2%82", "/a b", "/caf\u{e9}", "/a\u{7f}",
    "/?%", "/?a=%4", "/?a=%00", "/?%ff=1", "/?a=%c0%80", "ftp://a/b", "http:///b", "http://", "a:80",
    "/?a=%1b",
  ]

  @Test(arguments: refused) func refuses(_ target: String) {
    let fault = #expect(throws: RequestFault.self) { try RequestHead(method: "GET", target: target) }
    #expect(fault?.status == 400)
    #expect(fault?.code == "malformed-target")
  }

  @Test func takesTheAsteriskForOptions() throws {
    #expect(try RequestHead(method: "OPTIONS", target: "*").path == "*")
  }

  static let queries: [(String, [String])] = [
    ("/", []), ("/?", []), ("/?&&", []), ("/?a", ["a", ""]), ("/?a=", ["a", ""]), ("/?=b", ["", "b"]),
    ("/?a=b=c", ["a", "b=c"]), ("/?a=b&c=d", ["a", "b", "c", "d"]), ("/?a=%26%3D", ["a", "&="]),
    ("/?a=%0A", ["a", "\n"]), ("/?a=b?c", ["a", "b?c"]), ("/?a%5Bb%5D=1", ["a[b]", "1"]),
    ("/?a=%7B%22x%22%3A1%7D", ["a", "{\"x\":1}"]),
  ]

  @Test(arguments: queries) func decodesTheQuery(_ target: String, _ expected: [String]) throws {
    let query = try RequestHead(method: "GET", target: target).query
    #expect(query.flatMap { [$0.name, $0.value] } == expected)
  }
}
