import JSON
import Operations
import ProgramDriver
import Testing

/// Statements in: PUT and POST (xAPI 1.0.3 Communication 2.1.1 and 2.1.2).
@Suite struct StatementStoringTests {
  @Test func aPostedStatementIsGivenBackWithWhatTheStoreAdds() throws {
    let house = try ServedHouse()
    let stored = try house.xapi("POST", "/xapi/statements", statement(id: uuid(1)))
    #expect(stored.status == 200)
    #expect(stored["Content-Type"] == "application/json")
    #expect(stored.text == "[\"\(uuid(1))\"]")
    let found = try house.xapi("GET", "/xapi/statements?statementId=\(uuid(1))")
    #expect(found.status == 200)
    let json = try found.json
    #expect(json.text("stored").hasPrefix("2026-03-02T09:00:00"))
    #expect(json.text("timestamp") == json.text("stored"))
    #expect(json.text("version") == "1.0.0")
    #expect(
      json.member(named: "authority")?.member(named: "account")?.text("homePage") == "http://registrar.test")
  }

  @Test func aBatchIsAnsweredWithItsIDsInOrder() throws {
    let house = try ServedHouse()
    let batch = "[\(statement(id: uuid(2))), \(statement(id: uuid(1))), \(statement())]"
    let ids = try house.xapi("POST", "/xapi/statements", batch).json.elements.map(Array.init) ?? []
    #expect(ids.count == 3)
    #expect(ids.prefix(2).map(\.string) == [uuid(2), uuid(1)])
  }

  /// "A batch is all or nothing": one bad statement and none is stored.
  @Test func oneBadStatementRefusesFifty() throws {
    let house = try ServedHouse()
    let good = (1...49).map { statement(id: uuid($0)) }
    let batch = "[" + (good + [#"{"actor": {"mbox": "nobody"}}"#]).joined(separator: ",") + "]"
    let answer = try house.xapi("POST", "/xapi/statements", batch)
    #expect(answer.status == 400)
    #expect(answer["Content-Type"] == "application/problem+json")
    #expect(try answer.json.list("errors").first?.text("pointer").hasPrefix("/49") == true)
    #expect(try house.xapi("GET", "/xapi/statements").json.list("statements").isEmpty)
  }

  @Test func aStatementIsPutUnderTheIDOfTheQuery() throws {
    let house = try ServedHouse()
    let target = "/xapi/statements?statementId=\(uuid(7))"
    let answer = try house.xapi("PUT", target, statement())
    #expect(answer.status == 204)
    #expect(answer.body.isEmpty)
    #expect(try house.xapi("GET", target).json.text("id") == uuid(7))
  }

  /// "Same id again never modifies the stored one. Identical statement: 204; different one: 409."
  @Test func theSameIDAgainChangesNothing() throws {
    let house = try ServedHouse()
    let target = "/xapi/statements?statementId=\(uuid(7))"
    #expect(try house.xapi("PUT", target, statement(id: uuid(7))).status == 204)
    let first = try house.xapi("GET", target).text
    #expect(try house.xapi("PUT", target, statement(id: uuid(7))).status == 204)
    #expect(try house.xapi("PUT", target, statement(id: uuid(7), verb: "failed")).status == 409)
    #expect(try house.xapi("POST", "/xapi/statements", statement(id: uuid(7), verb: "failed")).status == 409)
    #expect(try house.xapi("POST", "/xapi/statements", statement(id: uuid(7))).status == 200)
    #expect(try house.xapi("GET", target).text == first)
  }

  struct Put: Sendable, CustomTestStringConvertible {
    let name: String
    let target: String
    let body: String
    var testDescription: String { name }
  }

  @Test(arguments: [
    Put(name: "no statementId", target: "/xapi/statements", body: statement()),
    Put(name: "no UUID", target: "/xapi/statements?statementId=1", body: statement()),
    Put(name: "empty", target: "/xapi/statements?statementId=", body: statement()),
    Put(
      name: "other variant", target: "/xapi/statements?statementId=0197f000-0000-7000-0000-000000000001",
      body: statement()),
    Put(
      name: "another id in the body", target: "/xapi/statements?statementId=\(uuid(1))",
      body: statement(id: uuid(2))),
    Put(name: "an array", target: "/xapi/statements?statementId=\(uuid(1))", body: "[\(statement())]"),
    Put(
      name: "a parameter in another case", target: "/xapi/statements?StatementId=\(uuid(1))",
      body: statement()),
    Put(
      name: "an unknown parameter", target: "/xapi/statements?statementId=\(uuid(1))&foo=bar",
      body: statement()),
    Put(
      name: "the parameter twice", target: "/xapi/statements?statementId=\(uuid(1))&statementId=\(uuid(1))",
      body: statement()),
    Put(name: "a text", target: "/xapi/statements?statementId=\(uuid(1))", body: "\"statement\""),
    Put(name: "an empty object", target: "/xapi/statements?statementId=\(uuid(1))", body: "{}"),
  ])
  func whatCannotBePut(_ put: Put) throws {
    let house = try ServedHouse()
    #expect(try house.xapi("PUT", put.target, put.body).status == 400)
    #expect(try house.xapi("GET", "/xapi/statements").json.list("statements").isEmpty)
  }

  struct Body: Sendable, CustomTestStringConvertible {
    let name: String
    let type: String
    let status: Int
    let text: String
    var testDescription: String { name }
  }

  @Test(arguments: [
    Body(name: "JSON in UTF-8", type: "application/json; charset=UTF-8", status: 200, text: statement()),
    Body(
      name: "JSON in another charset", type: "application/json; charset=latin1", status: 400,
      text: statement()),
    Body(name: "text", type: "text/plain", status: 400, text: statement()),
    Body(
      name: "a form", type: "application/x-www-form-urlencoded", status: 400,
      text: "content=" + encoded(statement())),
    Body(name: "attachments", type: "multipart/mixed; boundary=x", status: 400, text: "--x--"),
    Body(name: "form data", type: "multipart/form-data; boundary=x", status: 400, text: "--x--"),
    Body(name: "nothing", type: "application/json", status: 400, text: ""),
    Body(name: "something behind the value", type: "application/json", status: 400, text: statement() + " x"),
    Body(name: "a repeated name", type: "application/json", status: 400, text: #"{"id": "a", "id": "b"}"#),
    Body(
      name: "a repeated name in escapes", type: "application/json", status: 400,
      text: statement(more: #""result": {"score": {"raw": 1}, "sc\u006fre": {"raw": 2}}, "#)),
    Body(name: "65 levels", type: "application/json", status: 400, text: String(repeating: "[", count: 65)),
    Body(
      name: "an unknown property", type: "application/json", status: 400,
      text: statement(more: #""role": "admin", "#)),
    Body(
      name: "a version of itself that is not offered", type: "application/json", status: 400,
      text: statement(more: #""version": "0.9.9", "#)),
  ])
  func contentIsTakenStrictly(_ body: Body) throws {
    let house = try ServedHouse()
    let answer = try house.send(
      "POST", "/xapi/statements", ["Content-Type: \(body.type)", "X-Experience-API-Version: 1.0.3"],
      body: Array(body.text.utf8))
    #expect(answer.status == body.status, "\(answer.text)")
    #expect(answer["X-Experience-API-Version"] == "1.0.3")
  }

  /// Row 28: "10 MB of [": refused in one pass, and nothing of it is kept.
  @Test func whatIsTooDeepOrTooLongIsRefused() throws {
    let house = try ServedHouse()
    func send(_ body: [UInt8], scope: KeyScope? = .all) throws -> Int {
      try house.send(
        "POST", "/xapi/statements", ["Content-Type: application/json", "X-Experience-API-Version: 1.0.3"],
        body: body, scope: scope
      ).status
    }
    #expect(try send([UInt8](repeating: UInt8(ascii: "["), count: 10 << 20)) == 400)
    #expect(try send([UInt8](repeating: UInt8(ascii: " "), count: 16 << 20)) == 400)
    let connection = try house.connection()
    try connection.write(
      Array("POST /xapi/statements HTTP/1.1\r\nHost: a\r\nContent-Length: 16777217\r\n\r\n".utf8))
    #expect(try connection.answer().status == 401, "no key: nothing of a long body is read")
    let key = try house.key()
    let head = """
      POST /xapi/statements HTTP/1.1\r\nHost: a\r\nAuthorization: Basic \(base64("\(key.id):\(key.secret)"))\r
      Content-Length: 16777217\r\n\r\n
      """
    let limited = try house.connection()
    try limited.write(Array(head.utf8))
    #expect(try limited.answer().status == 413)
  }

  /// Row 43: timestamps at the edges of the calendar.
  @Test(arguments: [
    ("0000-01-01T00:00:00Z", 400), ("0001-01-01T00:00:00Z", 200), ("2026-02-30T00:00:00Z", 400),
    ("2026-03-01T24:00:00Z", 400),
    ("2026-03-01T23:59:61Z", 400), ("2026-03-01T09:00:00+14:00", 200), ("2026-03-01T09:00:00-00:00", 400),
  ])
  func timestampsAreCheckedByTheCalendar(_ timestamp: String, _ status: Int) throws {
    let house = try ServedHouse()
    let text = statement(more: "\"timestamp\": \"\(timestamp)\", ")
    #expect(try house.xapi("POST", "/xapi/statements", text).status == status)
  }

  @Test func whereAStatementIsWrongIsPointedAt() throws {
    let house = try ServedHouse()
    let problem = try house.xapi("POST", "/xapi/statements", "{\n  \"actor\": nobody}").json
    let flaw = try #require(problem.list("errors").first)
    #expect(flaw.text("pointer") == "/actor")
    #expect(flaw["line"]?.number?.int64 == 2)
    #expect(flaw["column"]?.number?.int64 == 12)
    #expect(problem.text("type") == "urn:registrar:problem:json-malformed")
    #expect(problem.text("title") == "JSON malformed")
  }

  /// "Any rejected request changes nothing"; a key that may not write is told 403.
  @Test func rightsDecideWhoMayWriteAndRead() throws {
    let house = try ServedHouse()
    #expect(try house.xapi("POST", "/xapi/statements", statement(), scope: .read).status == 403)
    #expect(try house.xapi("POST", "/xapi/statements", statement(), scope: .xapiWrite).status == 200)
    #expect(try house.xapi("GET", "/xapi/statements", scope: .xapiWrite).status == 403)
    #expect(try house.xapi("GET", "/xapi/statements", scope: .xapi).json.list("statements").count == 1)
    #expect(try house.xapi("GET", "/xapi/statements", scope: .read).json.list("statements").count == 1)
  }
}
