import Files
import ProgramDriver

/// A roster of ten thousand officers, each nominated and enrolled, taken the first time and again.
enum Rosters {
  private static let rows = 10_000

  static func measures(_ bench: Bench) throws -> [Measure] {
    let program = try bench.program("rosters")
    try prepare(program, bench)
    let roster = try bench.folder.write("roster.csv", Array(text.utf8))
    return try ["first", "again, unchanged"].map { time in
      let milliseconds = try timed { try program.succeed("roster", roster) }
      return Measure("roster of \(grouped(rows)) rows, \(time)", "\(fixed(milliseconds)) ms")
    }
  }

  private static var text: String {
    let lines = (1...rows).map { "BENCH-HR,\($0),Officer \($0),MEMBER-A,BENCH,MEMBER-A" }
    return "source,source-id,name,organisation,session,nominated-by\n" + lines.joined(separator: "\n") + "\n"
  }

  private static func prepare(_ program: Program, _ bench: Bench) throws {
    let package = try bench.folder.write("roster-course.zip", Package.cmi5().zip)
    try program.succeed(
      "organisation", "add", "MEMBER-A", "--kind", "member", "--region", "ESA", "--name", "Member A",
      "--from",
      "2020-01-01")
    try program.succeed("import", package, "--code", "C")
    try program.succeed("course", "publish", "C")
    try program.succeed(
      "session", "plan", "BENCH", "--course", "C", "--mode", "self-paced", "--from", "2026-03-01", "--to",
      "2026-03-31", "--capacity", String(rows))
    try program.succeed("session", "open", "BENCH")
  }
}
