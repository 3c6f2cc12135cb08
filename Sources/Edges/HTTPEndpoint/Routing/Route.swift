internal import HTTP
internal import Operations
internal import Representations

/// One thing that can be asked over HTTP: the method and path, who may, what may come with it, and who answers.
struct Route: Sendable {
  /// What an answer looks like from outside: the header fields that all of its kind have.
  enum Family: Sendable {
    /// `/xapi`: statements by the rules of xAPI.
    case statements
    /// `/api/v1`: the records as JSON.
    case records
    /// What people look at, and what says whether the server lives.
    case pages

    init(path: String) {
      let octets = path.utf8
      self =
        octets.starts(with: "/xapi".utf8) ? .statements : octets.starts(with: "/api".utf8) ? .records : .pages
    }
  }

  /// Who may ask.
  enum Access: Sendable, Equatable {
    /// Public by design.
    case anyone
    /// Whoever presents a key whose scope has the right.
    case holders(of: Right)
  }

  /// What body comes with the request.
  enum Body: Sendable, Equatable {
    case none
    /// A JSON text of at most so many bytes.
    case json(limitBytes: Int)
    /// A document of a form of its own, of at most so many bytes.
    case document(limitBytes: Int)
    /// A package, streamed to a file.
    case package(limitBytes: Int)
    /// The next part of an upload, streamed to its file.
    case part
    /// Statements: a JSON text, or one with the contents of attachments behind it, which are streamed to files.
    case statements(limitBytes: Int, withContentsBytes: Int)
  }

  let method: String
  let pattern: PathPattern
  let family: Family
  let access: Access
  let body: Body
  /// What the route does, in a sentence; empty where the API does not tell of it.
  let summary: String
  /// The parameters that the query may have; nil where the route reads the query itself.
  let parameters: [Schema.Member]?
  /// What the body has to be; nil where none comes.
  let content: DeclaredContent?
  /// What it answers where it does what is asked.
  let answers: [DeclaredAnswer]
  let answer: @Sendable (Call, Answering) throws -> Void
  /// What is told of a resource by a snapshot of the records; nil on a route that changes some, and on one whose answer
  /// is worked out otherwise.
  let shows: (@Sendable (Call, Reading) throws -> Response)?

  init(
    _ method: String, _ path: String, _ family: Family, _ access: Access, _ summary: String = "",
    body: Body = .none, content: DeclaredContent? = nil, parameters: [Schema.Member]? = [],
    answers: [DeclaredAnswer] = [], shows: (@Sendable (Call, Reading) throws -> Response)? = nil,
    answer: @escaping @Sendable (Call, Answering) throws -> Void
  ) {
    self.method = method
    pattern = PathPattern(path)
    self.family = family
    self.access = access
    self.summary = summary
    self.body = body
    self.content = content
    self.parameters = parameters
    self.answers = answers
    self.answer = answer
    self.shows = shows
  }

  /// The method and the path with its braces.
  var name: String { "\(method) \(pattern.text)" }

  /// Throws 400 for a parameter that the route does not have, and for one that is given twice.
  func checkParameters(of head: RequestHead) throws(Problem) {
    guard let parameters, !head.query.isEmpty else { return }
    var seen: Set<String> = []
    for parameter in head.query {
      guard parameters.contains(where: { $0.name == parameter.name }) else {
        throw .parameter(
          parameter.name, "unknown-parameter", "there is no such parameter here; names are case-sensitive")
      }
      guard seen.insert(parameter.name).inserted else {
        throw .parameter(parameter.name, "repeated-parameter", "the parameter is given twice")
      }
    }
  }
}

/// What comes with a request.
struct DeclaredContent: Sendable {
  let mediaTypes: [String]
  /// The form of a JSON text; any text where it is a document of another form.
  let schema: Schema
  /// Whether the request cannot be without it.
  let isRequired: Bool
}

// What is done with the body, decided when the head is in.
extension Route {
  /// A body longer than this, or of unknown length, is taken only from those who may send it.
  private static let freeBodyBytes = 64 * 1024

  func reception(of head: RequestHead, at endpoint: Endpoint) throws -> BodyReception {
    switch body {
    case .none:
      guard !head.hasBody else { throw Problem(.badRequest, "body-not-expected", "this takes no body") }
      return .none
    case .json(let limitBytes): return try collect(limitBytes, of: head, at: endpoint)
    case .statements(let limitBytes, let withContentsBytes):
      guard head.isMultipartMixed else { return try collect(limitBytes, of: head, at: endpoint) }
      _ = try endpoint.admit(head, to: self)
      return .stream(try StatementIntake(head, at: endpoint), limitBytes: withContentsBytes)
    case .document(let limitBytes):
      _ = try endpoint.admit(head, to: self)
      return .collect(limitBytes: limitBytes)
    case .part: return try receivePart(of: head, at: endpoint)
    case .package(let limitBytes):
      _ = try endpoint.admit(head, to: self)
      return .stream(
        try Upload(head, of: content?.mediaTypes ?? [], in: endpoint.uploads), limitBytes: limitBytes)
    }
  }
}

extension Route {
  private func collect(
    _ limitBytes: Int, of head: RequestHead, at endpoint: Endpoint
  ) throws -> BodyReception {
    if (head.contentLength ?? Int.max) > Route.freeBodyBytes { _ = try endpoint.admit(head, to: self) }
    return .collect(limitBytes: limitBytes)
  }
}

extension RequestHead {
  /// Whether a body comes with the request.
  var hasBody: Bool { contentLength != 0 }
}
