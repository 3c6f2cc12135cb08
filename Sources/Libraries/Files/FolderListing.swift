import Glibc

/// One name in a folder.
public struct FolderEntry: Hashable, Sendable {
  public let name: String
  public let kind: FileKind
  /// The size of a regular file; what the file system says for others.
  public let sizeBytes: Int
}

extension Folder {
  /// The names in a folder, sorted by their octets, without `.` and `..`; links are named, not followed.
  ///
  /// - Parameter limit: the most entries to accept.
  public static func entries(
    of path: String, limit: Int = 1_000_000
  ) throws(FileError) -> [FolderEntry] {
    let folder = try open(path)
    return try entries(of: folder, path: path, limit: limit)
  }

  static func entries(
    of folder: borrowing Descriptor, path: String, limit: Int
  ) throws(FileError) -> [FolderEntry] {
    // A stream closes its descriptor and moves its place: it gets one of its own, not a duplicate.
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
    let number = try perform(.list, on: path) { unsafe openat(folder.number, ".", flags) }
    guard let stream = unsafe fdopendir(number) else {
      let error = FileError(.list, path, .system(number: errno))
      _ = close(number)
      throw error
    }
    defer { unsafe _ = closedir(stream) }
    var entries: [FolderEntry] = []
    while let name = try unsafe nextName(of: stream, path: path) {
      if name == "." || name == ".." { continue }
      if entries.count == limit { throw FileError(.list, path, .moreEntriesThan(count: limit)) }
      entries.append(try entry(name, in: folder, path: path))
    }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private static func nextName(of stream: OpaquePointer, path: String) throws(FileError) -> String? {
    errno = 0
    guard let entry = unsafe readdir(stream) else {
      if errno != 0 { throw FileError(.list, path, .system(number: errno)) }
      return nil
    }
    let octets = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { unsafe Array($0.prefix { $0 != 0 }) }
    guard let name = String(validating: octets, as: UTF8.self) else {
      throw FileError(.list, path, .unusableName)
    }
    return name
  }

  private static func entry(
    _ name: String, in folder: borrowing Descriptor, path: String
  ) throws(FileError) -> FolderEntry {
    var found = stat()
    try perform(.examine, on: path + "/" + name) {
      unsafe fstatat(folder.number, name, &found, AT_SYMLINK_NOFOLLOW)
    }
    return FolderEntry(name: name, kind: FileKind(mode: found.st_mode), sizeBytes: Int(found.st_size))
  }
}
