import HTTP
import Testing

/// Bodies of several parts (RFC 2046 §5.1).
@Suite struct MultipartTests {
  /// A body, and what it amounts to: for each part its fields and its data.
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let body: String
    let parts: [String]
    var testDescription: String { name }
  }

  static let sound = [
    Row(name: "one part", body: "--b\r\nA: 1\r\n\r\ndata\r\n--b--\r\n", parts: ["A=1|data"]),
    Row(name: "no line end at the end", body: "--b\r\nA: 1\r\n\r\ndata\r\n--b--", parts: ["A=1|data"]),
    Row(name: "a line end before", body: "\r\n--b\r\nA:1\r\n\r\ndata\r\n--b--\r\n", parts: ["A=1|data"]),
    Row(name: "three line ends before", body: "\r\n\r\n\r\n--b\r\n\r\nx\r\n--b--", parts: ["|x"]),
    Row(name: "no head", body: "--b\r\n\r\ndata\r\n--b--", parts: ["|data"]),
    Row(name: "no data", body: "--b\r\nA: 1\r\n\r\n\r\n--b--", parts: ["A=1|"]),
    Row(name: "no data and no line", body: "--b\r\nA: 1\r\n\r\n--b--", parts: ["A=1|"]),
    Row(name: "neither", body: "--b\r\n\r\n--b--", parts: ["|"]),
    Row(
      name: "two parts", body: "--b\r\nA: 1\r\nB:\t2 \r\n\r\nx\r\n--b\r\nC: 3\r\n\r\ny\r\n--b--",
      parts: ["A=1,B=2|x", "C=3|y"]),
    Row(name: "blanks behind a boundary", body: "--b \t\r\n\r\nx\r\n--b--  \r\n", parts: ["|x"]),
    Row(
      name: "what looks like a boundary", body: "--b\r\n\r\n\r\n-\r\n--\r\n--c\r\r\n--B\n--b\r\n--b--",
      parts: ["|\r\n-\r\n--\r\n--c\r\r\n--B\n--b"]),
    Row(name: "line ends at the end", body: "--b\r\n\r\nx\r\n\r\n\r\n--b--", parts: ["|x\r\n\r\n"]),
    Row(name: "something behind", body: "--b\r\n\r\nx\r\n--b--\r\nepilogue\r\n--b\r\n", parts: ["|x"]),
  ]

  static let broken = [
    ("", MultipartReader.Fault.noBoundary), ("\r\n", .noBoundary), ("data", .noBoundary),
    ("A: 1\r\n\r\nx\r\n--b--", .noBoundary), ("preamble\r\n--b\r\n\r\nx\r\n--b--", .noBoundary),
    ("\n--b\r\n\r\nx\r\n--b--", .noBoundary), ("--c\r\n\r\nx\r\n--c--", .noBoundary),
    ("--b", .unfinished), ("--b\r\n", .unfinished), ("--b\r\nA: 1\r\n\r\ndata", .unfinished),
    ("--b\r\n\r\nx\r\n--b\r\n", .unfinished), ("--b\r\n\r\nx\r\n--b-", .unfinished),
    ("--bb\r\n\r\nx\r\n--b--", .malformedHead), ("--b\n\nx\r\n--b--", .malformedHead),
    ("--b\r\nA\r\n\r\nx\r\n--b--", .malformedHead), ("--b\r\n: 1\r\n\r\nx\r\n--b--", .malformedHead),
    ("--b\r\nA : 1\r\n\r\nx\r\n--b--", .malformedHead), ("--b\r\nA: \u{1}\r\n\r\nx\r\n--b--", .malformedHead),
    ("--b\r\nA: 1\r\n 2\r\n\r\nx\r\n--b--", .malformedHead), ("--b\r\n{}\r\n--b--\r\n\r\n", .malformedHead),
  ]

  /// However it is cut into pieces.
  @Test(arguments: sound, [1, 2, 3, 5, 7, 1000])
  func parts(_ row: Row, _ size: Int) throws {
    #expect(try read(row.body, piecesOf: size) == row.parts)
  }

  @Test(arguments: broken, [1, 3, 1000])
  func refused(_ row: (body: String, fault: MultipartReader.Fault), _ size: Int) {
    #expect(throws: row.fault) { try read(row.body, piecesOf: size) }
  }

  @Test func limits() throws {
    func body(parts: Int) -> String { String(repeating: "--b\r\n\r\nx\r\n", count: parts) + "--b--" }
    #expect(try read(body(parts: 100), piecesOf: 64).count == 100)
    #expect(throws: MultipartReader.Fault.tooManyParts(limit: 100)) {
      try read(body(parts: 101), piecesOf: 64)
    }
    func body(head: Int) -> String {
      "--b\r\nA: " + String(repeating: "x", count: head - 5) + "\r\n\r\nx\r\n--b--"
    }
    #expect(try read(body(head: 8192), piecesOf: 64).count == 1)
    #expect(throws: MultipartReader.Fault.headTooLarge(limitBytes: 8192)) {
      try read(body(head: 8193), piecesOf: 64)
    }
    #expect(throws: MultipartReader.Fault.headTooLarge(limitBytes: 8192)) {
      try read("--b" + String(repeating: " ", count: 20_000), piecesOf: 64)
    }
  }

  /// Data that looks like the beginning of a boundary over and over, and line ends without number, take time in
  /// proportion to their length.
  @Test func hostileData() throws {
    let data = String(repeating: "\r\n--", count: 500_000)
    #expect(try read("--b\r\n\r\n\(data)\r\n--b--", piecesOf: 32_768) == ["|\(data)"])
    let lineEnds = String(repeating: "\r\n", count: 1_000_000)
    #expect(try read("\(lineEnds)--b\r\n\r\nx\r\n--b--", piecesOf: 32_768) == ["|x"])
  }

  @Test(arguments: [
    ("multipart/mixed; boundary=abc", "abc"), ("multipart/mixed;boundary=abc", "abc"),
    ("multipart/mixed; Boundary=\"a b;c\"", "a b;c"),
    ("multipart/mixed; charset=utf-8; boundary=abc ", "abc"),
    ("multipart/mixed; boundary=\"abcABC0123'()+_,-./:=?\"", "abcABC0123'()+_,-./:=?"),
    ("multipart/mixed; boundary=abc; x=y", "abc"), ("multipart/mixed", nil),
    ("multipart/mixed; boundary=", nil),
    ("multipart/mixed; boundary=\"\"", nil), ("multipart/mixed; xboundary=abc", nil),
    ("multipart/mixed; boundary=\"abc \"", nil),
    ("multipart/mixed; boundary=" + String(repeating: "x", count: 70), String(repeating: "x", count: 70)),
    ("multipart/mixed; boundary=" + String(repeating: "x", count: 71), nil),
  ])
  func boundaries(_ contentType: String, _ boundary: String?) {
    #expect(MultipartReader.boundary(of: contentType) == boundary)
  }

  /// The parts as `name=value,…|data`.
  private func read(_ body: String, piecesOf size: Int) throws -> [String] {
    var reader = MultipartReader(boundary: "b")
    var parts: [String] = []
    var (head, data) = ("", [UInt8]())
    var rest = Array(body.utf8)[...]
    while !rest.isEmpty {
      try reader.receive(Array(rest.prefix(size))) { event in
        switch event {
        case .head(let fields):
          (head, data) = (fields.all.map { "\($0.name)=\($0.value)" }.joined(separator: ","), [])
        case .data(let octets): data += octets
        case .end: parts.append("\(head)|" + String(decoding: data, as: UTF8.self))
        }
      }
      rest = rest.dropFirst(size)
    }
    try reader.finish()
    return parts
  }
}
