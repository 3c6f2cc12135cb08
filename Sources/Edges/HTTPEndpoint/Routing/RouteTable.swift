/// Every route there is. Tests walk it: a route that is not here does not exist.
struct RouteTable: Sendable {
  static let shared = RouteTable(
    Route.statementRoutes + Route.pageRoutes + Route.peopleRoutes + Route.standardRoutes + Route.courseRoutes
      + Route.importRoutes + Route.sessionRoutes + Route.nominationRoutes + Route.enrolmentRoutes
      + Route.resultRoutes + Route.schemeRoutes + Route.certificateRoutes + Route.reportRoutes
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
    /// No path here has the method, and HTTP does not know it either.
    case unknownMethod
    case nothing
  }

  /// One look-up for a fixed path; else cost grows with the number of patterned routes. HEAD is answered as GET.
  func find(_ method: String, _ path: String) -> Finding {
    let method = method == "HEAD" ? "GET" : method
    if let here = fixed[path] { return choose(method, among: here.map { ($0, []) }) }
    let segments = segmentTexts(of: path)
    let here = patterned.compactMap { route in route.pattern.captures(in: segments).map { (route, $0) } }
    if here.isEmpty {
      return method == "OPTIONS" && path == "*" ? .methodNotAllowed(["GET", "POST", "PUT"]) : .nothing
    }
    return choose(method, among: here)
  }

  private func choose(_ method: String, among here: [(route: Route, captures: [String])]) -> Finding {
    if let found = here.first(where: { $0.route.method == method }) {
      return .route(found.route, captures: found.captures)
    }
    return RouteTable.knownMethods.contains(method)
      ? .methodNotAllowed(here.map(\.route.method)) : .unknownMethod
  }

  /// The methods of RFC 9110 §9.3 and RFC 5789.
  private static let knownMethods: Set<String> = [
    "GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH",
  ]
}
