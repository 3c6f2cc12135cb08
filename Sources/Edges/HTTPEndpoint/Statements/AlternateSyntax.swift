internal import HTTP
internal import XAPI

/// The Alternate Request Syntax (xAPI 1.0.3 Communication 1.3): a POST whose only parameter is `method` carries a request
/// of that method, as a form. xAPI 2.0 does not have it.
extension RequestHead {
  /// Whether the request carries another one.
  var isAlternate: Bool {
    method == "POST" && path.utf8.starts(with: "/xapi/".utf8) && query.contains { $0.name == "method" }
  }
}

extension Endpoint {
  /// The longest form that is taken from whoever has not shown a key beforehand: it may stand in the form.
  private static let freeFormBytes = 256 * 1024
  /// The longest form of all. Encoded, what it carries takes up to three times its room.
  private static let formBytes = 3 * Route.statementBytes

  func alternateReception(of head: RequestHead) -> BodyReception {
    do {
      guard head.headers["Authorization"] != nil else { return .collect(limitBytes: Endpoint.freeFormBytes) }
      if (head.contentLength ?? Int.max) > Endpoint.freeFormBytes { _ = try authenticate(head) }
      return .collect(limitBytes: Endpoint.formBytes)
    } catch {
      return .refuse(refusal(of: head, error, in: .statements, on: traffic.astray))
    }
  }
}

extension Request {
  /// The methods that a form may carry.
  private static let carriedMethods: Set<String> = ["GET", "PUT", "POST", "DELETE"]

  /// The header fields that stand in the form, where they are given; those of the request itself count where the form
  /// has none, but for what describes the form.
  private static let carriedFields = [
    "Authorization", "X-Experience-API-Version", "Content-Type", "Content-Length", "If-Match",
    "If-None-Match",
  ]

  /// The request that this one carries, in this order:
  ///
  /// 1. `method` is the only parameter of the query, once, and is one that is known;
  /// 2. the body is a form, in UTF-8, and no field stands in it twice;
  /// 3. the edition is not 2.0, wherever it is named;
  /// 4. the fields named like header fields are those; `content` is the body, which PUT and POST must have, as JSON where
  ///    no type is given; every other field is a parameter of the query.
  func carried() throws -> Request {
    guard head.query.count == 1, let method = head.queryValue("method") else {
      throw Problem.parameter("method", "parameters-conflict", "method must be the only parameter")
    }
    guard Request.carriedMethods.contains(method) else {
      throw Problem.parameter("method", "unusable-value", "the value is none of GET, PUT, POST and DELETE")
    }
    let form = try form()
    let headers = try headers(with: form)
    guard try !isInVersion2(headers) else {
      throw Problem.parameter("method", "unknown-parameter", "xAPI 2.0 has no alternate request syntax")
    }
    let body = try content(of: form, for: method)
    let query = form.filter { $0.name != "content" && !Request.isHeaderField($0.name) }
    let carrying = head.carrying(
      method: method, query: query, headers: headers, contentLength: body.count)
    return Request(head: carrying, body: body)
  }

  private func form() throws -> [QueryParameter] {
    guard let type = head.headers["Content-Type"].flatMap(MediaType.init),
      type.essence == "application/x-www-form-urlencoded", ["utf-8", "utf8", nil].contains(type.charset)
    else {
      throw Problem(
        .badRequest, "content-type",
        "with the parameter method, the body is a form: application/x-www-form-urlencoded")
    }
    let form: [QueryParameter]
    do {
      form = try RequestHead.formFields(of: body)
    } catch {
      throw Problem(.badRequest, "form-malformed", "the body is no form: \(error.message)")
    }
    var seen: Set<String> = []
    for field in form where !seen.insert(field.name).inserted {
      throw Problem(.badRequest, "repeated-parameter", "a field of the form is given twice")
        .with(Problem.Flaw(place: .parameter(field.name), detail: "the field is given twice"))
    }
    return form
  }

  private func headers(with form: [QueryParameter]) throws -> [(name: String, value: String)] {
    let carried = form.filter { Request.isHeaderField($0.name) }.map { (name: $0.name, value: $0.value) }
    for field in carried where field.value.utf8.contains(where: { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F }) {
      throw Problem.parameter(field.name, "unusable-value", "the value is none that a header field can have")
    }
    func isCarried(_ name: String) -> Bool { carried.contains { $0.name.lowercased() == name.lowercased() } }
    let own = head.headers.all.filter { field in
      !["content-type", "content-length"].contains(field.name.lowercased()) && !isCarried(field.name)
    }
    let type = isCarried("Content-Type") ? [] : [(name: "Content-Type", value: "application/json")]
    return own + carried.filter { $0.name.lowercased() != "content-length" } + type
  }

  private func isInVersion2(_ headers: [(name: String, value: String)]) throws -> Bool {
    let version = headers.first { $0.name.lowercased() == "x-experience-api-version" }?.value
    guard let version else { return false }
    return try XAPIVersion.negotiate(version) == .version2
  }

  private func content(of form: [QueryParameter], for method: String) throws -> [UInt8] {
    guard method == "PUT" || method == "POST" else { return [] }
    guard let content = form.first(where: { $0.name == "content" }) else {
      throw Problem(.badRequest, "content-missing", "the form must have the field content")
        .with(Problem.Flaw(place: .parameter("content"), detail: "the field must be given"))
    }
    guard content.value.utf8.count <= Route.statementBytes else {
      throw Problem(
        .contentTooLarge, "body-too-large", "the content has more than \(Route.statementBytes) bytes")
    }
    return Array(content.value.utf8)
  }

  private static func isHeaderField(_ name: String) -> Bool {
    carriedFields.contains { $0.lowercased() == name.lowercased() }
  }
}
