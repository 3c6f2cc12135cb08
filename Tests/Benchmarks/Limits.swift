import BareStack
import Files
import Glibc
import HTTP
import ProgramDriver

/// What this machine can do at the most: its disk, its C libraries bare, and our face of the HTTP library.
enum Limits {
  static let bareReply = "an empty reply, bare library"
  static let emptyReply = "an empty reply, our face"
  static let sync = "appends of 4 KiB made durable"

  static func measures(_ bench: Bench) throws -> [Measure] {
    let syncs = unsafe bare_sync(bench.folder("sync"), 2)
    guard syncs > 0 else { throw DriverError("the disk cannot be written") }
    return [
      try reply(bareReply, from: "serve-bare", bench),
      try reply(emptyReply, from: "serve-empty", bench, beside: bareReply),
      Measure(sync, perSecond: syncs),
    ]
  }

  /// Our face of the HTTP library with nothing behind it, measured under a name.
  static func emptyReply(named name: String, _ bench: Bench) throws -> Measure {
    try reply(name, from: "serve-empty", bench)
  }

  private static func reply(
    _ name: String, from mode: String, _ bench: Bench, beside limit: String? = nil
  ) throws -> Measure {
    let server = try ListeningProcess([ProcessContext.executablePath(), mode])
    let before = try ProcessUse(of: server.process.id)
    let load = try LoadGenerator(port: server.port, seconds: bench.seconds).run(bench)
    let after = try ProcessUse(of: server.process.id)
    server.process.send(signal: SIGKILL)
    _ = try server.process.wait()
    return Measure(
      name, perSecond: load.perSecond,
      processorMicroseconds: microseconds(before, after, of: load.requests), beside: limit)
  }

  /// The process that answers with the C library alone.
  static func serveBare() throws {
    let port = bare_serve()
    guard port != 0 else { throw DriverError("the bare server does not start") }
    try tell(port)
    sleepUntilKilled()
  }

  /// The process that answers with our face of the C library.
  static func serveEmpty() throws {
    var configuration = Server.Configuration()
    configuration.port = 0
    let server = try Server(configuration: configuration, handler: EmptyReplies())
    try tell(server.port)
    sleepUntilKilled()
    server.stop()
  }

  private static func tell(_ port: UInt16) throws {
    try StandardStream.output.write("listening on http://127.0.0.1:\(port)\n")
  }

  /// At most for ten minutes, should whoever started this be gone.
  private static func sleepUntilKilled() {
    _ = sleep(600)
  }
}

/// Microseconds of processor time that each of so many requests cost between two readings.
func microseconds(_ before: ProcessUse, _ after: ProcessUse, of requests: Int) -> Double {
  (after.processorSeconds - before.processorSeconds) * 1_000_000 / Double(max(1, requests))
}

private struct EmptyReplies: RequestHandler {
  func reception(of head: RequestHead) -> BodyReception { .none }

  func respond(to request: Request, reply: Reply) { reply.send(Response(status: 200)) }
}
