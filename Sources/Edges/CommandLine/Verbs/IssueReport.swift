internal import Arguments
internal import Operations
internal import Reports
internal import Representations
internal import Values

extension Verb {
  /// Reports that were issued.
  static let issuedReports: [Verb] = [issueReport, listReports, showReport, reproduceReport]

  private static let issueReport = Verb.changing(
    "issue", summary: "Issue a certification report, or correct one that was issued.",
    discussion: """
      An issued report is kept as it is handed out: what it was asked for, and every document. Nothing that is recorded \
      later changes it. A correction is a new version, as the records stand at its cut-off; it says why, and which figures \
      it gives differently.
      """,
    examples: [
      Example(
        "registrar report issue --audience directorate --period 2026-H1",
        "Issue the report of a half-year."),
      Example(
        "registrar report issue --audience donor --party DONOR --period 2026 --signatory \"The Director\"",
        "Issue a donor's report of a year, which somebody answers for."),
      Example(
        "registrar report issue --corrects 0192b1c4-8a4e-7c3f-9d52-6f0e4a1b2c3d --reason \"Late results\"",
        "Issue it again as the records stand now."),
    ],
    options: [
      .choice("audience", "AUDIENCE", of: ReportAudience.self, help: "Whom the report is for."),
      .value(
        "party", "CODE", kind: .naming(.organisation),
        help: "The organisation it is made out to; needed but for the directorate."),
      .period, .value("from", "DAY", help: "The first day of the period."),
      .value("to", "DAY", help: "The last day of the period, inclusive."),
      .value("zone", "ZONE", help: "The time zone whose days count; UTC where not given."),
      .value("cut-off", "INSTANT", help: "Count the records as they stood then; now where not given."),
      .value("language", "TAG", help: "The language of the report; en where not given."), .threshold,
      .value("signatory", "TEXT", help: "Who answers for it, by name and function; it stands in the report."),
      .value("corrects", "REPORT", help: "The report whose place this one takes; all else is as there."),
      .value("reason", "TEXT", help: "With --corrects: why; it stands in the report."),
    ]
  ) { errand in
    let issued = try errand.registrar.issueReport(
      try errand.reportToIssue(), signedBy: try errand.given.optional("signatory", .text), as: .owner)
    let count = counted(issued.documents.count, "document")
    try errand.changed(
      issued.id.description, issued,
      issued.issue.correction.map {
        "Version \(issued.issue.version) is issued: \(counted($0.changeCount, "figure")) given differently."
      } ?? "The report is issued, in \(count).",
      next: "report show \(issued.id)")
  }

  private static let listReports = Verb.showing(
    "list", summary: "List the issued reports, the latest first.",
    examples: [Example("registrar report list", "See what was issued, and to whom.")],
    options: [
      .value("party", "CODE", kind: .naming(.organisation), help: "Only those made out to this organisation.")
    ] + Option.paging
  ) { errand in
    let page = try errand.answer(
      ListReports(party: try errand.given.optional("party", .reference()), page: try errand.given.page()))
    let names = Names(errand)
    try errand.list(page, ["REPORT", "VERSION", "AUDIENCE", "PARTY", "FROM", "TO", "ISSUED", "CORRECTED BY"])
    {
      report in
      [
        report.id.description, String(report.issue.version), report.request.audience.rawValue,
        try report.request.party.map(names.party) ?? "", report.request.from.description,
        report.request.to.description, report.issue.issuedAt.text(fractionDigits: 0),
        report.correctedBy?.description ?? "",
      ]
    }
  }

  private static let showReport = Verb.showing(
    "show", summary: "Show an issued report, or hand out one of its documents as it was issued.",
    examples: [
      Example("registrar report show 0192b1c4-8a4e-7c3f-9d52-6f0e4a1b2c3d", "See what was asked for."),
      Example(
        "registrar report show 0192b1c4-8a4e-7c3f-9d52-6f0e4a1b2c3d --document report.xml --out report.xml",
        "Write the XML as it was issued."),
    ],
    arguments: [.report], options: [.document, .out]
  ) { errand in
    let id: ReportID = try errand.given.required("REPORT", .id())
    if let name = try errand.reportDocument() {
      let content = try errand.registrar.openDocument(named: name, of: id, as: .owner).content
      return try errand.write(to: "out") { take in try content.copy(to: take) }
    }
    let report = try errand.answer(ShowReport(id))
    let names = Names(errand)
    try errand.show(report) {
      try report.details(names).lines + [""]
        + Table(["DOCUMENT", "FORMAT", "BYTES", "SHA-256"], report.documents.map(\.row)).lines(
          columns: errand.surroundings.columns)
    }
  }

