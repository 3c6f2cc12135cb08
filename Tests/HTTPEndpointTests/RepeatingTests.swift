import Foundation
import JSON
import Operations
import ProgramDriver
import Synchronization
import Testing
import Values

/// Requests that are sent again under the name that they came with (draft-ietf-httpapi-idempotency-key-header).
@Suite struct RepeatingTests {
  private static let member =
    #"{"code": "MEMBER-A", "kind": "member", "region": "ESA", "names": "Member A", "validity": {"from": "2020-01-01"}}"#
  private static let university =
    #"{"code": "UNI-A", "kind": "university", "names": "University A", "validity": {"from": "2020-01-01"}}"#

  private func post(
    _ path: String, _ json: String, named name: String, to house: ServedHouse, key: Key? = nil
  ) throws -> HTTPConnection.Answer {
    defer { withExtendedLifetime(house) {} }
    let key = try key ?? house.key()
    return try HTTPConnection(port: house.port, key: key)
      .send("POST", "/api/v1/\(path)", json: json, ["Idempotency-Key: \(name)"])
  }

  /// The same answer, and nothing done again.
  private func expectRepeated(
    _ again: HTTPConnection.Answer, of first: HTTPConnection.Answer, _ place: Comment? = nil
  ) {
    #expect(again.status == first.status, place)
    #expect(again.body == first.body, place)
    #expect(again["Content-Type"] == first["Content-Type"], place)
    #expect(again["Location"] == first["Location"], place)
    #expect(first["Idempotency-Replayed"] == nil, place)
    #expect(again["Idempotency-Replayed"] == "true", place)
  }

  @Test func theSameRequestIsCarriedOutOnce() throws {
    let house = try ServedHouse()
    let first = try post("parties", RepeatingTests.member, named: "\"one\"", to: house)
    #expect(first.status == 201)
    expectRepeated(try post("parties", RepeatingTests.member, named: "\"one\"", to: house), of: first)
    expectRepeated(try post("parties", RepeatingTests.member, named: "one", to: house), of: first)
    #expect(try house.show("parties").list("items").count == 1)
    #expect(try post("parties", RepeatingTests.member, named: "two", to: house).status == 409)
  }

