import Glibc

/// A Unix-domain stream socket that other processes of the machine connect to.
public final class LocalSocketListener: Sendable {
  /// The socket's path.
  public let path: String
  private let descriptor: Descriptor

  /// Listens at a path, with mode 0600: only the owner of the folder's program may connect.
  ///
  /// - Parameters:
  ///   - path: of any length, in an existing folder.
  ///   - lock: proves that no other process listens there, so that a socket left behind may be removed.
  public init(_ path: String, holding lock: FileLock) throws(FileError) {
    self.path = path
    let address = try LocalSocketAddress(path)
    descriptor = try openLocalSocket(path)
    if let left = try FileStatus.ifPresent(at: path) {
      guard left.kind == .special else { throw FileError(.bind, path, .system(number: EADDRINUSE)) }
      try File.remove(path)
    }
    // On Linux a socket's mode before bind is the mode of its name, less the umask: it is never open wider.
    try perform(.configure, on: path) { fchmod(descriptor.number, 0o600) }
    try unsafe address.with(.bind) { unsafe bind(descriptor.number, $0, $1) }
    try perform(.bind, on: path) { listen(descriptor.number, 64) }
  }

  /// Waits for the next connection; nil once `stop` was called.
  public func accept() throws(FileError) -> LocalConnection? {
    do throws(FileError) {
      let connection = Descriptor(
        number: try perform(.accept, on: path) { Glibc.accept(descriptor.number, nil, nil) })
      try perform(.configure, on: path) { fcntl(connection.number, F_SETFD, FD_CLOEXEC) }
      return LocalConnection(adopting: connection, path: path)
    } catch {
      if error.reason == .system(number: EINVAL) { return nil }
      throw error
    }
  }

  /// Ends the waiting in `accept`, from any thread, and removes the name. Connections already accepted stay.
  public func stop() {
    _ = shutdown(descriptor.number, Int32(SHUT_RDWR))
    unsafe _ = unlink(path)
  }
}
