internal import Cryptography
internal import Files

/// Contents on their way into a store, written some at a time so that the device's waits are shared.
struct ContentBatch {
  private let store: ContentStore
  private var waiting: [(digest: Digest, octets: [UInt8])] = []
  private var waitingBytes = 0
  private var seen: Set<Digest> = []

  /// A turn is written when it has so many files or bytes: what memory may hold, and files be open, at once.
  private static let turnFiles = 64
  private static let turnBytes = 8 << 20

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
    try store.syncFolders(of: seen)
  }

  private mutating func writeTurn() throws(FileError) {
    if waiting.isEmpty { return }
    for folder in Set(waiting.map { store.folder(of: $0.digest) }) { try Folder.ensure(folder) }
    try store.place(waiting)
    waiting.removeAll(keepingCapacity: true)
    waitingBytes = 0
  }
}
