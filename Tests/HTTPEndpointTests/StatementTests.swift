import JSON
import ProgramDriver
import Testing

@Suite struct StatementTests {
  static let version = "X-Experience-API-Version: 1.0.3"
  private let served: Served
  private let connection: HTTPConnection

  init() throws {
    served = try Served()
    connection = try served.connection()
  }

  @Test(arguments: [
    ("1.0", 200, "1.0.3"), ("1.0.3", 200, "1.0.3"), ("1.0.9", 200, "1.0.3"), ("2.0", 200, "2.0.0"),
    ("2.0.0", 200, "2.0.0"), ("0.8", 400, "1.0.3"), ("1.1.0", 400, "1.0.3"), ("BAD", 400, "1.0.3"),
  ])
  func theVersionAskedForIsSpoken(asked: String, status: Int, spoken: String) throws {
    let answer = try connection.send("GET", "/xapi/statements", ["X-Experience-API-Version: \(asked)"])
    #expect(answer.status == status)
    #expect(answer["X-Experience-API-Version"] == spoken)
    #expect(answer["X-Experience-API-Consistent-Through"] != nil, "also on 400 replies")
  }

  @Test func theVersionIsNeededEverywhereExceptInAbout() throws {
    #expect(try connection.send("GET", "/xapi/statements").status == 400)
    #expect(try connection.send("POST", "/xapi/statements", json: statement(1)).status == 400)
    #expect(try served.anonymous().send("GET", "/xapi/about").status == 200)
  }

  @Test func theSameStatementAgainChangesNothingAndAnotherIsRefused() throws {
    let target = "/xapi/statements?statementId=\(id(1))"
    #expect(try put(target, statement(1)).status == 204)
    #expect(try put(target, statement(1)).status == 204)
    #expect(try put(target, statement(1, verb: "passed")).status == 409)
    #expect(try post(statement(1, verb: "passed")).status == 409)
    #expect(try put(target, statement(2)).status == 400, "another id in the body")
    #expect(try put("/xapi/statements", statement(1)).status == 400, "no id")
    let found = try get("statementId=\(id(1))").json
    #expect(found["verb"]?["id"]?.string == "http://adlnet.gov/expapi/verbs/experienced")
  }

  @Test func oneBadStatementOfFiftyKeepsAllOut() throws {
    let good = (1...49).map { statement($0) }
    let bad = #"{"actor": {}, "verb": {"id": "urn:x"}, "object": {"id": "urn:y"}}"#
    #expect(try post("[" + (good + [bad]).joined(separator: ",") + "]").status == 400)
    #expect(try get("").list("statements").isEmpty)
    #expect(try post("[" + good.joined(separator: ",") + "]").status == 200)
    #expect(try get("").list("statements").count == 49)
  }

  @Test(arguments: [
    ("a key twice", #"{"actor": {}, "actor": {}}"#), ("bytes behind it", "{} x"), ("cut off", "{"),
    ("nothing", ""), ("a number", "1"), ("two values", "{} {}"),
  ])
  func whatIsNoStatementIsRefused(what: String, body: String) throws {
    let answer = try post(body)
    #expect(answer.status == 400, "\(what): \(answer.text)")
    #expect(answer["Content-Type"] == "application/problem+json")
  }

  @Test func anotherContentTypeIsRefused() throws {
    let headers = [StatementTests.version, "Content-Type: text/plain"]
    let status = try connection.send(
      "POST", "/xapi/statements", headers, body: Array(statement(1).utf8)
    ).status
    #expect(status == 415)
    #expect(try get("").list("statements").isEmpty)
  }

  @Test(arguments: [
    "foo=bar", "Limit=1", "limit=-1", "limit=x", "statementId=1", "since=yesterday", "ascending=1",
    "statementId=0197f000-0000-7000-8000-000000000001&limit=1", "limit=1&limit=2",
    "statementId=0197f000-0000-7000-8000-000000000001&voidedStatementId=0197f000-0000-7000-8000-000000000001",
  ])
  func aQueryThatCannotBeUsedIsRefused(query: String) throws {
    #expect(try get(query).status == 400)
  }

  @Test func pagesStandStillWhileStatementsAreAdded() throws {
    for number in 1...5 { #expect(try post(statement(number)).status == 200) }
    let first = try get("limit=2")
    #expect(try ids(first) == [id(5), id(4)])
    #expect(try post(statement(6)).status == 200)
    let second = try more(first)
    #expect(try ids(second) == [id(3), id(2)])
    let third = try more(second)
    #expect(try ids(third) == [id(1)])
    #expect(try third.json["more"]?.string == "")
  }

  @Test func sinceIsAfterAndUntilIsAtOrBefore() throws {
    for number in 1...3 { #expect(try post(statement(number)).status == 200) }
    let middle = try get("statementId=\(id(2))").json["stored"]?.string ?? ""
    #expect(try ids(get("since=\(middle)")) == [id(3)])
    #expect(try ids(get("until=\(middle)")) == [id(2), id(1)])
    #expect(try ids(get("ascending=true")) == [id(1), id(2), id(3)])
  }

  @Test func aVoidedStatementIsFoundAsVoidedOnly() throws {
    #expect(try post(statement(1)).status == 200)
    #expect(try post(voiding(2, of: 1)).status == 200)
    #expect(try get("statementId=\(id(1))").status == 404)
    #expect(try get("voidedStatementId=\(id(1))").status == 200)
    #expect(try get("voidedStatementId=\(id(2))").status == 404)
    #expect(try ids(get("")) == [id(2)])
    _ = try post(voiding(3, of: 2))
    #expect(try get("statementId=\(id(2))").status == 200, "a voiding statement cannot be voided")
  }

  private func get(_ query: String) throws -> HTTPConnection.Answer {
    try connection.send("GET", "/xapi/statements?\(query)", [StatementTests.version])
  }

  private func more(_ answer: HTTPConnection.Answer) throws -> HTTPConnection.Answer {
    try connection.send("GET", answer.json["more"]?.string ?? "", [StatementTests.version])
  }

  private func post(_ body: String) throws -> HTTPConnection.Answer {
    try connection.send("POST", "/xapi/statements", json: body, [StatementTests.version])
  }

  private func put(_ target: String, _ body: String) throws -> HTTPConnection.Answer {
    try connection.send("PUT", target, json: body, [StatementTests.version])
  }

  private func ids(_ answer: HTTPConnection.Answer) throws -> [String] {
    try answer.list("statements").compactMap { $0["id"]?.string }
  }
}

private func id(_ number: Int) -> String {
  "0197f000-0000-7000-8000-" + String(repeating: "0", count: 12 - String(number).count) + String(number)
}

private func statement(_ number: Int, verb: String = "experienced") -> String {
  """
  {"id": "\(id(number))", "actor": {"mbox": "mailto:officer@example.invalid"},
   "verb": {"id": "http://adlnet.gov/expapi/verbs/\(verb)"},
   "object": {"id": "https://registrar.invalid/activities/seals"}}
  """
}

private func voiding(_ number: Int, of target: Int) -> String {
  """
  {"id": "\(id(number))", "actor": {"mbox": "mailto:officer@example.invalid"},
   "verb": {"id": "http://adlnet.gov/expapi/verbs/voided"},
   "object": {"objectType": "StatementRef", "id": "\(id(target))"}}
  """
}
