extension Connection {
  /// Writes the whole database anew, outside of every transaction, and empties its log: nothing that was removed from it is
  /// left in its files. What is put together meanwhile lies in a file that has no name, in the system's folder for such.
  ///
  /// Cost: that of copying the database; it needs room for it once more in the log, and once more in that file.
  ///
  /// - Returns: false where somebody still reads what was there before, so that some of it stayed in the log.
  public func clearRemoved() throws -> Bool {
    try control.steering {
      try run(script: "PRAGMA temp_store = FILE")
      defer { restoreTemporaryStore() }
      try run(script: "VACUUM")
    }
    _ = takeChangedRows()
    guard try moveLog(.emptied) else { return false }
    control.logPages = 0
    return true
  }

  /// As connections are opened. A connection that cannot be set so goes on with files.
  private func restoreTemporaryStore() {
    do { try run(script: "PRAGMA temp_store = MEMORY") } catch {}
  }
}
