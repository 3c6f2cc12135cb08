internal import Arguments
internal import ContentPackaging
internal import Operations
internal import Representations
internal import XAPI

extension Noun {
  /// Statements of the record store, as JSON lines.
  static let statement = Noun(
    name: "statement", summary: "Statements of learning, written out and read in as JSON lines.",
    verbs: [.exportStatements, .importStatements])
}

extension Verb {
  fileprivate static let exportStatements = Verb.showing(
    "export", summary: "Write statements as JSON lines: one a line, as it is stored, oldest first.",
    discussion: """
      Those that were voided are among them, so that all of it read in elsewhere comes to the same. What is stored \
      after the command began is not. The contents of attachments are written into a folder, if one is named, under \
      their SHA-2. A file is written whole or not at all.
      """,
    examples: [
      Example("registrar statement export --out statements.jsonl", "Every statement, into a file."),
      Example(
        "registrar statement export --since 2026-06-01T00:00:00Z --verb http://adlnet.gov/expapi/verbs/passed",
        "What was passed since June."),
      Example(
        "registrar statement export --out statements.jsonl --attachments attachments",
        "Every statement, and the contents of attachments beside them."),
    ],
    options: [
      .value("agent", "JSON", help: "Only those whose actor or object is this agent."),
      .value("verb", "IRI", help: "Only those of this verb."),
      .value("activity", "IRI", help: "Only those whose object is this activity."),
      .value("registration", "ID", help: "Only those of this enrolment."),
      .flag("related-agents", help: "Look for the agent everywhere in a statement."),
      .flag("related-activities", help: "Look for the activity everywhere in a statement."),
      .value("since", "INSTANT", help: "Only those stored after this instant."),
      .value("until", "INSTANT", help: "Only those stored at this instant or before."),
      .value("attachments", "FOLDER", help: "Write the contents of attachments into this folder."),
      .out,
    ]
  ) { errand in
    var export = try errand.registrar.exportStatements(errand.statementFilter(), as: .owner)
    let line = ProgressLine(surroundings: errand.surroundings, unit: "statements")
    defer { line.clear() }
    var folder = try errand.attachmentFolder()
    let contents = try errand.registrar.content
    try errand.write(to: "out") { take in
      while let piece = try export.next() {
        try folder?.take(piece.attachments, from: contents)
        try take(piece.lines)
        line.show(export.count)
      }
    }
    line.clear()
    guard let path = try errand.given.optional("out", .text), path != "-" else { return }
    try errand.output.say("Wrote \(path): \(counted(export.count, "statement")).")
  }

  fileprivate static let importStatements = Verb(
    Command(
      "import", summary: "Store statements that a record store wrote as JSON lines.",
      discussion: """
        Each line is checked and stored as one that is sent to the record store, and moves progress as such. It keeps \
        its id, and the authority that it brings; when it is stored is now. A line that cannot be used is told with its \
        number and changes nothing; the others are stored. The contents of attachments are looked for in the folder that \
        --attachments names, under their SHA-2.

        A statement that is there already changes nothing: the same command again goes on where the last one was \
        stopped. The exit status is 3 where a line is refused, 5 where one has the id of another statement.
        """,
      examples: [
        Example("registrar statement import statements.jsonl --dry-run", "See what it would come to."),
        Example("registrar statement import statements.jsonl", "Store what is not there yet."),
        Example("gunzip -c statements.jsonl.gz | registrar statement import -", "Read from another program."),
      ],
      arguments: [Argument("FILE", kind: .file, help: "JSON lines; - for standard input.")],
      options: [
        .value("attachments", "FOLDER", help: "Where the contents of attachments are, named by their SHA-2."),
        .flag("dry-run", help: "Read and compare only; nothing is stored."),
      ]),
    need: { .records($0.flag("dry-run") ? .reading : .writing) }
  ) { errand in
    let file = try errand.longFile()
    let line = ProgressLine(surroundings: errand.surroundings, unit: "lines")
    defer { line.clear() }
    let folder = try errand.attachmentFolder()
    let report = try errand.registrar.importStatements(
      StatementImport(
        name: file.name, isDryRun: errand.given.flag("dry-run"), sizeBytes: file.sizeBytes,
        contents: { try folder?.reading($0) }, read: file.read),
      as: .owner
    ) { line.show($1, bytes: $0, of: file.sizeBytes) }
    line.clear()
    if errand.output.isJSON { try errand.output.json(report) } else { try errand.tell(report) }
    return report.refused > 0 ? .refused : report.conflicts > 0 ? .conflict : .done
  }
}

/// What a value has to be, in the words of the record store's refusal: `The value must be … .`
private func expectation(of refusal: QueryRefusal) -> String {
  let words = Array(refusal.message.utf8)
  let opening = Array("The value must be ".utf8)
  guard words.starts(with: opening) else { return "a value that can be used: \(refusal.message)" }
  return String(decoding: words.dropFirst(opening.count).dropLast(), as: UTF8.self)
}

extension Errand {
  /// What the options ask for, read as the record store reads its own query.
  fileprivate func statementFilter() throws -> StatementFilter {
    let names = ["agent", "verb", "activity", "registration", "since", "until"]
    var parameters = try names.compactMap { name in
      try given.optional(name, .text).map { (name: name, value: $0) }
    }
    if given.flag("related-agents") { parameters.append(("related_agents", "true")) }
    if given.flag("related-activities") { parameters.append(("related_activities", "true")) }
    do {
      let request = try StatementRequest(parameters: parameters, version: .version2)
      guard case .list(let filter) = request.query else { return StatementFilter() }
      return filter
    } catch {
      let value = parameters.first { $0.name == error.parameter }?.value ?? ""
      throw given.unfit(error.parameter, value, expectation(of: error))
    }
  }

  fileprivate func tell(_ report: StatementImportReport) throws {
    try tell(report.findings)
    let untold = report.conflicts + report.refused - report.findings.count
    if untold > 0 { try output.say("\(counted(untold, "more line")) of that kind.") }
    let counts = [
      (report.isDryRun ? "would be stored" : "stored", report.stored),
      ("already stored", report.alreadyStored), ("in conflict", report.conflicts),
      ("refused", report.refused),
    ]
    try output.lines([
      "\(counted(report.lines, "line")): "
        + counts.filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }.joined(separator: ", ")
    ])
    try tellToExplain(report.findings)
  }
}
