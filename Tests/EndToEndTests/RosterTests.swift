import Files
import JSON
import ProgramDriver
import Testing

/// “The CLI and HTTP call the same operation with equal outcomes, shown by a test through both doors.”
@Suite struct RosterTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let name: String
    let roster: String
    var acceptsGoodRows = false
    let status: Int32
    let httpStatus: Int
    let result: [String]
    let codes: [String]
    var testDescription: String { name }
  }

  static let rows = [
    Row(
      name: "a good table",
      roster: "source-id;name;organisation;session;nominated-by\n1;A;KE;S-1;KE\n2;B;KE;S-1;\n",
      status: 0, httpStatus: 200, result: ["added", "added"], codes: ["roster.session.full"]),
    Row(
      name: "the same again",
      roster: "source-id;name;organisation;session;nominated-by\n1;A;KE;S-1;KE\n2;B;KE;S-1;\n",
      status: 0, httpStatus: 200, result: ["unchanged", "unchanged"], codes: []),
    Row(
      name: "one bad row", roster: "source-id,name,session\n3,C,\n4,D,S-9\n", status: 3, httpStatus: 422,
      result: ["omitted", "refused"], codes: ["roster.session.unknown"]),
    Row(
      name: "one bad row, the good one asked for", roster: "source-id,name,session\n3,C,\n4,D,S-9\n",
      acceptsGoodRows: true, status: 3, httpStatus: 200, result: ["added", "refused"],
      codes: ["roster.session.unknown"]),
    Row(
      name: "no roster", roster: "a,b\"c\n", status: 3, httpStatus: 422, result: [],
      codes: ["roster.unreadable"]),
    Row(
      name: "XML",
      roster: """
        <roster xmlns="urn:registrar:roster:1" source="HR"><person id="5" name="E"/></roster>
        """, status: 0, httpStatus: 200, result: ["added"], codes: []),
  ]

  @Test func bothDoorsComeToTheSame() throws {
    let commands = try inEmptyFolder { program, folder in
      try prepare(program, folder)
      for row in Self.rows { try expect(row, atTheCommandLine: program) }
      return try persons(program)
    }
    let http = try inEmptyFolder { program, folder in
      try prepare(program, folder)
      let server = try RunningServer(program)
      let key = try Key.create(program)
      for row in Self.rows { try expect(row, over: server.connection(key)) }
      let found = try persons(program)
      #expect(try server.stop() == .exit(0))
      #expect(try program.run(["check"]).status == 0)
      return found
    }
    #expect(commands == http)
    #expect(commands == ["A", "B", "C", "E"])
  }

  private func expect(_ row: Row, atTheCommandLine program: Program) throws {
    let words =
      ["roster", "-", "--source", "HR", "--json"] + (row.acceptsGoodRows ? ["--accept-good-rows"] : [])
    let planned = try program.run(words + ["--dry-run"], input: Array(row.roster.utf8))
    let answer = try program.run(words, input: Array(row.roster.utf8))
    #expect(planned.status == row.status, "\(row): \(planned.messages)")
    #expect(answer.status == row.status, "\(row): \(answer.messages)")
    for report in [try planned.json, try answer.json] { try expect(row, in: report) }
  }

  private func expect(_ row: Row, over connection: HTTPConnection) throws {
    let type = row.roster.hasPrefix("<") ? "application/xml" : "text/csv"
    let query = "?source=HR" + (row.acceptsGoodRows ? "&acceptGoodRows=true" : "")
    for suffix in ["&dryRun=true", ""] {
      let answer = try connection.send(
        "POST", "/api/v1/rosters\(query)\(suffix)", ["Content-Type: \(type)"], body: Array(row.roster.utf8))
      #expect(answer.status == row.httpStatus, "\(row): \(answer.text)")
      try expect(row, in: answer.json["report"] ?? answer.json)
    }
  }

  private func expect(_ row: Row, in report: JSONValue) throws {
    #expect(try report.list("entries").map { try $0.text("result") } == row.result, "\(row)")
    #expect(try report.list("findings").map { try $0.text("code") } == row.codes, "\(row)")
    #expect(report["accepted"]?.boolean == (row.httpStatus == 200), "\(row)")
  }

  private func persons(_ program: Program) throws -> [String] {
    try program.succeed("person", "list", "--json").json.list("items").map { try $0.text("name") }
  }

  /// A Member, and an open session with one seat.
  private func prepare(_ program: Program, _ folder: TemporaryFolder) throws {
    let package = try folder.write("course.zip", Package.cmi5().zip)
    let commands = [
      [
        "organisation", "add", "KE", "--kind", "member", "--region", "ESA", "--name", "Member", "--from",
        "2020-01-01",
      ],
      ["import", package, "--code", "C"], ["course", "publish", "C"],
      [
        "session", "plan", "S-1", "--course", "C", "--mode", "self-paced", "--from", "2026-03-01", "--to",
        "2026-03-31", "--capacity", "1",
      ],
      ["session", "open", "S-1"],
    ]
    for words in commands {
      let answer = try program.run(words)
      #expect(answer.status == 0, "\(answer.messages)")
    }
  }

  /// Hostile row 23: “1 GB line … refused early with flat memory”.
  @Test func aLineOfAGigabyteIsRefusedInLittleMemory() throws {
    try inEmptyFolder { program, folder in
      try prepare(program, folder)
      let path = folder("roster.csv")
      let make = try program.run(program: ["/usr/bin/truncate", "--size=1G", path])
      #expect(make.status == 0, "\(make.messages)")
      // 400 MB of address space is less than half of the line.
      let limited = [
        "/bin/bash", "-c", "ulimit -v 400000; exec \"$@\"", "bash", program.path, "--data", program.data,
      ]
      let answer = try program.run(program: limited + ["roster", path, "--json"])
      #expect(answer.status == 3, "\(answer.messages)")
      #expect(
        try answer.json.list("findings").first?.text("message").contains("larger than 33554432 bytes") == true
      )
      let piped = try program.run(
        program: ["/bin/bash", "-c", "\"$@\" roster - --json < \(path)", "bash"] + limited)
      #expect(piped.status == 3, "\(piped.messages)")
    }
  }
}
