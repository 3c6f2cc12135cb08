internal import Cryptography
internal import Files
public import Operations
internal import Synchronization

/// A content that is written to a file of its own while it comes in, and put under its digest when it is kept.
final class ArrivingContent: IncomingContent {
  private struct State: ~Copyable {
    var file: TemporaryFile
    var digesting: SHA256
  }

  private let store: ContentStore
  private let state: Mutex<State>

  init(in store: ContentStore) throws {
    self.store = store
    state = Mutex(
      State(file: try TemporaryFile(in: store.incoming, permissions: 0o400), digesting: try SHA256()))
  }

  func take(_ piece: [UInt8]) throws {
    try state.withLock { state in
      try state.digesting.update(piece)
      try state.file.write(piece)
    }
  }

  func octets(limit: Int) throws -> [UInt8] {
    try state.withLock { try File.read($0.file.path, limit: limit) }
  }

  func keep(for claim: (_ digest: String) throws -> Void) throws -> String {
    let digest = try state.withLock { state in
      let digest = try state.digesting.finish()
      try claim(digest.hexadecimal)
      if try FileStatus.ifPresent(at: store.path(of: digest)) == nil {
        try state.file.sync()
        try Folder.ensure(store.folder(of: digest))
        try state.file.place(at: store.path(of: digest))
      }
      return digest
    }
    try store.syncFolders(of: [digest])
    return digest.hexadecimal
  }
}

/// A content of the store, open.
struct OpenContent: KeptContent {
  private let file: SharedFile

  /// A file that several may hold.
  private final class SharedFile: Sendable {
    let file: OpenFile

    init(_ file: consuming OpenFile) {
      self.file = file
    }
  }

  init(_ file: consuming OpenFile) {
    self.file = SharedFile(file)
  }

  var sizeBytes: Int { file.file.sizeBytes }

  func octets(at offset: Int, count: Int) throws -> [UInt8] {
    try file.file.read(at: offset, count: count)
  }
}

extension ContentStore {
  public func beginContent() throws -> any IncomingContent {
    try ArrivingContent(in: self)
  }

  public func open(digest: String) throws -> any KeptContent {
    guard let known = Digest(hexadecimal: digest) else {
      throw FileError(.open, digest, .unusableName)
    }
    return OpenContent(try open(known))
  }
}
