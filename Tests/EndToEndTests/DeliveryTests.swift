import Cryptography
import Foundation
import Glibc
import HTTP
import JSON
import ProgramDriver
import Synchronization
import Testing

/// Statements forwarded to a second registrar, and events told to a listener, by the built program.
@Suite struct DeliveryTests {
  private func id(_ number: Int) -> String {
    let digits = String(number)
    return "0197f000-0000-7000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
  }

  private func lines(_ numbers: ClosedRange<Int>) -> [UInt8] {
    let text = numbers.map {
      #"{"id":"\#(id($0))","actor":{"mbox":"mailto:officer@example.org"},"verb":{"id":"http://example.org/verbs/read"},"object":{"id":"http://example.org/activities/1"}}"#
        + "\n"
    }
    return Array(text.joined().utf8)
  }

  /// Asks again and again until the answer is as expected; a minute at the most.
  private func eventually(_ what: String, _ isSo: () throws -> Bool) throws {
    for _ in 1...600 {
      if try isSo() { return }
      usleep(100_000)
    }
    Issue.record("it did not come to this within a minute: \(what)")
  }

  private func ids(_ program: Program) throws -> [String] {
    try program.succeed("statement", "export").text.split(separator: "\n").map {
      try JSONDocument(Array($0.utf8)).root["id"]?.string ?? ""
    }
  }

  private let privately = ["--private-targets", "127.0.0.1"]

  /// “Forwarding to a second registrar process killed and restarted in the middle, ends with every statement there exactly
  /// once.”
  @Test func everyStatementComesToTheOtherStoreOnce() throws {
    try inEmptyFolder { program, folder in
      let other = try Program(data: folder("other"))
      let key = try Key.create(other, scope: "xapi")
      var target = try RunningServer(other)
      let port = target.port
      var server = try RunningServer(program, options: privately)
      try program.succeed("statement", "import", "-", input: lines(1...1000))
      try program.succeed(
        "forwarding", "add", "OTHER", "--to", "http://127.0.0.1:\(port)/xapi", "--user", key.id,
        "--secret-file", "-", input: Array("\(key.secret)\n".utf8))
      try eventually("some came over") { try ids(other).count > 100 }
      try target.killAtOnce()
      try program.succeed("statement", "import", "-", input: lines(1001...1500))
      try eventually("a failure is told") {
        try program.succeed("forwarding", "show", "OTHER", "--json").json["failures"]?.number?.int64 ?? 0 > 0
      }
      try server.killAtOnce()
      target = try RunningServer(other, listen: "127.0.0.1:\(port)")
      server = try RunningServer(program, options: privately)
      try eventually("all came over") { try ids(other).count >= 1500 }
      #expect(try ids(other) == (1...1500).map(id), "in their order, each once")
      try eventually("all are noted") {
        try program.succeed("forwarding", "show", "OTHER", "--json").json["sent"]?.number?.int64 ?? 0 >= 1500
      }
      let messages = try server.messages
      #expect(!messages.contains(key.secret))
      #expect(try server.stop() == .exit(0))
      #expect(try target.stop() == .exit(0))
      #expect(try program.run(["check"]).status == 0)
    }
  }

  @Test func aRevokedKeyPausesAndANewOneIsAskedFor() throws {
    try inEmptyFolder { program, folder in
      let other = try Program(data: folder("other"))
      let key = try Key.create(other, scope: "xapi")
      let target = try RunningServer(other)
      let server = try RunningServer(program, options: privately)
      try program.succeed("statement", "import", "-", input: lines(1...2))
      try other.succeed("key", "revoke", key.id)
      try program.succeed(
        "forwarding", "add", "OTHER", "--to", "http://127.0.0.1:\(target.port)/xapi", "--user", key.id,
        "--secret-file", "-", input: Array(key.secret.utf8))
      try eventually("it is paused") {
        try program.succeed("forwarding", "show", "OTHER").text.contains("it answered 401")
      }
      let log = try server.messages
      #expect(log.contains("delivery to=forwarding code=OTHER reason=\"it answered 401"), "\(log)")
      #expect(!log.contains(key.secret))
      #expect(!log.contains(Base64.standard.encode(Array("\(key.id):\(key.secret)".utf8))))
      let metrics = try server.connection(Key.create(program, scope: "monitor")).send("GET", "/metrics").text
      #expect(metrics.contains("registrar_forwarding_backlog{forwarding="))
      let paused = metrics.split(separator: "\n").first { $0.hasPrefix("registrar_forwarding_paused{") }
      #expect(paused?.hasSuffix(" 1") == true)
      #expect(try server.stop() == .exit(0))
      #expect(try target.stop() == .exit(0))
    }
  }

