import Foundation
import HTTP
import HTTPEndpoint
import JSON
import Operations
import PackageFiles
import ProgramDriver
import SQLiteStore
import Synchronization
import Testing
import Values

/// A registrar on a real database, served on a free port, with a clock that the test sets and a key of every scope.
final class ServedHouse: Sendable {
  let folder: TemporaryFolder
  let registrar: Registrar
  let clock = TestClock()
  /// What was answered with 500.
  let failures = FailureNotes()
  /// What was answered, as the log is told.
  let answered = AnswerNotes()
  private let store: SQLiteStore
  private let server: Server
  private let contentServer: Server
  private let keys: [KeyScope: Key]

  /// - Parameter packages: opens what is imported, where a test stands in for the real opener.
  init(
    defaultVersion: String? = nil, origin: String? = nil, packages: any PackageOpening = PackageOpener(),
    neededFreeBytes: Int = 0
  ) throws {
    folder = try TemporaryFolder()
    let (clock, failures, answered) = (clock, failures, answered)
    store = try SQLiteStore(
      at: folder("records.sqlite"), migrations: ServedHouse.migrations(), clock: { clock.now })
    registrar = Registrar(
      store: store, packages: packages, content: try ContentStore(in: folder.path),
      credentialKeys: CredentialKeyFolder(in: folder.path), origin: "http://registrar.test",
      calendar: .fewZones, clock: { clock.now },
      random: { UUID(high: .random(in: 0 ... .max), low: .random(in: 0 ... .max)) })
    let endpoint = Endpoint(
      registrar: registrar, uploads: folder("incoming"), origin: origin, defaultXAPIVersion: defaultVersion,
      neededFreeBytes: neededFreeBytes, noteFailure: { failures.note($0) },
      noteAnswer: { answered.note($0) })
    var configuration = Server.Configuration()
    configuration.port = 0
    configuration.faultResponse = endpoint.response(to:)
    server = try Server(configuration: configuration, handler: endpoint)
    endpoint.isReached(at: "http://127.0.0.1:\(server.port)")
    let content = ContentEndpoint(registrar: registrar) { failures.note($0) }
    configuration.faultResponse = content.response(to:)
    contentServer = try Server(configuration: configuration, handler: content)
    registrar.served.are(
      .init(
        endpoint: origin ?? "http://127.0.0.1:\(server.port)",
        content: "http://127.0.0.1:\(contentServer.port)"))
    endpoint.countsConnections { [weak server] in server?.openConnections ?? 0 }
    var keys: [KeyScope: Key] = [:]
    for scope in KeyScope.allCases where scope != .api {
      let made = try registrar.perform(CreateKey(name: scope.rawValue, scope: scope), as: .owner)
      keys[scope] = Key(id: made.key.id.description, secret: made.secret)
    }
    self.keys = keys
  }

  deinit {
    server.stop()
    contentServer.stop()
    store.close()
  }

  var port: UInt16 { server.port }
  /// Where the files of packages are served.
  var contentPort: UInt16 { contentServer.port }

  func key(_ scope: KeyScope = .all) throws -> Key {
    guard let key = keys[scope] else { throw DriverError("no key of scope \(scope)") }
    return key
  }

  /// A connection that presents the key of a scope; none where nil.
  func connection(_ scope: KeyScope? = .all) throws -> HTTPConnection {
    try HTTPConnection(port: port, key: scope.map(key))
  }

  /// One request on a connection of its own. The house stands until it is answered.
  func send(
    _ method: String, _ target: String, _ headers: [String] = [], json: String? = nil, body: [UInt8]? = nil,
    scope: KeyScope? = .all
  ) throws -> HTTPConnection.Answer {
    let connection = try connection(scope)
    defer { withExtendedLifetime(self) {} }
    let answer =
      if let json {
        try connection.send(method, target, json: json, headers)
      } else {
        try connection.send(method, target, headers, body: body)
      }
    if answer["Content-Type"] == "application/problem+json" { expectNoCommand(in: answer.text) }
    DescriptionChecking.shared.check(answer, to: method, target)
    return answer
  }

