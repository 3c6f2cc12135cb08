import JSON
import ProgramDriver
import Testing

/// Statements out: GET (xAPI 1.0.3 Communication 2.1.3).
@Suite struct StatementFindingTests {
  /// Five statements, each stored after the one before.
  private func stockedHouse() throws -> ServedHouse {
    let house = try ServedHouse()
    let registration = #""context": {"registration": "\#(uuid(100))"}, "#
    for (number, text) in [
      statement(id: uuid(1)),
      statement(id: uuid(2), verb: "completed", more: registration),
      statement(id: uuid(3), actor: "mailto:other@example.org", verb: "completed"),
      statement(id: uuid(4), activity: "http://example.org/activities/2", more: registration),
      statement(
        id: uuid(5), verb: "passed",
        more:
          #""context": {"instructor": {"mbox": "mailto:other@example.org"}, "contextActivities": {"parent": {"id": "http://example.org/courses/1"}}}, "#
      ),
    ].enumerated() {
      let answer = try house.xapi("POST", "/xapi/statements", text)
      guard answer.status == 200 else { throw DriverError("\(number): \(answer.text)") }
    }
    return house
  }

  private func ids(_ answer: HTTPConnection.Answer) throws -> [Int] {
    try answer.json.list("statements").map { Int($0.text("id").suffix(3)) ?? 0 }
  }

