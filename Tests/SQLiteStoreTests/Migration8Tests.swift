import Foundation
import Operations
import SQLite
import SQLiteStore
import Testing
import Values

/// What the eighth step of the schema makes of statements that are there already.
@Suite struct Migration8Tests {
  @Test("of each activity that was an object, what was said of it last is known")
  func definitions() throws {
    let folder = NSTemporaryDirectory() + "migration-" + Foundation.UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let migrations = try self.migrations()
    let path = folder + "/records.sqlite"
    try fill(path, migrations)
    let store = try SQLiteStore(at: path, migrations: migrations, clock: { Instant(microseconds: 1000) })
    defer { store.close() }
    func definition(_ activity: String) throws -> String? {
      try store.read { try $0.definition(of: activity) }.map { String(decoding: $0.bytes, as: UTF8.self) }
    }
    #expect(try definition("x:a") == #"{"name":{"en":"Later \u00e9"},"extensions":{"x:e":1.50}}"#)
    #expect(try definition("x:b") == #"{"type":"x:t"}"#)
    #expect(try definition("x:bare") == nil)
    #expect(try store.faults() == [])
  }

  private func fill(_ path: String, _ migrations: [(number: Int, name: String, sql: String)]) throws {
    var settings = Settings()
    settings.applicationID = 0x5265_6769
    let connection = try Connection.openWriter(at: path, creatingIfMissing: true, settings: settings)
    let earlier = migrations.filter { $0.number < 8 }
    try connection.migrate(
      earlier.map { Migration(number: $0.number, name: $0.name, sql: $0.sql) }, at: 0)
    for (number, body) in [
      #"{"object":{"id":"x:a","definition":{"name":{"en":"Earlier"}}}}"#,
      #"{"object":{"id":"x:a","definition":{"name":{"en":"Later \u00e9"},"extensions":{"x:e":1.50}}}}"#,
      #"{"object":{"id":"x:bare"}}"#, #"{"object":{"id":"x:b","definition":{"type":"x:t"}}}"#,
      #"{"object":{"objectType":"StatementRef","id":"7ccd3322-e1a5-411a-a67d-6a735c76f119"}}"#,
    ].enumerated() {
      try connection.run(
        """
        INSERT INTO statement (stored, id, body)
        VALUES (\(number + 1), \(UUID(high: 0, low: UInt64(number)).octets), \(Array(body.utf8)))
        """)
    }
  }

  private func migrations() throws -> [(number: Int, name: String, sql: String)] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    let folder = root + "/Schemas/sql"
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().enumerated().map {
      position, name in
      (position + 1, name, try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8))
    }
  }
}
