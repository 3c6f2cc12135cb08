import HTTP
import Synchronization
import Testing

@Suite struct LimitTests {
  struct Row: CustomTestStringConvertible {
    let testDescription: String
    let head: String
    let status: Int

    init(_ name: String, _ head: String, _ status: Int) {
      testDescription = name
      self.head = head
      self.status = status
    }
  }

  /// A request whose head is so many bytes in all.
  static func head(ofBytes count: Int) -> String {
    let start = "GET / HTTP/1.1\r\nHost: a\r\nX: "
    return start + String(repeating: "x", count: count - start.utf8.count - 4) + "\r\n\r\n"
  }

  static func target(_ target: String) -> String { "GET \(target) HTTP/1.1\r\nHost: a\r\n\r\n" }

  static func fields(_ count: Int) -> String {
    "GET / HTTP/1.1\r\nHost: a\r\n" + String(repeating: "X: 1\r\n", count: count - 1) + "\r\n"
  }

  static let heads: [Row] = [
    Row("a target at the limit", target("/" + String(repeating: "a", count: 8191)), 200),
    Row("a target one past it", target("/" + String(repeating: "a", count: 8192)), 414),
    Row("a target of 64 KiB", target("/" + String(repeating: "a", count: 65535)), 414),
    Row("100 parameters", target("/?" + Array(repeating: "a=b", count: 100).joined(separator: "&")), 200),
    Row("101 parameters", target("/?" + Array(repeating: "a=b", count: 101).joined(separator: "&")), 400),
    Row("2,700 parameters", target("/?" + Array(repeating: "a", count: 2700).joined(separator: "&")), 400),
    Row("10,000 parameters", target("/?" + Array(repeating: "a", count: 10000).joined(separator: "&")), 414),
    Row("a head at the limit", head(ofBytes: 16384), 200),
    Row("a head one past it", head(ofBytes: 16385), 431),
    Row("a field of 64 KiB", head(ofBytes: 65536), 431),
    Row("100 fields", fields(100), 200),
    Row("101 fields", fields(101), 431),
    Row("500 fields", fields(500), 431),
    Row("5,000 fields", fields(5000), 431),
  ]

  @Test(arguments: heads) func ofTheHead(_ row: Row) throws {
    try serving { server in
      let wire = try Wire(port: server.port)
      wire.send(row.head)
      #expect(try wire.answer().status == row.status)
      let next = try Wire(port: server.port)
      next.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
      #expect(try next.answer().status == 200)
    }
  }

  static func post(_ count: Int, fields: String = "") -> String {
    "POST / HTTP/1.1\r\nHost: a\r\n\(fields)Content-Length: \(count)\r\n\r\n"
  }

  static func chunked(_ count: Int) -> String {
    let chunk = "64\r\n" + String(repeating: "b", count: 100) + "\r\n"
    let rest = count % 100
    return "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"
      + String(repeating: chunk, count: count / 100)
      + (rest == 0 ? "" : String(rest, radix: 16) + "\r\n" + String(repeating: "b", count: rest) + "\r\n")
      + "0\r\n\r\n"
  }

  static func whole(_ count: Int) -> String { post(count) + String(repeating: "b", count: count) }

  /// The reception's limit is 1,000 bytes.
  static let bodies: [Row] = [
    Row("declared, at the limit", whole(1000), 200),
    Row("declared, one past it", whole(1001), 413),
    Row("in chunks, at the limit", chunked(1000), 200),
    Row("in chunks, one past it", chunked(1001), 413),
    Row("in chunks, ten times", chunked(10_000), 413),
  ]

  @Test(arguments: bodies) func ofTheBodyAndTheConnectionLivesOn(_ row: Row) throws {
    try serving { server in
      let wire = try Wire(port: server.port)
      for _ in 1...2 {
        wire.send(row.head)
        let answer = try wire.answer()
        #expect(answer.status == row.status)
        #expect(row.status == 200 || answer.text == "body-too-large")
      }
    }
  }

  @Test(arguments: bodies) func ofAStreamedBody(_ row: Row) throws {
    let sink = Bucket()
    try serving(Desk(reception: { _ in .stream(sink, limitBytes: 1000) })) { server in
      let wire = try Wire(port: server.port)
      wire.send(row.head)
      #expect(try wire.answer().status == row.status)
      #expect(sink.received.withLock { $0.count } <= 1000)
    }
  }

  @Test func bodyOfAGigabyteIsRefusedUnread() throws {
    try serving { server in
      let wire = try Wire(port: server.port)
      wire.send(Self.post(1_000_000_000))
      let answer = try wire.answer()
      #expect(answer.status == 413)
      #expect(try wire.isClosed())
    }
  }

  @Test func expectedContinueIsNotGivenForABodyThatIsTooLarge() throws {
    try serving { server in
      let wire = try Wire(port: server.port)
      wire.send(Self.post(2000, fields: "Expect: 100-continue\r\n"))
      #expect(try wire.answer().status == 413)
      #expect(try wire.isClosed())
    }
  }

  @Test func expectedContinueIsGiven() throws {
    try serving { server in
      let wire = try Wire(port: server.port)
      wire.send(Self.post(3, fields: "Expect: 100-continue\r\n"))
      wire.send("abc")
      #expect(try wire.answer().text == "POST / abc")
    }
  }

  @Test func endlessChunksAreCutOff() throws {
    try serving { server in
      let wire = try Wire(port: server.port)
      wire.send("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n")
      let chunk = Array("2710\r\n".utf8) + [UInt8](repeating: 0x62, count: 10_000) + Array("\r\n".utf8)
      var sent = 0
      while sent < 10_000, wire.send(chunk) { sent += 1 }
      #expect(sent < 10_000)
    }
  }

  @Test func noBodyIsWantedWhereNoneIsReceived() throws {
    try serving(Desk(reception: { _ in .none })) { server in
      let wire = try Wire(port: server.port)
      wire.send(Self.whole(1) + Self.target("/"))
      #expect(try wire.answer().status == 413)
      #expect(try wire.answer().status == 200)
    }
  }

  @Test func oneAddressGetsSoManyConnections() throws {
    try serving(configure: { $0.connectionLimitPerAddress = 2 }) { server in
      let wires = try (1...2).map { _ in try Wire(port: server.port) }
      for wire in wires {
        wire.send(Self.target("/"))
        #expect(try wire.answer().status == 200)
      }
      let third = try Wire(port: server.port)
      third.send(Self.target("/"))
      #expect(try third.rest().isEmpty)
    }
  }
}
