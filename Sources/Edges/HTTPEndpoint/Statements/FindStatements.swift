internal import HTTP
internal import JSON
internal import Operations
internal import Values
internal import XAPI

extension Route {
  /// One statement, or the first page of those that a query finds (xAPI 1.0.3 Communication 2.1.3).
  static let getStatements: @Sendable (Call, Answering) throws -> Void = { call, answering in
    call.answerConsistently(answering) { version in
      let request = try StatementRequest(parameters: call.parameters, version: version)
      switch request.query {
      case .statement(let id): return try call.single(id, isVoided: false, request, version)
      case .voidedStatement(let id): return try call.single(id, isVoided: true, request, version)
      case .list(let filter):
        return try call.list(filter, after: nil, request, query: call.head.rawQuery)
      }
    }
  }

  /// The page behind a statement: the query of the first page, and `after`, when that statement was stored. So what is
  /// stored meanwhile moves no page.
  static let getMoreStatements: @Sendable (Call, Answering) throws -> Void = { call, answering in
    call.answerConsistently(answering) { version in
      let after = try call.requiredParameter("after", .instant)
      guard call.head.query.first?.name == "after" else {
        throw Problem.parameter("after", "parameters-conflict", "the link is not as it was given")
      }
      let request = try StatementRequest(parameters: call.parameters.dropFirst(), version: version)
      guard case .list(let filter) = request.query else {
        throw Problem.parameter("after", "parameters-conflict", "one statement has no further pages")
      }
      let query = call.head.rawQuery.drop { $0 != UInt8(ascii: "&") }.dropFirst()
      return try call.list(filter, after: after, request, query: query)
    }
  }
}

extension Call {
  /// Answers with what the body makes or throws, and says through which instant every statement was seen
  /// (Communication 2.1.3, `X-Experience-API-Consistent-Through`). The instant is fixed before anything is read.
  fileprivate func answerConsistently(
    _ answering: Answering, _ make: (XAPIVersion) throws -> Response
  ) {
    let instant = registrar.statementsConsistentThrough
    let field = Response.Field("X-Experience-API-Consistent-Through", instant.description)
    do {
      var response = try make(version())
      response.headers.append(field)
      answering.send(response)
    } catch {
      answering.fail(error, with: field)
    }
  }

  /// How the statements are to be given back, to somebody who reads the request's languages.
  fileprivate func presentation(of request: StatementRequest) -> StatementPresentation {
    let languages = head.headers.values("Accept-Language").joined(separator: ",")
    return StatementPresentation(
      request.format,
      languages: LanguagePreference(acceptLanguage: languages.isEmpty ? nil : languages))
  }

  fileprivate func single(
    _ id: UUID, isVoided: Bool, _ request: StatementRequest, _ version: XAPIVersion
  ) throws -> Response {
    let found = try answer(
      GetStatement(
        id: id, isVoided: isVoided, presentation: presentation(of: request),
        includesAttachments: request.includesAttachments))
    guard let found else {
      throw Problem(
        .notFound, "not-found",
        isVoided ? "no voided statement has this id" : "no statement has this id, or it is voided")
    }
    var response = try response(found.statement.bytes, with: found.attachments, to: request)
    if version == .version2 {
      response.headers.append(Response.Field("Last-Modified", found.statement.stored.httpDate))
    }
    return response
  }

  fileprivate func list(
    _ filter: StatementFilter, after: Instant?, _ request: StatementRequest, query: Substring.UTF8View
  ) throws -> Response {
    let found = try answer(
      FindStatements(
        filter: filter, after: after, presentation: presentation(of: request),
        includesAttachments: request.includesAttachments))
    let last = found.hasMore ? found.statements.last : nil
    let more = last.map { Route.moreStatements + "?after=\($0.stored)&\(Substring(query))" } ?? ""
    return try response(statementResult(found.statements, more: more), with: found.attachments, to: request)
  }

  /// What was found, with the contents of attachments where they were asked for.
  private func response(
    _ json: [UInt8], with attachments: [FoundAttachment], to request: StatementRequest
  ) throws -> Response {
    guard request.includesAttachments else { return .json(json) }
    return try .multipart(
      json, boundary: registrar.random().description, attachments, in: registrar.content)
  }
}

extension RequestHead {
  /// The query exactly as sent, without its question mark.
  fileprivate var rawQuery: Substring.UTF8View {
    rawTarget.utf8.drop { $0 != UInt8(ascii: "?") }.dropFirst()
  }
}

/// `{"statements": […], "more": …}`, the statements octet by octet as they are stored. The link begins at the root,
/// without scheme, host or port (Communication 2.1.3, `more`).
private func statementResult(_ statements: [FoundStatement], more: String) -> [UInt8] {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(statements.reduce(40 + more.utf8.count) { $0 + $1.bytes.count + 1 })
  bytes += "{\"statements\":[".utf8
  for (position, statement) in statements.enumerated() {
    if position > 0 { bytes.append(UInt8(ascii: ",")) }
    bytes += statement.bytes
  }
  bytes += "],\"more\":".utf8
  var writer = JSONWriter(appendingTo: bytes)
  writer.string(more)
  return writer.bytes + [UInt8(ascii: "}")]
}
