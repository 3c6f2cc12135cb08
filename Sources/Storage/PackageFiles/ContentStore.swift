public import Cryptography
public import Files
public import Operations
internal import Synchronization

/// Files kept under the digest of their content, in a folder of the data folder:
/// `objects/ab/cdef…` by the 64 hexadecimal digits of SHA-256, and `incoming` for what is being written.
///
/// What is kept is never changed, and never removed once records name it. Any number of threads may keep and read; only
/// one process keeps (the data folder's lock).
public final class ContentStore: Sendable {
  private let objects: String
  let incoming: String
  /// How many changes under way keep a content. Whoever removes one holds the claims meanwhile, so that nobody begins to
  /// keep what is being removed.
  let claims = Mutex<[Digest: Int]>([:])

  /// Opens the store in a folder, creating what is missing.
  public convenience init(in folder: String) throws(FileError) {
    self.init(readingIn: folder)
    try Folder.create(objects)
    try Folder.create(incoming)
  }

  /// The store in a folder, to be read only: nothing is created.
  public init(readingIn folder: String) {
    objects = ContentStore.objects(in: folder)
    incoming = folder + "/incoming"
  }

  /// Whether anything was ever kept here.
  var isPresent: Bool {
    get throws(FileError) { try FileStatus.ifPresent(at: objects) != nil }
  }

  /// Where the contents lie that are kept in a folder.
  public static func objects(in folder: String) -> String { folder + "/objects" }

  /// Keeps one content; when it returns, it is durable. Content that is kept already is not written again.
  public func keep(_ octets: [UInt8]) throws -> Digest {
    let digest = try SHA256.digest(of: octets)
    var batch = ContentBatch(self)
    try batch.add(octets, digest)
    try batch.finish()
    return digest
  }

  /// Keeps one content that comes in pieces; when it returns, it is durable. Memory does not grow with it.
  ///
  /// - Parameter pieces: hands every piece to the function it is given.
  public func keep(pieces: (_ take: (Span<UInt8>) throws -> Void) throws -> Void) throws -> Digest {
    var file = try TemporaryFile(in: incoming, permissions: 0o400)
    var digesting = try SHA256()
    try pieces { piece in
      try digesting.update(piece)
      try file.write(piece)
    }
    let digest = try digesting.finish()
    if try FileStatus.ifPresent(at: path(of: digest)) == nil {
      try file.sync()
      try Folder.ensure(folder(of: digest))
      try file.place(at: path(of: digest))
    }
    try syncFolders(of: [digest])
    return digest
  }

  /// Opens a content for reading; a digest that nothing is kept under is an error that `isMissing`.
  public func open(_ digest: Digest) throws(FileError) -> OpenFile {
    try OpenFile(reading: path(of: digest), followingLink: false)
  }

  /// The digests of everything kept, and the paths of files that no digest names. Reads no content.
  public func inventory() throws(FileError) -> (kept: Set<Digest>, strays: [String]) {
    var kept: Set<Digest> = []
    var strays: [String] = []
    for entry in try FolderTree(objects).entries(limit: .max, depth: 1) where entry.kind != .folder {
      let digits = String(decoding: entry.name.utf8.filter { $0 != UInt8(ascii: "/") }, as: UTF8.self)
      if let digest = Digest(hexadecimal: digits), path(of: digest) == objects + "/" + entry.name {
        kept.insert(digest)
      } else {
        strays.append("objects/" + entry.name)
      }
    }
    return (kept, strays)
  }

  /// Whether the content kept under a digest still has it. Reads all of it, in pieces.
  public func isWhole(_ digest: Digest) throws -> Bool {
    do {
      var digesting = try SHA256()
      try open(digest).forEachChunk { try digesting.update($0) }
      return try digesting.finish() == digest
    } catch let error as FileError where error.isMissing || error.reason == .notRegularFile {
      return false
    }
  }

  func folder(of digest: Digest) -> String {
    objects + "/" + digest.hexadecimal.prefix(2)
  }

  func path(of digest: Digest) -> String {
    let digits = digest.hexadecimal
    return objects + "/" + digits.prefix(2) + "/" + digits.dropFirst(2)
  }

  /// Puts contents under their digests; they and their folders are still to be synced.
  func place(_ contents: [(digest: Digest, octets: [UInt8])]) throws(FileError) {
    try File.place(
      contents.map { NewFile(path: path(of: $0.digest), octets: $0.octets) }, writingIn: incoming,
      permissions: 0o400)
  }

  /// Makes contents durable, and their names.
  func sync(_ digests: Set<Digest>) throws(FileError) {
    try File.sync(digests.map(path))
    try syncFolders(of: digests)
  }

  /// Makes durable whatever is kept.
  func syncAll() throws(FileError) {
    try Folder.syncFileSystem(holding: objects)
  }

  /// Makes the names in these folders durable, and those of the folders themselves.
  func syncFolders(of digests: Set<Digest>) throws(FileError) {
    try Folder.sync(Set(digests.map(folder)).sorted() + [objects])
  }
}

extension ContentStore: ContentKeeping {
  public func begin() throws -> any FileKeeping {
    try KeptFiles(in: self, noting: "\(incoming)/\(KeptFiles.notePrefix)\(RandomBytes.word())")
  }

  public func damaged(among digests: Set<String>) throws -> [String] {
    try digests.sorted().filter { digits in
      guard let digest = Digest(hexadecimal: digits) else { return true }
      return try !isWhole(digest)
    }
  }
}

// What a change that was never ended left behind.
extension ContentStore {
  /// Removes what was being written when the process ended, and what was kept for a change that the records do not know
  /// of. To be called before anything is kept. Costs one look into a folder; where a change was never ended, as much as
  /// there are files.
  ///
  /// - Parameter named: the digests that records name; asked only where a change was never ended.
  /// - Returns: the digests of what was kept, and is removed.
  @discardableResult
  public func removeUnfinished(named: () throws -> Set<String>) throws -> [String] {
    let names = try Folder.entries(of: incoming).filter { $0.kind == .file }.map(\.name)
    var removed: [String] = []
    if names.contains(where: { $0.hasPrefix(KeptFiles.notePrefix) }) {
      let named = try named()
      let unnamed = try inventory().kept.filter { !named.contains($0.hexadecimal) }
      try remove(unnamed)
      removed = unnamed.map(\.hexadecimal).sorted()
    }
    for name in names { try File.remove(incoming + "/" + name) }
    return removed
  }

  /// Removes contents. One that is gone already is what was wanted.
  func remove(_ digests: some Sequence<Digest>) throws(FileError) {
    for digest in digests where try FileStatus.ifPresent(at: path(of: digest)) != nil {
      try File.remove(path(of: digest))
    }
  }
}
