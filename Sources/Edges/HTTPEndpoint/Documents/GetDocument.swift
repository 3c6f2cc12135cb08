internal import HTTP
internal import JSON
internal import Operations
internal import Values
internal import XAPI

extension Route {
  /// One document as it was sent, or the ids of those of a context.
  static func getting(_ resource: DocumentResource) -> @Sendable (Call, Answering) throws -> Void {
    { call, answering in
      switch try call.documentQuery(of: resource, takesSince: true) {
      case .one(let context, let id):
        guard let found = try call.answer(GetDocument(context: context, id: id)) else {
          throw Problem(.notFound, "not-found", "there is no document of this id")
        }
        answering.send(call.response(found))
      case .several(let context, let since):
        answering.send(.list(try call.answer(ListDocuments(context: context, since: since))))
      }
    }
  }
}

extension Call {
  /// The document, or 304 for who has it already (RFC 9110 §13.1.2).
  fileprivate func response(_ found: StoredDocument) -> Response {
    let tag = Response.Field("ETag", "\"\(found.tag)\"")
    let known = head.headers.values("If-None-Match").joined(separator: ", ")
    if !known.isEmpty, XAPI::EntityTags(known).match(found.tag) {
      return Response(status: 304, headers: [tag])
    }
    return Response(
      status: 200,
      headers: [
        Response.Field("Content-Type", found.document.contentType), tag,
        Response.Field("Last-Modified", found.changedAt.httpDate),
        // What somebody stored is looked at by nobody's browser as a page of this system.
        Response.Field("Content-Security-Policy", "default-src 'none'; sandbox"),
      ], body: .bytes(found.document.bytes))
  }
}

extension Response {
  /// Ids, and when the document changed last was changed.
  fileprivate static func list(_ list: DocumentList) -> Response {
    var writer = JSONWriter()
    writer.array(list.ids) { $0.string($1) }
    let changed = list.changedAt.map { [Field("Last-Modified", $0.httpDate)] } ?? []
    return .json(writer.bytes, headers: changed)
  }
}
