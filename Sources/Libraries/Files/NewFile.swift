import CSystem
import Glibc

/// A file to be put in its place with others.
public struct NewFile: Sendable {
  public let path: String
  public let octets: [UInt8]

  public init(path: String, octets: [UInt8]) {
    self.path = path
    self.octets = octets
  }
}

extension File {
  /// Writes several files under temporary names in a folder and renames each into its place, four at a time. Neither
  /// contents nor names are on the device when it returns: `sync` and `Folder.sync`, or `Folder.syncFileSystem` once for
  /// all, bring them there. Where it throws, some may be in place.
  ///
  /// - Parameter folder: on the same file system as the files' places.
  public static func place(
    _ files: [NewFile], writingIn folder: String, permissions: UInt32 = 0o600
  ) throws(FileError) {
    try inParallel(files.count, threads: 4) { number throws(FileError) in
      var file = try TemporaryFile(in: folder, permissions: permissions)
      try file.write(files[number].octets)
      try file.place(at: files[number].path)
    }
  }

  /// Returns when the contents of all of these files are on the device, whoever wrote them. Four threads wait for it.
  public static func sync(_ paths: [String]) throws(FileError) {
    try inParallel(paths.count, threads: 4) { number throws(FileError) in
      try OpenFile(reading: paths[number], followingLink: false).sync()
    }
  }
}

extension Folder {
  /// Returns when the names in all of these folders are on the device.
  public static func sync(_ paths: [String]) throws(FileError) {
    try inParallel(paths.count, threads: 4) { number throws(FileError) in try sync(paths[number]) }
  }

  /// Returns when all that was written to the file system that holds a folder is on the device, contents and names: one
  /// wait, however many files.
  public static func syncFileSystem(holding path: String) throws(FileError) {
    let folder = try open(path)
    try perform(.sync, on: path) { syncfs(folder.number) }
  }
}
