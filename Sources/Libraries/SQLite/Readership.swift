internal import Synchronization

/// What the writer of a database and its readers in the same process tell each other, so that a reader may go on with
/// the snapshot of the read before for as long as nothing was committed since.
///
/// Beginning and ending a snapshot costs four locks of the log's index, each a call of the system under one lock of
/// the process: more than a read of one row. Only where no other process writes may a reader rely on it.
public final class Readership: Sendable {
  private let commits = Atomic(0)
  private let logIsMoving = Atomic(false)
  private let endSnapshots = Mutex<(@Sendable () -> Void)?>(nil)

  /// Of a database that has no readers yet.
  public init() {}

  /// How many commits there were. A snapshot begun after this was read is at least as new as that.
  var commitCount: Int { commits.load(ordering: .acquiring) }

  /// Whether a snapshot may outlast its read: not while the log is moved, which waits for snapshots to end.
  var mayKeepSnapshots: Bool { !logIsMoving.load(ordering: .sequentiallyConsistent) }

  /// Says how snapshots that outlasted their read are ended.
  func whenLogMoves(_ endSnapshots: @escaping @Sendable () -> Void) {
    self.endSnapshots.withLock { $0 = endSnapshots }
  }

  /// A commit was made, or it is not known whether. To be called before anyone is told of it.
  func noteCommit() { commits.add(1, ordering: .acquiringAndReleasing) }

  /// Moves the log by `body`, with no snapshot kept in its way.
  func whileLogMoves(_ body: () -> Void) {
    logIsMoving.store(true, ordering: .sequentiallyConsistent)
    defer { logIsMoving.store(false, ordering: .sequentiallyConsistent) }
    endSnapshots.withLock { $0 }?()
    body()
  }
}
