internal import CSQLite

/// A prepared statement. It belongs to its connection and is used on the connection's thread.
///
/// Safe: the pointers are valid as long as the object, which outlives no use of them; see `Connection`.
@safe final class Statement {
  private let pointer: OpaquePointer
  private let database: OpaquePointer
  /// The query it was prepared for, without values.
  let query: Query
  /// True between the first step and the reset: a nested use of the same query needs another statement.
  private(set) var isRunning = false
  /// The connection's count of uses when this statement was last used.
  var lastUse: UInt64 = 0

  /// Prepares `query`, which must be exactly one statement. `kept` tells SQLite that it will live long.
  init(_ query: Query, on database: OpaquePointer, kept: Bool) throws(SQLiteError) {
    let text = query.text
    let refusal = { SQLiteError(extendedCode: SQLITE_MISUSE, message: $0, sql: text) }
    let flags = kept ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0
    let (pointer, end, isLast) = try unsafe text.utf8CString.withUnsafeBufferPointer {
      source throws(SQLiteError) in
      let first = try unsafe prepareNext(in: source, from: 0, on: database, flags: flags)
      let isLast =
        unsafe first.statement == nil
        || holdsNothing(in: source, from: first.end, on: database)
      return unsafe (first.statement, first.end, isLast)
    }
    guard let pointer = unsafe pointer else { throw refusal("the query holds no statement") }
    unsafe self.pointer = pointer
    unsafe self.database = database
    self.query = query.withoutValues
    guard isLast else { throw refusal("the query holds more than its statement, from byte \(end)") }
    guard unsafe sqlite3_bind_parameter_count(pointer) == query.values.count else {
      throw refusal("the query's text holds a parameter of its own")
    }
  }

  deinit {
    unsafe sqlite3_finalize(pointer)
  }

  /// True if the statement leaves the database as it is.
  var isReadOnly: Bool { unsafe sqlite3_stmt_readonly(pointer) != 0 }

  /// The row of the last step.
  var row: Row { unsafe Row(of: pointer) }

  /// Binds the values to the parameters, in order. SQLite keeps copies until `finish`.
  func bind(_ values: [Value]) throws(SQLiteError) {
    var index: Int32 = 0
    for value in values {
      index += 1
      guard bind(value, to: index) == SQLITE_OK else { throw failure() }
    }
  }

  private func bind(_ value: Value, to index: Int32) -> Int32 {
    switch value {
    case .null:
      return unsafe sqlite3_bind_null(pointer, index)
    case .integer(let number):
      return unsafe sqlite3_bind_int64(pointer, index, number)
    case .text(var text):
      return text.withUTF8 { bytes in
        unsafe csqlite_bind_text(pointer, index, bytes.baseAddress, UInt64(bytes.count))
      }
    case .bytes(let bytes):
      return unsafe bytes.withUnsafeBytes {
        unsafe csqlite_bind_blob(pointer, index, $0.baseAddress, UInt64($0.count))
      }
    }
  }

  /// Goes to the next row; false if there is none.
  func step() throws(SQLiteError) -> Bool {
    isRunning = true
    switch unsafe sqlite3_step(pointer) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw failure()
    }
  }

  /// Ends a run that was left before its last row; a rule that is checked at the end may still refuse it.
  func end() throws(SQLiteError) {
    guard unsafe sqlite3_reset(pointer) == SQLITE_OK else { throw failure() }
  }

  /// Makes the statement ready for its next use. What failed was reported by the step.
  func finish() {
    unsafe sqlite3_reset(pointer)
    unsafe sqlite3_clear_bindings(pointer)
    isRunning = false
  }

  private func failure() -> SQLiteError {
    unsafe SQLiteError(of: database, sql: query.text)
  }
}

/// Prepares the first statement of `source` from byte `start`; none if only blanks and comments are left.
///
/// - Parameter source: UTF-8 that ends with a NUL, which spares SQLite a copy.
func prepareNext(
  in source: UnsafeBufferPointer<CChar>, from start: Int, on database: OpaquePointer, flags: UInt32
) throws(SQLiteError) -> (statement: OpaquePointer?, end: Int) {
  guard let base = source.baseAddress else { return (nil, start) }
  var statement: OpaquePointer?
  var tail: UnsafePointer<CChar>?
  let length = Int32(clamping: source.count - start)
  let code = unsafe sqlite3_prepare_v3(database, base + start, length, flags, &statement, &tail)
  guard code == SQLITE_OK else {
    throw unsafe SQLiteError(of: database, sql: String(cString: base + start))
  }
  return unsafe (statement, tail.map { unsafe $0 - base } ?? source.count)
}

/// True if from byte `start` only blanks and comments follow.
private func holdsNothing(
  in source: UnsafeBufferPointer<CChar>, from start: Int, on database: OpaquePointer
) -> Bool {
  do {
    let rest = try unsafe prepareNext(in: source, from: start, on: database, flags: 0)
    unsafe sqlite3_finalize(rest.statement)
    return unsafe rest.statement == nil
  } catch {
    return false  // What cannot be prepared is something, too.
  }
}

extension SQLiteError {
  /// The last failure on `database`.
  init(of database: OpaquePointer, sql: String? = nil) {
    unsafe self.init(
      extendedCode: sqlite3_extended_errcode(database), message: String(cString: sqlite3_errmsg(database)),
      sql: sql)
  }
}
