import JSON
import ProgramDriver
import Testing

/// Bodies about records are read strictly, and every refusal points at its place.
@Suite struct FieldTests {
  /// What stands on certificates and in lists is a line that is seen, once for each language.
  @Test(arguments: [
    (#"" ""#, "/titles"), (#""\u0000""#, "/titles"), (#""a\u0000b""#, "/titles"), (#""a\nb""#, "/titles"),
    (#""\u202Eb""#, "/titles"), (#""\u200B""#, "/titles"), (#"{"en": " "}"#, "/titles"), ("{}", "/titles"),
    (#"{"en": "a", "EN": "b"}"#, "/titles/EN"), (#"{"fr": "a", "en": "b\u0007"}"#, "/titles"),
  ])
  func aTitleIsALineThatIsSeen(_ titles: String, _ pointer: String) throws {
    let house = try ServedHouse()
    let answer = try house.send("POST", "/api/v1/catalogues", json: #"{"code": "A", "titles": \#(titles)}"#)
    #expect(answer.status == 422, "\(answer.text)")
    #expect(try answer.json.text("code") == "unusable-value")
    #expect(try answer.json.list("errors").first?.text("pointer") == pointer)
    #expect(try house.show("catalogues").list("items").isEmpty)
  }

  /// Cost grows with what is sent and no faster, and an answer does not grow with it.
  @Test func manyMembersCostLittle() throws {
    let house = try ServedHouse()
    func body(_ members: (Int) -> String) -> String { (0..<50_000).map(members).joined(separator: ", ") }
    let start = ContinuousClock.now
    let unknown = try house.send("POST", "/api/v1/catalogues", json: "{\(body { #""k\#($0)": 1"# })}")
    #expect(unknown.status == 422)
    #expect(try unknown.json.list("errors").count == 102, "a hundred, and the two that are needed")
    let titles = body { #""en-\#(10_000 + $0)": "a""# }
    let answer = try house.send(
      "POST", "/api/v1/catalogues", json: #"{"code": "A", "titles": {\#(titles), "EN-10000": "b"}}"#)
    #expect(answer.status == 422)
    #expect(try answer.json.list("errors").first?.text("pointer") == "/titles/EN-10000")
    #expect(start.duration(to: .now) < .seconds(30))
  }

  /// A reason of which nothing is seen is none.
  @Test(arguments: [#""\u0000""#, #"" ""#, #""\u200B\u0007""#])
  func aReasonIsSeen(_ reason: String) throws {
    let house = try ServedHouse()
    let person = try house.make("persons", #"{"name": "Officer"}"#).text("id")
    let answer = try house.send(
      "POST", "/api/v1/persons/\(person)/rename", json: #"{"name": "Other", "reason": \#(reason)}"#)
    #expect(answer.status == 422, "\(answer.text)")
    #expect(try answer.json.text("code") == "reason-missing")
    #expect(try house.show("persons/\(person)").text("name") == "Officer")
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let path: String
    let body: String
    let status: Int
    let pointer: String
    var testDescription: String { name }

    /// A party.
    init(_ name: String, _ body: String, _ status: Int, at pointer: String = "") {
      self.init(name, "parties", body, status, at: pointer)
    }

    init(_ name: String, _ path: String, _ body: String, _ status: Int, at pointer: String = "") {
      (self.name, self.path, self.body, self.status, self.pointer) = (name, path, body, status, pointer)
    }
  }

  private static func party(_ more: String) -> String {
    #"{"code": "A", "kind": "university", "names": {"en": "A"}, "validity": {"from": "2020-01-01"}\#(more)}"#
  }

  private static func session(_ more: String) -> String {
    #"{"code": "S", "course": "NONE", "mode": "tutored", "days": {"from": "2026-03-01", "to": "2026-03-31"}\#(more)}"#
  }

  @Test(arguments: [
    // Row 33: extra fields assign nothing.
    Row("a role", party(#", "role": "admin""#), 422, at: "/role"),
    Row("an id", party(#", "id": "\#(uuid(1))""#), 422, at: "/id"),
    Row("a tenant", party(#", "tenant_id": 1"#), 422, at: "/tenant_id"),
    Row("a name with marks of pointers", party(#", "a/b~c": 1"#), 422, at: "/a~1b~0c"),
    Row("a name in another case", party(#", "Region": "EUR""#), 422, at: "/Region"),
    Row(
      "an unknown field within",
      #"{"code": "A", "kind": "university", "names": "A", "validity": {"from": "2020-01-01", "until": null}}"#,
      422, at: "/validity/until"),
    Row("nothing given", "{}", 422, at: "/code"),
    Row(
      "null for what is needed",
      #"{"code": null, "kind": "university", "names": "A", "validity": {"from": "2020-01-01"}}"#, 422,
      at: "/code"),
    Row(
      "a number for a text",
      #"{"code": 1, "kind": "university", "names": "A", "validity": {"from": "2020-01-01"}}"#, 422,
      at: "/code"),
    Row(
      "a code with a blank",
      #"{"code": "A B", "kind": "university", "names": "A", "validity": {"from": "2020-01-01"}}"#, 422,
      at: "/code"),
    Row(
      "an unknown kind", #"{"code": "A", "kind": "club", "names": "A", "validity": {"from": "2020-01-01"}}"#,
      422, at: "/kind"),
    Row(
      "a day that is none",
      #"{"code": "A", "kind": "university", "names": "A", "validity": {"from": "2026-02-30"}}"#, 422,
      at: "/validity/from"),
    Row(
      "days that end before they begin",
      #"{"code": "A", "kind": "university", "names": "A", "validity": {"from": "2026-02-02", "to": "2026-02-01"}}"#,
      422, at: "/validity/to"),
    Row(
      "a language that is none",
      #"{"code": "A", "kind": "university", "names": {"?": "A"}, "validity": {"from": "2020-01-01"}}"#, 422,
      at: "/names"),
    Row(
      "no name at all",
      #"{"code": "A", "kind": "university", "names": {}, "validity": {"from": "2020-01-01"}}"#, 422,
      at: "/names"),
    Row("a region where there is none", party(#", "region": "EUR""#), 422, at: "/region"),
    Row("an array", "[]", 422),
    Row("a text", "\"party\"", 422),
    // Row 27, 28, 30: what is no JSON.
    Row("nothing", "", 400),
    Row("a repeated name", #"{"code": "A", "code": "B"}"#, 400, at: "/code"),
    Row("a repeated name in escapes", #"{"code": "A", "c\u006fde": "B"}"#, 400, at: "/code"),
    Row("something behind the value", party("") + "x", 400),
    Row("17 levels", String(repeating: "[", count: 17), 400, at: String(repeating: "/0", count: 16)),
    Row("a comma too many", #"{"code": "A",}"#, 400, at: "/code"),
    Row("NaN", #"{"code": NaN}"#, 400, at: "/code"),
    // Row 29: numbers are exact or refused.
    Row(
      "a capacity of 30 digits", "sessions", session(#", "capacity": 123456789012345678901234567890"#), 422,
      at: "/capacity"),
    Row(
      "a capacity of 2^63", "sessions", session(#", "capacity": 9223372036854775808"#), 422, at: "/capacity"),
    Row("half a person", "sessions", session(#", "capacity": 1.5"#), 422, at: "/capacity"),
    Row("a capacity in quotes", "sessions", session(#", "capacity": "30""#), 422, at: "/capacity"),
    Row("1.0 is whole", "sessions", session(#", "capacity": 1.0"#), 404, at: "/course"),
    Row("1E1 is whole", "sessions", session(#", "capacity": 1E1"#), 404, at: "/course"),
    Row(
      "a person that is no identifier", "nominations", #"{"person": "x", "session": "S", "party": "A"}"#, 422,
      at: "/person"),
    Row(
      "a person nobody knows", "nominations", #"{"person": "\#(uuid(1))", "session": "S", "party": "A"}"#,
      404,
      at: "/person"),
    Row("a mailbox that is none", "persons", #"{"name": "A", "mailboxes": ["x"]}"#, 422, at: "/mailboxes"),
    Row(
      "a mailbox that is no text", "persons", #"{"name": "A", "mailboxes": ["a@example.org", 1]}"#, 422,
      at: "/mailboxes/1"),
    Row("an empty name", "persons", #"{"name": " "}"#, 422, at: "/name"),
    Row("neither score nor observation", "enrolments/\(uuid(1))/results", "{}", 422, at: "/score"),
    Row(
      "score and observation", "enrolments/\(uuid(1))/results",
      #"{"score": {"raw": 1, "max": 2}, "observed": "satisfactory"}"#, 422, at: "/observed"),
    Row(
      "a score above its scale", "enrolments/\(uuid(1))/results", #"{"score": {"raw": 101, "max": 100}}"#,
      422, at: "/score"),
    Row(
      "a score of 19 digits", "enrolments/\(uuid(1))/results",
      #"{"score": {"scaled": 0.1234567890123456789}}"#, 422, at: "/score/scaled"),
    Row(
      "nomination and person", "enrolments", #"{"nomination": "\#(uuid(1))", "person": "\#(uuid(2))"}"#, 422,
      at: "/person"),
    Row("a scope that is none", "keys", #"{"name": "A", "scope": "root"}"#, 422, at: "/scope"),
    Row("a certificate without its reason", "certificates/NONE/replace", "{}", 422, at: "/reason"),
  ])
  func aBodyIsReadStrictly(_ row: Row) throws {
    let house = try ServedHouse()
    let answer = try house.send("POST", "/api/v1/\(row.path)", json: row.body)
    #expect(answer.status == row.status, "\(answer.text)")
    #expect(answer["Content-Type"] == "application/problem+json")
    let problem = try answer.json
    #expect(problem["status"]?.number?.int64 == Int64(row.status))
    #expect(problem.list("errors").first?.text("pointer") ?? "" == row.pointer, "\(answer.text)")
    #expect(try house.show("parties").list("items").isEmpty, "nothing was stored")
  }

  @Test func everyUnknownAndMissingFieldIsNamedAtOnce() throws {
    let house = try ServedHouse()
    let problem = try house.send("POST", "/api/v1/catalogues", json: #"{"title": "A", "colour": "red"}"#).json
    #expect(problem.list("errors").map { $0.text("pointer") } == ["/title", "/colour", "/code", "/titles"])
  }

  @Test(arguments: [
    ("text/plain", 415), ("application/json; charset=utf-16", 415), ("application/json;charset=UTF-8", 201),
    ("APPLICATION/JSON", 201), ("application/problem+json", 415), ("", 415),
  ])
  func aBodyIsJSONThatSaysSo(_ type: String, _ status: Int) throws {
    let house = try ServedHouse()
    let headers = type.isEmpty ? [] : ["Content-Type: \(type)"]
    let answer = try house.send(
      "POST", "/api/v1/catalogues", headers, body: Array(#"{"code": "A", "titles": "A"}"#.utf8))
    #expect(answer.status == status)
  }

  @Test func aBodyBeyondTheLimitIs413() throws {
    let house = try ServedHouse()
    let longest = 1 << 20
    let body = #"{"code": "A", "titles": ""#
    func padded(to count: Int) -> [UInt8] {
      Array((body + String(repeating: "a", count: count - body.utf8.count - 2) + "\"}").utf8)
    }
    let type = ["Content-Type: application/json"]
    #expect(try house.send("POST", "/api/v1/catalogues", type, body: padded(to: longest)).status == 201)
    #expect(try house.send("POST", "/api/v1/catalogues", type, body: padded(to: longest + 1)).status == 413)
  }

  @Test func whatIsMadeCanBeHadAtItsLocation() throws {
    let house = try ServedHouse()
    let made = try house.send("POST", "/api/v1/parties", json: FieldTests.party(""))
    #expect(made.status == 201)
    #expect(made["Location"] == "/api/v1/parties/A")
    #expect(try house.send("GET", "/api/v1/parties/a").body == made.body)
    let again = try house.send("POST", "/api/v1/parties", json: FieldTests.party(""))
    #expect(again.status == 409)
    #expect(try again.json.text("type") == "urn:registrar:problem:already-exists")
  }
}
