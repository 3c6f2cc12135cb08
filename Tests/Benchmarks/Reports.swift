import JSON
import ProgramDriver

/// The certification report over a small house and over a large one.
enum Reports {
  static func measures(_ bench: Bench) throws -> [Measure] {
    try [800, 80_000].map { persons in
      let program = try bench.program("reports-\(persons)")
      let enrolments = try demonstration(persons, program)
      let milliseconds = try timed {
        try program.succeed(
          "report", "certification", "--audience", "directorate", "--from", "2024-01-01", "--to", "2026-06-30"
        )
      }
      return Measure("report over \(grouped(enrolments)) enrolments", "\(fixed(milliseconds)) ms")
    }
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
