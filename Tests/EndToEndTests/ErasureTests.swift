import Cryptography
import Files
import Foundation
import JSON
import ProgramDriver
import SQLite
import Testing

/// “After erasure: no byte of the name in DB, WAL”: a person with everything that can hold a name, made unknown at either
/// door while the server runs, and looked for in every file.
@Suite struct ErasureTests {
  /// The records with an officer who is to be erased, and reports that were issued to a Member, a donor and the
  /// Directorate.
  private struct Place {
    let program: Program
    let folder: TemporaryFolder
    let server: RunningServer
    let connection: HTTPConnection
    let person: String
    let enrolment: String
    private(set) var certificate = ""
    private(set) var reports: [String: String] = [:]

    static let name = "Zebulon Quagmire"
    static let former = "Zebulon Thistlewood"
    static let mailbox = "zeb.quagmire@example.org"
    /// Parts of what tells who it is; no octet of any of them is left.
    static let telling = ["Quagmire", "Thistlewood", "zeb.quagmire", "HR-90210", "essay of mine"]

    init(_ program: Program, _ folder: TemporaryFolder) throws {
      (self.program, self.folder) = (program, folder)
      try program.succeed("import", folder.write("course.zip", Package.cmi5().zip), "--code", "ORIGIN")
      for words in Place.setting { try Place.carryOut(words, program) }
      try program.succeed("roster", folder.write("roster.csv", Place.roster.utf8), "--source", "HR")
      let listed = try program.succeed("person", "list", "--name", "Thistlewood", "--json").json
      person = try #require(listed.list("items").first?["id"]?.string)
      let enrolments = try program.succeed("enrolment", "list", "--person", person, "--json").json
      enrolment = try #require(enrolments.list("items").first?["id"]?.string)
      server = try RunningServer(program)
      connection = try server.connection(Key.create(program))
      try learn()
      for (audience, party) in [("directorate", nil), ("member", "MEMBER-A"), ("donor", "DONOR")] {
        let words = ["report", "issue", "--audience", audience] + (party.map { ["--party", $0] } ?? [])
        reports[audience] = try Place.carryOut(
          words + ["--from", "2026-01-01", "--to", "2039-12-31"], program
        ).line
      }
      try program.succeed("person", "rename", person, "--name", Place.name, "--reason", "of \(Place.former)")
      try program.succeed("certificate", "revoke", certificate, "--reason", "\(Place.name) left")
    }

    @discardableResult
    private static func carryOut(_ words: [String], _ program: Program) throws -> Program.Answer {
      let answer = try program.run(words)
      guard answer.status == 0 else { throw DriverError("\(words): \(answer.messages)") }
      return answer
    }

    private static let setting: [[String]] = [
      ["course", "publish", "ORIGIN", "--passing-score", "0.7"],
      [
        "organisation", "add", "SEC", "--kind", "secretariat", "--name", "Secretariat", "--from",
        "2020-01-01",
      ],
      ["organisation", "add", "DONOR", "--kind", "donor", "--name", "Donor", "--from", "2020-01-01"],
      [
        "organisation", "add", "MEMBER-A", "--kind", "member", "--region", "ESA", "--name", "A", "--from",
        "2020-01-01",
      ],
      [
        "session", "plan", "S-1", "--course", "ORIGIN", "--mode", "tutored", "--from", "2026-03-01", "--to",
        "2026-03-31",
      ],
      ["session", "open", "S-1"], ["session", "fund", "S-1", "--donor", "DONOR"],
      [
        "scheme", "add", "TTT", "--title", "Trainer", "--issuer", "SEC", "--course", "ORIGIN", "--kind",
        "achievement",
      ],
    ]

    private static let roster = """
      source-id,name,mailbox,sex,organisation,unit,post,from,session,nominated-by
      HR-90210,\(former),\(mailbox),male,MEMBER-A,Unit of \(former),\(former)'s post,2020-01-01,S-1,MEMBER-A
      HR-90211,Other Officer,,female,MEMBER-A,,,2020-01-01,S-1,MEMBER-A

      """

