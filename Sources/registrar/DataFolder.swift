import CommandLine
import ContentPackaging
import Files
import Operations
import PackageFiles
import SQLiteStore
import Synchronization
import Values

/// One data folder, owned by this process for as long as the value lives: database, package files, lock and socket.
final class DataFolder: Sendable {
  let path: String
  let registrar: Registrar
  let lock: FileLock
  /// The digests of files that a change that was never ended had left, and that were removed when this was opened.
  let cleared: [String]
  private let store: SQLiteStore
  private let content: ContentStore

  /// Opens a folder whose lock is held, and creates in it what is missing.
  ///
  /// - Parameters:
  ///   - origin: what identifiers begin with, where the folder is new.
  ///   - say: takes a sentence for whoever runs this, where the records are brought to a later schema.
  init(
    _ path: String, holding lock: FileLock, origin: String? = nil, say: @Sendable (String) -> Void
  ) throws {
    self.path = path
    self.lock = lock
    try DataFolder.settleRestore(in: path)
    guard try !DataFolder.hasLostItsDatabase(path) else { throw DatabaseLost(folder: path) }
    store = try SQLiteStore(
      at: DataFolder.database(in: path), migrations: try ShippedFiles().migrations(), clock: presentInstant
    ) { _, name in say("bringing the records to the schema of this version: \(name)") }
    let settled = try store.origin(settling: origin ?? DataFolder.defaultOrigin)
    content = try ContentStore(in: path)
    cleared = try content.removeUnfinished { [store] in try store.read { try $0.fileDigests() } }
    registrar = Registrar(
      store: store, packages: PackageOpener(), content: content,
      credentialKeys: CredentialKeyFolder(in: path), wordings: { try ShippedFiles().wordings() },
      origin: settled, calendar: .system, languages: try ShippedFiles().reportLanguages(),
      clock: presentInstant, random: randomBits)
  }

  /// A registrar that only looks, without the lock; nil where the folder has no records.
  static func examined(_ path: String) throws -> Registrar? {
    guard try FileStatus.ifPresent(at: database(in: path)) != nil else { return nil }
    let store = try SQLiteReader(at: database(in: path), clock: presentInstant)
    return Registrar(
      store: store, packages: PackageOpener(), content: NothingKept(),
      credentialKeys: CredentialKeyFolder(in: path), wordings: { try ShippedFiles().wordings() },
      origin: try store.origin() ?? defaultOrigin,
      calendar: .system, clock: presentInstant, random: randomBits)
  }

  /// The records of a folder whose lock is held, as they lie there: nothing is created or changed. Nil where something
  /// has to be: there is no database, or its schema is an earlier one.
  static func read(_ path: String) throws -> DataFolders.Opened? {
    guard try FileStatus.ifPresent(at: database(in: path)) != nil else { return nil }
    let store = try SQLiteReader(at: database(in: path), nobodyWrites: true, clock: presentInstant)
    guard try store.hasTaken(ShippedFiles().migrations()), let origin = try store.origin() else { return nil }
    let content = ContentStore(readingIn: path)
    let registrar = Registrar(
      store: store, packages: PackageOpener(), content: content,
      credentialKeys: CredentialKeyFolder(in: path), wordings: { try ShippedFiles().wordings() },
      origin: origin, calendar: .system, languages: try ShippedFiles().reportLanguages(),
      clock: presentInstant, random: randomBits)
    return DataFolders.Opened(registrar: registrar, databaseFaults: store.faults) { path, progress in
      try BackingUp(content: content, copyRecords: store.copy).run(to: path, progress: progress)
    }
  }

  /// Refuses a folder that a restore was begun and not finished in; clears away what one that was finished left.
  private static func settleRestore(in path: String) throws {
    let staging = unfinishedRestore(in: path)
    guard try isPresent(staging) else { return }
    guard try isPresent(database(in: path)) else { throw RestoreUnfinished(path: path) }
    try Folder.removeTree(staging)
  }

  /// What identifiers begin with where nobody said.
  static let defaultOrigin = "http://127.0.0.1:8080"

  /// Whether a folder holds what only records leave behind.
  static func hasRecords(_ folder: String) throws -> Bool {
    try isPresent(database(in: folder)) || hasLostItsDatabase(folder)
      || isPresent(unfinishedRestore(in: folder))
  }

