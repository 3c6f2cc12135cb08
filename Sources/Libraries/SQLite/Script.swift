internal import CSQLite

extension Connection {
  /// Runs statements one after the other; rows are passed over.
  ///
  /// The text is run as it stands: it must come from the program or a file shipped with it, never from a
  /// user. An error names the text from the failing statement on.
  public func run(script: String) throws(SQLiteError) {
    guard !script.utf8.contains(0) else {
      throw SQLiteError(extendedCode: SQLITE_MISUSE, message: "the script holds a NUL")
    }
    try unsafe script.utf8CString.withUnsafeBufferPointer { source throws(SQLiteError) in
      var position = 0
      while true {
        let next = try unsafe prepareNext(in: source, from: position, on: handle, flags: 0)
        guard let statement = unsafe next.statement else { return }
        defer { unsafe sqlite3_finalize(statement) }
        try unsafe runToEnd(statement)
        position = unsafe next.end
      }
    }
  }

  private func runToEnd(_ statement: OpaquePointer) throws(SQLiteError) {
    while true {
      switch unsafe sqlite3_step(statement) {
      case SQLITE_ROW: continue
      case SQLITE_DONE: return
      default:
        let sql = unsafe sqlite3_sql(statement).map { unsafe String(cString: $0) }
        throw unsafe SQLiteError(of: handle, sql: sql)
      }
    }
  }
}
