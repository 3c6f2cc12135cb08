import Files
import JSON
import ProgramDriver
import Testing

/// “Every figure of a generated data set equals an independent recount (not the same SQL: a recount in another language
/// over an export, as a property test over many seeds)”.
@Suite struct RecountTests {
  private static let python = "/usr/bin/python3"

  private static var hasPython: Bool {
    do { return try FileStatus.ifPresent(at: python) != nil } catch { return false }
  }

  @Test(
    "every figure is counted again from the list of learners and the records", .enabled(if: hasPython),
    arguments: 1...4)
  func recounted(seed: Int) throws {
    try inEmptyFolder { program, folder in
      try program.succeed(
        "demo", "generate", "--members", "9", "--persons", "90", "--seed", String(seed))
      let script =
        "/" + #filePath.split(separator: "/").dropLast(2).joined(separator: "/") + "/Recount/recount.py"
      let cutOff = "2026-07-01T00:00:00Z"
      for period in ["2024", "2025-26", "2026-Q1", "2023"] {
        try program.succeed(
          "report", "certification", "--audience", "directorate", "--period", period, "--cut-off", cutOff,
          "--format", "json", "--out", folder("report.json"))
        try program.succeed("report", "learners", "--cut-off", cutOff, "--out", folder("learners.csv"))
        let recount = try program.run(program: [
          Self.python, script, folder("learners.csv"), folder("report.json"),
          "\(program.data)/records.sqlite",
        ])
        #expect(recount.status == 0, "\(period): \(recount.text)\(recount.messages)")
      }
    }
  }

  @Test(
    "a session lists whom the list of learners has in it, and completions are the completed ones",
    arguments: 1...2)
  func lists(seed: Int) throws {
    try inEmptyFolder { program, _ in
      try program.succeed(
        "demo", "generate", "--members", "5", "--persons", "90", "--seed", String(seed))
      let cutOff = ["--cut-off", "2026-07-01T00:00:00Z"]
      func lines(_ words: [String]) throws -> [[Substring]] {
        try program.run(words + cutOff).text.split(separator: "\r\n").dropFirst()
          .map { $0.split(separator: ",", omittingEmptySubsequences: false) }
      }
      let learners = try lines(["report", "learners"])
      let (person, session, state) = (0, 9, 12)
      let participants = try lines([
        "report", "session", "DEMO-S4", "--format", "csv", "--block", "participants",
      ])
      #expect(!participants.isEmpty)
      #expect(
        participants.map { $0[1] }.sorted()
          == learners.filter { $0[session] == "DEMO-S4" }.map { $0[person] }.sorted())
      let completions = try lines(["report", "completions"])
      #expect(completions == learners.filter { $0[state] == "completed" })
    }
  }

  @Test func theListIsTheSameAtBothDoors() throws {
    try inEmptyFolder { program, _ in
      try program.succeed("demo", "generate", "--members", "3", "--persons", "60", "--seed", "1")
      let server = try RunningServer(program)
      let connection = try server.connection(try Key.create(program))
      let cutOff = "2026-07-01T00:00:00Z"
      let typed = try program.succeed("report", "learners", "--period", "2025", "--cut-off", cutOff)
      let sent = try connection.send("GET", "/api/v1/reports/learners?period=2025&cut-off=\(cutOff)")
      #expect(sent.status == 200 && sent.text == typed.text)
      #expect(sent["Content-Type"] == "text/csv; charset=utf-8; header=present")
      #expect(typed.text.hasPrefix("person,name,sex,"))
    }
  }
}
