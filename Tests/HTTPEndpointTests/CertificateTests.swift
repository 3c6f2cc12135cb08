import HTTP
import JSON
import Operations
import ProgramDriver
import Testing

/// From an imported package to a verified certificate, asked for over HTTP.
@Suite struct CertificateTests {
  private let served: Served
  private let connection: HTTPConnection

  init() throws {
    served = try Served()
    connection = try served.connection()
    let always = #""validity": {"from": "2020-01-01"}"#
    try make("parties", #"{"code": "OFFICE", "kind": "secretariat", "names": "Office", \#(always)}"#)
    try make(
      "parties", #"{"code": "MEMBER-A", "kind": "member", "names": "Member A", "region": "ESA", \#(always)}"#)
    try make("catalogues", #"{"code": "TTT", "titles": "Train the Trainers"}"#)
    let imported = try connection.send(
      "POST", "/api/v1/imports?catalogue=TTT", ["Content-Type: application/zip"], body: Package.cmi5().zip)
    let course = try #require(try imported.json["course"]?.string, "\(imported.text)")
    try make(
      "sessions",
      """
      {"code": "S", "course": "\(course)", "mode": "self-paced", "timeZone": "UTC", "language": "en",
       "capacity": 30, "days": {"from": "2026-03-01", "to": "2026-03-31"}}
      """)
    try change("sessions/S/open")
    try make(
      "schemes",
      """
      {"code": "C", "titles": "Origin", "issuer": "OFFICE", "course": "\(course)", "kind": "achievement",
       "validityMonths": 36}
      """)
  }

  @Test func aCertificateIsAwardedOnceAndChangesItsState() throws {
    let person = try makePerson("Test Officer")
    let enrolment = try #require(
      try make("enrolments", #"{"person": "\#(person)", "session": "S"}"#)["id"]?.string)
    let award = #"{"enrolment": "\#(enrolment)", "scheme": "C"}"#
    #expect(try post("certificates", award).status == 409, "nothing was passed yet")
    try make("enrolments/\(enrolment)/results", #"{"observed": "satisfactory"}"#)
    let certificate = try make("certificates", award)
    let code = try #require(certificate["code"]?.string)
    #expect(try post("certificates", award).status == 409, "it is awarded once")
    #expect(try state(code) == "issued")
    #expect(try post("certificates/\(code)/reinstate", #"{"reason": "none"}"#).status == 409)
    try change("certificates/\(code)/suspend")
    #expect(try state(code) == "suspended")
    try change("certificates/\(code)/reinstate")
    #expect(try state(code) == "issued")
    try change("certificates/\(code)/revoke")
    #expect(try state(code) == "revoked")
  }

  @Test func aCodeThatIsNoCertificatesIsNotFound() throws {
    let page = try served.anonymous().send("GET", "/verify/NONE", ["Accept: text/html"])
    #expect(page.status == 404)
    #expect(page["Content-Type"]?.hasPrefix("text/html") == true)
    let json = try served.anonymous().send("GET", "/verify/NONE", ["Accept: application/json"])
    #expect(json.status == 404)
    #expect(json["Content-Type"] == "application/problem+json")
  }

  @Test func aStateThatCannotBeLeftThatWayIsAConflict() throws {
    #expect(try post("sessions/S/open", "{}").status == 409)
    #expect(try post("sessions/S/close", "{}").status == 409)
  }

  /// 500 clients for 30 seats: exactly 30 are enrolled, the others wait in the order in which they came.
  @Test func fiveHundredClientsForThirtySeats() throws {
    let persons = try (1...500).map { try makePerson("Officer \($0)") }
    let (port, key) = (served.server.port, try served.registrar.key(.all))
    try onThreads(20) { thread in
      for number in stride(from: thread, to: 500, by: 20) {
        let answer = try HTTPConnection(port: port, key: key).send(
          "POST", "/api/v1/enrolments", json: #"{"person": "\#(persons[number])", "session": "S"}"#)
        guard answer.status == 201 else { throw DriverError("\(answer.status) \(answer.text)") }
      }
    }
    let seated = try enrolments("enrolled")
    let waiting = try enrolments("waiting")
    #expect(seated.count == 30)
    #expect(waiting.count == 470)
    let lastSeated = try #require(seated.map(recordedAt).max())
    let firstWaiting = try #require(waiting.map(recordedAt).min())
    #expect(lastSeated < firstWaiting, "who came first has a seat")
    let id = try #require(seated.first?["id"]?.string)
    try change("enrolments/\(id)/withdraw")
    let next = try #require(waiting.min { recordedAt($0) < recordedAt($1) }?["id"]?.string)
    let moved = try connection.send("GET", "/api/v1/enrolments/\(next)").json
    #expect(moved["state"]?.string == "enrolled", "the first who waits has the seat")
  }

  private func enrolments(_ state: String) throws -> [JSONValue] {
    try connection.send("GET", "/api/v1/enrolments?session=S&limit=1000&state=\(state)").list("items")
  }

  private func recordedAt(_ enrolment: JSONValue) -> String { enrolment["recordedAt"]?.string ?? "" }

  private func state(_ code: String) throws -> String? {
    try served.anonymous().send("GET", "/verify/\(code)", ["Accept: application/json"]).json["state"]?.string
  }

  private func makePerson(_ name: String) throws -> String {
    try #require(try make("persons", #"{"name": "\#(name)"}"#)["id"]?.string)
  }

  private func post(_ path: String, _ json: String) throws -> HTTPConnection.Answer {
    try connection.send("POST", "/api/v1/\(path)", json: json)
  }

  @discardableResult
  private func make(_ path: String, _ json: String) throws -> JSONValue {
    let answer = try post(path, json)
    guard answer.status == 201 else { throw DriverError("\(path): \(answer.status) \(answer.text)") }
    return try answer.json
  }

  @discardableResult
  private func change(_ path: String) throws -> JSONValue {
    let answer = try post(path, #"{"reason": "a test"}"#)
    guard answer.status == 200 else { throw DriverError("\(path): \(answer.status) \(answer.text)") }
    return try answer.json
  }
}
