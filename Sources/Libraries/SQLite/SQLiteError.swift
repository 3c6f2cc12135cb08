internal import CSQLite

/// What SQLite answered when it could not do what was asked, with SQLite's own code and words.
///
/// A row whose column does not hold what the caller asked for is reported the same way
/// (`SQLITE_MISMATCH`), as is a query that SQLite could not take at all (`SQLITE_MISUSE`).
public struct SQLiteError: Error, Equatable {
  /// The primary result code, for example 19 for `SQLITE_CONSTRAINT`.
  public let code: Int32
  /// The extended result code, for example 2067 for `SQLITE_CONSTRAINT_UNIQUE`.
  public let extendedCode: Int32
  /// SQLite's message, in English. It may name tables, columns and files; never a bound value.
  public let message: String
  /// The statement's text with `?` in place of its values, where there was a statement.
  public let sql: String?

  /// Makes an error of `extendedCode`, whose low byte is the primary code.
  public init(extendedCode: Int32, message: String, sql: String? = nil) {
    self.code = extendedCode & 0xFF
    self.extendedCode = extendedCode
    self.message = message
    self.sql = sql
  }
}

extension SQLiteError {
  /// A kind of rule that a table keeps.
  public enum Constraint: Sendable, Equatable {
    /// A unique index or a primary key.
    case unique
    /// A reference to a row of another table.
    case foreignKey
    /// A `CHECK` expression.
    case check
    /// A column that refuses NULL.
    case notNull
    /// A column of a `STRICT` table that refuses values of another type.
    case dataType
    /// Any other: a trigger's `RAISE`, a virtual table, a commit hook.
    case other
  }

  /// The rule that was broken, or nil if the failure is of another kind.
  public var constraint: Constraint? {
    guard code == SQLITE_CONSTRAINT else { return nil }
    switch extendedCode >> 8 {
    case 6, 8, 10: return .unique  // PRIMARYKEY, UNIQUE, ROWID
    case 3: return .foreignKey
    case 1: return .check
    case 5: return .notNull
    case 12: return .dataType
    default: return .other
    }
  }

  /// True if a rule of this kind was broken.
  public func isConstraint(_ kind: Constraint) -> Bool { constraint == kind }

  /// The disk, a quota or the largest size allowed is reached.
  public var isFull: Bool { code == SQLITE_FULL }
  /// The operating system refused to read, write or sync a file.
  public var isIOError: Bool { code == SQLITE_IOERR }
  /// Another connection holds a lock that was waited for in vain.
  public var isBusy: Bool { code == SQLITE_BUSY || code == SQLITE_LOCKED }
  /// The file's content is damaged, or it is not a database.
  public var isCorrupt: Bool { code == SQLITE_CORRUPT || code == SQLITE_NOTADB }
  /// The connection, the file or its folder may not be written.
  public var isReadOnly: Bool { code == SQLITE_READONLY }
  /// A file system could not make a file's content durable: what it holds is no longer known.
  public var isFailedSync: Bool {
    // SQLITE_IOERR_FSYNC and SQLITE_IOERR_DIR_FSYNC.
    extendedCode == SQLITE_IOERR | (4 << 8) || extendedCode == SQLITE_IOERR | (5 << 8)
  }
}

extension SQLiteError: CustomStringConvertible {
  /// The message, the code and, if known, the statement.
  public var description: String {
    let place = sql.map { " in: \($0)" } ?? ""
    return "\(message) (SQLite \(extendedCode))\(place)"
  }
}
