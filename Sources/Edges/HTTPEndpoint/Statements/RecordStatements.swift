internal import HTTP
internal import JSON
internal import Operations
internal import Representations
internal import Synchronization
internal import Values
internal import XAPI

extension Route {
  /// Stores one statement or several, all or none, and tells their ids (xAPI 1.0.3 Communication 2.1.2).
  static let postStatements: @Sendable (Call, Answering) throws -> Void = { call, answering in
    let version = try call.version()
    let sent = try call.sentStatements()
    let statements = try Statement.batch(validating: sent.body.root, by: version)
    try call.record(statements, with: sent.contents, answering) { ids in
      var writer = JSONWriter()
      writer.array(ids) { $0.string($1.description) }
      return .json(writer.bytes)
    }
  }

  /// Stores one statement under the id of the query; the same one again changes nothing (Communication 2.1.1).
  static let putStatement: @Sendable (Call, Answering) throws -> Void = { call, answering in
    let version = try call.version()
    let id = try call.requiredParameter("statementId", .statementID)
    let sent = try call.sentStatements()
    let statement = try call.statement(under: id, sent.body, version)
    try call.record([statement], with: sent.contents, answering) { _ in Response(status: 204) }
  }
}

extension Form where Value == UUID {
  /// A statement's id: a UUID of the standard variant.
  fileprivate static var statementID: Form {
    Form("a UUID of the standard variant", .id) { text in
      UUID(text).flatMap { $0.hasStandardVariant ? $0 : nil }
    }
  }
}

extension Call {
  /// The statements as JSON, and the contents of attachments where the request could bring some.
  fileprivate func sentStatements() throws -> (body: JSONDocument, contents: [ArrivedAttachment]?) {
    if let intake = request.sink as? StatementIntake {
      let arrived = try intake.finish()
      return (try JSONDocument(arrived.statements), arrived.contents)
    }
    guard let type = head.headers["Content-Type"].flatMap(MediaType.init),
      type.essence == "application/json", ["utf-8", "utf8", nil].contains(type.charset)
    else {
      // Communication 3.2 knows no 415.
      throw Problem(.badRequest, "content-type", "the content is not of a type that statements have")
        .toBeMended(
          by: "send them as application/json in UTF-8, with the data of attachments as multipart/mixed")
    }
    return (try JSONDocument(request.body), nil)
  }

  /// The one statement of a body, which has this id or none.
  fileprivate func statement(
    under id: UUID, _ body: JSONDocument, _ version: XAPIVersion
  ) throws -> Statement {
    guard body.root.elements == nil else {
      throw Problem(.badRequest, "wrong-type", "with statementId, the body is one statement, not an array")
        .with(Problem.Flaw(place: .pointer(""), detail: "an object is expected here"))
    }
    let statement = try Statement(validating: body.root, by: version)
    guard let own = statement.id else {
      return try Statement(validating: JSONDocument(body.bytes.withID(id)).root, by: version)
    }
    guard own == id else {
      throw Problem(
        .badRequest, "statement-id-differs", "the statement has another id than statementId names"
      )
      .with(Problem.Flaw(place: .pointer("/id"), detail: "this is not the id of the query"))
    }
    return statement
  }

  /// Hands statements to the writer. The answer is made on its thread, so it must be small. With contents of attachments,
  /// which are made durable before, all of it is done on a thread of long work.
  fileprivate func record(
    _ statements: [Statement], with contents: [ArrivedAttachment]?, _ answering: Answering,
    _ told: @escaping @Sendable ([UUID]) -> Response
  ) throws {
    let principal = try knownPrincipal()
    let traffic = endpoint.traffic
    let completion: @Sendable (Result<[UUID], any Error>) -> Void = { outcome in
      if case .success(let ids) = outcome { traffic.statements.add(ids.count, ordering: .relaxed) }
      answering.send { told(try outcome.get()) }
    }
    guard let contents else {
      return registrar.recordStatements(statements, as: principal, completion: completion)
    }
    try endpoint.longWork.take { [registrar] in
      completion(Result { try registrar.recordStatements(statements, with: contents, as: principal) })
    }
  }
}

extension [UInt8] {
  /// The text of a JSON object that has members and no `id`, with that member before the others.
  fileprivate func withID(_ id: UUID) -> [UInt8] {
    guard let brace = firstIndex(of: UInt8(ascii: "{")) else { return self }
    return Array(self[...brace]) + Array("\"id\":\"\(id)\",".utf8) + self[(brace + 1)...]
  }
}
