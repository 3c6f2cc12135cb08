import Foundation
import Testing

@testable import SQLite

@Suite("Opening a database that must exist")
struct OpeningTests {
  /// What lies where the database should be, and what opening it says; `path` stands for its path.
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let prepare: @Sendable (Workplace) throws -> Void
    let refusal: @Sendable (_ path: String) -> OpeningError
  }

  static let cases = [
    Case(
      testDescription: "nothing is there", prepare: { _ in },
      refusal: { .missing(path: $0) }),
    Case(
      testDescription: "the folder is missing too",
      prepare: { try FileManager.default.removeItem(atPath: $0.folder) },
      refusal: { .missing(path: $0) }),
    Case(
      testDescription: "only the log is there",
      prepare: { try $0.put(Data(count: 100), at: "test.db-wal") },
      refusal: { .lostBesideItsLog(path: $0, log: $0 + "-wal") }),
    Case(
      testDescription: "an empty log alone is nothing",
      prepare: { try $0.put(Data(), at: "test.db-wal") },
      refusal: { .missing(path: $0) }),
    Case(
      testDescription: "a file without bytes", prepare: { try $0.put(Data(), at: "test.db") },
      refusal: { .empty(path: $0) }),
    Case(
      testDescription: "a file without bytes beside a log",
      prepare: {
        try $0.put(Data(), at: "test.db")
        try $0.put(Data(count: 100), at: "test.db-wal")
      },
      refusal: { .lostBesideItsLog(path: $0, log: $0 + "-wal") }),
    Case(
      testDescription: "a text", prepare: { try $0.put(Data(repeating: 0x61, count: 5_000), at: "test.db") },
      refusal: { .notADatabase(path: $0) }),
    Case(
      testDescription: "a single byte", prepare: { try $0.put(Data([0x53]), at: "test.db") },
      refusal: { .empty(path: $0) }),
    Case(
      testDescription: "two bytes", prepare: { try $0.put(Data([0x53, 0x51]), at: "test.db") },
      refusal: { .notADatabase(path: $0) }),
    Case(
      testDescription: "a folder",
      prepare: {
        try FileManager.default.createDirectory(atPath: $0.database, withIntermediateDirectories: false)
      },
      refusal: { .notADatabase(path: $0) }),
  ]

  @Test("is refused, and nothing is made", arguments: cases)
  func refusals(row: Case) throws {
    let place = try Workplace()
    try row.prepare(place)
    let before = try? place.names()
    #expect(throws: row.refusal(place.database)) { try Connection.openWriter(at: place.database) }
    #expect(throws: row.refusal(place.database)) { try Connection.openReader(at: place.database) }
    #expect(throws: row.refusal(place.database)) { try ReaderPool(at: place.database) }
    #expect(throws: row.refusal(place.database)) { try GroupCommitWriter(at: place.database) }
    #expect((try? place.names()) == before)
  }

  @Test("making one: only where nothing is, readable by its owner only")
  func creation() throws {
    let place = try Workplace()
    try Connection.create(at: place.database)
    #expect(try place.names() == ["test.db"])
    let mode = try FileManager.default.attributesOfItem(atPath: place.database)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(throws: OpeningError.exists(path: place.database)) { try Connection.create(at: place.database) }
    #expect(throws: OpeningError.unusablePath) { try Connection.create(at: "a\0b") }
    let nowhere = place.path("no/such/folder.db")
    #expect(throws: OpeningError.system(action: "create", path: nowhere + ".new", errno: ENOENT)) {
      try Connection.create(at: nowhere)
    }
  }

  @Test("making one beside the log of a lost one is refused")
  func creationBesideLog() throws {
    let place = try Workplace()
    try place.put(Data(count: 10), at: "test.db-wal")
    #expect(throws: OpeningError.lostBesideItsLog(path: place.database, log: place.database + "-wal")) {
      try Connection.openWriter(at: place.database, creatingIfMissing: true)
    }
    #expect(try place.names() == ["test.db-wal"])
  }

  @Test("a draft that a crash left behind is replaced")
  func leftDraft() throws {
    let place = try Workplace()
    try place.put(Data(repeating: 1, count: 10_000), at: "test.db.new")
    try Connection.create(at: place.database)
    #expect(try place.names() == ["test.db"])
  }

  @Test("the database of another program is refused")
  func foreign() throws {
    let place = try Workplace()
    var settings = Settings()
    settings.applicationID = 1_919_251_315
    _ = try Connection.openWriter(at: place.database, creatingIfMissing: true, settings: settings)
    _ = try Connection.openReader(at: place.database, settings: settings)
    settings.applicationID = 7
    let refusal = OpeningError.foreign(path: place.database, applicationID: 1_919_251_315)
    #expect(throws: refusal) { try Connection.openWriter(at: place.database, settings: settings) }
    #expect(throws: refusal) { try Connection.openReader(at: place.database, settings: settings) }
  }

  @Test(
    "a name that SQLite would read as a URI or as memory is a file's name",
    arguments: ["file:a?mode=memory", ":memory:"])
  func names(name: String) throws {
    let place = try Workplace()
    #expect(try DatabaseFile(at: name).path == "./\(name)")
    try Connection.create(at: place.path(name))
    #expect(try place.names() == [name])
  }

  @Test("a database that another program holds is refused after the time allowed")
  func locked() throws {
    let place = try Workplace()
    try place.lay("CREATE TABLE t (v INTEGER) STRICT")
    var settings = Settings()
    settings.busyTimeoutMilliseconds = 1
    // Exclusive mode keeps SQLite's lock on the whole file after the first write.
    let holder = try Connection.openWriter(at: place.database)
    try holder.control.steering {
      try holder.run(script: "PRAGMA locking_mode = EXCLUSIVE; INSERT INTO t VALUES (1)")
    }
    try holder.control.steering {
      try holder.run(
        script: "PRAGMA journal_mode = DELETE; PRAGMA user_version = 0; INSERT INTO t VALUES (2)")
    }
    #expect(throws: OpeningError.locked(path: place.database)) {
      try Connection.openWriter(at: place.database, settings: settings)
    }
    #expect(throws: OpeningError.locked(path: place.database)) {
      try Connection.openReader(at: place.database, settings: settings)
    }
    withExtendedLifetime(holder) {}
  }

  @Test("rubbish in place of the shared index does no harm")
  func rubbishIndex() throws {
    let place = try Workplace()
    try place.lay("CREATE TABLE t (v INTEGER) STRICT; INSERT INTO t VALUES (1)")
    try place.put(Data(repeating: 0xA5, count: 32_768), at: "test.db-shm")
    let connection = try Connection.openWriter(at: place.database)
    #expect(try connection.first("SELECT v FROM t") { try $0.integer(0) } == 1)
    #expect(try connection.integrityCheck() == [])
  }

  @Test("rubbish in place of the log is passed over")
  func rubbishLog() throws {
    let place = try Workplace()
    try place.lay("CREATE TABLE t (v INTEGER) STRICT; INSERT INTO t VALUES (1)")
    try place.put(Data(repeating: 0xA5, count: 32_768), at: "test.db-wal")
    let connection = try Connection.openWriter(at: place.database)
    #expect(try connection.first("SELECT v FROM t") { try $0.integer(0) } == 1)
  }
}

