internal import Archives
internal import Cryptography
internal import Files
internal import JSON
public import Operations

/// A backup opened to be restored. It may come from anywhere: nothing of it is believed before it was looked at.
public final class BackupArchive: Sendable {
  public let facts: BackupFacts
  private let file: BackupFile
  private let archive: ZipArchive
  private let sums: [String: Digest]

  /// Opens a backup and makes sure that every byte is the one that was written. Reads all of it.
  ///
  /// - Parameter progress: told now and then how many bytes are read.
  /// - Throws: `BackupRefusal`, which names what is damaged and where; `FileError`.
  public init(verifying path: String, progress: (Int) -> Void) throws {
    file = BackupFile(try OpenFile(reading: path))
    let isSealed = try file.isSealed(progress: progress)
    do {
      archive = try file.archive()
      sums = try archive.backupSums()
      try archive.checkMembers(against: sums, progress: progress, isNeeded: !isSealed)
    } catch let refusal as ZipRefusal {
      throw isSealed ? BackupRefusal.notABackup("\(refusal)") : file.refusal(for: refusal)
    }
    if !isSealed {
      throw BackupRefusal.damaged("a byte between its members, in a header or in the directory, was altered")
    }
    facts = try archive.backupFacts()
  }

  /// How many bytes its members have.
  public var contentBytes: Int { archive.entries.reduce(0) { $0 + $1.sizeBytes } }

  /// How many package files it holds.
  public var fileCount: Int { archive.entries.count { BackupMembers.digest(ofObject: $0.name) != nil } }

  /// Writes records and package files into an empty folder, laid out as in a data folder. They are still to be made
  /// durable.
  ///
  /// - Throws: `BackupRefusal` where a member has not the digest it should have; `FileError`.
  public func extract(into folder: String, progress: (Int) -> Void) throws {
    try Folder.create(folder + "/objects")
    var done = 0
    for entry in archive.entries where entry.name != BackupMembers.facts && entry.name != BackupMembers.sums {
      if BackupMembers.digest(ofObject: entry.name) != nil {
        try Folder.ensure(folderPath(of: folder + "/" + entry.name))
      }
      try extract(entry, to: folder + "/" + entry.name)
      done += entry.sizeBytes
      progress(done)
    }
  }

  /// The package files among those of these digests that it does not hold.
  public func missing(among digests: Set<String>) -> [String] {
    digests.filter { digits in
      Digest(hexadecimal: digits).map { sums[BackupMembers.object($0)] == nil } ?? true
    }.sorted()
  }

  private func extract(_ entry: ZipEntry, to path: String) throws {
    let isObject = BackupMembers.digest(ofObject: entry.name) != nil
    var file = try TemporaryFile(in: folderPath(of: path), permissions: isObject ? 0o400 : 0o600)
    var digesting = try SHA256()
    try archive.forEachChunk(of: entry) { piece in
      try digesting.update(piece)
      try file.write(piece)
    }
    guard try digesting.finish() == sums[entry.name] else { throw BackupRefusal.altered(entry.name) }
    try file.place(at: path)
  }
}

extension BackupRefusal {
  /// A member whose bytes are not those that were written.
  static func altered(_ name: String) -> BackupRefusal {
    .damaged("\(name) does not have the SHA-256 that SHA256SUMS gives it")
  }
}

/// The file of a backup, which closures that outlive their caller may read.
private final class BackupFile: Sendable {
  private let file: OpenFile

  init(_ file: consuming OpenFile) {
    self.file = file
  }

  /// Whether the file ends with the digest of all that stands before.
  func isSealed(progress: (Int) -> Void) throws -> Bool {
    let end = file.sizeBytes - BackupMembers.sealBytes
    guard end > 0 else { throw BackupRefusal.notABackup("it has only \(file.sizeBytes) bytes") }
    guard ZipArchive.isZip(beginningWith: try file.read(at: 0, count: 4)) else {
      throw BackupRefusal.notABackup("it is not a zip file")
    }
    var digesting = try SHA256()
    for start in stride(from: 0, to: end, by: 1 << 20) {
      try digesting.update(try file.read(at: start, count: min(1 << 20, end - start)))
      progress(start)
    }
    let seal = try file.read(at: end, count: BackupMembers.sealBytes)
    return seal == Array(try digesting.finish().hexadecimal.utf8)
  }

