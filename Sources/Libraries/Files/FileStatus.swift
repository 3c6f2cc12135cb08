import Glibc

/// What stands at a path.
public enum FileKind: Hashable, Sendable {
  case file, folder, link
  /// A device, pipe or socket.
  case special

  init(mode: mode_t) {
    self =
      switch mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .link
      default: .special
      }
  }
}

/// The facts that the file system keeps about a path.
public struct FileStatus: Hashable, Sendable {
  public let kind: FileKind
  public let sizeBytes: Int
  /// The permission bits, such as `0o600`.
  public let permissions: UInt32
  /// The owner's user id.
  public let owner: UInt32

  /// Examines a path. A missing path is an error that `isMissing`.
  ///
  /// - Parameter followingLink: whether a symbolic link as the last part of the path is followed.
  public init(at path: String, followingLink: Bool = false) throws(FileError) {
    var found = stat()
    let flags = followingLink ? 0 : AT_SYMLINK_NOFOLLOW
    try perform(.examine, on: path) { unsafe fstatat(AT_FDCWD, path, &found, flags) }
    self.init(found)
  }

  init(of descriptor: Int32, path: String) throws(FileError) {
    var found = stat()
    try perform(.examine, on: path) { unsafe fstat(descriptor, &found) }
    self.init(found)
  }

  private init(_ found: stat) {
    kind = FileKind(mode: found.st_mode)
    sizeBytes = Int(found.st_size)
    permissions = found.st_mode & 0o7777
    owner = found.st_uid
  }

  /// What stands at a path, or nil where nothing does.
  public static func ifPresent(at path: String) throws(FileError) -> FileStatus? {
    do {
      return try FileStatus(at: path)
    } catch {
      if error.isMissing { return nil }
      throw error
    }
  }
}
