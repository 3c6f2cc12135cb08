internal import HTTP
internal import Operations

/// The state that a request takes a resource to be in (RFC 9110 §13): `If-Match`, and `If-None-Match`.
struct Conditions: Sendable {
  private let match: EntityTags?
  private let noneMatch: EntityTags?

  static let none = Conditions(match: nil, noneMatch: nil)

  private init(match: EntityTags?, noneMatch: EntityTags?) {
    (self.match, self.noneMatch) = (match, noneMatch)
  }

  /// Throws 400 for what lists no tags: a condition that was not understood is not passed over.
  init(_ head: RequestHead) throws(Problem) {
    match = try head.entityTags("If-Match")
    noneMatch = try head.entityTags("If-None-Match")
  }

  var areNone: Bool { match == nil && noneMatch == nil }

  /// Throws 412 where the resource is in another state than `If-Match` lists.
  func requireMatch(_ tag: EntityTag) throws(Problem) {
    if let match, !match.hold(strongly: tag) { throw .preconditionFailed("If-Match") }
  }

  /// Whether the sender has the state already.
  func haveAlready(_ tag: EntityTag) -> Bool {
    noneMatch?.hold(weakly: tag) ?? false
  }

  /// Throws 412 unless the resource is in a state in which it is to be changed.
  func requireChangeable(_ tag: EntityTag) throws(Problem) {
    try requireMatch(tag)
    if haveAlready(tag) { throw .preconditionFailed("If-None-Match") }
  }

  /// The header of the first condition; nil where there is none.
  var header: String? { match != nil ? "If-Match" : noneMatch != nil ? "If-None-Match" : nil }
}

extension RequestHead {
  fileprivate func entityTags(_ name: String) throws(Problem) -> EntityTags? {
    let values = headers.values(name)
    guard !values.isEmpty else { return nil }
    guard let tags = EntityTags(values.joined(separator: ",")) else {
      throw Problem(.badRequest, "precondition-malformed", "the condition cannot be understood")
        .toBeMended(by: "send * or the ETag of an answer with its quotes")
        .with(Problem.Flaw(place: .header(name), detail: "this is neither * nor a list of tags in quotes"))
    }
    return tags
  }
}

extension Problem {
  static func preconditionFailed(_ header: String) -> Problem {
    Problem(
      .preconditionFailed, "precondition-failed", "the resource is in another state than the request says"
    )
    .toBeMended(by: "read it again, and decide on what it says now")
    .with(Flaw(place: .header(header), detail: "the tag is not that of the present state"))
  }

  /// A condition on a route that changes nothing that is there.
  static func preconditionNotOffered(_ header: String) -> Problem {
    Problem(.badRequest, "precondition-not-offered", "nothing is there yet that the condition could be about")
      .toBeMended(by: "leave the condition out")
      .with(Flaw(place: .header(header), detail: "this request makes something new"))
  }
}

extension Response {
  /// The answer to a question about records, with its tag; 304 where the sender has it already, 412 where the resource
  /// is not in the state that the sender asks about.
  func conditional(on conditions: Conditions) throws -> Response {
    guard status == 200, case .bytes(let bytes) = body else { return self }
    let tag = try EntityTag(of: bytes)
    try conditions.requireMatch(tag)
    var answer = self
    answer.headers.append(Field("ETag", tag.text))
    guard conditions.haveAlready(tag) else { return answer }
    let kept = answer.headers.filter { ["ETag", "Vary"].contains($0.name) }
    return Response(status: 304, headers: kept)
  }
}

extension Call {
  /// Throws, within a change's transaction, unless the resource that it changes is in the state that the request says:
  /// what `GET` of the resource would tell whoever asks. Nil where the request sets no condition.
  ///
  /// What is not there, or out of reach, is answered as without the condition (§13.2.1).
  func condition() throws(Problem) -> (@Sendable (Reading) throws -> Void)? {
    guard let header = conditions.header else { return nil }
    guard let shows = resource?.shows else { throw .preconditionNotOffered(header) }
    return { reading in
      guard case .bytes(let bytes) = try shows(self, reading).body else { return }
      try conditions.requireChangeable(EntityTag(of: bytes))
    }
  }
}
