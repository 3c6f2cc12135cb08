import Foundation
import Glibc
import Synchronization
import Testing

@testable import SQLite

@Suite("What was acknowledged survives a killed process", .serialized)
struct KillTests {
  /// Writes pairs of rows with many threads until it is killed, and notes each acknowledged pair.
  private static func writeUntilKilled(in folder: String, round: Int) throws {
    let writer = try GroupCommitWriter(at: folder + "/test.db")
    let acknowledged = unsafe open(folder + "/acknowledged", O_CREAT | O_WRONLY | O_APPEND, 0o600)
    for thread in 0..<16 {
      _ = Thread {
        for number in 0..<1_000_000 {
          let name = "\(round)-\(thread)-\(number)"
          do {
            try writer.perform { connection in
              try connection.run("INSERT INTO half (pair, side) VALUES (\(name), 'left')")
              try connection.run("INSERT INTO half (pair, side) VALUES (\(name), 'right')")
            }
          } catch { return }
          let line = Array("\(name)\n".utf8)
          _ = unsafe write(acknowledged, line, line.count)
        }
      }
    }
    usleep(UInt32.random(in: 1_000...60_000))
    kill(getpid(), SIGKILL)
    while true { pause() }
  }

  @Test("nothing acknowledged is lost, no work is torn, the database is whole")
  func killed() async throws {
    let place = try Workplace()
    try place.lay(
      "CREATE TABLE half (pair TEXT NOT NULL, side TEXT NOT NULL, PRIMARY KEY (pair, side)) STRICT")
    try place.put(Data(), at: "acknowledged")
    for round in 1...12 {
      await #expect(processExitsWith: .signal(SIGKILL)) {
        [folder = place.folder as String, round = round as Int] in
        try Self.writeUntilKilled(in: folder, round: round)
      }
      try check(place)
    }
    #expect(try #require(place.content(of: "acknowledged")).count > 0)
  }

  private func check(_ place: Workplace) throws {
    let lines = String(decoding: try #require(place.content(of: "acknowledged")), as: UTF8.self)
    let acknowledged = Set(lines.split(separator: "\n").map(String.init))
    let writer = try Connection.openWriter(at: place.database)
    let whole = try writer.all("SELECT pair FROM half GROUP BY pair HAVING count(*) = 2") { try $0.text(0) }
    #expect(acknowledged.subtracting(whole).isEmpty)
    #expect(try !writer.hasRow("SELECT 1 FROM half GROUP BY pair HAVING count(*) <> 2"))
    #expect(try writer.integrityCheck() == [])
  }
}

@Suite("A disk that is full", .serialized)
struct FullDiskTests {
  static let schema = "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT"

  /// A file system of its own with 1 MiB of room.
  private final class SmallDisk {
    let folder: String

    init?(in place: Workplace) {
      folder = place.path("disk")
      unsafe mkdir(folder, 0o700)
      guard unsafe mount("tmpfs", folder, "tmpfs", 0, "size=1m") == 0 else { return nil }
    }

    deinit { unsafe umount2(folder, 2) }

    /// Takes all room but `pages` pages of 4 KiB.
    func fill(leaving pages: Int) throws {
      var state = statvfs()
      guard unsafe statvfs(folder, &state) == 0 else { throw POSIXError(.EIO) }
      let room = Int(state.f_bavail) - pages
      try Data(count: max(0, room) * Int(state.f_bsize)).write(to: URL(fileURLWithPath: folder + "/filler"))
    }

    func makeRoom() { unsafe unlink(folder + "/filler") }
  }

  /// Mounting needs the right to do so.
  static let mayMount: Bool = {
    do { return SmallDisk(in: try Workplace()) != nil } catch { return false }
  }()

  @Test(
    "each work is either acknowledged and there, or refused and not there",
    .enabled(if: mayMount, "mounting a small file system needs privileges"),
    arguments: [0, 1, 2, 3, 5, 8, 13, 21, 34, 55])
  func full(leaving pages: Int) throws {
    let place = try Workplace()
    let disk = try #require(SmallDisk(in: place))
    let path = disk.folder + "/test.db"
    let writer = try GroupCommitWriter(at: path, creatingIfMissing: true)
    try writer.perform { try $0.run(script: Self.schema) }
    try disk.fill(leaving: pages)
    let acknowledged = Mutex<Set<Int64>>([])
    let unexpected = Mutex<[String]>([])
    for number in 1...40 as ClosedRange<Int64> {
      let text = String(repeating: "x", count: Int(number % 3) * 10_000)
      try writer.submit {
        try $0.run("INSERT INTO note (id, text) VALUES (\(number), \(text))")
      } then: { result in
        switch result {
        case .success: acknowledged.withLock { _ = $0.insert(number) }
        case .failure(WriterError.notCommitted(let error)) where error.isFull: return
        case .failure(let error as SQLiteError) where error.isFull: return
        case .failure(let error): unexpected.withLock { $0.append("\(error)") }
        }
      }
    }
    // Waits for all before it.
    do { try writer.perform { _ in } } catch {}
    let reader = try ReaderPool(at: path)
    let there = try reader.read { try $0.all("SELECT id FROM note") { try $0.integer(0) } }
    #expect(unexpected.withLock { $0 } == [])
    #expect(Set(there) == acknowledged.withLock { $0 })
    #expect(there.count < 40)
    reader.close()

    disk.makeRoom()
    try performOnceThereIsRoom(writer) {
      try $0.run("INSERT INTO note (id, text) VALUES (100, 'room again')")
    }
    #expect(try writer.perform { try $0.integrityCheck() } == [])
    writer.close()
    let after = try Connection.openWriter(at: path)
    #expect(Set(try after.all("SELECT id FROM note") { try $0.integer(0) }) == Set(there + [100]))
  }

