/// A row that refers to a row that does not exist.
public struct ForeignKeyViolation: Sendable, Equatable {
  /// The table of the referring row.
  public let table: String
  /// The referring row's number; nil in a table without row numbers.
  public let row: Int64?
  /// The table referred to.
  public let referredTable: String
}

extension Connection {
  /// Looks through the whole database for damage: pages, order, indexes against tables, types and rules of
  /// columns. Reads every page; grows with the size of the database.
  ///
  /// - Parameter limit: After how many findings to stop, at least 1.
  /// - Returns: SQLite's findings in its own words; empty if there are none.
  public func integrityCheck(limit: Int = 100) throws -> [String] {
    let findings = try all("SELECT integrity_check FROM pragma_integrity_check(\(max(1, limit)))") {
      try $0.text(0)
    }
    return findings == ["ok"] ? [] : findings
  }

  /// Looks through all references between tables.
  ///
  /// - Returns: Every row that refers to nothing.
  public func foreignKeyCheck() throws -> [ForeignKeyViolation] {
    try all("PRAGMA foreign_key_check") { row in
      ForeignKeyViolation(
        table: try row.text(0), row: try row.integerOrNil(1), referredTable: try row.text(2))
    }
  }
}
