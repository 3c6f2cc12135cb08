import JSON
import ProgramDriver
import Foundation
import Testing

/// GET of statements (Communication 2.1.3).
let findingRequirements: [Requirement] = singles + filters + pages

private let singles: [Requirement] = [
  Requirement("Communication 2.1.3", "Id of Statement to fetch; 404 where there is none") { (visit) throws in
    #expect(try visit.get("/statements?statementId=\(visit.id(1))").status == 404)
    _ = try visit.post("/statements", visit.statement(id: 1))
    let answer = try visit.get("/statements?statementId=\(visit.id(1))")
    #expect(answer.status == 200)
    #expect(answer["Content-Type"]?.hasPrefix("application/json") == true)
    #expect(try visit.get("/statements?statementId=\(visit.id(1).uppercased())").status == 200)
  },
  Requirement(
    "Communication 2.1.3",
    "The LRS MUST reject with a 400 Bad Request error any requests … which contain both statementId and voidedStatementId parameters"
  ) { (visit) throws in
    let both = "statementId=\(visit.id(1))&voidedStatementId=\(visit.id(1))"
    #expect(try visit.get("/statements?\(both)").status == 400)
  },
  Requirement(
    "Communication 2.1.3",
    "… any requests which contain statementId or voidedStatementId parameters, and also contain any other parameter besides \"attachments\" or \"format\""
  ) { (visit) throws in
    _ = try visit.post("/statements", visit.statement(id: 1))
    _ = try visit.post("/statements", visit.statement(id: 2))
    _ = try visit.post("/statements", visit.voiding(2))
    for (name, place) in [("statementId", 1), ("voidedStatementId", 2)] {
      let single = "\(name)=\(visit.id(place))"
      for other in [
        "agent=\(encoded(visit.agent("actor")))", "verb=\(encoded(visit.iri("did")))",
        "activity=\(encoded(visit.iri("a")))", "registration=\(visit.id(9))", "related_activities=true",
        "related_agents=true", "since=2026-01-01T00:00:00Z", "until=2026-01-01T00:00:00Z", "limit=1",
        "ascending=true",
      ] {
        #expect(try visit.get("/statements?\(single)&\(other)").status == 400, "\(other)")
      }
      for other in ["format=exact", "format=ids", "attachments=false", "attachments=true&format=canonical"] {
        #expect(try visit.get("/statements?\(single)&\(other)").status == 200, "\(other)")
      }
    }
  },
  Requirement(
    "4.1.6.1", "a Last-Modified header which matches the stored Timestamp of the Statement", in: [.version2]
  ) { (visit) throws in
    _ = try visit.post("/statements", visit.statement(id: 1))
    let answer = try visit.get("/statements?statementId=\(visit.id(1))")
    #expect(answer["Last-Modified"] == httpDate(try answer.json.text("stored")))
  },
]

