import BareStack
import Files
import JSON
import ProgramDriver

/// The record store: statements in, each made durable before it is acknowledged, and out again.
enum Statements {
  static let plain1 = "plain SQLite, 1 a transaction"
  static let plain64 = "plain SQLite, 64 a transaction"

  static func measures(_ bench: Bench) throws -> [Measure] {
    let program = try bench.program("statements")
    let key = try Key.create(program)
    let server = try RunningServer(program)
    let under = ServerUnderLoad(server: server, key: key, bench: bench)
    let single = try under.posting("POST of 1, 64 connections", size: 1, connections: 64, beside: plain64)
    let many = try under.posting("POST of 1, 256 connections", size: 1, connections: 256, beside: plain64)
    let alone = try under.posting("POST of 1, 1 connection", size: 1, connections: 1, beside: plain1)
    let batches = try under.posting("POST of 50, 8 connections", size: 50, connections: 8, beside: plain64)
    let reads = try under.reading()
    let resident = try ProcessUse(of: server.process.id).residentBytes
    _ = try server.stop()
    let bytes = try FileStatus.ifPresent(at: program.data + "/records.sqlite")?.sizeBytes ?? 0
    let plain = try [(plain1, 1), (plain64, 64)].map { name, size in
      Measure(name, perSecond: try plainInserts(of: program.data, size, bench))
    }
    let loads = [single, many, alone, batches]
    let stored = loads.reduce(0) { $0 + $1.statements }
    return plain + loads.map(\.measure) + reads + [
      Measure("database of \(grouped(stored)) statements", "\(grouped(bytes / max(1, stored))) bytes each"),
      Measure("resident memory after that", "\(resident >> 20) MiB"),
      Measure("start over that database", "\(fixed(try restart(program))) ms"),
    ]
  }

  /// Milliseconds until a server over these records answers.
  private static func restart(_ program: Program) throws -> Double {
    let server = try RunningServer(program)
    _ = try server.stop()
    return Double(server.startMicroseconds) / 1000
  }

  private static func plainInserts(of data: String, _ size: Int, _ bench: Bench) throws -> Double {
    let rate = unsafe bare_insert(
      data + "/records.sqlite", bench.folder("plain-\(size).sqlite"), Int32(size), Double(bench.seconds))
    guard rate > 0 else { throw DriverError(unsafe String(cString: bare_refusal())) }
    return rate
  }
}

/// A server with records in it, and the loads that are put on it.
private struct ServerUnderLoad {
  let server: RunningServer
  let key: Key
  let bench: Bench

  private var credentials: [String] {
    ["Authorization: Basic \(base64("\(key.id):\(key.secret)"))", "X-Experience-API-Version: 2.0.0"]
  }

  /// The load of posting so many statements a request, and how many it stored.
  func posting(
    _ name: String, size: Int, connections: Int, beside limit: String
  ) throws -> (measure: Measure, statements: Int) {
    let script = try bench.folder.write("post-\(size).lua", Array(postScript(size).utf8))
    return try load(name, connections: connections, script: script, times: size, beside: limit)
  }

  func reading() throws -> [Measure] {
    let ids = try knownIDs()
    let points = try bench.folder.write("points.lua", Array(pointScript(ids).utf8))
    let queries = try bench.folder.write("queries.lua", Array(queryScript.utf8))
    return [
      try load("GET of 1 by its id", connections: 64, script: points, beside: Limits.bareReply).measure,
      try load("GET of 25 by agent", connections: 64, script: queries, beside: Limits.bareReply).measure,
    ]
  }

  private func load(
    _ name: String, connections: Int, script: String, times: Int = 1, beside limit: String
  ) throws -> (measure: Measure, statements: Int) {
    let before = try ProcessUse(of: server.process.id)
    let result = try LoadGenerator(
      port: server.port, connections: connections, seconds: bench.seconds, headers: credentials,
      script: script
    ).run(bench)
    let after = try ProcessUse(of: server.process.id)
    let measure = Measure(
      "\(name) (p50 \(result.median), p99 \(result.p99))", perSecond: result.perSecond * Double(times),
      processorMicroseconds: microseconds(before, after, of: result.requests * times), beside: limit)
    return (measure, result.requests * times)
  }

  /// The ids of the latest thousand statements.
  private func knownIDs() throws -> [String] {
    let connection = try server.connection(key)
    var ids: [String] = []
    var target = "/xapi/statements?limit=100"
    while ids.count < 1000 {
      let page = try connection.send("GET", target, ["X-Experience-API-Version: 2.0.0"]).json
      guard let statements = page.member(named: "statements")?.elements else { break }
      ids += statements.compactMap { $0.member(named: "id")?.string }
      guard let more = page.member(named: "more")?.string, !more.isEmpty else { break }
      target = more
    }
    guard !ids.isEmpty else { throw DriverError("no statement was stored") }
    return ids
  }
}
