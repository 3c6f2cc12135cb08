import Files
import Glibc

/// A new, empty folder that is removed with everything in it when this value ends.
public final class TemporaryFolder: Sendable {
  public let path: String

  /// - Parameter parent: where it is made; the system's folder for such things where nil.
  public init(in parent: String? = nil) throws {
    let parent = parent ?? temporaryFolders
    var template = Array("\(parent)/registrar-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else { throw DriverError("no temporary folder in \(parent)") }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { removeTree(path) }

  /// The path of a name in the folder.
  public func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file into the folder and says where.
  @discardableResult
  public func write(_ name: String, _ bytes: some Collection<UInt8>) throws -> String {
    let path = self(name)
    try Folder.create(String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)]))
    try File.replace(path, with: Array(bytes))
    return path
  }
}

/// Where the system wants temporary folders to be.
let temporaryFolders = ProcessContext.environment("TMPDIR") ?? P_tmpdir

/// Removes a folder with everything in it; from the first thing that cannot be removed, the rest is left.
public func removeTree(_ path: String) {
  do {
    for entry in try FolderTree(path).entries(limit: 1_000_000).reversed() {
      let inside = "\(path)/\(entry.name)"
      if entry.kind == .folder { try Folder.removeEmpty(inside) } else { try File.remove(inside) }
    }
    try Folder.removeEmpty(path)
  } catch {
    // Something is left in the folder for temporary things: no test depends on it.
    return
  }
}

/// Does work on so many threads of their own at once and returns when all have ended.
///
/// - Throws: what the first failing thread threw.
public func onThreads(_ count: Int, _ work: @escaping @Sendable (Int) throws -> Void) throws {
  let gathering = Gathering(count: count)
  for number in 0..<count {
    try BackgroundThread.start {
      do {
        try work(number)
        gathering.leave(nil)
      } catch {
        gathering.leave(error)
      }
    }
  }
  if let error = gathering.waitForAll() { throw error }
}
