internal import HTTP
internal import Operations
internal import People
internal import Reports
internal import Representations
internal import Values

extension Route {
  /// Figures over the records. A report may count a million of them, so it is drawn up on a thread of long work. The two
  /// routes ask the same; a job is a record, so that it is made by the POST alone.
  static let reportRoutes: [Route] = [
    worksOut(
      "/api/v1/reports/certification", "Draw up the certification report over a period.",
      needing: ReportCertification.right ?? .readReports,
      by: .needed("audience", .choice(), ReportMeaning.audience),
      .optional("party", .reference("KE"), ReportMeaning.party),
      .reportDays,
      .optional("zone", .line("UTC"), else: "UTC", "\"UTC\"", ReportMeaning.zone),
      .optional("cut-off", .instant, ReportMeaning.cutOff),
      .optional("format", .choice(), ReportMeaning.format),
      .optional("block", .choice(), ReportMeaning.block),
      .optional("language", .language, ReportMeaning.language),
      .optional("suppressBelow", .whole, ReportMeaning.suppressBelow), told: .certificationReport,
      work: draw
    ),
    works(
      "/api/v1/reports/certification", "Draw up the certification report, as a job where that is preferred.",
      needing: ReportCertification.right ?? .readReports,
      takes: .needed("audience", .choice(), ReportMeaning.audience),
      .optional("party", .reference("KE"), ReportMeaning.party),
      .reportDays,
      .optional("zone", .text("UTC"), else: "UTC", "\"UTC\"", ReportMeaning.zone),
      .optional("cutOff", .instant, ReportMeaning.cutOff),
      .optional("format", .choice(), ReportMeaning.format),
      .optional("block", .choice(), ReportMeaning.block),
      .optional("language", .language, ReportMeaning.language),
      .optional("suppressBelow", .whole, ReportMeaning.suppressBelow), told: .certificationReport,
      work: draw
    ),
  ]

  /// Both routes ask for the same report.
  private static let draw:
    @Sendable (
      Call, ReportAudience, Reference<Party>?, DayRange, String, Instant?, ReportFormat?, BlockName?,
      LanguageTag?, Int?
    ) throws -> LongTask<RenderedReport> = {
      call, audience, party, period, zone, cutOff, format, block, language, threshold in
      let principal = try call.knownPrincipal()
      let asked = ReportCertification(
        audience: audience, party: party, period: period, timeZone: zone, cutOff: cutOff,
        language: call.reportLanguage(language),
        suppressedBelow: threshold ?? ReportParameters.usualThreshold)
      return try call.report(format, block) { try call.registrar.drawReport(asked, as: principal, on: $0) }
    }
}

/// What the parameters of a report mean, in a query and in a body.
enum ReportMeaning {
  static let audience = "Whom it is for."
  static let party = "The organisation that it is made out to."
  static let zone = "The time zone of its days."
  static let cutOff = "The instant that the records are looked at as of; now where not given."
  static let format = "The format; what Accept weighs most where not given."
  static let block = "With the format csv: which block."
  static let suppressBelow =
    "The least number shown to who does not own the records, 3 to 100; 5 where not given."
  static let signatory = "Who answers for it, by name and function; it stands in the report."
  static let language = "The language of the report; what Accept-Language weighs most where not given."
}
