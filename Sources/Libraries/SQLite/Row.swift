internal import CSQLite

/// One row of a result, valid while the closure it is given to runs.
///
/// Columns are counted from 0. A column that does not hold what was asked for is an error
/// (`SQLITE_MISMATCH`); nothing is converted.
///
/// Safe: it cannot be copied, and is only ever lent to a closure that runs between two steps.
@safe public struct Row: ~Copyable {
  private let statement: OpaquePointer

  init(of statement: OpaquePointer) {
    unsafe self.statement = statement
  }

  /// The number of columns.
  public var columnCount: Int {
    Int(unsafe sqlite3_column_count(statement))
  }

  /// True if the column holds NULL.
  public func isNull(_ column: Int) -> Bool {
    storage(of: column) == SQLITE_NULL
  }

  /// The column's whole number.
  public func integer(_ column: Int) throws(SQLiteError) -> Int64 {
    guard storage(of: column) == SQLITE_INTEGER else { throw mismatch(column, wanted: "an integer") }
    return unsafe sqlite3_column_int64(statement, Int32(column))
  }

  /// The column's whole number, or nil for NULL.
  public func integerOrNil(_ column: Int) throws(SQLiteError) -> Int64? {
    isNull(column) ? nil : try integer(column)
  }

  /// The column's whole number, which must be 0 or 1.
  public func boolean(_ column: Int) throws(SQLiteError) -> Bool {
    switch try integer(column) {
    case 0: false
    case 1: true
    case let other: throw mismatch(column, wanted: "0 or 1, and not \(other)")
    }
  }

  /// The column's text, which must be valid UTF-8; U+0000 in it is kept.
  public func text(_ column: Int) throws(SQLiteError) -> String {
    guard storage(of: column) == SQLITE_TEXT else { throw mismatch(column, wanted: "text") }
    guard let text = unsafe String(validating: content(of: column), as: UTF8.self) else {
      throw mismatch(column, wanted: "valid UTF-8")
    }
    return text
  }

  /// The column's text, or nil for NULL.
  public func textOrNil(_ column: Int) throws(SQLiteError) -> String? {
    isNull(column) ? nil : try text(column)
  }

  /// A copy of the column's bytes. The bytes of a text are its UTF-8, even where it is not valid.
  public func bytes(_ column: Int) throws(SQLiteError) -> [UInt8] {
    try requireBytes(column)
    return unsafe [UInt8](content(of: column))
  }

  /// A copy of the column's bytes, or nil for NULL.
  public func bytesOrNil(_ column: Int) throws(SQLiteError) -> [UInt8]? {
    isNull(column) ? nil : try bytes(column)
  }

  /// Gives `body` the column's bytes where they lie, without a copy.
  public func withBytes<Result>(
    _ column: Int, _ body: (borrowing Span<UInt8>) throws -> Result
  ) throws -> Result {
    try requireBytes(column)
    let bytes = unsafe content(of: column)
    return try unsafe body(bytes.span)
  }

  private func requireBytes(_ column: Int) throws(SQLiteError) {
    let found = storage(of: column)
    guard found == SQLITE_BLOB || found == SQLITE_TEXT else {
      throw mismatch(column, wanted: "bytes or text")
    }
  }

  private func storage(of column: Int) -> Int32 {
    unsafe sqlite3_column_type(statement, Int32(column))
  }

  /// The bytes as SQLite holds them until the next step. For a text, `sqlite3_column_blob` gives its UTF-8.
  private func content(of column: Int) -> UnsafeBufferPointer<UInt8> {
    let start = unsafe sqlite3_column_blob(statement, Int32(column))
    let count = unsafe sqlite3_column_bytes(statement, Int32(column))
    return unsafe UnsafeBufferPointer(start: start?.assumingMemoryBound(to: UInt8.self), count: Int(count))
  }

  private func mismatch(_ column: Int, wanted: String) -> SQLiteError {
    let name = unsafe sqlite3_column_name(statement, Int32(column)).map { unsafe String(cString: $0) }
    let found =
      switch storage(of: column) {
      case SQLITE_NULL: "NULL"
      case SQLITE_INTEGER: "an integer"
      case SQLITE_FLOAT: "a floating-point number"
      case SQLITE_TEXT: "text"
      default: "bytes"
      }
    let sql = unsafe sqlite3_sql(statement).map { unsafe String(cString: $0) }
    return SQLiteError(
      extendedCode: SQLITE_MISMATCH,
      message: "column \(column) (\(name ?? "none")) holds \(found); wanted \(wanted)", sql: sql)
  }
}
