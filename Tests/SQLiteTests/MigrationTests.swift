import Testing

@testable import SQLite

@Suite("Migrations")
struct MigrationTests {
  static let first = Migration(
    number: 1, name: "people", sql: "CREATE TABLE person (id INTEGER PRIMARY KEY) STRICT;")
  static let second = Migration(
    number: 2, name: "courses",
    sql: """
      CREATE TABLE course (id INTEGER PRIMARY KEY, author INTEGER NOT NULL REFERENCES person (id)) STRICT;
      INSERT INTO person (id) VALUES (7); INSERT INTO course (id, author) VALUES (1, 7);
      """)

  private func tables(_ connection: Connection) throws -> [String] {
    try connection.all("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name") { try $0.text(0) }
  }

  @Test("each step is taken once, and kept with its text and instant")
  func taken() throws {
    let place = try Workplace()
    let connection = try place.connection()
    #expect(try connection.migrate([Self.first], at: 1_000) == [1])
    #expect(try connection.migrate([Self.first], at: 2_000) == [])
    #expect(try connection.migrate([Self.first, Self.second], at: 3_000) == [2])
    #expect(try connection.takenMigrations() == [Self.first, Self.second])
    #expect(
      try connection.all("SELECT applied_at FROM migration ORDER BY number") { try $0.integer(0) } == [
        1_000, 3_000,
      ])
    #expect(try tables(connection) == ["course", "migration", "person"])
  }

  @Test("no steps, no change")
  func none() throws {
    let place = try Workplace()
    let connection = try place.connection()
    #expect(try connection.migrate([], at: 0) == [])
    #expect(try tables(connection) == [])
  }

  @Test(
    "steps out of order are refused",
    arguments: [
      ("beginning at 0", [0], 1, 0), ("beginning at 2", [2], 1, 2), ("with a gap", [1, 3], 2, 3),
      ("twice the same", [1, 1], 2, 1),
    ])
  func misnumbered(row: String, numbers: [Int], expected: Int, found: Int) throws {
    let place = try Workplace()
    let connection = try place.connection()
    let steps = numbers.map { Migration(number: $0, name: "step", sql: "") }
    #expect(throws: MigrationError.misnumbered(expected: expected, found: found)) {
      try connection.migrate(steps, at: 0)
    }
  }

  @Test("a database of a later version of the program is refused")
  func newer() throws {
    let place = try Workplace()
    let connection = try place.connection()
    try connection.migrate([Self.first, Self.second], at: 0)
    #expect(throws: MigrationError.newerThanProgram(database: 2, program: 1)) {
      try connection.migrate([Self.first], at: 0)
    }
    #expect(throws: MigrationError.newerThanProgram(database: 2, program: 0)) {
      try connection.migrate([], at: 0)
    }
  }

  @Test("a step that was edited after it was taken is refused, before any other is taken")
  func changed() throws {
    let place = try Workplace()
    let connection = try place.connection()
    try connection.migrate([Self.first], at: 0)
    let edited = Migration(number: 1, name: "people", sql: Self.first.sql + " ")
    #expect(throws: MigrationError.changed(number: 1, name: "people")) {
      try connection.migrate([edited, Self.second], at: 0)
    }
    #expect(try tables(connection) == ["migration", "person"])
  }

  @Test(
    "a step that fails leaves nothing of itself, and the steps before it stay",
    arguments: [
      (
        "a mistake after a table",
        "CREATE TABLE half (id INTEGER) STRICT; CREATE TABLE half (id INTEGER) STRICT;",
        "table half already exists"
      ),
      ("the end of the transaction", "CREATE TABLE half (id INTEGER) STRICT; COMMIT;", "not authorized"),
      ("another transaction", "CREATE TABLE half (id INTEGER) STRICT; BEGIN;", "not authorized"),
      ("a NUL", "CREATE TABLE half (id INTEGER) STRICT;\0", "the script holds a NUL"),
      ("a cut text", "CREATE TABLE half (id INTEGER) STRICT; CREATE TABLE other (id", "incomplete input"),
    ])
  func failing(row: String, sql: String, message: String) throws {
    let place = try Workplace()
    let connection = try place.connection()
    let error = try #require(throws: MigrationError.self) {
      try connection.migrate([Self.first, Migration(number: 2, name: "half", sql: sql)], at: 0)
    }
    guard case .failed(2, "half", let cause) = error else {
      Issue.record("unexpected: \(error)")
      return
    }
    #expect(cause.message == message)
    #expect(try tables(connection) == ["migration", "person"])
    #expect(try connection.takenMigrations() == [Self.first])
    #expect(try connection.first("PRAGMA foreign_keys") { try $0.boolean(0) } == true)
  }

  @Test("a step may rebuild a table that others refer to")
  func rebuild() throws {
    let place = try Workplace()
    let connection = try place.connection()
    let rebuild = Migration(
      number: 3, name: "names",
      sql: """
        CREATE TABLE new_person (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
        INSERT INTO new_person (id, name) SELECT id, 'unknown' FROM person;
        DROP TABLE person;
        ALTER TABLE new_person RENAME TO person;
        """)
    try connection.migrate([Self.first, Self.second, rebuild], at: 0)
    #expect(
      try connection.hasRow("SELECT 1 FROM course JOIN person ON person.id = author WHERE name = 'unknown'"))
    #expect(try connection.foreignKeyCheck() == [])
  }

  @Test("a step that breaks references is refused")
  func brokenReferences() throws {
    let place = try Workplace()
    let connection = try place.connection()
    let breaking = Migration(number: 3, name: "breaking", sql: "DELETE FROM person")
    let violation = ForeignKeyViolation(table: "course", row: 1, referredTable: "person")
    #expect(throws: MigrationError.brokenReferences(number: 3, name: "breaking", [violation])) {
      try connection.migrate([Self.first, Self.second, breaking], at: 0)
    }
    #expect(try connection.hasRow("SELECT 1 FROM person WHERE id = 7"))
    #expect(throws: SQLiteError.self) { try connection.run("DELETE FROM person") }
  }

  @Test("a writer migrates before its first work; a work cannot")
  func writer() throws {
    let place = try Workplace()
    let writer = try GroupCommitWriter(at: place.database, creatingIfMissing: true) {
      _ = try $0.migrate([Self.first], at: 5)
    }
    #expect(try writer.perform { try $0.run("INSERT INTO person (id) VALUES (1)") } == 1)
    #expect(throws: MigrationError.withinTransaction) {
      try writer.perform { try $0.migrate([Self.first, Self.second], at: 6) }
    }
    writer.close()
    #expect(throws: MigrationError.newerThanProgram(database: 1, program: 0)) {
      try GroupCommitWriter(at: place.database) { _ = try $0.migrate([], at: 7) }
    }
    #expect(try place.names() == ["test.db"])
  }
}
