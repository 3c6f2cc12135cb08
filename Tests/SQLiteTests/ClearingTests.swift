import Foundation
import Testing

@testable import SQLite

/// What was removed from a database is left in none of its files, once it is cleared.
@Suite struct ClearingTests {
  private static let schema = "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT"
  private static let secret = "Zebulon Quagmire"

  private func files(_ place: Workplace, holding text: String) throws -> [String] {
    try place.names().filter { place.content(of: $0)?.range(of: Data(text.utf8)) != nil }
  }

  private func count(_ connection: Connection) throws -> Int64? {
    try connection.first("SELECT count(*) FROM note") { try $0.integer(0) }
  }

  private func stock(_ writer: GroupCommitWriter) throws {
    try writer.perform { connection in
      for number in 1...500 {
        try connection.run("INSERT INTO note VALUES (\(number), \("\(Self.secret) \(number)"))")
      }
    }
    try writer.perform { try $0.run("DELETE FROM note WHERE id % 2 = 0") }
    try writer.perform { try $0.run("UPDATE note SET text = 'erased'") }
  }

  @Test("neither the database nor its log holds what was removed, and the rows are as they were")
  func cleared() throws {
    let place = try Workplace()
    try place.lay(Self.schema)
    let writer = try GroupCommitWriter(at: place.database)
    try stock(writer)
    let before = try files(place, holding: Self.secret)
    #expect(!before.isEmpty)
    #expect(try writer.perform(grouping: .outside) { try $0.clearRemoved() })
    #expect(try files(place, holding: Self.secret).isEmpty)
    #expect(try place.names().filter { !$0.hasPrefix("test.db") }.isEmpty, "nothing lies beside it")
    try writer.perform { try $0.run("INSERT INTO note VALUES (1000, 'later')") }
    #expect(try writer.perform { try self.count($0) } == 251)
    writer.close()
    let reader = try Connection.openReader(at: place.database)
    #expect(try reader.integrityCheck().isEmpty)
  }

  @Test("while somebody reads what was there before, it says that some of it is left")
  func read() throws {
    let place = try Workplace()
    try place.lay(Self.schema)
    var settings = Settings()
    settings.busyTimeoutMilliseconds = 50
    let writer = try GroupCommitWriter(at: place.database, settings: settings)
    let pool = try ReaderPool(at: place.database, settings: settings, readership: writer.readership)
    try stock(writer)
    try pool.read { reader in
      let counted = try count(reader)
      let isCleared = try writer.perform(grouping: .outside) { try $0.clearRemoved() }
      let again = try count(reader)
      #expect(counted == 250 && !isCleared && again == 250)
    }
    #expect(try writer.perform(grouping: .outside) { try $0.clearRemoved() })
    #expect(try files(place, holding: Self.secret).isEmpty)
  }

  @Test("works before and behind it are carried out in their order")
  func order() throws {
    let place = try Workplace()
    try place.lay(Self.schema)
    let writer = try GroupCommitWriter(at: place.database)
    for number in 1...20 {
      try writer.submit {
        try $0.run("INSERT INTO note VALUES (\(number), 'x')")
      } then: { _ in
      }
      if number == 10 {
        try writer.submit(grouping: .outside) { connection in
          _ = try connection.clearRemoved()
          #expect(try self.count(connection) == 10)
        } then: { _ in
        }
      }
    }
    writer.close()
    let reader = try Connection.openReader(at: place.database)
    #expect(try count(reader) == 20)
  }
}
