import Files
import Foundation
import JSON
import ProgramDriver
import SQLite
import Testing

/// `registrar check` holds launches, waivers and what is said to be satisfied against the statements of the registration.
@Suite struct LaunchCheckTests {
  struct Row: Sendable {
    let name: String
    let damage: String
    /// What is told of launches, waivers and what is satisfied; `$launch` and `$enrolment` stand for what the scene kept.
    let faults: [String]

    init(_ name: String, _ damage: String, _ faults: String...) {
      (self.name, self.damage, self.faults) = (name, damage, faults)
    }
  }

  private static let launch =
    "launch: launch $launch of enrolment $enrolment does not stand as its statements say"

  static let rows = [
    Row(
      "a launch that was abandoned stands as terminated",
      "UPDATE launch_session SET state = 'terminated', terminated_at = ended_at WHERE state = 'abandoned'",
      launch),
    Row(
      "a unit that spoke never began",
      "UPDATE launch_session SET initialized_at = NULL WHERE state = 'abandoned'",
      launch),
    Row(
      "a verdict that nobody gave",
      "UPDATE launch_session SET passed = zeroblob(16) WHERE state = 'abandoned'", launch),
    Row(
      "the reason of a waiver altered", "UPDATE waiver SET reason = 'A favour'",
      "waiver: the waiver of activity “2” in enrolment $enrolment is not what its statement says"),
    Row(
      "a waiver of another activity", "UPDATE waiver SET activity = '1'",
      "waiver: the waiver of activity “1” in enrolment $enrolment is not what its statement says"),
    Row(
      "a waiver removed", "DELETE FROM waiver",
      "waiver: statement $waived waives an activity of enrolment $enrolment, and it is not among its waivers"),
    Row(
      "what is satisfied is forgotten", "DELETE FROM satisfaction",
      "satisfied: statement $satisfied says what of enrolment $enrolment is satisfied, and that is not kept"),
    Row(
      "something else is satisfied", "UPDATE satisfaction SET activity = 'block-1'",
      "satisfied: that block “block-1” of enrolment $enrolment is satisfied is not what its statement says"),
    Row(
      "what satisfied it no longer holds",
      "UPDATE statement SET is_voided = 1 WHERE id = (SELECT statement FROM waiver)",
      "satisfied: the course of enrolment $enrolment is said to be satisfied, and not all of its units are"),
  ]

  @Test func whatDoesNotFitIsTold() throws {
    try inEmptyFolder { program, folder in
      let kept = try LaunchCheckTests.scene(program, folder)
      let database = "\(program.data)/records.sqlite"
      let files = [database, "\(database).head"]
      let originals = try files.map { try File.read($0, limit: 1 << 24) }
      #expect(try program.run(["check"]).status == 0)
      for row in LaunchCheckTests.rows {
        try LaunchCheckTests.run(row.damage, database)
        let told = try program.run(["check", "--json"]).json.list("faults").map {
          "\(try $0.text("kind")): \(try $0.text("message"))"
        }
        let kinds = ["launch: ", "waiver: ", "satisfied: "]
        let faults = told.filter { fault in kinds.contains { fault.hasPrefix($0) } }
        #expect(faults == row.faults.map(kept.filling), "\(row.name)")
        for path in ["\(database)-wal", "\(database)-shm"] where try FileStatus.ifPresent(at: path) != nil {
          try File.remove(path)
        }
        for (path, original) in zip(files, originals) { try File.replace(path, with: original) }
      }
      #expect(try program.run(["check"]).status == 0, "what was put back is sound")
    }
  }

  /// A unit that is gone ends nothing: the server ends its session when that has lasted as long as it may (cmi5 §9.3.6).
  @Test func theServerAbandonsWhatHasExpired() throws {
    try inEmptyFolder { program, folder in
      let kept = try LaunchCheckTests.scene(program, folder, isAbandoned: false)
      func state() throws -> String {
        try program.succeed("enrolment", "launches", kept.filling("$enrolment"), "--json").json.list("items")[
          0
        ]
        .text("state")
      }
      #expect(try state() == "initialized")
      try LaunchCheckTests.run(
        "UPDATE launch_session SET launched_at = launched_at - 25 * 3600 * 1000000",
        "\(program.data)/records.sqlite")
      let server = try RunningServer(program)
      for _ in 1...1000 where try state() != "abandoned" { usleep(10_000) }
      #expect(try state() == "abandoned")
      #expect(try server.stop() == .exit(0))
    }
  }

