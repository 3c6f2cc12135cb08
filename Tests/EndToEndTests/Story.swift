import JSON
import ProgramDriver

/// The way from a package to a certification report, told through one of the doors.
struct Story {
  let door: any Door
  let course: String
  let enrolment: String
  let scheme = "ORIGIN-CERT"

  /// What is the same whichever door the story was told through: no identifier, no code, no instant.
  struct Outcome: Hashable {
    var importedActivities = 0
    var enrolmentState = ""
    var hasPassed = false
    var score = ""
    var certificateNumber = ""
    var holder = ""
    var certificateState = ""
    var issuer = ""
    var actions: [String] = []
    var report = ""
  }

  private(set) var outcome = Outcome()

  /// Imports the package, plans a session and enrols one nominated officer.
  init(through door: any Door, package: [UInt8]) throws {
    self.door = door
    _ = try door.addOrganisation("SECRETARIAT", kind: "secretariat", region: nil, name: "The Secretariat")
    _ = try door.addOrganisation("MEMBER-A", kind: "member", region: "ESA", name: "Member A")
    _ = try door.openCatalogue("TTT", title: "Train the Trainers")
    let imported = try door.importPackage(package, catalogue: "TTT")
    course = try imported.text("course")
    outcome.importedActivities = Int(imported["activities"]?.number?.int64 ?? -1)
    _ = try door.planSession("ORIGIN-1", course: course, capacity: 30)
    _ = try door.openSession("ORIGIN-1")
    let person = try door.addPerson("Amina Example", organisation: "MEMBER-A").text("id")
    let nomination = try door.nominate(person, session: "ORIGIN-1", organisation: "MEMBER-A").text("id")
    _ = try door.endorse(nomination)
    enrolment = try door.enrol(nomination: nomination).text("id")
    _ = try door.addScheme(scheme, title: "Origin of goods", issuer: "SECRETARIAT", course: course)
  }

  /// Completes every activity by statements, the last with a score.
  func learnByStatements() throws {
    let shown = try door.showEnrolment(enrolment)
    let actor = shown["xapi"]?["actor"]?.written ?? ""
    let iris = try shown["progress"]?.list("activities").map { try $0.text("iri") } ?? []
    var statements = iris.map { statement(actor, "completed", $0, result: #"{"completion": true}"#) }
    statements.append(
      statement(actor, "passed", iris.last ?? "", result: #"{"success": true, "score": {"scaled": 0.85}}"#))
    try door.recordStatements(statements)
  }

  /// Has an assessor record a score for the whole course.
  func learnByResult() throws {
    _ = try door.recordResult(enrolment, score: 85, outOf: 100)
  }

  /// Awards the certificate and gathers what came of everything.
  mutating func finish() throws {
    let shown = try door.showEnrolment(enrolment)
    outcome.enrolmentState = try shown.text("state")
    outcome.hasPassed = shown["passed"]?.boolean ?? false
    outcome.score = try shown["progress"]?.list("activities").last?["score"]?["scaled"]?.written ?? ""
    let certificate = try door.award(enrolment, scheme: scheme)
    outcome.certificateNumber = try certificate.text("number")
    let verified = try door.verify(certificate.text("code"))
    outcome.certificateState = try verified.text("state")
    outcome.holder = try verified.text("holder")
    outcome.issuer = try verified.text("issuer")
    // When a door makes itself a key is the door's own affair.
    outcome.actions = try door.history().map { try $0.text("action") }.filter { action in
      // When a door makes itself a key, and when what was awarded is signed, is the door's own affair.
      !["key create", "credential-key rotate", "certificate sign"].contains(action)
    }
    outcome.report = try JSONDocument(door.report(format: "json")).root["blocks"]?.written ?? ""
  }

  private func statement(_ actor: String, _ verb: String, _ activity: String, result: String) -> String {
    """
    {"actor": \(actor), "verb": {"id": "http://adlnet.gov/expapi/verbs/\(verb)"}, "object": {"id": "\(activity)"},
     "result": \(result), "context": {"registration": "\(enrolment)",
       "contextActivities": {"category": [{"id": "https://w3id.org/xapi/cmi5/context/categories/cmi5"}]}}}
    """
  }
}