private let filters: [Requirement] = [
  Requirement(
    "Communication 2.1.3",
    "In the event that no Statements are found …, the LRS MUST still return 200 OK and a StatementResult Object … an empty array"
  ) { (visit) throws in
    let answer = try visit.get("/statements?verb=\(encoded(visit.iri("none")))")
    #expect(answer.status == 200)
    #expect(try answer.json["statements"]?.means("[]") == true)
    #expect(try answer.json["more"]?.string ?? "" == "")
  },
  Requirement(
    "Communication 2.1.3", "agent: the Actor or Object of the Statement; Groups that have members which match"
  ) { (visit) throws in
    let (one, two) = (visit.agent("one"), visit.agent("two"))
    let typed = #"{"objectType": "Agent", "# + one.dropFirst()
    for statement in [
      visit.statement(id: 1, actor: one), visit.statement(id: 2, object: typed),
      visit.statement(id: 3, actor: two),
      visit.statement(id: 4, actor: #"{"objectType": "Group", "member": [\#(two), \#(one)]}"#),
      visit.statement(id: 5, actor: two, #""context": {"instructor": \#(one)}, "#),
    ] { #expect(try visit.post("/statements", statement).status == 200) }
    #expect(try visit.found("agent=\(encoded(one))") == [4, 2, 1])
    let named = #"{"name": "any", "# + one.dropFirst()
    #expect(try visit.found("agent=\(encoded(named))") == [4, 2, 1], "Inverse Functional Identifiers decide")
    #expect(try visit.found("agent=\(encoded(one))&related_agents=true") == [5, 4, 2, 1])
  },
  Requirement(
    "Communication 2.1.3",
    "related_agents: the Actor, Object, Authority, Instructor, Team, or any of these properties in a contained SubStatement"
  ) { (visit) throws in
    let one = visit.agent("one")
    let team = #"{"objectType": "Group", "member": [\#(one)]}"#
    let nested = #"{"objectType": "SubStatement", "# + visit.statement(actor: one).dropFirst()
    let further =
      visit.isVersion2
      ? #""context": {"contextAgents": [{"objectType": "contextAgent", "agent": \#(one)}]}, "#
      : #""context": {"instructor": \#(one)}, "#
    for statement in [
      visit.statement(id: 1, #""context": {"team": \#(team)}, "#), visit.statement(id: 2, object: nested),
      visit.statement(id: 3, further), visit.statement(id: 4),
    ] { #expect(try visit.post("/statements", statement).status == 200) }
    #expect(try visit.found("agent=\(encoded(one))") == [])
    #expect(try visit.found("agent=\(encoded(one))&related_agents=true") == [3, 2, 1])
  },
  Requirement("Communication 2.1.3", "verb: only return Statements matching the specified Verb id") {
    (visit) throws in
    _ = try visit.post(
      "/statements", "[\(visit.statement(id: 1, verb: "a")), \(visit.statement(id: 2, verb: "b"))]")
    #expect(try visit.found("verb=\(encoded(visit.iri("a")))") == [1])
    #expect(try visit.found("verb=\(encoded(visit.iri("A")))") == [])
  },
  Requirement(
    "Communication 2.1.3",
    "activity: the Object is an Activity with the specified id; related_activities: the Object, any of the context Activities, or any of those properties in a contained SubStatement"
  ) { (visit) throws in
    let activity = visit.iri("one")
    let object = #"{"id": "\#(activity)"}"#
    let context = #""context": {"contextActivities": {"category": [{"id": "x:c"}, \#(object)]}}, "#
    for statement in [
      visit.statement(id: 1, object: object), visit.statement(id: 2, context),
      visit.statement(
        id: 3, object: #"{"objectType": "SubStatement", "# + visit.statement(object: object).dropFirst()),
      visit.statement(
        id: 4, object: #"{"objectType": "SubStatement", "# + visit.statement(context).dropFirst()),
      visit.statement(id: 5),
    ] { #expect(try visit.post("/statements", statement).status == 200) }
    #expect(try visit.found("activity=\(encoded(activity))") == [1])
    #expect(try visit.found("activity=\(encoded(activity))&related_activities=true") == [4, 3, 2, 1])
    #expect(try visit.found("activity=\(encoded(activity))&related_activities=false") == [1])
  },
  Requirement(
    "Communication 2.1.3", "registration: only return Statements matching the specified registration id"
  ) { (visit) throws in
    let registration = #""context": {"registration": "\#(visit.id(99))"}, "#
    _ = try visit.post("/statements", "[\(visit.statement(id: 1, registration)), \(visit.statement(id: 2))]")
    #expect(try visit.found("registration=\(visit.id(99))") == [1])
  },
  Requirement("Communication 2.1.3", "Filters are combined: all of them must be met") { (visit) throws in
    let registration = #""context": {"registration": "\#(visit.id(99))"}, "#
    for statement in [
      visit.statement(id: 1, verb: "a", registration), visit.statement(id: 2, verb: "a"),
      visit.statement(id: 3, verb: "b", registration),
    ] { #expect(try visit.post("/statements", statement).status == 200) }
    let both =
      "registration=\(visit.id(99))&verb=\(encoded(visit.iri("a")))&agent=\(encoded(visit.agent("actor")))"
    #expect(try visit.found(both) == [1])
  },
  Requirement(
    "Communication 2.1.3",
    "since: stored since the specified Timestamp (exclusive); until: stored at or before the specified Timestamp"
  ) { (visit) throws in
    for place in 1...3 { _ = try visit.post("/statements", visit.statement(id: place)) }
    let (verb, second) = ("verb=\(encoded(visit.iri("did")))", encoded(try visit.stored(2).text("stored")))
    #expect(try visit.found("\(verb)&since=\(second)") == [3])
    #expect(try visit.found("\(verb)&until=\(second)") == [2, 1])
  },
  Requirement(
    "Communication 2.1.3",
    "Statements which target another Statement … will meet the filter condition if the targeted Statement meets the filter condition … recursively"
  ) { (visit) throws in
    let verb = "verb=\(encoded(visit.iri("passed")))"
    for statement in [
      visit.statement(id: 3, verb: "agreed", object: visit.reference(2)),
      visit.statement(id: 1, verb: "passed"),
      visit.statement(id: 2, verb: "confirmed", object: visit.reference(1)),
      visit.statement(id: 4, #""context": {"statement": \#(visit.reference(1))}, "#),
    ] { #expect(try visit.post("/statements", statement).status == 200) }
    #expect(try visit.found(verb) == [2, 1, 3])
    #expect(try visit.found("\(verb)&verb=x:y".replacing("&verb=x:y", with: "&limit=1")) == [2])
    let first = encoded(try visit.stored(1).text("stored"))
    #expect(
      try visit.found("\(verb)&since=\(first)") == [2],
      "the time is that of the Statement making the StatementRef")
  },
  Requirement(
    "Communication 3.2",
    "The LRS MUST reject with 400 Bad Request status any requests that use any parameters which the LRS does not recognize …, or matching parameters in all but case; values follow their types"
  ) { (visit) throws in
    for query in [
      "foo=bar", "Agent=\(encoded(visit.agent("a")))", "Verb=x:v", "StatementID=\(visit.id(1))", "LIMIT=1",
      "agent=a", "agent=\(encoded("{}"))", "verb=did", "activity=one", "registration=1", "since=today",
      "until=2026-13-01T00:00:00Z", "limit=-1", "limit=a", "ascending=1", "related_agents=yes",
      "related_activities=maybe", "attachments=1", "format=long", "statementId=1", "limit=1&limit=1",
    ] {
      let answer = try visit.get("/statements?\(query)")
      #expect(answer.status == 400, "\(query)")
      #expect(answer["X-Experience-API-Consistent-Through"] != nil)
    }
  },
]

private let pages: [Requirement] = [
  Requirement(
    "Communication 2.1.3",
    "in reverse chronological order based on \"stored\" time; ascending: in ascending order"
  ) { (visit) throws in
    for place in 1...3 { _ = try visit.post("/statements", visit.statement(id: place)) }
    let verb = "verb=\(encoded(visit.iri("did")))"
    #expect(try visit.found(verb) == [3, 2, 1])
    #expect(try visit.found("\(verb)&ascending=false") == [3, 2, 1])
    #expect(try visit.found("\(verb)&ascending=true") == [1, 2, 3])
  },
  Requirement(
    "Communication 2.1.3",
    "limit: Maximum number of Statements to return. 0 indicates return the maximum the server will allow"
  ) { (visit) throws in
    for place in 1...3 { _ = try visit.post("/statements", visit.statement(id: place)) }
    let verb = "verb=\(encoded(visit.iri("did")))"
    #expect(try visit.found("\(verb)&limit=0") == [3, 2, 1])
    #expect(try visit.found("\(verb)&limit=2") == [3, 2])
    #expect(try visit.found("\(verb)&limit=1000000000000000000000") == [3, 2, 1])
    #expect(try visit.get("/statements").json.list("statements").count <= 100)
  },
  Requirement(
    "Data 2.5",
    "more: Relative IRL that can be used to fetch more results; every Statement once, whatever is stored meanwhile"
  ) { (visit) throws in
    for place in 1...5 { _ = try visit.post("/statements", visit.statement(id: place)) }
    for order in ["", "&ascending=true"] {
      var path = "/statements?limit=2\(order)&verb=\(encoded(visit.iri("did")))"
      var found: [Int] = []
      while !path.isEmpty {
        let answer = try visit.get(path)
        #expect(answer.status == 200)
        #expect(answer["X-Experience-API-Consistent-Through"] != nil)
        found += try answer.json.list("statements").map { Int($0.text("id").suffix(4), radix: 16) ?? 0 }
        let more = try answer.json.text("more")
        path = String(more.dropFirst("/xapi".count))
        if order.isEmpty { _ = try visit.post("/statements", visit.statement()) }
      }
      #expect(found.prefix(5) == (order.isEmpty ? [5, 4, 3, 2, 1] : [1, 2, 3, 4, 5]))
    }
  },
  Requirement(
    "Communication 2.1.3",
    "The LRS MUST include the header \"X-Experience-API-Consistent-Through\", in ISO 8601 combined date and time format, on all responses"
  ) { (visit) throws in
    _ = try visit.post("/statements", visit.statement(id: 1))
    for path in [
      "/statements", "/statements?statementId=\(visit.id(1))", "/statements?statementId=\(visit.id(9))",
    ] {
      let through = try visit.get(path)["X-Experience-API-Consistent-Through"] ?? ""
      #expect(through >= (try visit.stored(1).text("stored")))
      #expect(through.hasSuffix("Z") && through.contains("T"))
    }
  },
  Requirement(
    "Communication 1.1",
    "The LRS MUST respond to any HTTP HEAD request as it would have responded to an otherwise identical HTTP GET request except: The message-body MUST be omitted"
  ) { (visit) throws in
    _ = try visit.post("/statements", visit.statement(id: 1))
    for path in [
      "/statements", "/statements?statementId=\(visit.id(1))", "/statements?foo=1",
      "/statements?statementId=\(visit.id(9))",
    ] {
      let (get, head) = (try visit.get(path), try visit.head(path))
      #expect(head.status == get.status)
      #expect(head.body.isEmpty)
      #expect(head["Content-Type"] == get["Content-Type"])
    }
  },
]

/// An instant as a header field has it.
private func httpDate(_ stored: String) -> String {
  let reading = ISO8601DateFormatter()
  let formatter = DateFormatter()
  formatter.locale = Locale(identifier: "en_US_POSIX")
  formatter.timeZone = TimeZone(identifier: "GMT")
  formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
  return reading.date(from: stored.prefix(19) + "Z").map(formatter.string) ?? ""
}
