internal import CSQLite

extension Connection {
  /// How many rows a table has; 0 for a table that is not there. Cost grows with them.
  public func rowCount(ofTable name: String) throws(SQLiteError) -> Int {
    // A table cannot be a value of a query: its name is quoted, as SQLite quotes names.
    let quoted = name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
    guard try hasRow("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = \(name)") else { return 0 }
    var statement: OpaquePointer?
    let code = unsafe sqlite3_prepare_v2(
      handle, "SELECT count(*) FROM \"\(quoted)\"", -1, &statement, nil)
    defer { unsafe sqlite3_finalize(statement) }
    guard code == SQLITE_OK, unsafe sqlite3_step(statement) == SQLITE_ROW else {
      throw unsafe SQLiteError(of: handle)
    }
    return unsafe Int(sqlite3_column_int64(statement, 0))
  }
}