  /// Whoever sends requests is not told what to type.
  private func expectNoCommand(in problem: String) {
    for word in ["registrar ", " --"] { #expect(!problem.contains(word), "\(problem)") }
  }

  /// One request about statements, in a version of xAPI.
  func xapi(
    _ method: String, _ target: String, _ json: String? = nil, version: String = "1.0.3",
    scope: KeyScope? = .all,
    _ headers: [String] = []
  ) throws -> HTTPConnection.Answer {
    try send(method, target, headers + ["X-Experience-API-Version: \(version)"], json: json, scope: scope)
  }

  /// A record that is made over HTTP.
  @discardableResult
  func make(_ path: String, _ json: String) throws -> JSONValue {
    let answer = try send("POST", "/api/v1/\(path)", json: json)
    guard answer.status == 200 || answer.status == 201 else {
      throw DriverError("POST \(path): \(answer.status) \(answer.text)")
    }
    return try answer.json
  }

  /// A record that is looked at over HTTP.
  func show(_ path: String) throws -> JSONValue {
    let answer = try send("GET", "/api/v1/\(path)")
    guard answer.status == 200 else { throw DriverError("GET \(path): \(answer.status) \(answer.text)") }
    return try answer.json
  }

  /// The package's root, three folders above this file.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  private static func migrations() throws -> [(number: Int, name: String, sql: String)] {
    let folder = root + "/Schemas/sql"
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().enumerated().map {
      position, name in
      (position + 1, name, try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8))
    }
  }
}

/// A clock that stands where the test put it.
final class TestClock: Sendable {
  private let instant = Mutex(Instant("2026-03-02T09:00:00Z")?.microseconds ?? 0)

  var now: Instant { Instant(microseconds: instant.withLock { $0 }) }

  func advance(days: Int64) { advance(hours: days * 24) }

  func advance(hours: Int64) { advance(seconds: hours * 3600) }

  func advance(seconds: Int64) {
    instant.withLock { $0 += seconds * 1_000_000 }
  }
}

/// The requests that were answered.
final class AnswerNotes: Sendable {
  private let notes = Mutex<[AnsweredRequest]>([])

  var all: [AnsweredRequest] { notes.withLock { $0 } }

  func note(_ request: AnsweredRequest) {
    notes.withLock { $0.append(request) }
  }
}

/// The errors whose reason nobody was told.
final class FailureNotes: Sendable {
  private let notes = Mutex<[(id: String, text: String)]>([])

  var all: [String] { notes.withLock { $0.map(\.text) } }
  var ids: [String] { notes.withLock { $0.map(\.id) } }

  func note(line: String) {
    notes.withLock { $0.append(("", line)) }
  }

  func note(_ failure: FailedRequest) {
    notes.withLock { $0.append((failure.requestID, "\(failure.code): \(failure.reason)")) }
  }
}

extension Operations.Calendar {
  /// A calendar that knows UTC, and the two zones whose days are furthest apart.
  static let fewZones = Operations.Calendar(
    day: { instant, zone in
      Instant(microseconds: instant.microseconds + (try offset(of: zone))).dayInUTC
    },
    startOfDay: { day, zone in
      Instant(microseconds: Instant.startOfDayInUTC(day).microseconds - (try offset(of: zone)))
    })

  /// In microseconds.
  private static func offset(of zone: String) throws -> Int64 {
    let hours: Int64? = ["UTC": 0, "Pacific/Kiritimati": 14, "Pacific/Pago_Pago": -11][zone]
    guard let hours else { throw UnusableValue(field: "timeZone", value: zone, expected: "a known zone") }
    return hours * 3_600_000_000
  }
}

extension JSONValue {
  /// The text of a member; an empty one where it has none.
  func text(_ name: String) -> String { member(named: name)?.string ?? "" }

  /// The elements of a member.
  func list(_ name: String) -> [JSONValue] { member(named: name)?.elements.map(Array.init) ?? [] }

  /// Whether the value means what a text does, in whatever order and with whatever white space.
  func means(_ text: String) throws -> Bool {
    isEquivalent(to: try JSONDocument(Array(text.utf8)).root)
  }
}
