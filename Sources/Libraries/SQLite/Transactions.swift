extension Connection {
  /// When a transaction takes its locks.
  public enum TransactionKind: Sendable {
    /// At once, for writing: the whole transaction sees one state and cannot fail to become a writer.
    case immediate
    /// At the first read, for reading: from then on the whole transaction sees that state.
    case snapshot
  }

  /// Runs `body` in a transaction and commits it; if `body` or the commit fails, nothing is changed.
  ///
  /// Transactions do not nest; a `savepoint` does.
  @discardableResult
  public func transaction<Result>(
    _ kind: TransactionKind = .immediate, _ body: () throws -> Result
  ) throws -> Result {
    try begin(kind)
    do {
      let result = try body()
      try commit()
      return result
    } catch {
      abandon()
      throw error
    }
  }

  /// Runs `body` so that it changes either all or nothing within the transaction around it.
  ///
  /// After FULL, IOERR, NOMEM and INTERRUPT SQLite may have rolled back the whole transaction around it:
  /// then `isInTransaction` is false, and the caller's transaction cannot be committed either.
  @discardableResult
  public func savepoint<Result>(_ body: () throws -> Result) throws -> Result {
    try steer("SAVEPOINT work")
    do {
      let result = try body()
      try steer("RELEASE work")
      return result
    } catch {
      if isInTransaction {
        try steer("ROLLBACK TO work")
        try steer("RELEASE work")
      }
      throw error
    }
  }

  func begin(_ kind: TransactionKind) throws(SQLiteError) {
    switch kind {
    case .immediate: try steer("BEGIN IMMEDIATE")
    case .snapshot: try steer("BEGIN DEFERRED")
    }
  }

  func commit() throws(SQLiteError) {
    try steer("COMMIT")
  }

  /// Rolls back, if SQLite has not already done so.
  func rollBack() throws(SQLiteError) {
    if isInTransaction { try steer("ROLLBACK") }
  }

  /// Rolls back after a failure that the caller is told of.
  ///
  /// SQLite ends the transaction even where ROLLBACK reports a failure, so there is nothing left to do.
  func abandon() {
    do { try rollBack() } catch { assert(!isInTransaction, "ROLLBACK left a transaction open: \(error)") }
  }

  func steer(_ query: Query) throws(SQLiteError) {
    _ = try control.steering { () throws(SQLiteError) in try run(query) }
  }
}
