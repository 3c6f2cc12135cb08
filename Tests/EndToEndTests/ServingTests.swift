import Files
import Glibc
import JSON
import ProgramDriver
import Testing

@Suite struct ServingTests {
  @Test func theFirstCommandsCreateTheDataFolder() throws {
    try inEmptyFolder { program, _ in
      #expect(try FileStatus.ifPresent(at: program.data) == nil)
      try program.succeed(
        "organisation", "add", "MEMBER-A", "--kind", "member", "--region", "ESA", "--name", "Member A")
      #expect(try program.succeed("organisation", "list", "--json").json.list("items").count == 1)
    }
  }

  @Test func servingCreatesTheDataFolderAndEndsWithNothingLeft() throws {
    try inEmptyFolder { program, _ in
      let server = try RunningServer(program)
      #expect(try server.connection().send("GET", "/healthz").status == 200)
      #expect(try server.stop() == .exit(0))
      #expect(try program.run(["check"]).status == 0)
    }
  }

  /// "A command given while a server runs hands its work to it and prints what it answers."
  @Test(
    arguments: [
      ("organisation list", 0), ("course show NO-SUCH-COURSE", 4),
      ("organisation add MEMBER-A --kind member", 2),
      ("organisation add TAKEN --kind donor --name Again", 5), ("organise", 2),
      ("verify 0000-0000-0000-0000-0000-000000", 4), ("import no-such-file.zip", 3),
    ] as [(String, Int32)])
  func aCommandEndsTheSameWithAndWithoutAServer(line: String, status: Int32) throws {
    let words = line.split(separator: " ").map(String.init)
    try inEmptyFolder { program, _ in
      try program.succeed("organisation", "add", "TAKEN", "--kind", "donor", "--name", "Taken")
      let alone = try program.run(words)
      let server = try RunningServer(program)
      let handedOver = try program.run(words)
      #expect(alone.status == status, "\(alone.messages)")
      #expect(handedOver.status == alone.status)
      #expect(handedOver.text == alone.text)
      #expect(handedOver.messages == alone.messages)
      #expect(try server.stop() == .exit(0))
    }
  }

  @Test func whatACommandChangesIsSeenByTheServerAtOnce() throws {
    try inEmptyFolder { program, _ in
      let server = try RunningServer(program)
      let key = try Key.create(program)
      try program.succeed(
        "organisation", "add", "MEMBER-A", "--kind", "member", "--region", "ESA", "--name", "Member A")
      let answer = try server.connection(key).send("GET", "/api/v1/parties/MEMBER-A")
      #expect(answer.status == 200)
      #expect(try answer.json.text("code") == "MEMBER-A")
    }
  }

  @Test func aSecondServerIsRefused() throws {
    try inEmptyFolder { program, _ in
      let server = try RunningServer(program)
      let second = try program.run(["serve", "--listen", "127.0.0.1:0"])
      #expect(second.status == 7)
      #expect(second.messages.contains(String(server.process.id)), "the message names the holder")
      #expect(try server.stop() == .exit(0))
    }
  }

  /// "A command that finds the folder held by another command waits."
  @Test func commandsThatMeetWaitForEachOther() throws {
    try inEmptyFolder { program, _ in
      try onThreads(8) { number in
        try program.succeed(
          "organisation", "add", "P-\(number)", "--kind", "donor", "--name", "Donor \(number)")
      }
      #expect(try program.succeed("organisation", "list", "--json").json.list("items").count == 8)
    }
  }

  @Test func aDryRunCreatesNothing() throws {
    try inEmptyFolder { program, folder in
      let package = try folder.write("course.zip", Package.cmi5().zip)
      let answer = try program.succeed("import", package, "--dry-run", "--json")
      #expect(try answer.json["accepted"]?.boolean == true)
      #expect(try FileStatus.ifPresent(at: program.data) == nil)
    }
  }

  /// SIGTERM "finishes what was accepted and ends with 0": what was answered before the end is there after it.
  @Test func whatWasAcceptedIsThereAfterTheEnd() throws {
    try inEmptyFolder { program, _ in
      let server = try RunningServer(program)
      let key = try Key.create(program)
      let connection = try server.connection(key)
      let answer = try connection.send("POST", "/xapi/statements", json: plainStatement(), [xapiVersion])
      #expect(answer.status == 200, "\(answer.text)")
      #expect(try server.stop() == .exit(0))
      let again = try RunningServer(program)
      let id = try answer.json.elements?.first { _ in true }?.string ?? ""
      let found = try again.connection(key).send(
        "GET", "/xapi/statements?statementId=\(id)", [xapiVersion])
      #expect(found.status == 200, "\(found.text)")
    }
  }
}

/// A statement that concerns no enrolment.
func plainStatement(id: String? = nil) -> String {
  let id = id.map { #""id": "\#($0)", "# } ?? ""
  return """
    {\(id)"actor": {"mbox": "mailto:officer@example.invalid"},
     "verb": {"id": "http://adlnet.gov/expapi/verbs/experienced"},
     "object": {"id": "https://registrar.invalid/activities/seals"}}
    """
}
