import Arguments
import ContentPackaging
import Files
import Foundation
import JSON
import Operations
import PackageFiles
import SQLiteStore
import Synchronization
import Testing
import Values

@testable import CommandLine

/// A folder of its own to work in, with a command line whose streams and terminal the test holds in its hands.
final class Desk: Sendable {
  let folder: String
  let served = Served()
  private let stores = Mutex<[String: SQLiteStore]>([:])
  private let outside = Mutex(Outside())
  private let clock = Mutex<Int64>(1_772_442_000_000_000)  // 2026-03-02T09:00:00Z

  /// What the test says of the world outside.
  struct Outside {
    var isTerminal = false
    var columns: Int?
    var environment: [String: String] = [:]
    var input = ""
    var openingFailure: (any Error)?
    /// Whether whoever reads the output has gone.
    var outputIsClosed = false
  }

  /// What came of a command.
  struct Run {
    let status: Int32
    let output: String
    let messages: String

    /// The output without its line end: the name of what was made.
    var name: String { String(output.dropLast()) }

    var json: JSONValue {
      get throws { try JSONDocument(Array(output.utf8)).root }
    }
  }

  init() throws {
    folder = NSTemporaryDirectory() + "registrar-desk-" + Foundation.UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit {
    for store in stores.withLock({ $0.values.map(\.self) }) { store.close() }
    try? FileManager.default.removeItem(atPath: folder)
  }

  var dataFolder: String { folder + "/registrar-data" }

  func outside(_ change: (inout Outside) -> Void) { outside.withLock { change(&$0) } }

  func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: "\(folder)/\(path)") }

  func text(of path: String) throws -> String {
    try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
  }

  /// The files of packages that are kept, by their paths below the data folder.
  func keptFiles() throws -> [String] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: dataFolder + "/objects")
    return paths.filter { $0.contains("/") }.sorted()
  }

  func write(_ text: String, to path: String) throws {
    let path = "\(folder)/\(path)"
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try text.write(toFile: path, atomically: false, encoding: .utf8)
  }

  func commandLine(_ streams: Streams = Streams(), at workingFolder: String? = nil) -> CommandLine {
    let outside = outside.withLock { Surroundings.Facts(outside: $0) }
    return CommandLine(
      folders: folders(failing: self.outside.withLock { $0.openingFailure }),
      surroundings: .desk(workingFolder ?? folder, streams, outside), version: "0.1-test",
      serve: { [served] request in served.requests.withLock { $0.append(request) } })
  }

  @discardableResult
  func run(_ words: String...) -> Run { run(words) }

  @discardableResult
  func run(_ words: [String]) -> Run {
    let streams = Streams()
    let status = commandLine(streams).run(words)
    #expect(!streams.text(\.messages).contains("/api/v1"), "whoever types commands is not told what to send")
    for line in streams.text(\.messages).split(separator: "\n") where line.hasPrefix("Next: ") {
      expectCommand(String(line.dropFirst(6)))
    }
    return Run(status: status, output: streams.text(\.output), messages: streams.text(\.messages))
  }

  /// Whether a line is a command that can be typed, words in capitals standing for what whoever types puts there.
  private func expectCommand(_ line: String) {
    do {
      _ = try Grammar.registrar.parse(Array(shellWords(line).dropFirst()))
    } catch {
      if case .wrongChoice(_, let value, _, _) = error.problem, value == value.uppercased() { return }
      Issue.record("what comes next cannot be typed: \(line): \(error)")
    }
  }

  private func folders(failing failure: (any Error)?) -> DataFolders {
    DataFolders(
      open: { path, access in
        if let failure { throw failure }
        return try self.open(path, access)
      }, packages: PackageOpener(),
      findingCodes: FindingCode.packageCodes,
      shippedCatalogues: { ["TrainTheTrainers", "PICARD"].map { "\(root)/Courses/\($0)/catalogue.xml" } },
      upkeep: DataFolders.Upkeep(
        restore: { backup, _, _ in throw BackupRefusal.notABackup(backup) }, migrationPlan: { _ in nil },
        obstacles: { $0.port == 9 ? [ServeObstacle("listen", "somebody listens there")] : [] },
        programPath: { "/usr/bin/registrar" }),
      clock: { [unowned self] in now })
  }

  private func open(_ path: String, _ access: Access) throws -> DataFolders.Opened? {
    if access != .writing, !FileManager.default.fileExists(atPath: path) { return nil }
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    let store = try stores.withLock { stores in
      if let store = stores[path] { return store }
      let store = try SQLiteStore(
        at: path + "/records.sqlite", migrations: migrations(), clock: { [unowned self] in now })
      stores[path] = store
      return store
    }
    let registrar = Registrar(
      store: store, packages: PackageOpener(), content: try ContentStore(in: path),
      credentialKeys: CredentialKeyFolder(in: path), origin: "http://registrar.test", calendar: .fewZones,
      clock: { [unowned self] in now },
      random: { Values.UUID(high: .random(in: 0 ... .max), low: .random(in: 0 ... .max)) })
    return DataFolders.Opened(registrar: registrar, databaseFaults: { try store.faults() }) { path, _ in
      throw BackupRefusal.fileExists(path: path)
    }
  }

  private var now: Instant { Instant(microseconds: clock.withLock { $0 }) }

  func setClock(_ text: String) throws {
    let instant = try #require(Instant(text))
    clock.withLock { $0 = instant.microseconds }
  }
}

