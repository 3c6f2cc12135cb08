import Testing

@testable import SQLite

@Suite("Statements on a connection")
struct ConnectionTests {
  static let schema = """
    CREATE TABLE parent (id INTEGER PRIMARY KEY) STRICT;
    CREATE TABLE child (
      id INTEGER PRIMARY KEY, parent INTEGER REFERENCES parent (id), code TEXT UNIQUE NOT NULL,
      score INTEGER CHECK (score BETWEEN 0 AND 100)
    ) STRICT;
    INSERT INTO parent (id) VALUES (1);
    INSERT INTO child (id, parent, code, score) VALUES (1, 1, 'a', 50);
    """

  @Test(
    "a broken rule says which kind it is",
    arguments: [
      ("the same primary key", "INSERT INTO parent (id) VALUES (1)", .unique),
      ("the same code", "INSERT INTO child (code) VALUES ('a')", .unique),
      ("no code", "INSERT INTO child (code) VALUES (NULL)", .notNull),
      ("a parent that is not there", "INSERT INTO child (code, parent) VALUES ('b', 2)", .foreignKey),
      ("one above the highest score", "INSERT INTO child (code, score) VALUES ('b', 101)", .check),
      ("text for a number", "INSERT INTO child (code, score) VALUES ('b', 'many')", .dataType),
    ] as [(String, Query, SQLiteError.Constraint)])
  func constraints(row: String, query: Query, kind: SQLiteError.Constraint) throws {
    let place = try Workplace()
    let connection = try place.connection(Self.schema)
    let error = try #require(throws: SQLiteError.self) { try connection.run(query) }
    #expect(error.constraint == kind)
    #expect(error.isConstraint(kind))
    #expect(error.sql == query.text)
    #expect(!error.isFull && !error.isBusy && !error.isIOError && !error.isCorrupt && !error.isReadOnly)
  }

  @Test(
    "what is not one statement of plain SQL is refused",
    arguments: [
      ("nothing", "", "the query holds no statement"),
      ("a comment", "-- nothing", "the query holds no statement"),
      ("two statements", "SELECT 1; SELECT 2", "the query holds more than its statement, from byte 9"),
      ("one and rubbish", "SELECT 1; rubbish", "the query holds more than its statement, from byte 9"),
      ("a parameter of its own", "SELECT ?", "the query's text holds a parameter of its own"),
      ("a name for a parameter", "SELECT :name", "the query's text holds a parameter of its own"),
      ("a mistake", "SELEKT 1", "near \"SELEKT\": syntax error"),
      ("a text in double quotes", "SELECT \"text\"", "no such column: text"),
      ("a transaction's begin", "BEGIN", "not authorized"),
      ("a transaction's end", "COMMIT", "not authorized"),
      ("a savepoint", "SAVEPOINT a", "not authorized"),
      ("another database", "ATTACH 'x' AS y", "not authorized"),
      ("the log", "PRAGMA wal_checkpoint", "not authorized"),
      ("the log, in capitals", "PRAGMA WAL_Checkpoint(TRUNCATE)", "not authorized"),
      ("the journal", "PRAGMA journal_mode = DELETE", "not authorized"),
      ("a weaker commit", "PRAGMA synchronous = OFF", "not authorized"),
      ("no references", "PRAGMA foreign_keys = OFF", "not authorized"),
    ] as [(String, Query, String)])
  func refusals(row: String, query: Query, message: String) throws {
    let place = try Workplace()
    let connection = try place.connection()
    let error = try #require(throws: SQLiteError.self) { try connection.run(query) }
    #expect(error.message == message)
  }

  @Test("one statement may be followed by blanks, a semicolon and a comment")
  func trailing() throws {
    let place = try Workplace()
    #expect(try place.connection().hasRow("SELECT 1 ;\n /* that is all */ -- really\n"))
  }

