import Glibc

/// A Unix-domain socket's path in the form the kernel takes: at most 107 octets. A longer one is reached
/// through its folder's descriptor, `/proc/self/fd/N/name`.
struct LocalSocketAddress: ~Copyable {
  let path: String
  private let reachable: String
  private let folder: Descriptor

  init(_ path: String) throws(FileError) {
    let (folderPath, name) = split(path)
    let folder = try Folder.open(folderPath)
    let reachable = path.utf8.count <= 107 ? path : "/proc/self/fd/\(folder.number)/\(name)"
    guard reachable.utf8.count <= 107 else { throw FileError(.bind, path, .unusableName) }
    self.path = path
    self.reachable = reachable
    self.folder = folder
  }

  /// Calls `bind` or `connect` with this address.
  func with(_ action: FileError.Action, _ call: (UnsafePointer<sockaddr>, socklen_t) -> Int32)
    throws(FileError)
  {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: reachable.utf8) }
    try perform(action, on: path) {
      unsafe withUnsafePointer(to: &address) {
        unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          unsafe call($0, socklen_t(MemoryLayout<sockaddr_un>.size))
        }
      }
    }
  }
}

/// A new stream socket of the machine itself.
func openLocalSocket(_ path: String) throws(FileError) -> Descriptor {
  let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
  return Descriptor(number: try perform(.create, on: path) { socket(AF_UNIX, type, 0) })
}