  /// Writes, again and again for five seconds at the most: a file system may take a moment to give back the room of a
  /// file that was removed.
  private func performOnceThereIsRoom(
    _ writer: GroupCommitWriter, _ work: @escaping @Sendable (Connection) throws -> Int
  ) throws {
    for _ in 0..<50 {
      do {
        try writer.perform(work)
        return
      } catch WriterError.notCommitted(let error) where error.isFull {
        usleep(100_000)
      }
    }
    try writer.perform(work)
  }

  @Test(
    "a log that cannot be moved for want of room stays, and so does what is in it", .enabled(if: mayMount))
  func fullAtClose() throws {
    let place = try Workplace()
    let disk = try #require(SmallDisk(in: place))
    let path = disk.folder + "/test.db"
    let writer = try GroupCommitWriter(at: path, creatingIfMissing: true)
    try writer.perform { connection in
      try connection.run(script: Self.schema)
      try connection.run("INSERT INTO note (text) VALUES (\(String(repeating: "x", count: 300_000)))")
    }
    try disk.fill(leaving: 2)
    writer.close()
    #expect(FileState(of: path + "-wal").holdsBytes)
    disk.makeRoom()
    let again = try Connection.openWriter(at: path)
    #expect(try again.first("SELECT length(text) FROM note") { try $0.integer(0) } == 300_000)
    #expect(try again.integrityCheck() == [])
  }

  @Test(
    "reading while nobody writes needs no room, whether the log was moved or not", .enabled(if: mayMount),
    arguments: [true, false])
  func readingWithoutRoom(isMoved: Bool) throws {
    let place = try Workplace()
    let disk = try #require(SmallDisk(in: place))
    let path = disk.folder + "/test.db"
    let writer = try GroupCommitWriter(at: path, creatingIfMissing: true)
    try writer.perform { connection in
      try connection.run(script: Self.schema)
      try connection.run("INSERT INTO note (text) VALUES (\(String(repeating: "x", count: 300_000)))")
    }
    if isMoved { writer.close() }
    try disk.fill(leaving: 0)
    writer.close()
    #expect(FileState(of: path + "-wal").holdsBytes == !isMoved)
    var settings = Settings()
    settings.nobodyWrites = true
    for _ in 1...2 {
      let pool = try ReaderPool(at: path, settings: settings)
      #expect(
        try pool.read { try $0.first("SELECT length(text) FROM note") { try $0.integer(0) } } == 300_000)
      #expect(try pool.read { try $0.integrityCheck() } == [])
      pool.close()
    }
    disk.makeRoom()
    let again = try Connection.openWriter(at: path)
    #expect(try again.first("SELECT length(text) FROM note") { try $0.integer(0) } == 300_000)
  }

  @Test("a backup that finds no room leaves nothing behind", .enabled(if: mayMount))
  func fullBackup() throws {
    let place = try Workplace()
    let disk = try #require(SmallDisk(in: place))
    let connection = try place.connection(Self.schema)
    try connection.run("INSERT INTO note (text) VALUES (\(String(repeating: "x", count: 2_000_000)))")
    let error = try #require(throws: BackupError.self) { try connection.backUp(to: disk.folder + "/copy.db") }
    guard case .copying(let cause) = error else {
      Issue.record("unexpected: \(error)")
      return
    }
    #expect(cause.isFull)
    #expect(try FileManager.default.contentsOfDirectory(atPath: disk.folder) == [])
  }

  @Test("a migration that finds no room leaves nothing of its step", .enabled(if: mayMount))
  func fullMigration() throws {
    let place = try Workplace()
    let disk = try #require(SmallDisk(in: place))
    let connection = try Connection.openWriter(at: disk.folder + "/test.db", creatingIfMissing: true)
    let first = Migration(number: 1, name: "notes", sql: Self.schema)
    let filling = Migration(
      number: 2, name: "filling",
      sql: """
        CREATE TABLE large (v BLOB) STRICT;
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400)
        INSERT INTO large SELECT randomblob(8000) FROM n;
        """)
    let error = try #require(throws: MigrationError.self) { try connection.migrate([first, filling], at: 0) }
    guard case .failed(2, "filling", let cause) = error else {
      Issue.record("unexpected: \(error)")
      return
    }
    #expect(cause.isFull)
    #expect(try connection.takenMigrations() == [first])
    #expect(try !connection.hasRow("SELECT 1 FROM sqlite_schema WHERE name = 'large'"))
    #expect(try connection.first("PRAGMA foreign_keys") { try $0.boolean(0) } == true)
  }

  @Test("a limit on the size of files refuses the writing, not what was acknowledged")
  func fileSizeLimit() async throws {
    let place = try Workplace()
    try place.lay(Self.schema)
    await #expect(processExitsWith: .success) { [path = place.database as String] in
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 200_000, rlim_max: rlim_t.max)
      _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      let writer = try GroupCommitWriter(at: path)
      var acknowledged = 0
      var refusals = 0
      for _ in 1...100 {
        do {
          try writer.perform {
            try $0.run("INSERT INTO note (text) VALUES (\(String(repeating: "x", count: 5_000)))")
          }
          acknowledged += 1
        } catch WriterError.notCommitted(let error) where error.isIOError || error.isFull {
          refusals += 1
        }
      }
      #expect(acknowledged > 0)
      #expect(refusals > 0)
      let there = try ReaderPool(at: path).read {
        try $0.first("SELECT count(*) FROM note") { try $0.integer(0) }
      }
      #expect(there == Int64(acknowledged))
      limit.rlim_cur = rlim_t.max
      _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      try writer.perform { try $0.run("INSERT INTO note (text) VALUES ('room again')") }
    }
    #expect(try Connection.openWriter(at: place.database).integrityCheck() == [])
  }
}
