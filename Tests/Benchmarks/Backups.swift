import Files
import ProgramDriver

/// A backup of a million statements while people write: how long it takes, and what it costs those who write.
enum Backups {
  private static let statements = 1_000_000
  private static let writers = 8

  static func measures(_ bench: Bench) throws -> [Measure] {
    let program = try bench.program("backups")
    let key = try Key.create(program)
    let server = try RunningServer(program)
    let load = WritersUnderBackup(port: server.port, key: key, bench: bench)
    try load.fill(with: statements)
    let before = try load.write("\(writers) writers before a backup", connections: writers, seconds: 10)
    let file = bench.folder("backup.zip")
    let start = SystemClock.monotonicNanoseconds()
    let backup = try program.start(["backup", file])
    let during = try load.write("\(writers) writers during it", connections: writers, seconds: 10)
    let isUnderWay = try backup.endingIfEnded() == nil
    guard try backup.wait(patienceSeconds: 600) == .exit(0) else { throw DriverError("the backup failed") }
    let milliseconds = Double(SystemClock.monotonicNanoseconds() - start) / 1_000_000
    _ = try server.stop()
    let bytes = try FileStatus.ifPresent(at: file)?.sizeBytes ?? 0
    let share = isUnderWay ? "" : ", which ended before them"
    return [
      before, during,
      Measure(
        "backup of \(grouped(statements)) statements and more\(share)",
        "\(fixed(milliseconds / 1000)) s, \(grouped(bytes >> 20)) MiB"),
    ]
  }
}

/// Those who write statements to one server.
private struct WritersUnderBackup {
  let port: UInt16
  let key: Key
  let bench: Bench

  /// Stores at least so many statements.
  func fill(with number: Int) throws {
    var stored = 0
    while stored < number {
      stored += try post(50, connections: 8, seconds: 10).requests * 50
    }
  }

  func write(_ name: String, connections: Int, seconds: Int) throws -> Measure {
    let result = try post(1, connections: connections, seconds: seconds)
    return Measure("\(name) (p50 \(result.median), p99 \(result.p99))", perSecond: result.perSecond)
  }

  private func post(_ size: Int, connections: Int, seconds: Int) throws -> LoadResult {
    let script = try bench.folder.write("fill-\(size).lua", Array(postScript(size).utf8))
    return try LoadGenerator(
      port: port, connections: connections, seconds: seconds,
      headers: [
        "Authorization: Basic \(base64("\(key.id):\(key.secret)"))", "X-Experience-API-Version: 2.0.0",
      ], script: script
    ).run(bench)
  }
}