  private static func run(_ script: String, _ database: String) throws {
    let connection = try Connection.openWriter(at: database, creatingIfMissing: false)
    try connection.run(script: script)
  }

  /// A learner completed the first of two lessons, in a session that was abandoned or is still open, and the second is
  /// waived.
  private static func scene(
    _ program: Program, _ folder: TemporaryFolder, isAbandoned: Bool = true
  ) throws -> Keepsakes {
    let package = try folder.write("course.zip", Package.cmi5().zip)
    let server = try RunningServer(program)
    let person = try program.succeed("person", "add", "Officer A", "--json").json.text("id")
    try program.succeed("import", package, "--code", "ORIGIN")
    try program.succeed("course", "publish", "ORIGIN")
    try program.succeed(
      "session", "plan", "S-1", "--course", "ORIGIN", "--mode", "self-paced", "--from", "2020-01-01", "--to",
      "2039-12-31")
    try program.succeed("session", "open", "S-1")
    let enrolment = try program.succeed(
      "enrolment", "add", "--person", person, "--session", "S-1", "--json"
    ).json.text("id")
    let unit = try program.succeed("enrolment", "launch", enrolment, "--activity", "1", "--json").json
    try speak(["initialized", "completed"], by: unit, server)
    try program.succeed("enrolment", "waive", enrolment, "--activity", "2", "--reason", "Tested Out")
    if isAbandoned { try program.succeed("enrolment", "abandon", enrolment) }
    let statements = try server.connection(Key.create(program)).send(
      "GET", "/xapi/statements?registration=\(enrolment)", [xapiVersion]
    ).json.list("statements")
    func said(_ verb: String) throws -> String {
      try #require(try statements.first { try $0.text("verb", "id").hasSuffix("/\(verb)") }).text("id")
    }
    let kept = Keepsakes([
      "launch": try unit.text("id"), "enrolment": enrolment, "waived": try said("waived"),
      "satisfied": try said("satisfied"),
    ])
    _ = try server.stop()
    return kept
  }

  /// Has a unit say what cmi5 defines, by its own token.
  private static func speak(_ verbs: [String], by unit: JSONValue, _ server: RunningServer) throws {
    let query = URLComponents(string: try unit.text("url"))?.queryItems ?? []
    func parameter(_ name: String) -> String { query.first { $0.name == name }?.value ?? "" }
    let path = URLComponents(string: parameter("fetch"))?.path ?? ""
    let token = try server.connection().send("POST", path).json.text("auth-token")
    let prefix = "https://w3id.org/xapi/cmi5/context"
    for verb in verbs {
      let decides = verb == "completed"
      let result = decides ? #""result": {"completion": true, "duration": "PT1S"}, "# : ""
      let moveOn = decides ? #", {"id": "\#(prefix)/categories/moveon"}"# : ""
      let now = Date.now.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
      let text = """
        {"id": "\(UUID().uuidString.lowercased())", "timestamp": "\(now)", "actor": \(parameter("actor")),
         "verb": {"id": "http://adlnet.gov/expapi/verbs/\(verb)"}, "object": {"id": "\(parameter("activityId"))"},
         \(result)"context": {"registration": "\(parameter("registration"))",
         "contextActivities": {"grouping": [{"id": "urn:example:course:1:lesson:1"}],
         "category": [{"id": "\(prefix)/categories/cmi5"}\(moveOn)]},
         "extensions": {"\(prefix)/extensions/sessionid": "\(try unit.text("id"))"}}}
        """
      let answer = try server.connection().send(
        "POST", "/xapi/statements", json: text, [xapiVersion, "Authorization: Basic \(token)"])
      guard answer.status == 200 else { throw DriverError("\(verb): \(answer.status) \(answer.text)") }
    }
  }
}
