@testable import HTTPEndpoint
import Foundation
import JSON
import ProgramDriver
import Testing

/// Holds every answer that the tests meet against the API's description of itself.
struct DescriptionChecking {
  static let shared = DescriptionChecking()

  let document: JSONValue
  private let checking: SchemaChecking

  private init() {
    do {
      document = try JSONDocument(OpenAPI(RouteTable.shared.routes).document).root
    } catch {
      preconditionFailure("the description is no JSON: \(error)")
    }
    checking = SchemaChecking(document: document)
  }

  /// Records an issue where the answer is not among those that its route declares, or not of their form.
  func check(_ answer: HTTPConnection.Answer, to method: String, _ target: String) {
    let path = String(target.prefix { $0 != "?" }).removingPercentEncoding ?? target
    guard case .route(let route, _) = RouteTable.shared.find(method, path), route.isDescribed,
      method != "HEAD", let operation = operation(route)
    else { return }
    let place = "\(method) \(target): \(answer.status) \(answer.text.prefix(500))"
    // What an earlier request was answered is another route's matter.
    if route.pattern.text == "/api/v1/jobs/{job}/outcome" { return }
    let isProblem = answer["Content-Type"] == "application/problem+json"
    guard let declared = response(answer.status, of: operation) else {
      return #expect(isProblem, "not described: \(place)")
    }
    #expect(
      Set(declared.headerNames).isSubset(of: Set(answer.headers.map { $0.name.lowercased() })), "\(place)")
    guard let type = answer["Content-Type"]?.prefix(while: { $0 != ";" }), !answer.body.isEmpty else {
      return
    }
    guard let schema = declared.schema(of: String(type)) else {
      return #expect(Bool(false), "no \(type) described: \(place)")
    }
    // JSON lines are several JSON texts.
    guard type.hasSuffix("json"), type != "application/x-ndjson" else { return }
    expect(answer, against: schema, isProblem, place)
  }

  private func expect(
    _ answer: HTTPConnection.Answer, against schema: JSONValue, _ isProblem: Bool, _ place: String
  ) {
    do {
      let body = try answer.json
      let faults = checking.faults(of: body, against: schema)
      #expect(faults.isEmpty, "\(faults): \(place)")
      guard isProblem, let status = Problem.Status(rawValue: answer.status) else { return }
      let code = body["code"]?.string ?? ""
      #expect(
        Problem.codes[status]?.contains(code) == true,
        "\(code) is not among the codes of \(answer.status): \(place)")
    } catch {
      Issue.record("\(error): \(place)")
    }
  }

  func operation(_ route: Route) -> JSONValue? {
    document["paths"]?.member(named: route.pattern.text)?.member(named: route.method.lowercased())
  }

  private func response(_ status: Int, of operation: JSONValue) -> DescribedResponse? {
    let responses = operation.member(named: "responses")
    guard var found = responses?.member(named: String(status)) ?? responses?.member(named: "default") else {
      return nil
    }
    if let reference = found["$ref"]?.string { found = checking.resolved(reference) }
    return DescribedResponse(value: found)
  }
}

private struct DescribedResponse {
  let value: JSONValue

  /// The fields that the answer always has.
  var headerNames: [String] {
    let members = value["headers"]?.members.map(Array.init) ?? []
    return members.filter { $0.value["required"]?.boolean == true }.map { $0.name.string.lowercased() }
  }

  func schema(of type: String) -> JSONValue? {
    value["content"]?.member(named: type)?["schema"]
  }
}
