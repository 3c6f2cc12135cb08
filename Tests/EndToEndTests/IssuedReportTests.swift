import Cryptography
import HTTP
import JSON
import ProgramDriver
import Testing

/// “`report issue` stores parameters, definitions and the bytes as a record. `report reproduce ID` recomputes XML, CSV,
/// JSON and HTML to the byte”, at both doors; “resumable download with ETag and range”.
@Suite struct IssuedReportTests {
  private static let period = ["--from", "2026-01-01", "--to", "2039-12-31"]

  @Test func anIssuedReportIsKeptAndReproducedAtBothDoors() throws {
    try inEmptyFolder { program, folder in
      let server = try RunningServer(program)
      let connection = try server.connection(try Key.create(program))
      try Self.prepare(program, folder)
      let typed = try Self.json(
        program, ["report", "issue", "--audience", "member", "--party", "MEMBER-A"] + Self.period)
      let first = try #require(typed["id"]?.string)
      try program.succeed("enrolment", "add", "--person", Self.addOfficer(program), "--session", "S-1")

      let shown = try connection.send("GET", "/api/v1/reports/\(first)").json
      #expect(shown["version"]?.number?.int64 == 1 && shown["audience"]?.string == "member")
      let reproduced = try connection.send("GET", "/api/v1/reports/\(first)/reproduction").json
      #expect(reproduced["agrees"]?.boolean == true)
      let told = try program.succeed("report", "reproduce", first)
      #expect(!told.text.contains("figures") && told.text.contains("identical"))
      #expect(told.messages.contains("Every figure is the one that was issued."))

      let sent = try connection.send(
        "POST", "/api/v1/reports/\(first)/corrections", json: #"{"reason": "a late enrolment"}"#)
      #expect(sent.status == 201, "\(sent.text)")
      #expect(try sent.json["version"]?.number?.int64 == 2)
      let second = try #require(try sent.json["id"]?.string)
      #expect(sent["Location"] == "/api/v1/reports/\(second)")
      #expect(try program.succeed("report", "show", first).text.contains("corrected by"))
      let xml = try program.succeed("report", "show", second, "--document", "report.xml").text
      #expect(xml.contains("<reason>a late enrolment</reason>"))
      #expect(
        xml.contains(
          "<change block=\"enrolments-by-state\" row=\"enrolled\" column=\"persons\" before=\"6\" after=\"7\"/>"
        ))
      let listed = try connection.send("GET", "/api/v1/reports?party=MEMBER-A").json
      #expect(listed["items"]?.elements.map { $0.map { $0["id"]?.string } } == [second, first])
      #expect(
        try program.succeed("report", "list", "--json").json["items"]?.elements.map { Array($0).count } == 2)
      let actions = try program.succeed("history", "--object", second, "--json").text
      #expect(actions.contains("report correct") && actions.contains("a late enrolment"))
      #expect(try program.run(["check"]).status == 0)
    }
  }

  @Test func whoAnswersForAReportIsNamedAtBothDoors() throws {
    try inEmptyFolder { program, folder in
      let server = try RunningServer(program)
      let connection = try server.connection(try Key.create(program))
      try Self.prepare(program, folder)
      let asked = ["report", "issue", "--audience", "member", "--party", "MEMBER-A"] + Self.period
      let refused = try program.run(asked + ["--signatory", " "])
      #expect(refused.status == 3 && refused.messages.contains("signatory"), "\(refused.messages)")
      let body = #"{"audience": "directorate", "period": "2026", "signatory": " "}"#
      let blank = try connection.send("POST", "/api/v1/reports", json: body)
      #expect(blank.status == 422 && blank.text.contains("/signatory"), "\(blank.text)")
      #expect(
        try program.succeed("report", "list", "--json").json["items"]?.elements.map { Array($0).count } == 0)
      let typed = try Self.json(program, asked + ["--signatory", "The Director"])
      #expect(typed["signatory"]?.string == "The Director")
      let named = #"{"audience": "directorate", "period": "2026", "signatory": "The Director"}"#
      let sent = try connection.send("POST", "/api/v1/reports", json: named)
      #expect(try sent.status == 201 && sent.json["signatory"]?.string == "The Director", "\(sent.text)")
    }
  }

  @Test func aDocumentIsHandedOutInRangesUnderItsTag() throws {
    try inEmptyFolder { program, folder in
      let server = try RunningServer(program)
      let connection = try server.connection(try Key.create(program))
      try Self.prepare(program, folder)
      let body = #"{"audience": "directorate", "from": "2026-01-01", "to": "2039-12-31", "language": "fr"}"#
      let issued = try connection.send("POST", "/api/v1/reports", json: body)
      #expect(issued.status == 201, "\(issued.text)")
      let path = try "/api/v1/reports/\(#require(issued.json["id"]?.string))/documents/report.html"
      let whole = try connection.send("GET", path)
      #expect(whole.status == 200 && whole["Content-Type"] == "text/html; charset=utf-8")
      #expect(whole.text.hasPrefix("<!DOCTYPE html>\n<html lang=\"fr\" dir=\"ltr\">"))
      let digest = try SHA256.digest(of: whole.body).hexadecimal
      #expect(whole["ETag"] == "\"\(digest)\"" && whole["Accept-Ranges"] == "bytes")
      let begun = try connection.send("GET", path, ["Range: bytes=0-99"])
      #expect(begun.status == 206 && begun["Content-Range"] == "bytes 0-99/\(whole.body.count)")
      let rest = try connection.send("GET", path, ["Range: bytes=100-", "If-Range: \"\(digest)\""])
      #expect(rest.status == 206 && begun.body + rest.body == whole.body)
      let other = try connection.send("GET", path, ["Range: bytes=100-", "If-Range: \"other\""])
      #expect(other.status == 200 && other.body == whole.body)
      #expect(try connection.send("GET", path, ["Range: bytes=\(whole.body.count)-"]).status == 416)
      #expect(try connection.send("GET", path, ["If-None-Match: \"\(digest)\""]).status == 304)
      #expect(try connection.send("GET", path.replacing("report.html", with: "other.html")).status == 404)
    }
  }

  @Test func whatMayNotBeIssuedIsRefusedAtBothDoors() throws {
    try inEmptyFolder { program, folder in
      let server = try RunningServer(program)
      let connection = try server.connection(try Key.create(program))
      try Self.prepare(program, folder)
      let words = ["report", "issue", "--audience", "directorate"] + Self.period
      let ahead = try program.run(words + ["--cut-off", "2039-12-31T00:00:00Z"])
      #expect(ahead.status == 3 && ahead.messages.contains("until the cut-off has passed"))
      let body = #"{"audience": "directorate", "from": "2026-01-01", "to": "2039-12-31""#
      let sent = try connection.send(
        "POST", "/api/v1/reports", json: body + #", "cutOff": "2039-12-31T00:00:00Z"}"#)
      #expect(sent.status == 422 && sent.text.contains("cut-off-ahead"), "\(sent.text)")
      let first = try #require(try Self.json(program, words)["id"]?.string)
      #expect(try program.run(words).status == 5)
      #expect(try connection.send("POST", "/api/v1/reports", json: body + "}").status == 409)
      let again = try program.run(["report", "issue", "--corrects", first, "--reason", "none"])
      #expect(again.status == 5 && again.messages.contains("every figure is as it was issued"))
      for (unfit, words) in [
        ("given with --corrects", ["--corrects", first, "--audience", "donor", "--reason", "x"]),
        ("--reason", ["--corrects", first]), ("--audience", ["--from", "2026-01-01", "--to", "2026-12-31"]),
      ] {
        let refused = try program.run(["report", "issue"] + words)
        #expect(refused.status == 2 && refused.messages.contains(unfit), "\(refused.messages)")
      }
      let unknown = "0192b1c4-8a4e-7c3f-9d52-6f0e4a1b2c3d"
      #expect(try program.run(["report", "reproduce", unknown]).status == 4)
      #expect(try connection.send("GET", "/api/v1/reports/\(unknown)/reproduction").status == 404)
    }
  }

  private static func json(_ program: Program, _ words: [String]) throws -> JSONValue {
    let answer = try program.run(words + ["--json"])
    guard answer.status == 0 else { throw DriverError("\(words): \(answer.messages)") }
    return try answer.json
  }

  /// A session in which six officers of a Member are enrolled.
  private static func prepare(_ program: Program, _ folder: TemporaryFolder) throws {
    try program.succeed(
      "organisation", "add", "MEMBER-A", "--kind", "member", "--region", "ESA", "--name", "Member A",
      "--from", "2020-01-01")
    try program.succeed("catalogue", "add", "TTT", "--title", "Train the Trainers")
    let package = try folder.write("course.zip", Package.cmi5(0).zip)
    let imported = try program.succeed("import", package, "--catalogue", "TTT", "--json").json
    try program.succeed(
      "session", "plan", "S-1", "--course", imported["course"]?.string ?? "", "--mode", "tutored", "--from",
      "2026-03-01", "--to", "2026-03-31")
    try program.succeed("session", "open", "S-1")
    for _ in 1...6 {
      try program.succeed("enrolment", "add", "--person", addOfficer(program), "--session", "S-1")
    }
  }

  private static func addOfficer(_ program: Program) throws -> String {
    let person = try program.succeed(
      "person", "add", "Officer", "--organisation", "MEMBER-A", "--from", "2020-01-01", "--json"
    ).json
    return person["id"]?.string ?? ""
  }
}
