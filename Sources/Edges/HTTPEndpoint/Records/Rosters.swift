internal import HTTP
internal import Operations
internal import People
internal import Representations
internal import Values

extension Route {
  /// Rosters: the body is the table or the XML itself. Only looking, with `dryRun=true`, needs no right to change.
  static let rosterRoutes: [Route] = [
    Route(
      "POST", "/api/v1/rosters", .records, .holders(of: .readRecords),
      body: .document(limitBytes: RosterRequest.mostBytes),
      parameters: ["dryRun", "acceptGoodRows", "source", "name"]
    ) { call, answering in
      try call.head.refuseMethodOverride()
      try call.head.checkContentType([
        "text/csv", "text/tab-separated-values", "application/xml", "text/xml",
      ])
      let principal = try call.knownPrincipal()
      let request = RosterRequest(
        bytes: call.request.body, name: try call.parameter("name", .text) ?? "roster",
        source: try call.parameter("source", .code()),
        isDryRun: try call.parameter("dryRun", .truth) ?? false,
        acceptsGoodRows: try call.parameter("acceptGoodRows", .truth) ?? false)
      try call.requireUnanswered()
      let terms: Terms<RosterReport> = try call.terms { report, _ in try .taken(report) }
      try answering.sendLater {
        try Response.taken(call.registrar.importRoster(request, as: principal, on: terms))
      }
    }
  ]
}

extension Response {
  /// What came of a roster: 200 where it is taken, 422 with the findings where it is refused.
  fileprivate static func taken(_ report: RosterReport) throws(Problem) -> Response {
    guard report.isAccepted else {
      var problem = Problem(.unprocessable, "roster-refused", "the roster cannot be taken as it is")
        .toBeMended(by: "mend what report.findings names as errors, then send it again")
      problem.report = report
      throw problem
    }
    return .json(report)
  }
}
