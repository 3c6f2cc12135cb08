import Files
import ProgramDriver

/// What the built program does on this machine, beside what the machine and its libraries can do at the most.
///
/// `make bench` runs it. A single time says little on a machine that is shared: read the ratios, which are made in one
/// run, and the processor time each request costs the server.
@main
enum Benchmarks {
  static func main() throws {
    let words = CommandLine.arguments.dropFirst()
    switch words.first {
    case "serve-bare": try Limits.serveBare()
    case "serve-empty": try Limits.serveEmpty()
    default: try run(Set(words))
    }
  }

  /// All of them, or those that are named.
  private static func run(_ wanted: Set<String>) throws {
    let bench = try Bench()
    let parts: [(name: String, run: (Bench) throws -> [Measure])] = [
      ("limits", { try Limits.measures($0) }),
      ("statements", { try Statements.measures($0) }),
      ("queries", { try Queries.measures($0, over: [100_000, 1_000_000]) }),
      ("api", { try API.measures($0) }),
      ("imports", { try Imports.measures($0) }),
      ("rosters", { try Rosters.measures($0) }),
      ("reports", { try Reports.measures($0) }),
      ("start", { try Start.measures($0) }),
      ("backups", { try Backups.measures($0) }),
      ("credentials", { try Credentials.measures($0) }),
      ("decisions", { try Decisions.measures($0) }),
    ]
    let large: [(name: String, run: (Bench) throws -> [Measure])] = [
      ("queries-large", { try Queries.measures($0, over: [10_000_000]) })
    ]
    let asked = wanted.isEmpty ? parts : (parts + large).filter { wanted.contains($0.name) }
    var measures: [Measure] = []
    for part in asked {
      try StandardStream.error.write("\(part.name) …\n")
      do {
        measures += try part.run(bench)
      } catch {
        try StandardStream.output.write(table(of: measures))
        try StandardStream.error.write("\(part.name): \(error)\n")
        ProcessContext.exit(1)
      }
    }
    try StandardStream.output.write(table(of: measures))
  }
}
