import SQLite
import Testing

@Suite("What is bound is read back exactly")
struct ValueTests {
  @Test(
    "whole numbers",
    arguments: [Int64.min, Int64.min + 1, -1, 0, 1, 255, 65_536, 4_294_967_296, Int64.max - 1, Int64.max])
  func integers(number: Int64) throws {
    let place = try Workplace()
    let connection = try place.connection("CREATE TABLE t (v INTEGER NOT NULL) STRICT")
    try connection.run("INSERT INTO t (v) VALUES (\(number))")
    #expect(try connection.first("SELECT v FROM t") { try $0.integer(0) } == number)
  }

  @Test(
    "texts",
    arguments: [
      "", " ", "a", "it's \"quoted\"; DROP TABLE t; --", "a\0b", "\0", "\0\0\0", "?1 :a $1 @x", "Ünïcödé",
      "e\u{301}", "\u{301}", "海关", "الجمارك", "👩🏽‍⚖️", "\u{FEFF}bom", "\r\n", "\u{10FFFF}",
      "fifteen bytes..", "sixteen bytes...",
    ])
  func texts(text: String) throws {
    let place = try Workplace()
    let connection = try place.connection("CREATE TABLE t (v TEXT NOT NULL) STRICT")
    try connection.run("INSERT INTO t (v) VALUES (\(text))")
    let read = try #require(
      try connection.first("SELECT v, typeof(v), v = \(text) FROM t") { row in
        (try row.text(0), try row.text(1), try row.boolean(2), try row.bytes(0))
      })
    #expect(Array(read.0.utf8) == Array(text.utf8))
    #expect(read.1 == "text")
    #expect(read.2)
    #expect(read.3 == Array(text.utf8))
  }

  @Test("a text of 300,000 bytes")
  func longText() throws {
    let place = try Workplace()
    let text = String(repeating: "海", count: 100_000)
    #expect(try place.connection().first("SELECT \(text)") { try $0.text(0) } == text)
  }

  @Test(
    "bytes",
    arguments: [
      ("none", [], 1), ("a NUL", [0], 1), ("two NULs", [0, 0], 1), ("no UTF-8", [0xC3, 0x28], 1),
      ("a million", [255], 1_000_000),
    ] as [(String, [UInt8], Int)])
  func bytes(row: String, pattern: [UInt8], times: Int) throws {
    let value = [UInt8](repeatElement(pattern, count: times).joined())
    let place = try Workplace()
    let connection = try place.connection("CREATE TABLE t (v BLOB NOT NULL) STRICT")
    try connection.run("INSERT INTO t (v) VALUES (\(value))")
    let read = try #require(
      try connection.first("SELECT v, typeof(v), length(v) FROM t") { row in
        (try row.bytes(0), try row.text(1), try row.integer(2), try row.withBytes(0) { $0.count })
      })
    #expect(read.0 == value)
    #expect(read.1 == "blob")
    #expect(read.2 == Int64(value.count))
    #expect(read.3 == value.count)
  }

  @Test("NULL is neither an empty text nor empty bytes nor zero")
  func null() throws {
    let place = try Workplace()
    let connection = try place.connection("CREATE TABLE t (i INTEGER, t TEXT, b BLOB) STRICT")
    let (number, text, bytes): (Int64?, String?, [UInt8]?) = (nil, nil, nil)
    try connection.run("INSERT INTO t (i, t, b) VALUES (\(number), \(text), \(bytes))")
    try connection.run("INSERT INTO t (i, t, b) VALUES (\(0), \(""), \([UInt8]()))")
    let rows = try connection.all("SELECT i, t, b FROM t ORDER BY rowid") { row in
      (try row.integerOrNil(0), try row.textOrNil(1), try row.bytesOrNil(2), row.isNull(0))
    }
    #expect(rows.count == 2)
    #expect(rows[0] == (nil, nil, nil, true))
    #expect(rows[1] == (0, "", [], false))
  }

  @Test("true is 1, false is 0, and no other number is either", arguments: [(true, 1), (false, 0)])
  func booleans(value: Bool, number: Int) throws {
    let place = try Workplace()
    let connection = try place.connection()
    let read = try connection.first("SELECT \(value), \(value) = \(number), 2") { row in
      (try row.boolean(0), try row.boolean(1))
    }
    #expect(read?.0 == value)
    #expect(read?.1 == true)
    let error = try #require(throws: SQLiteError.self) {
      try connection.first("SELECT 2") { try $0.boolean(0) }
    }
    #expect(error.message == "column 0 (2) holds an integer; wanted 0 or 1, and not 2")
  }

  @Test("a text that is not UTF-8 is refused as text and exact as bytes")
  func invalidText() throws {
    let place = try Workplace()
    let connection = try place.connection("CREATE TABLE t (v TEXT) STRICT")
    try connection.run("INSERT INTO t (v) VALUES (CAST(x'61FF00C3' AS TEXT))")
    let error = try #require(throws: SQLiteError.self) {
      try connection.first("SELECT v FROM t") { try $0.text(0) }
    }
    #expect(error.message == "column 0 (v) holds text; wanted valid UTF-8")
    #expect(try connection.first("SELECT v FROM t") { try $0.bytes(0) } == [0x61, 0xFF, 0x00, 0xC3])
  }

  @Test(
    "nothing is converted",
    arguments: [
      ("an integer as text", "SELECT 1", "column 0 (1) holds an integer; wanted text"),
      ("NULL as text", "SELECT NULL", "column 0 (NULL) holds NULL; wanted text"),
      ("bytes as text", "SELECT x'61' AS b", "column 0 (b) holds bytes; wanted text"),
      ("a fraction as text", "SELECT 0.5 AS f", "column 0 (f) holds a floating-point number; wanted text"),
    ] as [(String, Query, String)])
  func mismatches(row: String, query: Query, message: String) throws {
    let place = try Workplace()
    let connection = try place.connection()
    let error = try #require(throws: SQLiteError.self) { try connection.first(query) { try $0.text(0) } }
    #expect(error.message == message)
    #expect(error.code == 20)
  }

  @Test("a column that is not there holds NULL", arguments: [-1, 1, 1_000])
  func outside(column: Int) throws {
    let place = try Workplace()
    let connection = try place.connection()
    let error = try #require(throws: SQLiteError.self) {
      try connection.first("SELECT 1") { try $0.integer(column) }
    }
    #expect(error.message == "column \(column) (none) holds NULL; wanted an integer")
  }
}
