import Files
import Foundation
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

  /// Days of one zone, and the instant that the records are looked at as of.
  private struct Look: Sendable {
    let period: String
    let zone: String
    let cutOff: String
  }

  private static let latest = "2026-07-01T00:00:00Z"
  private static let looks = [
    Look(period: "2024", zone: "UTC", cutOff: latest),
    Look(period: "2025-26", zone: "Pacific/Kiritimati", cutOff: latest),
    Look(period: "2026-Q1", zone: "Pacific/Pago_Pago", cutOff: "2026-02-28T10:30:00Z"),
    Look(period: "2023", zone: "UTC", cutOff: latest),
  ]

  /// Whom a report is made out to, beside the directorate. From all of them but a Member something is hidden.
  private static let outsiders = [
    ["member", "--party", "DEMO-M3"], ["university", "--party", "DEMO-UNIVERSITY"],
    ["donor", "--party", "DEMO-DONOR"], ["rocb", "--party", "DEMO-ROCB"],
  ]

  /// `make recount SEEDS=100` for more of them than the suite has.
  private static let seeds =
    1...max(4, ProcessInfo.processInfo.environment["REGISTRAR_SEEDS"].flatMap { Int($0) } ?? 4)

  @Test(
    "every figure is counted again from the records, and tells no outsider of few", .enabled(if: hasPython),
    arguments: seeds)
  func recounted(seed: Int) throws {
    try inEmptyFolder { program, folder in
      try generate(seed, program)
      for (number, look) in Self.looks.enumerated() {
        for audience in [["directorate"], Self.outsiders[(number + seed) % Self.outsiders.count]] {
          try report(look, to: audience, program, folder)
          let recount = try recount(program, folder)
          #expect(recount.status == 0, "\(audience), \(look): \(recount.text)\(recount.messages)")
        }
      }
    }
  }

  @Test("a small figure that is told to an outsider is named", .enabled(if: hasPython))
  func told() throws {
    try inEmptyFolder { program, folder in
      try generate(1, program)
      try report(Self.looks[0], to: Self.outsiders[3], program, folder)
      let whole = String(decoding: try File.read(folder("report.json"), limit: 1 << 20), as: UTF8.self)
      // Whoever may be told of one person is told of less than is told.
      let altered = whole.replacing(#""suppressedBelow": 5"#, with: #""suppressedBelow": 50"#)
      #expect(altered != whole)
      try folder.write("report.json", Array(altered.utf8))
      let recount = try recount(program, folder)
      #expect(recount.status == 1 && recount.text.contains("is shown"), "\(recount.text)")
    }
  }

  private static let alterations = [
    (#""kind": "code""#, #""kind": "cipher""#, "/blocks/0/columns/0/kind: "),
    (#""blocks": ["#, #""tables": [], "blocks": ["#, "/tables: not foreseen"),
    (#""name": "experts-reviews""#, #""name": "new-block""#, "new-block: nothing counts this block again"),
    (#""name": "experts-reviews""#, #""name": "new-block""#, "experts-reviews: no such block is reported"),
    (#""enrolments": "#, #""enrolments": 1"#, "enrolments-by-sex total enrolments: reported 1"),
    (#""persons""#, #""people""#, "people: reported"),
    (#""event": "issued""#, #""event": "made""#, "certificates ('made',): not counted"),
    (#""event": "issued""#, #""event": "made""#, "certificates ('issued',): not reported"),
  ]

  @Test("what is altered, missing or not known to the recount is named", .enabled(if: hasPython))
  func altered() throws {
    try inEmptyFolder { program, folder in
      try generate(1, program)
      try report(Self.looks[0], program, folder)
      let whole = String(decoding: try File.read(folder("report.json"), limit: 1 << 20), as: UTF8.self)
      for (member, other, named) in Self.alterations {
        let altered = whole.replacing(member, with: other)
        #expect(altered != whole)
        try folder.write("report.json", Array(altered.utf8))
        let recount = try recount(program, folder)
        #expect(recount.status == 1 && recount.text.contains(named), "\(named): \(recount.text)")
      }
    }
  }

  private func generate(_ seed: Int, _ program: Program) throws {
    try program.succeed(
      "demo", "generate", "--members", "9", "--persons", String(60 + seed * 7 % 60), "--seed", String(seed))
    try program.succeed(
      "organisation", "add", "DEMO-ROCB", "--kind", "rocb", "--name", "Demonstration office", "--region",
      "ESA",
      "--from", "2010-01-01")
  }

  /// Writes the report, and the list of learners as of the same instant.
  private func report(
    _ look: Look, to audience: [String] = ["directorate"], _ program: Program, _ folder: TemporaryFolder
  ) throws {
    try program.succeed(
      ["report", "certification", "--audience"] + audience
        + [
          "--period", look.period, "--zone", look.zone, "--cut-off", look.cutOff, "--format", "json", "--out",
          folder("report.json"),
        ])
    try program.succeed(
      "report", "learners", "--zone", look.zone, "--cut-off", look.cutOff, "--out", folder("learners.csv"))
  }

  private func recount(_ program: Program, _ folder: TemporaryFolder) throws -> Program.Answer {
    let script =
      "/" + #filePath.split(separator: "/").dropLast(2).joined(separator: "/") + "/Recount/recount.py"
    return try program.run(program: [
      Self.python, script, folder("learners.csv"), folder("report.json"), "\(program.data)/records.sqlite",
    ])
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
      let completed = learners.filter { $0[state] == "completed" }
      #expect(try lines(["report", "completions", "--order", "enrolment"]) == completed)
      // Member by Member, each by name, and what is left in the order in which it was recorded.
      let (name, organisation) = (1, 3)
      let keys = completed.map { "\($0[organisation].lowercased())\t\($0[name])\t\($0[person])" }
      let order = completed.indices.sorted { one, other in
        keys[one] == keys[other]
          ? one < other : keys[one].utf8.lexicographicallyPrecedes(keys[other].utf8)
      }
      #expect(try lines(["report", "completions"]) == order.map { completed[$0] })
      let ofOne = completed.filter { $0[organisation] == "DEMO-M2" }
      #expect(
        try lines(["report", "completions", "--party", "DEMO-M2", "--order", "enrolment"]) == ofOne)
      #expect(Set(try lines(["report", "completions", "--party", "DEMO-M2"])) == Set(ofOne))
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
      for (words, query) in [
        ([], ""), (["--party", "DEMO-M1"], "&party=DEMO-M1"), (["--order", "enrolment"], "&order=enrolment"),
      ] {
        let typed = try program.run(["report", "completions", "--cut-off", cutOff] + words)
        let sent = try connection.send("GET", "/api/v1/reports/completions?cut-off=\(cutOff)\(query)")
        #expect(sent.status == 200 && sent.text == typed.text && typed.text.contains("DEMO-M1"), "\(query)")
      }
      #expect(typed.text.hasPrefix("person,name,sex,"))
    }
  }
}
