import Glibc

/// What the process was given when it started.
public enum ProcessContext {
  /// The value of an environment variable; nil where it is not set, or is not UTF-8.
  public static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(validatingCString: value)
  }

  /// The folder that relative paths start from.
  public static func workingFolder() throws(FileError) -> String {
    guard let path = unsafe getcwd(nil, 0) else {
      throw FileError(.resolve, ".", .system(number: errno))
    }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }

  /// The program's own file, links resolved.
  public static func executablePath() throws(FileError) -> String {
    try canonicalPath("/proc/self/exe")
  }

  /// A path without links, `.` and `..`; the path must name something.
  public static func canonicalPath(_ path: String) throws(FileError) -> String {
    if path.utf8.contains(0) { throw FileError(.resolve, path, .unusableName) }
    guard let resolved = unsafe realpath(path, nil) else {
      throw FileError(.resolve, path, .system(number: errno))
    }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// The user id that the process acts as.
  public static var userID: UInt32 { geteuid() }

  /// The process's number.
  public static var processID: Int32 { getpid() }

  /// Ends the process with an exit status.
  public static func exit(_ status: Int32) -> Never {
    Glibc.exit(status)
  }
}
