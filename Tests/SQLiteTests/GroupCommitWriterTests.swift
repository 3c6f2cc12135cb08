import Foundation
import Synchronization
import Testing

@testable import SQLite

@Suite("One commit for many works")
struct GroupCommitWriterTests {
  static let schema = "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT"
  struct Refusal: Error, Equatable {}

  /// Everything that the works' ends were told, in order.
  final class Told: Sendable {
    let lines = Mutex<[String]>([])

    func note(_ name: String) -> @Sendable (Result<Int, any Error>) -> Void {
      { result in
        let line =
          switch result {
          case .success: "\(name) durable"
          case .failure(let error as SQLiteError): "\(name) refused: \(error.message)"
          case .failure(let error): "\(name) refused: \(error)"
          }
        self.lines.withLock { $0.append(line) }
      }
    }

    var all: [String] { lines.withLock { $0 } }
  }

  private func notes(in place: Workplace) throws -> [String] {
    try Connection.openReader(at: place.database).all("SELECT text FROM note ORDER BY id") { try $0.text(0) }
  }

  /// Hands over works that wait behind a first one, so that they share a group.
  private func runGroup(_ place: Workplace, _ fill: (GroupCommitWriter) throws -> Void) throws {
    try place.lay(Self.schema)
    let writer = try GroupCommitWriter(at: place.database)
    let started = Semaphore()
    let go = Semaphore()
    try writer.submit(grouping: .alone) { _ in
      started.raise()
      go.wait()
    } then: { _ in
    }
    started.wait()
    try fill(writer)
    go.raise()
    writer.close()
  }

  @Test("what was acknowledged is there, in the order it was handed over")
  func order() throws {
    let place = try Workplace()
    try place.lay(Self.schema)
    let told = Mutex<[Int]>([])
    let writer = try GroupCommitWriter(at: place.database)
    for number in 1...1_000 {
      try writer.submit {
        try $0.run("INSERT INTO note (text) VALUES (\(String(number)))")
      } then: { result in
        if case .success(1) = result { told.withLock { $0.append(number) } }
      }
    }
    writer.close()
    #expect(told.withLock { $0 } == Array(1...1_000))
    #expect(try notes(in: place) == (1...1_000).map(String.init))
    #expect(writer.status.commits < 1_000)
    #expect(writer.status.works == 1_000)
  }

