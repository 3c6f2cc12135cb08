import Files
import Foundation
import JSON
import ProgramDriver
import Testing

/// What whoever runs a server sees of it.
@Suite struct OperatorTests {
  /// Row 53: "secrets in URL, logs, problem details, metrics labels: grep finds none".
  @Test(arguments: ["text", "json"])
  func noSecretAndNoNameIsLogged(format: String) throws {
    try inEmptyFolder { program, folder in
      let server = try RunningServer(
        program, options: ["--log-format", format, "--log-requests", "--minimum-free", "0"])
      let key = try Key.create(program)
      let other = Key(id: key.id, secret: "WRONG-SECRET")
      var answers: [String] = []
      for (key, method, target, body) in [
        (key, "POST", "/api/v1/persons", #"{"name": "PRIVATE-NAME"}"#),
        (key, "POST", "/api/v1/persons", #"{"name": "PRIVATE-NAME", "extra": 1}"#),
        (key, "GET", "/api/v1/persons?after=PRIVATE-QUERY", nil),
        (key, "GET", "/verify/PRIVATE-CODE", nil), (other, "GET", "/api/v1/persons", nil),
        (other, "GET", "/PRIVATE-PATH", nil), (key, "PRIVATE", "/api/v1/persons", nil),
        (key, "GET", "/api/v1/keys", nil), (key, "GET", "/metrics", nil), (key, "GET", "/readyz", nil),
      ] as [(Key, String, String, String?)] {
        let connection = try server.connection(key)
        let answer =
          try body.map { try connection.send(method, target, json: $0) } ?? connection.send(method, target)
        answers.append(answer.text)
      }
      try program.succeed("person", "add", "PRIVATE-PERSON")
      #expect(try server.stop() == .exit(0))
      let log = try server.messages
      #expect(log.contains("/api/v1/persons"), "the routes are logged: \(log)")
      for secret in [key.secret, "WRONG-SECRET", base64("\(key.id):\(key.secret)"), "PRIVATE"] {
        #expect(!log.contains(secret), "\(secret) in \(log)")
      }
      for secret in [key.secret, "WRONG-SECRET"] {
        #expect(!answers.contains { $0.contains(secret) }, "\(secret)")
      }
      let metrics = answers[answers.count - 2]
      #expect(metrics.contains("registrar_requests_total") && !metrics.contains("PRIVATE"))
    }
  }

  @Test func aLogOfJSONHoldsNothingElse() throws {
    try inEmptyFolder { program, _ in
      let server = try RunningServer(program, options: ["--log-format", "json", "--log-requests"])
      let answer = try server.connection().send("GET", "/readyz")
      #expect(answer.status == 200)
      #expect(try server.stop() == .exit(0))
      let lines = try server.messages.split(separator: "\n").map { try JSONDocument(Array($0.utf8)).root }
      let last = lines.last { $0["event"]?.string == "request" }
      #expect(last?["request"]?.string == answer["X-Request-Id"])
      let events = lines.map { $0["event"]?.string ?? "" }
      // A request may come as soon as the address is told.
      #expect(events.filter { $0 != "request" } == ["started", "no-key", "stopping", "stopped"])
      #expect(events.count { $0 == "request" } == 2)
    }
  }

  /// "A fresh data folder of serve says how to make the first key", and no longer once there is one.
  @Test func theFirstKeyIsExplained() throws {
    try inEmptyFolder { program, _ in
      let fresh = try RunningServer(program)
      #expect(try fresh.announcement().contains("key create --scope all"))
      _ = try Key.create(program)
      #expect(try fresh.stop() == .exit(0))
      let second = try RunningServer(program)
      #expect(try !second.announcement().contains("key create"))
      #expect(try second.stop() == .exit(0))
    }
  }

  /// A key of scope monitor sees the figures and no record.
  @Test func aMonitorSeesFiguresAndNoRecords() throws {
    try inEmptyFolder { program, _ in
      let server = try RunningServer(program)
      let connection = try server.connection(Key.create(program, scope: "monitor"))
      #expect(try connection.send("GET", "/metrics").status == 200)
      #expect(try connection.send("GET", "/api/v1/parties").status == 403)
      #expect(try server.stop() == .exit(0))
    }
  }

  /// Settings in a file, a server over TLS, and what refuses to speak with it.
  @Test(.enabled(if: Tools.areThere, "openssl and curl are not installed"))
  func aServerSpeaksTLS() throws {
    try inEmptyFolder { program, folder in
      try Tools.makeCertificate(in: folder, program)
      let settings = try folder.write(
        "registrar.conf",
        Array(
          """
          # A server of the tests.
          listen = 127.0.0.1:0
          tls-certificate = \(folder("certificate.pem"))
          tls-key = \(folder("key.pem"))
          """.utf8))
      #expect(try program.run(["settings", "check", "--settings", settings]).status == 0)
      let server = try program.start(["serve", "--settings", settings], heardBy: folder("heard"))
      let address = try server.address
      #expect(address.hasPrefix("https://127.0.0.1:"))
      let trusting = try Tools.curl(["--cacert", folder("certificate.pem"), address + "/healthz"], program)
      #expect(trusting.text == "ok\n", "\(trusting.messages)")
      let key = try Key.create(program)
      let large = try Tools.curl(
        ["--cacert", folder("certificate.pem"), "--user", "\(key.id):\(key.secret)", address + "/metrics"],
        program)
      #expect(large.text.contains("registrar_build_info"), "\(large.messages)")
      #expect(try Tools.curl([address + "/healthz"], program).status != 0, "nobody vouches for it")
      let oldest = ["--cacert", folder("certificate.pem"), "--tls-max", "1.1", address + "/healthz"]
      #expect(try Tools.curl(oldest, program).status != 0)
      let plain = address.replacing("https://", with: "http://") + "/healthz"
      #expect(try Tools.curl([plain], program).status != 0)
      server.process.send(signal: SIGTERM)
      #expect(try server.process.wait(patienceSeconds: 20) == .exit(0))
    }
  }

  /// "Key file permissions checked"; a certificate of another key, and what is no certificate, are refused.
  @Test(.enabled(if: Tools.areThere, "openssl and curl are not installed"))
  func anUnusableIdentityIsRefused() throws {
    try inEmptyFolder { program, folder in
      try Tools.makeCertificate(in: folder, program)
      let certificate = folder("certificate.pem")
      let key = try File.read(folder("key.pem"), limit: 1 << 16)
      try File.replace(folder("open.pem"), with: key, permissions: 0o640)
      try folder.write("rubbish.pem", Array("rubbish".utf8))
      let other = try TemporaryFolder()
      try Tools.makeCertificate(in: other, program)
      for (certificate, key, words) in [
        (certificate, folder("open.pem"), "others than its owner"),
        (certificate, folder("rubbish.pem"), "belong together"),
        (folder("rubbish.pem"), folder("key.pem"), "belong together"),
        (certificate, other("key.pem"), "belong together"),
        (certificate, folder("none.pem"), "none.pem"),
      ] {
        let options = ["--listen", "127.0.0.1:0", "--tls-certificate", certificate, "--tls-key", key]
        let answer = try program.run(["serve"] + options, patienceSeconds: 20)
        #expect(answer.status != 0 && answer.status != nil)
        #expect(answer.messages.contains(words), "\(answer.messages)")
      }
    }
  }

  /// Each file of TLS is tried, whatever else is amiss.
  @Test func everyFileThatIsMissingIsNamed() throws {
    try inEmptyFolder { program, folder in
      let (certificate, key) = (folder("c.pem"), folder("k.pem"))
      let settings = try folder.write(
        "s.conf", Array("tls-certificate = \(certificate)\ntls-key = \(key)\nlissen = 1\n".utf8))
      let answer = try program.run(["settings", "check", "--settings", settings])
      let lines = answer.text.split(separator: "\n").map(String.init)
      #expect(answer.status == 3)
      #expect(lines.count == 3, "\(answer.text)")
      for (line, words) in zip(
        lines, [":1:19: cannot open \(certificate)", "k.pem", ":3:1: there is no setting"])
      {
        #expect(line.contains(words), "\(line)")
      }
    }
  }

  /// What settings name is tried: an address that is taken, a folder that cannot be made.
  @Test func whatStandsInTheWayIsNamed() throws {
    try inEmptyFolder { program, folder in
      let server = try RunningServer(program)
      let settings = try folder.write(
        "s.conf", Array("listen = 127.0.0.1:\(server.port)\norigin = http://a".utf8))
      var another = try Program(data: folder("other"))
      another.environment = ["REGISTRAR_SETTINGS=\(settings)"]
      let answer = try another.run(["settings", "check"])
      #expect(answer.status == 3)
      #expect(answer.text.hasPrefix("\(settings):1:10: "), "\(answer.text)")
      let own = try program.run(["settings", "check", "--settings", settings])
      #expect(own.status == 0, "the server of this folder is the one that listens there: \(own.text)")
      #expect(try server.stop() == .exit(0))
    }
  }

  @Test(.enabled(if: Tools.isThere("systemd-analyze"), "systemd-analyze is not installed"))
  func theUnitIsOne() throws {
    try inEmptyFolder { program, folder in
      let unit = try program.succeed("settings", "unit").output
      let path = try folder.write("registrar.service", unit)
      let verified = try program.run(program: ["/usr/bin/env", "systemd-analyze", "verify", path])
      #expect(verified.status == 0 && verified.messages.isEmpty, "\(verified.messages)")
    }
  }
}

/// Records of an earlier version.
@Suite struct MigrationTests {
  @Test func thePlanIsShownAndTaken() throws {
    try inEmptyFolder { program, folder in
      try makeEarlierRecords(program, folder)
      let before = try File.read(program.data + "/records.sqlite", limit: 1 << 24)
      let planned = try program.succeed("migrate", "--dry-run", "--json").json
      #expect(planned["schema"]?.number?.int64 == 1)
      let step = try #require(planned.list("steps").first)
      #expect(try step.text("name") == "V0002_instants_of_coverage")
      #expect(step["rows"]?["history"]?.number?.int64 == 1)
      #expect(
        try File.read(program.data + "/records.sqlite", limit: 1 << 24) == before, "nothing was changed")
      let taken = try program.succeed("migrate")
      #expect(taken.text.hasPrefix("V0002_instants_of_coverage: "), "\(taken.text)")
      #expect(try program.succeed("migrate", "--dry-run").text.isEmpty)
      #expect(try program.run(["check"]).status == 0)
    }
  }

  @Test func whateverBringsThemUpToDateSaysSo() throws {
    try inEmptyFolder { program, folder in
      try makeEarlierRecords(program, folder)
      let answer = try program.succeed("organisation", "add", "B", "--kind", "donor", "--name", "B")
      #expect(answer.messages.contains("V0002_instants_of_coverage"), "\(answer.messages)")
      #expect(try !program.succeed("organisation", "list").messages.contains("V0002"))
    }
  }

  /// Row 80: "downgrade: refused clearly".
  @Test(arguments: ["migrate", "migrate --dry-run", "organisation list", "serve --listen 127.0.0.1:0"])
  func anEarlierProgramIsRefused(line: String) throws {
    try inEmptyFolder { program, folder in
      let earlier = try makeEarlierRecords(program, folder)
      try program.succeed("migrate")
      let answer = try earlier.run(line.split(separator: " ").map(String.init))
      #expect(answer.status == 5, "\(answer.messages)")
      #expect(answer.messages.contains("a later version"), "\(answer.messages)")
    }
  }

  /// Row 80: "upgrade killed half-way: resumes".
  @Test func aKilledMigrationGoesOn() throws {
    try inEmptyFolder { program, folder in
      try makeEarlierRecords(program, folder)
      for milliseconds in stride(from: 1, through: 40, by: 3) {
        let process = try program.start(["migrate"])
        _ = usleepMilliseconds(milliseconds)
        process.send(signal: SIGKILL)
        _ = try process.wait(patienceSeconds: 10)
      }
      try program.succeed("migrate")
      #expect(try program.run(["check"]).status == 0)
      #expect(try program.succeed("organisation", "list", "--json").json.list("items").count == 1)
    }
  }

  @Test func aBackupOfAnEarlierVersionIsRestored() throws {
    try inEmptyFolder { program, folder in
      let earlier = try makeEarlierRecords(program, folder)
      try earlier.succeed("backup", folder("b.zip"))
      let restored = try Program(data: folder("restored"))
      let told = try restored.succeed("restore", folder("b.zip"))
      #expect(told.messages.contains("brought to schema"), "\(told.messages)")
      #expect(try restored.run(["check"]).status == 0)
    }
  }

  @Test func whereThereAreNoRecordsThereIsNoPlan() throws {
    try inEmptyFolder { program, _ in
      let answer = try program.run(["migrate"])
      #expect(answer.status == 4)
      #expect(try FileStatus.ifPresent(at: program.data) == nil)
    }
  }

  /// Records as a program kept them that knew the first step of the schema only; says what runs that program.
  @discardableResult
  private func makeEarlierRecords(_ program: Program, _ folder: TemporaryFolder) throws -> Program {
    let first = "V0001_records.sql"
    let sql = try File.read("\(packageRoot)/Schemas/sql/\(first)", limit: 1 << 20)
    try folder.write("earlier/Schemas/sql/\(first)", sql)
    var earlier = program
    earlier.environment = ["REGISTRAR_HOME=\(folder("earlier"))"]
    try earlier.succeed("organisation", "add", "DONOR-A", "--kind", "donor", "--name", "Donor A")
    return earlier
  }
}

/// Programs of others that a test makes use of.
enum Tools {
  static let areThere = isThere("openssl") && isThere("curl")

