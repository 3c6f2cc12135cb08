internal import Accreditation
internal import Arguments
internal import Operations
internal import People
internal import Reports
internal import Values

extension Verb {
  /// Reports that list single people, certificates or experts.
  static let namedReports: [Verb] = [
    sessionReport, transcriptReport, expiringReport, expertsReport, assessorsReport,
  ]

  private static let sessionReport = named(
    "session", summary: "Report on a session: what it was, and who took part.",
    examples: [
      Example("registrar report session FEEDBACK-1 --format pdf --out session.pdf", "To print and file."),
      Example(
        "registrar report session FEEDBACK-1 --format csv --block participants --out attendance.csv",
        "The list of who attended."),
    ],
    arguments: [Argument("SESSION", kind: .naming(.session), help: "The session's code or identifier.")],
    options: [.asOf]
  ) { errand in
    try errand.answer(
      ReportSession(
        try errand.given.required("SESSION", .reference()),
        cutOff: try errand.given.optional("cut-off", .instant), language: try errand.reportLanguage()))
  }

  private static let transcriptReport = named(
    "transcript", summary: "Report on a person: what they took part in, and what they hold.",
    examples: [
      Example(
        "registrar report transcript 0192b1c4-8a4e-7c3f-9d52-6f0e4a1b2c3d --format pdf --language fr "
          + "--out transcript.pdf", "In French, to hand over.")
    ],
    arguments: [Argument("PERSON", help: "The person's identifier.")],
    options: [.value("zone", "ZONE", help: "The time zone whose days count; UTC where not given."), .asOf]
  ) { errand in
    try errand.answer(
      ReportTranscript(
        try errand.given.required("PERSON", .id()),
        timeZone: try errand.given.optional("zone", .text) ?? "UTC",
        cutOff: try errand.given.optional("cut-off", .instant), language: try errand.reportLanguage()))
  }

  private static let expiringReport = named(
    "expiring", summary: "List the certificates that run out on some days.",
    examples: [
      Example(
        "registrar report expiring --period 2026-Q4 --party KE --format xlsx --out expiring.xlsx",
        "Whose certificates a Member has to look after.")
    ],
    options: [
      .value(
        "party", "CODE", kind: .naming(.organisation),
        help: "Only of those who belonged to this organisation when their session started."),
      .period, .value("from", "DAY", help: "The first of the last days."),
      .value("to", "DAY", help: "The last of them, inclusive."), .asOf,
    ]
  ) { errand in
    try errand.answer(
      ReportExpiring(
        party: try errand.given.optional("party", .reference()), period: try errand.reportPeriod(),
        cutOff: try errand.given.optional("cut-off", .instant), language: try errand.reportLanguage()))
  }

  private static let expertsReport = named(
    "experts", summary: "List the register of experts, with who is available on some days.",
    examples: [
      Example(
        "registrar report experts --category TOA --subject PCA --from 2026-10-05 --to 2026-10-16 --format html "
          + "--out experts.html", "Whom a mission could have.")
    ],
    options: [
      .choice("category", "CATEGORY", of: ExpertCategory.self, help: "Only experts of this category."),
      .value("subject", "SUBJECT", help: "Only experts in this subject."), .period,
      .value("from", "DAY", help: "The first day that availability is asked for."),
      .value("to", "DAY", help: "The last day, inclusive."), .asOf,
    ]
  ) { errand in
    try errand.answer(
      ReportExperts(
        category: try errand.given.optional("category", .choice()),
        subject: try errand.given.optional("subject", .code()), period: try errand.reportPeriodIfAny(),
        cutOff: try errand.given.optional("cut-off", .instant), language: try errand.reportLanguage()))
  }

  private static let assessorsReport = named(
    "assessors", summary: "List what is given to assessors, and what they assessed on some days.",
    examples: [
      Example("registrar report assessors --period 2026-Q1 --format html --out assessors.html", "A quarter.")
    ],
    options: [
      .period, .value("from", "DAY", help: "The first day of the assessments."),
      .value("to", "DAY", help: "The last day, inclusive."), .asOf,
    ]
  ) { errand in
    try errand.answer(
      ReportAssessors(
        period: try errand.reportPeriod(), cutOff: try errand.given.optional("cut-off", .instant),
        language: try errand.reportLanguage()))
  }

  private static func named(
    _ name: String, summary: String, examples: [Example], arguments: [Argument] = [], options: [Option],
    draw: @escaping @Sendable (Errand) throws -> ListReport
  ) -> Verb {
    showing(
      name, summary: summary, discussion: "It names people: hand it to nobody who may not know them.",
      examples: examples, arguments: arguments,
      options: options + [
        .choice("format", "FORMAT", of: ReportFormat.self, help: "xml where not given."),
        .choice("block", "NAME", of: ListBlockName.self, help: "With --format csv: only this block."),
        .value("language", "TAG", help: "The language of the report; en where not given."), .out,
      ]
    ) { errand in try errand.handOut(ListBlockName.self) { try draw(errand) } }
  }
}

extension Option {
  fileprivate static let asOf = Option.value(
    "cut-off", "INSTANT", help: "The records as they stood then; now where not given.")
}

extension Errand {
  fileprivate func reportLanguage() throws -> LanguageTag {
    try given.optional("language", .language) ?? .english
  }
}
