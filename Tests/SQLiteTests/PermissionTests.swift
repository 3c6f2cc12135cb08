import Foundation
import Glibc
import Testing

@testable import SQLite

@Suite(
  "What may not be written", .enabled(if: getuid() == 0, "taking on another user's identity needs privileges")
)
struct PermissionTests {
  /// What the permissions are, and how opening to write and to read end for another user.
  struct Case: Sendable, CustomTestStringConvertible, Codable {
    let testDescription: String
    let file: Int
    let folder: Int
    let writing: String
    let reading: String
  }

  static let cases = [
    Case(testDescription: "all may be written", file: 0o666, folder: 0o777, writing: "open", reading: "open"),
    Case(testDescription: "a file", file: 0o444, folder: 0o777, writing: "read-only file", reading: "open"),
    Case(
      testDescription: "a folder", file: 0o666, folder: 0o555, writing: "read-only folder",
      reading: "read-only folder"),
    Case(
      testDescription: "both", file: 0o444, folder: 0o555, writing: "read-only folder",
      reading: "read-only folder"),
  ]

  private static func outcome(_ open: () throws -> Connection) -> String {
    do {
      _ = try open()
      return "open"
    } catch OpeningError.readOnlyFile {
      return "read-only file"
    } catch OpeningError.readOnlyFolder {
      return "read-only folder"
    } catch {
      return "\(error)"
    }
  }

  @Test("is named", arguments: cases)
  func permissions(row: Case) async throws {
    let place = try Workplace()
    try place.lay("CREATE TABLE t (v INTEGER) STRICT")
    try FileManager.default.setAttributes([.posixPermissions: row.file], ofItemAtPath: place.database)
    try FileManager.default.setAttributes([.posixPermissions: row.folder], ofItemAtPath: place.folder)
    await #expect(processExitsWith: .success) { [row = row as Case, path = place.database as String] in
      #expect(setuid(65_534) == 0)
      #expect(Self.outcome { try Connection.openReader(at: path) } == row.reading)
      #expect(Self.outcome { try Connection.openWriter(at: path) } == row.writing)
    }
  }
}

@Suite("What an error is")
struct SQLiteErrorTests {
  @Test(
    "codes",
    arguments: [
      ("SQLITE_FULL", 13, "full"), ("SQLITE_IOERR", 10, "I/O"), ("SQLITE_IOERR_WRITE", 778, "I/O"),
      ("SQLITE_IOERR_FSYNC", 1_034, "I/O sync"), ("SQLITE_IOERR_DIR_FSYNC", 1_290, "I/O sync"),
      ("SQLITE_IOERR_TRUNCATE", 1_546, "I/O"), ("SQLITE_BUSY", 5, "busy"),
      ("SQLITE_BUSY_SNAPSHOT", 517, "busy"),
      ("SQLITE_LOCKED", 6, "busy"), ("SQLITE_CORRUPT", 11, "corrupt"),
      ("SQLITE_CORRUPT_INDEX", 779, "corrupt"),
      ("SQLITE_NOTADB", 26, "corrupt"), ("SQLITE_READONLY", 8, "read-only"),
      ("SQLITE_READONLY_DBMOVED", 1_032, "read-only"), ("SQLITE_CONSTRAINT_CHECK", 275, "check"),
      ("SQLITE_CONSTRAINT_FOREIGNKEY", 787, "foreignKey"), ("SQLITE_CONSTRAINT_NOTNULL", 1_299, "notNull"),
      ("SQLITE_CONSTRAINT_PRIMARYKEY", 1_555, "unique"), ("SQLITE_CONSTRAINT_UNIQUE", 2_067, "unique"),
      ("SQLITE_CONSTRAINT_ROWID", 2_579, "unique"), ("SQLITE_CONSTRAINT_TRIGGER", 1_811, "other"),
      ("SQLITE_CONSTRAINT_DATATYPE", 3_091, "dataType"), ("SQLITE_ERROR", 1, ""), ("SQLITE_NOMEM", 7, ""),
    ])
  func codes(name: String, code: Int32, kinds: String) {
    let error = SQLiteError(extendedCode: code, message: name)
    let found = [
      error.isFull ? "full" : nil, error.isIOError ? "I/O" : nil, error.isFailedSync ? "sync" : nil,
      error.isBusy ? "busy" : nil, error.isCorrupt ? "corrupt" : nil, error.isReadOnly ? "read-only" : nil,
      error.constraint.map { "\($0)" },
    ]
    #expect(found.compactMap(\.self).joined(separator: " ") == kinds)
    #expect(error.code == code & 0xFF)
    #expect(error.extendedCode == code)
  }

  @Test("is told with its code and statement")
  func description() {
    #expect(SQLiteError(extendedCode: 13, message: "no room").description == "no room (SQLite 13)")
    #expect(
      SQLiteError(extendedCode: 1, message: "no such table: t", sql: "SELECT ? FROM t").description
        == "no such table: t (SQLite 1) in: SELECT ? FROM t")
  }
}
