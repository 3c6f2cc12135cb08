internal import Arguments
internal import Operations
internal import Reports
internal import Values

extension Noun {
  /// Figures over the records.
  static let report = Noun(
    name: "report", summary: "Figures over the records.", verbs: [.reportCertification])
}

/// The formats that a report is rendered in.
private enum ReportFormat: String, CaseIterable {
  case xml, csv, json
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
        "registrar report certification --audience donor --party DONOR --from 2026-01-01 --to 2026-12-31 --format csv "
          + "--out report",
        "A folder of CSV files for a donor."),
    ],
    options: [
      .choice(
        "audience", "AUDIENCE", of: ReportAudience.self, isRequired: true, help: "Whom the report is for."),
      .value(
        "party", "CODE", kind: .naming(.organisation),
        help: "The organisation it is made out to; needed but for the directorate."),
      .value("from", "DAY", isRequired: true, help: "The first day of the period."),
      .value("to", "DAY", isRequired: true, help: "The last day of the period, inclusive."),
      .value("zone", "ZONE", help: "The time zone whose days count; UTC where not given."),
      .value("cut-off", "INSTANT", help: "Count the records as they stood then; now where not given."),
      .choice("format", "FORMAT", of: ReportFormat.self, help: "xml where not given."),
      .choice("block", "NAME", of: BlockName.self, help: "With --format csv: only this block."),
      .value("language", "TAG", help: "The language of titles; en where not given."),
      .out,
    ]
  ) { errand in
    let format = try errand.reportFormat()
    let block: BlockName? = try errand.given.optional("block", .choice())
    try errand.checkDestination(format, block)
    let report = try errand.answer(try errand.inquiry())
    switch format {
    case .xml: try errand.hand(out: report.xml)
    case .json: try errand.hand(out: report.json)
    case .csv: try errand.deliverCSV(report, block)
    }
  }
}

extension Errand {
  fileprivate func inquiry() throws -> Operations.ReportCertification {
    Operations.ReportCertification(
      audience: try given.required("audience", .choice()), party: try given.optional("party", .reference()),
      period: try given.days(from: nil), timeZone: try given.optional("zone", .text) ?? "UTC",
      cutOff: try given.optional("cut-off", .instant),
      language: try given.optional("language", .language) ?? .english)
  }

  /// The format that `--format` names, or `--json`; both may say the same.
  fileprivate func reportFormat() throws -> ReportFormat {
    let named: ReportFormat? = try given.optional("format", .choice())
    guard output.isJSON else { return named ?? .xml }
    if let named, named != .json { throw given.unfit("format", named.rawValue, "json where --json is given") }
    return .json
  }

  /// Whether the format fits where it is to go, before anything is drawn up.
  fileprivate func checkDestination(_ format: ReportFormat, _ block: BlockName?) throws {
    switch (format, block) {
    case (.xml, .some(let block)), (.json, .some(let block)):
      throw given.unfit("block", block.rawValue, "given with --format csv only")
    case (.csv, nil): _ = try folderForCSV()
    case (.csv, .some), (.xml, nil), (.json, nil): break
    }
  }

  /// Where the files of CSV go: a folder, which no stream can be.
  private func folderForCSV() throws -> String {
    guard try given.optional("out", .text) != nil else { throw given.missing("out", "FOLDER") }
    return try path("out", "a folder: CSV without --block is several files")
  }

  fileprivate func deliverCSV(_ report: CertificationReport, _ block: BlockName?) throws {
    if let block {
      guard let found = report.block(block) else {
        throw UnusableValue(
          field: "block", value: block.rawValue,
          expected: "in a report for a \(report.parameters.audience.rawValue)")
      }
      return try hand(out: found.csv)
    }
    let path = try folderForCSV()
    try surroundings.makeFolder(surroundings.absolute(path))
    for file in report.csvFiles {
      try surroundings.writeFile("\(surroundings.absolute(path))/\(file.name)", file.bytes)
    }
    try output.say("Wrote \(counted(report.csvFiles.count, "file")) to \(path).")
  }
}
