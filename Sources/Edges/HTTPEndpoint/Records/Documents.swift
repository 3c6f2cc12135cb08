internal import Catalogue
internal import HTTP
internal import Operations
internal import People
internal import Representations
internal import Values

extension Route {
  /// The longest document of our own XML, in bytes.
  private static let documentBytes = 16 << 20

  /// Records as documents of our own XML, in and out.
  static let documentRoutes: [Route] = [
    takes("/api/v1/imports/organisations") { call, name, isDryRun in
      let told: @Sendable (PartiesReport, Call) throws -> Response = { report, _ in
        try .taken(report, report.isAccepted)
      }
      return try told(
        call.registrar.importParties(
          call.request.body, name: name, isDryRun: isDryRun, as: call.knownPrincipal(), on: call.terms(told)),
        call)
    },
    takes("/api/v1/imports/schemes") { call, name, isDryRun in
      let told: @Sendable (SchemeReport, Call) throws -> Response = { report, _ in
        try .taken(report, report.isAccepted)
      }
      return try told(
        call.registrar.importScheme(
          call.request.body, name: name, isDryRun: isDryRun, as: call.knownPrincipal(), on: call.terms(told)),
        call)
    },
    asks("/api/v1/exports/organisations", parameters: ["kind"]) { call in
      ExportParties(kind: try call.parameter("kind", .choice()))
    } _: { xml, _ in
      .xml(xml)
    },
    asks("/api/v1/exports/standards/{standard}") { call in
      ExportStandardEdition(try call.code(0, .standardEdition))
    } _: { xml, _ in
      .xml(xml)
    },
    asks("/api/v1/exports/catalogues/{catalogue}") { call in
      ExportCatalogue(try call.code(0, .catalogue))
    } _: { xml, _ in
      .xml(xml)
    },
    asks("/api/v1/exports/schemes/{scheme}") { call in
      ExportScheme(try call.reference(0, .scheme))
    } _: { xml, _ in
      .xml(xml)
    },
  ]

  /// A document whose findings are told: 200 where it is taken, 422 where it is refused. Only looking, with
  /// `dryRun=true`, needs no right to change.
  private static func takes(
    _ path: String,
    _ take: @escaping @Sendable (Call, _ name: String, _ isDryRun: Bool) throws -> Response
  ) -> Route {
    Route(
      "POST", path, .records, .holders(of: .readRecords), body: .document(limitBytes: documentBytes),
      parameters: ["dryRun", "name"]
    ) { call, answering in
      try call.head.refuseMethodOverride()
      try call.head.checkContentType(["application/xml", "text/xml"])
      let isDryRun = try call.parameter("dryRun", .truth) ?? false
      let name = try call.parameter("name", .text) ?? "document"
      try call.requireUnanswered()
      try answering.sendLater { try take(call, name, isDryRun) }
    }
  }
}

extension Response {
  /// What came of a document: 200 where it is taken, 422 with the findings where it is refused.
  fileprivate static func taken(
    _ report: some Representable & Sendable, _ isAccepted: Bool
  ) throws(Problem) -> Response {
    guard !isAccepted else { return .json(report) }
    var problem = Problem(.unprocessable, "document-refused", "the document cannot be taken as it is")
      .toBeMended(by: "mend what report.findings names as errors, then send it again")
    problem.report = report
    throw problem
  }

  /// A document of our own XML.
  fileprivate static func xml(_ bytes: [UInt8]) -> Response {
    Response(status: 200, headers: [Field("Content-Type", "application/xml")], body: .bytes(bytes))
  }
}
