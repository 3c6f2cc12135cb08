import Files
import Operations
import PackageFiles
import SQLiteStore

/// `registrar backup`: the records as they are at one moment, and every package file, in one file.
struct BackingUp {
  let content: ContentStore
  /// Copies the records to a new file; is told now and then how many pages are copied.
  let copyRecords: (_ path: String, _ progress: (Int) -> Void) throws -> Void

  private static let pageBytes = 4096

  func run(to path: String, progress: @escaping BackupProgress) throws -> BackupMade {
    let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? ""
    guard try folder.isEmpty || FileStatus.ifPresent(at: folder) != nil else {
      throw BackupRefusal.folderMissing(path: folder)
    }
    guard try FileStatus.ifPresent(at: path) == nil else { throw BackupRefusal.fileExists(path: path) }
    // The name of a temporary file: who finds one that a killed server left may remove it.
    let draft = path + TemporaryFile.namePrefix + "records"
    try removeIfPresent(draft)
    let made = try write(draft, to: path, progress: progress)
    try File.remove(draft)
    return made
  }

  private func write(
    _ draft: String, to path: String, progress: @escaping BackupProgress
  ) throws -> BackupMade {
    do {
      try copyRecords(draft) { progress(.copyingRecords, $0 * BackingUp.pageBytes) }
      let copy = try SQLiteReader(at: draft, nobodyWrites: true, clock: presentInstant)
      let facts = try copy.facts(id: randomBits(), madeAt: presentInstant(), program: Program.version)
      let files = try copy.read { try $0.fileDigests() }
      return try content.writeBackup(facts, records: draft, files: files, to: path) { progress(.writing, $0) }
    } catch {
      try removeIfPresent(draft)
      throw error
    }
  }

  private func removeIfPresent(_ path: String) throws {
    if try FileStatus.ifPresent(at: path) != nil { try File.remove(path) }
  }
}
