import Foundation
import ProgramDriver
import Testing

/// Launches over HTTP: what is told of them, and to whom scripts of another origin may speak.
@Suite struct LaunchTests {
  private let scene: Scene
  private var house: ServedHouse { scene.house }
  private var content: String { "http://127.0.0.1:\(house.contentPort)" }

  init() throws {
    scene = try Scene(ServedHouse())
  }

  private func launch(
    _ json: String = #"{"activity": "1"}"#, _ headers: [String] = []
  ) throws -> HTTPConnection.Answer {
    try house.send("POST", "/api/v1/enrolments/\(scene.enrolment)/launches", headers, json: json)
  }

  /// The path of the fetch address of a launch.
  private func fetchPath(_ answer: HTTPConnection.Answer) throws -> String {
    let items = URLComponents(string: try answer.json.text("url"))?.queryItems
    let address = try #require(items?.first { $0.name == "fetch" }?.value)
    return try #require(URLComponents(string: address)?.path)
  }

  @Test func aLaunchIsMadeAndCanBeLookedAt() throws {
    let answer = try launch()
    #expect(answer.status == 201)
    let id = try answer.json.text("id")
    #expect(answer["Location"] == "/api/v1/launches/\(id)")
    #expect(try answer.json.text("url").hasPrefix("\(content)/"))
    let shown = try house.send("GET", "/api/v1/launches/\(id)")
    #expect(try shown.json.text("state") == "launched")
    #expect(!shown.text.contains("fetch"), "the address is told once")
    let list = try house.show("enrolments/\(scene.enrolment)/launches").list("items")
    #expect(list.map { $0.text("id") } == [id])
  }

