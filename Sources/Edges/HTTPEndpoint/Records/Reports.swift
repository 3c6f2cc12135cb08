internal import HTTP
internal import Operations
internal import Reports
internal import Values

extension Route {
  /// Figures over the records. A report may count a million of them, so it is drawn up on a thread of long work.
  static let reportRoutes: [Route] = [
    Route(
      "GET", "/api/v1/reports/certification", .records,
      .holders(of: ReportCertification.right ?? .readReports),
      parameters: ["audience", "party", "from", "to", "zone", "cut-off", "format", "block", "language"]
    ) { call, answering in
      let format = try call.reportFormat()
      let block: BlockName? = try call.parameter("block", .choice())
      if format != .csv, block != nil {
        throw Problem.parameter("block", "parameters-conflict", "a block is chosen with format=csv only")
      }
      if format == .csv, block == nil {
        throw Problem.parameter("block", "missing-parameter", "with format=csv, one block must be named")
      }
      let inquiry = try call.certificationInquiry()
      try answering.sendLater { try .report(call.answer(inquiry), format, block) }
    }
  ]
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
  /// `format`, else what `Accept` weighs most, XML first.
  fileprivate func reportFormat() throws(Problem) -> ReportFormat {
    if let format: ReportFormat = try parameter("format", .choice()) { return format }
    let best = Accepting(head).best(of: ReportFormat.allCases.map(\.mediaType))
    guard let format = ReportFormat.allCases.first(where: { $0.mediaType == best }) else {
      throw Problem(.notAcceptable, "format-not-offered", "a report is rendered as XML, CSV or JSON only")
    }
    return format
  }

  fileprivate func certificationInquiry() throws(Problem) -> ReportCertification {
    let from = try requiredParameter("from", .day)
    guard let period = DayRange(from: from, to: try requiredParameter("to", .day)) else {
      throw .parameter("to", "unusable-value", "the last day is before the first")
    }
    return ReportCertification(
      audience: try requiredParameter("audience", .choice()), party: try parameter("party", .reference()),
      period: period, timeZone: try parameter("zone", .text) ?? "UTC",
      cutOff: try parameter("cut-off", .instant), language: try parameter("language", .language) ?? .english)
  }
}

extension Response {
  fileprivate static func report(
    _ report: CertificationReport, _ format: ReportFormat, _ block: BlockName?
  ) throws(Problem) -> Response {
    switch format {
    case .xml: return .document(report.xml, "application/xml")
    case .json: return .json(report.json)
    case .csv:
      guard let found = block.flatMap(report.block) else {
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
