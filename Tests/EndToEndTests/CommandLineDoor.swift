import JSON
import ProgramDriver

/// The story as an administrator types it. Statements come in over HTTP only: where no server runs, one does for as
/// long as they take.
struct CommandLineDoor: Door {
  let program: Program
  let folder: TemporaryFolder
  /// The server that runs beside the commands; nil where none does.
  let server: RunningServer?

  func addOrganisation(_ code: String, kind: String, region: String?, name: String) throws -> JSONValue {
    let region = region.map { ["--region", $0] } ?? []
    return try tell(
      ["organisation", "add", code, "--kind", kind, "--name", name, "--from", "2020-01-01"] + region)
  }

  func openCatalogue(_ code: String, title: String) throws -> JSONValue {
    try tell(["catalogue", "add", code, "--title", title])
  }

  func importPackage(_ zip: [UInt8], catalogue: String) throws -> JSONValue {
    try tell(["import", try folder.write("course.zip", zip), "--catalogue", catalogue])
  }

  func planSession(_ code: String, course: String, capacity: Int) throws -> JSONValue {
    try tell([
      "session", "plan", code, "--course", course, "--mode", "self-paced", "--from", "2026-03-01", "--to",
      "2026-03-31", "--capacity", String(capacity),
    ])
  }

  func openSession(_ code: String) throws -> JSONValue {
    try tell(["session", "open", code])
  }

  func addPerson(_ name: String, organisation: String) throws -> JSONValue {
    try tell([
      "person", "add", name, "--organisation", organisation, "--role-level", "operational-manager", "--from",
      "2020-01-01",
    ])
  }

  func nominate(_ person: String, session: String, organisation: String) throws -> JSONValue {
    try tell([
      "nomination", "add", "--person", person, "--session", session, "--organisation", organisation,
    ])
  }

  func endorse(_ nomination: String) throws -> JSONValue {
    try tell(["nomination", "endorse", nomination])
  }

  func enrol(nomination: String) throws -> JSONValue {
    try tell(["enrolment", "add", "--nomination", nomination])
  }

  func showEnrolment(_ enrolment: String) throws -> JSONValue {
    try tell(["enrolment", "show", enrolment])
  }

  func recordStatements(_ statements: [String]) throws {
    let key = try Key.create(program)
    if let server { return try send(statements, to: server, key) }
    let passing = try RunningServer(program)
    try send(statements, to: passing, key)
    _ = try passing.stop()
  }

  func recordResult(_ enrolment: String, score: Int, outOf maximum: Int) throws -> JSONValue {
    try tell(["result", "record", enrolment, "--score", String(score), "--max", String(maximum)])
  }

  func addScheme(_ code: String, title: String, issuer: String, course: String) throws -> JSONValue {
    try tell([
      "scheme", "add", code, "--title", title, "--issuer", issuer, "--course", course, "--kind",
      "achievement", "--minimum-score", "0.7", "--validity-months", "36",
    ])
  }

  func award(_ enrolment: String, scheme: String) throws -> JSONValue {
    try tell(["certificate", "award", enrolment, "--scheme", scheme])
  }

  func verify(_ code: String) throws -> JSONValue {
    try tell(["verify", code])
  }

  func report(format: String) throws -> [UInt8] {
    try program.succeed(
      "report", "certification", "--audience", ReportQuestion.audience, "--from", ReportQuestion.from, "--to",
      ReportQuestion.to, "--format", format
    ).output
  }

  func history() throws -> [JSONValue] {
    let lines = try program.succeed("history", "--json").output.split(separator: UInt8(ascii: "\n"))
    return try lines.map { try JSONDocument(Array($0)).root }
  }

  private func tell(_ words: [String]) throws -> JSONValue {
    let answer = try program.run(words + ["--json"])
    guard answer.status == 0 else {
      throw DriverError("registrar \(words): \(answer.status ?? -1) \(answer.messages)\(answer.text)")
    }
    return try answer.json
  }
}

/// Posts statements one by one, as a course under way does.
func send(_ statements: [String], to server: RunningServer, _ key: Key) throws {
  let connection = try server.connection(key)
  for statement in statements {
    let answer = try connection.send("POST", "/xapi/statements", json: statement, [xapiVersion])
    guard answer.status == 200 else { throw DriverError("\(answer.status) \(answer.text)") }
  }
}

/// The version that every statement is sent in.
let xapiVersion = "X-Experience-API-Version: 1.0.3"
