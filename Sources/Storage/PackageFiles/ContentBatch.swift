internal import Cryptography
internal import Files

/// Contents on their way into a store. They are written as they come, and the device is waited for once, at the end: should
/// the machine fail before, the note of the change that keeps them has the next process remove what no record names.
struct ContentBatch {
  private let store: ContentStore
  private var waiting: [(digest: Digest, octets: [UInt8])] = []
  private var waitingBytes = 0
  private var seen: Set<Digest> = []

  /// A turn is written when it has so many files or bytes: what memory may hold at once.
  private static let turnFiles = 256
  private static let turnBytes = 8 << 20
  /// So many files are waited for one by one; for more, the whole file system is waited for.
  private static let fewFiles = 8

  init(_ store: ContentStore) {
    self.store = store
  }

  /// Takes a content; one that is kept already, whole by its size, is not written again.
  mutating func add(_ octets: [UInt8], _ digest: Digest) throws(FileError) {
    guard seen.insert(digest).inserted else { return }
    if let kept = try FileStatus.ifPresent(at: store.path(of: digest)), kept.sizeBytes == octets.count {
      return
    }
    waiting.append((digest, octets))
    waitingBytes += octets.count
    if waiting.count == ContentBatch.turnFiles || waitingBytes >= ContentBatch.turnBytes { try writeTurn() }
  }

  /// Returns when everything taken is durable, what was there before included: another thread may have put it
  /// there and not have finished.
  mutating func finish() throws(FileError) {
    try writeTurn()
    guard seen.count > ContentBatch.fewFiles else { return try store.sync(seen) }
    try store.syncAll()
  }

  private mutating func writeTurn() throws(FileError) {
    if waiting.isEmpty { return }
    for folder in Set(waiting.map { store.folder(of: $0.digest) }) { try Folder.ensure(folder) }
    try store.place(waiting)
    waiting.removeAll(keepingCapacity: true)
    waitingBytes = 0
  }
}
