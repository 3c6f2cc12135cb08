import Dispatch
import Glibc
import HTTP
import Synchronization
import Testing

@Suite struct StopTests {
  static let get = "GET /x HTTP/1.1\r\nHost: a\r\n\r\n"

  @Test func whatWasAcceptedIsAnswered() throws {
    let room = WaitingRoom()
    let desk = Desk { _, reply in room.admit(reply) }
    let wires = try serving(desk) { server in
      let wires = try (1...20).map { _ in try Wire(port: server.port) }
      for wire in wires { wire.send(Self.get) }
      room.fill(to: 20)
      DispatchQueue.global().async {
        usleep(50_000)
        for reply in room.leave() { reply.send(Response(status: 200)) }
      }
      server.stop()
      return wires
    }
    for wire in wires {
      let answer = try wire.answer()
      #expect(answer.status == 200)
      #expect(answer["Connection"]?.lowercased() == "close")
      #expect(try wire.isClosed())
    }
  }

  @Test func whatHasNoAnswerInTimeIsRefused() throws {
    let room = WaitingRoom()
    let desk = Desk { _, reply in room.admit(reply) }
    let wires = try serving(desk, configure: { $0.stopTimeout = .milliseconds(50) }) { server in
      let wires = try (1...20).map { _ in try Wire(port: server.port) }
      for wire in wires { wire.send(Self.get) }
      room.fill(to: 20)
      server.stop()
      return wires
    }
    for wire in wires {
      let answer = try wire.answer()
      #expect(answer.status == 503)
      #expect(answer.text == "stopping")
      #expect(try wire.isClosed())
    }
    for reply in room.leave() { reply.send(Response(status: 200)) }
  }

  @Test func nobodyIsLetInAfterwards() throws {
    let port = try serving { server in
      server.stop()
      server.stop()
      return server.port
    }
    #expect(throws: Wire.Broken.self) { try Wire(port: port) }
  }

  @Test func silentAndHalfSentConnectionsDoNotHoldItUp() throws {
    let wires = try serving(configure: { $0.stopTimeout = .milliseconds(50) }) { server in
      let wires = try (1...3).map { _ in try Wire(port: server.port) }
      wires[1].send("GET / HTTP/1.1\r\nHos")
      wires[2].send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nab")
      server.stop()
      return wires
    }
    for wire in wires { #expect(try wire.rest().isEmpty) }
  }

  /// Many answers on their way at once while the server is stopped, again and again: nothing may trap.
  @Test func underLoad() throws {
    let queue = DispatchQueue(label: "later", attributes: .concurrent)
    for _ in 1...20 {
      let desk = Desk { request, reply in queue.async { Desk.echo(request, reply) } }
      let served = try serving(desk, configure: { $0.stopTimeout = .zero }) { server in
        let wires = try (1...10).map { _ in try Wire(port: server.port) }
        for wire in wires { wire.send(String(repeating: Self.get, count: 20)) }
        server.stop()
        return wires
      }
      for wire in served { _ = try wire.rest() }
    }
  }

  @Test func aTakenPortIsNamed() throws {
    try serving { server in
      #expect(
        throws: ServerError.cannotListen(host: "127.0.0.1", port: server.port, call: "bind", code: EADDRINUSE)
      ) {
        try serving(configure: { $0.port = server.port }) { _ in }
      }
    }
  }

  @Test(arguments: ["", "example", "256.0.0.1", "127.1", "::g", "127.0.0.1:80"])
  func anUnknownHostIsNamed(_ host: String) {
    #expect(throws: ServerError.unknownHost(host)) {
      try serving(configure: { $0.host = host }) { _ in }
    }
  }

  @Test func errorsAreSentences() {
    #expect(
      ServerError.cannotListen(host: "::1", port: 80, call: "bind", code: EACCES).description
        == "Cannot listen on ::1 port 80: bind: Permission denied.")
    #expect(
      ServerError.unknownHost("x").description == "The host x is neither an address in numbers nor localhost."
    )
  }
}
