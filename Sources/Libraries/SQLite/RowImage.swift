internal import CSQLite

/// A row of a table in octets: the same for the same row, whenever and through whatever it is read.
public struct RowImage: Sendable, Hashable {
  /// The table's name.
  public let table: String
  /// What tells the row from all others of its table: the values of its primary key, with `/` between them.
  public let key: String
  /// Every column that holds something, in the table's order: its name, the kind of its value, the value. A column that
  /// holds NULL leaves nothing, so that adding one to the table changes no image. Nil where the row was removed.
  public let octets: [UInt8]?
}

/// The columns of a table, as rows are imaged by them.
public struct TableLayout: Sendable, Hashable {
  /// The table's name.
  public let name: String
  /// The names of its columns, in its order, in UTF-8.
  let columns: [[UInt8]]
  /// The places of the columns of its primary key, in the key's order.
  let key: [Int]
  /// The query that gives its rows, in the order of the primary key.
  let rows: String

  /// The tables, indexes, triggers and views that the schema has, by the text that made each; not where in the file they
  /// lie.
  public static let schema = TableLayout(
    name: "sqlite_schema", columns: ["type", "name", "tbl_name", "sql"].map { Array($0.utf8) }, key: [0, 1],
    rows: """
      SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name
      """)

  /// A name of the row whose cells are given.
  func rowName(_ cell: (Int) -> Cell) -> String {
    key.map { cell($0).name }.joined(separator: "/")
  }

  /// The octets of the row whose cells are given.
  func octets(_ cell: (Int) -> Cell) -> [UInt8] {
    var octets: [UInt8] = []
    for (place, name) in columns.enumerated() {
      let (kind, value): (Character, [UInt8])
      switch cell(place) {
      case .null: continue
      case .integer(let number): (kind, value) = ("i", bigEndian(UInt64(bitPattern: number)))
      case .real(let bits): (kind, value) = ("r", bigEndian(bits))
      case .text(let text): (kind, value) = ("t", text)
      case .bytes(let bytes): (kind, value) = ("b", bytes)
      }
      octets += bigEndian(UInt64(name.count)) + name + kind.utf8 + bigEndian(UInt64(value.count)) + value
    }
    return octets
  }
}

extension Connection {
  /// The tables that there are, in the order of their names.
  public func tableLayouts() throws -> [TableLayout] {
    let names = try all(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    ) { try $0.text(0) }
    return try names.map { name in
      let columns = try all("SELECT name, pk FROM pragma_table_info(\(name)) ORDER BY cid") {
        (name: Array(try $0.text(0).utf8), place: try $0.integer(1))
      }
      let key = columns.indices.filter { columns[$0].place > 0 }
        .sorted { columns[$0].place < columns[$1].place }
      // A table cannot be a value of a query: its name is quoted, as SQLite quotes names.
      let quoted = name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      return TableLayout(
        name: name, columns: columns.map(\.name), key: key, rows: "SELECT * FROM \"\(quoted)\"")
    }
  }

  /// Gives `body` every row of a table, in the order of its primary key.
  public func eachRow(of table: TableLayout, _ body: (RowImage) throws -> Void) throws {
    var statement: OpaquePointer?
    let code = unsafe sqlite3_prepare_v2(handle, table.rows, -1, &statement, nil)
    defer { unsafe sqlite3_finalize(statement) }
    guard code == SQLITE_OK, let statement = unsafe statement else {
      throw unsafe SQLiteError(of: handle)
    }
    while true {
      switch unsafe sqlite3_step(statement) {
      case SQLITE_ROW:
        let cell = { (place: Int) in unsafe Cell(column: Int32(place), of: statement) }
        try body(RowImage(table: table.name, key: table.rowName(cell), octets: table.octets(cell)))
      case SQLITE_DONE: return
      default: throw unsafe SQLiteError(of: handle)
      }
    }
  }
}

private func bigEndian(_ number: UInt64) -> [UInt8] {
  stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> $0) }
}
