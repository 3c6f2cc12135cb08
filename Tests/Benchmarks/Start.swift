import Files
import ProgramDriver

/// How long it takes until the program is there, and what it holds at rest.
enum Start {
  static func measures(_ bench: Bench) throws -> [Measure] {
    let program = try bench.program("start")
    try program.succeed("key", "create", "--scope", "all")
    let version = try timed { _ = try program.run(program: [program.path, "--version"]) }
    let server = try RunningServer(program)
    let resident = try ProcessUse(of: server.process.id).residentBytes
    _ = try server.stop()
    return [
      Measure("registrar --version", "\(fixed(version)) ms"),
      Measure("serve until /healthz answers", "\(fixed(Double(server.startMicroseconds) / 1000)) ms"),
      Measure("resident memory at rest", "\(resident >> 20) MiB"),
    ]
  }
}