@Suite("A log that was removed", .serialized)
struct LostLogTests {
  /// A database that was not closed: a copy made while its writer had it open.
  private func copyInUse(_ place: Workplace, withLog: Bool) throws {
    let original = place.path("original.db")
    let writer = try GroupCommitWriter(at: original, creatingIfMissing: true)
    try writer.perform { try $0.run(script: "CREATE TABLE t (v INTEGER) STRICT; INSERT INTO t VALUES (1)") }
    try FileManager.default.copyItem(atPath: original, toPath: place.database)
    if withLog {
      try FileManager.default.copyItem(atPath: original + "-wal", toPath: place.database + "-wal")
    }
    writer.close()
  }

  @Test("is noticed, as often as it is tried")
  func noticed() throws {
    let place = try Workplace()
    try copyInUse(place, withLog: false)
    for _ in 1...3 {
      #expect(throws: OpeningError.lostLog(path: place.database, log: place.database + "-wal")) {
        try GroupCommitWriter(at: place.database)
      }
    }
  }

  @Test("is noticed by a reader too, which makes no empty log to hide it", arguments: [false, true])
  func noticedByReader(nobodyWrites: Bool) throws {
    let place = try Workplace()
    try copyInUse(place, withLog: false)
    var settings = Settings()
    settings.nobodyWrites = nobodyWrites
    for _ in 1...3 {
      #expect(throws: OpeningError.lostLog(path: place.database, log: place.database + "-wal")) {
        try Connection.openReader(at: place.database, settings: settings)
      }
    }
    #expect(try !place.names().contains("test.db-wal"))
  }

  @Test("beside its log the database opens, with all that was acknowledged")
  func besideItsLog() throws {
    let place = try Workplace()
    try copyInUse(place, withLog: true)
    let writer = try GroupCommitWriter(at: place.database)
    #expect(try writer.perform { try $0.first("SELECT v FROM t") { try $0.integer(0) } } == 1)
  }

  @Test("can be accepted, knowingly")
  func accepted() throws {
    let place = try Workplace()
    try copyInUse(place, withLog: false)
    try Connection.acceptLostLog(at: place.database)
    let writer = try GroupCommitWriter(at: place.database)
    #expect(try !writer.perform { try $0.hasRow("SELECT 1 FROM sqlite_schema WHERE name = 't'") })
  }

  @Test("a writer that is closed leaves nothing beside the database")
  func closed() throws {
    let place = try Workplace()
    let writer = try GroupCommitWriter(at: place.database, creatingIfMissing: true)
    try writer.perform { try $0.run(script: "CREATE TABLE t (v INTEGER) STRICT; INSERT INTO t VALUES (1)") }
    writer.close()
    writer.close()
    #expect(try place.names() == ["test.db"])
    #expect(try Connection.openWriter(at: place.database).first("SELECT v FROM t") { try $0.integer(0) } == 1)
  }
}

