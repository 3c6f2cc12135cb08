import Glibc
import JSON
import Operations
import ProgramDriver
import Testing

/// Statements as JSON lines over HTTP.
@Suite struct StatementLinesTests {
  private let address = "/api/v1/imports/statements"
  private let type = "Content-Type: application/x-ndjson"

  private func line(_ number: Int) -> String {
    statement(id: uuid(number)).replacing("\n", with: " ")
  }

  private func lines(_ numbers: ClosedRange<Int>) -> [UInt8] {
    Array(numbers.map { line($0) + "\n" }.joined().utf8)
  }

  @Test func outAndIn() throws {
    let (from, to) = (try ServedHouse(), try ServedHouse())
    let sent = try from.send("POST", address, [type], body: lines(1...300))
    #expect(sent.status == 200, "\(sent.text)")
    #expect(
      try sent.json.means(
        """
        {"dryRun": false, "lines": 300, "stored": 300, "alreadyStored": 0, "conflicts": 0, "refused": 0, "findings": []}
        """))
    let written = try from.send("GET", "/api/v1/exports/statements")
    #expect(written.status == 200)
    #expect(written["Content-Type"] == "application/x-ndjson")
    #expect(written["Content-Length"] == nil)
    #expect(written.body.count { $0 == UInt8(ascii: "\n") } == 300)
    for (dryRun, stored, already) in [("true", 300, 0), ("false", 300, 0), ("false", 0, 300)] {
      let answer = try to.send("POST", address + "?dryRun=\(dryRun)", [type], body: written.body)
      #expect(answer.status == 200)
      #expect(try answer.json["stored"]?.number?.int64 == Int64(stored))
      #expect(try answer.json["alreadyStored"]?.number?.int64 == Int64(already))
    }
    let narrowed = "/api/v1/exports/statements?verb=\(encoded("http://adlnet.gov/expapi/verbs/passed"))"
    #expect(try to.send("GET", narrowed).body.isEmpty)
  }

  @Test func linesThatAreRefusedAreNamed() throws {
    let house = try ServedHouse()
    let body = Array("\(line(1))\n{\n\(line(1).replacing("experienced", with: "passed"))\n".utf8)
    let answer = try house.send("POST", address + "?name=out.jsonl", [type], body: body)
    #expect(answer.status == 422)
    let report = try #require(try answer.json["report"])
    #expect(report.list("findings").map { $0["line"]?.number?.int64 } == [2, 3])
    #expect(report.list("findings").map { $0.text("file") } == ["out.jsonl", "out.jsonl"])
    #expect(report["stored"]?.number?.int64 == 1)
    #expect(try house.xapi("GET", "/xapi/statements?statementId=\(uuid(1))").status == 200)
  }

  @Test func whatIsNoImport() throws {
    let house = try ServedHouse()
    #expect(try house.send("POST", address, ["Content-Type: text/plain"], body: lines(1...1)).status == 415)
    #expect(try house.send("GET", "/api/v1/exports/statements?since=yesterday").status == 400)
    for unusable in ["agent=", "agent=%7B%7D", "verb=", "activity=lesson"] {
      let answer = try house.send("GET", "/api/v1/exports/statements?\(unusable)")
      #expect(answer.status == 422, "\(unusable)")
      let name = String(unusable.prefix { $0 != "=" })
      #expect(try answer.json.list("errors").map { $0.text("parameter") } == [name])
    }
    for malformed in ["statementId=\(uuid(1))", "registration=00000000-0000-0000-0000-000000000000"] {
      #expect(try house.send("GET", "/api/v1/exports/statements?\(malformed)").status == 400, "\(malformed)")
    }
    #expect(try house.send("HEAD", "/api/v1/exports/statements").status == 200)
  }

  @Test(arguments: [KeyScope.read, .xapi, .xapiWrite, .xapiState, .xapiProfile, .monitor])
  func onlyAKeyOfScopeAll(_ scope: KeyScope) throws {
    let house = try ServedHouse()
    #expect(try house.send("POST", address, [type], body: lines(1...1), scope: scope).status == 403)
    #expect(try house.send("GET", "/api/v1/exports/statements", scope: scope).status == 403)
    #expect(try house.send("GET", "/api/v1/exports/statements", scope: nil).status == 401)
  }

  @Test func asAJobAndSentAgain() throws {
    let house = try ServedHouse()
    let named = [type, "Idempotency-Key: lines-1"]
    let first = try house.send("POST", address, named, body: lines(1...2))
    let again = try house.send("POST", address, named, body: lines(1...2))
    #expect((first.status, again.status) == (200, 200))
    #expect(first.body == again.body)
    #expect(again["Idempotency-Replayed"] == "true")
    let taken = try house.send("POST", address, [type, "Prefer: respond-async"], body: lines(1...4))
    #expect(taken.status == 202)
    let job = try #require(taken["Location"])
    for _ in 1...500 where try house.send("GET", job).json.text("state") != "done" { pause() }
    let outcome = try house.send("GET", job + "/outcome")
    #expect(try outcome.json["stored"]?.number?.int64 == 2)
  }

  private func pause() { usleep(10_000) }
}
