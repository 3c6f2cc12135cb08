internal import Operations
internal import SQLite
internal import Values

extension ConnectedRecords {
  func attachments(ofStatementAt stored: Instant) throws -> [StoredAttachment] {
    try connection.all(
      "SELECT statement, sha2, digest, size_bytes FROM attachment WHERE statement = \(stored) ORDER BY sha2"
    ) { row in
      StoredAttachment(
        statement: try row.instant(0), sha2: try row.text(1), digest: try row.text(2),
        sizeBytes: try row.count(3))
    }
  }
}

extension SQLiteWritableRecords {
  func insert(_ attachment: StoredAttachment) throws {
    try connection.run(
      """
      INSERT OR IGNORE INTO attachment (statement, sha2, digest, size_bytes)
      VALUES (\(attachment.statement), \(attachment.sha2), \(attachment.digest), \(attachment.sizeBytes))
      """)
  }
}

extension Connection {
  /// Whether the schema has a table; one that is behind may lack it.
  func hasTable(_ name: String) throws -> Bool {
    try hasRow("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = \(name)")
  }
}
