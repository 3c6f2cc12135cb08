@testable import HTTPEndpoint
import Files
import JSON
import Operations
import ProgramDriver
import Testing

/// The table of routes, walked.
@Suite struct RouteTests {
  /// A path of the route, with something in the place of each brace.
  private func path(of route: Route) -> String {
    "/"
      + route.pattern.segments.map { segment in
        switch segment {
        case .fixed(let text): text
        case .any: uuid(1)
        }
      }.joined(separator: "/")
  }

  /// A request on the route for what does not exist, with a body that is of no use.
  private func send(_ route: Route, _ connection: HTTPConnection) throws -> HTTPConnection.Answer {
    switch route.body {
    case .none: return try connection.send(route.method, path(of: route))
    case .json, .statements: return try connection.send(route.method, path(of: route), json: "{}")
    case .part:
      return try connection.send(
        route.method, path(of: route), ["Content-Type: application/partial-upload", "Upload-Offset: 0"],
        body: [1])
    case .document:
      // As above.
      return try connection.send(
        route.method, path(of: route) + "?dryRun=true", ["Content-Type: text/xml"], body: [1])
    case .package:
      // To look at a package is a reader's right; to store it is not.
      return try connection.send(
        route.method, path(of: route) + "?dryRun=true", ["Content-Type: application/zip"], body: [1])
    }
  }

