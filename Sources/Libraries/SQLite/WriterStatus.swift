internal import Synchronization

/// How a writer is doing.
public struct WriterStatus: Sendable, Equatable {
  /// How many commits were made durable.
  public var commits = 0
  /// How many works shared them, those included that were refused for themselves.
  public var works = 0
  /// The length of the write-ahead log in pages.
  public var logPages = 0
  /// Why the log could not be moved into the database the last time; it is complete and stays where it is.
  public var logFailure: SQLiteError?
  /// Why the writer has stopped: it is no longer known what the files hold. Open the database anew.
  public var failure: SQLiteError?
}

/// Where the writer's thread writes its status for others to read.
final class StatusBoard: Sendable {
  private let status = Mutex(WriterStatus())

  /// The status of this moment.
  var current: WriterStatus { status.withLock { $0 } }

  func noteCommit(of works: Int, logPages: Int) {
    status.withLock { status in
      status.commits += 1
      status.works += works
      status.logPages = logPages
    }
  }

  func note(logPages: Int, logFailure: SQLiteError?) {
    status.withLock { status in
      status.logPages = logPages
      status.logFailure = logFailure
    }
  }

  func note(failure: SQLiteError?) {
    status.withLock { $0.failure = failure }
  }
}
