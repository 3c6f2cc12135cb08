internal import Synchronization

/// Connections that read, for any number of threads.
///
/// A read sees one state of the database from its first statement to its last, whatever is written meanwhile,
/// and never waits for the writer. The connection used last is lent first, because its memory holds what was
/// read last; more are opened as more threads read at once.
public final class ReaderPool: Sendable {
  private struct State {
    var idle: [Idle] = []
    var open = 0
    var isClosed = false
  }

  /// A connection that nobody uses.
  ///
  /// `Sendable`, because it is only ever made when the pool holds the one reference to the connection.
  private struct Idle: @unchecked Sendable {
    let connection: Connection
  }

  private let state = Mutex(State())
  private let path: String
  private let settings: Settings
  private let maximum: Int

  /// A pool over a database that exists; opens one connection at once.
  ///
  /// - Parameter maximumConnections: How many threads may read at once; one more is refused with `.exhausted`.
  /// - Throws: `OpeningError`.
  public init(
    at path: String, maximumConnections: Int = 64, settings: Settings = Settings()
  ) throws(OpeningError) {
    self.path = path
    self.settings = settings
    maximum = maximumConnections
    let first = Idle(connection: try Connection.openReader(at: path, settings: settings))
    state.withLock { state in
      state.idle.append(first)
      state.open = 1
    }
  }

  /// Lets `body` read one state of the database on the calling thread.
  ///
  /// `body` must not keep the connection; one that was kept is not lent again. A read within a read takes a
  /// second connection and may see a later state.
  ///
  /// - Throws: What `body` throws, `SQLiteError`, `OpeningError` if another connection is needed and cannot be
  ///   opened, `PoolError`.
  @discardableResult
  public func read<Value>(_ body: (Connection) throws -> Value) throws -> Value {
    var connection = try take()
    defer {
      if isKnownUniquelyReferenced(&connection), !connection.isInTransaction {
        giveBack(Idle(connection: connection))
      } else {
        forgetOne()
      }
    }
    return try connection.transaction(.snapshot) { try body(connection) }
  }

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

  private func take() throws -> Connection {
    let idle = try state.withLock { state throws(PoolError) -> Idle? in
      guard !state.isClosed else { throw .closed }
      if let idle = state.idle.popLast() { return idle }
      guard state.open < maximum else { throw .exhausted(maximumConnections: maximum) }
      state.open += 1
      return nil
    }
    if let idle { return idle.connection }
    do {
      return try Connection.openReader(at: path, settings: settings)
    } catch {
      forgetOne()
      throw error
    }
  }

  private func giveBack(_ idle: Idle) {
    state.withLock { state in
      if state.isClosed { state.open -= 1 } else { state.idle.append(idle) }
    }
  }

  private func forgetOne() {
    state.withLock { $0.open -= 1 }
  }
}

/// Why a pool lends no connection.
public enum PoolError: Error, Equatable {
  /// All connections are lent and no more may be opened.
  case exhausted(maximumConnections: Int)
  /// The pool is closed.
  case closed
}
