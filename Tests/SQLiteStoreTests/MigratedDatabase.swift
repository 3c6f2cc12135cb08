import Foundation
import SQLite
import SQLiteStore
import Values

/// A database of an earlier schema in a folder of its own, brought to the present one.
final class MigratedDatabase {
  let store: SQLiteStore
  private let folder: String

  init(rows: String, ofSchema number: Int) throws {
    folder = NSTemporaryDirectory() + "migrated-" + Foundation.UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let path = folder + "/records.sqlite"
    let migrations = try MigratedDatabase.migrations()
    let earlier = migrations.prefix(number).map {
      Migration(number: $0.number, name: $0.name, sql: $0.sql)
    }
    try MigratedDatabase.lay(earlier, rows, path)
    store = try SQLiteStore(at: path, migrations: migrations, clock: { Instant(microseconds: 1_000) })
  }

  deinit {
    store.close()
    try? FileManager.default.removeItem(atPath: folder)
  }

  private static func lay(_ earlier: [Migration], _ rows: String, _ path: String) throws {
    var settings = Settings()
    settings.applicationID = 0x5265_6769
    let connection = try Connection.openWriter(at: path, creatingIfMissing: true, settings: settings)
    try connection.migrate(earlier, at: 1)
    try connection.run(script: rows)
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
