import Glibc

/// Folders by path.
public enum Folder {
  /// Creates a folder and those above it that are missing, durably; an existing folder stays as it is.
  public static func create(_ path: String, permissions: UInt32 = 0o700) throws(FileError) {
    if let status = try FileStatus.ifPresent(at: path + "/.") {
      if status.kind == .folder { return }
    }
    let (above, name) = split(withoutTrailingSlashes(path))
    if name.isEmpty { return }
    try create(above, permissions: permissions)
    // Another process may be quicker.
    try ensure(path, permissions: permissions)
    try sync(above)
  }

  /// Creates one folder where it is missing; the folder above it is still to be synced.
  public static func ensure(_ path: String, permissions: UInt32 = 0o700) throws(FileError) {
    do {
      try perform(.create, on: path) { unsafe mkdir(path, mode_t(permissions)) }
    } catch {
      guard error.isOccupied, try FileStatus(at: path + "/.").kind == .folder else { throw error }
    }
  }

  /// Returns when the names in a folder are on the device.
  public static func sync(_ path: String) throws(FileError) {
    let folder = try open(path)
    try perform(.sync, on: path) { fsync(folder.number) }
  }

  /// Removes an empty folder.
  public static func removeEmpty(_ path: String) throws(FileError) {
    try perform(.remove, on: path) { unsafe rmdir(path) }
  }

  /// Removes a folder with everything below it, following no link; from the first thing that cannot be removed, the rest
  /// is left. A folder that is missing is no error.
  public static func removeTree(_ path: String) throws(FileError) {
    guard try FileStatus.ifPresent(at: path) != nil else { return }
    for entry in try FolderTree(path).entries(limit: .max).reversed() {
      let inside = path + "/" + entry.name
      if entry.kind == .folder { try removeEmpty(inside) } else { try File.remove(inside) }
    }
    try removeEmpty(path)
  }

  /// Returns when a folder and everything below it, contents and names, is on the device. Four threads wait for it.
  public static func syncTree(_ path: String) throws(FileError) {
    let entries = try FolderTree(path).entries(limit: .max)
    let files = entries.filter { $0.kind == .file }.map { path + "/" + $0.name }
    try inParallel(files.count, threads: 4) { number throws(FileError) in
      try OpenFile(reading: files[number], followingLink: false).sync()
    }
    try sync([path] + entries.filter { $0.kind == .folder }.map { path + "/" + $0.name })
  }

  /// Bytes that an ordinary user may still write to the file system that holds a folder.
  public static func freeBytes(at path: String) throws(FileError) -> Int {
    var found = statvfs()
    try perform(.examine, on: path) { unsafe statvfs(path, &found) }
    return Int(clamping: found.f_bavail.multipliedReportingOverflow(by: found.f_frsize).partialValue)
  }

  static func open(_ path: String) throws(FileError) -> Descriptor {
    let flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
    return Descriptor(number: try perform(.open, on: path) { unsafe Glibc.open(path, flags) })
  }

  private static func withoutTrailingSlashes(_ path: String) -> String {
    var path = Substring(path)
    while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path = path.dropLast() }
    return String(path)
  }
}
