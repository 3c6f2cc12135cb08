internal import HTTP
internal import Operations
internal import Values
internal import XAPI

extension Route {
  /// One statement, or the first page of those that a query finds (xAPI 1.0.3 Communication 2.1.3).
  static let getStatements: @Sendable (Call, Answering) throws -> Void = { call, answering in
    call.answerConsistently(answering) { version in
      let parameters = call.head.query.map { (name: $0.name, value: $0.value) }
      switch try StatementQuery(parameters: parameters, version: version) {
      case .statement(let id): return try call.single(id, isVoided: false, version)
      case .voidedStatement(let id): return try call.single(id, isVoided: true, version)
      case .list(let filter): return try call.list(filter, after: nil, call.head.query)
      }
    }
  }

  /// The page behind a statement: the query of the first page, and `after`, when that statement was stored. So what is
  /// stored meanwhile moves no page.
  static let getMoreStatements: @Sendable (Call, Answering) throws -> Void = { call, answering in
    call.answerConsistently(answering) { version in
      let after = try call.requiredParameter("after", .instant)
      let query = call.head.query.filter { $0.name != "after" }
      guard query.count == call.head.query.count - 1 else {
        throw Problem.parameter("after", "repeated-parameter", "the parameter is given twice")
      }
      let parameters = query.map { (name: $0.name, value: $0.value) }
      guard case .list(let filter) = try StatementQuery(parameters: parameters, version: version) else {
        throw Problem.parameter("after", "parameters-conflict", "one statement has no further pages")
      }
      return try call.list(filter, after: after, query)
    }
  }
}

extension Call {
  /// Answers with what the body makes or throws, and says through which instant every statement was seen
  /// (Communication 2.1.3, `X-Experience-API-Consistent-Through`). The instant is fixed before anything is read.
  fileprivate func answerConsistently(
    _ answering: Answering, _ make: (XAPIVersion) throws -> Response
  ) {
    let instant = endpoint.statementsUnderWay.consistentThrough(now: registrar.clock())
    let field = Response.Field("X-Experience-API-Consistent-Through", instant.description)
    do {
      var response = try make(version())
      response.headers.append(field)
      answering.send(response)
    } catch {
      answering.fail(error, with: field)
    }
  }

  fileprivate func single(_ id: UUID, isVoided: Bool, _ version: XAPIVersion) throws -> Response {
    guard let found = try answer(GetStatement(id: id, isVoided: isVoided)) else {
      throw Problem(
        .notFound, "not-found",
        isVoided ? "no voided statement has this id" : "no statement has this id, or it is voided")
    }
    var response = Response.json(found.bytes)
    if version == .version2 {
      response.headers.append(Response.Field("Last-Modified", found.stored.httpDate))
    }
    return response
  }

  fileprivate func list(
    _ filter: StatementFilter, after: Instant?, _ query: [QueryParameter]
  ) throws -> Response {
    let found = try answer(FindStatements(filter: filter, after: after))
    let last = found.hasMore ? found.statements.last : nil
    return .json(
      statementResult(found.statements, more: last.map { moreLink(query, behind: $0.stored) } ?? ""))
  }

  /// The address of the next page, from the root: no scheme, host or port (Communication 2.1.3, `more`).
  private func moreLink(_ query: [QueryParameter], behind stored: Instant) -> String {
    let after = QueryParameter(name: "after", value: stored.description)
    let pairs = (query + [after]).map { percentEncoded($0.name) + "=" + percentEncoded($0.value) }
    return Route.moreStatements + "?" + pairs.joined(separator: "&")
  }
}

/// `{"statements": […], "more": …}`, the statements octet by octet as they are stored. The link is of ASCII letters,
/// digits and marks that JSON need not escape.
private func statementResult(_ statements: [FoundStatement], more: String) -> [UInt8] {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(statements.reduce(40 + more.utf8.count) { $0 + $1.bytes.count + 1 })
  bytes += "{\"statements\":[".utf8
  for (position, statement) in statements.enumerated() {
    if position > 0 { bytes.append(UInt8(ascii: ",")) }
    bytes += statement.bytes
  }
  bytes += "],\"more\":\"".utf8
  bytes += more.utf8
  bytes += "\"}".utf8
  return bytes
}

/// A text as the part of a query: all but the unreserved characters of RFC 3986 §2.3 as octets in hexadecimal.
private func percentEncoded(_ text: String) -> String {
  let digits = Array("0123456789ABCDEF".utf8)
  var encoded: [UInt8] = []
  for octet in text.utf8 {
    switch octet {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"):
      encoded.append(octet)
    default: encoded += [UInt8(ascii: "%"), digits[Int(octet >> 4)], digits[Int(octet & 15)]]
    }
  }
  return String(decoding: encoded, as: UTF8.self)
}
