public import Operations
internal import SQLite
public import Values

/// The records in an embedded database: one writer with group commit, any number of readers, each on a snapshot.
public final class SQLiteStore: Store {
  private let writer: GroupCommitWriter
  let readers: ReaderPool
  private let timeline: Timeline
  private let knownSchema: Int
  private let note: SealNote
  /// Whether the schema has seals.
  private let seals: Bool

  /// The first four octets of "Registrar" as an application id, so that no other program's database is taken for ours.
  static let applicationID: Int32 = 0x5265_6769

  /// Opens the database at a path, creates it where it is missing, and brings its schema up to date.
  ///
  /// - Parameters:
  ///   - migrations: the numbered files of `Schemas/sql`, in order.
  ///   - clock: the present; instants given to records never go back even where it does.
  ///   - beginning: told each step that records which are there already are about to go through.
  /// - Throws: the wrapper's error where the file is no database of ours, is damaged, or is newer than this program.
  public init(
    at path: String, migrations: [(number: Int, name: String, sql: String)],
    clock: @escaping @Sendable () -> Instant,
    beginning: (_ number: Int, _ name: String) -> Void = { _, _ in }
  ) throws {
    var settings = Settings()
    settings.applicationID = SQLiteStore.applicationID
    let (latest, seals) = try SQLiteStore.prepare(path, settings, migrations, at: clock(), beginning)
    writer = try GroupCommitWriter(
      at: path, settings: settings, preparing: { try $0.watchChanges(of: $0.sealedTables()) },
      closing: { connection in
        if seals { try connection.sealed { try connection.sealNewStatements() } }
      })
    self.seals = seals
    note = SealNote(besideDatabase: path)
    readers = try ReaderPool(at: path, settings: settings, readership: writer.readership)
    timeline = Timeline(after: latest, clock: clock)
    knownSchema = migrations.count
  }

  public func schema() throws -> (taken: Int, known: Int) {
    (try readers.read { try $0.schemaNumber() }, knownSchema)
  }

  public var latestInstant: Instant? { timeline.latest }

  public var status: StoreStatus {
    let status = writer.status
    return StoreStatus(
      commits: status.commits, changes: status.works, waitingChanges: writer.waitingWorks,
      logPages: status.logPages,
      failure: status.failure.map { "the device failed (SQLite \($0.extendedCode))" })
  }

  public func notedHead() throws -> NotedHead { try note.read() }

  public func dividingInstant() throws -> Instant {
    try writer.perform { [timeline] _ in timeline.next() }
  }

  public func read<Output>(_ body: (any Records) throws -> Output) throws -> Output {
    try readers.read { try body(SQLiteRecords(connection: $0)) }
  }

  public func write<Output: Sendable>(
    _ body: @escaping @Sendable (any WritableRecords) throws -> Output
  ) throws -> Output {
    try connectedWrite { [timeline] in try body(SQLiteWritableRecords(connection: $0, timeline: timeline)) }
  }

  public func write<Output: Sendable>(
    dated timeline: Timeline, _ body: @escaping @Sendable (any WritableRecords) throws -> Output
  ) throws -> Output {
    try writer.perform(grouping: .alone) { [seals] connection in
      try connection.sealed {
        try body(SQLiteWritableRecords(connection: connection, timeline: timeline, isApart: seals))
      }
    }
  }

  public func write<Output: Sendable>(
    _ body: @escaping @Sendable (any WritableRecords) throws -> Output,
    completion: @escaping @Sendable (Result<Output, any Error>) -> Void
  ) {
    do {
      try writer.submit(
        { [timeline] connection in
          try connection.sealed {
            try body(SQLiteWritableRecords(connection: connection, timeline: timeline))
          }
        }, then: completion)
    } catch {
      completion(.failure(error))
    }
  }

  public func clearRemoved() throws -> Bool {
    try writer.perform(grouping: .outside) { try $0.clearRemoved() }
  }

  /// Carries out a body on the writing connection itself, for what is no record.
  func connectedWrite<Output: Sendable>(
    _ body: @escaping @Sendable (Connection) throws -> Output
  ) throws -> Output {
    try writer.perform { connection in try connection.sealed { try body(connection) } }
  }

  /// Finishes what was accepted, closes the database, and notes beside it where its seals have come.
  public func close() {
    readers.close()
    let head = lastHead()
    writer.close()
    guard let head else { return }
    // Where there is no room for the note, the one from before stands, which says less and nothing wrong.
    do { try note.write(head) } catch {}
  }

  /// Where the seals have come, where that is to be noted: nothing is, where what was noted before does not hold, so
  /// that it goes on being told.
  private func lastHead() -> SealHead? {
    guard seals else { return nil }
    do {
      let noted = try note.read()
      return try writer.perform { connection in
        let head = try connection.sealHead()
        switch noted {
        case .none: return head.number > 0 ? head : nil
        case .unreadable: return nil
        case .head(let earlier):
          return try earlier != head && connection.seal(at: earlier.number) == earlier ? head : nil
        }
      }
    } catch {
      return nil
    }
  }

  /// What the database says is wrong with itself; empty where it is sound. Cost grows with its size.
  public func faults() throws -> [String] {
    try readers.read { try SQLiteStore.faults(in: $0) }
  }

  static func faults(in connection: Connection) throws -> [String] {
    let dangling = try connection.foreignKeyCheck().map {
      "a row of \($0.table) refers to a row of \($0.referredTable) that is not there"
    }
    return try connection.integrityCheck() + dangling
  }

  /// Brings the schema up to date, before anything else uses the database.
  ///
  /// - Returns: the latest instant that any record bears, and whether records are sealed.
  private static func prepare(
    _ path: String, _ settings: Settings, _ migrations: [(number: Int, name: String, sql: String)],
    at now: Instant, _ beginning: (_ number: Int, _ name: String) -> Void
  ) throws -> (latest: Instant?, seals: Bool) {
    let connection = try Connection.openWriter(at: path, creatingIfMissing: true, settings: settings)
    let isNew = try connection.takenMigrations().isEmpty
    let steps = steps(migrations)
    if try !connection.missingMigrations(of: steps).isEmpty { try connection.sealDoubts() }
    try connection.migrate(
      steps, at: now.microseconds,
      beginning: { step in if !isNew { beginning(step.number, step.name) } },
      closing: { try $0.settleSeals() })
    return (try latestInstant(in: connection), try connection.hasTable("seal"))
  }

  static func steps(_ migrations: [(number: Int, name: String, sql: String)]) -> [Migration] {
    migrations.map { Migration(number: $0.number, name: $0.name, sql: $0.sql) }
  }

  /// The latest instant that any record bears: time goes on from there. Whatever else bears an instant stands in the
  /// history at the same one; what was refused changed nothing, and is no record. Asked of a schema that may be behind.
  static func latestInstant(in connection: Connection) throws -> Instant? {
    let records =
      try connection.first(
        """
        SELECT max(at) FROM (
          SELECT max(stored) AS at FROM statement UNION ALL SELECT max(at) FROM history
          UNION ALL SELECT max(at) FROM enrolment_transition UNION ALL SELECT max(at) FROM certificate_transition)
        """
      ) { try $0.instantOrNil(0) } ?? nil
    guard try connection.hasTable("document") else { return records }
    let documents =
      try connection.first("SELECT max(changed_at) FROM document") { try $0.instantOrNil(0) } ?? nil
    return [records, documents].compactMap(\.self).max()
  }
}