  @Test("changes are counted")
  func changes() throws {
    let place = try Workplace()
    let connection = try place.connection("CREATE TABLE t (v INTEGER) STRICT")
    #expect(try connection.run("INSERT INTO t (v) VALUES (1), (2), (3)") == 3)
    #expect(try connection.run("UPDATE t SET v = v + 1 WHERE v > \(1)") == 2)
    #expect(try connection.run("SELECT v FROM t") == 0)
    #expect(try connection.run("DELETE FROM t WHERE v = \(100)") == 0)
    #expect(try connection.first("INSERT INTO t (v) VALUES (9) RETURNING rowid") { try $0.integer(0) } == 4)
    #expect(connection.lastInsertedRow == 4)
    #expect(try connection.all("SELECT v FROM t ORDER BY v") { try $0.integer(0) } == [1, 3, 4, 9])
  }

  @Test("a reference that is broken by a statement that answers rows is refused")
  func returning() throws {
    let place = try Workplace()
    let connection = try place.connection(Self.schema)
    let error = try #require(throws: SQLiteError.self) {
      try connection.first("INSERT INTO child (code, parent) VALUES ('b', 2) RETURNING id") {
        try $0.integer(0)
      }
    }
    #expect(error.isConstraint(.foreignKey))
    #expect(try !connection.hasRow("SELECT 1 FROM child WHERE code = 'b'"))
  }

  private func notes(_ connection: Connection, above limit: Int) throws -> [Int64] {
    try connection.all("SELECT v FROM t WHERE v > \(limit) ORDER BY v") { try $0.integer(0) }
  }

  @Test("the same query may run within itself")
  func nested() throws {
    let place = try Workplace()
    let connection = try place.connection(
      "CREATE TABLE t (v INTEGER) STRICT; INSERT INTO t VALUES (1), (2), (3)")
    var pairs: [[Int64]] = []
    func walk(above limit: Int64, path: [Int64]) throws {
      try connection.each("SELECT v FROM t WHERE v > \(limit) ORDER BY v") { row in
        let value = try row.integer(0)
        pairs.append(path + [value])
        try walk(above: value, path: path + [value])
      }
    }
    try walk(above: 0, path: [])
    #expect(pairs == [[1], [1, 2], [1, 2, 3], [1, 3], [2], [2, 3], [3]])
  }

  @Test("a prepared statement follows a change of the schema")
  func schemaChange() throws {
    let place = try Workplace()
    let connection = try place.connection("CREATE TABLE t (v INTEGER) STRICT; INSERT INTO t VALUES (1), (2)")
    #expect(try notes(connection, above: 0) == [1, 2])
    try connection.run(
      script: "DROP TABLE t; CREATE TABLE t (w TEXT, v INTEGER) STRICT; INSERT INTO t VALUES ('x', 7)")
    #expect(try notes(connection, above: 0) == [7])
  }

  @Test("a statement that was left by an error runs again")
  func leftByError() throws {
    struct Left: Error {}
    let place = try Workplace()
    let connection = try place.connection("CREATE TABLE t (v INTEGER) STRICT; INSERT INTO t VALUES (1), (2)")
    func read(leaving: Bool) throws -> Int {
      var rows = 0
      try connection.each("SELECT v FROM t") { _ in
        rows += 1
        if leaving { throw Left() }
      }
      return rows
    }
    #expect(throws: Left.self) { try read(leaving: true) }
    #expect(try read(leaving: false) == 2)
    #expect(try connection.run("DELETE FROM t") == 2)
  }

  @Test("with room for one prepared statement everything still works")
  func smallCache() throws {
    let place = try Workplace()
    try place.lay("CREATE TABLE t (v INTEGER) STRICT; INSERT INTO t VALUES (1), (2)")
    var settings = Settings()
    settings.keptStatements = 1
    let connection = try Connection.openWriter(at: place.database, settings: settings)
    for _ in 1...3 {
      try connection.each("SELECT v FROM t") { row in
        let value = try row.integer(0)
        #expect(try connection.hasRow("SELECT 1 FROM t WHERE v = \(value)"))
        #expect(try connection.first("SELECT \(value) + 1") { try $0.integer(0) } == value + 1)
      }
    }
  }

  @Test("a reader writes nothing")
  func reader() throws {
    let place = try Workplace()
    try place.lay("CREATE TABLE t (v INTEGER) STRICT")
    let reader = try Connection.openReader(at: place.database)
    let error = try #require(throws: SQLiteError.self) { try reader.run("INSERT INTO t VALUES (1)") }
    #expect(error.isReadOnly)
  }
}

