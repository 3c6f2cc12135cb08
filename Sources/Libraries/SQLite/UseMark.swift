internal import CSQLite

/// The mark in a database's header (`PRAGMA user_version`) that tells whether its log must be beside it: 0 at
/// rest, 1 in use.
///
/// If the log of a database that was not closed is removed, SQLite opens the database without a word and
/// without everything that was written since the log was last moved. The mark makes that known.
extension Connection {
  /// True if the writer that used the database last did not close it.
  func isInUse() throws -> Bool {
    try first("PRAGMA user_version") { try $0.integer(0) } != 0
  }

  /// Marks the database as in use, in the database itself and not only in its log. From now on the log is
  /// removed only when everything in it has reached the database.
  func takeIntoUse() throws {
    keepLogAtClose(true)
    if try !isInUse() {
      try mark("PRAGMA user_version = 1")
      _ = try moveLog(.asFarAsPossible)
    }
    control.use = .writing
  }

  /// Marks the database as at rest, and moves all of the log into it; closing then removes the log.
  ///
  /// If readers or a failure stand in the way, the log stays, and the next writer goes on with it.
  func comeToRest() throws(SQLiteError) {
    guard control.use == .writing, !isInTransaction else { return }
    control.use = .other
    try mark("PRAGMA user_version = 0")
    if try moveLog(.emptied) { keepLogAtClose(false) }
  }

  /// Leaves the log as it is when the connection closes, because it is in doubt what the files hold.
  func leaveInDoubt() {
    control.use = .other
  }

  private func keepLogAtClose(_ keep: Bool) {
    unsafe csqlite_switch(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep ? 1 : 0)
  }

  private func mark(_ pragma: String) throws(SQLiteError) {
    try control.steering { () throws(SQLiteError) in try run(script: pragma) }
  }

  /// Goes on with a database whose log was lost for good: what was written last is gone.
  public static func acceptLostLog(
    at path: String, settings: Settings = Settings()
  ) throws(OpeningError) {
    _ = try openWriter(at: path, despiteLostLog: true, settings: settings)
  }
}