  /// The secret in the address is kept nowhere, not even for who asks again under the same name.
  @Test func theAddressIsToldOnce() throws {
    let first = try launch(#"{"activity": "1"}"#, ["Idempotency-Key: one"])
    let again = try launch(#"{"activity": "1"}"#, ["Idempotency-Key: one"])
    #expect(again.status == 409)
    #expect(try again.json.text("code") == "secret-told-once")
    #expect(again["Location"] == first["Location"])
    #expect(try house.show("enrolments/\(scene.enrolment)/launches").list("items").count == 1)
  }

  @Test(
    arguments: [
      (#"{"activity": "9"}"#, 422, "activity-unknown"), (#"{}"#, 422, "missing-field"),
      (#"{"activity": "1", "mode": "normal"}"#, 422, "unusable-value"),
      (#"{"activity": "1", "returnURL": "javascript:x"}"#, 422, "unusable-value"),
    ])
  func whatCannotBeLaunched(json: String, status: Int, code: String) throws {
    let answer = try launch(json)
    #expect(answer.status == status, "\(answer.text)")
    #expect(try answer.json.text("code") == code)
  }

  @Test func abandoningAndWaiving() throws {
    let enrolment = "/api/v1/enrolments/\(scene.enrolment)"
    #expect(
      try house.send("POST", "\(enrolment)/abandon", json: "{}").json.text("code") == "nothing-launched")
    _ = try launch()
    #expect(try house.send("POST", "\(enrolment)/abandon", json: "{}").json.text("state") == "abandoned")
    let waiver = #"{"activity": "1", "reason": "Tested Out"}"#
    let waived = try house.send("POST", "\(enrolment)/waivers", json: waiver)
    #expect(waived.status == 200)
    #expect(try waived.json.text("reason") == "Tested Out")
    #expect(
      try house.send("POST", "\(enrolment)/waivers", json: waiver).json.text("code") == "already-waived")
  }

  // MARK: Other origins

  /// The path of every resource that units ask, and what a preflight says of it.
  static let preflights: [(String, String)] = [
    ("/xapi/statements", "GET, POST, PUT"), ("/xapi/activities/state", "DELETE, GET, POST, PUT"),
    ("/xapi/agents/profile", "DELETE, GET, POST, PUT"), ("/xapi/about", "GET, POST"),
    ("/cmi5/fetch/secret", "POST"), ("/xapi//statements", "GET, POST, PUT"),
  ]

  @Test(arguments: preflights) func aPreflightOfTheContentOrigin(path: String, methods: String) throws {
    let asking = ["Access-Control-Request-Method: PUT", "Access-Control-Request-Headers: authorization"]
    let answer = try house.send("OPTIONS", path, ["Origin: \(content)"] + asking, scope: nil)
    #expect(answer.status == 204)
    #expect(answer["Access-Control-Allow-Origin"] == content)
    #expect(answer["Access-Control-Allow-Methods"] == methods)
    let fields = try #require(answer["Access-Control-Allow-Headers"]).split(separator: ", ").map(String.init)
    #expect(
      Set(["Authorization", "Content-Type", "X-Experience-API-Version", "If-Match"]).isSubset(of: fields))
    #expect(answer["Access-Control-Allow-Credentials"] == nil)
    let foreign = try house.send("OPTIONS", path, ["Origin: https://evil.example"] + asking, scope: nil)
    #expect(foreign["Access-Control-Allow-Origin"] == nil)
  }

  @Test func anAnswerIsSharedWithTheContentOriginAlone() throws {
    for (origin, shared) in [(content, true), ("https://evil.example", false), ("null", false)] {
      let fields = ["Origin: \(origin)", "X-Experience-API-Version: 1.0.3"]
      let answers = [
        try house.send("GET", "/xapi/statements", fields),
        try house.send("GET", "/xapi/statements?unknown=1", fields),
        try house.send("GET", "/xapi/statements", fields, scope: nil),
        try house.send("POST", "/cmi5/fetch/x", fields, scope: nil),
      ]
      #expect(answers.map(\.status) == [200, 400, 401, 200])
      for answer in answers {
        #expect(answer["Access-Control-Allow-Origin"] == (shared ? origin : nil), "\(origin)")
        #expect(answer["Vary"] == (shared ? "Origin" : nil))
      }
    }
  }

  /// The API is for no script of another origin.
  @Test func theAPIIsSharedWithNobody() throws {
    let asking = ["Origin: \(content)", "Access-Control-Request-Method: GET"]
    #expect(try house.send("OPTIONS", "/api/v1/courses", asking).status == 405)
    let answer = try house.send("GET", "/api/v1/courses", ["Origin: \(content)"])
    #expect(answer.status == 200 && answer["Access-Control-Allow-Origin"] == nil)
    let page = try house.send("GET", "/healthz", ["Origin: \(content)"], scope: nil)
    #expect(page["Access-Control-Allow-Origin"] == nil)
  }

  /// A form needs no preflight (xAPI 1.0.3 Communication 1.3: the alternate request syntax is there for that).
  @Test func aFormOfTheContentOriginIsShared() throws {
    let path = try fetchPath(launch())
    let token = try HTTPConnection(port: house.port).send("POST", path).json.text("auth-token")
    let form =
      "Authorization=Basic%20\(token.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
    let answer = try HTTPConnection(port: house.port).send(
      "POST", "/xapi/statements?method=GET",
      ["Origin: \(content)", "Content-Type: application/x-www-form-urlencoded"],
      body: Array("\(form)&X-Experience-API-Version=1.0.3".utf8))
    #expect(answer.status == 200, "\(answer.text)")
    #expect(answer["Access-Control-Allow-Origin"] == content)
    #expect(try answer.json.list("statements").count == 1, "the launched statement of its own registration")
  }

  @Test func aUnitElsewhereIsSharedWithOnceItWasLaunched() throws {
    let origin = "https://units.example:8443"
    let package = Package.cmi5(4, lessons: 1).replacing(
      "cmi5.xml",
      Package.cmi5(4, lessons: 1).files[0].content.replacing("lessons/1.html", with: "\(origin)/start?x=1"))
    let report = try house.send(
      "POST", "/api/v1/imports?code=AWAY&name=away.zip", ["Content-Type: application/zip"], body: package.zip)
    #expect(report.status == 201, "\(report.text)")
    try house.make("courses/AWAY/publish", "{}")
    try house.make(
      "sessions",
      #"{"code": "AWAY", "course": "AWAY", "mode": "self-paced", "days": {"from": "2026-03-01", "to": "2026-03-31"}}"#
    )
    try house.make("sessions/AWAY/open", "{}")
    let enrolment = try house.make(
      "enrolments", #"{"person": "\#(scene.person)", "session": "AWAY"}"#
    ).text("id")
    let fields = ["Origin: \(origin)", "X-Experience-API-Version: 1.0.3"]
    #expect(try house.send("GET", "/xapi/statements", fields)["Access-Control-Allow-Origin"] == nil)
    let launched = try house.make("enrolments/\(enrolment)/launches", #"{"activity": "1"}"#)
    #expect(launched.text("url").hasPrefix("\(origin)/start?x=1&endpoint="))
    #expect(try house.send("GET", "/xapi/statements", fields)["Access-Control-Allow-Origin"] == origin)
  }

  /// “Exactly one token ever.”
  @Test func ofManyWhoFetchTheTokenOneHasIt() async throws {
    let (path, port) = (try fetchPath(launch()), house.port)
    let tokens = try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 1...8 {
        group.addTask { try HTTPConnection(port: port).send("POST", path).text.contains("auth-token") }
      }
      return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(tokens == 1)
  }

  /// A body is taken and not looked at: some units send one with the request for their token.
  @Test func theTokenIsGivenWhateverBodyComes() throws {
    let path = try fetchPath(launch())
    let answer = try HTTPConnection(port: house.port).send("POST", path, json: "{}", [])
    #expect(answer.status == 200)
    #expect(try answer.json.text("auth-token").isEmpty == false)
  }
}
