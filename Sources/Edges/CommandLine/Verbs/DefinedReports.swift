internal import Arguments
internal import Operations
internal import Reports
internal import Representations
internal import Values

extension Verb {
  /// Reports that are drawn up again and again.
  static let definedReports: [Verb] = [defineReport, listDefined, runReport, undefineReport]

  private static let defineReport = Verb.changing(
    "define", summary: "Define a certification report that is drawn up again and again.",
    discussion: """
      Its period is seen from the day on which it is run: last-quarter is January to March in April. It is issued, which \
      webhooks are told of as report.issued, or a draft is written into a folder of this machine. A timer runs it: \
      registrar report run CODE.
      """,
    examples: [
      Example(
        "registrar report define QUARTERLY --audience directorate --period last-quarter --issue",
        "Issued after each quarter."),
      Example(
        "registrar report define KE-YEAR --audience member --party KE --period last-july-june --folder "
          + "/srv/reports --format pdf", "A Member's year as a file."),
    ],
    arguments: [.newCode("QUARTERLY")],
    options: [
      .choice(
        "audience", "AUDIENCE", of: ReportAudience.self, isRequired: true, help: "Whom the report is for."),
      .value(
        "party", "CODE", kind: .naming(.organisation),
        help: "The organisation it is made out to; needed but for the directorate."),
      .choice(
        "period", "NAME", of: RelativePeriod.self, isRequired: true,
        help: "The days, seen from the day on which it is run."),
      .value("zone", "ZONE", help: "The time zone whose days count; UTC where not given."),
      .value("language", "TAG", help: "The language of the report; en where not given."), .threshold,
      .flag("issue", help: "Issue it."),
      .value("folder", "DIR", help: "Write it into this folder, by its absolute path."),
      .choice("format", "FORMAT", of: ReportFormat.self, help: "With --folder: xml where not given."),
    ]
  ) { errand in
    let given = errand.given
    let defined = try errand.perform(
      DefineReport(
        code: try given.required("CODE", .code()), audience: try given.required("audience", .choice()),
        party: try given.optional("party", .reference()), period: try given.required("period", .choice()),
        timeZone: try given.optional("zone", .text) ?? "UTC",
        language: try given.optional("language", .language) ?? .english,
        suppressedBelow: try given.number("suppress-below", in: ReportParameters.thresholds)
          ?? ReportParameters.usualThreshold,
        delivery: try errand.delivery()))
    try errand.changed(
      defined.code.text, defined, "The report is defined.", next: "report run \(defined.code)")
  }

  private static let listDefined = Verb.showing(
    "defined", summary: "List the defined reports, with their last runs.",
    examples: [Example("registrar report defined", "See what is drawn up by itself.")],
    options: Option.paging
  ) { errand in
    let page = try errand.answer(ListDefinedReports(page: try errand.given.page()))
    let names = Names(errand)
    try errand.list(page, ["CODE", "AUDIENCE", "PARTY", "PERIOD", "DELIVERY", "LAST RUN", "CAME TO"]) {
      [
        $0.code.text, $0.request.audience.rawValue, try $0.request.party.map(names.party) ?? "",
        $0.request.period.rawValue, $0.delivery.words, $0.lastRun?.at.text(fractionDigits: 0) ?? "",
        $0.lastRun?.outcome.words ?? "",
      ]
    }
  }

  private static let runReport = Verb.changing(
    "run", summary: "Draw a defined report up, and issue it or write it.",
    discussion: """
      Run again over the same days, an issued report stays as it is, and a file is written again as the records stand. A \
      file appears as a whole or not at all.
      """,
    examples: [
      Example("registrar report run QUARTERLY", "The days that its period means today."),
      Example("registrar report run QUARTERLY --on 2026-04-01", "As on another day."),
    ],
    arguments: [.definedReport],
    options: [.value("on", "DAY", help: "The day from which its period is seen; today where not given.")]
  ) { errand in
    let surroundings = errand.surroundings
    let run = try errand.registrar.runReport(
      try errand.given.required("REPORT", .reference()), seenFrom: try errand.given.optional("on", .day),
      as: .owner
    ) { path, octets in
      let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? "/"
      try surroundings.makeFolder(folder)
      try surroundings.writeFile(path, octets)
    }
    guard let last = run.lastRun else { return }
    try errand.changed(last.outcome.words, run, "The report is about \(last.from) to \(last.to).")
  }

  private static let undefineReport = Verb.changing(
    "undefine", summary: "Take a defined report back; what its runs left stays.",
    examples: [Example("registrar report undefine QUARTERLY", "It is run no more.")],
    arguments: [.definedReport], options: [.value("reason", "TEXT", help: "Why; kept in the history.")]
  ) { errand in
    let ended = try errand.perform(
      EndDefinedReport(
        try errand.given.required("REPORT", .reference()), reason: try errand.given.optional("reason", .text))
    )
    try errand.changed(ended.code.text, ended, "The report is not run any more.")
  }
}

extension Argument {
  fileprivate static let definedReport = Argument("REPORT", help: "The defined report's code or identifier.")
}

extension Errand {
  fileprivate func delivery() throws -> DefinedReport.Delivery {
    let format: ReportFormat? = try given.optional("format", .choice())
    switch (given.flag("issue"), try given.optional("folder", .text)) {
    case (true, .some(let folder)): throw given.unfit("folder", folder, "given without --issue")
    case (true, nil):
      if let format { throw given.unfit("format", format.rawValue, "given with --folder") }
      return .issued
    case (false, .some(let folder)): return .file(folder: folder, format: format ?? .xml)
    case (false, nil): throw given.missing(oneOf: ["--issue", "--folder DIR"])
    }
  }
}

extension DefinedReport.Run.Outcome {
  /// The identifier of what was issued, or the path of what was written.
  fileprivate var words: String {
    switch self {
    case .issued(let id): id.description
    case .written(let path, _): path
    }
  }
}
