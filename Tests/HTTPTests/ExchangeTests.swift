import Dispatch
import Glibc
import HTTP
import Synchronization
import Testing

@Suite struct ExchangeTests {
  static let get = "GET /x HTTP/1.1\r\nHost: a\r\n\r\n"

  @Test func severalRequestsOnOneConnection() throws {
    try serving { server in
      let wire = try Wire(port: server.port)
      for number in 1...50 {
        wire.send("POST /\(number) HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\nhi")
        #expect(try wire.answer().text == "POST /\(number) hi")
      }
    }
  }

  @Test func pipelinedRequestsAreAnsweredInOrder() throws {
    let queue = DispatchQueue(label: "later", attributes: .concurrent)
    let desk = Desk { request, reply in
      guard request.head.path.hasSuffix("1") else { return Desk.echo(request, reply) }
      queue.async { Desk.echo(request, reply) }
    }
    try serving(desk) { server in
      let wire = try Wire(port: server.port)
      wire.send((1...40).map { "GET /\($0) HTTP/1.1\r\nHost: a\r\n\r\n" }.joined())
      for number in 1...40 { #expect(try wire.answer().text == "GET /\(number) ") }
    }
  }

  /// Pieces of memory and of a source, one after the other, whatever their lengths.
  @Test(arguments: [[0], [1, 0, 3], [70_000, 0, 65_536, 1], [0, 200_000, 0, 0, 5, 130_000]])
  func piecesAreSentInOrder(_ lengths: [Int]) throws {
    var whole: [UInt8] = []
    var pieces: [Response.Piece] = []
    for (number, length) in lengths.enumerated() {
      let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 7 &+ number) }
      whole += bytes
      pieces.append(number.isMultiple(of: 2) ? .source(Memory(bytes)) : .bytes(bytes))
    }
    let sent = pieces
    let desk = Desk { _, reply in reply.send(Response(status: 200, body: .pieces(sent))) }
    try serving(desk) { server in
      let wire = try Wire(port: server.port)
      for _ in 1...2 {
        wire.send(ExchangeTests.get)
        #expect(try wire.answer().body == whole)
      }
      wire.send("HEAD /x HTTP/1.1\r\nHost: a\r\n\r\n")
      #expect(try wire.answer(toHead: true)["Content-Length"] == String(whole.count))
    }
  }

  /// A source that fails ends the connection: nobody takes half for the whole.
  @Test func aSourceThatFailsEndsTheConnection() throws {
    struct Failing: ByteSource {
      let count = 200_000
      func bytes(at offset: Int, count: Int) throws -> [UInt8] {
        if offset > 0 { throw CancellationError() }
        return [UInt8](repeating: 1, count: count)
      }
    }
    let desk = Desk { _, reply in reply.send(Response(status: 200, body: .pieces([.source(Failing())]))) }
    try serving(desk) { server in
      let wire = try Wire(port: server.port)
      wire.send(ExchangeTests.get)
      #expect(throws: (any Error).self) { try wire.answer() }
      let other = try Wire(port: server.port)
      other.send("GET /x HTTP/1.1\r\nHost: a\r\n\r\n")
    }
  }

  @Test func headIsWhatWasSent() throws {
    let seen = Mutex<RequestHead?>(nil)
    let desk = Desk { request, reply in
      seen.withLock { $0 = request.head }
      reply.send(Response(status: 204))
    }
    try serving(desk) { server in
      let wire = try Wire(port: server.port)
      wire.send(
        "PUT /caf%C3%A9/x?q=a+b%2Bc&empty=&bare&q=2 HTTP/1.1\r\nHost: a\r\nAccept: x\r\nACCEPT: y \r\nContent-Length: 0\r\n\r\n"
      )
      let answer = try wire.answer()
      #expect(answer.status == 204)
      #expect(answer.body.isEmpty)
    }
    let head = try #require(seen.withLock { $0 })
    #expect(head.method == "PUT")
    #expect(head.path == "/caf\u{e9}/x")
    #expect(head.rawPath == "/caf%C3%A9/x")
    #expect(head.rawTarget == "/caf%C3%A9/x?q=a+b%2Bc&empty=&bare&q=2")
    #expect(
      head.query == [
        QueryParameter(name: "q", value: "a b+c"), QueryParameter(name: "empty", value: ""),
        QueryParameter(name: "bare", value: ""), QueryParameter(name: "q", value: "2"),
      ])
    #expect(head.queryValue("q") == "a b+c")
    #expect(head.headers["accept"] == "x")
    #expect(head.headers.values("Accept") == ["x", "y"])
    #expect(head.headers["Nothing"] == nil)
    #expect(head.headers.count == 4)
    #expect(head.headers.all.map(\.name) == ["Host", "Accept", "ACCEPT", "Content-Length"])
    #expect(head.contentLength == 0)
    #expect(head.remoteAddress == "127.0.0.1")
  }

  @Test func listensOnVersion6() throws {
    let desk = Desk { request, reply in
      reply.send(Response(status: 200, body: .bytes(Array(request.head.remoteAddress.utf8))))
    }
    try serving(desk, configure: { $0.host = "::1" }) { server in
      let wire = try Wire(port: server.port, host: "::1")
      wire.send(Self.get)
      #expect(try wire.answer().text == "::1")
    }
  }

  @Test func answerToHeadHasNoBody() throws {
    try serving { server in
      let wire = try Wire(port: server.port)
      wire.send("HEAD /x HTTP/1.1\r\nHost: a\r\n\r\n" + Self.get)
      let head = try wire.answer(toHead: true)
      #expect(head.status == 200)
      #expect(head["Content-Length"] == "8")
      #expect(try wire.answer().text == "GET /x ")
    }
  }

  @Test(arguments: [204, 304]) func answerWithoutBodyIsFollowedByTheNext(_ status: Int) throws {
    let desk = Desk { _, reply in reply.send(Response(status: status, headers: [.init("ETag", "\"1\"")])) }
    try serving(desk) { server in
      let wire = try Wire(port: server.port)
      wire.send(Self.get + Self.get)
      for _ in 1...2 { #expect(try wire.answer().status == status) }
    }
  }

  @Test func dateIsTheFormOfRFC9110() throws {
    try serving { server in
      let wire = try Wire(port: server.port)
      wire.send(Self.get)
      let date = try #require(try wire.answer()["Date"])
      #expect(
        date.wholeMatch(of: /(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z][a-z] \d{4} \d\d:\d\d:\d\d GMT/)
          != nil)
    }
  }

  @Test func answerMayComeLaterFromAnotherThread() throws {
    let queue = DispatchQueue(label: "later")
    let desk = Desk { request, reply in queue.async { Desk.echo(request, reply) } }
    try serving(desk) { server in
      let wire = try Wire(port: server.port)
      for _ in 1...20 {
        wire.send("POST /later HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc")
        #expect(try wire.answer().text == "POST /later abc")
      }
    }
  }

  @Test func twoHundredWaitAtOnce() throws {
    let room = WaitingRoom()
    let desk = Desk { _, reply in room.admit(reply) }
    try serving(desk) { server in
      let wires = try (1...200).map { _ in try Wire(port: server.port) }
      for wire in wires { wire.send(Self.get) }
      room.fill(to: 200)
      let replies = room.leave()
      DispatchQueue.concurrentPerform(iterations: 200) { replies[$0].send(Response(status: 202)) }
      for wire in wires { #expect(try wire.answer().status == 202) }
    }
  }

  @Test func onlyTheFirstAnswerCounts() throws {
    let desk = Desk { _, reply in
      reply.send(Response(status: 201))
      reply.send(Response(status: 500))
    }
    try serving(desk) { server in
      let wire = try Wire(port: server.port)
      wire.send(Self.get + Self.get)
      for _ in 1...2 { #expect(try wire.answer().status == 201) }
    }
  }

  @Test func forgottenAnswerIsAFault() throws {
    try serving(Desk { _, _ in }) { server in
      let wire = try Wire(port: server.port)
      wire.send(Self.get)
      let answer = try wire.answer()
      #expect(answer.status == 500)
      #expect(answer.text == "unanswered")
    }
  }

  @Test(arguments: [
    Response(status: 200, headers: [.init("X", "a\r\nY: b")]),
    Response(status: 200, headers: [.init("X Y", "a")]),
    Response(status: 200, headers: [.init("Content-Length", "7")]),
    Response(status: 99), Response(status: 600),
  ]) func brokenAnswerIsAFault(_ response: Response) throws {
    try serving(Desk { _, reply in reply.send(response) }) { server in
      let wire = try Wire(port: server.port)
      wire.send(Self.get)
      let answer = try wire.answer()
      #expect(answer.status == 500)
      #expect(answer.text == "unsendable-response")
      #expect(answer["Y"] == nil)
    }
  }

  @Test func refusalNeedsNoBody() throws {
    let desk = Desk(reception: { _ in .refuse(Response(status: 405, headers: [.init("Allow", "GET")])) })
    try serving(desk) { server in
      let wire = try Wire(port: server.port)
      wire.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc" + Self.get)
      for _ in 1...2 {
        let answer = try wire.answer()
        #expect(answer.status == 405)
        #expect(answer["Allow"] == "GET")
      }
    }
    #expect(desk.asked.load(ordering: .relaxed) == 0)
  }

  @Test func streamedBodyReachesItsSink() throws {
    let bytes = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
    let sink = Bucket()
    let desk = Desk(
      { request, reply in
        reply.send(Response(status: request.sink === sink && request.body.isEmpty ? 201 : 500))
      }, reception: { _ in .stream(sink, limitBytes: 3_000_000) })
    try serving(desk) { server in
      let wire = try Wire(port: server.port)
      wire.send("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: \(bytes.count)\r\n\r\n")
      wire.send(bytes)
      #expect(try wire.answer().status == 201)
    }
    #expect(sink.received.withLock { $0 } == bytes)
  }

  @Test func sinkMayRefuse() throws {
    let desk = Desk(reception: { _ in .stream(Bucket(fullAfter: 10), limitBytes: 1000) })
    try serving(desk) { server in
      let wire = try Wire(port: server.port)
      wire.send("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n")
      wire.send([UInt8](repeating: 0, count: 100))
      #expect(try wire.answer().status == 507)
    }
    #expect(desk.asked.load(ordering: .relaxed) == 0)
  }

  @Test func senderThatGoesAwayInTheBodyLetsGoOfTheSink() throws {
    let letGo = Atomic(0)
    let reception: @Sendable (RequestHead) -> BodyReception = { _ in
      .stream(Bucket { letGo.add(1, ordering: .relaxed) }, limitBytes: 1000)
    }
    try serving(Desk(reception: reception), configure: { $0.stopTimeout = .milliseconds(50) }) { server in
      for _ in 1...20 {
        let wire = try Wire(port: server.port)
        wire.send("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nabc")
      }
      let wire = try Wire(port: server.port)
      wire.send(Self.get)
      #expect(try wire.answer().status == 200)
    }
    #expect(letGo.load(ordering: .relaxed) == 21)
  }

  @Test(arguments: [0, 1, 65_536, 65_537, 5_000_000]) func bodiesOfEverySize(_ count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7 >> 2) }
    try serving(Desk { _, reply in reply.send(Response(status: 200, body: .bytes(bytes))) }) { server in
      let wire = try Wire(port: server.port)
      wire.send(Self.get + Self.get)
      for _ in 1...2 { #expect(try wire.answer().body == bytes) }
    }
  }

  @Test func receiverThatGoesAwayInTheAnswerHurtsNobody() throws {
    let bytes = [UInt8](repeating: 7, count: 20_000_000)
    try serving(Desk { _, reply in reply.send(Response(status: 200, body: .bytes(bytes))) }) { server in
      for _ in 1...10 {
        let wire = try Wire(port: server.port)
        wire.send(Self.get)
      }
      let wire = try Wire(port: server.port)
      wire.send(Self.get)
      #expect(try wire.answer().body.count == bytes.count)
    }
  }

  @Test func answerAfterTheReceiverHasGoneIsDropped() throws {
    let room = WaitingRoom()
    let desk = Desk { request, reply in
      guard request.head.path == "/x" else { return Desk.echo(request, reply) }
      room.admit(reply)
    }
    try serving(desk) { server in
      var wires = try (1...20).map { _ in try Wire(port: server.port) }
      for wire in wires { wire.send(Self.get) }
      room.fill(to: 20)
      wires = []
      for reply in room.leave() { reply.send(Response(status: 200)) }
      let wire = try Wire(port: server.port)
      wire.send("GET /y HTTP/1.1\r\nHost: a\r\n\r\n")
      #expect(try wire.answer().text == "GET /y ")
    }
  }
}

/// Bytes in memory, read as a source.
private struct Memory: ByteSource {
  let octets: [UInt8]
  var count: Int { octets.count }

  init(_ octets: [UInt8]) {
    self.octets = octets
  }

  func bytes(at offset: Int, count: Int) throws -> [UInt8] {
    Array(octets[offset...].prefix(min(count, 10_000)))
  }
}
