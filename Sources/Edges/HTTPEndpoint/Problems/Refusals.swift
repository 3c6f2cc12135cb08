internal import HTTP
internal import JSON
internal import Operations
internal import XAPI

// Each error in the words of a problem. What nobody foresaw says nothing of its reason.
extension Problem {
  init(_ error: any Error, in family: Route.Family) {
    switch error {
    case let problem as Problem: self = problem
    case let error as JSONError: self.init(error)
    case let violation as StatementViolation: self.init(violation)
    case let refusal as QueryRefusal:
      self = .parameter(refusal.parameter, refusal.reason.rawValue, refusal.message)
    case let refusal as VersionRefusal: self.init(refusal)
    case let reused as RequestNameReused:
      self = Problem(reused.explanation, in: family)
        .with(Flaw(place: .header(Route.idempotencyKeyHeader), detail: reused.explanation.message))
    case let fault as MultipartReader.Fault: self.init(fault)
    case DocumentConflict.preconditionFailed as DocumentConflict: self = .preconditionFailed
    case let notFound as NotFound:
      self.init(notFound.explanation, in: family)
      missing = notFound.name
    case let error as any Explainable: self.init(error.explanation, in: family)
    default: self = .unforeseen
    }
  }

  /// A request that the server refused before it was handed on.
  init(_ fault: RequestFault) {
    self.init(Status(rawValue: fault.status) ?? .badRequest, fault.code, fault.message)
    if status == .unavailable { headers.append(Response.Field("Retry-After", "1")) }
  }

  private static let unforeseen = Problem(
    .internalError, "internal-error", "the request failed for a reason that lies with this server"
  ).toBeMended(by: "send it again; where that fails too, tell whoever runs this server")

  private static var preconditionFailed: Problem {
    let explanation = DocumentConflict.preconditionFailed.explanation
    var problem = Problem(.preconditionFailed, explanation.code, explanation.message)
    problem.remedy = explanation.remedy?.toldAsRequest
    return problem
  }

  private init(_ error: JSONError) {
    if case .sizeOverLimit = error.reason {
      self.init(.contentTooLarge, "body-too-large", error.reason.message)
    } else {
      self.init(.badRequest, "json-malformed", "the body is not JSON as RFC 8259 has it: \(error)")
    }
    let place = TextPlace(line: error.line, column: error.column)
    flaws = [Flaw(place: .pointer(error.pointer), detail: error.reason.message, textPlace: place)]
  }

  private init(_ fault: MultipartReader.Fault) {
    let detail =
      switch fault {
      case .noBoundary: "it does not begin with the boundary that its content type gives"
      case .malformedHead: "the head of a part is no list of header fields"
      case .headTooLarge(let limitBytes): "the head of a part has more than \(limitBytes) bytes"
      case .tooManyParts(let limit): "it has more than \(limit) parts"
      case .unfinished: "it ends before its last boundary"
      }
    self.init(.badRequest, "multipart-malformed", "the body is not multipart as RFC 2046 has it: \(detail)")
  }

  private init(_ violation: StatementViolation) {
    self.init(.badRequest, violation.rule.rawValue, "the statement breaks a rule of xAPI: \(violation)")
    flaws = [Flaw(place: .pointer(violation.pointer), detail: violation.message)]
  }

  private init(_ refusal: VersionRefusal) {
    self.init(.badRequest, "xapi-version-not-offered", refusal.message)
    flaws = [Flaw(place: .header("X-Experience-API-Version"), detail: refusal.message)]
  }

  /// A refusal by an operation. Of what the world failed at, only the kind is told.
  private init(_ explanation: Explanation, in family: Route.Family) {
    switch explanation.category {
    case .temporary: self = .temporary(explanation)
    case .unusable:
      self.init(
        family == .statements ? .badRequest : .unprocessable, explanation.code, explanation.message)
    case .notFound: self.init(.notFound, explanation.code, explanation.message)
    case .conflict: self.init(.conflict, explanation.code, explanation.message)
    case .notPermitted: self.init(.forbidden, explanation.code, explanation.message)
    }
    guard explanation.category != .temporary else { return }
    remedy = explanation.remedy?.toldAsRequest
    field = explanation.field
  }

