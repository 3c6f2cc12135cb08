/// Every route there is. Tests walk it: a route that is not here does not exist.
struct RouteTable: Sendable {
  static let shared = RouteTable(
    Route.statementRoutes + Route.storedDocumentRoutes + Route.pageRoutes + Route.watchingRoutes
      + Route.peopleRoutes
      + Route.standardRoutes + Route.courseRoutes
      + Route.importRoutes + Route.rosterRoutes + Route.documentRoutes + Route.sessionRoutes
      + Route.nominationRoutes
      + Route.enrolmentRoutes + Route.assignmentRoutes + Route.resultRoutes + Route.schemeRoutes
      + Route.certificateRoutes + Route.reportRoutes
      + Route.historyRoutes + Route.keyRoutes)

  let routes: [Route]
  /// Those whose path has no braces, by path.
  private let fixed: [String: [Route]]
  private let patterned: [Route]

  init(_ routes: [Route]) {
    self.routes = routes
    fixed = Dictionary(grouping: routes.filter(\.pattern.isFixed)) { $0.pattern.text }
    patterned = routes.filter { !$0.pattern.isFixed }
  }

  /// What a request leads to.
  enum Finding {
    case route(Route, captures: [String])
    /// The path is known, with these methods.
    case methodNotAllowed([String])
    /// The path is known, and HTTP knows no such method.
    case unknownMethod
    case nothing
  }

  /// One look-up for a fixed path; else cost grows with the number of patterned routes. HEAD is answered as GET.
  func find(_ method: String, _ path: String) -> Finding {
    let method = method == "HEAD" ? "GET" : method
    if let here = fixed[path] {
      let found = here.first { $0.method == method }
      return found.map { .route($0, captures: []) } ?? refusal(of: method, allowed: here)
    }
    let segments = segmentTexts(of: path)
    let here = patterned.filter { $0.pattern.captures(in: segments) != nil }
    if let found = here.first(where: { $0.method == method }) {
      return .route(found, captures: found.pattern.captures(in: segments) ?? [])
    }
    return here.isEmpty ? .nothing : refusal(of: method, allowed: here)
  }

  private func refusal(of method: String, allowed: [Route]) -> Finding {
    RouteTable.knownMethods.contains(method) ? .methodNotAllowed(allowed.map(\.method)) : .unknownMethod
  }

  /// The methods of RFC 9110 §9.3 and RFC 5789.
  private static let knownMethods: Set<String> = [
    "GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH",
  ]
}