  /// Every step of a forwarding and a webhook, typed.
  @Test func deliveriesAreKeptByCommands() throws {
    try inEmptyFolder { program, _ in
      try program.succeed(
        "forwarding", "add", "OTHER", "--to", "https://lrs.example/xapi", "--user", "us", "--secret-file",
        "-",
        input: Array("a secret word\n".utf8))
      try program.succeed("forwarding", "pause", "OTHER", "--reason", "maintenance")
      let paused = try program.succeed("forwarding", "show", "OTHER", "--json").json
      #expect(paused["state"]?.string == "paused" && paused["pauseReason"]?.string == "maintenance")
      try program.succeed("forwarding", "resume", "OTHER")
      let shown = try program.succeed("forwarding", "show", "OTHER", "--json")
      #expect(try shown.json["state"]?.string == "active")
      #expect(!shown.text.contains("a secret word"))
      try program.succeed("forwarding", "remove", "OTHER")
      #expect(try program.run(["forwarding", "show", "OTHER"]).status == 4)

      let added = try program.succeed(
        "webhook", "add", "PORTAL", "--to", "https://portal.example/h", "--json")
      let secret = try #require(try added.json["secret"]?.string)
      let listed = try program.succeed("webhook", "list", "--json").text
      let webhook = try program.succeed("webhook", "show", "PORTAL", "--json").text
      #expect(listed.contains("PORTAL") && webhook.contains("https://portal.example/h"))
      #expect(!listed.contains(secret) && !webhook.contains(secret))
      try program.succeed("webhook", "resume", "PORTAL")
      try program.succeed("webhook", "remove", "PORTAL")
      #expect(try program.run(["webhook", "show", "PORTAL"]).status == 4)
      #expect(try program.succeed("webhook", "list", "--json").text.contains("PORTAL") == false)
      #expect(try program.run(["check"]).status == 0)
    }
  }

  /// “Private addresses allowed only if the operator names them.”
  @Test func addressesOfThisMachineHaveToBeNamed() throws {
    try inEmptyFolder { program, _ in
      let listener = try Listener()
      let server = try RunningServer(program)
      try program.succeed("statement", "import", "-", input: lines(1...1))
      for (number, host) in ["127.0.0.1", "localhost", "2130706433", "[::ffff:127.0.0.1]"].enumerated() {
        try program.succeed(
          "forwarding", "add", "F-\(number)", "--to", "http://\(host):\(listener.port)/", "--user", "us",
          "--secret-file", "-", input: Array("secret".utf8))
        try eventually("\(host) is refused") {
          try program.succeed("forwarding", "show", "F-\(number)").text.contains("are not allowed")
        }
      }
      #expect(listener.received.isEmpty)
      #expect(try server.stop() == .exit(0))
      #expect(try program.run(["serve", "--private-targets", "nonsense"]).status == 2)
    }
  }

  @Test func eventsAreToldSignedAndToldAgain() throws {
    try inEmptyFolder { program, folder in
      let listener = try Listener()
      listener.answers(with: 503)
      let server = try RunningServer(program, options: privately)
      let secret = try #require(
        try program.succeed(
          "webhook", "add", "PORTAL", "--to", "http://127.0.0.1:\(listener.port)/hooks", "--json"
        ).json["secret"]?.string)
      let enrolment = try complete(program)
      try eventually("it was tried") { !listener.received.isEmpty }
      #expect(try server.messages.contains("delivery to=webhook code=PORTAL"))
      listener.answers(with: 204)
      try eventually("both events are taken") {
        let delivered = try program.succeed(
          "webhook", "deliveries", "PORTAL", "--state", "delivered", "--json")
        return try delivered.json.list("items").count == 2
      }
      let key = try #require(Data(base64Encoded: String(secret.dropFirst("whsec_".count))))
      for received in listener.received { #expect(try isSigned(received, with: Array(key)), "\(received)") }
      let types = listener.received.map(\.type)
      #expect(Set(types) == ["enrolment.completed", "enrolment.passed"])
      #expect(listener.received.allSatisfy { $0.text.contains(enrolment) && !$0.text.contains("Officer") })
      let again = try #require(listener.received.last)
      let count = listener.received.count
      try program.succeed("webhook", "redeliver", "PORTAL", "--event", again.id)
      try eventually("it is told again") { listener.received.count > count }
      #expect(listener.received.last?.id == again.id)
      #expect(listener.received.last?.text == again.text)
      #expect(try !server.messages.contains(secret.dropFirst(6)))
      #expect(try server.stop() == .exit(0))
    }
  }

