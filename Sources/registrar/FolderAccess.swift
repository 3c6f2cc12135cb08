import CommandLine
import Files
import Operations
import PackageFiles

/// How this process may get at a data folder.
enum FolderAccess {
  /// It owns the folder now.
  case own(FileLock)
  /// Another process owns it and takes commands.
  case handOver(HandOverClient)
  /// Another process owned it all the time that was waited.
  case held(FolderHeld)

  /// How long a command waits for another that holds the folder.
  static let patienceSeconds: Int64 = 30

  /// Makes the folder and takes its lock.
  static func newLock(_ path: String) throws -> FileLock {
    try Folder.create(path)
    do {
      return try FileLock(DataFolder.lockFile(in: path), waitMilliseconds: Int(patienceSeconds) * 1000)
    } catch let held as FileLock.Held {
      throw FolderHeld(path: path, holder: held.holder)
    }
  }

  /// Takes the lock, or reaches who has it; waits for a command that takes none.
  static func obtain(_ path: String, surroundings: Surroundings) throws -> FolderAccess {
    let end = SystemClock.monotonicNanoseconds() + patienceSeconds * 1_000_000_000
    while true {
      do {
        return .own(try FileLock(DataFolder.lockFile(in: path), waitMilliseconds: 50))
      } catch let held as FileLock.Held {
        if let client = try HandOverClient.reaching(folder: path, surroundings: surroundings) {
          return .handOver(client)
        }
        guard SystemClock.monotonicNanoseconds() < end else {
          return .held(FolderHeld(path: path, holder: held.holder))
        }
      }
    }
  }
}

/// Another process holds the data folder.
struct FolderHeld: Explainable, Hashable {
  let path: String
  let holder: Int32?

  var explanation: Explanation {
    Explanation(
      .temporary, "folder-held",
      "the data folder \(path) is in use by \(holder.map { "process \($0)" } ?? "another process")",
      remedy: "wait until it has ended, then try again")
  }
}

extension DataFolders {
  private static func with(
    _ open: @escaping @Sendable (_ path: String, _ access: Access) throws -> Opened?
  ) -> DataFolders {
    DataFolders(
      open: open, packages: PackageOpener(), findingCodes: allFindingCodes,
      shippedCatalogues: { try ShippedFiles().catalogues }, upkeep: .ofProgram,
      clock: presentInstant)
  }

  /// No folder is there, and none is made.
  static let none = with { _, _ in nil }

  /// The folder is held by another process.
  static func held(_ held: FolderHeld) -> DataFolders {
    with { _, _ in throw held }
  }

  /// The folder is this process's.
  static func owning(_ folder: LazyFolder) -> DataFolders {
    with { _, access in
      if access == .reading, let records = try folder.read() { return records }
      let folder = try folder.opened
      return Opened(
        registrar: folder.registrar, databaseFaults: folder.databaseFaults, backUp: folder.backUp,
        cleared: folder.cleared)
    }
  }

  /// The folder is this process's and open already: it serves.
  static func serving(_ folder: DataFolder) -> DataFolders {
    with { _, _ in
      Opened(
        registrar: folder.registrar, databaseFaults: folder.databaseFaults, backUp: folder.backUp)
    }
  }

  /// The records are looked at, whoever owns them; nil where there are none.
  static func examining(_ path: String) -> DataFolders {
    with { _, _ in
      guard let registrar = try DataFolder.examined(path) else { return nil }
      return Opened(
        registrar: registrar, databaseFaults: { [] }, backUp: { _, _ in throw OpenedForLooking() })
    }
  }
}
