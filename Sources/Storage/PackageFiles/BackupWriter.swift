internal import Archives
internal import Cryptography
internal import Files
public import Operations

extension ContentStore {
  /// Writes a backup: one zip file, whole and durable or not there at all, which only its owner may read.
  ///
  /// Its members are stored, not deflated: `backup.json`, `records.sqlite`, every file that the records name, and
  /// `SHA256SUMS`.
  /// Its comment is the SHA-256 of every byte before it, so that no bit of it can change unnoticed.
  ///
  /// - Parameters:
  ///   - records: the path of a copy of the records.
  ///   - files: the digests that this copy names: the files were there before, and are not removed once records name
  ///     them.
  ///   - path: where nothing may stand yet.
  ///   - progress: told now and then how many bytes are written.
  /// - Throws: `BackupRefusal`, `FileError`.
  public func writeBackup(
    _ facts: BackupFacts, records: String, files: Set<String>, to path: String,
    progress: @escaping (Int) -> Void
  ) throws -> BackupMade {
    let sealed = try SealedFile(in: folderPath(of: path), progress: progress)
    let digests = try files.sorted().map { digits in
      guard let digest = Digest(hexadecimal: digits),
        try FileStatus.ifPresent(at: self.path(of: digest)) != nil
      else {
        throw BackupRefusal.fileDamaged(digest: digits)
      }
      return digest
    }
    var zip = ZipWriter { try sealed.write($0) }
    var sums = BackupMembers.sumLine(try SHA256.digest(of: facts.octets), BackupMembers.facts)
    try zip.add(BackupMembers.facts, facts.octets, method: .stored)
    let sum = try zip.addFile(BackupMembers.records, at: records)
    sums += BackupMembers.sumLine(sum, BackupMembers.records)
    for digest in digests {
      let name = BackupMembers.object(digest)
      guard try zip.addFile(name, at: self.path(of: digest)) == digest else {
        throw BackupRefusal.fileDamaged(digest: digest.hexadecimal)
      }
      sums += BackupMembers.sumLine(digest, name)
    }
    try zip.add(BackupMembers.sums, Array(sums.utf8), method: .stored)
    try zip.finish(commentBytes: BackupMembers.sealBytes) { try sealed.seal() }
    try sealed.place(at: path)
    return BackupMade(facts: facts, path: path, sizeBytes: sealed.sizeBytes, files: digests.count)
  }
}

extension ZipWriter {
  /// Adds a file as it stands, and says the digest of what was added.
  fileprivate mutating func addFile(_ name: String, at path: String) throws -> Digest {
    var digest = try SHA256.digest(of: [])
    try addStored(name) { take in
      var digesting = try SHA256()
      try OpenFile(reading: path, followingLink: false).forEachChunk { piece in
        try digesting.update(piece)
        try take(piece)
      }
      digest = try digesting.finish()
    }
    return digest
  }
}

/// A file on its way to its place, with the digest of what was written so far. Used by one thread.
private final class SealedFile {
  private(set) var sizeBytes = 0
  private var file: TemporaryFile
  private var digesting: SHA256
  private let folder: String
  private let progress: (Int) -> Void

  init(in folder: String, progress: @escaping (Int) -> Void) throws {
    file = try TemporaryFile(in: folder)
    digesting = try SHA256()
    self.folder = folder
    self.progress = progress
  }

  func write(_ octets: [UInt8]) throws {
    try digesting.update(octets)
    try file.write(octets)
    sizeBytes += octets.count
    progress(sizeBytes)
  }

  func seal() throws -> [UInt8] {
    Array(try digesting.finish().hexadecimal.utf8)
  }

  func place(at path: String) throws {
    try file.sync()
    do {
      try file.placeAnew(at: path)
    } catch {
      throw error.isOccupied ? BackupRefusal.fileExists(path: path) : error
    }
    try Folder.sync(folder)
  }
}

/// The folder that a path lies in.
func folderPath(of path: String) -> String {
  let above = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  return above.isEmpty ? "/" : above
}
