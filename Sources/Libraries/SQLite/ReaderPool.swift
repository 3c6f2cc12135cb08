internal import Synchronization

/// Connections that read, for any number of threads.
///
/// A read sees one state of the database from its first statement to its last, whatever is written meanwhile,
/// and never waits for the writer. The connection used last is lent first, because its memory holds what was
/// read last; more are opened as more threads read at once.
///
/// A pool that knows the writer's ``Readership`` keeps a snapshot from one read to the next while nothing is committed.
public final class ReaderPool: Sendable {
  private struct State {
    var idle: [Idle] = []
    var open = 0
    var isClosed = false
  }

  /// A connection that nobody uses.
  ///
  /// `Sendable`, because it is only ever made when the pool holds the one reference to the connection.
  fileprivate struct Idle: @unchecked Sendable {
    var connection: Connection
    /// How many commits there had been when the connection's snapshot was begun; nil where it has none.
    var snapshot: Int?
  }

  private let state = Mutex(State())
  private let path: String
  private let settings: Settings
  private let maximum: Int
  private let readership: Readership?

  /// A pool over a database that exists; opens one connection at once.
  ///
  /// - Parameters:
  ///   - maximumConnections: How many threads may read at once; one more is refused with `.exhausted`.
  ///   - readership: That of the database's writer, if it is in this process and the only one. Without it each read
  ///     begins a snapshot of its own.
  /// - Throws: `OpeningError`.
  public init(
    at path: String, maximumConnections: Int = 64, settings: Settings = Settings(),
    readership: Readership? = nil
  ) throws(OpeningError) {
    self.path = path
    self.settings = settings
    self.readership = readership
    maximum = maximumConnections
    let first = Idle(connection: try Connection.openReader(at: path, settings: settings))
    state.withLock { state in
      state.idle.append(first)
      state.open = 1
    }
    readership?.whenLogMoves { [weak self] in self?.endKeptSnapshots() }
  }

  /// Lets `body` read one state of the database on the calling thread: one in which everything is durable that
  /// anybody was told to be before the call.
  ///
  /// `body` must not keep the connection; one that was kept is not lent again. A read within a read takes a
  /// second connection and may see a later state.
  ///
  /// - Throws: What `body` throws, `SQLiteError`, `OpeningError` if another connection is needed and cannot be
  ///   opened, `PoolError`.
  @discardableResult
  public func read<Value>(_ body: (Connection) throws -> Value) throws -> Value {
    var lent = try take()
    do {
      try lent.renewSnapshot(readership)
      let value = try body(lent.connection)
      takeBack(&lent)
      return value
    } catch {
      lent.connection.abandon()
      lent.snapshot = nil
      takeBack(&lent)
      throw error
    }
  }

  /// Whether a connection that nobody uses still has the snapshot of its last read.
  var hasKeptSnapshot: Bool { state.withLock { $0.idle.contains { $0.snapshot != nil } } }

  /// How many connections are open, lent or idle.
  public var openConnections: Int { state.withLock { $0.open } }

  /// Closes the idle connections, lends no more, and closes each lent one when it comes back.
  public func close() {
    let idle = state.withLock { state in
      state.isClosed = true
      state.open -= state.idle.count
      let idle = state.idle
      state.idle = []
      return idle
    }
    withExtendedLifetime(idle) {}
  }

  private func take() throws -> Idle {
    let idle = try state.withLock { state throws(PoolError) -> Idle? in
      guard !state.isClosed else { throw .closed }
      if let idle = state.idle.popLast() { return idle }
      guard state.open < maximum else { throw .exhausted(maximumConnections: maximum) }
      state.open += 1
      return nil
    }
    if let idle { return idle }
    do {
      return Idle(connection: try Connection.openReader(at: path, settings: settings))
    } catch {
      forgetOne()
      throw error
    }
  }

  /// Takes back a connection, with its snapshot where that may be kept. One that somebody else still holds is let go.
  private func takeBack(_ lent: inout Idle) {
    guard lent.isHeldAlone else { return forgetOne() }
    if lent.snapshot != nil, putBack(lent, onlyIfSnapshotsAreKept: true) { return }
    lent.endSnapshot()
    if lent.connection.isInTransaction { forgetOne() } else { putBack(lent, onlyIfSnapshotsAreKept: false) }
  }

  @discardableResult
  private func putBack(_ idle: Idle, onlyIfSnapshotsAreKept: Bool) -> Bool {
    state.withLock { state in
      // Asked under the lock: whoever moves the log says so first and looks for kept snapshots here afterwards.
      if onlyIfSnapshotsAreKept, state.isClosed || readership?.mayKeepSnapshots != true { return false }
      if state.isClosed { state.open -= 1 } else { state.idle.append(idle) }
      return true
    }
  }

  /// Ends the snapshots of connections that nobody uses.
  private func endKeptSnapshots() {
    let kept = state.withLock { state in
      let kept = state.idle.filter { $0.snapshot != nil }
      state.idle.removeAll { $0.snapshot != nil }
      return kept
    }
    for var idle in kept {
      idle.endSnapshot()
      if idle.connection.isInTransaction { forgetOne() } else { putBack(idle, onlyIfSnapshotsAreKept: false) }
    }
  }

  private func forgetOne() {
    state.withLock { $0.open -= 1 }
  }
}

extension ReaderPool.Idle {
  /// Whether nobody else refers to the connection.
  fileprivate var isHeldAlone: Bool {
    mutating get { isKnownUniquelyReferenced(&connection) }
  }

  /// Begins a snapshot, unless the one it has shows the present state.
  fileprivate mutating func renewSnapshot(_ readership: Readership?) throws {
    let commits = readership?.commitCount ?? 0
    if snapshot == commits { return }
    endSnapshot()
    try connection.begin(.snapshot)
    snapshot = commits
  }

  /// Ends the snapshot, if there is one. Where that fails the connection stays in its transaction.
  fileprivate mutating func endSnapshot() {
    guard snapshot != nil else { return }
    snapshot = nil
    connection.abandon()
  }
}

/// Why a pool lends no connection.
public enum PoolError: Error, Equatable {
  /// All connections are lent and no more may be opened.
  case exhausted(maximumConnections: Int)
  /// The pool is closed.
  case closed
}
