import JSON
import ProgramDriver
import SQLite

/// The certification report over a small house and over a large one, in each format, beside a count of the same totals in
/// SQL written by hand.
enum Reports {
  private static let formats = ["xml", "csv", "json", "html", "xlsx", "pdf"]

  static func measures(_ bench: Bench) throws -> [Measure] {
    try [800, 80_000].flatMap { persons in
      let program = try bench.program("reports-\(persons)")
      let over = "over \(grouped(try demonstration(persons, program))) enrolments"
      let plain = try timed { try count(program.data + "/records.sqlite") }
      let drawn = try formats.map { format in
        let out = bench.folder("report-\(persons)-\(format)")
        let milliseconds = try timed {
          try program.succeed(
            "report", "certification", "--audience", "directorate", "--from", "2024-01-01", "--to",
            "2026-06-30", "--format", format, "--out", out)
        }
        return Measure(
          "report as \(format) \(over)",
          "\(fixed(milliseconds)) ms, \(fixed(milliseconds / max(plain, 0.01))) of the count in SQL")
      }
      let listed = try timed {
        try program.succeed("report", "learners", "--out", bench.folder("learners-\(persons)"))
      }
      return [Measure("the same totals in SQL \(over)", "\(fixed(plain)) ms")] + drawn
        + [Measure("list of learners \(over)", "\(fixed(listed)) ms")]
    }
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

  /// Fills the records with a demonstration and says how many enrolments it has.
  private static func demonstration(_ persons: Int, _ program: Program) throws -> Int {
    let words = [
      "demo", "generate", "--members", "20", "--persons", String(persons), "--seed", "1", "--json",
    ]
    let answer = try program.run(words, patienceSeconds: 600)
    guard answer.status == 0, let enrolments = try answer.json.member(named: "enrolments")?.number else {
      throw DriverError("demo generate: \(answer.messages) \(answer.text)")
    }
    return Int(String(decoding: enrolments.raw, as: UTF8.self)) ?? 0
  }
}
