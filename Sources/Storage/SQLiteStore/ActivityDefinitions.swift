internal import Operations
internal import SQLite
internal import Values

extension ConnectedRecords {
  func definition(of activity: String) throws -> StoredActivityDefinition? {
    try connection.first(
      "SELECT activity, definition, since FROM activity_definition WHERE activity = \(activity)"
    ) { row in
      StoredActivityDefinition(
        activity: try row.text(0), bytes: try row.bytes(1), since: try row.instant(2))
    }
  }
}

extension SQLiteWritableRecords {
  func keep(_ definition: StoredActivityDefinition) throws {
    try connection.run(
      """
      INSERT INTO activity_definition (activity, definition, since)
      VALUES (\(definition.activity), \(definition.bytes), \(definition.since))
      ON CONFLICT (activity) DO UPDATE SET definition = excluded.definition, since = excluded.since
      """)
  }
}
