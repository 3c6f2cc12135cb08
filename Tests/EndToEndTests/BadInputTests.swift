import Files
import JSON
import ProgramDriver
import Testing

@Suite struct BadInputTests {
  /// Row 2 of the hostile inputs, through the whole program: here every 23rd cut, the reader's own tests make every one.
  @Test func aManifestThatIsCutIsRefusedAndChangesNothing() throws {
    try inEmptyFolder { program, folder in
      let manifest = Array(Package.cmi5().files[0].content.utf8)
      let whole = String(decoding: manifest, as: UTF8.self)
      let end = try #require(manifest.lastIndex(of: UInt8(ascii: ">")))
      let cuts = stride(from: 0, to: end, by: 23)
      let paths = try cuts.map { cut in
        try folder.write(
          "cut-\(cut).zip", Package.cmi5().replacing("cmi5.xml", String(whole.utf8.prefix(cut)) ?? "").zip)
      }
      let answer = try program.run(["import", "--json"] + paths)
      #expect(answer.status == 3)
      let reports = try answer.json.elements.map(Array.init) ?? []
      #expect(reports.count == paths.count)
      for report in reports {
        #expect(report["accepted"]?.boolean == false)
        #expect(try report.list("findings").contains { try $0.text("severity") == "error" })
      }
      #expect(try program.succeed("course", "list", "--json").json.list("items").isEmpty)
      #expect(try program.run(["check"]).status == 0)
    }
  }

  /// Row 20: "local header name differs from central directory".
  @Test func aZipThatLiesIsRefused() throws {
    try inEmptyFolder { program, folder in
      var zip = try Package.cmi5().zip
      let name = Array("cmi5.xml".utf8)
      let place = try #require(
        (0..<zip.count - name.count).first { zip[$0..<$0 + name.count].elementsEqual(name) })
      zip[place] = UInt8(ascii: "d")
      let answer = try program.run(["import", "--json", try folder.write("lying.zip", zip)])
      #expect(answer.status == 3)
      #expect(try answer.json["accepted"]?.boolean == false)
      #expect(try program.succeed("course", "list", "--json").json.list("items").isEmpty)
    }
  }

  @Test(arguments: [
    (what: "no zip, no manifest", bytes: Array("This is a letter.".utf8)), ("nothing", []),
    ("a byte-order mark only", [0xEF, 0xBB, 0xBF]),
    ("the end record of a zip only", Array("PK\u{05}\u{06}".utf8)),
  ])
  func whatIsNoPackageIsRefusedWithAReport(what: String, bytes: [UInt8]) throws {
    try inEmptyFolder { program, folder in
      for name in ["thing.zip", "imsmanifest.xml", "cmi5.xml", "thing"] {
        let answer = try program.run(["import", "--json", try folder.write(name, bytes)])
        #expect(answer.status == 3, "\(what) as \(name): \(answer.messages)")
        try expectReport(answer)
      }
    }
  }

  /// Row 27: duplicate keys, "also nested, also escaped".
  @Test(arguments: [
    #"{"actor": {"mbox": "mailto:a@example.invalid"}, "actor": {"mbox": "mailto:b@example.invalid"}}"#,
    #"{"actor": {"mbox": "mailto:a@example.invalid", "mb\u006fx": "mailto:b@example.invalid"}}"#,
    #"{"result": {"score": {"scaled": 0.1, "scaled": 0.9}}}"#,
    #"[{"a": 1"#, "", "[[[[[[[[", "nul", "{} {}",
  ])
  func jsonThatCannotBeTrustedIsRefusedAndTheServerServesOn(body: String) throws {
    try inEmptyFolder { program, _ in
      let server = try RunningServer(program)
      let connection = try server.connection(try Key.create(program))
      let answer = try connection.send("POST", "/xapi/statements", json: body, [xapiVersion])
      #expect(answer.status == 400, "\(answer.text)")
      #expect(answer["Content-Type"]?.hasPrefix("application/problem+json") == true)
      #expect(
        try connection.send("POST", "/xapi/statements", json: plainStatement(), [xapiVersion]).status == 200)
      let stored = try connection.send("GET", "/xapi/statements", [xapiVersion]).json.list("statements")
      #expect(stored.count == 1, "only the good one is stored")
    }
  }

  /// Row 75: "500 clients for 30 seats: exactly 30, waiting list in order".
  @Test func fiveHundredClientsForThirtySeats() throws {
    try inEmptyFolder { program, folder in
      let server = try RunningServer(program)
      let door = try HTTPDoor(program, server)
      let story = try Story(through: door, package: Package.cmi5().zip)
      _ = try door.planSession("FULL", course: story.course, capacity: 30)
      _ = try door.openSession("FULL")
      let persons = try (1...500).map {
        try door.addPerson("Officer \($0)", organisation: "MEMBER-A").text("id")
      }
      let (port, key) = (server.port, door.key)
      try onThreads(500) { number in
        let answer = try HTTPConnection(port: port, key: key).send(
          "POST", "/api/v1/enrolments", json: #"{"person": "\#(persons[number])", "session": "FULL"}"#)
        guard answer.status == 201 else { throw DriverError("\(answer.status) \(answer.text)") }
      }
      let list = ["enrolment", "list", "--session", "FULL", "--limit", "1000", "--json", "--state"]
      let seated = try program.run(list + ["enrolled"]).json.list("items")
      let waiting = try program.run(list + ["waiting"]).json.list("items")
      #expect(seated.count == 30)
      #expect(waiting.count == 470)
      let lastSeated = try seated.map { try $0.text("recordedAt") }.max() ?? ""
      let firstWaiting = try waiting.map { try $0.text("recordedAt") }.min() ?? ""
      #expect(lastSeated < firstWaiting, "who came first has a seat")
      // The first who waits has the seat that becomes free.
      try program.succeed("enrolment", "withdraw", try seated[0].text("id"))
      let moved = try program.succeed("enrolment", "show", try waiting[0].text("id"), "--json").json
      #expect(try moved.text("state") == "enrolled")
      #expect(try server.stop() == .exit(0))
      #expect(try program.run(["check"]).status == 0)
    }
  }
}

/// The members that every report on an import has (the design's interface), whatever was imported.
func expectReport(_ answer: Program.Answer) throws {
  try expectReport(answer.json, isAccepted: answer.status == 0)
}

func expectReport(_ report: JSONValue, isAccepted: Bool) throws {
  #expect(report["accepted"]?.boolean == isAccepted)
  #expect(report["format"]?.string != nil || report["format"]?.isNull == true)
  for name in ["version", "title", "identifier"] {
    #expect(report.member(named: name)?.string != nil, "\(name)")
  }
  for name in ["activities", "files"] { #expect(report.member(named: name)?.number?.int64 != nil, "\(name)") }
  for finding in try report.list("findings") {
    #expect(["error", "warning", "note"].contains(try finding.text("severity")))
    #expect(try !finding.text("code").isEmpty)
    #expect(try !finding.text("message").isEmpty)
    for name in ["file", "line", "column", "fix"] { #expect(finding.member(named: name) != nil, "\(name)") }
  }
}