  /// The zip file, of which nothing is inflated: its members have their own size and no more.
  func archive() throws -> ZipArchive {
    var limits = ZipLimits()
    limits.entries = 4_000_000
    limits.directoryBytes = 512 << 20
    limits.inflatedBytes = file.sizeBytes
    limits.ratio = 1
    limits.ratioFreeBytes = 0
    return try ZipArchive(sizeBytes: file.sizeBytes, limits: limits, commentBytes: BackupMembers.sealBytes) {
      [self] in try file.read(at: $0, count: $1)
    }
  }

  /// What a refusal by the zip reader means in a file that is not sealed.
  func refusal(for refusal: ZipRefusal) -> BackupRefusal {
    switch refusal.reason {
    case .cutShort, .bytesBehind:
      .damaged("it is cut short, or something was appended to it, at byte \(refusal.offset)")
    default: .damaged("\(refusal)")
    }
  }
}

extension ZipArchive {
  /// The digests that the backup states of its members, which are exactly those that it has.
  fileprivate func backupSums() throws -> [String: Digest] {
    if let note = notes.first { throw BackupRefusal.notABackup("it holds what a backup does not: \(note)") }
    for entry in entries {
      let isKnown = [BackupMembers.facts, BackupMembers.records, BackupMembers.sums].contains(entry.name)
      guard isKnown || BackupMembers.digest(ofObject: entry.name) != nil else {
        throw BackupRefusal.notABackup("it holds “\(entry.name)” (byte \(entry.offset))")
      }
      guard entry.isStored else {
        throw BackupRefusal.notABackup("“\(entry.name)” (byte \(entry.offset)) is compressed")
      }
    }
    guard let sums = BackupMembers.sums(in: try readMember(BackupMembers.sums, limit: 512 << 20)) else {
      throw BackupRefusal.damaged("SHA256SUMS is not a list of digests")
    }
    guard entry(named: BackupMembers.records) != nil else {
      throw BackupRefusal.notABackup("it has no \(BackupMembers.records)")
    }
    let named = Set(entries.map(\.name)).subtracting([BackupMembers.sums])
    if let unmatched = named.symmetricDifference(sums.keys).min() {
      throw BackupRefusal.damaged("\(unmatched) is in the archive or in SHA256SUMS, and not in both")
    }
    let misnamed = sums.filter { isMisnamed($0.key, $0.value) }
    if let name = misnamed.keys.min() { throw BackupRefusal.altered(name) }
    return sums
  }

  /// Whether an object's digest is not the one that it is named by.
  private func isMisnamed(_ name: String, _ digest: Digest) -> Bool {
    BackupMembers.digest(ofObject: name).map { $0 != digest } ?? false
  }

  fileprivate func backupFacts() throws -> BackupFacts {
    let refusal = BackupRefusal.notABackup("its backup.json is not one that this version reads")
    do {
      guard
        let facts = try BackupFacts(readMember(BackupMembers.facts, limit: BackupMembers.factsBytes))
      else { throw refusal }
      return facts
    } catch is JSONError {
      throw refusal
    }
  }

  /// Reads every member of an archive that is known to be altered somewhere, to say where.
  fileprivate func checkMembers(
    against sums: [String: Digest], progress: (Int) -> Void, isNeeded: Bool
  ) throws {
    guard isNeeded else { return }
    for entry in entries where entry.name != BackupMembers.sums {
      var digesting = try SHA256()
      try forEachChunk(of: entry) { try digesting.update($0) }
      guard try digesting.finish() == sums[entry.name] else { throw BackupRefusal.altered(entry.name) }
      progress(entry.offset)
    }
  }

  fileprivate func readMember(_ name: String, limit: Int) throws -> [UInt8] {
    guard let entry = entry(named: name) else { throw BackupRefusal.notABackup("it has no \(name)") }
    guard entry.sizeBytes <= limit else { throw BackupRefusal.notABackup("its \(name) is too long") }
    return try read(entry)
  }
}
