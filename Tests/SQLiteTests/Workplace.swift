import Foundation

@testable import SQLite

/// A folder of its own for one test, removed at its end.
final class Workplace: Sendable {
  let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("sqlite-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Where the database of the test lies.
  var database: String { path("test.db") }

  func path(_ name: String) -> String { "\(folder)/\(name)" }

  /// A new database with the tables of `schema`, open for writing.
  func connection(_ schema: String = "") throws -> Connection {
    let connection = try Connection.openWriter(at: database, creatingIfMissing: true)
    try connection.run(script: schema)
    return connection
  }

  /// A new database with the tables of `schema`, closed.
  func lay(_ schema: String) throws {
    _ = try connection(schema)
  }

  /// The bytes of a file, or nil if there is none.
  func content(of name: String) -> Data? { FileManager.default.contents(atPath: path(name)) }

  func put(_ data: Data, at name: String) throws {
    try data.write(to: URL(fileURLWithPath: path(name)))
  }

  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }
}