  static func isThere(_ name: String) -> Bool {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
  }

  /// A certificate for 127.0.0.1 that vouches for itself, and its key, which only its owner may read.
  static func makeCertificate(in folder: TemporaryFolder, _ program: Program) throws {
    let answer = try program.run(program: [
      "/usr/bin/env", "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
      "-nodes", "-keyout", folder("key.pem"), "-out", folder("certificate.pem"), "-days", "2", "-subj",
      "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1",
    ])
    guard answer.status == 0 else { throw DriverError(answer.messages) }
    try File.replace(folder("key.pem"), with: File.read(folder("key.pem"), limit: 1 << 16))
  }

  static func curl(_ words: [String], _ program: Program) throws -> Program.Answer {
    try program.run(
      program: ["/usr/bin/env", "curl", "--silent", "--show-error", "--max-time", "10"] + words)
  }
}

/// A server that says where it listens into a file.
struct HeardServer {
  let process: ChildProcess
  let path: String

  /// What its line on standard output names, once it is there.
  var address: String {
    get throws {
      for _ in 0..<1000 {
        let heard = String(decoding: try File.read(path, limit: 1 << 16), as: UTF8.self)
        let line = heard.split(separator: "\n").first { $0.hasPrefix("listening on ") }
        if let line, heard.contains("\(line)\n") { return String(line.dropFirst("listening on ".count)) }
        _ = usleepMilliseconds(10)
      }
      throw DriverError("the server did not say where it listens")
    }
  }
}

extension Program {
  /// Starts a command whose output goes to a file.
  fileprivate func start(_ words: [String], heardBy path: String) throws -> HeardServer {
    try File.replace(path, with: [])
    let line = "exec \"$@\" > '\(path)' 2>&1"
    let process = try start(program: ["/bin/sh", "-c", line, "sh", self.path, "--data", data] + words)
    return HeardServer(process: process, path: path)
  }
}
