/// Every route there is. Tests walk it: a route that is not here does not exist.
struct RouteTable: Sendable {
  static let shared = RouteTable(
    Route.statementRoutes + Route.storedDocumentRoutes + Route.pageRoutes + Route.credentialRoutes
      + Route.watchingRoutes
      + Route.fetchRoutes + Route.describingRoutes + Route.ownRoutes + Route.peopleRoutes
      + Route.erasureRoutes
      + Route.standardRoutes + Route.courseRoutes + Route.catalogueRoutes
      + Route.importRoutes + Route.uploadRoutes + Route.rosterRoutes + Route.tableRoutes
      + Route.documentRoutes
      + Route.sessionRoutes
      + Route.fundingRoutes + Route.evaluationRoutes
      + Route.nominationRoutes
      + Route.enrolmentRoutes + Route.launchRoutes + Route.toolRoutes + Route.assignmentRoutes
      + Route.involvementRoutes
      + Route.resultRoutes
      + Route.poolRoutes + Route.accreditationRoutes + Route.expertRoutes
      + Route.observationRoutes
      + Route.schemeRoutes
      + Route.certificateRoutes + Route.proposalRoutes + Route.reportRoutes + Route.issuedReportRoutes
      + Route.learnerRoutes + Route.namedReportRoutes + Route.definedReportRoutes
      + Route.historyRoutes + Route.keyRoutes + Route.credentialKeyRoutes + Route.jobRoutes
      + Route.statementLineRoutes
      + Route.forwardingRoutes + Route.webhookRoutes)

  let routes: [Route]
  /// Those whose path has no braces, by path.
  private let fixed: [String: [Route]]
  private let patterned: [Route]
  /// The route that shows what a changing one changes, by the latter's path.
  private let resources: [String: Route]

  init(_ routes: [Route]) {
    self.routes = routes
    fixed = Dictionary(grouping: routes.filter(\.pattern.isFixed)) { $0.pattern.text }
    patterned = routes.filter { !$0.pattern.isFixed }
    resources = Dictionary(
      routes.filter { $0.method != "GET" }.compactMap { route in
        RouteTable.resource(of: route, in: routes).map { (route.pattern.text, $0) }
      }
    ) { first, _ in first }
  }

  /// The route that shows what a route changes: the one of the longest path that names something, and that the route's
  /// own path begins with. Nil for a route that makes something new, or only looks.
  func resource(of route: Route) -> Route? {
    route.method == "GET" ? nil : resources[route.pattern.text]
  }

  private static func resource(of route: Route, in routes: [Route]) -> Route? {
    routes.filter { candidate in
      candidate.method == "GET" && candidate.shows != nil && candidate.pattern.namesOne
        && route.pattern.segments.starts(with: candidate.pattern.segments)
    }.max { $0.pattern.segments.count < $1.pattern.segments.count }
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
  ///
  /// Many units put a slash of their own behind the endpoint of their launch, whether it ends in one or not: behind
  /// `/xapi` a second slash is none.
  func find(_ method: String, _ path: String) -> Finding {
    let doubled = "/xapi//".utf8
    guard path.utf8.starts(with: doubled) else { return findExactly(method, path) }
    return findExactly(method, "/xapi/" + String(Substring(path.utf8.dropFirst(doubled.count))))
  }

  private func findExactly(_ method: String, _ path: String) -> Finding {
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

  /// The methods of RFC 9110 §9.3, RFC 5789 and draft-ietf-httpbis-safe-method-w-body.
  private static let knownMethods: Set<String> = [
    "GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH", "QUERY",
  ]
}
