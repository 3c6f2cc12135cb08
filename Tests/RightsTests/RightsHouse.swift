import Catalogue
import Files
import Foundation
import HTTP
import HTTPEndpoint
import Operations
import Reports
import PackageFiles
import ProgramDriver
import SQLiteStore
import Synchronization
import Values

/// A registrar on a real database, served on a free port, with a clock that the test sets.
final class RightsHouse: Sendable {
  let folder: TemporaryFolder
  let registrar: Registrar
  let store: SQLiteStore
  let clock = TestClock()
  private let server: Server

  init() throws {
    folder = try TemporaryFolder()
    let clock = clock
    store = try SQLiteStore(
      at: folder("records.sqlite"), migrations: RightsHouse.migrations(), clock: { clock.now })
    registrar = Registrar(
      store: store, packages: PackageOpener(), content: try ContentStore(in: folder.path),
      credentialKeys: CredentialKeyFolder(in: folder.path), origin: "http://registrar.test",
      calendar: .utcOnly, clock: { clock.now },
      random: { UUID(high: .random(in: 0 ... .max), low: .random(in: 0 ... .max)) })
    let endpoint = Endpoint(registrar: registrar, uploads: folder("incoming"), origin: nil)
    var configuration = Server.Configuration()
    configuration.port = 0
    configuration.faultResponse = endpoint.response(to:)
    server = try Server(configuration: configuration, handler: endpoint)
    registrar.served.are(.init(endpoint: "http://registrar.test", content: "http://content.test"))
    try perform(
      DefineReport(
        code: code("QUARTERLY"), audience: .directorate, party: nil, period: .lastQuarter, timeZone: "UTC",
        language: .english, delivery: .issued))
  }

  deinit {
    server.stop()
    store.close()
  }

  @discardableResult
  func perform<C: Change>(_ change: C, as principal: Principal = .owner) throws -> C.Outcome {
    try registrar.perform(change, as: principal)
  }

  func answer<Q: Inquiry>(_ inquiry: Q, as principal: Principal = .owner) throws -> Q.Answer {
    try registrar.answer(inquiry, as: principal)
  }

  /// A key that the owner made, as whoever holds it presents it.
  func make(_ key: CreateKey) throws -> (key: Key, principal: Principal) {
    let made = try perform(key)
    return (Key(id: made.key.id.description, secret: made.secret), .key(made.key))
  }

  /// A key that nothing depends on.
  func spareKey() throws -> KeyID {
    try perform(CreateKey(name: "spare", scope: .read)).key.id
  }

  /// A job that a key asked for, and that has not been begun.
  func job(of key: KeyID) throws -> JobID {
    try store.write { records in
      let instant = records.nextInstant()
      let job = Job(
        id: JobID(UUID(version7At: instant.microseconds, random: .random(in: 0 ... .max))), owner: key,
        task: "POST /api/v1/imports", state: .waiting, takenAt: instant)
      try records.insert(job)
      return job.id
    }
  }

  /// One request on a connection of its own.
  func send(
    _ method: String, _ target: String, _ headers: [String] = [], json: String? = nil, body: [UInt8]? = nil,
    key: Key?
  ) throws -> HTTPConnection.Answer {
    let connection = try HTTPConnection(port: server.port, key: key)
    defer { withExtendedLifetime(self) {} }
    if let json { return try connection.send(method, target, json: json, headers) }
    return try connection.send(method, target, headers, body: body)
  }

  /// Imports and publishes a course of ours under a code, passed by a score of 0.7.
  func addCourse(_ code: String, number: Int) throws -> Course {
    let path = folder("course-\(number).zip")
    try File.replace(path, with: Package.cmi5(number).zip, permissions: 0o600)
    _ = try registrar.importPackage(ImportRequest(.path(path), code: CourseCode(code)), as: .owner)
    let course = try answer(ShowCourse(reference(code))).course
    try perform(PublishVersion(course: .id(course.id), number: nil, passingScore: ExactDecimal("0.7")))
    return course
  }

  /// What was refused, once the writer has kept it.
  func refusals() throws -> [RefusedAttempt] {
    _ = try store.dividingInstant()
    return try answer(ListRefusedAttempts()).items
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

/// A clock that stands where the test put it.
final class TestClock: Sendable {
  private let instant = Mutex(Instant("2026-03-02T09:00:00Z")?.microseconds ?? 0)

  var now: Instant { Instant(microseconds: instant.withLock { $0 }) }

  func advance(seconds: Int64) {
    instant.withLock { $0 += seconds * 1_000_000 }
  }

  func advance(days: Int64) {
    advance(seconds: days * 86_400)
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

/// A code that the test wrote down.
func code<Subject>(_ text: String) -> Code<Subject> {
  guard let code = Code<Subject>(text) else { preconditionFailure("“\(text)” is a code") }
  return code
}

func reference<Subject>(_ text: String) -> Reference<Subject> { .code(code(text)) }

/// Days that the test wrote down.
func days(_ from: String, _ to: String? = nil) -> DayRange {
  guard let first = Day(from), let range = DayRange(from: first, to: to.flatMap { Day($0) }) else {
    preconditionFailure("days of the calendar")
  }
  return range
}

func text(_ words: String) -> LocalizedText { LocalizedText(words, language: .english) }
