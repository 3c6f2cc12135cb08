import Foundation
import HTTP
import HTTPEndpoint
import JSON
import Operations
import PackageFiles
import ProgramDriver
import SQLiteStore
import Testing
import Values

/// The endpoint on a real database, reached over sockets, in a folder of its own. Its clock stands still.
final class Served {
  let folder: TemporaryFolder
  let store: SQLiteStore
  let registrar: Registrar
  let server: Server
  private let owner: ProgramDriver.Key

  init() throws {
    folder = try TemporaryFolder()
    let now = try #require(Instant("2026-03-02T09:00:00Z"))
    store = try SQLiteStore(
      at: folder("records.sqlite"), migrations: Served.migrations(), clock: { now })
    registrar = Registrar(
      store: store, packages: PackageOpener(), content: try ContentStore(in: folder.path),
      origin: "http://registrar.test", calendar: .utcOnly, clock: { now },
      random: { UUID(high: .random(in: 0 ... .max), low: .random(in: 0 ... .max)) })
    let endpoint = Endpoint(
      registrar: registrar, uploads: folder("uploads"), origin: "http://registrar.test",
      noteFailure: { Issue.record("answered with 500: \($0)") })
    var configuration = Server.Configuration()
    configuration.port = 0
    configuration.faultResponse = endpoint.response(to:)
    server = try Server(configuration: configuration, handler: endpoint)
    owner = try registrar.key(.all)
  }

  deinit {
    server.stop()
    store.close()
  }

  private static func migrations() throws -> [(number: Int, name: String, sql: String)] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = root.path + "/Schemas/sql"
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().enumerated().map {
      position, name in
      (position + 1, name, try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8))
    }
  }

  /// A connection that presents a key of everything.
  func connection() throws -> HTTPConnection { try HTTPConnection(port: server.port, key: owner) }

  /// A connection that presents no key.
  func anonymous() throws -> HTTPConnection { try HTTPConnection(port: server.port) }

  /// A connection that presents a new key of a scope.
  func connection(_ scope: KeyScope) throws -> HTTPConnection {
    try HTTPConnection(port: server.port, key: registrar.key(scope))
  }
}

extension Registrar {
  /// Makes a key of a scope.
  func key(_ scope: KeyScope) throws -> ProgramDriver.Key {
    let made = try perform(CreateKey(name: "test", scope: scope), as: .owner)
    return ProgramDriver.Key(id: made.key.id.description, secret: made.secret)
  }
}

extension Operations.Calendar {
  /// A calendar that knows UTC only.
  static let utcOnly = Operations.Calendar(
    day: { instant, zone in
      guard zone == "UTC" else { throw UnusableValue(field: "timeZone", value: zone, expected: "UTC") }
      return instant.dayInUTC
    }, startOfDay: { day, _ in .startOfDayInUTC(day) })
}

extension HTTPConnection.Answer {
  /// The JSON Pointers of a problem's flaws.
  var pointers: [String] {
    get throws { try (json["errors"]?.elements.map(Array.init) ?? []).compactMap { $0["pointer"]?.string } }
  }

  /// The elements of the body's list of that name.
  func list(_ name: String) throws -> [JSONValue] {
    try #require(try json.member(named: name)?.elements.map(Array.init), "\(text)")
  }
}
