import HTTP
import Synchronization
import Testing

/// RFC 9112 §11.2: a head that two readers can take apart differently is refused and the connection closed.
@Suite struct FramingTests {
  struct Row: CustomTestStringConvertible {
    let testDescription: String
    let request: String
    let status: Int
    let code: String

    init(_ name: String, _ request: String, _ status: Int = 400, _ code: String = "malformed-head") {
      testDescription = name
      self.request = request
      self.status = status
      self.code = code
    }
  }

  static let refused: [Row] = [
    Row(
      "both length forms",
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
    Row(
      "two Content-Length, equal",
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\na"),
    Row(
      "two Content-Length, different",
      "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\ncontent-length: 2\r\n\r\nab"),
    Row(
      "two Transfer-Encoding",
      "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
    ),
    Row("two Host", "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n"),
    Row("no Host in 1.1", "GET / HTTP/1.1\r\nAccept: */*\r\n\r\n"),
    Row("no field at all in 1.1", "GET / HTTP/1.1\r\n\r\n"),
    Row("Host with a slash", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n"),
    Row("Host with a space", "GET / HTTP/1.1\r\nHost: a b\r\n\r\n"),
    Row("a name that is no token", "GET / HTTP/1.1\r\nHost: a\r\nX(y): 1\r\n\r\n"),
    Row("a space before the colon", "GET / HTTP/1.1\r\nHost : a\r\n\r\n"),
    Row("a name with bytes above ASCII", "GET / HTTP/1.1\r\nHost: a\r\nX\u{e9}: 1\r\n\r\n"),
    Row("DEL in a value", "GET / HTTP/1.1\r\nHost: a\r\nX: a\u{7f}b\r\n\r\n"),
    Row("a control character in a value", "GET / HTTP/1.1\r\nHost: a\r\nX: a\u{1}b\r\n\r\n"),
    Row("a bare CR in a value", "GET / HTTP/1.1\r\nHost: a\r\nX: a\rY: b\r\n\r\n"),
    Row("a bare CR at a line's end", "GET / HTTP/1.1\r\nHost: a\rX: a\r\n\r\n"),
    Row("a bare LF at a line's end", "GET / HTTP/1.1\r\nHost: a\nX: a\r\n\r\n"),
    Row("a bare LF after the request line", "GET / HTTP/1.1\nHost: a\r\n\r\n"),
    Row("bare LF throughout", "GET / HTTP/1.1\nHost: a\n\n"),
    Row("a bare LF as the last line", "GET / HTTP/1.1\r\nHost: a\r\n\n"),
    Row("a folded line", "GET / HTTP/1.1\r\nHost: a\r\nX: a\r\n b\r\n\r\n"),
    Row("a folded last line", "GET / HTTP/1.1\r\nHost: a\r\nX: a\r\n\tb\r\nY: c\r\n\r\n"),
    Row("NUL in a value", "GET / HTTP/1.1\r\nHost: a\r\nX: a\0b\r\n\r\n"),
    Row("NUL in the target", "GET /a\0b HTTP/1.1\r\nHost: a\r\n\r\n"),
    Row("two spaces in the request line", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n"),
    Row("a space in the target", "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n", 400, "malformed-target"),
    Row("a method that is no token", "GE(T / HTTP/1.1\r\nHost: a\r\n\r\n"),
    Row("chunked in 1.0", "POST / HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
    Row(
      "another transfer coding", "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n", 501,
      "unsupported-transfer-coding"),
    Row(
      "chunked twice in one field",
      "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, chunked\r\n\r\n", 501,
      "unsupported-transfer-coding"),
    Row("HTTP/1.2", "GET / HTTP/1.2\r\nHost: a\r\n\r\n", 505, "unsupported-version"),
  ]

  @Test(arguments: refused) func isRefusedAndClosed(_ row: Row) throws {
    let desk = Desk()
    try serving(desk) { server in
      let wire = try Wire(port: server.port)
      wire.send(row.request)
      let answer = try wire.answer()
      #expect(answer.status == row.status)
      #expect(answer.text == row.code)
      #expect(answer["Content-Type"] == "application/problem+json")
      #expect(answer["Connection"]?.lowercased() == "close")
      #expect(try wire.isClosed())
    }
    #expect(desk.asked.load(ordering: .relaxed) == 0)
  }

  /// The library answers these, or closes, before anyone is asked: no more can be told than that they end.
  static let cutOff: [Row] = [
    Row("NUL in a name", "GET / HTTP/1.1\r\nHost: a\r\nX\0: a\r\n\r\n"),
    Row("a line without a colon", "GET / HTTP/1.1\r\nHost: a\r\nnonsense\r\n\r\n"),
    Row("a length that is no number", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: abc\r\n\r\n"),
    Row("a signed length", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: +5\r\n\r\nabcde"),
    Row("a negative length", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\nabcde"),
    Row(
      "a length beyond 64 bits", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 18446744073709551616\r\n\r\n"),
    Row("a list of lengths", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5, 5\r\n\r\nabcde"),
    Row("no version", "GET /\r\nHost: a\r\n\r\n"),
    Row("HTTP/2.0", "GET / HTTP/2.0\r\nHost: a\r\n\r\n"),
    Row("no HTTP", "GET / FTP/1.1\r\nHost: a\r\n\r\n"),
    Row(
      "a chunk size that is none",
      "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\nabc\r\n0\r\n\r\n"),
    Row(
      "a signed chunk size",
      "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n-3\r\nabc\r\n0\r\n\r\n"),
    Row(
      "a hexadecimal prefix",
      "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0x3\r\nabc\r\n0\r\n\r\n"),
    Row(
      "a chunk longer than its size",
      "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcdef\r\n0\r\n\r\n"),
    Row(
      "a chunk size beyond 64 bits",
      "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n10000000000000003\r\nabc\r\n0\r\n\r\n"),
    Row("binary", "\u{16}\u{3}\u{1}\0\r\n\r\n"),
  ]

  @Test(arguments: cutOff) func isNeverHandedOn(_ row: Row) throws {
    let desk = Desk()
    try serving(desk) { server in
      let wire = try Wire(port: server.port)
      wire.send(row.request + "GET /second HTTP/1.1\r\nHost: a\r\n\r\n")
      wire.endSending()
      let came = String(decoding: try wire.rest(), as: UTF8.self)
      #expect(came.isEmpty || came.hasPrefix("HTTP/1.1 4") || came.hasPrefix("HTTP/1.1 5"), "\(came)")
      #expect(!came.contains("second"))
    }
    #expect(desk.asked.load(ordering: .relaxed) == 0)
  }

  static let accepted: [Row] = [
    Row("the least", "GET / HTTP/1.1\r\nHost: a\r\n\r\n", 200, "GET / "),
    Row("1.0 without Host", "GET / HTTP/1.0\r\n\r\n", 200, "GET / "),
    Row("an empty Host", "GET / HTTP/1.1\r\nHost:\r\n\r\n", 200, "GET / "),
    Row("a Host in brackets with a port", "GET / HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n", 200, "GET / "),
    Row("spaces and tabs around a value", "GET / HTTP/1.1\r\nHost:\t a \t\r\nX:1 \r\n\r\n", 200, "GET / "),
    Row("an empty value", "GET / HTTP/1.1\r\nHost: a\r\nX:\r\nY: 1\r\n\r\n", 200, "GET / "),
    Row("a value above ASCII", "GET / HTTP/1.1\r\nHost: a\r\nX: \u{e9}\r\n\r\n", 200, "GET / "),
    Row("cookies", "GET / HTTP/1.1\r\nHost: a\r\nCookie: a=1; b=2\r\nX: 1\r\n\r\n", 200, "GET / "),
    Row("a length", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nabcde", 200, "POST / abcde"),
    Row(
      "chunks",
      "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: Chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n",
      200, "POST / abcde"),
    Row(
      "chunks with a trailer",
      "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\nX: 1\r\n\r\n", 200,
      "POST / abc"),
    Row("absolute form", "GET http://b:80/x?y HTTP/1.1\r\nHost: a\r\n\r\n", 200, "GET /x "),
    Row("an unknown method", "BREW /pot HTTP/1.1\r\nHost: a\r\n\r\n", 200, "BREW /pot "),
    Row("a query", "GET /?a=1&b=2&&c HTTP/1.1\r\nHost: a\r\nX: 1\r\n\r\n", 200, "GET / "),
  ]

  @Test(arguments: accepted) func isAnswered(_ row: Row) throws {
    try serving { server in
      let wire = try Wire(port: server.port)
      wire.send(row.request)
      let answer = try wire.answer()
      #expect(answer.status == row.status)
      #expect(answer.text == row.code)
    }
  }

  @Test func headDroppedInPiecesIsReadAsOne() throws {
    try serving { server in
      let wire = try Wire(port: server.port)
      for byte in "POST /p?a=b HTTP/1.1\r\nHost: a\r\nX: 1\r\nContent-Length: 3\r\n\r\nabc".utf8 {
        wire.send([byte])
      }
      #expect(try wire.answer().text == "POST /p abc")
    }
  }
}
