internal import HTTP
internal import JSON
internal import Operations
internal import Representations

// A route as OpenAPI describes an operation.
extension Route {
  func describe(in json: inout JSONWriter) {
    json.object { json in
      json.member("operationId", operationID)
      json.member("summary", summary)
      json.member("tags", texts: [group])
      if case .holders(let right) = access {
        json.member("description", "Needs the right `\(right.rawValue)`.")
      }
      json.member("parameters") { parameters(in: &$0) }
      if let content { json.member("requestBody") { content.describe(in: &$0) } }
      json.member("responses") { responses(in: &$0) }
    }
  }

  /// `post-sessions-session-open` of `POST /api/v1/sessions/{session}/open`.
  private var operationID: String {
    let words = pattern.segments.dropFirst(2).map { segment in
      switch segment {
      case .fixed(let text): text
      case .any(let name): name
      }
    }
    return ([String(decoding: method.utf8.map { $0 | 0x20 }, as: UTF8.self)] + words).joined(separator: "-")
  }

  private func parameters(in json: inout JSONWriter) {
    json.array { json in
      for name in pathNames { describe(name, in: &json) }
      for parameter in parameters ?? [] { parameter.describe(as: "query", in: &json) }
      for header in DescribedHeader.allCases where header.belongs(to: self) {
        json.object { $0.member("$ref", "#/components/parameters/\(header.rawValue)") }
      }
    }
  }

  /// The names between the braces of the path.
  private var pathNames: [String] {
    pattern.segments.compactMap { if case .any(let name) = $0 { name } else { nil } }
  }

  private func describe(_ name: String, in json: inout JSONWriter) {
    guard let known = PathName.known[name] else { preconditionFailure("nothing is known of {\(name)}") }
    Schema.Member(name, known.schema, known.meaning).describe(as: "path", in: &json)
  }

  private func responses(in json: inout JSONWriter) {
    json.object { json in
      for answer in answers { json.member(String(answer.status)) { answer.describe(in: &$0) } }
      if method == "GET" { refer(to: "304", "NotModified", in: &json) }
      for problem in problems { refer(to: String(problem.rawValue), problem.componentName, in: &json) }
      refer(to: "default", "Problem", in: &json)
    }
  }

  private func refer(to status: String, _ component: String, in json: inout JSONWriter) {
    json.member(status) { json in
      json.object { $0.member("$ref", "#/components/responses/\(component)") }
    }
  }

  /// The problems that belong to what the route is.
  var problems: [Problem.Status] {
    var problems: [Problem.Status] = [.badRequest, .unauthorized, .forbidden, .notFound, .preconditionFailed]
    if pattern.text.utf8.starts(with: "/api/v1/reports".utf8) { problems.append(.notAcceptable) }
    if method != "GET" || pattern.text == "/api/v1/jobs/{job}/outcome" { problems.append(.conflict) }
    if pattern.text == "/api/v1/exports/statements" { problems.append(.unprocessable) }
    if content != nil {
      problems += [.contentTooLarge, .unsupportedMediaType, .unprocessable, .insufficientStorage]
    }
    return (problems + [.tooManyRequests, .unavailable]).sorted { $0.rawValue < $1.rawValue }
  }
}

/// A header that many requests may have.
enum DescribedHeader: String, CaseIterable {
  case idempotencyKey = "IdempotencyKey"
  case ifMatch = "IfMatch"
  case ifNoneMatch = "IfNoneMatch"
  case prefer = "Prefer"
  case uploadOffset = "UploadOffset"

  func belongs(to route: Route) -> Bool {
    switch self {
    case .idempotencyKey: route.method == "POST"
    case .ifMatch, .ifNoneMatch: route.method == "GET" || RouteTable.shared.resource(of: route) != nil
    case .prefer: route.answers.contains { $0.status == 202 }
    case .uploadOffset: route.body == .part
    }
  }

  static func write(in json: inout JSONWriter) {
    json.object { json in
      for header in allCases {
        json.member(header.rawValue) { header.member.describe(as: "header", in: &$0) }
      }
    }
  }

  /// The header as a member of the request.
  var member: Schema.Member {
    switch self {
    case .idempotencyKey:
      Schema.Member(
        Route.idempotencyKeyHeader,
        .text(
          .init(
            "\"8e03978e-40d5-43dd-bc93-6894a57f9324\"",
            pattern: #"^([A-Za-z0-9._:-]{1,255}|"([ !#-\[\]-~]|\\["\\]){1,255}")$"#)),
        isRequired: false,
        "What the sender calls the request: sent again under the same name within 24 hours it is carried out once, and answered as it was first."
      )
    case .ifMatch:
      Schema.Member(
        "If-Match", .text(example: "\"mF2bNf0xYz8q\""), isRequired: false,
        "The ETag of the state that the resource is to be in; another is answered with 412.")
    case .ifNoneMatch:
      Schema.Member(
        "If-None-Match", .text(example: "\"mF2bNf0xYz8q\""), isRequired: false,
        "The ETag of a state that the sender has: a look is answered with 304, a change with 412.")
    case .prefer:
      Schema.Member(
        "Prefer", .text(example: "respond-async"), isRequired: false,
        "`respond-async`: answer at once with a job (RFC 7240).")
    case .uploadOffset:
      Schema.Member("Upload-Offset", .count, "How many bytes have come before this part.")
    }
  }
}

extension Schema.Member {
  /// The member as a parameter of a request, `in` its path, query or head.
  func describe(as place: String, in json: inout JSONWriter) {
    json.object { json in
      json.member("name", name)
      json.member("in", place)
      if isRequired { json.member("required", true) }
      if !meaning.isEmpty { json.member("description", meaning) }
      json.member("schema") { Schema.Member(name, schema, standard: standard).write(in: &$0) }
    }
  }
}

extension DeclaredContent {
  fileprivate func describe(in json: inout JSONWriter) {
    json.object { json in
      json.member("required", isRequired)
      json.member("content") { json in
        json.object { json in
          for type in mediaTypes {
            json.member(type) { $0.object { $0.member("schema") { schema.write(in: &$0) } } }
          }
        }
      }
    }
  }
}

extension DeclaredAnswer {
  fileprivate func describe(in json: inout JSONWriter) {
    json.object { json in
      json.member("description", meaning)
      if !fields.isEmpty {
        json.member("headers") { json in
          json.object { json in
            for field in fields { json.member(field.name) { field.describeField(in: &$0) } }
          }
        }
      }
      json.member("content") { json in
        json.object { json in
          for content in contents {
            json.member(content.mediaType) {
              $0.object { $0.member("schema") { content.schema.write(in: &$0) } }
            }
          }
        }
      }
    }
  }
}

extension Schema.Member {
  /// The member as a field of an answer's head.
  fileprivate func describeField(in json: inout JSONWriter) {
    json.object { json in
      if !meaning.isEmpty { json.member("description", meaning) }
      if isRequired { json.member("required", true) }
      json.member("schema") { schema.write(in: &$0) }
    }
  }
}
