internal import CSQLite

/// Why there is no backup. Nothing is left of it.
public enum BackupError: Error, Equatable {
  /// The place for it cannot be used.
  case place(OpeningError)
  /// Reading the database or writing its copy failed.
  case copying(SQLiteError)
}

extension Connection {
  /// Copies the database, as it is at one moment, to a new file, while others read and write.
  ///
  /// The copy is whole or not there at all: it is written under another name, made durable, then named; an
  /// existing file is never replaced. Only its owner may read it. While the copy is made the write-ahead log
  /// cannot be begun anew, so it grows by what is written meanwhile.
  ///
  /// - Parameter progress: Told after every 1,000 pages how many are left of how many.
  public func backUp(
    to path: String, progress: (_ left: Int, _ all: Int) -> Void = { _, _ in }
  ) throws(BackupError) {
    let final: DatabaseFile
    let draft: DatabaseFile
    do {
      final = try DatabaseFile(at: path)
      try final.requireVacancy()
      draft = try DatabaseFile(at: final.path + ".new")
      draft.remove()
      try draft.makeEmpty()
    } catch {
      throw .place(error)
    }
    defer { draft.remove() }
    do { try copySnapshot(to: draft, progress: progress) } catch { throw .copying(error) }
    do { try draft.publish(as: final) } catch { throw .place(error) }
  }

  /// Copies within a read transaction, so that no commit meanwhile makes SQLite begin again.
  private func copySnapshot(
    to file: DatabaseFile, progress: (_ left: Int, _ all: Int) -> Void
  ) throws(SQLiteError) {
    let isOwnTransaction = !isInTransaction
    if isOwnTransaction { try begin(.snapshot) }
    defer { if isOwnTransaction { abandon() } }
    _ = try hasRow("SELECT 1 FROM sqlite_schema")
    try copyPages(to: file, progress: progress)
  }

  private func copyPages(
    to file: DatabaseFile, progress: (_ left: Int, _ all: Int) -> Void
  ) throws(SQLiteError) {
    var target: OpaquePointer?
    let code = unsafe sqlite3_open_v2(file.path, &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, nil)
    defer { unsafe sqlite3_close_v2(target) }
    guard code == SQLITE_OK, let target = unsafe target else {
      throw SQLiteError(extendedCode: code, message: "cannot open the copy")
    }
    try unsafe copyPages(to: target, progress: progress)
    // The copy is at rest, whatever the original is.
    let marked = unsafe sqlite3_exec(target, "PRAGMA user_version = 0", nil, nil, nil)
    guard marked == SQLITE_OK else { throw unsafe SQLiteError(of: target) }
  }

  private func copyPages(
    to target: OpaquePointer, progress: (_ left: Int, _ all: Int) -> Void
  ) throws(SQLiteError) {
    guard let backup = unsafe sqlite3_backup_init(target, "main", handle, "main") else {
      throw unsafe SQLiteError(of: target)
    }
    defer { unsafe sqlite3_backup_finish(backup) }
    while true {
      let code = unsafe sqlite3_backup_step(backup, 1_000)
      if code == SQLITE_DONE { return }
      guard code == SQLITE_OK else {
        throw unsafe SQLiteError(extendedCode: code, message: String(cString: sqlite3_errstr(code)))
      }
      unsafe progress(Int(sqlite3_backup_remaining(backup)), Int(sqlite3_backup_pagecount(backup)))
    }
  }
}
