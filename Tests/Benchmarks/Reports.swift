import ProgramDriver
import SQLite

/// The certification report over houses of several sizes, in each format, beside a count of the same totals in SQL written
/// by hand; then the lists by name.
enum Reports {
  private struct Asked {
    let name: String
    let words: [String]
  }

  static func measures(_ bench: Bench) throws -> [Measure] {
    try [(persons: 800, copies: 1), (persons: 8_000, copies: 10), (persons: 8_000, copies: 100)].flatMap {
      let house = try ReportedHouse(
        persons: $0.persons, copies: $0.copies, bench.program("reports-\($0.persons)-\($0.copies)"))
      let over = "over \(grouped(house.enrolments)) enrolments"
      let plain = try plainCount(house.database)
      return [Measure("the same totals in SQL \(over)", "\(fixed(plain)) ms")]
        + (try asked.map { try measure($0, over, plain, house.program) })
    }
  }

  private static var asked: [Asked] {
    let period = ["--from", "2024-01-01", "--to", "2026-06-30"]
    let formats = ["xml", "json", "html", "xlsx", "pdf"].map { ["--format", $0] }
    let parts = [["--format", "csv", "--block", "enrolments-by-member"]]
    return (formats + parts).map { format in
      Asked(
        name: "report as \(format[1])",
        words: ["report", "certification", "--audience", "directorate"] + period + format)
    }
      + ["xml", "xlsx", "pdf"].map { format in
        Asked(
          name: "report of a Member, by name, as \(format)",
          words: ["report", "certification", "--audience", "member", "--party", "DEMO-M1"] + period + [
            "--format", format,
          ])
      } + [Asked(name: "list of learners", words: ["report", "learners"])]
      + [Asked(name: "list of completions", words: ["report", "completions"])] + named
  }

  private static var named: [Asked] {
    let days = ["--from", "2024-01-01", "--to", "2030-12-31"]
    let lists = [
      ("session", ["DEMO-S1"]), ("expiring", days), ("experts", days), ("assessors", days),
    ]
    return lists.map { list, words in
      Asked(name: "report \(list) as xml", words: ["report", list] + words)
    }
  }

  private static func measure(
    _ asked: Asked, _ over: String, _ plain: Double, _ program: Program
  ) throws -> Measure {
    let run = try program.measure(asked.words)
    let first = run.millisecondsToFirstOctet.map { "first octet after \(fixed($0)) ms" } ?? "no output"
    return Measure(
      "\(asked.name) \(over)",
      "\(fixed(run.milliseconds)) ms, \(fixed(run.milliseconds / max(plain, 0.01))) of the count in SQL, "
        + "\(first), \(run.peakBytes >> 20) MiB at the most")
  }

  /// Milliseconds of the second count of two: the first one brings the file into memory.
  private static func plainCount(_ database: String) throws -> Double {
    try count(database)
    return try timed { try count(database) }
  }

  /// The totals of the report's breakdowns, from the present state of the records.
  private static func count(_ database: String) throws {
    let connection = try Connection.openReader(at: database)
    let breakdowns: [Query] = [
      "SELECT state, count(*), count(DISTINCT person) FROM enrolment GROUP BY state",
      """
      SELECT affiliation.party, count(*), count(DISTINCT enrolment.person), sum(state = 'completed') FROM enrolment
      LEFT JOIN affiliation ON affiliation.id = enrolment.affiliation GROUP BY affiliation.party
      """,
      """
      SELECT affiliation.role_level, count(*), count(DISTINCT enrolment.person) FROM enrolment
      LEFT JOIN affiliation ON affiliation.id = enrolment.affiliation GROUP BY affiliation.role_level
      """,
      """
      SELECT person.sex, count(*), count(DISTINCT person.id) FROM enrolment
      JOIN person ON person.id = enrolment.person GROUP BY person.sex
      """,
      """
      SELECT session.mode, session.language, count(*), count(DISTINCT person) FROM enrolment
      JOIN session ON session.id = enrolment.session GROUP BY session.mode, session.language
      """,
      """
      SELECT course_version.course, count(*), count(DISTINCT person) FROM enrolment
      JOIN course_version ON course_version.id = enrolment.version GROUP BY course_version.course
      """,
      "SELECT scheme, kind, count(*), count(DISTINCT person) FROM certificate GROUP BY scheme, kind",
    ]
    for breakdown in breakdowns { try connection.each(breakdown) { _ in } }
  }
}
