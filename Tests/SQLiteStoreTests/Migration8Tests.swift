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
    let migrated = try Migrated()
    func definition(_ activity: String) throws -> String? {
      try migrated.store.read { try $0.definition(of: activity) }
        .map { String(decoding: $0.bytes, as: UTF8.self) }
    }
    #expect(try definition("x:a") == #"{"name":{"en":"Later \u00e9"},"extensions":{"x:e":1.50}}"#)
    #expect(try definition("x:b") == #"{"type":"x:t"}"#)
    #expect(try definition("x:bare") == nil)
    #expect(try migrated.store.faults() == [])
  }

  @Test("a statement that refers to another is found by what that one is found by")
  func references() throws {
    let migrated = try Migrated()
    func found(_ term: Int64) throws -> [Int64] {
      try migrated.store.read {
        try $0.statements(
          StatementSelection(
            conditions: [[term]], since: nil, until: nil, ascending: true, after: nil, limit: 10)
        ).map(\.stored.microseconds)
      }
    }
    #expect(try found(101) == [1, 5, 6], "the first, who refers to it, and who refers to that one")
    #expect(try found(105) == [5, 6])
    #expect(try found(106) == [6])
    #expect(try found(104) == [4])
  }
}

/// A database of the seventh schema with statements in it, brought to the present one.
private final class Migrated {
  let store: SQLiteStore
  private let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "migration-" + Foundation.UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let migrations = try Migrated.migrations()
    let path = folder + "/records.sqlite"
    try Migrated.fill(path, migrations.filter { $0.number < 8 })
    store = try SQLiteStore(at: path, migrations: migrations, clock: { Instant(microseconds: 1000) })
  }

  deinit {
    store.close()
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// The statements 1 to 6, each found by a term of its own: 101 to 106.
  private static let objects = [
    #"{"id":"x:a","definition":{"name":{"en":"Earlier"}}}"#,
    #"{"id":"x:a","definition":{"name":{"en":"Later \u00e9"},"extensions":{"x:e":1.50}}}"#,
    #"{"id":"x:bare"}"#, #"{"id":"x:b","definition":{"type":"x:t"}}"#,
    #"{"objectType":"StatementRef","id":"00000000-0000-0000-00AB-000000000001"}"#,
    #"{"objectType":"StatementRef","id":"00000000-0000-0000-00ab-000000000005"}"#,
  ]

  private static func fill(
    _ path: String, _ earlier: [(number: Int, name: String, sql: String)]
  ) throws {
    var settings = Settings()
    settings.applicationID = 0x5265_6769
    let connection = try Connection.openWriter(at: path, creatingIfMissing: true, settings: settings)
    try connection.migrate(
      earlier.map { Migration(number: $0.number, name: $0.name, sql: $0.sql) }, at: 0)
    for (place, object) in objects.enumerated() {
      let (number, body) = (Int64(place + 1), Array(#"{"object":\#(object)}"#.utf8))
      let id = UUID(high: 0, low: 0x00AB_0000_0000_0000 + UInt64(number)).octets
      try connection.run("INSERT INTO statement (stored, id, body) VALUES (\(number), \(id), \(body))")
      try connection.run("INSERT INTO statement_term (term, stored) VALUES (\(100 + number), \(number))")
    }
  }

  private static func migrations() throws -> [(number: Int, name: String, sql: String)] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    let folder = root + "/Schemas/sql"
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().enumerated().map {
      position, name in
      (position + 1, name, try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8))
    }
  }
}
