internal import Values

/// What whoever asks for a change asks beside it. All of it is looked at, and kept, in the change's own transaction.
public struct Terms<Outcome>: Sendable {
  /// The request that is carried out once, and what is told when it is sent again.
  struct Once: Sendable {
    let request: RepeatableRequest
    let answer: @Sendable (Outcome) throws -> KeptAnswer
  }

  let once: Once?
  /// Throws where the records are not as whoever asks takes them to be.
  let condition: (@Sendable (Reading) throws -> Void)?

  /// - Parameters:
  ///   - condition: throws where the records are not as they are to be for the change to be carried out.
  ///   - request: the request, where it may be sent again.
  ///   - answer: what is told then. It never holds a secret.
  public init(
    condition: (@Sendable (Reading) throws -> Void)?, once request: RepeatableRequest?,
    answer: @escaping @Sendable (Outcome) throws -> KeptAnswer
  ) {
    self.condition = condition
    once = request.map { Once(request: $0, answer: answer) }
  }

  private init(condition: (@Sendable (Reading) throws -> Void)?, once: Once?) {
    self.condition = condition
    self.once = once
  }

  /// Nothing beside the change.
  public static var none: Terms { Terms(condition: nil, once: nil) }

  /// The same terms, for a change whose outcome is a part of what is told.
  func of<Part>(_ whole: @escaping @Sendable (Part) throws -> Outcome) -> Terms<Part> {
    Terms<Part>(
      condition: condition,
      once: once.map { once in
        Terms<Part>.Once(request: once.request) { try once.answer(whole($0)) }
      })
  }
}

extension Change {
  /// Carries the change out on terms: not a second time, not where the records are otherwise than it is meant for.
  func carryOut(_ work: Work, on terms: Terms<Outcome>) throws -> Outcome {
    if let once = terms.once { try work.records.requireUnanswered(once.request, now: work.now) }
    try terms.condition?(work.reading)
    let outcome = try carryOut(work)
    if let once = terms.once { try work.keep(once.answer(outcome), of: once.request) }
    return outcome
  }
}

extension Work {
  /// How many answers that are past their day go when one is kept.
  private static let forgottenAtOnce = 16

  /// The records as they are within this transaction.
  var reading: Reading {
    Reading(records: records, grant: grant, now: now, origin: origin, calendar: calendar)
  }

  fileprivate func keep(_ answer: KeptAnswer, of request: RepeatableRequest) throws {
    let earliest = Instant(microseconds: now.microseconds - KeptAnswer.seconds * 1_000_000)
    try records.forgetAnswers(keptBefore: earliest, atMost: Work.forgottenAtOnce)
    try records.keep(answer, of: request)
  }
}