  @Test(
    "a work that fails leaves no trace and does not fail its neighbours",
    arguments: [
      ("the first", [0]), ("the last", [3]), ("one in the middle", [1]), ("the first two", [0, 1]),
      ("every other", [1, 3]), ("all", [0, 1, 2, 3]),
    ])
  func neighbours(row: String, failing: [Int]) throws {
    let place = try Workplace()
    let told = Told()
    try runGroup(place) { writer in
      for number in 0..<4 {
        try writer.submit {
          try $0.run("INSERT INTO note (text) VALUES (\("work \(number)"))")
          if failing.contains(number) { throw Refusal() }
          return number
        } then: {
          told.note("work \(number)")($0)
        }
      }
    }
    #expect(
      told.all == (0..<4).map { "work \($0) \(failing.contains($0) ? "refused: Refusal()" : "durable")" })
    #expect(try notes(in: place) == (0..<4).filter { !failing.contains($0) }.map { "work \($0)" })
  }

  @Test(
    "a group is done once where every work ends well, and again where one fails", arguments: [false, true])
  func attempts(lastFails: Bool) throws {
    let place = try Workplace()
    let attempts = Mutex([0, 0, 0])
    try runGroup(place) { writer in
      for number in 0..<3 {
        try writer.submit {
          attempts.withLock { $0[number] += 1 }
          try $0.run("INSERT INTO note (text) VALUES (\("work \(number)"))")
          if lastFails, number == 2 { throw Refusal() }
        } then: { _ in
        }
      }
    }
    #expect(attempts.withLock { $0 } == (lastFails ? [2, 2, 2] : [1, 1, 1]))
    #expect(try notes(in: place) == (lastFails ? ["work 0", "work 1"] : ["work 0", "work 1", "work 2"]))
  }

  @Test("a broken rule refuses the later of two works in one group")
  func conflict() throws {
    let place = try Workplace()
    let told = Told()
    try runGroup(place) { writer in
      for name in ["first", "second"] {
        try writer.submit {
          try $0.run("INSERT INTO note (text) VALUES ('same')")
        } then: {
          told.note(name)($0)
        }
      }
    }
    #expect(told.all == ["first durable", "second refused: UNIQUE constraint failed: note.text"])
    #expect(try notes(in: place) == ["same"])
  }

  @Test("a rule that is checked only at the commit refuses the work that breaks it, not the group")
  func deferredRule() throws {
    let place = try Workplace()
    try place.lay(
      """
      CREATE TABLE parent (id INTEGER PRIMARY KEY) STRICT;
      CREATE TABLE child (id INTEGER PRIMARY KEY REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED) STRICT;
      INSERT INTO parent VALUES (1), (3);
      """)
    let told = Told()
    try runGroup(place) { writer in
      for id in 1...3 {
        try writer.submit {
          try $0.run("INSERT INTO child (id) VALUES (\(id))")
        } then: {
          told.note("\(id)")($0)
        }
      }
    }
    #expect(told.all.map { $0.prefix(9) } == ["1 durable", "2 refused", "3 durable"])
    let reader = try Connection.openReader(at: place.database)
    #expect(try reader.all("SELECT id FROM child ORDER BY id") { try $0.integer(0) } == [1, 3])
  }

  @Test("when SQLite gives up the whole group, each work is tried by itself")
  func lostGroup() throws {
    let place = try Workplace()
    let told = Told()
    try runGroup(place) { writer in
      for (name, size) in [("small", 10), ("huge", 4_000_000), ("another", 10)] {
        try writer.submit { connection in
          try connection.control.steering { try connection.run(script: "PRAGMA max_page_count = 200") }
          let text = name + String(repeating: ".", count: size)
          return try connection.run("INSERT INTO note (text) VALUES (\(text))")
        } then: {
          told.note(name)($0)
        }
      }
    }
    #expect(told.all == ["small durable", "huge refused: database or disk is full", "another durable"])
    #expect(try notes(in: place).map(\.count) == [15, 17])
  }

  @Test("a work that hides that SQLite gave up the group does not pass for durable")
  func hiddenLoss() throws {
    let place = try Workplace()
    let told = Told()
    try runGroup(place) { writer in
      for name in ["before", "hiding", "after"] {
        try writer.submit { connection in
          try connection.run("INSERT INTO note (text) VALUES (\(name))")
          if name == "hiding" { try connection.steer("ROLLBACK") }
          return 1
        } then: {
          told.note(name)($0)
        }
      }
    }
    #expect(told.all.map { $0.prefix(14) } == ["before durable", "hiding refused", "after durable"])
    #expect(try notes(in: place) == ["before", "after"])
  }

  @Test("500 threads hand over at once; each gets its own answer")
  func manyThreads() throws {
    let place = try Workplace()
    try place.lay(Self.schema)
    let writer = try GroupCommitWriter(at: place.database)
    let wrong = Atomic(0)
    let threads = (0..<500).compactMap { number in
      Thread {
        do {
          let isOdd = number % 2 == 1
          let answer = try writer.perform { connection in
            try connection.run("INSERT INTO note (text) VALUES (\(String(number)))")
            if isOdd { throw Refusal() }
            return number
          }
          if isOdd || answer != number { wrong.add(1, ordering: .relaxed) }
        } catch {
          if error as? Refusal == nil || number % 2 == 0 { wrong.add(1, ordering: .relaxed) }
        }
      }
    }
    #expect(threads.count == 500)
    for thread in threads { thread.join() }
    writer.close()
    #expect(wrong.load(ordering: .relaxed) == 0)
    #expect(try Set(notes(in: place)) == Set((0..<500).filter { $0 % 2 == 0 }.map(String.init)))
  }

  @Test("as many works wait as are allowed, and one more is refused")
  func overload() throws {
    let place = try Workplace()
    try place.lay(Self.schema)
    var limits = GroupCommitWriter.Limits()
    limits.waitingWorks = 3
    let writer = try GroupCommitWriter(at: place.database, limits: limits)
    let started = Semaphore()
    let go = Semaphore()
    try writer.submit {
      _ in
      started.raise()
      go.wait()
    } then: { _ in
    }
    started.wait()
    let told = Told()
    for name in ["a", "b", "c"] {
      try writer.submit {
        try $0.run("INSERT INTO note (text) VALUES (\(name))")
      } then: {
        told.note(name)($0)
      }
    }
    #expect(writer.waitingWorks == 3)
    #expect(throws: WriterError.overloaded(waiting: 3)) {
      try writer.submit { _ in
      } then: { _ in
      }
    }
    #expect(throws: WriterError.overloaded(waiting: 3)) { try writer.perform { _ in } }
    go.raise()
    writer.close()
    #expect(told.all == ["a durable", "b durable", "c durable"])
  }

  @Test("a closed writer finishes what it accepted and accepts no more")
  func closing() throws {
    let place = try Workplace()
    let told = Told()
    try runGroup(place) { writer in
      for number in 1...20 {
        try writer.submit {
          try $0.run("INSERT INTO note (text) VALUES (\(String(number)))")
        } then: {
          told.note("\(number)")($0)
        }
      }
    }
    #expect(told.all == (1...20).map { "\($0) durable" })
    let writer = try GroupCommitWriter(at: place.database)
    writer.close()
    #expect(throws: WriterError.closed) { try writer.perform { _ in } }
  }

  @Test("works that are alone and works that are together keep their order")
  func alone() throws {
    let place = try Workplace()
    let told = Told()
    try runGroup(place) { writer in
      for (name, grouping) in [
        ("a", Grouping.together), ("b", .alone), ("c", .alone), ("d", .together), ("e", .together),
      ] {
        try writer.submit(grouping: grouping) {
          try $0.run("INSERT INTO note (text) VALUES (\(name))")
        } then: {
          told.note(name)($0)
        }
      }
    }
    #expect(told.all == ["a", "b", "c", "d", "e"].map { "\($0) durable" })
    #expect(try notes(in: place) == ["a", "b", "c", "d", "e"])
  }

  @Test("waiting for a work from within a work is refused, not endless")
  func askedFromWithin() throws {
    let place = try Workplace()
    let writer = try GroupCommitWriter(at: place.database, creatingIfMissing: true)
    #expect(throws: WriterError.askedFromWithin) {
      try writer.perform { _ in try writer.perform { _ in } }
    }
  }

  @Test("a work cannot end the transaction it shares")
  func steering() throws {
    let place = try Workplace()
    let writer = try GroupCommitWriter(at: place.database, creatingIfMissing: true)
    let error = try #require(throws: SQLiteError.self) { try writer.perform { try $0.run(script: "COMMIT") } }
    #expect(error.message == "not authorized")
  }

  @Test(
    "when the database or its log is removed or replaced, nothing more is acknowledged",
    arguments: ["test.db", "test.db-wal"], [false, true])
  func replaced(name: String, byAnother: Bool) throws {
    let place = try Workplace()
    try place.lay(Self.schema)
    let writer = try GroupCommitWriter(at: place.database)
    try writer.perform { try $0.run("INSERT INTO note (text) VALUES ('before')") }
    try FileManager.default.moveItem(atPath: place.path(name), toPath: place.path("moved"))
    if byAnother { try place.put(Data(count: 4_096), at: name) }
    #expect(throws: WriterError.fileReplaced(path: place.database)) {
      try writer.perform { try $0.run("INSERT INTO note (text) VALUES ('after')") }
    }
    if byAnother { try FileManager.default.removeItem(atPath: place.path(name)) }
    try FileManager.default.moveItem(atPath: place.path("moved"), toPath: place.path(name))
    try writer.perform { try $0.run("INSERT INTO note (text) VALUES ('back')") }
    writer.close()
    #expect(try notes(in: place) == ["before", "back"])
  }

  @Test("the log is begun anew while works keep coming, and readers come and go")
  func logLength() throws {
    let place = try Workplace()
    try place.lay(Self.schema)
    var limits = GroupCommitWriter.Limits()
    limits.busyLogPages = 50
    let writer = try GroupCommitWriter(at: place.database, limits: limits)
    let pool = try ReaderPool(at: place.database)
    for number in 1...500 {
      try writer.perform { try $0.run("INSERT INTO note (text) VALUES (\(String(number)))") }
      #expect(
        try pool.read { try $0.first("SELECT count(*) FROM note") { try $0.integer(0) } } == Int64(number))
      #expect(writer.status.logPages < 100)
    }
    #expect(
      try FileManager.default.attributesOfItem(atPath: place.path("test.db-wal"))[.size] as? Int ?? .max < 100
        * 4_120)
    pool.close()
    writer.close()
    #expect(try place.names() == ["test.db"])
  }
}
