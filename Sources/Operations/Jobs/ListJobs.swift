public import Values

/// The jobs of whoever asks, in the order they were taken; all of them for an administrator.
public struct ListJobs: Inquiry {
  public static let right: Right? = .followJobs

  public let state: JobState?
  public let page: PageRequest

  public init(state: JobState? = nil, page: PageRequest = PageRequest()) {
    self.state = state
    self.page = page
  }

  public func answer(_ reading: Reading) throws -> Page<Job> {
    try reading.records.jobs(of: reading.principal.jobsOwner, state: state, page: page)
  }
}

/// One job.
public struct ShowJob: Inquiry {
  public static let right: Right? = .followJobs

  public let job: JobID

  public init(_ job: JobID) {
    self.job = job
  }

  public func answer(_ reading: Reading) throws -> Job {
    try reading.job(identified: job)
  }
}

/// What came of a job: the answer that would have been given, had it been waited for.
public struct ShowJobOutcome: Inquiry {
  public static let right: Right? = .followJobs

  public let job: JobID

  public init(_ job: JobID) {
    self.job = job
  }

  public func answer(_ reading: Reading) throws -> KeptAnswer {
    let job = try reading.job(identified: job)
    guard let outcome = try reading.records.outcome(of: job.id) else {
      throw JobWithoutOutcome(state: job.state)
    }
    return outcome
  }
}

/// Nothing came of the job, or nothing yet.
public struct JobWithoutOutcome: Explainable, Hashable {
  public let state: JobState

  public var explanation: Explanation {
    Explanation(
      .conflict, state.isEnded ? "job-without-outcome" : "job-not-ended",
      state.isEnded
        ? "the job was \(state.rawValue): nothing came of it"
        : "the job is \(state.rawValue): nothing has come of it yet",
      remedy: state.isEnded ? "ask for the work again" : "look again in a while")
  }
}

extension Reading {
  /// A job that whoever asks may see.
  fileprivate func job(identified id: JobID) throws -> Job {
    let job = try records.job(identified: id)
    if let owner = principal.jobsOwner, owner != job.owner {
      throw OutOfReach(notFound: NotFound(.job, id.description))
    }
    return job
  }
}

extension Principal {
  /// Whose jobs the actor sees; nil for every one's.
  fileprivate var jobsOwner: KeyID? {
    switch self {
    case .owner, .launch: nil
    case .key(let key): has(.administerKeys) ? nil : key.id
    }
  }
}
