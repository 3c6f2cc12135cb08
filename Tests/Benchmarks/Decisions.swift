import JSON
import ProgramDriver
import SQLite

/// Whether everybody is eligible, asked of a hundred thousand enrolments by the rules in force and by others, beside a plain
/// scan in SQL over the same evidence.
enum Decisions {
  static func measures(_ bench: Bench) throws -> [Measure] {
    let program = try bench.program("decisions")
    let generated = try program.run(
      ["demo", "generate", "--members", "20", "--persons", "80000", "--seed", "1"], patienceSeconds: 900)
    guard generated.status == 0 else { throw DriverError("demo generate: \(generated.messages)") }
    let drafts = try (1...3).map { try draft(ofScheme: "DEMO-CERT-\($0)", by: program) }
    let key = try Key.create(program)
    let server = try RunningServer(program)
    let connection = try HTTPConnection(port: server.port, key: key, patienceSeconds: 300)
    var candidates = 0
    let judged = try timed {
      for draft in drafts {
        let answer = try connection.send(
          "POST", "/api/v1/imports/schemes/what-if", ["Content-Type: application/xml"], body: draft)
        guard answer.status == 200, let count = try answer.json["candidates"]?.number?.int64 else {
          throw DriverError("what-if: \(answer.text.prefix(400))")
        }
        candidates += Int(count)
      }
    }
    guard let peak = server.process.peakBytes() else {
      throw DriverError("the system tells no peak of the server")
    }
    _ = try server.stop()
    let scanned = try timed { try scan(program.data + "/records.sqlite") }
    let limit = "the same evidence of \(grouped(candidates)) enrolments scanned in SQL"
    return [
      Measure(limit, perSecond: Double(candidates) / scanned * 1000),
      Measure(
        "enrolments judged by two versions of a scheme", perSecond: Double(candidates) / judged * 1000,
        beside: limit),
      Measure("resident memory of that at the most", "\(peak >> 20) MiB"),
    ]
  }

  /// A scheme with a second version, by which a few more points are asked.
  private static func draft(ofScheme code: String, by program: Program) throws -> [UInt8] {
    let text = try program.succeed("scheme", "export", code).text
    guard let begin = text.firstRange(of: "<version"), let end = text.firstRange(of: "</scheme>") else {
      throw DriverError("the scheme has no version: \(text)")
    }
    let version = String(text[begin.lowerBound..<end.lowerBound])
    let other = version.replacing("number=\"1\"", with: "number=\"2\" minimum-score=\"0.65\"")
      .replacing("kind=\"completion\"", with: "kind=\"achievement\"")
    return Array((text[..<end.lowerBound] + other + text[end.lowerBound...]).utf8)
  }

  /// Reads of every enrolment what a decision rests on.
  private static func scan(_ database: String) throws {
    try Connection.openReader(at: database).each(
      """
      SELECT enrolment.id, enrolment.person, enrolment.state, course_version.course, last.is_passed, progress.success,
        progress.score_scaled, progress.score_raw, progress.score_minimum, progress.score_maximum
      FROM enrolment
      JOIN course_version ON course_version.id = enrolment.version
      LEFT JOIN enrolment_transition AS last ON last.enrolment = enrolment.id
        AND last.number = (SELECT max(number) FROM enrolment_transition WHERE enrolment = enrolment.id)
      LEFT JOIN progress ON progress.enrolment = enrolment.id
      ORDER BY enrolment.id
      """
    ) { row in
      _ = try (row.bytes(0), row.bytes(1), row.text(2), row.bytes(3), row.textOrNil(6), row.textOrNil(7))
    }
  }
}