    /// Statements by a mailbox, one with an attachment, one voided; a document; a result, corrected; a certificate.
    private mutating func learn() throws {
      let actor = #"{"mbox": "mailto:\#(Place.mailbox)", "name": "\#(Place.former)"}"#
      let id = "7ccd3322-e1a5-411a-a67d-6a735c76f119"
      try send(
        #"{"actor": \#(actor), "verb": {"id": "x:answered"}, "object": {"id": "x:q"}, "result": {"response": "essay of mine"}}"#
      )
      try send(#"{"id": "\#(id)", "actor": \#(actor), "verb": {"id": "x:did"}, "object": {"id": "x:it"}}"#)
      try send(
        #"{"actor": {"mbox": "mailto:admin@example.org"}, "verb": {"id": "http://adlnet.gov/expapi/verbs/voided"}, "object": {"objectType": "StatementRef", "id": "\#(id)"}}"#
      )
      let body = try Multipart.body(
        statement: "7ccd3322-e1a5-411a-a67d-6a735c76f120", content: Array("by \(Place.former)".utf8))
      let signed = String(decoding: body, as: UTF8.self)
        .replacing(#""mbox": "mailto:officer@example.invalid""#, with: #""mbox": "mailto:\#(Place.mailbox)""#)
      let stored = try connection.send(
        "POST", "/xapi/statements", ["Content-Type: multipart/mixed; boundary=X", xapiVersion],
        body: Array(signed.utf8))
      #expect(stored.status == 200, "\(stored.text)")
      let agent =
        #"{"mbox":"mailto:\#(Place.mailbox)"}"#
        .addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
      let kept = try connection.send(
        "PUT", "/xapi/agents/profile?profileId=notes&agent=\(agent)",
        ["Content-Type: text/plain", "If-None-Match: *", xapiVersion],
        body: Array("notes of \(Place.former)".utf8))
      #expect(kept.status == 204, "\(kept.text)")
      let result =
        try program.succeed(
          "result", "record", enrolment, "--score", "5", "--max", "10", "--json"
        ).json.text(at: "/result/id") ?? ""
      try program.succeed(
        "result", "correct", result, "--score", "9", "--max", "10", "--reason", "\(Place.former) was misread")
      certificate = try program.succeed("certificate", "award", enrolment, "--scheme", "TTT").line
      let renamed = try connection.send(
        "POST", "/api/v1/persons/\(person)/affiliations", json: Place.place, ["Idempotency-Key: a"])
      #expect(renamed.status == 201, "\(renamed.text)")
    }

    private static let place =
      #"{"party": "MEMBER-A", "post": "Deputy \#(former)", "validity": {"from": "2030-01-01"}}"#

    private func send(_ statement: String) throws {
      let answer = try connection.send("POST", "/xapi/statements", json: statement, [xapiVersion])
      guard answer.status == 200 else { throw DriverError(answer.text) }
    }

    /// What tells who it is in the files of the data folder, those that were handed to the Member aside.
    func tellingFiles(in data: String? = nil) throws -> [String] {
      let root = data ?? program.data
      let names = try FileManager.default.subpathsOfDirectory(atPath: root).sorted()
      let issued = try issuedDigests()
      return try names.flatMap { name -> [String] in
        let path = "\(root)/\(name)"
        guard try FileStatus(at: path).kind == .file else { return [] }
        let digest = name.replacing("objects/", with: "").replacing("/", with: "")
        guard !issued.contains(digest) else { return [] }
        let octets = try Data(contentsOf: URL(fileURLWithPath: path))
        return Place.telling.filter { octets.range(of: Data($0.utf8)) != nil }.map { "\($0) in \(name)" }
      }
    }

    private func issuedDigests() throws -> Set<String> {
      let report = try program.succeed("report", "show", reports["member"] ?? "", "--json").json
      return Set(try report.list("documents").compactMap { $0["sha256"]?.string })
    }
  }

  private func expectNothing(_ found: [String]) { #expect(found == []) }

  private func inPlace(_ body: (Place) throws -> Void) throws {
    try inEmptyFolder { program, folder in try body(Place(program, folder)) }
  }

  @Test("no octet of the name is left in any file, at either door", arguments: ["command", "request"])
  func octets(door: String) throws {
    try inPlace { place in
      #expect(try !place.tellingFiles().isEmpty)
      if door == "command" {
        let told = try place.program.succeed("person", "erase", place.person, "--reason", "file 1")
        #expect(told.messages.hasPrefix("The person is unknown from now on."))
      } else {
        let answer = try place.connection.send(
          "POST", "/api/v1/persons/\(place.person)/erase", json: #"{"reason": "file 1"}"#)
        #expect(answer.status == 200 && answer.text.contains(#""isCleared":true"#), "\(answer.text)")
      }
      try expectNothing(place.tellingFiles())
      #expect(try place.server.stop() == .exit(0))
      try expectNothing(place.tellingFiles())
      let check = try place.program.run(["check"])
      #expect(check.status == 0, "\(check.text)")
    }
  }

  @Test("reports that were issued are reproduced, and name how many were erased since")
  func reports() throws {
    try inPlace { place in
      try place.program.succeed("person", "erase", place.person, "--reason", "file 1")
      for (audience, report) in place.reports {
        let told = try place.program.succeed("report", "reproduce", report)
        #expect(told.messages.contains("Every figure is the one that was issued."))
        let isMember = audience == "member"
        #expect(told.messages.contains("It names 1 person whose name was erased since.") == isMember)
        #expect(told.text.contains("names-erased") == isMember && !told.text.contains("same-figures"))
        let sent = try place.connection.send("GET", "/api/v1/reports/\(report)/reproduction").json
        #expect(sent["agrees"]?.boolean == true)
        #expect(sent["erasedPersons"]?.number?.int64 == (isMember ? 1 : 0))
      }
      let handedOut = try place.program.succeed(
        "report", "show", place.reports["member"] ?? "", "--document", "own-officers.csv")
      #expect(handedOut.text.contains(Place.former), "what was handed out stays")
      let draft = try place.program.succeed(
        "report", "certification", "--audience", "member", "--party", "MEMBER-A", "--from", "2026-01-01",
        "--to", "2039-12-31", "--format", "csv", "--block", "own-officers", "--language", "es")
      #expect(draft.text.contains("Persona suprimida") && !draft.text.contains("Quagmire"))
    }
  }

  @Test("a figure that was altered is found beside names that were erased, and so is the record")
  func altered() throws {
    try inPlace { place in
      try place.program.succeed("person", "erase", place.person, "--reason", "file 1")
      #expect(try place.server.stop() == .exit(0))
      do {
        let connection = try Connection.openWriter(
          at: "\(place.program.data)/records.sqlite", creatingIfMissing: false)
        try connection.run(script: "UPDATE person SET sex = 'other' WHERE name = 'Erased person'")
      }
      let told = try place.program.run(["report", "reproduce", place.reports["member"] ?? ""])
      #expect(told.status == 1 && told.text.contains("enrolments-by-sex"), "\(told.text)")
      let check = try place.program.run(["check"])
      #expect(check.status == 1 && check.text.contains("person \(place.person) is not what was recorded"))
    }
  }

  @Test("a certificate is verified without its holder, in words, as JSON and on the command line")
  func verification() throws {
    try inPlace { place in
      try place.program.succeed("person", "erase", place.person, "--reason", "file 1")
      let day =
        try #require(place.program.succeed("person", "erased", "--json").json.list("items").first?["at"])
        .string?.prefix(10) ?? ""
      let path = "/verify/\(place.certificate)"
      let page = try place.connection.send("GET", path, ["Accept: text/html"])
      #expect(page.status == 200)
      #expect(page.text.contains("The holder’s particulars were erased on"))
      #expect(page.text.contains("TTT-") && page.text.contains("Revoked") && !page.text.contains("Score"))
      let json = try place.connection.send("GET", path, ["Accept: application/json"]).json
      #expect(json["holder"] == nil && json["holderErasedOn"]?.string == String(day))
      #expect(json["state"]?.string == "revoked" && json["scheme"] != nil)
      let told = try place.program.run(["verify", place.certificate])
      #expect(told.status == 5 && told.text.contains("the particulars were erased on \(day)"))
      let number = try #require(json["number"]?.string)
      let byNumber = try place.program.run(["verify", number])
      #expect(byNumber.status == 5 && byNumber.text.contains("the particulars were erased on \(day)"))
      let file = try place.connection.send("GET", path + "/credential.jwt")
      #expect(file.status == 404 && file.text.contains("holder-erased"), "\(file.text)")
    }
  }

  /// “A backup made before still holds the names … after restoring such a backup the erasure is to be done again”.
  @Test("records restored from an earlier backup hold the name until the person is erased there again")
  func backups() throws {
    try inPlace { place in
      let (earlier, later) = (place.folder("earlier.zip"), place.folder("later.zip"))
      try place.program.succeed("backup", earlier)
      try place.program.succeed("person", "erase", place.person, "--reason", "file 1")
      try place.program.succeed("backup", later)
      let erased = try place.program.succeed("person", "erased", "--json").json.list("items")
      let restored = try Program(data: place.folder("restored"))
      try restored.succeed("restore", later)
      try expectNothing(place.tellingFiles(in: restored.data))
      #expect(try restored.run(["check"]).status == 0)
      let old = try Program(data: place.folder("old"))
      try old.succeed("restore", earlier)
      #expect(try !place.tellingFiles(in: old.data).isEmpty)
      #expect(try old.succeed("person", "erased", "--json").json.list("items").isEmpty)
      for item in erased {
        try old.succeed("person", "erase", item["person"]?.string ?? "", "--reason", "file 1")
      }
      try expectNothing(place.tellingFiles(in: old.data))
      let check = try old.run(["check"])
      #expect(check.status == 0, "\(check.text)")
    }
  }
}
