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
      .optional("party", .reference("KE"), ReportMeaning.party), .needed("from", .day, ReportMeaning.from),
      .needed("to", .day, ReportMeaning.to),
      .optional("zone", .line("UTC"), else: "UTC", "\"UTC\"", ReportMeaning.zone),
      .optional("cut-off", .instant, ReportMeaning.cutOff),
      .optional("format", .choice(), ReportMeaning.format),
      .optional("block", .choice(), ReportMeaning.block),
      .optional("language", .language, else: .english, "\"en\"", ReportMeaning.language), told: .report,
      work: draw
    ),
    works(
      "/api/v1/reports/certification", "Draw up the certification report, as a job where that is preferred.",
      needing: ReportCertification.right ?? .readReports,
      takes: .needed("audience", .choice(), ReportMeaning.audience),
      .optional("party", .reference("KE"), ReportMeaning.party), .needed("from", .day, ReportMeaning.from),
      .needed("to", .day, ReportMeaning.to),
      .optional("zone", .text("UTC"), else: "UTC", "\"UTC\"", ReportMeaning.zone),
      .optional("cutOff", .instant, ReportMeaning.cutOff),
      .optional("format", .choice(), ReportMeaning.format),
      .optional("block", .choice(), ReportMeaning.block),
      .optional("language", .language, else: .english, "\"en\"", ReportMeaning.language), told: .report,
      work: draw
    ),
  ]

  /// Both routes ask for the same report.
  private static let draw:
    @Sendable (
      Call, ReportAudience, Reference<Party>?, Day, Day, String, Instant?, ReportFormat?, BlockName?,
      LanguageTag
    ) throws -> LongTask<RenderedReport> = {
      call, audience, party, from, to, zone, cutOff, format, block, language in
      try call.report(format, block, from, to) { period in
        ReportCertification(
          audience: audience, party: party, period: period, timeZone: zone, cutOff: cutOff, language: language
        )
      }
    }
}

/// What the parameters of a report mean, in a query and in a body.
private enum ReportMeaning {
  static let audience = "Whom it is for."
  static let party = "The organisation that it is made out to."
  static let from = "The first day of the period."
  static let to = "The last day, inclusive."
  static let zone = "The time zone of its days."
  static let cutOff = "The instant that the records are looked at as of; now where not given."
  static let format = "The format; what Accept weighs most where not given."
  static let block = "With the format csv: which block."
  static let language = "The language of names."
}

/// A report, and how it is to be handed out.
private struct RenderedReport: Sendable {
  let report: CertificationReport
  let form: ReportForm
}

/// What of a report is handed out.
private enum ReportForm: Sendable {
  case xml, json
  case csv(BlockName)
}

/// The formats that a report is rendered in.
private enum ReportFormat: String, CaseIterable {
  case xml, csv, json

  var mediaType: String {
    switch self {
    case .xml: "application/xml"
    case .csv: "text/csv"
    case .json: "application/json"
    }
  }
}

extension Call {
  /// A report, ready to be drawn up; what does not fit together is refused at once.
  fileprivate func report(
    _ format: ReportFormat?, _ block: BlockName?, _ from: Day, _ to: Day,
    _ inquiry: (DayRange) -> ReportCertification
  ) throws -> LongTask<RenderedReport> {
    let form = try reportForm(format, block)
    guard let period = DayRange(from: from, to: to) else {
      throw flawed("to", "unusable-value", "the last day is before the first")
    }
    let inquiry = inquiry(period)
    return LongTask { _ in
      let report = try answer(inquiry)
      if case .csv(let block) = form, report.block(block) == nil {
        throw flawed("block", "unusable-value", "a report for this audience has no such block")
      }
      return RenderedReport(report: report, form: form)
    }
  }

  /// A value that cannot be used: of the query, or of the body where one came.
  private func flawed(_ name: String, _ code: String, _ detail: String) -> Problem {
    route.content == nil ? .parameter(name, code, detail) : .member("/\(name)", code, detail)
  }

  /// The format, and with CSV the one block that it holds.
  fileprivate func reportForm(_ format: ReportFormat?, _ block: BlockName?) throws(Problem) -> ReportForm {
    let format = if let format { format } else { try acceptedFormat() }
    switch (format, block) {
    case (.csv, .some(let block)): return .csv(block)
    case (.csv, nil):
      throw flawed(
        "block", route.content == nil ? "missing-parameter" : "missing-field",
        "with the format csv, one block must be named")
    case (.xml, nil): return .xml
    case (.json, nil): return .json
    case (.xml, .some), (.json, .some):
      throw flawed(
        "block", route.content == nil ? "parameters-conflict" : "unusable-value",
        "a block is chosen with the format csv only")
    }
  }

  /// What `Accept` weighs most, XML first.
  private func acceptedFormat() throws(Problem) -> ReportFormat {
    let best = Accepting(head).best(of: ReportFormat.allCases.map(\.mediaType))
    guard let format = ReportFormat.allCases.first(where: { $0.mediaType == best }) else {
      throw Problem(.notAcceptable, "format-not-offered", "a report is rendered as XML, CSV or JSON only")
    }
    return format
  }
}

extension Telling where Outcome == RenderedReport {
  fileprivate static var report: Telling {
    let contents = ReportFormat.allCases.map { format in
      DeclaredAnswer.Content(
        mediaType: format.mediaType, schema: format == .json ? .anything : .text())
    }
    return Telling([DeclaredAnswer(200, "The report; a draft, which is not kept.", contents)]) {
      rendered, _ in
      .report(rendered)
    }
  }
}

extension Response {
  fileprivate static func report(_ rendered: RenderedReport) -> Response {
    switch rendered.form {
    case .xml: .document(rendered.report.xml, "application/xml")
    case .json: .document(rendered.report.json, "application/json")
    case .csv(let block):
      .document(rendered.report.block(block)?.csv ?? [], "text/csv; charset=utf-8; header=present")
    }
  }

  private static func document(_ bytes: [UInt8], _ type: String) -> Response {
    Response(
      status: 200, headers: [Field("Content-Type", type), Field("Vary", "Accept")], body: .bytes(bytes))
  }
}
