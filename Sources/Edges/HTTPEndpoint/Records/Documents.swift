internal import Catalogue
internal import HTTP
internal import Operations
internal import People
internal import Representations
internal import Values

extension Route {
  /// The longest document of our own XML, in bytes.
  private static let documentBytes = 16 << 20

  /// A document of our own XML.
  private static let xml = DeclaredContent(
    mediaTypes: ["application/xml", "text/xml"], schema: .text(), isRequired: true)

  /// Records as documents of our own XML, in and out.
  static let documentRoutes: [Route] = [
    takes(
      "/api/v1/imports/organisations", "Enter the organisations that XML describes, all or none.",
      told: .report { $0.isAccepted }
    ) { call, name, isDryRun, terms in
      try call.registrar.importParties(
        call.request.body, name: name, isDryRun: isDryRun, as: call.knownPrincipal(), on: terms)
    },
    takes(
      "/api/v1/imports/schemes", "Open the scheme that XML describes, or add the versions that it lacks.",
      told: .report { $0.isAccepted }
    ) { call, name, isDryRun, terms in
      try call.registrar.importScheme(
        call.request.body, name: name, isDryRun: isDryRun, as: call.knownPrincipal(), on: terms)
    },
    takes(
      "/api/v1/imports/pools",
      "Open the pool of experts that XML describes, or add the versions that it lacks.",
      told: .report { $0.isAccepted }
    ) { call, name, isDryRun, terms in
      try call.registrar.importPool(
        call.request.body, name: name, isDryRun: isDryRun, as: call.knownPrincipal(), on: terms)
    },
    takes(
      "/api/v1/imports/rubrics", "Open the rubric that XML describes, or add the versions that it lacks.",
      told: .report { $0.isAccepted }
    ) { call, name, isDryRun, terms in
      try call.registrar.importRubric(
        call.request.body, name: name, isDryRun: isDryRun, as: call.knownPrincipal(), on: terms)
    },
    works(
      "/api/v1/imports/schemes/what-if", "Say whose verdict would turn by a draft of a scheme's rules.",
      needing: .readRecords, body: .document(limitBytes: documentBytes), content: xml,
      by: .optional(
        "name", .line("draft.xml"), else: "draft", "\"draft\"", "The name that findings are given under."),
      told: .report { $0.isAccepted }
    ) { call, name in
      LongTask { _ in
        try call.registrar.whatIf(call.request.body, name: name, as: call.knownPrincipal())
      }
    },
    asks(
      "/api/v1/exports/organisations", "Write the organisations as the XML that they can be entered from.",
      by: .optional("kind", .choice(), "Only those of this kind."), told: .xml { xml, _ in xml }
    ) { _, kind in ExportParties(kind: kind) },
    asks(
      "/api/v1/exports/standards/{standard}", "Write an edition of a standard as XML.",
      told: .xml { xml, _ in xml }
    ) { call in ExportStandardEdition(try call.code(0, .standardEdition)) },
    asks(
      "/api/v1/exports/catalogues/{catalogue}", "Write a catalogue as XML.", told: .xml { xml, _ in xml }
    ) { call in ExportCatalogue(try call.code(0, .catalogue)) },
    asks("/api/v1/exports/schemes/{scheme}", "Write a scheme as XML.", told: .xml { xml, _ in xml }) { call in
      ExportScheme(try call.reference(0, .scheme))
    },
    asks("/api/v1/exports/rubrics/{rubric}", "Write a rubric as XML.", told: .xml { xml, _ in xml }) { call in
      ExportRubric(try call.reference(0, .rubric))
    },
    asks("/api/v1/exports/pools/{pool}", "Write a pool of experts as XML.", told: .xml { xml, _ in xml }) {
      call in ExportPool(try call.reference(0, .pool))
    },
  ]

  /// A document whose findings are told: 200 where it is taken, 422 where it is refused. Only looking, with
  /// `dryRun=true`, needs no right to change.
  private static func takes<Report: Sendable>(
    _ path: String, _ summary: String, told: Telling<Report>,
    take:
      @escaping @Sendable (Call, _ name: String, _ isDryRun: Bool, Terms<Report>) throws -> Report
  ) -> Route {
    works(
      path, summary, needing: .readRecords, body: .document(limitBytes: documentBytes), content: xml,
      by: .flag("dryRun", "Read and plan only; nothing is changed."),
      .optional(
        "name", .line("document.xml"), else: "document", "\"document\"",
        "The name that findings are given under."),
      told: told
    ) { call, isDryRun, name in LongTask { terms in try take(call, name, isDryRun, terms) } }
  }
}

extension Telling where Outcome: Described & Sendable {
  /// What came of a document: 200 where it is taken, 422 with the findings where it is refused.
  fileprivate static func report(_ isAccepted: @escaping @Sendable (Outcome) -> Bool) -> Telling {
    Telling([.json(200, "It is taken, or would be.", Outcome.schema)]) { report, _ in
      guard !isAccepted(report) else { return .json(report) }
      var problem = Problem(.unprocessable, "document-refused", "the document cannot be taken as it is")
        .toBeMended(by: "mend what report.findings names as errors, then send it again")
      problem.report = report
      throw problem
    }
  }
}
