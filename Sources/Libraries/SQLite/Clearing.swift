internal import CSQLite

extension Connection {
  /// Writes the whole database anew, outside of every transaction, and empties its log: nothing that was removed from it is
  /// left in its files. What is put together meanwhile lies beside the database, in a file that has no name.
  ///
  /// Cost: that of copying the database; it needs room for it once more in that file, and once more in the log.
  ///
  /// - Returns: false where somebody still reads what was there before, so that some of it stayed in the log.
  public func clearRemoved() throws -> Bool {
    try control.steering {
      try run(script: "PRAGMA temp_store = FILE; PRAGMA temp_store_directory = '\(quotedFolder)'")
      defer { restoreTemporaryStore() }
      try run(script: "VACUUM")
    }
    _ = takeChangedRows()
    guard try moveLog(.emptied) else { return false }
    control.logPages = 0
    return true
  }

  /// The folder of the database, as it stands between quotes.
  private var quotedFolder: String {
    let path = unsafe sqlite3_db_filename(handle, "main").map { unsafe String(cString: $0) } ?? ""
    let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? ""
    return folder.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
  }

  /// As connections are opened. A connection that cannot be set so goes on with files.
  private func restoreTemporaryStore() {
    do { try run(script: "PRAGMA temp_store = MEMORY; PRAGMA temp_store_directory = ''") } catch {}
  }
}
