internal import CSQLite

extension Connection {
  /// Opens the connection that writes: read-write, write-ahead log, every commit durable
  /// (`synchronous=FULL`).
  ///
  /// There must be only one in the whole system: it is also the only one that moves the log into the
  /// database, which it does when it closes. A long run is the `GroupCommitWriter`'s, which does so in between.
  ///
  /// - Parameters:
  ///   - path: The database, which must exist unless `creatingIfMissing`.
  ///   - creatingIfMissing: Makes the database first if there is neither a file nor a log.
  public static func openWriter(
    at path: String, creatingIfMissing: Bool = false, settings: Settings = Settings()
  ) throws(OpeningError) -> Connection {
    let file = try DatabaseFile(at: path)
    if creatingIfMissing, FileState(of: file.path) == .missing { try create(at: path, settings: settings) }
    return try openWriter(at: path, despiteLostLog: false, settings: settings)
  }

  static func openWriter(
    at path: String, despiteLostLog: Bool, settings: Settings
  ) throws(OpeningError) -> Connection {
    let file = try DatabaseFile(at: path)
    try file.requireContent()
    let logIsThere = FileState(of: file.logPath) != .missing
    let opening = Opening(file: file, settings: settings)
    let connection = try opening.connect(flags: SQLITE_OPEN_READWRITE)
    try opening.prepareWriting(on: connection)
    try opening.requireOwnDatabase(connection)
    // Closing the connection that is given up here removes the empty log that opening it has made.
    if !logIsThere, !despiteLostLog { try opening.requireClosed(connection) }
    try opening.takeIntoUse(connection)
    return connection
  }

  /// Opens a connection that reads, beside the one that writes. It never writes and never moves the log
  /// into the database, not even when it is the last to close.
  public static func openReader(
    at path: String, settings: Settings = Settings()
  ) throws(OpeningError) -> Connection {
    let file = try DatabaseFile(at: path)
    try file.requireContent()
    let opening = Opening(file: file, settings: settings)
    let connection = try opening.connect(flags: SQLITE_OPEN_READONLY)
    try opening.prepareReading(on: connection)
    try opening.requireOwnDatabase(connection)
    return connection
  }

  /// Makes a new, empty database that only its owner may read, whole or not at all: it is built under
  /// another name, made durable, and then named.
  public static func create(at path: String, settings: Settings = Settings()) throws(OpeningError) {
    let file = try DatabaseFile(at: path)
    try file.requireVacancy()
    let draft = try DatabaseFile(at: file.path + ".new")
    draft.remove()
    try draft.makeEmpty()
    defer { draft.remove() }
    try Opening(file: draft, settings: settings).lay()
    try draft.publish(as: file)
  }
}

/// The steps of opening one file.
private struct Opening {
  let file: DatabaseFile
  let settings: Settings

  /// Opens the file and settles what every connection has in common.
  func connect(flags: Int32) throws(OpeningError) -> Connection {
    processSetting
    var handle: OpaquePointer?
    let mode = flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_EXRESCODE
    let code = unsafe sqlite3_open_v2(file.path, &handle, mode, nil)
    guard let handle = unsafe handle else {
      throw .refused(path: file.path, SQLiteError(extendedCode: code, message: "no memory"))
    }
    let connection = unsafe Connection(
      owning: handle, control: ConnectionControl(busyTimeoutMilliseconds: settings.busyTimeoutMilliseconds),
      keptStatements: settings.keptStatements)
    guard code == SQLITE_OK else { throw unsafe named(SQLiteError(of: handle)) }
    unsafe switchOptions(of: handle)
    let isReadOnly = flags & SQLITE_OPEN_READONLY != 0
    let cacheKiB = isReadOnly ? settings.cacheKiB : settings.writerCacheKiB
    guard unsafe isReadOnly || sqlite3_db_readonly(handle, "main") == 0 else {
      throw file.folderIsWritable ? .readOnlyFile(path: file.path) : .readOnlyFolder(path: file.path)
    }
    try execute(
      """
      PRAGMA cell_size_check = ON; PRAGMA trusted_schema = OFF; PRAGMA foreign_keys = ON;
      PRAGMA temp_store = MEMORY; PRAGMA cache_size = -\(cacheKiB);
      SELECT count(*) FROM sqlite_schema;
      """, on: connection)
    unsafe connection.control.attach(to: handle)
    return connection
  }

