import Catalogue
import Certificates
import ContentPackaging
import Foundation
import Synchronization
import Operations
import PackageFiles
import SQLiteStore
import Values

/// A registrar on a real database in a folder of its own, with a clock that the test sets.
final class House {
  let folder: String
  let registrar: Registrar
  let store: SQLiteStore
  let clock = TestClock()

  init() throws {
    folder = NSTemporaryDirectory() + "registrar-" + Foundation.UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let clock = clock
    store = try SQLiteStore(
      at: folder + "/records.sqlite", migrations: House.migrations(), clock: { clock.now })
    registrar = try House.registrar(on: store, in: folder, clock)
  }

  private static func registrar(
    on store: SQLiteStore, in folder: String, _ clock: TestClock,
    wordings: @escaping @Sendable () throws -> [CertificateWording] = { [] }
  ) throws -> Registrar {
    Registrar(
      store: store, packages: PackageOpener(), content: try ContentStore(in: folder),
      credentialKeys: CredentialKeyFolder(in: folder), wordings: wordings, origin: "http://registrar.test",
      calendar: .fewZones, clock: { clock.now },
      random: { UUID(high: .random(in: 0 ... .max), low: .random(in: 0 ... .max)) })
  }

  /// The same records, with other words for certificates.
  func registrar(wordings: @escaping @Sendable () throws -> [CertificateWording]) throws -> Registrar {
    try House.registrar(on: store, in: folder, clock, wordings: wordings)
  }

  deinit {
    store.close()
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// The package's root, three folders above this file.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  static func migrations() throws -> [(number: Int, name: String, sql: String)] {
    let folder = root + "/Schemas/sql"
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().enumerated().map {
      position, name in
      (position + 1, name, try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8))
    }
  }

  func perform<C: Change>(_ change: C) throws -> C.Outcome {
    try registrar.perform(change, as: .owner)
  }

  func answer<Q: Inquiry>(_ inquiry: Q) throws -> Q.Answer {
    try registrar.answer(inquiry, as: .owner)
  }

  /// Who presents this key, as HTTP Basic hands it over.
  func principal(key: String, secret: String) throws -> Principal? {
    try registrar.authenticate(key: Array(key.utf8)[...], secret: Array(secret.utf8)[...])
  }

  /// Writes a folder package and imports it.
  func importFolder(
    _ files: [String: String], as variant: LanguageVariant? = nil, catalogue: CatalogueCode? = nil,
    isDryRun: Bool = false
  ) throws -> ImportReport {
    let package = folder + "/package-" + Foundation.UUID().uuidString
    for (name, text) in files {
      let path = package + "/" + name
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try text.write(toFile: path, atomically: false, encoding: .utf8)
    }
    return try registrar.importPackage(
      ImportRequest(.path(package), isDryRun: isDryRun, variant: variant, catalogue: catalogue), as: .owner)
  }
}

/// A clock that stands where the test put it.
final class TestClock: Sendable {
  private let instant = Mutex(Instant("2026-03-02T09:00:00Z")?.microseconds ?? 0)

  var now: Instant { Instant(microseconds: instant.withLock { $0 }) }

  func set(_ text: String) throws {
    guard let instant = Instant(text) else { throw TestSetupFailed(what: text) }
    self.instant.withLock { $0 = instant.microseconds }
  }
}

struct TestSetupFailed: Error {
  let what: String
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
