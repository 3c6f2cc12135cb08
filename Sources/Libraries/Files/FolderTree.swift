import Glibc

/// A folder whose inside is read without ever leaving it: no symbolic link below it is followed, even one
/// put there between looking and opening.
public final class FolderTree: Sendable {
  /// The path as given, for messages.
  public let path: String
  private let root: Descriptor

  /// Opens the folder itself; its own path may lead through links.
  public init(_ path: String) throws(FileError) {
    self.path = path
    root = try Folder.open(path)
  }

  /// Everything below the folder, as paths relative to it with `/` between the parts, in the order of their
  /// octets within each folder; a folder comes before what it holds. Links and special files are listed.
  ///
  /// - Parameters:
  ///   - limit: the most entries to accept.
  ///   - depth: the most folders within folders.
  public func entries(limit: Int, depth: Int = 100) throws(FileError) -> [FolderEntry] {
    var found: [FolderEntry] = []
    var waiting = [(path: "", depth: 0)]
    while let folder = waiting.popLast() {
      let inside = try entries(in: folder.path, limit: limit)
      var below: [(path: String, depth: Int)] = []
      for entry in inside {
        if found.count == limit { throw FileError(.list, path, .moreEntriesThan(count: limit)) }
        let path = folder.path.isEmpty ? entry.name : folder.path + "/" + entry.name
        found.append(FolderEntry(name: path, kind: entry.kind, sizeBytes: entry.sizeBytes))
        guard entry.kind == .folder else { continue }
        if folder.depth == depth { throw FileError(.list, path, .moreEntriesThan(count: depth)) }
        below.append((path, folder.depth + 1))
      }
      waiting += below.reversed()
    }
    return found
  }

  /// Opens a regular file below the folder. A path that is absolute, or has an empty, `.` or `..` part, is
  /// `unusableName`; a link on the way is refused by the system (`ELOOP` or `ENOTDIR`).
  public func open(_ relativePath: String) throws(FileError) -> OpenFile {
    let parts = try safeParts(of: relativePath)
    var folder = try openFolder(parts.dropLast(), of: relativePath)
    let flags = O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
    folder = Descriptor(
      number: try perform(.open, on: relativePath) {
        unsafe openat(folder.number, parts[parts.count - 1], flags)
      })
    return try OpenFile(adopting: folder, path: path + "/" + relativePath)
  }

  private func entries(in folder: String, limit: Int) throws(FileError) -> [FolderEntry] {
    let parts = folder.isEmpty ? [] : try safeParts(of: folder)[...]
    let open = try openFolder(parts, of: folder)
    return try Folder.entries(of: open, path: path + "/" + folder, limit: limit)
  }

  private func openFolder(_ parts: ArraySlice<String>, of path: String) throws(FileError) -> Descriptor {
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW
    var folder = Descriptor(
      number: try perform(.open, on: path) { fcntl(root.number, F_DUPFD_CLOEXEC, 0) })
    for part in parts {
      folder = Descriptor(
        number: try perform(.open, on: path) { unsafe openat(folder.number, part, flags) })
    }
    return folder
  }

  private func safeParts(of path: String) throws(FileError) -> [String] {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    let isSafe = parts.allSatisfy { part in
      !part.isEmpty && !part.elementsEqual(".".utf8) && !part.elementsEqual("..".utf8) && !part.contains(0)
    }
    guard isSafe else { throw FileError(.open, path, .unusableName) }
    return parts.map { String(Substring($0)) }
  }
}