  private static let reproduceReport = Verb(
    "reproduce", .records(.reading),
    summary: "Work an issued report out again, and hold it against what was handed out.",
    discussion: """
      Every document is worked out again from the records as of the report's cut-off. The same program gives the same \
      bytes; where a later one has other words, the figures are compared. Exit status 1 says that figures differ.
      """,
    examples: [
      Example("registrar report reproduce 0192b1c4-8a4e-7c3f-9d52-6f0e4a1b2c3d", "Compare every document."),
      Example(
        "registrar report reproduce 0192b1c4-8a4e-7c3f-9d52-6f0e4a1b2c3d --document report.xml --out again.xml",
        "Write the XML as it is worked out again."),
    ],
    arguments: [.report], options: [.document, .out]
  ) { errand in
    let id: ReportID = try errand.given.required("REPORT", .id())
    let name = try errand.reportDocument()
    let reproduction = try errand.registrar.reproduceReport(id, as: .owner)
    if let name {
      try errand.hand(out: reproduction.document(named: name).bytes)
    } else {
      try errand.show(reproduction) {
        Table(["DOCUMENT", "VERDICT", "SHA-256"], reproduction.documents.map(\.row)).lines(
          columns: errand.surroundings.columns) + reproduction.changes.map(\.line)
      }
    }
    try errand.output.say(
      reproduction.agrees
        ? "Every figure is the one that was issued." : "Figures differ from those that were issued.")
    if reproduction.erasedPersons > 0 {
      let count = reproduction.erasedPersons
      try errand.output.say(
        "It names \(counted(count, "person")) whose \(count == 1 ? "name was" : "names were") erased since.")
    }
    return reproduction.agrees ? .done : .failed
  }
}

extension Argument {
  fileprivate static let report = Argument("REPORT", help: "The issued report's identifier.")
}

extension Option {
  fileprivate static let document = Option.value(
    "document", "NAME", help: "Hand this document out: report.xml, results.csv.")
}

extension Errand {
  fileprivate func reportToIssue() throws -> ReportToIssue {
    let cutOff = try given.optional("cut-off", .instant)
    if let corrected: ReportID = try given.optional("corrects", .id()) {
      for name in ["audience", "party", "period", "from", "to", "zone", "language", "suppress-below"] {
        if let value = try given.optional(name, .text) {
          throw given.unfit(name, value, "given with --corrects: that is as in the report")
        }
      }
      guard let reason = try given.optional("reason", .text) else { throw given.missing("reason", "TEXT") }
      return .correction(of: corrected, cutOff: cutOff, reason: reason)
    }
    if let reason = try given.optional("reason", .text) {
      throw given.unfit("reason", reason, "given without --corrects")
    }
    guard try given.optional("audience", .text) != nil else { throw given.missing("audience", "AUDIENCE") }
    return .report(try reportInquiry())
  }

  /// The document that is asked for; `--out` has no meaning without one.
  fileprivate func reportDocument() throws -> String? {
    let name = try given.optional("document", .text)
    if name != nil { try given.refuseJSON("this hands a document out as it is") }
    if name == nil, let out = try given.optional("out", .text) {
      throw given.unfit("out", out, "given with --document")
    }
    return name
  }
}

extension IssuedReport {
  fileprivate func details(_ names: Names) throws -> Details {
    Details([
      ("report", id.description), ("version", String(issue.version)),
      ("audience", request.audience.rawValue), ("party", try request.party.map(names.party)),
      ("from", request.from.description), ("to", request.to.description), ("zone", request.timeZone),
      ("cut-off", request.cutOff.description), ("language", request.language.text),
      ("suppressed below", String(request.suppressedBelow)), ("definitions", definitions),
      ("issued", issue.issuedAt.text(fractionDigits: 0)), ("issued by", issuedBy),
      ("signatory", issue.signatory),
      ("corrects", issue.correction?.of.description), ("because", issue.correction?.reason),
      ("figures changed", issue.correction.map { String($0.changeCount) }),
      ("corrected by", correctedBy?.description),
    ])
  }
}

extension IssuedReport.Document {
  fileprivate var row: [String] { [name, format.rawValue, String(sizeBytes), digest] }
}

extension Reproduction.Compared {
  fileprivate var row: [String] { [name, verdict.rawValue, reproduced ?? ""] }
}

extension FigureChange {
  /// `results, passed, attendances: 12 → 13`.
  fileprivate var line: String {
    "\(block), \(row), \(column): \(before ?? "no such row") → \(after ?? "no such row")"
  }
}