  private func switchOptions(of handle: OpaquePointer) {
    unsafe sqlite3_busy_timeout(handle, settings.busyTimeoutMilliseconds)
    unsafe csqlite_switch(handle, SQLITE_DBCONFIG_DEFENSIVE, 1)
    unsafe csqlite_switch(handle, SQLITE_DBCONFIG_DQS_DML, 0)
    unsafe csqlite_switch(handle, SQLITE_DBCONFIG_DQS_DDL, 0)
    unsafe csqlite_switch(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0)
  }

  /// Writes the header of a new database.
  func lay() throws(OpeningError) {
    let connection = try connect(flags: SQLITE_OPEN_READWRITE)
    try execute(
      "PRAGMA application_id = \(settings.applicationID); PRAGMA journal_mode = WAL;", on: connection)
  }

  func prepareWriting(on connection: Connection) throws(OpeningError) {
    try execute(
      """
      PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
      PRAGMA journal_size_limit = \(settings.logSizeLimitBytes);
      """, on: connection)
    let mode = try asking { try connection.first("PRAGMA journal_mode") { try $0.text(0) } }
    guard mode == "wal" else {
      throw .refused(
        path: file.path,
        SQLiteError(extendedCode: SQLITE_CANTOPEN, message: "the file system does not bear a shared log"))
    }
  }

  func prepareReading(on connection: Connection) throws(OpeningError) {
    unsafe csqlite_switch(connection.handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
    try execute("PRAGMA query_only = ON;", on: connection)
  }

  /// Refuses the database of another program.
  func requireOwnDatabase(_ connection: Connection) throws(OpeningError) {
    guard settings.applicationID != 0 else { return }
    let found = try asking { try connection.first("PRAGMA application_id") { try $0.integer(0) } } ?? 0
    guard found == Int64(settings.applicationID) else {
      throw .foreign(path: file.path, applicationID: Int32(truncatingIfNeeded: found))
    }
  }

  /// Refuses a database whose last user did not close it: its log would be there.
  func requireClosed(_ connection: Connection) throws(OpeningError) {
    guard try !asking({ try connection.isInUse() }) else {
      throw .lostLog(path: file.path, log: file.logPath)
    }
  }

  func takeIntoUse(_ connection: Connection) throws(OpeningError) {
    try asking { try connection.takeIntoUse() }
  }

  private func execute(_ script: String, on connection: Connection) throws(OpeningError) {
    try asking {
      try connection.control.steering { () throws(SQLiteError) in try connection.run(script: script) }
    }
  }

  private func asking<Answer>(_ body: () throws -> Answer) throws(OpeningError) -> Answer {
    do {
      return try body()
    } catch let error as SQLiteError {
      throw named(error)
    } catch {
      throw .notADatabase(path: file.path)
    }
  }

  /// What SQLite's refusal means for someone who opens a database.
  private func named(_ error: SQLiteError) -> OpeningError {
    switch error.code {
    case SQLITE_NOTADB: .notADatabase(path: file.path)
    case SQLITE_BUSY: .locked(path: file.path)
    case SQLITE_CANTOPEN, SQLITE_READONLY:
      if !file.folderIsWritable {
        .readOnlyFolder(path: file.path)
      } else if error.isReadOnly {
        .readOnlyFile(path: file.path)
      } else {
        .refused(path: file.path, error)
      }
    default: .refused(path: file.path, error)
    }
  }
}

/// Said once for the process, before the first connection.
private let processSetting: Void = {
  // Refused if SQLite was started before by someone else: statistics then only cost a little time.
  _ = csqlite_leave_out_memory_statistics()
}()
