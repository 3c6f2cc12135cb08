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

  /// Removes a file; a path that names nothing is an error that `isMissing`.
  public static func remove(_ path: String) throws(FileError) {
    try perform(.remove, on: path) { unsafe unlink(path) }
  }
}
