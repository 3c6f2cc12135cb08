public import Operations
public import Values
internal import SQLite

/// The records of a database that another process may own: read, never written, no lock taken.
public final class SQLiteReader: Store {
  public let latestInstant: Instant?

  private let readers: ReaderPool

  /// Opens an existing database for reading only; throws where there is none.
  public init(at path: String) throws {
    var settings = Settings()
    settings.applicationID = SQLiteStore.applicationID
    readers = try ReaderPool(at: path, settings: settings)
    latestInstant = try readers.read { try SQLiteStore.latestInstant(in: $0) }
  }

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

  /// The origin that identifiers of this database begin with.
  public func origin() throws -> String? {
    try readers.read { try $0.first("SELECT value FROM setting WHERE name = 'origin'") { try $0.text(0) } }
  }
}

/// The records were opened for reading only.
struct OpenedForReading: Error {}
