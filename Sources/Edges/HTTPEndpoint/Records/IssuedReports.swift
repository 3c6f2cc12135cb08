internal import Operations
internal import Reports
internal import Representations
internal import Values

extension Route {
  /// Reports that were issued: kept as they were handed out, and worked out again.
  static let issuedReportRoutes: [Route] = [
    asks(
      "/api/v1/reports", "List the issued reports, the latest first.",
      by: .optional("party", .reference("KE"), "Only those made out to this party."), .paging, told: .page()
    ) { _, party, page in ListReports(party: party, page: page) },
    works(
      "/api/v1/reports", "Issue a certification report: it is kept as it is handed out.",
      needing: .changeRecords,
      takes: .needed("audience", .choice(), ReportMeaning.audience),
      .optional("party", .reference("KE"), ReportMeaning.party),
      .reportDays,
      .optional("zone", .text("UTC"), else: "UTC", "\"UTC\"", ReportMeaning.zone),
      .optional("cutOff", .instant, ReportMeaning.cutOff),
      .optional("language", .language, else: .english, "\"en\"", "The language of the report."),
      .optional("suppressBelow", .whole, ReportMeaning.suppressBelow),
      .optional("signatory", .text, ReportMeaning.signatory), told: .issued
    ) { call, audience, party, period, zone, cutOff, language, threshold, signatory in
      try call.issuing(
        .report(
          ReportCertification(
            audience: audience, party: party, period: period, timeZone: zone,
            cutOff: cutOff, language: language,
            suppressedBelow: threshold ?? ReportParameters.usualThreshold)), signedBy: signatory)
    },
    asks(
      "/api/v1/reports/{report}", "Show an issued report: what it was asked for, and its documents.",
      told: .record
    ) { call in ShowReport(try call.id(0, .report)) },
    works(
      "/api/v1/reports/{report}/corrections",
      "Issue the report again as the records stand now: a new version that says what changed.",
      needing: .changeRecords, takes: .needed("reason", .text, "Why; it stands in the report."),
      .optional("cutOff", .instant, ReportMeaning.cutOff),
      .optional("signatory", .text, ReportMeaning.signatory), told: .issued
    ) { call, reason, cutOff, signatory in
      try call.issuing(
        .correction(of: call.id(0, .report), cutOff: cutOff, reason: reason), signedBy: signatory)
    },
    worksOut(
      "/api/v1/reports/{report}/reproduction",
      "Work an issued report out again, and hold it against what was handed out.", needing: .readReports,
      told: .record
    ) { call in
      let (id, principal): (ReportID, Principal) = (try call.id(0, .report), try call.knownPrincipal())
      return LongTask { _ in try call.registrar.reproduceReport(id, as: principal) }
    },
    Route(
      "GET", "/api/v1/reports/{report}/documents/{document}", .records, .holders(of: .readReports),
      "Hand out a document of an issued report as it was issued, or a range of its bytes.",
      answers: ReportFormat.documentAnswers
    ) { call, answering in
      let (document, _) = try call.registrar.openDocument(
        named: call.captures[1], of: call.id(0, .report), as: call.knownPrincipal())
      answering.send(
        try .kept(document.digest, document.sizeBytes, type: document.format.contentType, of: call))
    },
  ]
}

extension Call {
  fileprivate func issuing(
    _ asked: ReportToIssue, signedBy signatory: String?
  ) throws -> LongTask<IssuedReport> {
    let principal = try knownPrincipal()
    return LongTask { terms in
      try registrar.issueReport(asked, signedBy: signatory, as: principal, on: terms)
    }
  }
}

extension Telling where Outcome == IssuedReport {
  fileprivate static var issued: Telling { .created { "/api/v1/reports/\($0.id)" } }
}

extension ReportFormat {
  fileprivate static let documentAnswers = DeclaredAnswer.ofKept(
    "The document.",
    allCases.map {
      .init(mediaType: $0.mediaType, schema: $0 == .json ? CertificationReport.schema : .text())
    })
}
