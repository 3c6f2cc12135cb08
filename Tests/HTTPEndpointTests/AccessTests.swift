import HTTP
@testable import HTTPEndpoint
import Operations
import ProgramDriver
import Testing

@Suite struct AccessTests {
  /// What anyone may ask for; all else needs a key.
  static let open: Set<String> = [
    "GET /", "GET /healthz", "GET /readyz", "GET /verify/{code}", "GET /xapi/about",
  ]

  @Test func withoutAKeyOnlyThePublicRoutesAnswer() throws {
    let served = try Served()
    for route in RouteTable.shared.routes {
      let name = "\(route.method) \(route.pattern.text)"
      let answer = try ask(route, through: served.anonymous())
      #expect((answer.status != 401) == AccessTests.open.contains(name), "\(name): \(answer.status)")
      if answer.status == 401 { #expect(answer["WWW-Authenticate"]?.hasPrefix("Basic ") == true, "\(name)") }
    }
  }

  static let scopes: [(scope: KeyScope, rights: Set<String>)] = [
    (scope: .read, rights: ["records:read", "statements:read"]),
    (scope: .xapi, rights: ["statements:read", "statements:write"]),
    (scope: .xapiWrite, rights: ["statements:write"]),
  ]

  @Test(arguments: scopes)
  func aKeyOpensItsScopeAndNoMore(scope: KeyScope, rights: Set<String>) throws {
    let served = try Served()
    for route in RouteTable.shared.routes {
      guard case .holders(let right) = route.access else { continue }
      let answer = try ask(route, through: served.connection(scope))
      let isForbidden = answer.status == 403
      #expect(
        isForbidden == !rights.contains(right.rawValue),
        "\(scope) \(route.method) \(route.pattern.text): \(answer.status)")
    }
  }

  @Test func aReaderLooksAtAPackageAndDoesNotStoreIt() throws {
    let served = try Served()
    let (reader, zip) = (try served.connection(.read), try Package.cmi5().zip)
    let headers = ["Content-Type: application/zip"]
    #expect(try reader.send("POST", "/api/v1/imports?dryRun=true", headers, body: zip).status == 200)
    #expect(try reader.send("POST", "/api/v1/imports", headers, body: zip).status == 403)
    #expect(try reader.send("GET", "/api/v1/courses").list("items").isEmpty)
  }

  @Test func aRevokedKeyOpensNothingAtOnce() throws {
    let served = try Served()
    let key = try served.registrar.key(.read)
    let connection = try HTTPConnection(port: served.server.port, key: key)
    #expect(try connection.send("GET", "/api/v1/courses").status == 200)
    #expect(try served.connection().send("POST", "/api/v1/keys/\(key.id)/revoke").status == 200)
    #expect(try connection.send("GET", "/api/v1/courses").status == 401)
  }

  @Test(arguments: [
    ("another scheme", "Bearer abc"), ("no base 64", "Basic ???"), ("no colon", "Basic \(base64("abc"))"),
    ("unknown", "Basic \(base64("0197f000-0000-7000-8000-000000000000:secret"))"), ("empty", "Basic "),
  ])
  func whatIsNoKeyIsRefused(what: String, header: String) throws {
    let served = try Served()
    let answer = try served.anonymous().send("GET", "/api/v1/courses", ["Authorization: \(header)"])
    #expect(answer.status == 401, "\(what)")
  }

  /// Asks a route for something that does not exist, with a body that is of no use.
  private func ask(_ route: Route, through connection: HTTPConnection) throws -> HTTPConnection.Answer {
    let path = route.pattern.segments.map { segment in
      switch segment {
      case .fixed(let text): text
      case .any: "0197f000-0000-7000-8000-000000000000"
      }
    }.joined(separator: "/")
    switch route.body {
    case .none: return try connection.send(route.method, "/" + path)
    case .json: return try connection.send(route.method, "/" + path, json: "{}")
    case .package:
      // To look at a package is a reader's right; to store it is not.
      return try connection.send(
        route.method, "/\(path)?dryRun=true", ["Content-Type: application/zip"], body: [1])
    }
  }
}
