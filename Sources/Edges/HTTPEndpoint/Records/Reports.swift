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
      .optional("suppressBelow", .whole, ReportMeaning.suppressBelow), told: .report,
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
      .optional("suppressBelow", .whole, ReportMeaning.suppressBelow), told: .report,
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
      try call.report(
        format, block,
        ReportCertification(
          audience: audience, party: party, period: period, timeZone: zone, cutOff: cutOff,
          language: language ?? AcceptingLanguages(call.head).best(of: call.registrar.languages),
          suppressedBelow: threshold ?? ReportParameters.usualThreshold))
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
  static let language = "The language of the report; what Accept-Language weighs most where not given."
}

/// A report, and how it is to be handed out.
private struct RenderedReport: Sendable {
  let report: CertificationReport
  let form: ReportForm
}

/// What of a report is handed out.
private enum ReportForm: Sendable {
  case xml, json, html, xlsx, pdf
  case csv(BlockName)
}

extension Call {
  /// A report, ready to be drawn up; what does not fit together is refused at once.
  fileprivate func report(
    _ format: ReportFormat?, _ block: BlockName?, _ inquiry: ReportCertification
  ) throws -> LongTask<RenderedReport> {
    let form = try reportForm(format, block)
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
    case (.html, nil): return .html
    case (.xlsx, nil): return .xlsx
    case (.pdf, nil): return .pdf
    case (.xml, .some), (.json, .some), (.html, .some), (.xlsx, .some), (.pdf, .some):
      throw flawed(
        "block", route.content == nil ? "parameters-conflict" : "unusable-value",
        "a block is chosen with the format csv only")
    }
  }

  /// What `Accept` weighs most, XML first.
  private func acceptedFormat() throws(Problem) -> ReportFormat {
    let best = Accepting(head).best(of: ReportFormat.allCases.map(\.mediaType))
    guard let format = ReportFormat.allCases.first(where: { $0.mediaType == best }) else {
      throw Problem(
        .notAcceptable, "format-not-offered", "a report is rendered as XML, CSV, JSON, HTML, XLSX or PDF only"
      )
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
      try .report(rendered)
    }
  }
}

extension Response {
  fileprivate static func report(_ rendered: RenderedReport) throws -> Response {
    switch rendered.form {
    case .xml: .document(rendered.report.xml, ReportFormat.xml.contentType)
    case .json: .document(rendered.report.json, ReportFormat.json.contentType)
    case .html: .document(rendered.report.html, ReportFormat.html.contentType)
    case .xlsx: .document(try rendered.report.xlsx, ReportFormat.xlsx.contentType)
    case .pdf: .document(try rendered.report.pdf, ReportFormat.pdf.contentType)
    case .csv(let block): .document(rendered.report.block(block)?.csv ?? [], ReportFormat.csv.contentType)
    }
  }

  private static func document(_ bytes: [UInt8], _ type: String) -> Response {
    Response(
      status: 200, headers: [Field("Content-Type", type), Field("Vary", "Accept, Accept-Language")],
      body: .bytes(bytes))
  }
}
