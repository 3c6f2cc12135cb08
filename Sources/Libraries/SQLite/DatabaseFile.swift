internal import Glibc

/// What lies at a path, found without opening it.
///
/// A process that opens and closes a database file by itself loses all of SQLite's locks on it (POSIX
/// `fcntl` locks), so a database in use is only ever looked at by `stat`.
enum FileState: Equatable {
  case missing
  case file(bytes: Int64, identity: FileIdentity)
  case other

  /// Looks at `path`; symbolic links are followed.
  init(of path: String) {
    var state = stat()
    guard unsafe stat(path, &state) == 0 else {
      self = .missing
      return
    }
    let identity = FileIdentity(device: UInt64(state.st_dev), number: UInt64(state.st_ino))
    self = state.st_mode & S_IFMT == S_IFREG ? .file(bytes: Int64(state.st_size), identity: identity) : .other
  }

  /// Which file it is; nil if there is none.
  var identity: FileIdentity? {
    if case .file(_, let identity) = self { identity } else { nil }
  }

  /// True for a file with content.
  var holdsBytes: Bool {
    if case .file(let bytes, _) = self { bytes > 0 } else { false }
  }
}

/// Which file of the machine a name stands for.
struct FileIdentity: Equatable {
  let device: UInt64
  let number: UInt64
}

/// A database's file, the log beside it, and the folder of both.
struct DatabaseFile {
  let path: String

  /// A relative path is begun with `./`, so that SQLite takes no name for a URI or for a database in memory.
  init(at path: String) throws(OpeningError) {
    guard !path.utf8.contains(0) else { throw .unusablePath }
    self.path = path.utf8.first == UInt8(ascii: "/") ? path : "./\(path)"
  }

  var logPath: String { path + "-wal" }

  /// The file's name as a URI by which SQLite reads it without locks and without a look at its log.
  var unchangingURI: String {
    let octets = path.utf8.map { isPlainInURI($0) ? String(UnicodeScalar($0)) : percentEncoded($0) }
    return "file:\(path.utf8.first == UInt8(ascii: "/") ? "//" : "")\(octets.joined())?immutable=1"
  }

  var folder: String {
    let bytes = path.utf8
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == bytes.startIndex ? "/" : String(path[..<slash])
  }

  /// Refuses what SQLite would silently replace by a new database.
  func requireContent() throws(OpeningError) {
    let logHoldsChanges = FileState(of: logPath).holdsBytes
    switch FileState(of: path) {
    case .missing:
      throw logHoldsChanges ? .lostBesideItsLog(path: path, log: logPath) : .missing(path: path)
    case .file(bytes: ...1, _):  // SQLite takes a file of one byte for one of none.
      throw logHoldsChanges ? .lostBesideItsLog(path: path, log: logPath) : .empty(path: path)
    case .file: return
    case .other: throw .notADatabase(path: path)
    }
  }

  /// Refuses a place that is taken.
  func requireVacancy() throws(OpeningError) {
    guard FileState(of: path) == .missing else { throw .exists(path: path) }
    guard !FileState(of: logPath).holdsBytes else { throw .lostBesideItsLog(path: path, log: logPath) }
  }

  /// Makes an empty file that only its owner may read and write.
  func makeEmpty() throws(OpeningError) {
    let descriptor = unsafe open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .system(action: "create", path: path, errno: errno) }
    close(descriptor)
  }

  /// Removes the file and what SQLite may have left beside it.
  func remove() {
    for name in [path, path + "-journal", logPath, path + "-shm"] { unsafe unlink(name) }
  }

  /// Gives a finished file its name, without replacing another, and makes both durable.
  func publish(as final: DatabaseFile) throws(OpeningError) {
    try sync(path, flags: O_RDWR)
    guard unsafe link(path, final.path) == 0 else {
      throw errno == EEXIST
        ? .exists(path: final.path) : .system(action: "name", path: final.path, errno: errno)
    }
    unsafe unlink(path)
    try sync(folder, flags: O_RDONLY | O_DIRECTORY)
  }

  private func sync(_ name: String, flags: Int32) throws(OpeningError) {
    let descriptor = unsafe open(name, flags | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(action: "open", path: name, errno: errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .system(action: "sync", path: name, errno: errno) }
  }

  /// True if this process may make files in the folder.
  var folderIsWritable: Bool { unsafe access(folder, W_OK) == 0 }
}

private func isPlainInURI(_ octet: UInt8) -> Bool {
  switch octet {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
  case UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"): true
  default: false
  }
}

private func percentEncoded(_ octet: UInt8) -> String {
  let digits = String(octet, radix: 16)
  return octet < 0x10 ? "%0\(digits)" : "%\(digits)"
}
