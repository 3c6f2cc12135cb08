import JSON
import ProgramDriver

/// The story as another system tells it, over HTTP.
struct HTTPDoor: Door {
  let program: Program
  let server: RunningServer
  let key: Key

  init(_ program: Program, _ server: RunningServer) throws {
    self.program = program
    self.server = server
    key = try Key.create(program)
  }

  func addOrganisation(_ code: String, kind: String, region: String?, name: String) throws -> JSONValue {
    let region = region.map { #", "region": "\#($0)""# } ?? ""
    return try post(
      "parties",
      #"{"code": "\#(code)", "kind": "\#(kind)", "names": {"en": "\#(name)"}, "validity": {"from": "2020-01-01"}\#(region)}"#
    )
  }

  func openCatalogue(_ code: String, title: String) throws -> JSONValue {
    try post("catalogues", #"{"code": "\#(code)", "titles": {"en": "\#(title)"}}"#)
  }

  func importPackage(_ zip: [UInt8], catalogue: String) throws -> JSONValue {
    let answer = try server.connection(key).send(
      "POST", "/api/v1/imports?catalogue=\(catalogue)&name=course.zip", ["Content-Type: application/zip"],
      body: zip)
    guard answer.status == 201 else { throw DriverError("\(answer.status) \(answer.text)") }
    return try answer.json
  }

  func planSession(_ code: String, course: String, capacity: Int) throws -> JSONValue {
    try post(
      "sessions",
      """
      {"code": "\(code)", "course": "\(course)", "mode": "self-paced", "capacity": \(capacity),
       "days": {"from": "2026-03-01", "to": "2026-03-31"}}
      """)
  }

  func openSession(_ code: String) throws -> JSONValue {
    try post("sessions/\(code)/open", "{}")
  }

  func addPerson(_ name: String, organisation: String) throws -> JSONValue {
    try post(
      "persons",
      """
      {"name": "\(name)", "affiliation": {"party": "\(organisation)", "roleLevel": "operational-manager",
       "validity": {"from": "2020-01-01"}}}
      """)
  }

  func nominate(_ person: String, session: String, organisation: String) throws -> JSONValue {
    try post(
      "nominations", #"{"person": "\#(person)", "session": "\#(session)", "party": "\#(organisation)"}"#)
  }

  func endorse(_ nomination: String) throws -> JSONValue {
    try post("nominations/\(nomination)/endorse", "{}")
  }

  func enrol(nomination: String) throws -> JSONValue {
    try post("enrolments", #"{"nomination": "\#(nomination)"}"#)
  }

  func showEnrolment(_ enrolment: String) throws -> JSONValue {
    try get("enrolments/\(enrolment)").json
  }

  func recordStatements(_ statements: [String]) throws {
    try send(statements, to: server, key)
  }

  func recordResult(_ enrolment: String, score: Int, outOf maximum: Int) throws -> JSONValue {
    try post("enrolments/\(enrolment)/results", #"{"score": {"raw": \#(score), "max": \#(maximum)}}"#)
  }

  func addScheme(_ code: String, title: String, issuer: String, course: String) throws -> JSONValue {
    try post(
      "schemes",
      """
      {"code": "\(code)", "titles": {"en": "\(title)"}, "issuer": "\(issuer)", "course": "\(course)",
       "kind": "achievement", "minimumScore": 0.7, "validityMonths": 36}
      """)
  }

  func award(_ enrolment: String, scheme: String) throws -> JSONValue {
    try post("certificates", #"{"enrolment": "\#(enrolment)", "scheme": "\#(scheme)"}"#)
  }

  func verify(_ code: String) throws -> JSONValue {
    let answer = try server.connection().send("GET", "/verify/\(code)", ["Accept: application/json"])
    guard answer.status == 200 else { throw DriverError("\(answer.status) \(answer.text)") }
    return try answer.json
  }

  func report(format: String) throws -> [UInt8] {
    try get(
      "reports/certification?audience=\(ReportQuestion.audience)&from=\(ReportQuestion.from)&to=\(ReportQuestion.to)"
        + "&format=\(format)"
    ).body
  }

  func history() throws -> [JSONValue] {
    try get("history?limit=1000").json.list("items")
  }

  private func get(_ path: String) throws -> HTTPConnection.Answer {
    let answer = try server.connection(key).send("GET", "/api/v1/\(path)")
    guard answer.status == 200 else { throw DriverError("GET \(path): \(answer.status) \(answer.text)") }
    return answer
  }

  private func post(_ path: String, _ json: String) throws -> JSONValue {
    let answer = try server.connection(key).send("POST", "/api/v1/\(path)", json: json)
    guard answer.status == 200 || answer.status == 201 else {
      throw DriverError("POST \(path): \(answer.status) \(answer.text)")
    }
    return try answer.json
  }
}
