internal import Glibc

/// A file descriptor with one owner, closed when nobody holds it any longer.
public final class OpenFile: Sendable {
  let descriptor: Int32

  /// Takes over an open, readable descriptor of a regular file: the caller must not close it.
  public init(takingOver descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// How long the file is now; 0 when the system does not tell.
  public var sizeBytes: Int {
    var status = stat()
    return unsafe fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
  }

  deinit { close(descriptor) }
}
