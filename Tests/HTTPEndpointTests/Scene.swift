import JSON
import ProgramDriver

/// A course, an open session and one officer enrolled in it, all made over HTTP.
struct Scene {
  let house: ServedHouse
  let course: String
  let person: String
  let enrolment: String
  /// The IRIs of the course's activities, in order.
  let activities: [String]

  init(_ house: ServedHouse, capacity: Int = 30) throws {
    self.house = house
    try house.make(
      "parties",
      #"{"code": "MEMBER-A", "kind": "member", "region": "ESA", "names": {"en": "Member A"}, "validity": {"from": "2020-01-01"}}"#
    )
    try house.make("catalogues", #"{"code": "TTT", "titles": "Train the Trainers"}"#)
    let report = try house.send(
      "POST", "/api/v1/imports?catalogue=TTT&name=course.zip", ["Content-Type: application/zip"],
      body: Package.cmi5().zip)
    guard report.status == 201 else { throw DriverError("\(report.status) \(report.text)") }
    course = try report.json.text("course")
    try house.make(
      "sessions",
      """
      {"code": "SPRING", "course": "\(course)", "mode": "self-paced", "capacity": \(capacity),
       "days": {"from": "2026-03-01", "to": "2026-03-31"}}
      """)
    try house.make("sessions/SPRING/open", "{}")
    person = try Scene.addOfficer(1, to: house)
    let nomination = try house.make(
      "nominations", #"{"person": "\#(person)", "session": "SPRING", "party": "MEMBER-A"}"#
    ).text("id")
    try house.make("nominations/\(nomination)/endorse", "{}")
    enrolment = try house.make("enrolments", #"{"nomination": "\#(nomination)"}"#).text("id")
    try house.make(
      "schemes",
      #"{"code": "ORIGIN", "titles": {"en": "Origin of goods"}, "issuer": "MEMBER-A", "course": "\#(course)", "kind": "achievement", "validityMonths": 12}"#
    )
    let shown = try house.show("enrolments/\(enrolment)")
    activities = shown.member(named: "progress")?.list("activities").map { $0.text("iri") } ?? []
  }

  /// Enters an officer of MEMBER-A and says the identifier.
  static func addOfficer(_ number: Int, to house: ServedHouse) throws -> String {
    try house.make(
      "persons",
      #"{"name": "Officer \#(number)", "affiliation": {"party": "MEMBER-A", "validity": {"from": "2020-01-01"}}}"#
    ).text("id")
  }

  var state: String {
    get throws { try house.show("enrolments/\(enrolment)").text("state") }
  }

  /// The officer's statement on an activity, from 0.
  ///
  /// - Parameter isDefined: whether it bears the category by which cmi5 knows its own statements.
  func say(_ verb: String, of activity: Int, scaled: String? = nil, isDefined: Bool = true) throws {
    let result = scaled.map { #""result": {"score": {"scaled": \#($0)}}, "# } ?? ""
    let category = isDefined ? #"{"id": "https://w3id.org/xapi/cmi5/context/categories/cmi5"}"# : ""
    let text = """
      {"actor": {"account": {"homePage": "http://registrar.test", "name": "\(person)"}},
       "verb": {"id": "http://adlnet.gov/expapi/verbs/\(verb)"}, \(result)
       "object": {"id": "\(activities[activity])"}, 
       "context": {"registration": "\(enrolment)", "contextActivities": {"category": [\(category)]}}}
      """
    let answer = try house.xapi("POST", "/xapi/statements", text)
    guard answer.status == 200 else { throw DriverError("\(answer.status) \(answer.text)") }
  }

  /// Completes the course and has the certificate awarded.
  func earnCertificate() throws -> JSONValue {
    try say("completed", of: 0)
    try say("completed", of: 1)
    try say("passed", of: 1, scaled: "0.85")
    return try house.make("certificates", #"{"enrolment": "\#(enrolment)", "scheme": "ORIGIN"}"#)
  }
}
