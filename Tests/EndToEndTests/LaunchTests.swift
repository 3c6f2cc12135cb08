import Foundation
import JSON
import ProgramDriver
import Testing

/// Launches at both doors of the program, and the origin of content beside it.
@Suite struct LaunchTests {
  /// A server with a learner enrolled in a course of two lessons, the second to be passed.
  private func withLearner(
    _ body: (_ program: Program, _ server: RunningServer, _ enrolment: String) throws -> Void
  ) throws {
    try inEmptyFolder { program, folder in
      let package = try folder.write("course.zip", Package.cmi5().zip)
      let server = try RunningServer(program)
      try program.succeed(
        "organisation", "add", "MEMBER-A", "--kind", "member", "--region", "ESA", "--name", "A")
      let person = try program.succeed("person", "add", "Officer A", "--json").json.text("id")
      try program.succeed("import", package, "--code", "ORIGIN")
      try program.succeed("course", "publish", "ORIGIN")
      try program.succeed(
        "session", "plan", "S-1", "--course", "ORIGIN", "--mode", "self-paced", "--from", "2020-01-01",
        "--to",
        "2039-12-31")
      try program.succeed("session", "open", "S-1")
      let enrolment = try program.succeed(
        "enrolment", "add", "--person", person, "--session", "S-1", "--json"
      ).json
        .text("id")
      try body(program, server, enrolment)
      #expect(try program.run(["check"]).status == 0)
      #expect(try server.stop() == .exit(0))
    }
  }

  @Test func theAddressLeadsToTheLessonAtTheContentOrigin() throws {
    try withLearner { program, server, enrolment in
      let answer = try program.succeed("enrolment", "launch", enrolment, "--activity", "1")
      let address = try #require(URLComponents(string: answer.text.trimmingCharacters(in: .newlines)))
      let port = try #require(address.port)
      #expect(UInt16(port) != server.port)
      let page = try HTTPConnection(port: UInt16(port)).send("GET", address.path)
      #expect(page.status == 200)
      #expect(page.text.contains("A lesson of the tests."))
      let endpoint = address.queryItems?.first { $0.name == "endpoint" }?.value
      #expect(endpoint == "http://127.0.0.1:\(server.port)/xapi/")
    }
  }

  @Test func launchesAreListedAbandonedAndWaivedAtTheCommandLine() throws {
    try withLearner { program, _, enrolment in
      let launched = try program.succeed(
        "enrolment", "launch", enrolment, "--activity", "1", "--mode", "Browse", "--return-url",
        "https://portal.example/", "--json"
      ).json
      #expect(try launched.text("mode") == "Browse")
      #expect(try program.run(["enrolment", "launch", enrolment, "--activity", "9"]).status == 3)
      #expect(
        try program.run(["enrolment", "launch", enrolment, "--activity", "1", "--mode", "play"]).status == 2)
      try program.succeed("enrolment", "abandon", enrolment, "--reason", "It hung")
      #expect(try program.run(["enrolment", "abandon", enrolment]).status == 5)
      let list = try program.succeed("enrolment", "launches", enrolment, "--json").json.list("items")
      #expect(try list.map { try $0.text("state") } == ["abandoned"])
      try program.succeed("enrolment", "waive", enrolment, "--activity", "1", "--reason", "Tested Out")
      #expect(
        try program.run(["enrolment", "waive", enrolment, "--activity", "1", "--reason", "Again"]).status == 5
      )
      #expect(try program.run(["enrolment", "waive", enrolment, "--activity", "2"]).status == 2)
    }
  }

  @Test func withoutAServerThereIsNothingToLaunchWith() throws {
    try withLearner { program, server, enrolment in
      #expect(try server.stop() == .exit(0))
      let refused = try program.run(["enrolment", "launch", enrolment, "--activity", "1"])
      #expect(refused.status == 5)
      #expect(refused.messages.contains("start the server"))
      #expect(try program.succeed("enrolment", "launches", enrolment, "--json").json.list("items").isEmpty)
    }
  }

  /// “--content-origin URL”: what launches and policies name, wherever it listens.
  @Test func theContentOriginIsNamedAsItIsReached() throws {
    try withLearner { program, server, enrolment in
      #expect(try server.stop() == .exit(0))
      let behind = try RunningServer(
        program,
        options: ["--origin", "https://records.example", "--content-origin", "https://content.example"])
      let answer = try program.succeed("enrolment", "launch", enrolment, "--activity", "1").text
      #expect(answer.hasPrefix("https://content.example/"))
      #expect(
        answer.contains(
          "endpoint=https%3A%2F%2Frecords.example%2Fxapi%2F&fetch=https%3A%2F%2Frecords.example%2Fcmi5%2Ffetch%2F"
        ))
      #expect(try behind.stop() == .exit(0))
    }
  }

  /// No secret of a launch is in the server's log.
  @Test func theLogTellsNoSecret() throws {
    try inEmptyFolder { program, _ in
      let server = try RunningServer(program, options: ["--log-requests"])
      #expect(try server.connection().send("POST", "/cmi5/fetch/a-very-secret-word").status == 200)
      #expect(try server.stop() == .exit(0))
      let log = try server.messages
      #expect(log.contains("/cmi5/fetch/{secret}"))
      #expect(!log.contains("a-very-secret-word"))
    }
  }
}
