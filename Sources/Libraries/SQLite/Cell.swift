internal import CSQLite

/// What one column of one row holds, exactly as it is stored.
enum Cell {
  case null
  case integer(Int64)
  case real(UInt64)
  case text([UInt8])
  case bytes([UInt8])

  /// The value that SQLite shows in a hook; nil is NULL.
  init(of value: OpaquePointer?) {
    guard let value = unsafe value else {
      self = .null
      return
    }
    func octets() -> [UInt8] {
      let start = unsafe sqlite3_value_blob(value)
      let count = unsafe Int(sqlite3_value_bytes(value))
      return unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
    }
    switch unsafe sqlite3_value_type(value) {
    case SQLITE_INTEGER: self = unsafe .integer(sqlite3_value_int64(value))
    case SQLITE_FLOAT: self = unsafe .real(sqlite3_value_double(value).bitPattern)
    case SQLITE_TEXT: self = .text(octets())
    case SQLITE_BLOB: self = .bytes(octets())
    default: self = .null
    }
  }

  /// A column of the row that a statement stands at.
  init(column: Int32, of statement: OpaquePointer) {
    func octets() -> [UInt8] {
      let start = unsafe sqlite3_column_blob(statement, column)
      let count = unsafe Int(sqlite3_column_bytes(statement, column))
      return unsafe [UInt8](UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
    }
    switch unsafe sqlite3_column_type(statement, column) {
    case SQLITE_INTEGER: self = unsafe .integer(sqlite3_column_int64(statement, column))
    case SQLITE_FLOAT: self = unsafe .real(sqlite3_column_double(statement, column).bitPattern)
    case SQLITE_TEXT: self = .text(octets())
    case SQLITE_BLOB: self = .bytes(octets())
    default: self = .null
    }
  }

  /// As a part of a row's name. 16 octets are written as identifiers are; in a text, `~` and `/` as `~0` and `~1`.
  var name: String {
    switch self {
    case .null: ""
    case .integer(let number): String(number)
    case .real(let bits): String(bits, radix: 16)
    case .text(let octets):
      String(
        decoding: octets.flatMap { octet -> [UInt8] in
          switch octet {
          case UInt8(ascii: "~"): Array("~0".utf8)
          case UInt8(ascii: "/"): Array("~1".utf8)
          default: [octet]
          }
        }, as: UTF8.self)
    case .bytes(let octets): octets.count == 16 ? identifierText(octets) : digits(octets[...])
    }
  }
}

private func identifierText(_ octets: [UInt8]) -> String {
  [octets[..<4], octets[4..<6], octets[6..<8], octets[8..<10], octets[10...]].map(digits)
    .joined(separator: "-")
}

private func digits(_ octets: ArraySlice<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(
    decoding: octets.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
