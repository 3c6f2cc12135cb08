import Synchronization
import Testing

@testable import SQLite

@Suite("Readers beside the writer")
struct ReaderPoolTests {
  static let schema = "CREATE TABLE t (v INTEGER) STRICT; INSERT INTO t VALUES (1)"

  private func count(_ connection: Connection) throws -> Int64? {
    try connection.first("SELECT count(*) FROM t") { try $0.integer(0) }
  }

  @Test("a read sees one state from its first statement to its last")
  func snapshot() throws {
    let place = try Workplace()
    try place.lay(Self.schema)
    let writer = try GroupCommitWriter(at: place.database)
    let pool = try ReaderPool(at: place.database)
    try pool.read { reader in
      #expect(try count(reader) == 1)
      try writer.perform { try $0.run("INSERT INTO t VALUES (2)") }
      #expect(try count(reader) == 1)
      // A read within the read takes another connection, and sees what is durable now.
      #expect(try pool.read { try count($0) } == 2)
    }
    #expect(try pool.read { try count($0) } == 2)
    #expect(pool.openConnections == 2)
  }

  @Test("one thread after another uses one connection")
  func reuse() throws {
    let place = try Workplace()
    try place.lay(Self.schema)
    let pool = try ReaderPool(at: place.database)
    for _ in 1...100 { #expect(try pool.read { try count($0) } == 1) }
    #expect(pool.openConnections == 1)
  }

  @Test("a connection that was kept is not lent again")
  func kept() throws {
    let place = try Workplace()
    try place.lay(Self.schema)
    let pool = try ReaderPool(at: place.database)
    let kept = try pool.read { $0 }
    #expect(pool.openConnections == 0)
    #expect(try pool.read { $0 !== kept })
    #expect(try count(kept) == 1)
  }

  @Test("a read that fails gives its connection back")
  func failing() throws {
    struct Refusal: Error {}
    let place = try Workplace()
    try place.lay(Self.schema)
    let pool = try ReaderPool(at: place.database, maximumConnections: 1)
    for _ in 1...3 { #expect(throws: Refusal.self) { try pool.read { _ in throw Refusal() } } }
    #expect(try pool.read { try count($0) } == 1)
  }

  @Test("as many read at once as are allowed; one more is refused")
  func exhausted() throws {
    let place = try Workplace()
    try place.lay(Self.schema)
    let pool = try ReaderPool(at: place.database, maximumConnections: 2)
    try pool.read { _ in
      try pool.read { _ in
        #expect(throws: PoolError.exhausted(maximumConnections: 2)) { try pool.read { _ in } }
      }
    }
    #expect(try pool.read { try count($0) } == 1)
  }

  @Test("a closed pool lends nothing and keeps nothing open")
  func closed() throws {
    let place = try Workplace()
    try place.lay(Self.schema)
    let pool = try ReaderPool(at: place.database)
    try pool.read { _ in pool.close() }
    #expect(pool.openConnections == 0)
    #expect(throws: PoolError.closed) { try pool.read { _ in } }
  }

  @Test(
    "a read can neither write nor move the log",
    arguments: [
      ("an insert", "INSERT INTO t VALUES (2)"), ("a table", "CREATE TABLE u (v INTEGER) STRICT"),
      ("the log", "PRAGMA wal_checkpoint(TRUNCATE)"), ("writing allowed", "PRAGMA query_only = OFF"),
    ] as [(String, Query)])
  func writing(row: String, query: Query) throws {
    let place = try Workplace()
    try place.lay(Self.schema)
    let pool = try ReaderPool(at: place.database)
    #expect(throws: SQLiteError.self) { try pool.read { try $0.run(query) } }
  }

  @Test("readers that close last leave the log to the writer")
  func closeLast() throws {
    let place = try Workplace()
    try place.lay(Self.schema)
    let writer = try Connection.openWriter(at: place.database)
    var reader: Connection? = try Connection.openReader(at: place.database)
    try writer.run("INSERT INTO t VALUES (2)")
    let logBefore = try #require(place.content(of: "test.db-wal"))
    let databaseBefore = place.content(of: "test.db")
    try reader?.run("SELECT v FROM t")
    reader = nil
    #expect(place.content(of: "test.db-wal") == logBefore)
    #expect(place.content(of: "test.db") == databaseBefore)
    withExtendedLifetime(writer) {}
  }

  @Test("a read shows what was acknowledged before it, also where a snapshot was kept")
  func keptSnapshots() throws {
    let place = try Workplace()
    try place.lay(Self.schema)
    let writer = try GroupCommitWriter(at: place.database)
    let pool = try ReaderPool(at: place.database, readership: writer.readership)
    for expected in 1...20 as ClosedRange<Int64> {
      #expect(try pool.read { try count($0) } == expected)
      #expect(try pool.read { try count($0) } == expected)
      try writer.perform { try $0.run("INSERT INTO t VALUES (2)") }
    }
    #expect(pool.openConnections == 1)
  }

  @Test("a snapshot is kept from one read to the next, and only where the pool follows the writer")
  func whereSnapshotsAreKept() throws {
    let place = try Workplace()
    try place.lay(Self.schema)
    let writer = try GroupCommitWriter(at: place.database)
    for (readership, isKept) in [(writer.readership, true), (nil, false)] {
      let pool = try ReaderPool(at: place.database, readership: readership)
      try pool.read { _ = try count($0) }
      #expect(try pool.read { $0.isInTransaction })
      #expect(pool.hasKeptSnapshot == isKept)
    }
  }

  @Test("a read that fails leaves no snapshot behind")
  func failingLeavesNone() throws {
    struct Refusal: Error {}
    let place = try Workplace()
    try place.lay(Self.schema)
    let writer = try GroupCommitWriter(at: place.database)
    let pool = try ReaderPool(at: place.database, readership: writer.readership)
    #expect(throws: Refusal.self) { try pool.read { _ in throw Refusal() } }
    #expect(!pool.hasKeptSnapshot)
    #expect(try pool.read { try count($0) } == 1)
  }

  @Test("kept snapshots end where the log is to be moved, so that it begins anew")
  func logMoves() throws {
    let place = try Workplace()
    try place.lay(Self.schema)
    var limits = GroupCommitWriter.Limits()
    limits.busyLogPages = 8
    let writer = try GroupCommitWriter(at: place.database, limits: limits)
    let pool = try ReaderPool(at: place.database, readership: writer.readership)
    for number in 1...200 {
      try pool.read { _ = try count($0) }
      try writer.perform { try $0.run("INSERT INTO t VALUES (\(Int64(number)))") }
    }
    #expect(try pool.read { try count($0) } == 201)
    #expect(writer.status.logPages <= 16)
    #expect(writer.status.logFailure == nil)
  }

  @Test("many threads read while one writes; every state is whole")
  func manyThreads() throws {
    let place = try Workplace()
    try place.lay("CREATE TABLE pair (a INTEGER, b INTEGER) STRICT; INSERT INTO pair VALUES (0, 0)")
    let writer = try GroupCommitWriter(at: place.database)
    let pool = try ReaderPool(at: place.database, readership: writer.readership)
    let isDone = Atomic(false)
    let torn = Atomic(0)
    let readers = (0..<8).compactMap { _ in
      Thread {
        while !isDone.load(ordering: .relaxed) {
          do {
            let (a, b) = try pool.read { connection in
              let a = try connection.first("SELECT a FROM pair") { try $0.integer(0) }
              let b = try connection.first("SELECT b FROM pair") { try $0.integer(0) }
              return (a, b)
            }
            if a == nil || a != b { torn.add(1, ordering: .relaxed) }
          } catch {
            torn.add(1, ordering: .relaxed)
          }
        }
      }
    }
    for number in 1...200 {
      try writer.perform { connection in
        try connection.run("UPDATE pair SET a = \(number)")
        try connection.run("UPDATE pair SET b = \(number)")
      }
    }
    isDone.store(true, ordering: .relaxed)
    for reader in readers { reader.join() }
    #expect(torn.load(ordering: .relaxed) == 0)
    #expect(pool.openConnections <= 8)
  }
}
