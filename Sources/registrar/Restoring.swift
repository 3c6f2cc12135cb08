import Files
import Operations
import PackageFiles
import SQLiteStore

/// `registrar restore`: a backup, put whole into an absent or empty data folder, or not at all.
///
/// Everything is written below `restoring` in the folder, verified there, and made durable; then the package files and,
/// last, the records are given their places. Where a crash comes before that, the folder has no records and is refused
/// by every command but another restore.
struct Restoring {
  let backup: String
  let folder: String
  let progress: BackupProgress

  private var staging: String { DataFolder.unfinishedRestore(in: folder) }
  private var stagedRecords: String { DataFolder.database(in: staging) }

  /// What a device needs beside the members, for the restored database's log and the records of folders.
  private static let spareBytes = 32 << 20

  func run() throws -> BackupRestored {
    try requireVacancy()
    let archive = try BackupArchive(verifying: backup) { progress(.verifying, $0) }
    let migrations = try ShippedFiles().migrations()
    try requireUsable(archive.facts, known: migrations.count)
    let isNew = try FileStatus.ifPresent(at: folder) == nil
    let lock = try FolderAccess.newLock(folder)
    defer { withExtendedLifetime(lock) {} }
    do {
      return try restore(archive, migrations)
    } catch {
      try leaveNothing(removingFolder: isNew)
      throw error
    }
  }

  private func restore(
    _ archive: BackupArchive, _ migrations: [(number: Int, name: String, sql: String)]
  ) throws -> BackupRestored {
    try requireVacancy()
    try clearUnfinished()
    try requireRoom(for: archive.contentBytes)
    try Folder.create(staging)
    try archive.extract(into: staging) { progress(.restoring, $0) }
    try inspect(archive, migrations)
    let series = try noteRestore(of: archive.facts, migrations)
    try putInPlace()
    return BackupRestored(
      facts: archive.facts, series: series,
      migrations: migrations.map(\.number).filter { $0 > archive.facts.schema }, files: archive.fileCount)
  }
}

// What is refused before anything is written.
extension Restoring {
  private func requireVacancy() throws {
    guard try FileStatus.ifPresent(at: folder) != nil else { return }
    let names = try Folder.entries(of: folder).map(\.name)
    let isUnfinished = names.contains("restoring") && !names.contains("records.sqlite")
    // Keys are in no backup: those that lie there already go on signing.
    let ours: Set = isUnfinished ? ["lock", "keys", "restoring", "objects"] : ["lock", "keys"]
    guard let found = names.first(where: { !ours.contains($0) }) else { return }
    throw BackupRefusal.folderNotEmpty(
      path: folder, holding: names.contains("records.sqlite") ? "records" : "“\(found)”")
  }

  private func requireUsable(_ facts: BackupFacts, known: Int) throws {
    guard facts.schema <= known else { throw BackupRefusal.newer(schema: facts.schema, known: known) }
    let now = presentInstant()
    let latest = max(facts.madeAt, facts.latestRecord ?? facts.madeAt)
    guard latest <= now else { throw BackupRefusal.clockBehind(now: now, backup: latest) }
  }

  private func requireRoom(for bytes: Int) throws {
    let (needed, free) = (bytes + Restoring.spareBytes, try Folder.freeBytes(at: folder))
    guard needed <= free else { throw BackupRefusal.noRoom(neededBytes: needed, freeBytes: free) }
  }
}

// What is written, and looked at where it lies.
extension Restoring {
  /// Holds the records against what the backup says of them, and against the schema: a database made elsewhere may
  /// hold triggers, or be no database.
  private func inspect(
    _ archive: BackupArchive, _ migrations: [(number: Int, name: String, sql: String)]
  ) throws {
    do {
      let records = try SQLiteReader(at: stagedRecords, nobodyWrites: true, clock: presentInstant)
      let scratch = staging + "/schema.sqlite"
      if let difference = try records.schemaDifference(from: migrations, scratch: scratch) {
        throw BackupRefusal.foreignRecords(difference)
      }
      if let fault = try records.faults().first { throw BackupRefusal.foreignRecords(fault) }
      let (claimed, schema) = (archive.facts, "its backup.json states other facts than they do")
      let found = try records.facts(id: claimed.id, madeAt: claimed.madeAt, program: claimed.program)
      guard found == claimed else { throw BackupRefusal.foreignRecords(schema) }
      if let missing = try archive.missing(among: records.read { try $0.fileDigests() }).first {
        throw BackupRefusal.damaged("the file \(missing) is named by the records and is not in it")
      }
    } catch let error as BackupRefusal {
      throw error
    } catch let error as FileError {
      throw error
    } catch let error as any Explainable {
      throw BackupRefusal.foreignRecords(error.explanation.message)
    }
  }

  private func noteRestore(
    of facts: BackupFacts, _ migrations: [(number: Int, name: String, sql: String)]
  ) throws -> String {
    let store = try SQLiteStore(at: stagedRecords, migrations: migrations, clock: presentInstant)
    defer { store.close() }
    let registrar = Registrar(
      store: store, packages: PackageOpener(), content: ContentStore(readingIn: staging),
      credentialKeys: CredentialKeyFolder(in: folder), origin: facts.origin, calendar: .system,
      clock: presentInstant, random: randomBits)
    return try registrar.perform(NoteRestore(of: facts), as: .owner)
  }

  /// The records come last: with them the restore has happened.
  private func putInPlace() throws {
    try Folder.syncTree(staging)
    try File.move(staging + "/objects", to: folder + "/objects")
    try Folder.sync(folder)
    try File.move(stagedRecords, to: DataFolder.database(in: folder))
    try Folder.sync(folder)
    try Folder.removeTree(staging)
  }

  /// Removes what a restore that was killed left.
  private func clearUnfinished() throws {
    guard try FileStatus.ifPresent(at: staging) != nil else { return }
    try Folder.removeTree(folder + "/objects")
    try Folder.removeTree(staging)
  }

  private func leaveNothing(removingFolder: Bool) throws {
    guard try FileStatus.ifPresent(at: DataFolder.database(in: folder)) == nil else { return }
    try clearUnfinished()
    guard removingFolder else { return }
    try File.remove(DataFolder.lockFile(in: folder))
    try Folder.removeEmpty(folder)
  }
}

/// A restore into the folder was begun and not finished.
struct RestoreUnfinished: Explainable, Hashable {
  let path: String

  var explanation: Explanation {
    Explanation(
      .temporary, "restore-unfinished",
      "a restore into the data folder \(path) was begun and not finished; it holds no records",
      remedy: "run registrar restore again, or remove what is in the folder")
  }
}