extension JSONValue {
  /// The elements of an array; none of anything else.
  var list: [JSONValue] { elements.map(Array.init) ?? [] }
}

/// How `serve` was called.
final class Served: Sendable {
  let requests = Mutex<[ServeRequest]>([])
}

/// What a command wrote.
final class Streams: Sendable {
  struct Written {
    var output: [UInt8] = []
    var messages: [UInt8] = []
  }

  let written = Mutex(Written())

  func text(_ stream: (Written) -> [UInt8]) -> String {
    written.withLock { String(decoding: stream($0), as: UTF8.self) }
  }
}

extension Surroundings {
  /// The sendable part of what the test says of the world.
  struct Facts: Sendable {
    let isTerminal: Bool
    let columns: Int?
    let environment: [String: String]
    let input: String
    let outputIsClosed: Bool

    init(outside: Desk.Outside) {
      isTerminal = outside.isTerminal
      columns = outside.columns
      environment = outside.environment
      input = outside.input
      outputIsClosed = outside.outputIsClosed
    }
  }

  static func desk(_ folder: String, _ streams: Streams, _ facts: Facts) -> Surroundings {
    Surroundings(
      output: { bytes in
        if facts.outputIsClosed { throw OutputClosed() }
        streams.written.withLock { $0.output += bytes }
      },
      messages: { bytes in streams.written.withLock { $0.messages += bytes } },
      input: { _ in Array(facts.input.utf8) },
      inputPiece: { [input = Mutex(Array(facts.input.utf8)[...])] count in
        input.withLock { rest in
          defer { rest = rest.dropFirst(count) }
          return Array(rest.prefix(count))
        }
      }, workingFolder: folder, outputIsTerminal: facts.isTerminal,
      messagesAreTerminal: facts.isTerminal, columns: facts.columns, environment: { facts.environment[$0] },
      readFile: { try File.read($0, limit: $1) }, writeFile: { try File.replace($0, with: $1) },
      makeFolder: { try Folder.create($0) })
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

/// The package's root, three folders above this file.
private let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().path

private func migrations() throws -> [(number: Int, name: String, sql: String)] {
  let folder = root + "/Schemas/sql"
  return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().enumerated().map {
    position, name in
    (position + 1, name, try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8))
  }
}

/// The words of a line as a shell parts them: at spaces, but for what stands in single quotes; `\'` is a quote.
func shellWords(_ line: String) -> [String] {
  var (words, word, isQuoted, isEscaped) = ([String](), "", false, false)
  for scalar in line.unicodeScalars {
    switch scalar {
    case _ where isEscaped: (isEscaped, word) = (false, word + String(scalar))
    case "'": isQuoted.toggle()
    case "\\" where !isQuoted: isEscaped = true
    case " " where !isQuoted:
      words.append(word)
      word = ""
    default: word.unicodeScalars.append(scalar)
    }
  }
  return words + [word]
}
