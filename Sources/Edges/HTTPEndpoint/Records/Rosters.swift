internal import HTTP
internal import Operations
internal import People
internal import Representations
internal import Values

extension Route {
  /// Rosters: the body is the table or the XML itself. What it needs beside is decided with what it asks for.
  static let rosterRoutes: [Route] = [
    works(
      "/api/v1/rosters", "Enter whom a roster names: persons, places, nominations, enrolments.",
      needing: .lookUp, body: .document(limitBytes: RosterRequest.mostBytes),
      content: DeclaredContent(
        mediaTypes: ["text/csv", "text/tab-separated-values", "application/xml", "text/xml"],
        schema: .text(), isRequired: true),
      by: .flag("dryRun", "Read and plan only; nothing is changed."),
      .flag("acceptGoodRows", "Take the rows that can be used where others cannot."),
      .optional(
        "source", .code("HR"), "The system that gave the identifiers, where the roster does not say."),
      .optional(
        "name", .line("roster.csv"), else: "roster", "\"roster\"", "The name that findings are given under."),
      told: .taken
    ) { call, isDryRun, acceptsGoodRows, source, name in
      let principal = try call.knownPrincipal()
      let request = RosterRequest(
        bytes: call.request.body, name: name, source: source, isDryRun: isDryRun,
        acceptsGoodRows: acceptsGoodRows)
      return LongTask { terms in try call.registrar.importRoster(request, as: principal, on: terms) }
    }
  ]
}

extension Telling where Outcome == RosterReport {
  /// What came of a roster: 200 where it is taken, 422 with the findings where it is refused.
  fileprivate static var taken: Telling {
    Telling([.json(200, "It is taken, or would be.", RosterReport.schema)]) { report, _ in
      guard report.isAccepted else {
        var problem = Problem(.unprocessable, "roster-refused", "the roster cannot be taken as it is")
          .toBeMended(by: "mend what report.findings names as errors, then send it again")
        problem.report = report
        throw problem
      }
      return .json(report)
    }
  }
}
