/// Notices when a database in use, or its log, is removed or replaced under its name.
///
/// SQLite does not: it would go on writing to files that nobody can open any more, and each commit would
/// succeed.
struct FileWatch {
  /// The database's path.
  let path: String
  private let logPath: String
  private let identity: FileIdentity?
  private let logIdentity: FileIdentity?

  /// Remembers which files stand at the names now; both must be open.
  init(over file: DatabaseFile) {
    path = file.path
    logPath = file.logPath
    identity = FileState(of: path).identity
    logIdentity = FileState(of: logPath).identity
  }

  /// True if both files still stand at their names. Costs two `stat` calls.
  var isInPlace: Bool {
    identity != nil && FileState(of: path).identity == identity
      && FileState(of: logPath).identity == logIdentity
  }
}
