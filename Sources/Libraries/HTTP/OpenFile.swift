internal import Glibc

/// A file descriptor with one owner, closed when nobody holds it any longer.
public final class OpenFile: Sendable {
  let descriptor: Int32

  /// Takes over an open, readable descriptor of a regular file: the caller must not close it.
  public init(takingOver descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }
}
