import JSON
import ProgramDriver
import Testing

/// Lists come in pages; what is not there is 404.
@Suite struct ListTests {
  @Test func pagesFollowOneAnother() throws {
    let house = try ServedHouse()
    for number in 1...5 { try house.make("persons", #"{"name": "Officer \#(number)"}"#) }
    var names: [String] = []
    var target = "persons?limit=2"
    while true {
      let page = try house.show(target)
      names += page.list("items").map { $0.text("name") }
      guard let next = page["next"]?.string else { break }
      target = "persons?limit=2&after=\(encoded(next))"
    }
    #expect(names == (1...5).map { "Officer \($0)" })
  }

  /// The link leads on with everything else that was asked, and is absent on the last page (RFC 8288).
  @Test func theNextPageIsLinked() throws {
    let house = try ServedHouse()
    for number in 1...3 { try house.make("persons", #"{"name": "Officer \#(number)"}"#) }
    let first = try house.send("GET", "/api/v1/persons?limit=2&name=off")
    let link = try #require(first["Link"])
    let next = try #require(try first.json["next"]?.string)
    #expect(link == "</api/v1/persons?limit=2&name=off&after=\(next)>; rel=\"next\"")
    let address = String(link.dropFirst().prefix { $0 != ">" })
    let second = try house.send("GET", address)
    #expect(try second.json.list("items").map { $0.text("name") } == ["Officer 3"])
    #expect(second["Link"] == nil)
    #expect(try second.json["next"]?.isNull == true)
  }

  /// A cursor is nobody's to make: another list's, another's place, a character more or less is refused.
  @Test func aCursorIsTakenAsItWasHandedOutOnly() throws {
    let house = try ServedHouse()
    for number in 1...2 {
      try house.make("persons", #"{"name": "Officer \#(number)"}"#)
      try house.make("catalogues", #"{"code": "C\#(number)", "titles": "C"}"#)
    }
    let person = try #require(try house.show("persons?limit=1")["next"]?.string)
    let catalogue = try #require(try house.show("catalogues?limit=1")["next"]?.string)
    #expect(try house.send("GET", "/api/v1/persons?limit=1&after=\(person)").status == 200)
    let altered = String(person.dropLast()) + (person.hasSuffix("A") ? "B" : "A")
    for cursor in [catalogue, altered, person + "A", String(person.dropLast(4)), person.lowercased()] {
      let answer = try house.send("GET", "/api/v1/persons?after=\(cursor)")
      #expect(answer.status == 400, "\(cursor)")
      #expect(try answer.json.text("code") == "cursor-unusable")
    }
  }

  /// Every list comes in pages of what it would be as a whole.
  @Test(arguments: [
    "parties", "catalogues", "schemes", "standards", "keys", "history", "courses", "sessions",
    "standards/S/items",
    "enrolments", "nominations", "certificates", "assignments", "refusals",
  ])
  func everyListComesInPages(_ path: String) throws {
    let house = try ServedHouse()
    let scene = try Scene(house)
    for code in ["MEMBER-B", "MEMBER-C"] {
      try house.make(
        "parties",
        #"{"code": "\#(code)", "kind": "university", "names": "B", "validity": {"from": "2020-01-01"}}"#)
      try house.make("catalogues", #"{"code": "\#(code)", "titles": "C"}"#)
    }
    try house.make(
      "standards",
      """
      {"code": "S", "framework": "F", "year": 2026, "state": "draft", "titles": "S", "items": [
        {"code": "A", "level": "operational-manager", "kind": "knowledge", "titles": "A"},
        {"code": "B", "level": "operational-manager", "kind": "skill", "titles": "B"}]}
      """)
    _ = try scene.earnCertificate()
    let whole = try house.show("\(path)?limit=1000").list("items").map {
      String(decoding: $0.raw, as: UTF8.self)
    }
    var paged: [String] = []
    var after = ""
    repeat {
      let page = try house.show("\(path)?limit=1\(after)")
      paged += page.list("items").map { String(decoding: $0.raw, as: UTF8.self) }
      after = page["next"]?.string.map { "&after=\($0)" } ?? ""
    } while !after.isEmpty
    #expect(paged == whole)
  }

  /// Row 35: "altered cursor; limit 0, -1, 10^9; page past end: 400/clamped/empty".
  @Test(arguments: [
    ("limit=0", 400), ("limit=-1", 400), ("limit=1.5", 400), ("limit=", 400), ("limit=1000000000", 200),
    ("limit=99999999999999999999", 200), ("after=nonsense", 400), ("after=", 200), ("after=%22", 400),
    ("limit=1&limit=2", 400),
    ("Limit=1", 400), ("a[b][c]=1", 400), ("sort=name", 400),
  ])
  func limitsAndCursorsAreChecked(_ query: String, _ status: Int) throws {
    let answer = try ServedHouse().send("GET", "/api/v1/persons?\(query)")
    #expect(answer.status == status, "\(answer.text)")
    guard status == 400 else { return }
    #expect(try answer.json.list("errors").first?.text("parameter").isEmpty == false)
  }

  /// Row 32: "10,000 query parameters".
  @Test func tooManyParametersAre400() throws {
    let query = (0...100).map { "p\($0)=1" }.joined(separator: "&")
    #expect(try ServedHouse().send("GET", "/api/v1/persons?\(query)").status == 400)
  }

  /// Row 34: whatever names nothing here is 404, whether it could be an identifier or not.
  @Test(arguments: [
    "parties/NONE", "parties/\(uuid(1))", "parties/a%20b", "persons/1", "persons/\(uuid(1))",
    "standards/NONE", "courses/NONE",
    "courses/NONE/versions", "courses/NONE/versions/1", "courses/NONE/versions/x", "catalogues/NONE",
    "sessions/NONE",
    "enrolments/\(uuid(1))", "enrolments/x", "enrolments/\(uuid(1))/results",
    "enrolments/\(uuid(1))/eligibility?scheme=A",
    "schemes/NONE", "certificates/NONE", "keys/x", "keys/\(uuid(1))", "nominations?session=NONE",
    "enrolments?session=NONE",
  ])
  func whatIsNotThereIs404(_ path: String) throws {
    let answer = try ServedHouse().send("GET", "/api/v1/\(path)")
    #expect(answer.status == 404, "\(answer.text)")
    #expect(answer["Content-Type"] == "application/problem+json")
  }

  @Test(arguments: [
    "enrolments?state=gone", "parties?kind=club", "persons?limit=x", "history?from=2026-02-30",
    "history?from=2026-02-02&to=2026-02-01", "history?object=1", "reports/certification",
    "reports/certification?audience=all&from=2026-01-01&to=2026-12-31",
    "reports/certification?audience=donor&from=2026-01-01&to=2026-12-31",
    "reports/certification?audience=directorate&from=2026-12-31&to=2026-01-01",
    "reports/certification?audience=directorate&from=2026-01-01&to=2026-12-31&block=results",
    "reports/certification?audience=directorate&from=2026-01-01&to=2026-12-31&format=docx",
  ])
  func aParameterThatCannotBeUsedIs400(_ path: String) throws {
    let answer = try ServedHouse().send("GET", "/api/v1/\(path)")
    #expect(answer.status == 400, "\(answer.text)")
    #expect(try answer.json.list("errors").first?.text("parameter").isEmpty == false)
  }

  @Test func aKeyOpensNothingOnceItIsRevoked() throws {
    let house = try ServedHouse()
    let made = try house.make("keys", #"{"name": "desk", "scope": "read"}"#)
    let key = Key(id: made.text("key"), secret: made.text("secret"))
    #expect(try HTTPConnection(port: house.port, key: key).send("GET", "/api/v1/parties").status == 200)
    #expect(!(try house.send("GET", "/api/v1/keys").text.contains(key.secret)))
    try house.make("keys/\(key.id)/revoke", #"{"reason": "lost"}"#)
    #expect(try HTTPConnection(port: house.port, key: key).send("GET", "/api/v1/parties").status == 401)
    #expect(try house.show("keys/\(key.id)").text("revokedAt").isEmpty == false)
  }

  @Test(arguments: [
    "Basic", "Basic ", "Basic !!!!", "Basic b25seQ==", "Bearer x", "basic", "Basic /////w==",
  ])
  func anAuthorizationThatIsNoneIs401(_ header: String) throws {
    let house = try ServedHouse()
    #expect(try house.send("GET", "/api/v1/parties", ["Authorization: \(header)"], scope: nil).status == 401)
  }

  @Test func twoKeysAreNone() throws {
    let house = try ServedHouse()
    let key = try house.key()
    let header = "Authorization: Basic " + base64("\(key.id):\(key.secret)")
    #expect(try house.send("GET", "/api/v1/parties", [header], scope: nil).status == 200)
    #expect(try house.send("GET", "/api/v1/parties", [header]).status == 401)
  }
}