  /// Row 42: “same key other body; other user; while in flight; after restart”.
  @Test func anotherRequestUnderTheSameNameIs422() throws {
    let house = try ServedHouse()
    #expect(try post("parties", RepeatingTests.member, named: "one", to: house).status == 201)
    for (path, json) in [
      ("parties", RepeatingTests.university), ("parties?", RepeatingTests.member),
      ("catalogues", #"{"code": "TTT", "titles": "Train the Trainers"}"#),
      ("parties", RepeatingTests.member + " "),
    ] {
      let answer = try post(path, json, named: "one", to: house)
      #expect(answer.status == 422)
      #expect(try answer.json.text("code") == "idempotency-key-reused")
      #expect(try answer.json.list("errors").first?.text("header") == "Idempotency-Key")
    }
    #expect(try house.show("parties").list("items").count == 1)
    #expect(try house.show("catalogues").list("items").isEmpty)
  }

  @Test func whatOthersSendUnderTheSameNameIsTheirs() throws {
    let house = try ServedHouse()
    let made = try house.make("keys", #"{"name": "other", "scope": "all"}"#)
    let other = Key(id: made.text("key"), secret: made.text("secret"))
    #expect(try post("parties", RepeatingTests.member, named: "one", to: house).status == 201)
    #expect(try post("parties", RepeatingTests.university, named: "one", to: house, key: other).status == 201)
    #expect(try house.show("parties").list("items").count == 2)
  }

  @Test func anAnswerIsToldAgainForADay() throws {
    let house = try ServedHouse()
    let first = try post("parties", RepeatingTests.member, named: "one", to: house)
    house.clock.advance(seconds: 24 * 60 * 60 - 1)
    expectRepeated(try post("parties", RepeatingTests.member, named: "one", to: house), of: first)
    house.clock.advance(seconds: 2)
    #expect(try post("parties", RepeatingTests.member, named: "one", to: house).status == 409)
    #expect(try post("parties", RepeatingTests.university, named: "one", to: house).status == 201)
  }

  /// What is past its day is gone from the records, with whatever it told of people.
  @Test func anAnswerIsForgottenWhenAServerBegins() throws {
    let house = try ServedHouse()
    _ = try post("persons", #"{"name": "Officer 1"}"#, named: "one", to: house)
    func kept() throws -> Bool {
      try house.registrar.store.read { records in
        let sender = try #require(KeyID(house.key().id))
        return try records.keptAnswer(to: sender, named: "one", since: Instant(microseconds: 0)) != nil
      }
    }
    house.clock.advance(seconds: 24 * 60 * 60)
    try house.registrar.settleRequests()
    #expect(try kept())
    house.clock.advance(seconds: 1)
    try house.registrar.settleRequests()
    #expect(try !kept())
  }

  /// What is refused changes nothing and is not kept: the same request may succeed later.
  @Test func aRefusalIsNotKept() throws {
    let house = try ServedHouse()
    let enrol = #"{"person": "\#(uuid(1))", "session": "SPRING"}"#
    #expect(try post("enrolments", enrol, named: "one", to: house).status == 404)
    #expect(try post("enrolments", enrol, named: "one", to: house)["Idempotency-Replayed"] == nil)
    #expect(try post("parties", RepeatingTests.member, named: "one", to: house).status == 201)
  }

  @Test func aMoveIsMadeOnce() throws {
    let house = try ServedHouse()
    let scene = try Scene(house)
    let path = "enrolments/\(scene.enrolment)/withdraw"
    let first = try post(path, #"{"reason": "ill"}"#, named: "w", to: house)
    #expect(first.status == 200)
    expectRepeated(try post(path, #"{"reason": "ill"}"#, named: "w", to: house), of: first)
    #expect(try house.show("enrolments/\(scene.enrolment)").list("transitions").count == 2)
  }

  @Test func aSecretIsToldOnceOnly() throws {
    let house = try ServedHouse()
    let make = #"{"name": "desk", "scope": "read"}"#
    let first = try post("keys", make, named: "k", to: house)
    #expect(first.status == 201)
    let secret = try first.json.text("secret")
    let again = try post("keys", make, named: "k", to: house)
    #expect(again.status == 409)
    #expect(try again.json.text("code") == "secret-told-once")
    #expect(again["Location"] == first["Location"])
    #expect(!again.text.contains(secret))
    let kept = try Data(contentsOf: URL(fileURLWithPath: house.folder("records.sqlite")))
    let log = try Data(contentsOf: URL(fileURLWithPath: house.folder("records.sqlite-wal")))
    for file in [kept, log] { #expect(file.range(of: Data(secret.utf8)) == nil) }
    #expect(try house.show("keys").list("items").count { $0.text("name") == "desk" } == 1)
  }

  /// Packages, rosters and documents are long work, and are taken once like everything else.
  @Test func longWorkIsDoneOnce() throws {
    let house = try ServedHouse()
    let zip = try Package.cmi5().zip
    let imports = try (0..<2).map { _ in
      try house.send(
        "POST", "/api/v1/imports", ["Content-Type: application/zip", "Idempotency-Key: i"], body: zip)
    }
    #expect(imports[0].status == 201, "\(imports[0].text)")
    expectRepeated(imports[1], of: imports[0])
    let other = try house.send(
      "POST", "/api/v1/imports", ["Content-Type: application/zip", "Idempotency-Key: i"],
      body: Package.cmi5(2).zip)
    #expect(other.status == 422)
    let organisations = try Data(
      contentsOf: URL(fileURLWithPath: ServedHouse.root + "/Schemas/reference/organisations.xml"))
    let entered = try (0..<2).map { _ in
      try house.send(
        "POST", "/api/v1/imports/organisations", ["Content-Type: text/xml", "Idempotency-Key: o"],
        body: Array(organisations))
    }
    #expect(entered[0].status == 200)
    expectRepeated(entered[1], of: entered[0])
    #expect(try !entered[1].json.list("added").isEmpty)
    let roster = "source-id,name\n1,A\n"
    let rosters = try (0..<2).map { _ in
      try house.send(
        "POST", "/api/v1/rosters?source=HR", ["Content-Type: text/csv", "Idempotency-Key: r"],
        body: Array(roster.utf8))
    }
    #expect(rosters[0].status == 200, "\(rosters[0].text)")
    expectRepeated(rosters[1], of: rosters[0])
    #expect(try rosters[1].json.list("entries").first?.text("result") == "added")
  }

  @Test(arguments: [
    "", "\"\"", "\"open", "a b", "\"a\"b", "a\"b", "a, b", "\"a\", \"b\"", "\"caf\u{E9}\"", "caf\u{E9}",
    "a;b=1", "{}",
    "\"a\\b\"", String(repeating: "x", count: 256),
  ])
  func aNameThatIsNoneIs400(_ name: String) throws {
    let house = try ServedHouse()
    let answer = try post("parties", RepeatingTests.member, named: name, to: house)
    #expect(answer.status == 400, "\(answer.text)")
    #expect(try answer.json.text("code") == "idempotency-key-malformed")
    #expect(try house.show("parties").list("items").isEmpty)
  }

  @Test(arguments: [
    String(repeating: "x", count: 255), "\"a b\"", #""a\"b\\c""#, "8e03978e-40d5-43dd-bc93-6894a57f9324",
  ])
  func aNameThatCanBeUsed(_ name: String) throws {
    let house = try ServedHouse()
    let first = try post("parties", RepeatingTests.member, named: name, to: house)
    expectRepeated(try post("parties", RepeatingTests.member, named: name, to: house), of: first)
  }

  @Test func twoNamesAreNone() throws {
    let house = try ServedHouse()
    let answer = try house.send(
      "POST", "/api/v1/parties", ["Idempotency-Key: a", "Idempotency-Key: b"], json: RepeatingTests.member)
    #expect(answer.status == 400)
  }

  /// While a request is under way the same one is told so, and once it is answered it is told what came of it.
  @Test func whileARequestIsUnderWayTheSameOneIs409() throws {
    let gate = Gate()
    let house = try ServedHouse(packages: SlowOpener(gate: gate))
    let zip = try Package.cmi5().zip
    let headers = ["Content-Type: application/zip", "Idempotency-Key: slow"]
    let answers = Mutex<[Int]>([])
    try onThreads(2) { thread in
      if thread == 0 {
        let status = try house.send("POST", "/api/v1/imports", headers, body: zip).status
        answers.withLock { $0.append(status) }
      } else {
        while gate.waiting < 1 { usleep(1000) }
        let meanwhile = try house.send("POST", "/api/v1/imports", headers, body: zip)
        #expect(meanwhile["Retry-After"] == "1")
        #expect(try meanwhile.json.text("code") == "request-under-way")
        answers.withLock { $0.append(meanwhile.status) }
        gate.open()
      }
    }
    #expect(answers.withLock { $0 } == [409, 201])
    #expect(try house.send("POST", "/api/v1/imports", headers, body: zip)["Idempotency-Replayed"] == "true")
  }

  /// Twenty at once under one name are one.
  @Test func twentyAtOnceAreOne() throws {
    let house = try ServedHouse()
    let statuses = Mutex<[Int]>([])
    try onThreads(20) { _ in
      let status = try post("parties", RepeatingTests.member, named: "many", to: house).status
      statuses.withLock { $0.append(status) }
    }
    #expect(Set(statuses.withLock { $0 }).isSubset(of: [201, 409]))
    #expect(statuses.withLock { $0 }.contains(201))
    #expect(try house.show("parties").list("items").count == 1)
    #expect(try house.show("history").list("items").count { $0.text("action") == "organisation add" } == 1)
  }
}
