import Files
import Foundation
import JSON
import ProgramDriver
import Testing

/// Statements as JSON lines, by the built program: at both doors, in little memory, and killed in the middle.
@Suite struct StatementLinesTests {
  private func lines(_ count: Int) -> [UInt8] {
    var octets: [UInt8] = []
    for number in 1...count {
      let digits = String(number)
      let id = "0197f000-0000-7000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
      octets +=
        #"{"id":"\#(id)","actor":{"mbox":"mailto:officer@example.org"},"verb":{"id":"http://example.org/verbs/read"},"object":{"id":"http://example.org/activities/\#(number % 10)"},"result":{"response":"\#(String(repeating: "a", count: 300))"}}"#
        .utf8
      octets.append(UInt8(ascii: "\n"))
    }
    return octets
  }

  private func ids(_ program: Program) throws -> [String] {
    try program.succeed("statement", "export").text.split(separator: "\n").map {
      try JSONDocument(Array($0.utf8)).root["id"]?.string ?? ""
    }
  }

  /// "Stopped or killed in the middle, the same command again goes on and ends with each statement once."
  @Test func anImportThatIsKilledGoesOn() throws {
    try inEmptyFolder { program, folder in
      let file = try folder.write("statements.jsonl", lines(20_000))
      try program.succeed("statement", "import", "-", input: lines(1))
      for milliseconds in [150, 300, 600] {
        let process = try program.start(["statement", "import", file])
        usleep(UInt32(milliseconds) * 1000)
        process.send(signal: SIGKILL)
        _ = try process.wait()
      }
      let report = try program.succeed("statement", "import", file, "--json").json
      let (stored, already) = (
        report["stored"]?.number?.int64 ?? 0, report["alreadyStored"]?.number?.int64 ?? 0
      )
      #expect(stored + already == 20_000)
      #expect(already > 0, "what was stored before is not stored again")
      let ids = try ids(program)
      #expect(ids.count == 20_000)
      #expect(Set(ids).count == 20_000)
      #expect(try program.run(["check"]).status == 0)
    }
  }

  @Test func theSameAtBothDoorsAndThroughAServer() throws {
    try inEmptyFolder { program, folder in
      let file = try folder.write("statements.jsonl", lines(1000))
      let server = try RunningServer(program)
      let key = try Key.create(program)
      #expect(
        try program.succeed("statement", "import", file, "--dry-run").line
          == "1000 lines: 1000 would be stored")
      #expect(
        try program.succeed("statement", "import", "-", input: lines(600)).line == "600 lines: 600 stored")
      let answer = try server.connection(key).send(
        "POST", "/api/v1/imports/statements", ["Content-Type: application/x-ndjson"], body: lines(1000))
      #expect(answer.status == 200, "\(answer.text)")
      #expect(try answer.json["stored"]?.number?.int64 == 400)
      let out = folder("out.jsonl")
      try program.succeed("statement", "export", "--out", out)
      let written = try File.read(out, limit: 1 << 26)
      #expect(try server.connection(key).send("GET", "/api/v1/exports/statements").body == written)
      #expect(try program.succeed("statement", "export").output == written)
      #expect(try server.stop() == .exit(0))
      let other = try Program(data: folder("other"))
      #expect(try other.succeed("statement", "import", out).line == "1000 lines: 1000 stored")
    }
  }

  /// The contents of attachments lie beside the lines, and are held against their digest.
  @Test func attachmentsLieBeside() throws {
    let sha2 = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"  // of hello
    let attachment =
      #"{"usageType":"http://example.org/u","display":{"en":"A"},"contentType":"text/plain","length":5,"sha2":"\#(sha2)"}"#
    let line = Array(
      String(decoding: lines(1).dropLast(2), as: UTF8.self).appending(#","attachments":[\#(attachment)]}"#)
        .utf8)
    try inEmptyFolder { program, folder in
      let importing = ["statement", "import", "-", "--attachments", folder("in")]
      let missing = try program.run(importing, input: line)
      #expect(missing.status == 3)
      #expect(missing.text.contains("must come with its data"), "\(missing.text)")
      try folder.write("in/\(sha2)", Array("hallo".utf8))
      let other = try program.run(importing, input: line)
      #expect(other.status == 3)
      #expect(other.text.contains("do not have the SHA-2 \(sha2)"), "\(other.text)")
      try folder.write("in/\(sha2)", Array("hello".utf8))
      #expect(try program.run(importing + ["--dry-run"], input: line).line == "1 line: 1 would be stored")
      #expect(try program.run(importing, input: line).line == "1 line: 1 stored")
      #expect(try program.run(importing, input: line).line == "1 line: 1 already stored")
      // One line in conflict, with contents, and a good one behind it: lines stand for themselves.
      let changed = String(decoding: line, as: UTF8.self).replacing("verbs/read", with: "verbs/wrote")
      let good = lines(2).split(separator: UInt8(ascii: "\n"))[1]
      let conflict = try program.run(importing, input: Array(changed.utf8) + [UInt8(ascii: "\n")] + good)
      #expect(conflict.status == 5)
      #expect(conflict.text.contains("2 lines: 1 stored, 1 in conflict"), "\(conflict.text)")
      for before in ["", "hallo"] {
        try folder.write("out/\(sha2)", Array(before.utf8))
        try program.succeed(
          "statement", "export", "--out", folder("out.jsonl"), "--attachments", folder("out"))
        #expect(try File.read(folder("out/\(sha2)"), limit: 10) == Array("hello".utf8))
      }
      #expect(try program.run(["check"]).status == 0)
      let elsewhere = try Program(data: folder("other"))
      #expect(
        try elsewhere.succeed("statement", "import", folder("out.jsonl"), "--attachments", folder("out")).line
          == "2 lines: 2 stored")
      #expect(try elsewhere.run(["check"]).status == 0)
    }
  }

  @Test func exitStatuses() throws {
    try inEmptyFolder { program, _ in
      let changed = String(decoding: lines(1), as: UTF8.self).replacing("verbs/read", with: "verbs/wrote")
      try program.succeed("statement", "import", "-", input: lines(2))
      let conflict = try program.run(["statement", "import", "-"], input: Array(changed.utf8))
      #expect(conflict.status == 5)
      #expect(conflict.text.contains("standard input:1:1 error statements.statement.conflict"))
      #expect(try program.run(["statement", "import", "-"], input: Array("{\n".utf8)).status == 3)
      #expect(try program.run(["statement", "import", "no-such-file"]).status == 4)
      #expect(try program.run(["statement", "export", "--since", "yesterday"]).status == 2)
      #expect(try program.run(["statement", "export", "--agent", "{}"]).status == 2)
    }
  }
}
