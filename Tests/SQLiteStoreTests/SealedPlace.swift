import Foundation
import Operations
import People
import SQLite
import SQLiteStore
import Values

/// `SealedPlace.person`.
let officer = PersonID(UUID(high: 0x7000, low: 0x8000_0000_0000_0002))

/// A database in a folder of its own: a party, a person, and its place there, of schema 8 and brought to the present one.
final class SealedPlace {
  static let party = "00000000-0000-7000-8000-000000000001"
  static let person = "00000000-0000-7000-8000-000000000002"
  static let affiliation = "00000000-0000-7000-8000-000000000003"

  private static let records = """
    INSERT INTO party (id, code, code_folded, kind, names, valid_from)
      VALUES (x'00000000000070008000000000000001', 'A', 'a', 'member', '{"en":"A"}', 0);
    INSERT INTO person (id, name, sex, language)
      VALUES (x'00000000000070008000000000000002', 'Officer', 'female', 'en');
    INSERT INTO affiliation (id, person, party, unit, post, valid_from)
      VALUES (x'00000000000070008000000000000003', x'00000000000070008000000000000002',
        x'00000000000070008000000000000001', '', 'Officer', 0);
    """

  private let folder: String
  private var database: String { folder + "/records.sqlite" }
  var note: String { database + ".head" }
  private var migrations: [(number: Int, name: String, sql: String)]

  init(ofSchema number: Int) throws {
    folder = NSTemporaryDirectory() + "sealed-" + Foundation.UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    migrations = try SealedPlace.shipped()
    do {
      let connection = try SealedPlace.writer(database, creating: true)
      let steps = migrations.prefix(number).map { Migration(number: $0.number, name: $0.name, sql: $0.sql) }
      try connection.migrate(steps, at: 1)
      try connection.run(script: SealedPlace.records)
    }
    try open { _ in }
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  private static func writer(_ path: String, creating: Bool = false) throws -> Connection {
    var settings = Settings()
    settings.applicationID = 0x5265_6769
    return try Connection.openWriter(at: path, creatingIfMissing: creating, settings: settings)
  }

  private static func shipped() throws -> [(number: Int, name: String, sql: String)] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
    let folder = root + "/Schemas/sql"
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().enumerated().map {
      position, name in
      (position + 1, name, try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8))
    }
  }

  func open(_ body: (SQLiteStore) throws -> Void) throws {
    let store = try SQLiteStore(
      at: database, migrations: migrations, clock: { Instant(microseconds: 1_000_000) })
    defer { store.close() }
    try body(store)
  }

  /// Takes one more step of the schema.
  func takeStep(_ sql: String) throws {
    migrations.append((migrations.count + 1, "later", sql))
    try open { _ in }
  }

  /// Changes the records behind the program's back.
  func alter(_ script: String) throws {
    try SealedPlace.writer(database).run(script: script)
  }

  func broken() throws -> [BrokenSeal] {
    let reader = try SQLiteReader(at: database, clock: { Instant(microseconds: 1) })
    let noted = try reader.notedHead()
    return try reader.read { try $0.brokenSeals(noted: noted) }
  }

  func copy() throws -> Data { try Data(contentsOf: URL(fileURLWithPath: database)) }

  func put(_ data: Data) throws {
    for path in ["\(database)-wal", "\(database)-shm"] where FileManager.default.fileExists(atPath: path) {
      try FileManager.default.removeItem(atPath: path)
    }
    try data.write(to: URL(fileURLWithPath: database))
  }

  /// How many seals there are of each kind.
  func seals() throws -> [String] {
    try SealedPlace.writer(database).all(
      "SELECT kind || ' ' || count(*) FROM seal WHERE kind <> 'sqlite_schema' GROUP BY kind ORDER BY kind"
    ) {
      try $0.text(0)
    }
  }

  func rows() throws -> [(number: Int, kind: String, record: String, digest: [UInt8], chain: [UInt8])] {
    try SealedPlace.writer(database).all(
      "SELECT number, kind, record, digest, chain FROM seal ORDER BY number"
    ) {
      (Int(try $0.integer(0)), try $0.text(1), try $0.text(2), try $0.bytes(3), try $0.bytes(4))
    }
  }

  /// The open segment: its bounds and number, and its digest.
  func tail() throws -> [String] {
    try SealedPlace.writer(database).all(
      "SELECT first || ' ' || last || ' ' || statements || ' ' || hex(digest) FROM statement_tail"
    ) { try $0.text(0) }
  }
}
