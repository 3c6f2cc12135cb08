public import Operations
internal import SQLite
public import Values

extension SQLiteStore {
  /// Copies the records, as they are at one moment, to a new file, while others read and write.
  ///
  /// Writers are not held up; the log grows by what is written meanwhile. The file is whole or not there at all, and
  /// only its owner may read it.
  ///
  /// - Parameter progress: told now and then how many pages of 4 KiB are copied.
  public func copy(to path: String, progress: (_ pages: Int) -> Void) throws {
    try readers.read { try $0.backUp(to: path) { left, all in progress(all - left) } }
  }
}

extension SQLiteReader {
  /// As `SQLiteStore.copy(to:progress:)`.
  public func copy(to path: String, progress: (_ pages: Int) -> Void) throws {
    try readers.read { try $0.backUp(to: path) { left, all in progress(all - left) } }
  }

  /// What the records would say of a backup of themselves.
  public func facts(id: UUID, madeAt: Instant, program: String) throws -> BackupFacts {
    try readers.read { connection in
      BackupFacts(
        id: id, madeAt: madeAt, latestRecord: latestInstant,
        schema: try connection.schemaNumber(),
        origin: try connection.first("SELECT value FROM setting WHERE name = 'origin'") { try $0.text(0) }
          ?? "",
        program: program,
        counts: [
          .init(kind: "persons", number: try connection.count("SELECT count(*) FROM person")),
          .init(kind: "enrolments", number: try connection.count("SELECT count(*) FROM enrolment")),
          .init(kind: "statements", number: try connection.count("SELECT count(*) FROM statement")),
          .init(kind: "certificates", number: try connection.count("SELECT count(*) FROM certificate")),
          .init(kind: "history entries", number: try connection.count("SELECT count(*) FROM history")),
        ])
    }
  }

  /// How the database's tables, indexes, triggers and views are not those that these steps of the schema lay; nil where
  /// they are. A database made elsewhere may hold what acts by itself.
  ///
  /// - Parameter scratch: where a database may be made to compare with; it is removed.
  public func schemaDifference(
    from migrations: [(number: Int, name: String, sql: String)], scratch: String
  ) throws -> String? {
    let taken = try readers.read { try $0.takenMigrations() }
    let known = SQLiteStore.steps(migrations)
    guard taken.count <= known.count, taken == Array(known.prefix(taken.count)) else {
      return "its steps of the schema are not those of this program"
    }
    let mine = try readers.read { try $0.objects() }
    let laid = try SQLiteReader.objects(laidBy: taken, at: scratch)
    let differing = mine.filter { laid[$0.key] != $0.value }.keys + laid.keys.filter { mine[$0] == nil }
    return differing.min().map { "its \($0) is not the one that the schema has" }
  }

  private static func objects(laidBy steps: [Migration], at path: String) throws -> [String: String] {
    let connection = try Connection.openWriter(at: path, creatingIfMissing: true)
    try connection.migrate(steps, at: 0)
    return try connection.objects()
  }
}

extension Connection {
  /// The last step of the schema that was taken; 0 where none was.
  func schemaNumber() throws -> Int {
    try first("SELECT coalesce(max(number), 0) FROM migration") { try $0.count(0) } ?? 0
  }

  fileprivate func count(_ query: Query) throws -> Int {
    try first(query) { try $0.count(0) } ?? 0
  }

  /// What the schema holds: each thing's kind and name with the text that made it.
  fileprivate func objects() throws -> [String: String] {
    var objects: [String: String] = [:]
    try each("SELECT type, name, coalesce(sql, '') FROM sqlite_schema") { row in
      objects["\(try row.text(0)) \(try row.text(1))"] = try row.text(2)
    }
    return objects
  }
}