  private static func temporary(_ explanation: Explanation) -> Problem {
    switch explanation.code {
    case "out-of-space":
      Problem(
        .insufficientStorage, explanation.code,
        "the device that holds the records is full; nothing was changed")
    case "overloaded": .overloaded
    default:
      Problem(
        .unavailable, explanation.code, "the records cannot be reached at this moment; nothing was changed"
      )
      .with(Response.Field("Retry-After", "1"))
    }
  }
}

// A refusal names the field of the request by the operation's word for it; the request may call it otherwise.
extension Problem {
  /// The same problem with the place of its field: a parameter where the query has it or there is no body, else a
  /// member of the body. What a query says wrong is answered with 400.
  ///
  /// What is not there is pointed at where the query or the body names it; what the path names is the whole address.
  func placed(in head: RequestHead, body: [UInt8]) -> Problem {
    if let missing { return pointing(at: missing, in: head, body: body) }
    guard let field, flaws.isEmpty else { return self }
    let parameter = head.query.first { Problem.isNamed($0.name, field) }?.name
    guard let parameter = parameter ?? (body.isEmpty && head.method != "POST" ? field : nil) else {
      return with(Flaw(place: .pointer(Problem.pointer(to: field, in: body)), detail: detail))
    }
    var problem = Problem(status == .unprocessable ? .badRequest : status, code, detail)
    (problem.remedy, problem.headers) = (remedy, headers)
    return problem.with(Flaw(place: .parameter(parameter), detail: detail))
  }

  private func pointing(at missing: String, in head: RequestHead, body: [UInt8]) -> Problem {
    if let parameter = head.query.first(where: { $0.value.utf8.elementsEqual(missing.utf8) }) {
      return with(Flaw(place: .parameter(parameter.name), detail: detail))
    }
    let isOfThePath = segmentTexts(of: head.path).contains { $0.utf8.elementsEqual(missing.utf8) }
    guard !isOfThePath, let pointer = Problem.pointer(toText: missing, in: body) else { return self }
    return with(Flaw(place: .pointer(pointer), detail: detail))
  }

  /// The pointer of the first text of a body, at most three levels down, that is this one.
  private static func pointer(toText text: String, in body: [UInt8]) -> String? {
    do {
      return find(text: text, in: try JSONDocument(body).root, levels: 3)?.pointer
    } catch {
      return nil
    }
  }

  private static func find(text: String, in value: JSONValue, levels: Int) -> JSONValue? {
    if let held = value.string, held.utf8.elementsEqual(text.utf8) { return value }
    guard levels > 0 else { return nil }
    for member in value.members.map(Array.init) ?? [] {
      if let found = find(text: text, in: member.value, levels: levels - 1) { return found }
    }
    for element in value.elements.map(Array.init) ?? [] {
      if let found = find(text: text, in: element, levels: levels - 1) { return found }
    }
    return nil
  }

  /// The pointer of the member, at most three levels down, that has the field's name or its plural; of the whole body
  /// where that is no object.
  private static func pointer(to field: String, in body: [UInt8]) -> String {
    do {
      let root = try JSONDocument(body).root
      guard root.kind == .object else { return "" }
      return find(field, in: root, levels: 3)?.pointer ?? "/\(field)"
    } catch {
      return ""
    }
  }

  private static func find(_ field: String, in value: JSONValue, levels: Int) -> JSONValue? {
    guard levels > 0, let members = value.members else { return nil }
    for member in members where isNamed(member.name.string, field) { return member.value }
    for member in members {
      if let found = find(field, in: member.value, levels: levels - 1) { return found }
    }
    return nil
  }

  private static func isNamed(_ name: String, _ field: String) -> Bool {
    ["", "s", "es"].contains { name.utf8.elementsEqual((field + $0).utf8) }
  }
}