  /// Whether a folder is one, or becomes one at this moment.
  static func isOne(_ folder: String) throws -> Bool {
    try isPresent(lockFile(in: folder)) || hasRecords(folder)
  }

  /// Package files are kept only beside a database: where there is none, it was removed.
  private static func hasLostItsDatabase(_ folder: String) throws -> Bool {
    try !isPresent(database(in: folder)) && isPresent(ContentStore.objects(in: folder))
  }

  private static func isPresent(_ path: String) throws -> Bool {
    try FileStatus.ifPresent(at: path) != nil
  }

  static func database(in folder: String) -> String { folder + "/records.sqlite" }
  static func socket(in folder: String) -> String { folder + "/socket" }
  static func lockFile(in folder: String) -> String { folder + "/lock" }
  /// Where what is restored lies until all of it is there.
  static func unfinishedRestore(in folder: String) -> String { folder + "/restoring" }
  /// Where uploads lie until they are imported.
  static func uploads(in folder: String) -> String { folder + "/incoming" }

  /// What the database engine says is wrong with its file.
  @Sendable func databaseFaults() throws -> [String] {
    try store.faults()
  }

  /// Writes a backup of the records, while others read and write, and of every package file.
  @Sendable func backUp(to path: String, progress: @escaping BackupProgress) throws -> BackupMade {
    try BackingUp(content: content, copyRecords: store.copy).run(to: path, progress: progress)
  }

  /// Finishes what was accepted and closes the database.
  func close() {
    store.close()
  }
}

/// The folder had a database, and it is gone. None is made in its place.
struct DatabaseLost: Explainable, Hashable {
  let folder: String

  var explanation: Explanation {
    Explanation(
      .temporary, "database-lost",
      "\(DataFolder.database(in: folder)) is missing, and package files lie beside where it was",
      remedy: "put the database back, or use another data folder")
  }
}

/// A folder that is opened, and made where it is missing, when it is first asked for: a command that is refused before
/// that leaves nothing behind.
final class LazyFolder: Sendable {
  private let path: String
  private let lock: FileLock?
  private let folder = Mutex<DataFolder?>(nil)
  private let say: @Sendable (String) -> Void

  /// - Parameters:
  ///   - lock: the folder's lock; nil where there is no folder yet.
  ///   - say: takes a sentence for whoever runs this.
  init(_ path: String, holding lock: FileLock?, say: @escaping @Sendable (String) -> Void) {
    self.path = path
    self.lock = lock
    self.say = say
  }

  var opened: DataFolder {
    get throws {
      try folder.withLock { folder in
        if let folder { return folder }
        let opened = try DataFolder(path, holding: lock ?? FolderAccess.newLock(path), say: say)
        folder = opened
        return opened
      }
    }
  }

  /// The records for a command that only looks; nil where the folder has to be opened for that.
  func read() throws -> DataFolders.Opened? {
    try lock == nil ? nil : DataFolder.read(path)
  }

  /// Closes the folder where it was opened.
  func close() {
    folder.withLock { $0?.close() }
  }
}

/// Keeps no files: for looking only.
private struct NothingKept: ContentKeeping {
  func begin() throws -> any FileKeeping {
    throw OpenedForLooking()
  }

  func damaged(among digests: Set<String>) throws -> [String] {
    throw OpenedForLooking()
  }

  func unnamed(_ named: () throws -> Set<String>) throws -> UnnamedFiles {
    throw OpenedForLooking()
  }

  func removeUnnamed(_ digests: [String], named: () throws -> Set<String>) throws -> [String] {
    throw OpenedForLooking()
  }

  func beginContent() throws -> any IncomingContent {
    throw OpenedForLooking()
  }

  func open(digest: String) throws -> any KeptContent {
    throw OpenedForLooking()
  }
}

/// The data folder was opened to be looked at.
struct OpenedForLooking: Error {}

/// The present, from the system's clock.
@Sendable func presentInstant() -> Instant {
  Instant(microseconds: SystemClock.microsecondsUTC())
}

/// 128 bits from the system's secure random source.
@Sendable func randomBits() -> UUID {
  UUID(high: RandomBytes.word(), low: RandomBytes.word())
}
