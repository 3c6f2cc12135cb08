public import Operations
internal import SQLite

extension SQLiteReader {
  /// What is yet to be done to bring the records to these steps of the schema.
  ///
  /// - Throws: `MigrationError` where they cannot be brought there, as where a later version has kept them.
  public func migrationPlan(to migrations: [(number: Int, name: String, sql: String)]) throws -> MigrationPlan
  {
    try readers.read { connection in
      let steps = SQLiteStore.steps(migrations)
      let missing = try connection.missingMigrations(of: steps)
      let tables = try connection.all(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
      ) { try $0.text(0) }
      return MigrationPlan(
        schema: steps.count - missing.count, known: steps.count,
        steps: try missing.map { step in
          let words = words(of: step.sql)
          let rows = try tables.filter(words.contains).map { table in
            BackupFacts.Count(kind: table, number: try connection.rowCount(ofTable: table))
          }
          return MigrationPlan.Step(number: step.number, name: step.name, rows: rows)
        })
    }
  }
}

/// The words of a script, comments included: enough to know which tables it touches at the most.
private func words(of script: String) -> Set<String> {
  let words = script.utf8.split { octet in
    let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(octet | 0x20)
    return !isLetter && octet != UInt8(ascii: "_")
  }
  return Set(words.map { String(decoding: $0, as: UTF8.self) })
}
