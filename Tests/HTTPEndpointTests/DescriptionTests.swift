@testable import HTTPEndpoint
import Foundation
import JSON
import ProgramDriver
import Representations
import Testing

/// What the API says of itself: OpenAPI 3.1 for programs, a page for people; both written from what is checked.
@Suite struct DescriptionTests {
  private static var described: [Route] { RouteTable.shared.routes.filter { $0.family == .records } }

  @Test func theDescriptionIsOpenToAnyone() throws {
    let house = try ServedHouse()
    let answer = try house.send("GET", "/api/openapi.json", scope: nil)
    #expect(answer.status == 200)
    #expect(answer["Content-Type"] == "application/json")
    #expect(try answer.json.text("openapi") == "3.1.0")
    let moved = try house.send("GET", "/api", scope: nil)
    #expect(moved.status == 308 && moved["Location"] == "/api/")
  }

  @Test func everyRouteOfTheRecordsIsDescribed() {
    for route in DescriptionTests.described where route.pattern.text != "/api/openapi.json" {
      #expect(!route.summary.isEmpty && route.summary.hasSuffix("."), "\(route.name)")
      #expect(DescriptionChecking.shared.operation(route) != nil, "\(route.name)")
      #expect(!route.answers.isEmpty, "\(route.name)")
      for case .any(let name) in route.pattern.segments {
        #expect(PathName.known[name] != nil, "\(route.name)")
      }
    }
  }

  /// Names are given once, references lead somewhere, and every operation has a name of its own.
  @Test func theDescriptionHoldsTogether() throws {
    let document = DescriptionChecking.shared.document
    let text = String(decoding: document.raw, as: UTF8.self)
    let checking = SchemaChecking(document: document)
    for match in text.matches(of: /"\$ref":"([^"]+)"/) { _ = checking.resolved(String(match.1)) }
    let names = text.matches(of: /"operationId":"([^"]+)"/).map { String($0.1) }
    #expect(names.count == Set(names).count)
    #expect(names.contains("post-sessions-session-open"))
    let schemas = try #require(document["components"]?["schemas"]?.members).map(\.name.string)
    for name in schemas { #expect(text.contains("#/components/schemas/\(name)\""), "\(name) is referred to") }
  }

  /// What is described is what is taken: the example of each body is read, and one member more is refused.
  @Test func examplesAreTakenAndNothingElse() throws {
    let house = try ServedHouse()
    let ofForm: Set = [
      "unknown-field", "missing-field", "unusable-value", "wrong-type", "json-malformed", "unknown-parameter",
      "missing-parameter", "content-type",
    ]
    for route in DescriptionTests.described where route.method == "POST" {
      guard let body = route.exampleBody else { continue }
      let answer = try house.send("POST", route.exampleTarget, json: body)
      let code = answer.status >= 400 ? try answer.json.text("code") : ""
      #expect(!ofForm.contains(code), "\(route.name) \(body): \(answer.text)")
      let more = body == "{}" ? #"{"colour": "red"}"# : String(body.dropLast()) + #","colour":"red"}"#
      let refused = try house.send("POST", route.exampleTarget, json: more)
      #expect(try refused.json.text("code") == "unknown-field", "\(route.name): \(refused.text)")
    }
  }

  @Test func exampleQueriesAreTaken() throws {
    let house = try ServedHouse()
    for route in DescriptionTests.described where route.method == "GET" && route.isDescribed {
      let answer = try house.send("GET", route.exampleTarget)
      #expect([200, 404].contains(answer.status), "\(route.exampleTarget): \(answer.text)")
    }
  }

  /// A parameter that is described as boolean is `true` or `false`, and whatever else is sent is refused by its name.
  @Test(arguments: ["", "=", "=1", "=0", "=TRUE", "=False", "=yes", "=true%20", "=null", "=%22true%22"])
  func aTruthIsTrueOrFalse(_ value: String) throws {
    let house = try ServedHouse()
    var names: Set<String> = []
    for route in DescriptionTests.described {
      for parameter in route.parameters ?? [] {
        guard case .truth = parameter.schema else { continue }
        names.insert(parameter.name)
        let type =
          switch route.body {
          case .package, .document: ["Content-Type: \(route.content?.mediaTypes.first ?? "")"]
          case .none, .json, .statements, .part: [String]()
          }
        let answer = try house.send(
          route.method, "\(route.pattern.text)?\(parameter.name)\(value)", type,
          body: type.isEmpty ? nil : [1])
        #expect(answer.status == 400, "\(route.name): \(answer.text)")
        #expect(answer["Content-Type"] == "application/problem+json")
        #expect(try answer.json.list("errors").first?.text("parameter") == parameter.name)
      }
    }
    #expect(
      names == [
        "revoked", "inDoubt", "untold", "dryRun", "acceptGoodRows", "related_agents", "related_activities",
        "all", "knownOnly",
      ])
  }

  /// A text in a path that is not of the form described names nothing.
  @Test func whatIsNotOfAPathsFormIsNotThere() throws {
    let house = try ServedHouse()
    for route in DescriptionTests.described where route.method == "GET" && !route.pattern.isFixed {
      let path =
        "/"
        + route.pattern.segments.map { segment in
          switch segment {
          case .fixed(let text): text
          case .any: "a%20b"
          }
        }.joined(separator: "/")
      let query = (route.parameters ?? []).contains { $0.isRequired } ? "?scheme=A" : ""
      #expect(try house.send("GET", path + query).status == 404, "\(path)")
    }
  }

  /// The page lists every route with its example, needs no script, and has a place for each thing to go to.
  @Test func thePageListsEveryRoute() throws {
    let house = try ServedHouse()
    let answer = try house.send("GET", "/api/", scope: nil)
    #expect(answer.status == 200)
    #expect(answer["Content-Type"] == "text/html; charset=utf-8")
    #expect(answer["Content-Security-Policy"]?.hasPrefix("default-src 'none'") == true)
    let page = answer.text
    for route in DescriptionTests.described where route.isDescribed {
      #expect(page.contains("<b>\(route.method)</b> \(route.pattern.text)</code>"), "\(route.name)")
      #expect(
        page.contains(route.summary.replacing("’", with: "’").replacing("'", with: "&#39;")), "\(route.name)")
    }
    #expect(!page.contains("<script") && !page.contains(" style="))
    for match in page.matches(of: /href="#([^"]+)"/) { #expect(page.contains("id=\"\(match.1)\"")) }
  }
}
