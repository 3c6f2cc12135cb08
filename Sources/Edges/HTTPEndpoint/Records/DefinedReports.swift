internal import Operations
internal import Reports
internal import Representations
internal import Values

extension Route {
  /// Reports that are drawn up again and again. Over HTTP they are issued; what is written into a folder of the machine is
  /// defined and run there.
  static let definedReportRoutes: [Route] = [
    asks(
      "/api/v1/defined-reports", "List the defined reports, with their last runs.", by: .paging, told: .page()
    ) {
      _, page in ListDefinedReports(page: page)
    },
    changes(
      "/api/v1/defined-reports", "Define a certification report that is issued again and again.",
      takes: .needed("code", .code("QUARTERLY"), "A short name that is not taken yet."),
      .needed("audience", .choice(), ReportMeaning.audience),
      .optional("party", .reference("KE"), ReportMeaning.party),
      .needed("period", .choice(), "The days, seen from the day on which it is run."),
      .optional("zone", .text("UTC"), else: "UTC", "\"UTC\"", ReportMeaning.zone),
      .optional("language", .language, else: .english, "\"en\"", "The language of the report."),
      .optional("suppressBelow", .whole, ReportMeaning.suppressBelow),
      told: .created { "/api/v1/defined-reports/\($0.code)" }
    ) { _, code, audience, party, period, zone, language, threshold in
      DefineReport(
        code: code, audience: audience, party: party, period: period, timeZone: zone, language: language,
        suppressedBelow: threshold ?? ReportParameters.usualThreshold, delivery: .issued)
    },
    asks("/api/v1/defined-reports/{definition}", "Show a defined report, with its last run.", told: .record) {
      call in ShowDefinedReport(try call.reference(0, .definedReport))
    },
    works(
      "/api/v1/defined-reports/{definition}/runs", "Issue a defined report over the days that it means.",
      needing: .changeRecords,
      takes: .optional("on", .day, "The day from which its period is seen; today where not given."),
      told: .record
    ) { call, day in
      let report: Reference<DefinedReport> = try call.reference(0, .definedReport)
      let principal = try call.knownPrincipal()
      return LongTask { terms in
        try call.registrar.runReport(report, seenFrom: day, as: principal, on: terms) { _, _ in
          throw WrittenByCommand()
        }
      }
    },
    moves("/api/v1/defined-reports/{definition}/end", "Take a defined report back.", told: .record) {
      call, reason in EndDefinedReport(try call.reference(0, .definedReport), reason: reason)
    },
  ]
}
