@testable import HTTPEndpoint
import JSON
import ProgramDriver
import Synchronization
import Testing

/// Tags of what is shown, and requests that depend on them (RFC 9110 §8.8.3, §13).
@Suite struct ConditionTests {
  /// “A strong validator changes whenever the representation data changes.”
  @Test func whatIsShownHasATagThatChangesWithIt() throws {
    let house = try ServedHouse()
    let scene = try Scene(house)
    let before = try house.send("GET", "/api/v1/enrolments/\(scene.enrolment)")
    let tag = try #require(before["ETag"])
    #expect(tag.hasPrefix("\"") && tag.hasSuffix("\"") && tag.count == 24)
    #expect(try house.send("HEAD", "/api/v1/enrolments/\(scene.enrolment)")["ETag"] == tag)
    #expect(try house.send("GET", "/api/v1/enrolments/\(scene.enrolment)")["ETag"] == tag)
    try scene.say("completed", of: 0)
    #expect(try house.send("GET", "/api/v1/enrolments/\(scene.enrolment)")["ETag"] != tag)
  }

  @Test func onlyWhatIsShownHasATag() throws {
    let house = try ServedHouse()
    #expect(try house.send("GET", "/api/v1/parties")["ETag"] != nil)
    #expect(try house.send("GET", "/api/v1/parties/NONE")["ETag"] == nil)
    #expect(
      try house.send("POST", "/api/v1/catalogues", json: #"{"code": "A", "titles": "A"}"#)["ETag"] == nil)
    #expect(try house.send("GET", "/healthz")["ETag"] == nil)
  }

  /// `T` stands for the present tag.
  @Test(arguments: [
    ("If-None-Match", "T", 304), ("If-None-Match", "W/T", 304), ("If-None-Match", "\"a\", T", 304),
    ("If-None-Match", "*", 304), ("If-None-Match", "\"a\"", 200), ("If-None-Match", "\"a,b\",W/\"c\"", 200),
    ("If-Match", "T", 200), ("If-Match", "*", 200), ("If-Match", "\"a\",T", 200), ("If-Match", "\"a\"", 412),
    ("If-Match", "W/T", 412), ("If-Match", "\"a\"", 412),
    ("If-None-Match", "T, ", 304), ("If-None-Match", ", ,T", 304), ("If-None-Match", "", 200),
    ("If-Match", ",", 412),
    ("If-None-Match", "T T", 400), ("If-None-Match", "abc", 400), ("If-Match", "\"a", 400),
    ("If-Match", "", 412), ("If-Match", "w/\"a\"", 400), ("If-Match", "\"a\" \"b\"", 400),
    ("If-Match", "*, T", 400),
  ])
  func aConditionOfALook(_ header: String, _ value: String, _ status: Int) throws {
    let house = try ServedHouse()
    let path = "/api/v1/catalogues/TTT"
    try house.make("catalogues", #"{"code": "TTT", "titles": "Train the Trainers"}"#)
    let shown = try house.send("GET", path)
    let tag = try #require(shown["ETag"])
    let answer = try house.send("GET", path, ["\(header): \(value.replacing("T", with: tag))"])
    #expect(answer.status == status, "\(answer.text)")
    if status == 304 {
      #expect(answer["ETag"] == tag)
      #expect(answer.body.isEmpty)
      #expect(answer["Content-Type"] == nil)
    }
    guard status >= 400 else { return }
    #expect(answer["Content-Type"] == "application/problem+json")
    #expect(try answer.json.list("errors").first?.text("header") == header)
  }

  /// Row 41: “stale ETag: 412”. The later of two who decide on the same state is told so.
  @Test func aStaleTagIs412AndChangesNothing() throws {
    let house = try ServedHouse()
    _ = try Scene(house)
    let path = "/api/v1/sessions/SPRING"
    let tag = try #require(try house.send("GET", path)["ETag"])
    #expect(try house.send("POST", path + "/confirm", ["If-Match: \(tag)"], json: "{}").status == 200)
    let stale = try house.send("POST", path + "/start", ["If-Match: \(tag)"], json: "{}")
    #expect(stale.status == 412)
    #expect(try stale.json.text("code") == "precondition-failed")
    #expect(try house.show("sessions/SPRING").text("state") == "confirmed")
    let present = try #require(try house.send("GET", path)["ETag"])
    #expect(try house.send("POST", path + "/start", ["If-None-Match: \(present)"], json: "{}").status == 412)
    #expect(try house.send("POST", path + "/start", ["If-Match: \(present)"], json: "{}").status == 200)
  }

  @Test(arguments: [
    ("sessions/NONE/open", "*", 404), ("sessions/NONE/open", "\"a\"", 404),
    ("sessions/SPRING/open", "*", 409),
    ("sessions/SPRING/open", "\"a\"", 412), ("sessions/SPRING/open", "a", 400),
    ("catalogues", "*", 400), ("catalogues", "\"a\"", 400),
  ])
  func aConditionOfAChange(_ path: String, _ value: String, _ status: Int) throws {
    let house = try ServedHouse()
    _ = try Scene(house)
    let answer = try house.send(
      "POST", "/api/v1/\(path)", ["If-Match: \(value)"],
      json: path == "catalogues" ? #"{"code": "A", "titles": "A"}"# : "{}")
    #expect(answer.status == status, "\(answer.text)")
  }

  /// Every route that changes what is there can be made to depend on the state of what it changes.
  @Test func everyChangeOfWhatIsThereHasAResource() {
    let changing = RouteTable.shared.routes.filter { route in
      route.family == .records && route.method != "GET" && !route.pattern.isFixed
    }
    #expect(changing.count > 20)
    for route in changing {
      let resource = RouteTable.shared.resource(of: route)
      #expect(resource?.pattern.text.contains("}") == true, "\(route.name)")
    }
  }

  /// The condition holds within the transaction: of many who decide on the same state, one does.
  @Test func ofManyWhoDecideOnOneStateOneDoes() throws {
    let house = try ServedHouse()
    let scene = try Scene(house)
    let path = "/api/v1/persons/\(scene.person)"
    let tag = try #require(try house.send("GET", path)["ETag"])
    let statuses = Mutex<[Int]>([])
    try onThreads(12) { number in
      let answer = try house.send(
        "POST", path + "/affiliations", ["If-Match: \(tag)"],
        json: #"{"party": "MEMBER-A", "post": "\#(number)", "validity": {"from": "2021-01-01"}}"#)
      statuses.withLock { $0.append(answer.status) }
    }
    #expect(statuses.withLock { $0.sorted() } == [201] + [Int](repeating: 412, count: 11))
    #expect(try house.show("persons/\(scene.person)").list("affiliations").count == 2)
  }

  /// A request that was carried out is told again what it was told, though its condition no longer holds.
  @Test func aRepeatedRequestIsNotHeldAgainstItsCondition() throws {
    let house = try ServedHouse()
    _ = try Scene(house)
    let tag = try #require(try house.send("GET", "/api/v1/sessions/SPRING")["ETag"])
    let answers = try (0..<2).map { _ in
      try house.send(
        "POST", "/api/v1/sessions/SPRING/confirm", ["If-Match: \(tag)", "Idempotency-Key: c"], json: "{}")
    }
    #expect(answers.map(\.status) == [200, 200])
    #expect(answers[0].body == answers[1].body)
  }
}