@Suite("Reading while nobody writes")
struct ReadingAloneTests {
  private static let schema = "CREATE TABLE t (v INTEGER) STRICT; INSERT INTO t VALUES (7)"

  private var settings: Settings {
    var settings = Settings()
    settings.nobodyWrites = true
    return settings
  }

  private func value(_ connection: Connection) throws -> Int64? {
    try connection.first("SELECT v FROM t") { try $0.integer(0) }
  }

  @Test("a database at rest is read, and nothing is made beside it")
  func atRest() throws {
    let place = try Workplace()
    try place.lay(Self.schema)
    let before = place.content(of: "test.db")
    let pool = try ReaderPool(at: place.database, settings: settings)
    #expect(try pool.read(value) == 7)
    #expect(try pool.read { try $0.integrityCheck() } == [])
    #expect(try place.names() == ["test.db"])
    pool.close()
    #expect(try place.names() == ["test.db"])
    #expect(place.content(of: "test.db") == before)
  }

  @Test(
    "whatever the file is called",
    arguments: [
      "a b.db", "what?mode=memory", "a#b", "100%41", "café.db", "file:c.db", "a&b=c", "\u{1}\u{F}\u{7F}",
      "d+e",
    ])
  func names(name: String) throws {
    let place = try Workplace()
    do {
      let writer = try Connection.openWriter(at: place.path(name), creatingIfMissing: true)
      try writer.run(script: Self.schema)
    }
    #expect(try value(Connection.openReader(at: place.path(name), settings: settings)) == 7)
    #expect(try place.names() == [name])
  }

  @Test("two slashes before the path name no host")
  func slashes() throws {
    let place = try Workplace()
    try place.lay(Self.schema)
    #expect(try value(Connection.openReader(at: "/" + place.database, settings: settings)) == 7)
  }

  @Test("what is in the log only is read, and the log stays as it is")
  func withLog() throws {
    let place = try Workplace()
    let original = place.path("original.db")
    let writer = try GroupCommitWriter(at: original, creatingIfMissing: true)
    try writer.perform { try $0.run(script: Self.schema) }
    for ending in ["", "-wal"] {
      try FileManager.default.copyItem(atPath: original + ending, toPath: place.database + ending)
    }
    writer.close()
    let (database, log) = (place.content(of: "test.db"), place.content(of: "test.db-wal"))
    #expect(try value(Connection.openReader(at: place.database, settings: settings)) == 7)
    #expect(place.content(of: "test.db") == database)
    #expect(place.content(of: "test.db-wal") == log)
    #expect(try value(Connection.openWriter(at: place.database)) == 7)
  }

  @Test("an empty log holds nothing")
  func emptyLog() throws {
    let place = try Workplace()
    try place.lay(Self.schema)
    try place.put(Data(), at: "test.db-wal")
    #expect(try value(Connection.openReader(at: place.database, settings: settings)) == 7)
    #expect(try place.names() == ["test.db", "test.db-wal"])
  }

  @Test("nothing can be written")
  func writing() throws {
    let place = try Workplace()
    try place.lay(Self.schema)
    let reader = try Connection.openReader(at: place.database, settings: settings)
    #expect(throws: SQLiteError.self) { try reader.run("INSERT INTO t VALUES (8)") }
  }

  @Test("the database of another program is refused, closed or not")
  func foreign() throws {
    let place = try Workplace()
    let writer = try Connection.openWriter(at: place.path("original.db"), creatingIfMissing: true)
    try FileManager.default.copyItem(atPath: place.path("original.db"), toPath: place.database)
    var settings = settings
    settings.applicationID = 7
    for name in ["original.db", "test.db"] {
      #expect(throws: OpeningError.foreign(path: place.path(name), applicationID: 0)) {
        try Connection.openReader(at: place.path(name), settings: settings)
      }
    }
    withExtendedLifetime(writer) {}
  }
}
