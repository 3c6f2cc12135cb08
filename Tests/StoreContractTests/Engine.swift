import Foundation
import Operations
import SQLiteStore
import Synchronization
import Testing
import Values

/// Every engine that must keep the contract, each on an empty place of its own.
enum Engine: String, CaseIterable, CustomTestStringConvertible {
  case sqlite

  var testDescription: String { rawValue }

  /// Opens the engine; `place` tells which data, so that it can be opened again.
  func open(_ place: Place) throws -> any Store {
    switch self {
    case .sqlite:
      return try SQLiteStore(
        at: place.folder + "/records.sqlite", migrations: Engine.migrations(), clock: { place.clock.now })
    }
  }

  /// Closes what `open` opened.
  func close(_ store: any Store) {
    switch self {
    case .sqlite: (store as? SQLiteStore)?.close()
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

/// Where an engine keeps its data, and the clock it goes by.
final class Place: Sendable {
  let folder: String
  let clock = SetClock()

  init() throws {
    folder = NSTemporaryDirectory() + "contract-" + Foundation.UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }
}

/// A clock that shows what it was set to.
final class SetClock: Sendable {
  private let microseconds = Mutex(Int64(1_700_000_000_000_000))

  var now: Instant { Instant(microseconds: microseconds.withLock(\.self)) }

  func move(seconds: Int64) {
    microseconds.withLock { $0 += seconds * 1_000_000 }
  }
}
