import Foundation
import JSON
import ProgramDriver
import Synchronization
import Testing

/// One requirement of cmi5 (Quartz) for an LMS, quoted, and how the program is held to it.
struct UnitRequirement: Sendable, CustomTestStringConvertible {
  let section: String
  let quote: String
  let holds: @Sendable (Learner) throws -> Void

  init(_ section: String, _ quote: String, _ holds: @escaping @Sendable (Learner) throws -> Void) {
    (self.section, self.quote, self.holds) = (section, quote, holds)
  }

  var testDescription: String { "cmi5 §\(section): \(quote)" }

  func check() throws {
    try holds(Learner(UnitCourse.shared.get()))
  }

  /// Statements, each made of a keeping one by a change, that are refused with 403 and change nothing.
  static func refuses(
    _ section: String, _ quote: String, in mode: String = "Normal",
    _ changes: [@Sendable (inout UnitSays) -> Void]
  ) -> UnitRequirement {
    UnitRequirement(section, quote) { (learner) throws in
      let unit = try learner.launch("2", mode: mode)
      try unit.initialize()
      for change in changes {
        var says = UnitSays("passed", scaled: "0.9")
        change(&says)
        let rule = section.split(separator: " ")[0]
        #expect(try unit.refuses(says, "\(rule))"), "\(says)")
        #expect(try unit.find(says).status == 404)
      }
    }
  }
}

/// A course with every kind of unit, imported once into the program under test.
final class UnitCourse: Sendable {
  static let shared = Result { try UnitCourse() }

  let store: StoreUnderTest
  private let learners = Atomic(0)

  private init() throws {
    store = try StoreUnderTest.shared.get()
    let party = #"{"code": "LEARNERS", "kind": "donor", "names": "L", "validity": {"from": "2020-01-01"}}"#
    try make("parties", party)
    let zip = try Package([("cmi5.xml", UnitCourse.structure)] + UnitCourse.files).zip
    let imported = try HTTPConnection(port: store.port, key: store.key).send(
      "POST", "/api/v1/imports?code=UNITS", ["Content-Type: application/zip"], body: zip)
    guard imported.status == 201 else { throw DriverError("\(imported.status) \(imported.text)") }
    try make("courses/UNITS/publish", "{}")
    try make(
      "sessions",
      #"{"code": "UNITS-1", "course": "UNITS", "mode": "self-paced", "days": {"from": "2020-01-01", "to": "2039-12-31"}}"#
    )
    try make("sessions/UNITS-1/open", "{}")
  }

  @discardableResult
  func make(_ path: String, _ json: String) throws -> JSONValue {
    let answer = try ask("POST", path, json)
    guard answer.status == 200 || answer.status == 201 else {
      throw DriverError("\(path): \(answer.status) \(answer.text)")
    }
    return try answer.json
  }

  func ask(_ method: String, _ path: String, _ json: String? = nil) throws -> HTTPConnection.Answer {
    let connection = try HTTPConnection(port: store.port, key: store.key)
    guard let json else { return try connection.send(method, "/api/v1/\(path)") }
    return try connection.send(method, "/api/v1/\(path)", json: json, [])
  }

  func nextNumber() -> Int { learners.add(1, ordering: .relaxed).newValue }

  private static let files = ["one.html", "two.html", "three é.html", "four.html", "five.html"].map {
    (name: "lessons/\($0)", content: "<p>\($0)</p>")
  }

  /// Units 1 and 2 in a block, 3 in another that asks for nothing, 4 to 6 beside them.
  static let structure = """
    <?xml version="1.0" encoding="utf-8"?>
    <courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
      <course id="urn:units:course">\(named("Units"))</course>
      <block id="urn:units:block:1">\(named("Learning"))
        \(unit(1, #"moveOn="Completed""#, "lessons/one.html"))
        \(unit(2, #"moveOn="Passed" masteryScore="0.8""#, "lessons/two.html"))
      </block>
      <block id="urn:units:block:2">\(named("Further reading"))
        \(unit(3, "", "lessons/three%20é.html?page=1&amp;full=é#top",
          "<launchParameters>speed=1&amp;x={}</launchParameters><entitlementKey>\n key-of-the-publisher\n</entitlementKey>"))
      </block>
      \(unit(4, #"moveOn="CompletedOrPassed" launchMethod="OwnWindow""#, "lessons/four.html"))
      \(unit(5, #"moveOn="CompletedAndPassed" masteryScore="0.5""#, "lessons/five.html"))
      \(unit(6, #"moveOn="NotApplicable""#, "https://units.example/start?course=6"))
    </courseStructure>
    """

  private static func named(_ name: String) -> String {
    "<title><langstring lang=\"en\">\(name)</langstring></title><description><langstring lang=\"en\">\(name)</langstring></description>"
  }

