internal import Values

/// What whoever asks for a change asks beside it. All of it is looked at, and kept, in the change's own transaction.
public struct Terms<Outcome>: Sendable {
  /// The request that is carried out once.
  let once: RepeatableRequest?
  /// The job that ends with the change.
  let job: JobInHand?
  /// Throws where the records are not as whoever asks takes them to be.
  let condition: (@Sendable (Reading) throws -> Void)?
  /// What is told of the outcome: when the request is sent again, and when the job is asked for.
  let answer: @Sendable (Outcome) throws -> KeptAnswer

  /// - Parameters:
  ///   - condition: throws where the records are not as they are to be for the change to be carried out.
  ///   - request: the request, where it may be sent again.
  ///   - job: the job that ends with the change.
  ///   - answer: what is told then. It never holds a secret.
  public init(
    condition: (@Sendable (Reading) throws -> Void)? = nil, once request: RepeatableRequest? = nil,
    job: JobInHand? = nil, answer: @escaping @Sendable (Outcome) throws -> KeptAnswer
  ) {
    self.condition = condition
    self.job = job
    self.answer = answer
    once = request
  }

  /// Nothing beside the change.
  public static var none: Terms { Terms { _ in KeptAnswer(status: 204, fields: [], body: []) } }

  /// The same terms, for a change whose outcome is a part of what is told.
  func of<Part>(_ whole: @escaping @Sendable (Part) throws -> Outcome) -> Terms<Part> {
    Terms<Part>(condition: condition, once: once, job: job) { try answer(whole($0)) }
  }

  /// Tells how far the work has come. Throws `JobCancelled` where it was called off.
  func note(done: Int, of total: Int) throws {
    try job?.note(done: done, total: total)
  }
}

extension Change {
  /// Carries the change out on terms: not a second time, not for a job that was called off, not where the records are
  /// otherwise than it is meant for.
  func carryOut(_ work: Work, on terms: Terms<Outcome>) throws -> Outcome {
    if let request = terms.once { try work.records.requireUnanswered(request, now: work.now) }
    let job = try terms.job.map { try work.requireWorking($0.id) }
    try terms.condition?(work.reading)
    var work = work
    work.progress = { try terms.note(done: $0, of: $1) }
    let outcome = try carryOut(work)
    if let request = terms.once { try work.keep(terms.answer(outcome), of: request) }
    if let job { try work.end(job, by: .finish, telling: terms.answer(outcome)) }
    return outcome
  }
}

extension Work {
  /// How many answers that are past their day go when one is kept.
  private static let forgottenAtOnce = 16

  /// The records as they are within this transaction.
  var reading: Reading {
    Reading(records: records, principal: principal, now: now, origin: origin, calendar: calendar)
  }

  fileprivate func keep(_ answer: KeptAnswer, of request: RepeatableRequest) throws {
    try records.forgetAnswers(
      keptBefore: now.before(seconds: KeptAnswer.seconds), atMost: Work.forgottenAtOnce)
    try records.keep(answer, of: request)
  }

  fileprivate func requireWorking(_ id: JobID) throws -> Job {
    let job = try records.job(identified: id)
    guard job.state == .working else { throw JobCancelled() }
    return job
  }
}
