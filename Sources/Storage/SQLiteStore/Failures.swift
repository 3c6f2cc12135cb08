public import Operations
public import SQLite

// What the engine says when the world fails it, as both doors tell it. SQL and table names stay inside.

extension SQLiteError: Explainable {
  /// A failure of the database: trying again may help once its cause is mended.
  public var explanation: Explanation {
    if isFull {
      return Explanation(
        .temporary, "out-of-space", "the database has no room left; nothing was changed",
        remedy: "make room on the device that holds the data folder")
    }
    if isBusy { return Explanation(.temporary, "database-busy", "the database is busy; nothing was changed") }
    if isCorrupt {
      return Explanation(
        .temporary, "database-damaged", "the database is damaged", remedy: "restore the last backup")
    }
    if isReadOnly { return Explanation(.temporary, "database-read-only", "the database may not be written") }
    return Explanation(.temporary, "database-failure", "the database failed (SQLite \(extendedCode))")
  }
}

extension WriterError: Explainable {
  /// A failure of the one writer: nothing of what was asked for was changed.
  public var explanation: Explanation {
    switch self {
    case .overloaded:
      Explanation(.temporary, "overloaded", "too many changes wait already; try again later")
    case .closed: Explanation(.temporary, "closed", "the records are being closed; try again later")
    case .notCommitted(let cause): cause.explanation
    case .fileReplaced:
      Explanation(
        .temporary, "database-replaced", "the database file was removed or replaced while it was in use",
        remedy: "end the server, look at the data folder, and start it again")
    case .stopped:
      Explanation(
        .temporary, "writer-stopped", "the device failed to make a change durable; nothing more is written",
        remedy: "mend the device, then start the server again")
    case .askedFromWithin, .noThread:
      Explanation(.temporary, "database-failure", "the writer could not begin")
    }
  }
}

extension OpeningError: Explainable {
  /// Why the database could not be opened; the sentence names the files.
  public var explanation: Explanation {
    switch self {
    case .refused(_, let cause): cause.explanation
    case .missing, .lostBesideItsLog, .lostLog, .empty, .exists, .notADatabase, .foreign, .readOnlyFile,
      .readOnlyFolder, .locked, .unusablePath, .system:
      Explanation(.temporary, "database-unopened", description)
    }
  }
}

extension BackupError: Explainable {
  /// Why the records could not be copied; nothing is left of the copy.
  public var explanation: Explanation {
    switch self {
    case .place(let cause): cause.explanation
    case .copying(let cause) where cause.isFull:
      Explanation(
        .temporary, "out-of-space", "the device has no room for the copy of the records; nothing was written",
        remedy: "make room, or name a file on another device")
    case .copying(let cause): cause.explanation
    }
  }
}

extension MigrationError: Explainable {
  /// Why the schema could not be brought up to date; the records are as they were.
  public var explanation: Explanation {
    switch self {
    case .newerThanProgram(let database, let program):
      Explanation(
        .conflict, "database-newer",
        "the records were kept by a later version of this program (schema \(database); this one knows \(program))",
        remedy: "use the later version")
    case .failed(_, _, let cause) where cause.isFull: cause.explanation
    case .failed(let number, let name, let cause):
      notMigrated("step \(number) (\(name)) failed (SQLite \(cause.extendedCode))")
    case .changed(let number, let name):
      notMigrated("step \(number) (\(name)) is not the one that they have gone through")
    case .brokenReferences(let number, let name, _):
      notMigrated("step \(number) (\(name)) leaves references to nothing")
    case .misnumbered, .withinTransaction: notMigrated("the steps are not in order")
    }
  }

  private func notMigrated(_ cause: String) -> Explanation {
    Explanation(
      .temporary, "database-not-migrated",
      "the schema of the records could not be brought up to date: \(cause); they are as they were",
      remedy: "install the program whole, with the schemas that belong to it")
  }
}
