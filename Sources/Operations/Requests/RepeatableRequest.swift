public import Values

/// A request that its sender may send again under the same name, because no answer came: it is carried out once.
public struct RepeatableRequest: Sendable, Hashable {
  /// Who sent it. What others send under the same name has nothing to do with it.
  public let sender: KeyID
  /// What its sender calls it: the value of `Idempotency-Key`.
  public let name: String
  /// SHA-256 over what was asked for; under one name nothing else is asked for.
  public let digest: [UInt8]

  public init(sender: KeyID, name: String, digest: [UInt8]) {
    self.sender = sender
    self.name = name
    self.digest = digest
  }
}

/// What a request was answered with, to be told again.
public struct KeptAnswer: Sendable, Hashable {
  /// A field of the answer's head.
  public struct Field: Sendable, Hashable {
    public let name: String
    public let value: String

    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// For how long an answer is told again, at the least.
  static let seconds: Int64 = 24 * 60 * 60

  public let status: Int
  public let fields: [Field]
  public let body: [UInt8]

  public init(status: Int, fields: [Field], body: [UInt8]) {
    self.status = status
    self.fields = fields
    self.body = body
  }
}

/// The request was carried out and answered before: nothing is done, and the answer is the one that it got then.
public struct AnsweredBefore: Error, Sendable {
  public let answer: KeptAnswer
}

/// The name of the request was given to another one before.
public struct RequestNameReused: Explainable, Hashable {
  public let name: String

  public var explanation: Explanation {
    Explanation(
      .unusable, "idempotency-key-reused", "another request was sent under this key before",
      remedy: "send another request under another key")
  }
}

extension Records {
  /// Throws `AnsweredBefore` where the request was answered at most a day ago, and `RequestNameReused` where another
  /// one of the same name was.
  func requireUnanswered(_ request: RepeatableRequest, now: Instant) throws {
    let earliest = now.before(seconds: KeptAnswer.seconds)
    guard let kept = try keptAnswer(to: request.sender, named: request.name, since: earliest) else { return }
    guard kept.digest == request.digest else { throw RequestNameReused(name: request.name) }
    throw AnsweredBefore(answer: kept.answer)
  }
}

extension Registrar {
  /// As `perform(_:as:on:)` would throw it, before work is begun that takes long.
  public func requireUnanswered(_ request: RepeatableRequest) throws {
    try store.read { try $0.requireUnanswered(request, now: present) }
  }
}
