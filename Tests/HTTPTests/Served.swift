import Glibc
import HTTP
import Synchronization

/// A handler made of two closures, and a count of the requests it was asked.
final class Desk: RequestHandler {
  private let decide: @Sendable (RequestHead) -> BodyReception
  private let answer: @Sendable (Request, Reply) -> Void
  let asked = Atomic(0)

  init(
    _ answer: @escaping @Sendable (Request, Reply) -> Void = Desk.echo,
    reception: @escaping @Sendable (RequestHead) -> BodyReception = { _ in .collect(limitBytes: 1000) }
  ) {
    decide = reception
    self.answer = answer
  }

  func reception(of head: RequestHead) -> BodyReception { decide(head) }

  func respond(to request: Request, reply: Reply) {
    asked.add(1, ordering: .relaxed)
    answer(request, reply)
  }

  /// Answers with the method, path and body.
  static let echo: @Sendable (Request, Reply) -> Void = { request, reply in
    let line = "\(request.head.method) \(request.head.path) "
    reply.send(Response(status: 200, body: .bytes(Array(line.utf8) + request.body)))
  }
}

/// Serves on a port the system picks while the body runs, then stops.
@discardableResult
func serving<Result>(
  _ desk: Desk = Desk(), configure: (inout Server.Configuration) -> Void = { _ in },
  _ body: (Server) throws -> Result
) throws -> Result {
  var configuration = Server.Configuration()
  configuration.port = 0
  configuration.stopTimeout = .seconds(5)
  configuration.faultResponse = { fault in
    Response(
      status: fault.status, headers: [.init("Content-Type", "application/problem+json")],
      body: .bytes(Array(fault.code.utf8)))
  }
  configure(&configuration)
  let server = try Server(configuration: configuration, handler: desk)
  defer { server.stop() }
  return try body(server)
}

/// Answers that are owed, kept until the test gives them.
final class WaitingRoom: Sendable {
  private let waiting = Mutex<[Reply]>([])

  func admit(_ reply: Reply) { waiting.withLock { $0.append(reply) } }

  /// Waits until so many are owed.
  func fill(to count: Int) {
    while waiting.withLock({ $0.count }) < count { usleep(1000) }
  }

  /// Hands out what is owed; the room is empty afterwards.
  func leave() -> [Reply] {
    waiting.withLock { waiting in
      defer { waiting = [] }
      return waiting
    }
  }
}
