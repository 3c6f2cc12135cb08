internal import HTTP
internal import Operations
internal import Values
internal import XAPI

extension Route {
  static func putting(_ resource: DocumentResource) -> @Sendable (Call, Answering) throws -> Void {
    { call, answering in
      let (context, id) = try call.oneDocument(of: resource)
      let change = try PutDocument(call.sentDocument(), as: id, of: context, if: call.precondition())
      try call.carryOut(change, answering)
    }
  }

  static func posting(_ resource: DocumentResource) -> @Sendable (Call, Answering) throws -> Void {
    { call, answering in
      let (context, id) = try call.oneDocument(of: resource)
      let change = try PostDocument(call.sentDocument(), as: id, of: context, if: call.precondition())
      try call.carryOut(change, answering)
    }
  }

  /// One document; of state, without its id, every one of the context.
  static func deleting(_ resource: DocumentResource) -> @Sendable (Call, Answering) throws -> Void {
    { call, answering in
      let precondition = try call.precondition()
      let change: DeleteDocuments
      switch try call.documentQuery(of: resource, takesSince: false) {
      case .one(let context, let id): change = DeleteDocuments(id, of: context, if: precondition)
      case .several(let context, _):
        guard resource == .state, !precondition.isGiven else { throw resource.idMissing }
        change = DeleteDocuments(nil, of: context, if: precondition)
      }
      try call.carryOut(change, answering)
    }
  }
}

extension Call {
  /// Changes documents, and says no more than that it is done.
  fileprivate func carryOut<C: Change>(_ change: C, _ answering: Answering) throws {
    try registrar.perform(change, as: knownPrincipal()) { outcome in
      answering.send {
        _ = try outcome.get()
        return Response(status: 204)
      }
    }
  }

  /// What the request's parameters name.
  func documentQuery(of resource: DocumentResource, takesSince: Bool) throws -> DocumentQuery {
    do {
      return try DocumentQuery(
        of: resource, parameters: parameters, version: version(), takesSince: takesSince)
    } catch let refusal as QueryRefusal where refusal.reason == .missingParameter {
      if refusal.parameter == "agent" { try knownPrincipal().requireNamedLearner() }
      throw refusal
    }
  }

  /// The one document that the request's parameters name.
  fileprivate func oneDocument(of resource: DocumentResource) throws -> (DocumentContext, id: String) {
    switch try documentQuery(of: resource, takesSince: false) {
    case .one(let context, let id): return (context, id)
    case .several: throw resource.idMissing
    }
  }

  fileprivate func precondition() throws -> DocumentPrecondition {
    func field(_ name: String) -> String? {
      let values = head.headers.values(name)
      return values.isEmpty ? nil : values.joined(separator: ", ")
    }
    return DocumentPrecondition(
      ifMatch: field("If-Match"), ifNoneMatch: field("If-None-Match"), version: try version())
  }

  /// The body with its type; octets of no known kind where the request names none (RFC 9110 §8.3).
  fileprivate func sentDocument() throws -> Document {
    let values = head.headers.values("Content-Type").filter { !$0.isEmpty }
    guard let type = values.first else {
      return Document(contentType: "application/octet-stream", bytes: request.body)
    }
    guard values.count == 1, type.utf8.count <= 256, MediaType(type) != nil else {
      throw Problem(.badRequest, "content-type", "the header Content-Type names no media type")
        .with(Problem.Flaw(place: .header("Content-Type"), detail: "one media type is expected here"))
    }
    return Document(contentType: type, bytes: request.body)
  }
}

extension DocumentPrecondition {
  fileprivate var isGiven: Bool { match != nil || noneMatch != nil }
}

extension DocumentResource {
  fileprivate var idMissing: Problem {
    .parameter(idName, "missing-parameter", "the id of the document must be given")
  }
}