@Suite("Queries")
struct QueryTests {
  @Test("text and values are kept apart")
  func parts() {
    let name = "x'; DROP TABLE person; --"
    let query: Query =
      "SELECT id FROM person WHERE name = \(name) AND age > \(17) AND note IS \(nil as String?)"
    #expect(query.text == "SELECT id FROM person WHERE name = ? AND age > ? AND note IS ?")
    #expect(query.values == [.text(name), .integer(17), .null])
  }

  @Test("a query within a query brings its values along, in order")
  func composed() {
    let condition: Query = "b = \(2) AND c = \(3)"
    let query: Query = "SELECT \(1) WHERE \(condition) OR d = \(4)"
    let whole = query + " LIMIT \(5)"
    #expect(whole.text == "SELECT ? WHERE b = ? AND c = ? OR d = ? LIMIT ?")
    #expect(whole.values == [1, 2, 3, 4, 5].map { Value.integer($0) })
  }

  private func query(_ value: Int) -> Query { "SELECT \(value)" }

  @Test("the same place in the program is the same statement, another place with another text is not")
  func identity() {
    #expect(query(1).isSameStatement(as: query(2)))
    #expect(!query(1).isSameStatement(as: "SELECT 1"))
    #expect(!query(1).isSameStatement(as: query(1) + ", \(2)"))
    #expect((query(1) + query(2)).isSameStatement(as: query(3) + query(4)))
  }
}

@Suite("Transactions and savepoints")
struct TransactionTests {
  struct Refusal: Error {}

  private func values(_ connection: Connection) throws -> [Int64] {
    try connection.all("SELECT v FROM t ORDER BY v") { try $0.integer(0) }
  }

  @Test("all or nothing")
  func transaction() throws {
    let place = try Workplace()
    let connection = try place.connection("CREATE TABLE t (v INTEGER) STRICT")
    #expect(try connection.transaction { try connection.run("INSERT INTO t VALUES (1)") } == 1)
    #expect(throws: Refusal.self) {
      try connection.transaction {
        try connection.run("INSERT INTO t VALUES (2)")
        throw Refusal()
      }
    }
    #expect(try values(connection) == [1])
    #expect(!connection.isInTransaction)
  }

  @Test("a savepoint undoes its own changes only, at any depth")
  func savepoint() throws {
    let place = try Workplace()
    let connection = try place.connection("CREATE TABLE t (v INTEGER) STRICT")
    try connection.transaction {
      try connection.run("INSERT INTO t VALUES (1)")
      #expect(throws: Refusal.self) {
        try connection.savepoint {
          try connection.run("INSERT INTO t VALUES (2)")
          try connection.savepoint { try connection.run("INSERT INTO t VALUES (3)") }
          throw Refusal()
        }
      }
      try connection.savepoint { try connection.run("INSERT INTO t VALUES (4)") }
      #expect(connection.isInTransaction)
    }
    #expect(try values(connection) == [1, 4])
  }

  @Test("transactions do not nest")
  func nested() throws {
    let place = try Workplace()
    let connection = try place.connection("CREATE TABLE t (v INTEGER) STRICT")
    let error = try #require(throws: SQLiteError.self) {
      try connection.transaction { try connection.transaction {} }
    }
    #expect(error.message == "cannot start a transaction within a transaction")
    #expect(!connection.isInTransaction)
  }

  @Test("a script is run to its end or named from the failing statement on")
  func script() throws {
    let place = try Workplace()
    let connection = try place.connection()
    try connection.run(script: "CREATE TABLE t (v INTEGER) STRICT; -- one\n\nINSERT INTO t VALUES (1);;\n")
    let error = try #require(throws: SQLiteError.self) {
      try connection.run(
        script: "INSERT INTO t VALUES (2); INSERT INTO nowhere VALUES (3); INSERT INTO t VALUES (4)")
    }
    #expect(error.message == "no such table: nowhere")
    #expect(error.sql == " INSERT INTO nowhere VALUES (3); INSERT INTO t VALUES (4)")
    #expect(try values(connection) == [1, 2])
    #expect(throws: SQLiteError.self) { try connection.run(script: "INSERT INTO t VALUES (5);\0 INSERT") }
    #expect(try values(connection) == [1, 2])
  }
}
