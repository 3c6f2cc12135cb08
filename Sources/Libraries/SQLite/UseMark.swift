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

  /// Marks the database as in use, in the database itself and not only in its log.
  func markInUse() throws {
    guard try !isInUse() else { return }
    try mark("PRAGMA user_version = 1")
    _ = try moveLog(.asFarAsPossible)
  }

  /// Marks the database as at rest. The mark reaches the database with the rest of the log.
  func markAtRest() throws(SQLiteError) {
    try mark("PRAGMA user_version = 0")
  }

  private func mark(_ pragma: String) throws(SQLiteError) {
    try control.steering { () throws(SQLiteError) in try run(script: pragma) }
  }

  /// Goes on with a database whose log was lost for good: what was written last is gone.
  ///
  /// - Throws: `OpeningError`, `SQLiteError`.
  public static func acceptLostLog(at path: String, settings: Settings = Settings()) throws {
    do {
      _ = try openWriter(at: path, settings: settings)
    } catch OpeningError.lostLog(let path, _) {
      let connection = try openWriter(at: path, despiteLostLog: true, settings: settings)
      try connection.markAtRest()
      _ = try connection.moveLog(.emptied)
    }
  }
}
