public import Values

/// The identity of a job.
public typealias JobID = Identifier<Job>

/// Work that takes long, taken on to be carried out later: who asked for it looks again for what came of it.
///
/// It is no record of the field: what it does leaves its own records, all in one transaction with the job's end. So a job
/// that says `done` was done, and one that says anything else has recorded nothing.
public struct Job: Sendable, Hashable {
  public let id: JobID
  /// The key that asked. Nobody else sees the job but administrators.
  public let owner: KeyID
  /// What was asked for, in the words of the door: `POST /api/v1/imports`.
  public let task: String
  public let state: JobState
  public let takenAt: Instant
  public let startedAt: Instant?
  public let endedAt: Instant?
  /// The status of what came of it; nil until there is something.
  public let status: Int?

  public init(
    id: JobID, owner: KeyID, task: String, state: JobState, takenAt: Instant, startedAt: Instant? = nil,
    endedAt: Instant? = nil, status: Int? = nil
  ) {
    self.id = id
    self.owner = owner
    self.task = task
    self.state = state
    self.takenAt = takenAt
    self.startedAt = startedAt
    self.endedAt = endedAt
    self.status = status
  }

  /// For how long a job that has ended is kept, at the least.
  static let seconds: Int64 = 7 * 24 * 60 * 60
}

/// The life of a job.
public enum JobState: String, Sendable, CaseIterable {
  /// Others are under way.
  case waiting
  case working
  /// What was asked for is recorded, or drawn up.
  case done
  /// What was sent could not be taken; nothing is recorded.
  case refused
  /// The system failed; nothing is recorded.
  case failed
  /// It was called off; nothing is recorded.
  case cancelled
  /// The server ended while it was waiting or working; nothing is recorded.
  case interrupted

  /// What may happen to a job.
  public enum Event: String, Sendable, CaseIterable {
    case begin, finish, refuse, fail, cancel, interrupt
  }

  /// Why an event does not apply.
  public enum Refusal: Error, Hashable, Sendable {
    /// The job is in a state that the event does not start from.
    case notFrom(JobState, Event)
  }

  /// The state after an event.
  public func after(_ event: Event) throws(Refusal) -> JobState {
    switch (self, event) {
    case (.waiting, .begin): .working
    case (.working, .finish): .done
    case (.working, .refuse): .refused
    case (.waiting, .fail), (.working, .fail): .failed
    case (.waiting, .cancel), (.working, .cancel): .cancelled
    case (.waiting, .interrupt), (.working, .interrupt): .interrupted
    case (.waiting, .finish), (.waiting, .refuse), (.working, .begin),
      (.done, .begin), (.done, .finish), (.done, .refuse), (.done, .fail), (.done, .cancel),
      (.done, .interrupt),
      (.refused, .begin), (.refused, .finish), (.refused, .refuse), (.refused, .fail), (.refused, .cancel),
      (.refused, .interrupt),
      (.failed, .begin), (.failed, .finish), (.failed, .refuse), (.failed, .fail), (.failed, .cancel),
      (.failed, .interrupt),
      (.cancelled, .begin), (.cancelled, .finish), (.cancelled, .refuse), (.cancelled, .fail),
      (.cancelled, .cancel), (.cancelled, .interrupt),
      (.interrupted, .begin), (.interrupted, .finish), (.interrupted, .refuse), (.interrupted, .fail),
      (.interrupted, .cancel), (.interrupted, .interrupt):
      throw .notFrom(self, event)
    }
  }

  /// Whether nothing more becomes of it.
  public var isEnded: Bool {
    switch self {
    case .waiting, .working: false
    case .done, .refused, .failed, .cancelled, .interrupted: true
    }
  }
}

extension JobState.Refusal: Explainable {
  public var explanation: Explanation {
    switch self {
    case .notFrom(let state, let event):
      Explanation(.conflict, "wrong-state", "a job that is \(state.rawValue) cannot \(event.rawValue)")
    }
  }
}

/// The job was called off: nothing of it is recorded.
public struct JobCancelled: Error, Sendable {}
