internal import ContentPackaging
internal import Cryptography
internal import Files
internal import Operations
internal import Synchronization

/// Files that are kept for one change of the records.
///
/// Each is claimed before it is looked for: as long as a change claims a content, no other removes it, though it may be the
/// other that wrote it. A note in `incoming` tells the next process of a change that was never ended.
final class KeptFiles: FileKeeping {
  /// What the names of notes begin with.
  static let notePrefix = "keeping-"

  private let store: ContentStore
  private let note: String
  private var claimed: Set<Digest> = []

  init(in store: ContentStore, noting note: String) throws(FileError) {
    (self.store, self.note) = (store, note)
    try File.replace(note, with: [])
  }

  func keep(_ contents: PackageContents, progress: (Int) throws -> Void) throws -> [PackageFile] {
    var batch = ContentBatch(store)
    var digesting = try SHA256()
    var files: [PackageFile] = []
    for name in contents.names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      let octets = try contents.bytes(of: name)
      try digesting.update(octets)
      let digest = try digesting.finish()
      claim(digest)
      try batch.add(octets, digest)
      files.append(PackageFile(path: name, digest: digest.hexadecimal, sizeBytes: octets.count))
      try progress(files.count)
    }
    try batch.finish()
    return files
  }

  func keep(_ content: any IncomingContent) throws -> String {
    try content.keep { digits in
      guard let digest = Digest(hexadecimal: digits) else { throw FileError(.open, digits, .unusableName) }
      claim(digest)
    }
  }

  func keep(copying content: any KeptContent) throws -> String {
    let copy = try store.beginContent()
    try content.copy(to: copy.take)
    return try keep(copy)
  }

  func finish() {
    release()
    removeNote()
  }

  func giveUp(named: () throws -> Set<String>) throws {
    try store.claims.withLock { claims in
      let named = try named()
      try store.remove(claimed.filter { claims[$0] == 1 && !named.contains($0.hexadecimal) })
    }
    release()
    removeNote()
  }

  func leave() {
    release()
  }

  private func claim(_ digest: Digest) {
    if claimed.insert(digest).inserted { store.claim(digest) }
  }

  private func release() {
    store.release(claimed)
    claimed = []
  }

  private func removeNote() {
    do {
      try File.remove(note)
    } catch {
      // It stays, and the next process looks once more at what was kept, which changes nothing.
      return
    }
  }
}

extension ContentStore {
  /// Lets nobody else remove a content.
  func claim(_ digest: Digest) {
    claims.withLock { $0[digest, default: 0] += 1 }
  }

  func release(_ digests: Set<Digest>) {
    claims.withLock { claims in
      for digest in digests {
        let others = (claims[digest] ?? 1) - 1
        claims[digest] = others > 0 ? others : nil
      }
    }
  }
}
