public import Values

extension Registrar {
  /// Takes work on that is carried out later: from the moment that this is durable, who asks is told what becomes of it.
  ///
  /// - Parameter completion: called once, on the writer's thread, with the job in hand.
  public func take(
    _ task: String, as principal: Principal, on terms: Terms<Job>,
    completion: @escaping @Sendable (Result<(Job, JobInHand), any Error>) -> Void
  ) {
    perform(TakeJob(task: task), as: principal, on: terms) { outcome in
      completion(outcome.map { ($0, jobs.take($0.id)) })
    }
  }

  /// Carries out the work of a job, and keeps what came of it.
  ///
  /// - Parameters:
  ///   - work: does it, on the job's terms, and says what is to be told of it.
  ///   - telling: how an error is told.
  public func carryOut(
    _ job: JobInHand, as principal: Principal, work: () throws -> KeptAnswer,
    telling: (any Error) -> KeptAnswer
  ) {
    defer { jobs.leave(job) }
    do {
      guard try perform(BeginJob(job: job.id), as: principal) else { return }
      let end = try ending(work, telling)
      _ = try perform(EndJob(job: job.id, ending: end), as: principal)
    } catch {
      // The records take nothing more; the job is found under way when they are opened again, and is interrupted then.
      return
    }
  }

  /// Ends a job that was taken on and could not be begun, without waiting.
  public func giveUp(_ job: JobInHand, as principal: Principal, telling answer: KeptAnswer) {
    perform(EndJob(job: job.id, ending: .failed(answer)), as: principal) { _ in jobs.leave(job) }
  }

  private func ending(
    _ work: () throws -> KeptAnswer, _ telling: (any Error) -> KeptAnswer
  ) throws -> EndJob.Ending {
    do {
      return .done(try work())
    } catch is JobCancelled {
      return .cancelled
    } catch {
      let answer = telling(error)
      return answer.status < 500 ? .refused(answer) : .failed(answer)
    }
  }

  /// Calls a job off. What is under way stops where it next looks, and nothing of it is recorded; what is recorded
  /// already is done, and cannot be called off.
  public func cancelJob(_ id: JobID, as principal: Principal) throws -> Job {
    try callOff(id, as: principal)
    return try perform(CancelJob(id), as: principal)
  }

  /// As `cancelJob(_:as:)`, without waiting: the completion is called once, on the writer's thread.
  public func cancelJob(
    _ id: JobID, as principal: Principal, on terms: Terms<Job>,
    completion: @escaping @Sendable (Result<Job, any Error>) -> Void
  ) throws {
    try callOff(id, as: principal)
    perform(CancelJob(id), as: principal, on: terms, completion: completion)
  }

  /// What is under way is told before the writer is: it may be what the writer is at.
  private func callOff(_ id: JobID, as principal: Principal) throws {
    _ = try answer(ShowJob(id), as: principal)
    jobs[id]?.cancel()
  }

  /// How far a job has come; nil where it does not say, or is not under way.
  public func progress(of id: JobID) -> JobProgress? { jobs[id]?.progress }

  /// To be called when a server begins: jobs that were waiting or under way when the last one ended were not carried out,
  /// and answers and jobs that are past their time are forgotten.
  public func settleRequests() throws {
    try perform(SettleRequests(), as: .owner)
  }
}

/// Keeps that somebody asked for work.
struct TakeJob: Change {
  static let right = Right.followJobs

  /// How many jobs that ended long ago go when one is taken.
  private static let forgottenAtOnce = 16

  let task: String

  func carryOut(_ work: Work) throws -> Job {
    guard case .key(let key) = work.principal else { throw KeyHeldByNobody() }
    try work.records.forgetJobs(
      endedBefore: work.now.before(seconds: Job.seconds), atMost: TakeJob.forgottenAtOnce)
    let job = Job(
      id: work.newIdentifier(), owner: key.id, task: task, state: .waiting, takenAt: work.now)
    try work.records.insert(job)
    return job
  }
}

/// Begins a job, unless it was called off before.
struct BeginJob: Change {
  static let right = Right.followJobs

  let job: JobID

  func carryOut(_ work: Work) throws -> Bool {
    let job = try work.records.job(identified: job)
    guard job.state == .waiting else { return false }
    try work.records.setState(try job.state.after(.begin), of: job.id, at: work.now)
    return true
  }
}

/// Ends a job, unless it has ended by what it recorded, or was called off.
struct EndJob: Change {
  static let right = Right.followJobs

  enum Ending: Sendable {
    case done(KeptAnswer)
    case refused(KeptAnswer)
    case failed(KeptAnswer)
    case cancelled
  }

  let job: JobID
  let ending: Ending

  func carryOut(_ work: Work) throws -> Job {
    let job = try work.records.job(identified: job)
    guard !job.state.isEnded else { return job }
    switch ending {
    case .done(let answer): try work.end(job, by: .finish, telling: answer)
    case .refused(let answer): try work.end(job, by: .refuse, telling: answer)
    case .failed(let answer): try work.end(job, by: .fail, telling: answer)
    case .cancelled: try work.end(job, by: .cancel, telling: nil)
    }
    return try work.records.job(identified: job.id)
  }
}

/// Calls a job off that has not ended; said twice, it changes nothing.
struct CancelJob: Change {
  static let right = Right.followJobs

  let job: JobID

  init(_ job: JobID) {
    self.job = job
  }

  func carryOut(_ work: Work) throws -> Job {
    let job = try work.records.job(identified: job)
    guard job.state != .cancelled else { return job }
    try work.end(job, by: .cancel, telling: nil)
    return try work.records.job(identified: job.id)
  }
}

/// Ends whatever the process before this one had taken on and not carried out, and forgets what is past its time.
struct SettleRequests: Change {
  static let right = Right.administerKeys

  func carryOut(_ work: Work) throws {
    for job in try work.records.openJobs() { try work.end(job, by: .interrupt, telling: nil) }
    try work.records.forgetJobs(endedBefore: work.now.before(seconds: Job.seconds), atMost: .max)
    try work.records.forgetAnswers(keptBefore: work.now.before(seconds: KeptAnswer.seconds), atMost: .max)
    try work.records.forgetDispatches(settledBefore: work.now.before(seconds: EventDispatch.seconds))
  }
}

extension Instant {
  /// The instant so many seconds earlier.
  func before(seconds: Int64) -> Instant {
    Instant(microseconds: microseconds - seconds * 1_000_000)
  }
}

extension Work {
  /// Ends a job within this transaction, with what is told of it.
  func end(_ job: Job, by event: JobState.Event, telling answer: KeptAnswer?) throws {
    try records.setState(try job.state.after(event), of: job.id, at: now)
    if let answer { try records.keep(answer, of: job.id) }
  }
}

extension Records {
  func job(identified id: JobID) throws -> Job {
    guard let job = try job(id) else { throw NotFound(.job, id.description) }
    return job
  }
}