  /// By the words of the specification: `v1,` and the base 64 of HMAC-SHA256 over id, timestamp and body.
  private func isSigned(_ received: Listener.Received, with key: [UInt8]) throws -> Bool {
    let signed = Array("\(received.id).\(received.timestamp).".utf8) + received.body
    let code = try MessageAuthentication(key: key).code(for: signed).octets
    return received.signature == "v1," + Data(code).base64EncodedString()
  }

  /// Has an officer complete and pass a course, and says the enrolment.
  private func complete(_ program: Program) throws -> String {
    try program.succeed(
      "import", "\(packageRoot)/Courses/TrainTheTrainers/giving-feedback", "--code", "FEEDBACK")
    try program.succeed("course", "publish", "FEEDBACK")
    try program.succeed(
      "session", "plan", "S-1", "--course", "FEEDBACK", "--mode", "self-paced", "--from", "2026-01-01",
      "--to",
      "2099-12-31")
    try program.succeed("session", "open", "S-1")
    let person = try program.succeed("person", "add", "An Officer").line
    let enrolment = try program.succeed("enrolment", "add", "--person", person, "--session", "S-1").line
    let shown = try program.succeed("enrolment", "show", enrolment, "--json").json
    let activities = shown["progress"]?["activities"]?.elements.map(Array.init) ?? []
    let origin = "http://127.0.0.1:8080"
    var lines: [String] = []
    for activity in activities {
      for verb in ["completed", "passed"] {
        lines.append(
          #"{"id":"\#(UUID().uuidString.lowercased())","actor":{"account":{"homePage":"\#(origin)","name":"\#(person)"}},"#
            + #""verb":{"id":"http://adlnet.gov/expapi/verbs/\#(verb)"},"object":{"id":"\#(activity["iri"]?.string ?? "")"},"#
            + #""context":{"registration":"\#(enrolment)","contextActivities":{"category":[{"id":"https://w3id.org/xapi/cmi5/context/categories/cmi5"},{"id":"https://w3id.org/xapi/cmi5/context/categories/moveon"}]}}}"#
        )
      }
    }
    try program.succeed("statement", "import", "-", input: Array(lines.joined(separator: "\n").utf8))
    #expect(
      try program.succeed("enrolment", "show", enrolment, "--json").json["state"]?.string == "completed")
    return enrolment
  }
}

/// A server that takes what is told it, and answers with the status that the test says.
private final class Listener: Sendable {
  struct Received: Sendable {
    let id: String
    let timestamp: String
    let signature: String
    let body: [UInt8]

    var text: String { String(decoding: body, as: UTF8.self) }

    var type: String {
      (try? JSONDocument(body).root["type"]?.string) ?? ""
    }
  }

  private let desk = Desk()
  private let server: Server

  var received: [Received] { desk.state.withLock { $0.received } }
  var port: UInt16 { server.port }

  init() throws {
    var configuration = Server.Configuration()
    configuration.port = 0
    server = try Server(configuration: configuration, handler: desk)
  }

  deinit { server.stop() }

  func answers(with status: Int) { desk.state.withLock { $0.status = status } }

  private final class Desk: RequestHandler {
    let state = Mutex<(received: [Received], status: Int)>(([], 200))

    func reception(of head: RequestHead) -> BodyReception { .collect(limitBytes: 1 << 20) }

    func respond(to request: Request, reply: Reply) {
      let headers = request.head.headers
      let status = state.withLock { state in
        state.received.append(
          Received(
            id: headers["webhook-id"] ?? "", timestamp: headers["webhook-timestamp"] ?? "",
            signature: headers["webhook-signature"] ?? "", body: request.body))
        return state.status
      }
      reply.send(Response(status: status))
    }
  }
}
