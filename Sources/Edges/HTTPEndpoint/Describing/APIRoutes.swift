internal import HTTP
internal import Operations
internal import Pages
internal import Representations

extension Route {
  /// What the API says of itself: to programs, and to people.
  static let describingRoutes: [Route] = [
    Route("GET", "/api/openapi.json", .records, .anyone) { _, answering in
      answering.send(.json(APIDescription.shared.openAPI))
    },
    Route("GET", "/api/", .pages, .anyone) { _, answering in
      answering.send(.page(APIDescription.shared.page))
    },
    Route("GET", "/api", .pages, .anyone) { _, answering in
      answering.send(Response(status: 308, headers: [Response.Field("Location", "/api/")]))
    },
  ]
}

/// What the API says of itself, written once.
private struct APIDescription: Sendable {
  static let shared = APIDescription(RouteTable.shared.routes)

  let openAPI: [UInt8]
  let page: Pages.Page

  init(_ routes: [Route]) {
    openAPI = OpenAPI(routes).document
    let described = routes.filter(\.isDescribed)
    var groups: [(name: String, routes: [Route])] = []
    for route in described {
      if let place = groups.firstIndex(where: { $0.name == route.group }) {
        groups[place].routes.append(route)
      } else {
        groups.append((route.group, [route]))
      }
    }
    page =
      APIPage(
        rules: APIDescription.rules,
        groups: groups.map { APIPage.Group(name: $0.name, operations: $0.routes.map(\.operation)) }
      ).page
  }

  private static let rules = [
    "A request is made with a key, by HTTP Basic authentication: its identifier is the user, its secret the password. What a key may is said by its role or scope; what lies out of its reach is answered as if it were not there (404).",
    "What is sent is read strictly: a field or parameter that is not described here is refused. A refusal is a problem document (RFC 9457) whose “errors” name each part of the request that is at fault.",
    "A POST with an Idempotency-Key is carried out once, and answered as it was first when it comes again within 24 hours. What GET shows has an ETag; If-Match makes a change depend on it, If-None-Match spares the answer. Lists come in pages: “next” is the “after” of the page behind. With “Prefer: respond-async”, work that takes long is taken on as a job.",
  ]
}

extension Route {
  fileprivate var operation: APIPage.Operation {
    let right: String? = if case .holders(let right) = access { right.rawValue } else { nil }
    let named = pattern.segments.compactMap { segment -> APIPage.Input? in
      guard case .any(let name) = segment, let known = PathName.known[name] else { return nil }
      return APIPage.Input(Schema.Member(name, known.schema, known.meaning), place: "path")
    }
    return APIPage.Operation(
      method: method, path: pattern.text, summary: summary, right: right,
      inputs: named + (parameters ?? []).map { APIPage.Input($0, place: "query") } + bodyInputs,
      answers: answers.map { APIPage.Answer(status: $0.status, meaning: $0.meaning) },
      example: exampleCommand)
  }

  private var bodyInputs: [APIPage.Input] {
    guard let content else { return [] }
    if case .object(let members, _) = content.schema {
      return members.map { APIPage.Input($0, place: "body") }
    }
    return [
      APIPage.Input(
        name: "body", place: "as it stands", form: content.mediaTypes.joined(separator: ", "),
        isRequired: content.isRequired, meaning: "")
    ]
  }
}

extension APIPage.Input {
  fileprivate init(_ member: Schema.Member, place: String) {
    let standard = member.standard.map { "; \($0) where not given" } ?? ""
    self.init(
      name: member.name, place: place, form: member.schema.words + standard, isRequired: member.isRequired,
      meaning: member.meaning)
  }
}