  /// What is public by design, and nothing else.
  @Test func thePublicRoutesAreThese() {
    let open = RouteTable.shared.routes.filter { $0.access == .anyone }.map {
      "\($0.method) \($0.pattern.text)"
    }
    #expect(
      Set(open) == [
        "GET /", "GET /healthz", "GET /readyz", "GET /verify/{code}", "GET /xapi/about", "GET /api",
        // Its address is the secret.
        "POST /cmi5/fetch/{secret}",
        "GET /api/", "GET /api/openapi.json",
        // What certificates are verified by.
        "GET /credentials/keys", "GET /credentials/keys/{credentialKey}", "GET /.well-known/jwks.json",
        "GET /credentials/issuer", "GET /credentials/issuers/{issuer}",
        "GET /credentials/status/{list}/{purpose}",
        // The code is the secret.
        "GET /credentials/certificates/{code}", "GET /verify/{code}/credential.jwt",
        "GET /verify/{code}/credential.json", "GET /verify/{code}/certificate.pdf",
        "GET /credentials/certificates/{code}/pages/{page}",
      ])
  }

  @Test func noRouteIsDeclaredTwice() {
    let all = RouteTable.shared.routes.map { "\($0.method) \($0.pattern.text)" }
    #expect(all.count == Set(all).count)
  }

  /// Row 1 of the neighbours' weaknesses: anonymous × every route × method.
  @Test func anonymousAndUnknownAreTurnedAwayEverywhere() throws {
    let house = try ServedHouse()
    let unknown = Key(id: uuid(1), secret: "open sesame")
    for route in RouteTable.shared.routes where route.access != .anyone {
      // Wrong secrets that come too fast are answered otherwise.
      house.clock.advance(days: 1)
      for connection in [try house.connection(nil), try HTTPConnection(port: house.port, key: unknown)] {
        let answer = try send(route, connection)
        #expect(answer.status == 401, "\(route.method) \(route.pattern.text)")
        #expect(answer["WWW-Authenticate"]?.hasPrefix("Basic") == true)
        #expect(!answer.text.contains(unknown.secret))
      }
    }
    withExtendedLifetime(house) {}
  }

  /// A key opens what its scope reaches and no more: 403 wherever the right is lacking, and only there.
  @Test(arguments: KeyScope.allCases.filter { $0 != .api })
  func aKeyOpensItsScopeAndNoMore(_ scope: KeyScope) throws {
    let house = try ServedHouse()
    for route in RouteTable.shared.routes {
      guard case .holders(let right) = route.access else { continue }
      let answer = try send(route, house.connection(scope))
      #expect(
        (answer.status == 403) == !scope.rights.contains(right),
        "\(scope) \(route.method) \(route.pattern.text): \(answer.status)")
    }
    withExtendedLifetime(house) {}
  }

  /// HEAD is answered as GET is, without its body.
  @Test(arguments: ["/", "/healthz", "/api/v1/persons", "/api/v1/parties/NONE", "/nothing"])
  func headIsAnsweredLikeGet(_ path: String) throws {
    let house = try ServedHouse()
    let get = try house.send("GET", path)
    let head = try house.send("HEAD", path)
    #expect(head.status == get.status)
    #expect(head["Content-Type"] == get["Content-Type"])
    #expect(head["Content-Length"] == get["Content-Length"])
    #expect(head.body.isEmpty)
  }

  @Test(arguments: ["DELETE", "PATCH", "TRACE", "OPTIONS"])
  func aMethodThatAPathDoesNotTakeIs405WithThoseItTakes(_ method: String) throws {
    let house = try ServedHouse()
    let taking = Set(RouteTable.shared.routes.filter { $0.method == method }.map(\.pattern.text))
    for route in RouteTable.shared.routes where !taking.contains(route.pattern.text) {
      let answer = try house.send(method, path(of: route))
      #expect(
        answer.status == 405 || (method == "TRACE" && answer.status == 501), "\(method) \(route.pattern.text)"
      )
      #expect(answer["Allow"]?.contains(route.method) == true)
    }
  }

  @Test(arguments: [
    ("GET", "/nothing", 404), ("GET", "/api/v1", 404), ("GET", "/api/v1/", 404),
    ("GET", "/api/v1/parties/", 404),
    ("GET", "/api/v1//parties", 404), ("GET", "/api/v1/parties/A/B", 404), ("BREW", "/api/v1/parties", 501),
    ("GET", "/API/v1/parties", 404), ("GET", "/api/v1/parties%2f", 400),
    ("GET", "/api/v1/%2e%2e/parties", 400),
    ("GET", "/api/v1/%252e", 404), ("GET", "/api/v1/%c0%ae", 400), ("GET", "/api/v1/parties%00", 400),
    ("GET", "/api/v1/parties;x", 404), ("GET", "//api/v1/parties", 404),
  ])
  func pathsAreTakenAsTheyStand(_ method: String, _ path: String, _ status: Int) throws {
    #expect(try ServedHouse().send(method, path).status == status)
  }

  @Test func aParameterThatARouteDoesNotHaveIs400() throws {
    let house = try ServedHouse()
    for route in RouteTable.shared.routes where route.method == "GET" && route.access != .anyone {
      let answer = try house.send("GET", path(of: route) + "?foo=bar", ["X-Experience-API-Version: 1.0.3"])
      #expect(answer.status == 400, "\(route.pattern.text)")
    }
  }

  /// Row 38: "GET never changes the DB hash": the database's files stay as they are, octet for octet.
  @Test func lookingLeavesTheDatabaseAsItIs() throws {
    let house = try ServedHouse()
    _ = try Scene(house).earnCertificate()
    func files() throws -> [[UInt8]] {
      try ["records.sqlite", "records.sqlite-wal"].map { try File.read(house.folder($0), limit: 1 << 26) }
    }
    let before = try files()
    for route in RouteTable.shared.routes where route.method == "GET" {
      for query in ["", "?limit=2"] {
        _ = try house.send("GET", path(of: route) + query, ["X-Experience-API-Version: 1.0.3"])
      }
    }
    #expect(try files() == before)
  }

  /// Row 34: an identifier of another kind of thing names nothing here.
  @Test func identifiersOfOtherKindsNameNothing() throws {
    let house = try ServedHouse()
    let scene = try Scene(house)
    for path in [
      "persons/\(scene.enrolment)", "enrolments/\(scene.person)", "enrolments/\(scene.person)/results",
      "sessions/\(scene.enrolment)", "parties/\(scene.person)", "courses/\(scene.enrolment)",
      "keys/\(scene.person)",
      "certificates/\(scene.enrolment)", "enrolments/\(scene.enrolment)/eligibility?scheme=\(scene.person)",
    ] {
      #expect(try house.send("GET", "/api/v1/\(path)").status == 404, "\(path)")
    }
    for (path, body) in [
      ("enrolments", #"{"nomination": "\#(scene.enrolment)"}"#),
      ("nominations", #"{"person": "\#(scene.enrolment)", "session": "SPRING", "party": "MEMBER-A"}"#),
      ("certificates", #"{"enrolment": "\#(scene.person)", "scheme": "ORIGIN"}"#),
      ("results/\(scene.enrolment)/corrections", #"{"observed": "satisfactory", "reason": "x"}"#),
    ] {
      #expect(try house.send("POST", "/api/v1/\(path)", json: body).status == 404, "\(path)")
    }
  }

  /// Row 38: "GET with body: 405/400."
  @Test func aBodyWithAGetIsRefused() throws {
    let answer = try ServedHouse().send(
      "GET", "/api/v1/parties", ["Content-Type: application/json"], body: Array("{}".utf8))
    #expect(answer.status == 400)
  }

  /// Row 38: an overridden method is not understood as either.
  @Test func anOverriddenMethodIsRefused() throws {
    let house = try ServedHouse()
    let answer = try house.send(
      "POST", "/api/v1/catalogues", ["X-HTTP-Method-Override: DELETE"], json: #"{"code": "A", "titles": "A"}"#
    )
    #expect(answer.status == 400)
    #expect(try house.show("catalogues").list("items").isEmpty)
  }

  @Test(arguments: [
    ("GET", "/api/v1/parties", "X-HTTP-Method-Override"), ("HEAD", "/api/v1/parties", "X-HTTP-Method"),
    ("GET", "/verify/X", "X-Method-Override"), ("GET", "/xapi/about", "X-HTTP-Method-Override"),
    ("DELETE", "/api/v1/parties", "X-HTTP-Method-Override"),
  ])
  func anOverriddenMethodIsRefusedOnEveryMethod(method: String, path: String, header: String) throws {
    let answer = try ServedHouse().send(method, path, ["\(header): DELETE"])
    #expect(answer.status == 400)
    if method != "HEAD" { #expect(answer.text.contains("method-override")) }
  }

  @Test func whatAPathTakesIsToldExactly() throws {
    let answer = try ServedHouse().send("OPTIONS", "/api/v1/persons")
    #expect(answer["Allow"] == "GET, HEAD, POST")
  }

  @Test func everyAnswerOfTheRecordsIsKeptNowhere() throws {
    let house = try ServedHouse()
    for path in ["/api/v1/parties", "/api/v1/nothing", "/xapi/statements", "/verify/X"] {
      let answer = try house.send("GET", path)
      #expect(answer["Cache-Control"] == "no-store")
      #expect(answer["X-Content-Type-Options"] == "nosniff")
    }
  }
}
