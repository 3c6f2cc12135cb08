public import Operations
public import Values
internal import SQLite

/// The records of a database that are read and never written.
public final class SQLiteReader: Store {
  public let latestInstant: Instant?

  let readers: ReaderPool
  private let clock: @Sendable () -> Instant
  private let note: SealNote

  /// Opens an existing database for reading only; throws where there is none.
  ///
  /// - Parameter nobodyWrites: whether the caller keeps every writer away for as long as this reads, and so may read a
  ///   database that was closed without a file being made beside it.
  public init(at path: String, nobodyWrites: Bool = false, clock: @escaping @Sendable () -> Instant) throws {
    self.clock = clock
    note = SealNote(besideDatabase: path)
    var settings = Settings()
    settings.applicationID = SQLiteStore.applicationID
    settings.nobodyWrites = nobodyWrites
    readers = try ReaderPool(at: path, settings: settings)
    latestInstant = try readers.read { try SQLiteStore.latestInstant(in: $0) }
  }

  /// It writes nothing, and so does nothing that could be counted.
  public var status: StoreStatus {
    StoreStatus(commits: 0, changes: 0, waitingChanges: 0, logPages: 0, failure: nil)
  }

  /// Where others write, what they record meanwhile may bear an earlier instant.
  public func dividingInstant() -> Instant {
    max(clock(), latestInstant ?? clock())
  }

  public func schema() throws -> (taken: Int, known: Int) {
    let taken = try readers.read { try $0.schemaNumber() }
    return (taken, taken)
  }

  public func notedHead() throws -> NotedHead { try note.read() }

  public func read<Output>(_ body: (any Records) throws -> Output) throws -> Output {
    try readers.read { try body(SQLiteRecords(connection: $0)) }
  }

  public func write<Output: Sendable>(
    _ body: @escaping @Sendable (any WritableRecords) throws -> Output
  ) throws -> Output {
    throw OpenedForReading()
  }

  public func write<Output: Sendable>(
    dated timeline: Timeline, _ body: @escaping @Sendable (any WritableRecords) throws -> Output
  ) throws -> Output {
    throw OpenedForReading()
  }

  public func write<Output: Sendable>(
    _ body: @escaping @Sendable (any WritableRecords) throws -> Output,
    completion: @escaping @Sendable (Result<Output, any Error>) -> Void
  ) {
    completion(.failure(OpenedForReading()))
  }

  public func clearRemoved() throws -> Bool { throw OpenedForReading() }

  /// Whether the database has gone through these steps of the schema and no others.
  public func hasTaken(_ migrations: [(number: Int, name: String, sql: String)]) throws -> Bool {
    try readers.read { try $0.takenMigrations() } == SQLiteStore.steps(migrations)
  }

  /// What the database says is wrong with itself; empty where it is sound. Cost grows with its size.
  public func faults() throws -> [String] {
    try readers.read { try SQLiteStore.faults(in: $0) }
  }

  /// The origin that identifiers of this database begin with.
  public func origin() throws -> String? {
    try readers.read { try $0.first("SELECT value FROM setting WHERE name = 'origin'") { try $0.text(0) } }
  }
}

/// The records were opened for reading only.
struct OpenedForReading: Error {}
