import Glibc

/// Whole files by path.
public enum File {
  /// Reads a regular file.
  ///
  /// - Parameter limit: the most bytes to accept.
  public static func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
    try OpenFile(reading: path).readAll(limit: limit)
  }

  /// Puts a file with this content in the path's place, durably: when it returns, a crash of the machine
  /// leaves the new content; before that, the old content or none, never a part.
  public static func replace(
    _ path: String, with octets: [UInt8], permissions: UInt32 = 0o600
  ) throws(FileError) {
    let folder = split(path).folder
    var file = try TemporaryFile(in: folder, permissions: permissions)
    try file.write(octets)
    try file.sync()
    try file.place(at: path)
    try Folder.sync(folder)
  }

  /// Renames a file or folder within one file system, replacing a file, or an empty folder, that stands there. The
  /// folders of both are still to be synced.
  public static func move(_ path: String, to final: String) throws(FileError) {
    try perform(.rename, on: final) { unsafe rename(path, final) }
  }

  /// Removes a file; a path that names nothing is an error that `isMissing`.
  public static func remove(_ path: String) throws(FileError) {
    try perform(.remove, on: path) { unsafe unlink(path) }
  }
}
