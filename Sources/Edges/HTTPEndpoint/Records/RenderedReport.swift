internal import HTTP
internal import Operations
internal import Reports
internal import Representations
internal import Values

/// A report, and how it is to be handed out.
struct RenderedReport: Sendable {
  fileprivate let report: any RenderableReport
  fileprivate let form: ReportForm
}

/// What of a report is handed out.
private enum ReportForm: Sendable {
  case xml, json, html, xlsx, pdf
  /// One block, by its name.
  case csv(String)
}

extension Call {
  /// The report that a question is answered with, ready to be drawn up.
  func report<Question: Inquiry>(
    _ format: ReportFormat?, _ block: (some RawRepresentable<String>)?, by inquiry: Question
  ) throws -> LongTask<RenderedReport> where Question.Answer: RenderableReport {
    try report(format, block) { _ in try answer(inquiry) }
  }

  /// A report, ready to be drawn up; what does not fit together is refused at once.
  func report(
    _ format: ReportFormat?, _ block: (some RawRepresentable<String>)?,
    draw: @escaping @Sendable (Terms<RenderedReport>) throws -> any RenderableReport
  ) throws -> LongTask<RenderedReport> {
    let form = try reportForm(format, block?.rawValue)
    return LongTask { terms in
      let report = try draw(terms)
      if case .csv(let block) = form, report.block(named: block) == nil {
        throw flawed(
          "block", "unusable-value",
          "the value is not one of this report's blocks: \(report.blockNames.joined(separator: ", "))")
      }
      return RenderedReport(report: report, form: form)
    }
  }

  /// The language that is asked for, else what `Accept-Language` weighs most.
  func reportLanguage(_ language: LanguageTag?) -> LanguageTag {
    language ?? AcceptingLanguages(head).best(of: registrar.languages)
  }

  /// A value that cannot be used: of the query, or of the body where one came.
  private func flawed(_ name: String, _ code: String, _ detail: String) -> Problem {
    route.content == nil ? .parameter(name, code, detail) : .member("/\(name)", code, detail)
  }

  /// The format, and with CSV the one block that it holds.
  private func reportForm(_ format: ReportFormat?, _ block: String?) throws(Problem) -> ReportForm {
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
  /// A list that names people.
  static var report: Telling { report(ListReport.schema) }

  static var certificationReport: Telling { report(CertificationReport.schema) }

  private static func report(_ json: Schema) -> Telling {
    let contents = ReportFormat.allCases.map { format in
      DeclaredAnswer.Content(mediaType: format.mediaType, schema: format == .json ? json : .text())
    }
    return Telling([DeclaredAnswer(200, "The report; a draft, which is not kept.", contents)]) {
      rendered, _ in
      try .report(rendered)
    }
  }
}

extension Response {
  fileprivate static func report(_ rendered: RenderedReport) throws -> Response {
    let report = rendered.report
    return switch rendered.form {
    case .xml: document(report.xml, ReportFormat.xml.contentType)
    case .json: document(report.json, ReportFormat.json.contentType)
    case .html: document(report.html, ReportFormat.html.contentType)
    case .xlsx: document(try report.xlsx, ReportFormat.xlsx.contentType)
    case .pdf: document(try report.pdf, ReportFormat.pdf.contentType)
    case .csv(let block): document(report.block(named: block)?.csv ?? [], ReportFormat.csv.contentType)
    }
  }

  private static func document(_ bytes: [UInt8], _ type: String) -> Response {
    Response(
      status: 200, headers: [Field("Content-Type", type), Field("Vary", "Accept, Accept-Language")],
      body: .bytes(bytes))
  }
}
