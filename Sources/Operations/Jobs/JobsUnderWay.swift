internal import Synchronization
public import Values

/// How far a job has come.
public struct JobProgress: Sendable, Hashable {
  /// Files, or entries, that are done.
  public let done: Int
  public let total: Int
}

/// A job that this process has in hand: it is told how far it has come, and whether it was called off.
public final class JobInHand: Sendable {
  public let id: JobID
  private let state = Mutex((progress: JobProgress?.none, isCancelled: false))

  init(_ id: JobID) {
    self.id = id
  }

  var progress: JobProgress? { state.withLock(\.progress) }

  /// Throws `JobCancelled` where the job was called off.
  func note(done: Int, total: Int) throws {
    let isCancelled = state.withLock { state in
      state.progress = JobProgress(done: done, total: total)
      return state.isCancelled
    }
    if isCancelled { throw JobCancelled() }
  }

  func cancel() {
    state.withLock { $0.isCancelled = true }
  }
}

/// The jobs that this process has in hand. One process owns the records, so every job that is under way is here.
final class JobsUnderWay: Sendable {
  private let jobs = Mutex<[JobID: JobInHand]>([:])

  subscript(id: JobID) -> JobInHand? { jobs.withLock { $0[id] } }

  func take(_ id: JobID) -> JobInHand {
    let job = JobInHand(id)
    jobs.withLock { $0[id] = job }
    return job
  }

  func leave(_ job: JobInHand) {
    jobs.withLock { $0[job.id] = nil }
  }
}
