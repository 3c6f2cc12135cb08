import Glibc
import HTTP
import Synchronization
import Testing

@Suite struct TimeoutTests {
  static func impatient(_ configuration: inout Server.Configuration) {
    configuration.headTimeout = .milliseconds(200)
    configuration.idleTimeout = .seconds(1)
    configuration.transferGrace = .milliseconds(200)
    configuration.minimumBytesPerSecond = 1_000_000
  }

  /// Sends byte by byte for ever; true when the other side closes, false after thousands of bytes.
  static func drips(_ wire: Wire, _ text: String) -> Bool {
    for _ in 1...1000 {
      for byte in text.utf8 {
        guard wire.send([byte]) else { return true }
        usleep(10_000)
      }
    }
    return false
  }

  static let starts: [(String, String)] = [
    ("", "X"), ("GET / HTTP/1.1\r\nHost: a\r\n", "X: 1\r\n"),
    ("GET / HTTP/1.1\r\nHost: a\r\nX: ", "1"),
    ("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 900\r\n\r\n", "1"),
    ("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\na\r\n"),
    ("GET / HTTP/1.1\r\nHost: a\r\n\r\n", "X"),
  ]

  @Test(arguments: starts) func drippedBytesAreCutOff(_ start: String, _ drip: String) throws {
    let desk = Desk()
    try serving(desk, configure: Self.impatient) { server in
      let wire = try Wire(port: server.port)
      wire.send(start)
      #expect(Self.drips(wire, drip))
      let other = try Wire(port: server.port)
      other.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
      #expect(try other.answer().status == 200)
    }
  }

  @Test(arguments: ["", "GET / HT", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 900\r\n\r\nabc"])
  func silenceIsCutOff(_ start: String) throws {
    try serving(configure: Self.impatient) { server in
      let wire = try Wire(port: server.port)
      wire.send(start)
      #expect(try wire.rest().isEmpty)
    }
  }

  @Test func answerThatIsNotTakenIsCutOff() throws {
    let bytes = [UInt8](repeating: 7, count: 50_000_000)
    let desk = Desk { _, reply in reply.send(Response(status: 200, body: .bytes(bytes))) }
    try serving(
      desk,
      configure: {
        Self.impatient(&$0)
        $0.minimumBytesPerSecond = 500_000_000
      }
    ) { server in
      let wire = try Wire(port: server.port)
      wire.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
      usleep(1_500_000)
      #expect(try wire.rest().count < bytes.count)
    }
  }

  @Test func waitForTheHandlerIsNotTheSenders() throws {
    let room = WaitingRoom()
    let desk = Desk { _, reply in room.admit(reply) }
    try serving(desk, configure: Self.impatient) { server in
      let wire = try Wire(port: server.port)
      wire.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
      usleep(1_500_000)
      let reply = try #require(room.leave().first)
      reply.send(Response(status: 200))
      #expect(try wire.answer().status == 200)
    }
  }

  @Test func manySilentConnectionsLeaveRoomForOthers() throws {
    try serving { server in
      let silent = try (1...500).map { _ in try Wire(port: server.port) }
      let wire = try Wire(port: server.port)
      wire.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n")
      #expect(try wire.answer().status == 200)
      #expect(silent.count == 500)
    }
  }
}