  private static let officer = encoded(#"{"mbox": "mailto:officer@example.org"}"#)
  private static let other = encoded(#"{"mbox": "mailto:other@example.org"}"#)

  @Test(arguments: [
    ("", [5, 4, 3, 2, 1]),
    ("ascending=true", [1, 2, 3, 4, 5]),
    ("limit=2", [5, 4]),
    ("limit=0", [5, 4, 3, 2, 1]),
    ("verb=" + encoded("http://adlnet.gov/expapi/verbs/completed"), [3, 2]),
    ("activity=" + encoded("http://example.org/activities/2"), [4]),
    ("activity=" + encoded("http://example.org/courses/1"), []),
    ("related_activities=true&activity=" + encoded("http://example.org/courses/1"), [5]),
    ("registration=\(uuid(100))", [4, 2]),
    ("agent=\(other)", [3]),
    ("related_agents=true&agent=\(other)", [5, 3]),
    ("agent=\(officer)&verb=" + encoded("http://adlnet.gov/expapi/verbs/completed"), [2]),
    ("verb=" + encoded("http://example.org/verbs/none"), []),
    ("format=exact&attachments=false&limit=1", [5]),
  ])
  func filtersAreMetAllAtOnce(_ query: String, _ expected: [Int]) throws {
    let answer = try stockedHouse().xapi("GET", "/xapi/statements?\(query)")
    #expect(answer.status == 200, "\(answer.text)")
    #expect(try ids(answer) == expected)
  }

  @Test func sinceIsAfterAndUntilIsAtOrBefore() throws {
    let house = try stockedHouse()
    let third = try house.xapi("GET", "/xapi/statements?statementId=\(uuid(3))").json.text("stored")
    #expect(try ids(house.xapi("GET", "/xapi/statements?since=\(encoded(third))")) == [5, 4])
    #expect(try ids(house.xapi("GET", "/xapi/statements?until=\(encoded(third))")) == [3, 2, 1])
  }

  @Test(arguments: [
    "foo=bar", "StatementId=\(uuid(1))", "Agent=\(officer)", "Limit=1", "limit=-1", "limit=one",
    "limit=1&limit=2",
    "agent=officer", "agent=" + encoded("{}"), "verb=completed", "activity=one", "registration=1",
    "since=yesterday", "until=2026-02-30T00:00:00Z", "ascending=yes", "related_agents=1", "format=other",
    "statementId=1", "statementId=\(uuid(1))&voidedStatementId=\(uuid(1))", "statementId=\(uuid(1))&limit=1",
    "method=GET", "after=2026-03-02T09:00:00Z",
  ])
  func whatCannotBeAskedIsAnsweredWith400(_ query: String) throws {
    let answer = try ServedHouse().xapi("GET", "/xapi/statements?\(query)")
    #expect(answer.status == 400)
    #expect(answer["X-Experience-API-Consistent-Through"] == "2026-03-02T09:00:00.000000Z")
    #expect(try answer.json.list("errors").first?.text("parameter").isEmpty == false)
  }

  /// "A GET on more gives the next page in the same form"; what is stored meanwhile moves no page.
  @Test(arguments: ["", "ascending=true&", "agent=\(officer)&format=exact&"])
  func pagesFollowOneAnotherWhateverIsStoredMeanwhile(_ query: String) throws {
    let house = try stockedHouse()
    var link = "/xapi/statements?\(query)limit=2"
    var found: [Int] = []
    while !link.isEmpty {
      let answer = try house.xapi("GET", link)
      found += try ids(answer)
      link = try answer.json.text("more")
      if query.isEmpty { _ = try house.xapi("POST", "/xapi/statements", statement()) }
    }
    switch query {
    case "": #expect(found == [5, 4, 3, 2, 1])
    case "ascending=true&": #expect(found == [1, 2, 3, 4, 5])
    default: #expect(found == [5, 4, 2, 1])
    }
  }

  /// The link carries the query as it was sent, whatever marks stand in it.
  @Test func aLinkCarriesTheQueryAsItWasSent() throws {
    let house = try stockedHouse()
    let query = #"agent={"mbox":"mailto:officer%40example.org"}&limit=1"#
    let first = try house.xapi("GET", "/xapi/statements?\(query)")
    #expect(first.status == 200)
    let more = try first.json.text("more")
    #expect(more.hasSuffix("&" + query))
    #expect(try ids(house.xapi("GET", more)) == [4])
  }

  /// Row 35: an altered cursor.
  @Test(arguments: [
    "", "?after=", "?after=1", "?after=2026-03-02T09:00:00Z&after=2026-03-02T09:00:00Z",
    "?after=2026-03-02T09:00:00Z&foo=1", "?after=2026-03-02T09:00:00Z&statementId=\(uuid(1))",
  ])
  func anAlteredLinkIsAnsweredWith400(_ query: String) throws {
    #expect(try ServedHouse().xapi("GET", "/xapi/statements/more\(query)").status == 400)
  }

  @Test func aVoidedStatementIsFoundAsVoidedOnly() throws {
    let house = try stockedHouse()
    let void = try house.xapi("POST", "/xapi/statements", voiding(uuid(2)))
    #expect(void.status == 200)
    #expect(try house.xapi("GET", "/xapi/statements?statementId=\(uuid(2))").status == 404)
    #expect(try house.xapi("GET", "/xapi/statements?voidedStatementId=\(uuid(2))").status == 200)
    #expect(try house.xapi("GET", "/xapi/statements?voidedStatementId=\(uuid(1))").status == 404)
    let id = try #require(try void.json.elements.map(Array.init)?.first?.string)
    #expect(
      try house.xapi("POST", "/xapi/statements", voiding(id)).status == 400,
      "a voiding statement cannot be voided")
    #expect(try house.xapi("GET", "/xapi/statements?statementId=\(id)").status == 200)
  }

  @Test(
    "Voided is 1, and nothing else, in whatever order 1, 2 that voids 1, and 3 that voids 2 come",
    arguments: ["1 2", "2 1", "12", "21", "3 2 1", "1 3 2", "321", "132"])
  func theOrderOfVoidingDoesNotMatter(requests: String) throws {
    let house = try ServedHouse()
    for request in requests.split(separator: " ") {
      let statements = request.map { number in
        number == "1" ? statement(id: uuid(1)) : voiding(number == "2" ? uuid(1) : uuid(2), id: uuid(number))
      }
      let answer = try house.xapi("POST", "/xapi/statements", "[\(statements.joined(separator: ","))]")
      #expect(answer.status == 200, "\(answer.text)")
    }
    for number in requests where number != " " {
      let isVoided = number == "1"
      let plain = try house.xapi("GET", "/xapi/statements?statementId=\(uuid(number))").status
      let voided = try house.xapi("GET", "/xapi/statements?voidedStatementId=\(uuid(number))").status
      #expect([plain, voided] == (isVoided ? [404, 200] : [200, 404]), "\(number)")
    }
  }

  @Test func aStatementThatIsNotThereIs404() throws {
    let answer = try ServedHouse().xapi("GET", "/xapi/statements?statementId=\(uuid(9))")
    #expect(answer.status == 404)
    #expect(answer["X-Experience-API-Version"] == "1.0.3")
    #expect(answer["X-Experience-API-Consistent-Through"] != nil)
  }

  /// xAPI 2.0: "Last-Modified on a single-statement GET equals stored, to the second."
  @Test func lastModifiedIsTheInstantOfStoring() throws {
    let house = try stockedHouse()
    let target = "/xapi/statements?statementId=\(uuid(1))"
    #expect(
      try house.xapi("GET", target, version: "2.0.0")["Last-Modified"] == "Mon, 02 Mar 2026 09:00:00 GMT")
    #expect(try house.xapi("GET", target)["Last-Modified"] == nil)
  }

  @Test func headAnswersLikeGetWithoutABody() throws {
    let house = try stockedHouse()
    for target in [
      "/xapi/statements", "/xapi/statements?statementId=\(uuid(1))",
      "/xapi/statements?statementId=\(uuid(9))", "/xapi/statements?foo=1", "/xapi/about",
    ] {
      let get = try house.xapi("GET", target)
      let head = try house.xapi("HEAD", target)
      #expect(head.status == get.status)
      #expect(head["Content-Length"] == get["Content-Length"])
      #expect(head["Content-Type"] == get["Content-Type"])
      #expect(head.body.isEmpty)
    }
  }
}