  private static func unit(_ number: Int, _ rule: String, _ url: String, _ more: String = "") -> String {
    "<au id=\"urn:units:au:\(number)\" \(rule)>\(named("Unit \(number)"))<url>\(url)</url>\(more)</au>"
  }
}

/// A learner in a registration of their own.
struct Learner: Sendable {
  let course: UnitCourse
  let person: String
  let registration: String

  init(_ course: UnitCourse) throws {
    self.course = course
    person = try course.make("persons", #"{"name": "Learner \#(course.nextNumber())"}"#).text("id")
    registration = try course.make("enrolments", #"{"person": "\#(person)", "session": "UNITS-1"}"#).text(
      "id")
  }

  var port: UInt16 { course.store.port }

  /// Asks for a launch, whatever comes of it.
  func tryLaunch(_ activity: String, mode: String = "Normal", more: String = "") throws
    -> HTTPConnection.Answer
  {
    try course.ask(
      "POST", "enrolments/\(registration)/launches",
      #"{"activity": "\#(activity)", "mode": "\#(mode)"\#(more)}"#)
  }

  func launch(_ activity: String, mode: String = "Normal", more: String = "") throws -> LaunchedUnit {
    let answer = try tryLaunch(activity, mode: mode, more: more)
    guard answer.status == 201 else { throw DriverError("\(answer.status) \(answer.text)") }
    return try LaunchedUnit(self, answer.json)
  }

  func waive(_ activity: String, reason: String = "Tested Out") throws -> HTTPConnection.Answer {
    try course.ask(
      "POST", "enrolments/\(registration)/waivers",
      #"{"activity": "\#(activity)", "reason": "\#(reason)"}"#)
  }

  /// Has a unit say in a session of its own what satisfies it.
  func satisfy(_ activity: String, _ says: [UnitSays]) throws {
    let unit = try launch(activity)
    try unit.initialize()
    for var one in says {
      one.timestamp = UnitSays.now
      try unit.say(one)
    }
    try unit.terminate()
  }

  /// The statements of the registration, oldest first, of a verb where one is named.
  func statements(_ verb: String? = nil) throws -> [JSONValue] {
    let answer = try HTTPConnection(port: port, key: course.store.key).send(
      "GET", "/xapi/statements?ascending=true&registration=\(registration)",
      ["X-Experience-API-Version: 1.0.3"])
    return try answer.json.list("statements").filter { statement in
      verb == nil || statement["verb"]?.text("id").hasSuffix("/\(verb ?? "")") == true
    }
  }

  /// The verbs of the registration's statements, oldest first.
  func verbs() throws -> [String] {
    try statements().map { String($0["verb"]?.text("id").split(separator: "/").last ?? "") }
  }

  /// What the course's blocks and itself are called in statements that they are satisfied, oldest first.
  func satisfied() throws -> [String] {
    try statements("satisfied").map { statement in
      let type = statement["object"]?["definition"]?.text("type") ?? ""
      let id = statement["object"]?.text("id") ?? ""
      return type.hasSuffix("/course") ? "course" : String(id.split(separator: "/").last ?? "")
    }
  }
}

/// A unit that was launched, as its own page sees it.
struct LaunchedUnit: Sendable {
  let learner: Learner
  let session: String
  let url: URLComponents
  let credentials: String

  init(_ learner: Learner, _ launch: JSONValue) throws {
    self.learner = learner
    session = launch.text("id")
    guard let url = URLComponents(string: launch.text("url")) else {
      throw DriverError("no address: \(launch.text("url"))")
    }
    self.url = url
    let path = LaunchedUnit.path(of: url.queryItems?.first { $0.name == "fetch" }?.value ?? "")
    let answer = try HTTPConnection(port: learner.port).send("POST", path)
    credentials = try answer.json.text("auth-token")
  }

  /// The path of an address of the program under test.
  static func path(of address: String) -> String { URLComponents(string: address)?.path ?? "" }

  func parameter(_ name: String) -> String { url.queryItems?.first { $0.name == name }?.value ?? "" }

  var activity: String { parameter("activityId") }

  /// A request with the token of the launch.
  func send(
    _ method: String, _ target: String, _ json: String? = nil, _ headers: [String] = []
  ) throws -> HTTPConnection.Answer {
    let fields =
      ["Authorization: Basic \(credentials)", "X-Experience-API-Version: 1.0.3"]
      + (json == nil || headers.contains { $0.hasPrefix("Content-Type:") }
        ? [] : ["Content-Type: application/json"])
      + headers
    return try HTTPConnection(port: learner.port).send(
      method, "/xapi/\(target)", fields, body: json.map { Array($0.utf8) })
  }

  // MARK: Statements

  func put(_ says: UnitSays) throws -> HTTPConnection.Answer {
    let id = says.id ?? says.ownID
    return try send("PUT", "statements?statementId=\(id)", says.json(of: self))
  }

  func find(_ says: UnitSays) throws -> HTTPConnection.Answer {
    try HTTPConnection(port: learner.port, key: learner.course.store.key).send(
      "GET", "/xapi/statements?statementId=\(says.id ?? says.ownID)", ["X-Experience-API-Version: 1.0.3"])
  }

  /// Says something that is taken.
  func say(_ says: UnitSays) throws {
    let answer = try put(says)
    guard answer.status == 204 else { throw DriverError("\(says): \(answer.status) \(answer.text)") }
  }

  /// Whether a statement is refused by a rule of a section, or of one below it where no bracket ends the section.
  func refuses(_ says: UnitSays, _ section: String = "9.3") throws -> Bool {
    let answer = try put(says)
    return answer.status == 403 && answer.text.contains("(cmi5 §\(section)")
  }

  func initialize() throws { try say(UnitSays("initialized")) }
  func terminate() throws { try say(UnitSays("terminated")) }

  // MARK: Documents

  /// The address of a state document of this unit.
  func state(_ id: String?, activity: String? = nil, agent: String? = nil, registration: String? = nil)
    -> String
  {
    let parts = [
      ("activityId", activity ?? self.activity), ("agent", agent ?? parameter("actor")),
      ("registration", registration ?? learner.registration),
    ]
    let all = parts + (id.map { [("stateId", $0)] } ?? [])
    return "activities/state?" + all.map { "\($0.0)=\(encoded($0.1))" }.joined(separator: "&")
  }

  func profile(_ id: String, agent: String? = nil) -> String {
    "agents/profile?profileId=\(id)&agent=\(encoded(agent ?? parameter("actor")))"
  }

  var launchData: JSONValue { get throws { try send("GET", state("LMS.LaunchData")).json } }
}

/// One statement of a unit: by itself it keeps every rule; a test takes one part away or puts another in its place.
struct UnitSays: Sendable {
  var verb: String
  var id: String?
  let ownID = UUID().uuidString.lowercased()
  var actor: String?
  var object: String?
  var registration: String?
  var session: String?
  var grouping: String?
  var categories: [String]
  var result: [String: String]
  var mastery: String?
  var timestamp: String? = UnitSays.now

  /// By the verb of a defined statement.
  init(_ verb: String, scaled: String? = nil) {
    self.verb = "http://adlnet.gov/expapi/verbs/\(verb)"
    categories = ["cmi5"]
    result = [:]
    switch verb {
    case "completed": result = ["completion": "true", "duration": #""PT1S""#]
    case "passed": result = ["success": "true", "duration": #""PT1S""#]
    case "failed": result = ["success": "false", "duration": #""PT1S""#]
    case "terminated": result = ["duration": #""PT9S""#]
    default: break
    }
    if result["completion"] != nil || result["success"] != nil { categories.append("moveon") }
    if let scaled {
      result["score"] = #"{"scaled": \#(scaled)}"#
      mastery = "0.8"
    }
  }

  /// A statement that cmi5 only allows.
  static func allowed(_ verb: String) -> UnitSays {
    var says = UnitSays("experienced")
    says.verb = verb
    says.categories = []
    return says
  }

  static var now: String { Date.now.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true)) }

  func json(of unit: LaunchedUnit) -> String {
    let prefix = "https://w3id.org/xapi/cmi5/context"
    let category = categories.map { #"{"id": "\#(prefix)/categories/\#($0)"}"# }.joined(separator: ", ")
    let results = result.sorted { $0.key < $1.key }.map { #""\#($0.key)": \#($0.value)"# }
    let masteryScore = mastery.map { #", "\#(prefix)/extensions/masteryscore": \#($0)"# } ?? ""
    let parts = [
      id == "" ? nil : #""id": "\#(id ?? ownID)""#, #""actor": \#(actor ?? unit.parameter("actor"))"#,
      #""verb": {"id": "\#(verb)"}"#, #""object": {"id": "\#(object ?? unit.activity)"}"#,
      results.isEmpty ? nil : #""result": {\#(results.joined(separator: ", "))}"#,
      """
      "context": {"registration": "\(registration ?? unit.learner.registration)",
       "contextActivities": {"category": [\(category)], "grouping": [{"id": "\(grouping ?? publisher(unit))"}]},
       "extensions": {"\(prefix)/extensions/sessionid": "\(session ?? unit.session)"\(masteryScore)}}
      """,
      timestamp.map { #""timestamp": "\#($0)""# },
    ]
    return "{" + parts.compactMap(\.self).joined(separator: ", ") + "}"
  }

  private func publisher(_ unit: LaunchedUnit) -> String {
    "urn:units:au:\(unit.activity.split(separator: "/").last ?? "")"
  }
}
