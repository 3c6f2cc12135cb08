internal import Operations
internal import SQLite
internal import Values

extension ConnectedRecords {
  func eachStatement(_ look: (KeptStatement) throws -> Void, unreadable: (Instant) -> Void) throws {
    try connection.each(
      """
      SELECT stored, id, voids, is_voided,
        EXISTS (SELECT 1 FROM statement AS voiding WHERE voiding.voids = statement.id), body
      FROM statement ORDER BY stored
      """
    ) { row in
      guard let statement = try decodeKept(row) else { return unreadable(try row.instant(0)) }
      try look(statement)
    }
  }

  /// Nil where a column holds what cannot stand there.
  private func decodeKept(_ row: borrowing Row) throws -> KeptStatement? {
    do {
      return KeptStatement(
        id: try row.uuid(1), stored: try row.instant(0), voids: row.isNull(2) ? nil : try row.uuid(2),
        isVoided: try row.boolean(3), isNamedByVoiding: try row.boolean(4), bytes: try row.bytes(5))
    } catch is StoredValueUnreadable {
      return nil
    } catch let error as SQLiteError where !error.isCorrupt {
      return nil
    }
  }

  func eachTerm(_ look: (_ term: Int64, _ stored: Instant) throws -> Void) throws {
    try connection.each("SELECT term, stored FROM statement_term") {
      try look(try $0.integer(0), try $0.instant(1))
    }
  }

  func hasTerm(_ term: Int64, ofStatementAt stored: Instant) throws -> Bool {
    try connection.hasRow("SELECT 1 FROM statement_term WHERE term = \(term) AND stored = \(stored)")
  }
}
