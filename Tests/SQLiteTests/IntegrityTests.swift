import Foundation
import Testing

@testable import SQLite

@Suite("Integrity and backup")
struct IntegrityTests {
  static let schema = """
    CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
    CREATE INDEX t_text ON t (text);
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
    INSERT INTO t (id, text) SELECT i, 'text number ' || i FROM n;
    """

  @Test("a whole database has no findings")
  func whole() throws {
    let place = try Workplace()
    let connection = try place.connection(Self.schema)
    #expect(try connection.integrityCheck() == [])
    #expect(try connection.foreignKeyCheck() == [])
  }

  @Test("one changed bit is found", arguments: [("in the table", false), ("in the index", true)])
  func damaged(row: String, searchesFromEnd: Bool) throws {
    let place = try Workplace()
    try place.lay(Self.schema)
    var content = try #require(place.content(of: "test.db"))
    let text = Data("text number 1234".utf8)
    let found = try #require(content.range(of: text, options: searchesFromEnd ? .backwards : []))
    content[found.lowerBound] ^= 0x04
    try place.put(content, at: "test.db")
    let connection = try Connection.openReader(at: place.database)
    #expect(try !connection.integrityCheck().isEmpty)
  }

  @Test("a page that was cut off is found")
  func cut() throws {
    let place = try Workplace()
    try place.lay(Self.schema)
    let content = try #require(place.content(of: "test.db"))
    try place.put(content.prefix(content.count - 4_096), at: "test.db")
    let error = try #require(throws: OpeningError.self) { try Connection.openWriter(at: place.database) }
    guard case .refused(place.database, let cause) = error else {
      Issue.record("unexpected: \(error)")
      return
    }
    #expect(cause.isCorrupt)
  }

  @Test("a row that refers to nothing is named")
  func references() throws {
    let place = try Workplace()
    let connection = try place.connection(
      "CREATE TABLE a (id INTEGER PRIMARY KEY) STRICT; CREATE TABLE b (a INTEGER REFERENCES a (id)) STRICT")
    try connection.control.steering {
      try connection.run(script: "PRAGMA foreign_keys = OFF; INSERT INTO b VALUES (5)")
    }
    #expect(try connection.foreignKeyCheck() == [ForeignKeyViolation(table: "b", row: 1, referredTable: "a")])
  }

  @Test("a backup is the state of one moment, whatever is written meanwhile")
  func backup() throws {
    let place = try Workplace()
    try place.lay("CREATE TABLE t (v TEXT) STRICT")
    let writer = try GroupCommitWriter(at: place.database)
    let pool = try ReaderPool(at: place.database)
    let big = String(repeating: "x", count: 10_000_000)
    try writer.perform { try $0.run("INSERT INTO t VALUES (\(big))") }
    var reports: [(left: Int, all: Int)] = []
    try pool.read { reader in
      try reader.backUp(to: place.path("copy.db")) { left, all in
        reports.append((left, all))
        do { try writer.perform { try $0.run("INSERT INTO t VALUES ('later')") } } catch {
          Issue.record(error)
        }
      }
    }
    #expect(reports.count >= 2)
    #expect(reports.allSatisfy { $0.left < $0.all })
    #expect(try place.names() == ["copy.db", "test.db", "test.db-shm", "test.db-wal"])
    let copy = try Connection.openWriter(at: place.path("copy.db"))
    #expect(try copy.integrityCheck() == [])
    #expect(try copy.all("SELECT length(v) FROM t") { try $0.integer(0) } == [10_000_000])
  }

  @Test("a backup never takes the place of a file")
  func backupOver() throws {
    let place = try Workplace()
    let connection = try place.connection(Self.schema)
    try place.put(Data([1]), at: "copy.db")
    #expect(throws: BackupError.place(.exists(path: place.path("copy.db")))) {
      try connection.backUp(to: place.path("copy.db"))
    }
    #expect(throws: BackupError.self) { try connection.backUp(to: place.path("no/copy.db")) }
    #expect(place.content(of: "copy.db") == Data([1]))
    #expect(!connection.isInTransaction)
  }
}
