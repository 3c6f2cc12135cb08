internal import Arguments
internal import ContentPackaging
internal import Files
internal import Operations
internal import People
internal import Representations
internal import Values

extension Verb {
  /// Enters the people on a list.
  static let importRoster = Verb(
    Command(
      "roster",
      summary: "Enter the people on a list: who they are, where they belong, what they take part in.",
      discussion: """
        A roster is XML of Schemas/xsd/roster.xsd, or a table: fields parted by comma, semicolon or tab, in UTF-8, with \
        the headings source-id and name and any of source, sex, language, mailbox, organisation, unit, post, \
        role-level, from, to, session, nominated-by, enrol.

        A person is known again by the source and the identifier there: the same roster twice changes nothing. What is \
        wrong is told with its row and column. All of a roster is taken or nothing, unless --accept-good-rows is given; \
        the exit status is 3 where anything is refused.
        """,
      examples: [
        Example("registrar roster officers.csv --source KE-HR", "Enter a Member's list."),
        Example("registrar roster officers.csv --source KE-HR --dry-run", "See what it would come to."),
        Example("registrar roster - --accept-good-rows < officers.xml", "Take what can be used."),
      ],
      arguments: [Argument("FILE", kind: .file, help: "A table or XML; - for standard input.")],
      options: [
        .dryRun,
        .flag("accept-good-rows", help: "Take the rows that can be used where others cannot."),
        .value(
          "source", "CODE",
          help: "The system that gave the identifiers, where the table has no column source."),
      ]),
    need: { .records($0.flag("dry-run") ? .reading : .writing) }
  ) { errand in
    let report = try errand.rosterReport()
    if errand.output.isJSON { try errand.output.json(report) } else { try errand.tell(report) }
    return report.isAccepted && report.refused == 0 ? .done : .refused
  }
}

extension Errand {
  fileprivate func rosterReport() throws -> RosterReport {
    let file = try given.required("FILE", .text)
    let name = file == Errand.stream ? "standard input" : file
    let source: SourceCode? = try given.optional("source", .code())
    do {
      let limit = RosterRequest.mostBytes
      let bytes = file == Errand.stream ? try surroundings.input(limit) : try readFile(file, limit: limit)
      return try registrar.importRoster(
        RosterRequest(
          bytes: bytes, name: name, source: source, isDryRun: given.flag("dry-run"),
          acceptsGoodRows: given.flag("accept-good-rows")), as: .owner)
    } catch let error as FileError {
      guard case .largerThan = error.reason else { throw error }
      return .tooLarge(name)
    }
  }

  fileprivate func tell(_ report: RosterReport) throws {
    try tell(report.findings)
    try output.lines([summary(of: report)])
    guard report.isAccepted else { return try tellToExplain(report.findings) }
    if report.waiting > 0 { try output.say("\(counted(report.waiting, "place")) on waiting lists.") }
  }

  private func summary(of report: RosterReport) -> String {
    let counts = RosterReport.Result.allCases.map { (result: $0, count: report.count(of: $0)) }
      .filter { $0.count > 0 }.map { "\($0.count) \($0.result.rawValue)" }.joined(separator: ", ")
    guard report.isAccepted else {
      let errors = report.findings.count { $0.severity == .error }
      return "refused, \(counted(errors, "error")); nothing was changed"
    }
    return report.isDryRun ? "would be: \(counts)" : counts
  }
}
