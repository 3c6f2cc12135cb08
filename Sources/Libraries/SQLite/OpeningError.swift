/// Why a database could not be opened or made. Nothing was created or changed.
public enum OpeningError: Error, Equatable {
  /// There is no file where the database must be.
  case missing(path: String)
  /// The file is gone or empty, but the log beside it holds changes: someone removed the database.
  case lostBesideItsLog(path: String, log: String)
  /// The database was not closed, so its log must lie beside it; it does not, and what was written last is in
  /// it. See `Connection.acceptLostLog`.
  case lostLog(path: String, log: String)
  /// The file holds nothing. A database made by `Connection.create` never does.
  case empty(path: String)
  /// Something is already where the new database should be.
  case exists(path: String)
  /// The file, or what is in its place, is no database.
  case notADatabase(path: String)
  /// The database was made by another program.
  case foreign(path: String, applicationID: Int32)
  /// The file may not be written.
  case readOnlyFile(path: String)
  /// The file's folder may not be written; the log must lie in it.
  case readOnlyFolder(path: String)
  /// Another program holds the database.
  case locked(path: String)
  /// The path holds a NUL, which no file name may.
  case unusablePath
  /// The operating system refused; `errno` as in `errno(3)`.
  case system(action: String, path: String, errno: Int32)
  /// SQLite refused for a reason not named above.
  case refused(path: String, SQLiteError)
}

extension OpeningError: CustomStringConvertible {
  /// What is wrong, with the path, in one sentence.
  public var description: String {
    switch self {
    case .missing(let path): "there is no database at \(path)"
    case .lostBesideItsLog(let path, let log):
      "the database \(path) is gone or empty, but its log \(log) holds changes; put the database back"
    case .lostLog(let path, let log):
      "the database \(path) was not closed and its log \(log) is gone; put the log back, or restore a backup"
    case .empty(let path): "the file \(path) is empty and no database"
    case .exists(let path): "there is already something at \(path)"
    case .notADatabase(let path): "the file \(path) is no database"
    case .foreign(let path, let id): "the database \(path) belongs to another program (application id \(id))"
    case .readOnlyFile(let path): "the database \(path) may not be written"
    case .readOnlyFolder(let path): "the folder of \(path) may not be written, and the log must lie in it"
    case .locked(let path): "another program holds the database \(path)"
    case .unusablePath: "a path must not hold a NUL"
    case .system(let action, let path, let errno): "cannot \(action) \(path) (errno \(errno))"
    case .refused(let path, let error): "cannot open \(path): \(error)"
    }
  }
}
