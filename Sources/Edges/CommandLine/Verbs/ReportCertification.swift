internal import Arguments
internal import Operations
internal import Reports
internal import Values

extension Noun {
  /// Figures over the records.
  static let report = Noun(
    name: "report", summary: "Figures over the records.",
    verbs: [.reportCertification] + Verb.issuedReports + Verb.namedReports + Verb.learnerLists
      + Verb.definedReports)
}

extension Verb {
  fileprivate static let reportCertification = Verb.showing(
    "certification", summary: "Draw up the certification report.",
    discussion: """
      Two runs over the same records and cut-off give the same bytes. Persons and attendances are never mixed; figures \
      under 5 are suppressed outside the owning party. CSV without --block is a folder, one file a block.
      """,
    examples: [
      Example(
        "registrar report certification --audience directorate --from 2026-01-01 --to 2026-06-30",
        "The whole report as XML."),
      Example(
        "registrar report certification --audience donor --party DONOR --period 2026 --format csv --out report",
        "A folder of CSV files for a donor, over a year."),
      Example(
        "registrar report certification --audience directorate --period 2025-26 --language fr --format html "
          + "--out report.html",
        "A page in French, from July 2025 to June 2026."),
    ],
    options: [
      .choice(
        "audience", "AUDIENCE", of: ReportAudience.self, isRequired: true, help: "Whom the report is for."),
      .value(
        "party", "CODE", kind: .naming(.organisation),
        help: "The organisation it is made out to; needed but for the directorate."),
      .period, .value("from", "DAY", help: "The first day of the period."),
      .value("to", "DAY", help: "The last day of the period, inclusive."),
      .value("zone", "ZONE", help: "The time zone whose days count; UTC where not given."),
      .value("cut-off", "INSTANT", help: "Count the records as they stood then; now where not given."),
      .choice("format", "FORMAT", of: ReportFormat.self, help: "xml where not given."),
      .choice("block", "NAME", of: BlockName.self, help: "With --format csv: only this block."),
      .value("language", "TAG", help: "The language of the report; en where not given."),
      .threshold,
      .out,
    ]
  ) { errand in
    try errand.handOut(BlockName.self) { try errand.answer(try errand.reportInquiry()) }
  }
}

extension Option {
  /// The least number that is shown.
  static let threshold = Option.value(
    "suppress-below", "N",
    help: "The least number shown to who does not own the records, 3 to 100; 5 where not given.")

  /// A period by its name.
  static let period = Option.value(
    "period", "NAME",
    help: "In place of --from and --to: 2026-Q1, 2026-H1, 2026, 2025-26 (July to June), 2026-03, 2026-04/P1Y."
  )
}

extension Errand {
  /// The report that the options ask for.
  func reportInquiry() throws -> Operations.ReportCertification {
    Operations.ReportCertification(
      audience: try given.required("audience", .choice()), party: try given.optional("party", .reference()),
      period: try reportPeriod(), timeZone: try given.optional("zone", .text) ?? "UTC",
      cutOff: try given.optional("cut-off", .instant),
      language: try given.optional("language", .language) ?? .english,
      suppressedBelow: try given.number("suppress-below", in: ReportParameters.thresholds)
        ?? ReportParameters.usualThreshold)
  }

  /// The same; nil where no option says any days.
  func reportPeriodIfAny() throws -> DayRange? {
    let isBounded = try ["period", "from", "to"].contains { try given.optional($0, .text) != nil }
    return isBounded ? try reportPeriod() : nil
  }

  /// The days that `--period` names, or those from `--from` to `--to`.
  func reportPeriod() throws -> DayRange {
    guard let name = try given.optional("period", .text) else {
      let (first, last) = (try given.optional("from", .day), try given.optional("to", .day))
      if first == nil, last == nil {
        throw given.missing(oneOf: ["--period NAME", "--from DAY with --to DAY"])
      }
      guard last != nil else { throw given.missing("to", "DAY") }
      return try given.days(from: nil)
    }
    for option in ["from", "to"] {
      if let day = try given.optional(option, .text) {
        throw given.unfit(option, day, "given without --period")
      }
    }
    guard let days = NamedPeriod.days(name) else {
      throw given.unfit("period", name, NamedPeriod.expectation)
    }
    return days
  }
}
