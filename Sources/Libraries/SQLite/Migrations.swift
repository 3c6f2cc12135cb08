/// One numbered step of a database's schema.
public struct Migration: Sendable, Equatable {
  /// Its place: 1 for the first, without gaps.
  public let number: Int
  /// What it does, in a few words, as in its file's name.
  public let name: String
  /// Its statements. They must neither begin nor end a transaction.
  public let sql: String

  /// A step of the schema.
  public init(number: Int, name: String, sql: String) {
    self.number = number
    self.name = name
    self.sql = sql
  }
}

/// Why a database was not brought to the program's schema. It is as it was before the step that failed.
public enum MigrationError: Error, Equatable {
  /// The steps given are not numbered 1, 2, 3 … in order; `expected` is missing or misplaced.
  case misnumbered(expected: Int, found: Int)
  /// The database was made by a later version of the program.
  case newerThanProgram(database: Int, program: Int)
  /// A step that the database has gone through reads otherwise in the program.
  case changed(number: Int, name: String)
  /// Called within a transaction: steps have transactions of their own.
  case withinTransaction
  /// A step failed.
  case failed(number: Int, name: String, SQLiteError)
  /// A step left references to rows that do not exist.
  case brokenReferences(number: Int, name: String, [ForeignKeyViolation])
}

extension Connection {
  /// Brings the schema to the last of `migrations`, each in a transaction of its own.
  ///
  /// The table `migration` keeps every step that was taken with its whole text, so that an edited step is
  /// noticed. While a step runs, references between tables are not enforced, so that it can rebuild tables;
  /// they are all checked before it is committed. It cannot be called within a transaction, so not in a work of
  /// the `GroupCommitWriter` either, which takes it as its `preparing`.
  ///
  /// - Parameters:
  ///   - migrations: All steps since the first, in order.
  ///   - instant: When the steps are taken, in microseconds since 1970 UTC.
  ///   - beginning: Told each step before it is taken.
  ///   - closing: Runs as the last thing in the transaction of each step.
  /// - Returns: The numbers of the steps taken now; empty if there was nothing to do.
  /// - Throws: `MigrationError`; `SQLiteError` if the table of steps cannot be read.
  @discardableResult
  public func migrate(
    _ migrations: [Migration], at instant: Int64, beginning: (Migration) -> Void = { _ in },
    closing: (Connection) throws -> Void = { _ in }
  ) throws -> [Int] {
    guard !isInTransaction else { throw MigrationError.withinTransaction }
    let missing = try missingMigrations(of: migrations)
    guard !missing.isEmpty else { return [] }
    try enforceReferences(false)
    defer { restoreReferences() }
    for step in missing {
      beginning(step)
      try take(step, at: instant, closing)
    }
    return missing.map(\.number)
  }

  /// The steps that the database has not gone through yet, in order.
  ///
  /// - Throws: `MigrationError` where it has gone through others; `SQLiteError`.
  public func missingMigrations(of migrations: [Migration]) throws -> [Migration] {
    try requireOrder(of: migrations)
    let taken = try takenMigrations()
    if let last = taken.last, last.number > migrations.count {
      throw MigrationError.newerThanProgram(database: last.number, program: migrations.count)
    }
    for (step, old) in zip(migrations, taken) where step != old {
      throw MigrationError.changed(number: step.number, name: step.name)
    }
    return Array(migrations.dropFirst(taken.count))
  }

  /// The steps the database has gone through, in order.
  public func takenMigrations() throws -> [Migration] {
    guard try hasRow("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migration'") else {
      return []
    }
    return try all("SELECT number, name, sql FROM migration ORDER BY number") { row in
      Migration(number: Int(try row.integer(0)), name: try row.text(1), sql: try row.text(2))
    }
  }

  private func requireOrder(of migrations: [Migration]) throws(MigrationError) {
    for (index, step) in migrations.enumerated() where step.number != index + 1 {
      throw .misnumbered(expected: index + 1, found: step.number)
    }
  }

  private func take(
    _ step: Migration, at instant: Int64, _ closing: (Connection) throws -> Void
  ) throws {
    do {
      try transaction {
        try run(
          """
          CREATE TABLE IF NOT EXISTS migration (
            number INTEGER PRIMARY KEY, name TEXT NOT NULL, sql TEXT NOT NULL, applied_at INTEGER NOT NULL
          ) STRICT
          """)
        try run(script: step.sql)
        let broken = try foreignKeyCheck()
        guard broken.isEmpty else {
          throw MigrationError.brokenReferences(number: step.number, name: step.name, broken)
        }
        try run(
          """
          INSERT INTO migration (number, name, sql, applied_at)
          VALUES (\(step.number), \(step.name), \(step.sql), \(instant))
          """)
        try closing(self)
      }
    } catch let error as SQLiteError {
      throw MigrationError.failed(number: step.number, name: step.name, error)
    }
  }

  /// The switch takes effect while it is prepared, so it must not come from the cache; and only outside of a
  /// transaction.
  private func enforceReferences(_ on: Bool) throws(SQLiteError) {
    try control.steering { () throws(SQLiteError) in
      try run(script: on ? "PRAGMA foreign_keys = ON" : "PRAGMA foreign_keys = OFF")
    }
  }

  private func restoreReferences() {
    do { try enforceReferences(true) } catch {
      preconditionFailure("SQLite refused a switch that reads and writes nothing: \(error)")
    }
  }
}
