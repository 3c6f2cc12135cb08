import Foundation
import JSON
import ProgramDriver
import Testing

/// The authorization token and how far it goes (cmi5 §6.3, §8.2).
let tokenRequirements: [UnitRequirement] = [
  UnitRequirement(
    "8.2.1", "the fetch URL MUST return a JSON structure using a Content-Type of application/json"
  ) {
    (learner) throws in
    let answer = try fetch(learner.tryLaunch("1").json.text("url"), learner)
    #expect(answer.status == 200)
    #expect(answer["Content-Type"] == "application/json")
    #expect(answer["Cache-Control"] == "no-store")
    #expect(try answer.json.names == ["auth-token"])
    let token = try answer.json.text("auth-token")
    #expect(Data(base64Encoded: token) != nil, "as RFC 1945 §11.1 has Basic credentials")
  },
  UnitRequirement(
    "8.2.3.1", "only the first request SHOULD return the auth-token; later ones generate an error"
  ) {
    (learner) throws in
    let url = try learner.tryLaunch("1").json.text("url")
    _ = try fetch(url, learner)
    for _ in 1...2 {
      let answer = try fetch(url, learner)
      #expect(answer.status == 200)
      #expect(answer["Content-Type"] == "application/json")
      #expect(try answer.json.names == ["error-code", "error-text"])
      #expect(try answer.json.text("error-code") == "1")
      #expect(try answer.json.text("error-text").isEmpty == false)
    }
  },
  UnitRequirement("8.2.3.2", "1: the AU session has expired; 2: invalid tokens") { (learner) throws in
    let url = try learner.tryLaunch("1").json.text("url")
    _ = try learner.tryLaunch("1")
    #expect(try fetch(url, learner).json.text("error-code") == "1", "abandoned by the launch behind it")
    let unknown = try HTTPConnection(port: learner.port).send("POST", "/cmi5/fetch/nothing")
    #expect(unknown.status == 200)
    #expect(try unknown.json.text("error-code") == "2")
  },
  UnitRequirement("8.2.1", "an HTTP GET is not allowed") { (learner) throws in
    let url = try learner.tryLaunch("1").json.text("url")
    #expect(try fetch(url, learner, method: "GET").status == 405)
    #expect(try fetch(url, learner).json.names == ["auth-token"], "a GET used nothing up")
  },
  UnitRequirement("8.2.1", "two at once: one token") { (learner) throws in
    let url = try learner.tryLaunch("1").json.text("url")
    let answers = try (0..<2).map { _ in try fetch(url, learner) }
    #expect(try answers.filter { try $0.json.names == ["auth-token"] }.count == 1)
  },
  UnitRequirement("8.2.2", "the authorization token MUST be limited to the duration of the session") {
    (learner) throws in
    let unit = try learner.launch("1")
    #expect(try unit.send("GET", unit.state("LMS.LaunchData")).status == 200)
    _ = try learner.launch("2")
    #expect(try unit.send("GET", unit.state("LMS.LaunchData")).status == 403)
    #expect(try unit.put(UnitSays("initialized")).status == 403)
    #expect(try unit.send("PUT", unit.state("bookmark"), "{}").status == 403)
    #expect(try unit.send("GET", "statements").status == 403)
  },
  UnitRequirement("8.2.2", "it opens the record store and nothing else") { (learner) throws in
    let unit = try learner.launch("1")
    let fields = ["Authorization: Basic \(unit.credentials)"]
    for path in ["/api/v1/enrolments/\(learner.registration)", "/api/v1/persons", "/api/v1/me", "/metrics"] {
      #expect(try HTTPConnection(port: learner.port).send("GET", path, fields).status == 403, "\(path)")
    }
    let wrong = Data("launch-\(unit.session):wrong".utf8).base64EncodedString()
    let answer = try HTTPConnection(port: learner.port).send(
      "GET", "/xapi/statements", ["Authorization: Basic \(wrong)", "X-Experience-API-Version: 1.0.3"])
    #expect(answer.status == 401)
  },
  UnitRequirement("6.3", "MUST NOT provide credentials which allow the AU to issue voiding Statements") {
    (learner) throws in
    let unit = try learner.launch("1")
    try unit.initialize()
    let target = try learner.statements("launched")[0].text("id")
    let json = UnitSays.allowed("http://adlnet.gov/expapi/verbs/voided").json(of: unit)
    let voiding = json.replacing(
      #""object": {"id": "\#(unit.activity)"}"#,
      with: #""object": {"objectType": "StatementRef", "id": "\#(target)"}"#)
    let answer = try unit.send("POST", "statements", voiding)
    #expect(answer.status == 403, "\(answer.text)")
    #expect(try learner.statements("launched").count == 1)
  },
  UnitRequirement("8.2", "others' statements and documents stay out of reach") { (learner) throws in
    let other = try Learner(learner.course).launch("1")
    try other.initialize()
    #expect(try other.send("PUT", other.state("bookmark"), #"{"page": 1}"#).status == 204)
    let unit = try learner.launch("1")
    let theirs = other.parameter("actor")
    for target in [
      other.state("bookmark"), unit.state("bookmark", agent: theirs),
      unit.state("bookmark", registration: other.learner.registration), other.state(nil),
      unit.profile("cmi5LearnerPreferences", agent: theirs),
      "statements?registration=\(other.learner.registration)", "agents?agent=\(encoded(theirs))",
    ] {
      #expect(try unit.send("GET", target).status == 403, "\(target)")
    }
    #expect(try unit.send("PUT", other.state("bookmark"), "{}").status == 403)
    #expect(try unit.send("DELETE", other.state("bookmark")).status == 403)
    let statement = try other.learner.statements("initialized")[0].text("id")
    #expect(try unit.send("GET", "statements?statementId=\(statement)").status == 404)
    let own = try unit.send("GET", "statements").json.list("statements")
    #expect(own.allSatisfy { $0["context"]?.text("registration") == learner.registration })
    #expect(!own.isEmpty)
    let otherUnit = unit.activity.replacing("/1", with: "/3")
    _ = try learner.launch("3")
    let again = try learner.launch("1")
    #expect(
      try again.send("GET", again.state("LMS.LaunchData", activity: otherUnit)).status == 403,
      "the entitlement key is another unit's")
  },
]

/// Asks the fetch address of a launch URL.
private func fetch(
  _ url: String, _ learner: Learner, method: String = "POST"
) throws -> HTTPConnection.Answer {
  let address = URLComponents(string: url)?.queryItems?.first { $0.name == "fetch" }?.value ?? ""
  return try HTTPConnection(port: learner.port).send(method, LaunchedUnit.path(of: address))
}
