internal import CSQLite

/// One open connection to a database.
///
/// **Thread rule**: a connection is used by one thread at a time; it is not `Sendable`, and SQLite's own
/// locking is switched off (`SQLITE_OPEN_NOMUTEX`). `GroupCommitWriter` and `ReaderPool` keep the rule:
/// each gives a connection to one closure at a time, and the closure must not keep it.
///
/// Every connection works with foreign keys on, an untrusted schema, cell sizes checked, temporary tables in
/// memory, and without ATTACH. Statements that begin, end or nest transactions, and those that change the
/// journal or move the log into the database, are refused as queries: `transaction` and `savepoint` are
/// there for the former, and the latter belong to the writer alone.
///
/// Safe: the handle is valid from `init` to `deinit`, and no pointer leaves the module.
@safe public final class Connection {
  let handle: OpaquePointer
  let control: ConnectionControl
  private var statements: StatementCache

  /// Takes over an open handle.
  init(owning handle: OpaquePointer, control: ConnectionControl, keptStatements: Int) {
    unsafe self.handle = handle
    self.control = control
    statements = StatementCache(capacity: keptStatements)
  }

  deinit {
    // Where this fails the log stays, and nothing is lost.
    do { try comeToRest() } catch { leaveInDoubt() }
    statements.removeAll()
    // close_v2 waits for what is not finalised; the statements in the cache are.
    unsafe sqlite3_close_v2(handle)
  }

  /// Runs a statement to its end and answers how many rows it inserted, changed or deleted.
  @discardableResult
  public func run(_ query: Query) throws(SQLiteError) -> Int {
    let statement = try start(query)
    defer { statement.finish() }
    while try statement.step() {}
    return statement.isReadOnly ? 0 : unsafe Int(sqlite3_changes64(handle))
  }

  /// Gives `body` each row of the result in turn.
  public func each(_ query: Query, _ body: (borrowing Row) throws -> Void) throws {
    let statement = try start(query)
    defer { statement.finish() }
    while try statement.step() { try body(statement.row) }
  }

  /// Decodes every row of the result.
  public func all<Value>(_ query: Query, _ decode: (borrowing Row) throws -> Value) throws -> [Value] {
    var values: [Value] = []
    try each(query) { values.append(try decode($0)) }
    return values
  }

  /// Decodes the first row of the result; nil if there is none. Later rows are not looked at.
  public func first<Value>(_ query: Query, _ decode: (borrowing Row) throws -> Value) throws -> Value? {
    let statement = try start(query)
    defer { statement.finish() }
    guard try statement.step() else { return nil }
    let value = try decode(statement.row)
    try statement.end()
    return value
  }

  /// True if the result has a row.
  public func hasRow(_ query: Query) throws(SQLiteError) -> Bool {
    let statement = try start(query)
    defer { statement.finish() }
    return try statement.step()
  }

  /// The row number of the last row inserted on this connection.
  public var lastInsertedRow: Int64 { unsafe sqlite3_last_insert_rowid(handle) }

  /// True within a transaction. It becomes false without a COMMIT when SQLite rolls the transaction back by
  /// itself: after FULL, IOERR, NOMEM, INTERRUPT and some BUSY (<https://sqlite.org/lang_transaction.html>).
  public var isInTransaction: Bool { unsafe sqlite3_get_autocommit(handle) == 0 }

  /// A statement for `query` with its values bound.
  private func start(_ query: Query) throws(SQLiteError) -> Statement {
    let statement = try statement(for: query)
    do {
      try statement.bind(query.values)
    } catch {
      statement.finish()
      throw error
    }
    return statement
  }

  private func statement(for query: Query) throws(SQLiteError) -> Statement {
    if let kept = statements.idleStatement(for: query) { return kept }
    let keep = !statements.hasPlaceTaken(by: query)
    let fresh = unsafe try Statement(query, on: handle, kept: keep)
    if keep { statements.keep(fresh) }
    return fresh
  }
}
