internal import CSQLite

/// What SQLite's callbacks read and write for one connection, on the connection's thread.
final class ConnectionControl {
  /// What a connection is used for.
  enum Use { case writing, other }

  /// `.writing` from the moment the database is marked as in use until it comes to rest.
  var use = Use.other
  /// True while the connection itself begins, ends or nests a transaction, or cares for the log.
  var isSteering = false
  /// How long a lock of another connection is waited for, in milliseconds.
  let busyTimeoutMilliseconds: Int32
  /// Pages in the write-ahead log after the last commit of this connection.
  var logPages = 0
  /// What is kept of changes; nil where nobody asked for it.
  var watch: ChangeWatch?

  /// Settings of a connection that was not opened yet.
  init(busyTimeoutMilliseconds: Int32) {
    self.busyTimeoutMilliseconds = busyTimeoutMilliseconds
  }

  /// Installs the callbacks on `handle`, which must not outlive this object.
  func attach(to handle: OpaquePointer) {
    let context = unsafe Unmanaged.passUnretained(self).toOpaque()
    unsafe sqlite3_set_authorizer(handle, authorize, context)
    unsafe sqlite3_wal_hook(handle, noteLogPages, context)
  }

  /// Runs `body` with the right to steer transactions and the log.
  func steering<Result, Failure: Error>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
    let before = isSteering
    isSteering = true
    defer { isSteering = before }
    return try body()
  }
}

/// Decides, while a statement is prepared, whether it may be run on the connection.
private func authorize(
  context: UnsafeMutableRawPointer?, action: Int32, first: UnsafePointer<CChar>?,
  second: UnsafePointer<CChar>?, schema: UnsafePointer<CChar>?, trigger: UnsafePointer<CChar>?
) -> Int32 {
  guard let context = unsafe context else { return SQLITE_DENY }
  let control = unsafe Unmanaged<ConnectionControl>.fromOpaque(context).takeUnretainedValue()
  switch action {
  case SQLITE_ATTACH, SQLITE_DETACH: return control.isSteering ? SQLITE_OK : SQLITE_DENY
  case SQLITE_TRANSACTION, SQLITE_SAVEPOINT: return control.isSteering ? SQLITE_OK : SQLITE_DENY
  case SQLITE_PRAGMA:
    let isQuestion = unsafe second == nil
    let name = unsafe first.map { unsafe String(cString: $0).lowercased() } ?? ""
    let isHarmless = freePragmas.contains(name) || (isQuestion && !actingPragmas.contains(name))
    return control.isSteering || isHarmless ? SQLITE_OK : SQLITE_DENY
  default: return SQLITE_OK
  }
}

/// Pragmas that do something although they are given no value.
private let actingPragmas: Set<String> = ["wal_checkpoint", "incremental_vacuum", "shrink_memory"]
/// Pragmas that take a value and change no setting of the connection that the rest relies on.
private let freePragmas: Set<String> = [
  "table_info", "table_xinfo", "table_list", "index_list", "index_info", "index_xinfo", "foreign_key_list",
  "integrity_check", "quick_check", "foreign_key_check", "defer_foreign_keys", "optimize",
]

/// Called by SQLite after each commit of this connection, before the commit returns.
private func noteLogPages(
  context: UnsafeMutableRawPointer?, database: OpaquePointer?, schema: UnsafePointer<CChar>?, pages: Int32
) -> Int32 {
  guard let context = unsafe context else { return SQLITE_OK }
  unsafe Unmanaged<ConnectionControl>.fromOpaque(context).takeUnretainedValue().logPages = Int(pages)
  return SQLITE_OK
}
