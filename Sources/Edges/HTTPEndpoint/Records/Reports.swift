internal import HTTP
internal import Operations
internal import Reports
internal import Representations
internal import Values

extension Route {
  /// Figures over the records. A report may count a million of them, so it is drawn up on a thread of long work.
  static let reportRoutes: [Route] = [
    works(
      "GET", "/api/v1/reports/certification", "Draw up the certification report over a period.",
      needing: ReportCertification.right ?? .readReports,
      by: .needed("audience", .choice(), "Whom it is for."),
      .optional("party", .reference("KE"), "The organisation that it is made out to."),
      .needed("from", .day, "The first day of the period."),
      .needed("to", .day, "The last day, inclusive."),
      .optional("zone", .line("UTC"), else: "UTC", "\"UTC\"", "The time zone of its days."),
      .optional(
        "cut-off", .instant, "The instant that the records are looked at as of; now where not given."),
      .optional("format", .choice(), "The format; what Accept weighs most where not given."),
      .optional("block", .choice(), "With format=csv: which block."),
      .optional("language", .language, else: .english, "\"en\"", "The language of names."), told: .report
    ) { call, audience, party, from, to, zone, cutOff, format, block, language in
      let form = try call.reportForm(format, block)
      guard let period = DayRange(from: from, to: to) else {
        throw Problem.parameter("to", "unusable-value", "the last day is before the first")
      }
      let inquiry = ReportCertification(
        audience: audience, party: party, period: period, timeZone: zone, cutOff: cutOff, language: language)
      return LongTask { _ in RenderedReport(report: try call.answer(inquiry), form: form) }
    }
  ]
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
  /// The format, and with CSV the one block that it holds.
  fileprivate func reportForm(_ format: ReportFormat?, _ block: BlockName?) throws(Problem) -> ReportForm {
    let format = if let format { format } else { try acceptedFormat() }
    switch (format, block) {
    case (.csv, .some(let block)): return .csv(block)
    case (.csv, nil):
      throw .parameter("block", "missing-parameter", "with format=csv, one block must be named")
    case (.xml, nil): return .xml
    case (.json, nil): return .json
    case (.xml, .some), (.json, .some):
      throw .parameter("block", "parameters-conflict", "a block is chosen with format=csv only")
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
      try .report(rendered)
    }
  }
}

extension Response {
  fileprivate static func report(_ rendered: RenderedReport) throws(Problem) -> Response {
    switch rendered.form {
    case .xml: return .document(rendered.report.xml, "application/xml")
    case .json: return .document(rendered.report.json, "application/json")
    case .csv(let block):
      guard let found = rendered.report.block(block) else {
        throw .parameter("block", "unusable-value", "a report for this audience has no such block")
      }
      return .document(found.csv, "text/csv; charset=utf-8; header=present")
    }
  }

  private static func document(_ bytes: [UInt8], _ type: String) -> Response {
    Response(
      status: 200, headers: [Field("Content-Type", type), Field("Vary", "Accept")], body: .bytes(bytes))
  }
}
