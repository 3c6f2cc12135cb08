public import Values

/// Jobs and what came of them.
public protocol JobRecords {
  func job(_ id: JobID) throws -> Job?
  /// Jobs in the order they were taken: of one key where it is given, in one state where that is.
  func jobs(of owner: KeyID?, state: JobState?, page: PageRequest) throws -> Page<Job>
  /// The jobs that have not ended, in the order they were taken.
  func openJobs() throws -> [Job]
  /// What came of a job; nil where nothing did.
  func outcome(of job: JobID) throws -> KeptAnswer?
}

/// What can be added to jobs, and forgotten of them.
public protocol WritableJobRecords {
  func insert(_ job: Job) throws
  /// Brings a job into a state at an instant: working, or one of those that it ends in.
  func setState(_ state: JobState, of job: JobID, at instant: Instant) throws
  /// Keeps what came of a job.
  func keep(_ outcome: KeptAnswer, of job: JobID) throws
  /// Forgets jobs that ended before an instant, the earliest first.
  func forgetJobs(endedBefore instant: Instant, atMost count: Int) throws
}
