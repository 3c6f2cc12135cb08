internal import CSQLite

/// Decides when the write-ahead log is moved into the database. Belongs to the one writer.
struct LogKeeper {
  /// How long no work must have come before the writer counts as idle, in milliseconds.
  static let patienceMilliseconds = 100

  private let idlePages: Int
  private let busyPages: Int
  /// How much longer the log must be for another attempt, after readers stood in the way of one.
  private var retryFrom = 0

  /// Moves the log at the lengths that `limits` names.
  init(limits: GroupCommitWriter.Limits) {
    idlePages = limits.idleLogPages
    busyPages = limits.busyLogPages
  }

  /// True if an idle writer should move the log.
  func isWorthMoving(on connection: Connection) -> Bool {
    connection.control.logPages >= max(idlePages, retryFrom)
  }

  /// True if a busy writer should move the log.
  func isLong(on connection: Connection) -> Bool {
    connection.control.logPages >= max(busyPages, retryFrom)
  }

  /// Moves the log although works wait. Waits shortly for readers that still need it, so that it is begun anew
  /// and does not grow without end.
  mutating func beginAnew(on connection: Connection) throws(SQLiteError) {
    try move(.begunAnew, on: connection)
  }

  /// Moves what no reader stands in the way of.
  mutating func moveWhileIdle(on connection: Connection) throws(SQLiteError) {
    try move(.asFarAsPossible, on: connection)
  }

  private mutating func move(_ how: Connection.LogMove, on connection: Connection) throws(SQLiteError) {
    let before = connection.control.logPages
    // Set first: after a failure, too, the next attempt is due only when the log has grown.
    retryFrom = before + max(idlePages, busyPages / 8)
    if try connection.moveLog(how) {
      connection.control.logPages = 0
      retryFrom = 0
    }
  }
}

extension Connection {
  /// How far the write-ahead log is moved into the database, and what it is like then.
  enum LogMove {
    /// Up to the state that the oldest reader sees; waits for nobody.
    case asFarAsPossible
    /// Wholly, waiting up to 100 ms for readers; the next commit begins the log anew.
    case begunAnew
    /// Wholly, waiting for readers as long as the connection waits for locks; the log is empty then.
    case emptied
  }

  /// Moves the log into the database; true if all of it was moved. Only the one writer may.
  func moveLog(_ how: LogMove) throws(SQLiteError) -> Bool {
    switch how {
    case .asFarAsPossible: return try checkpoint(SQLITE_CHECKPOINT_PASSIVE)
    case .emptied: return try checkpoint(SQLITE_CHECKPOINT_TRUNCATE)
    case .begunAnew:
      unsafe sqlite3_busy_timeout(handle, 100)
      defer { unsafe sqlite3_busy_timeout(handle, control.busyTimeoutMilliseconds) }
      return try checkpoint(SQLITE_CHECKPOINT_RESTART)
    }
  }

  private func checkpoint(_ mode: Int32) throws(SQLiteError) -> Bool {
    var pages: Int32 = 0
    var moved: Int32 = 0
    switch unsafe sqlite3_wal_checkpoint_v2(handle, "main", mode, &pages, &moved) {
    case SQLITE_OK: return pages == moved
    case SQLITE_BUSY: return false
    default: throw unsafe SQLiteError(of: handle)
    }
  }
}
