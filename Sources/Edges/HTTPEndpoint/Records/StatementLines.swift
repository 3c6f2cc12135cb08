internal import Files
internal import HTTP
internal import Operations
internal import Representations
internal import Synchronization
internal import Values
internal import XAPI

extension Route {
  /// The most bytes of statements that are taken in one import over HTTP.
  static let statementLinesBytes = 4 << 30

  /// One JSON text a line, each ended by a line feed.
  private static let lines = DeclaredContent(
    mediaTypes: ["application/x-ndjson", "application/jsonl", "application/json-lines"], schema: .text(),
    isRequired: true)

  /// Statements as JSON lines, out and in.
  static let statementLineRoutes: [Route] = [
    Route(
      "GET", "/api/v1/exports/statements", .records, .holders(of: .exchange),
      "Write the statements as JSON lines, oldest first, those that were voided among them.",
      parameters: exportParameters,
      answers: [
        DeclaredAnswer(
          200, "One statement a line, as it is stored.",
          [.init(mediaType: "application/x-ndjson", schema: .text())])
      ]
    ) { call, answering in
      let export = try call.registrar.exportStatements(call.filter(), as: call.knownPrincipal())
      answering.send(
        Response(
          status: 200, headers: [.init("Content-Type", "application/x-ndjson")],
          body: .stream(StatementStream(export))))
    },
    works(
      "/api/v1/imports/statements",
      "Store statements that are sent as JSON lines; those that are there already change nothing.",
      needing: .exchange, body: .package(limitBytes: statementLinesBytes), content: lines,
      by: .flag("dryRun", "Read and compare only; nothing is stored."),
      .optional(
        "name", .line("statements.jsonl"), else: "statements", "\"statements\"",
        "The name that findings are given under."),
      told: .imported
    ) { call, isDryRun, name in
      guard let upload = call.request.sink as? Upload else {
        preconditionFailure("the route streams its body")
      }
      let principal = try call.knownPrincipal()
      return LongTask { terms in
        // The file lives as long as the upload does.
        let report = try withExtendedLifetime(upload) {
          let file = try OpenFile(reading: upload.path)
          var place = 0
          let request = StatementImport(name: name, isDryRun: isDryRun, sizeBytes: file.sizeBytes) { count in
            let octets = try file.read(at: place, count: count)
            place += octets.count
            return octets
          }
          return try call.registrar.importStatements(request, as: principal, on: terms)
        }
        if !isDryRun { call.endpoint.traffic.statements.add(report.stored, ordering: .relaxed) }
        return report
      }
    },
  ]

  /// What narrows an export: the filters of the record store's own query (xAPI 1.0.3 Communication 2.1.3).
  private static let exportParameters: [Schema.Member] = [
    .init(
      "agent", .line(example: "{\"mbox\":\"mailto:officer@example.org\"}"), isRequired: false,
      "Only those whose actor or object is this agent, as JSON."),
    .init(
      "verb", .line(example: "http://adlnet.gov/expapi/verbs/passed"), isRequired: false,
      "Only those of this verb."),
    .init(
      "activity", .line(example: "https://example.org/lesson"), isRequired: false,
      "Only those whose object is this activity."),
    .init("registration", .standardUUID, isRequired: false, "Only those of this enrolment."),
    .init("related_agents", .truth, isRequired: false, "Look for the agent everywhere in a statement."),
    .init(
      "related_activities", .truth, isRequired: false, "Look for the activity everywhere in a statement."),
    .init("since", .instant, isRequired: false, "Only those stored after this instant."),
    .init("until", .instant, isRequired: false, "Only those stored at this instant or before."),
  ]
}

extension Call {
  /// What the query asks for; a parameter that the route does not have was refused before.
  fileprivate func filter() throws -> StatementFilter {
    do {
      let request = try StatementRequest(
        parameters: head.query.map { ($0.name, $0.value) }, version: .version2)
      guard case .list(let filter) = request.query else {
        preconditionFailure("the route has no parameter that asks for one statement")
      }
      return filter
    } catch {
      switch error.parameter {
      // What makes an agent or an IRI is more than the description of the route can tell.
      case "agent", "verb", "activity":
        throw Problem(.unprocessable, "unusable-value", "the parameter cannot be used: \(error.message)")
          .with(Problem.Flaw(place: .parameter(error.parameter), detail: error.message))
      default: throw Problem.parameter(error.parameter, "unusable-value", error.message)
      }
    }
  }
}

extension Telling where Outcome == StatementImportReport {
  /// What came of the lines: 200 where all are in the records, 422 with the findings where some are not.
  fileprivate static var imported: Telling {
    Telling([.json(200, "Every line is stored, or would be.", StatementImportReport.schema)]) { report, _ in
      guard !report.isWhole else { return .json(report) }
      var problem = Problem(
        .unprocessable, "lines-refused",
        "of \(report.lines) lines \(report.conflicts + report.refused) cannot be stored; the others are"
      )
      .toBeMended(by: "mend the lines that report.findings names, then send all again")
      problem.report = report
      throw problem
    }
  }
}

/// The lines of an export, as they are sent.
private final class StatementStream: ByteStream {
  private let export: Mutex<StatementExport>

  init(_ export: StatementExport) {
    self.export = Mutex(export)
  }

  func next() throws -> [UInt8] {
    try export.withLock { try $0.next()?.lines ?? [] }
  }
}
