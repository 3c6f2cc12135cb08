import Glibc

/// A file that is written at its end, over several openings of it. What was written stays whatever becomes of the writer.
public struct GrowingFile: ~Copyable, Sendable {
  public let path: String
  /// The size when it was opened.
  public let sizeBytes: Int
  private let descriptor: Descriptor

  /// Opens a regular file to be written at its end; an empty one is made where none is. No link is followed.
  public init(at path: String, permissions: UInt32 = 0o600) throws(FileError) {
    let flags = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
    let number = try perform(.open, on: path) { unsafe open(path, flags, mode_t(permissions)) }
    let descriptor = Descriptor(number: number)
    let status = try FileStatus(of: number, path: path)
    guard status.kind == .file else { throw FileError(.open, path, .notRegularFile) }
    self.path = path
    sizeBytes = status.sizeBytes
    self.descriptor = descriptor
  }

  /// Writes at the end.
  public func write(_ octets: [UInt8]) throws(FileError) {
    try writeAll(octets.span, to: descriptor.number, path: path)
  }

  /// Returns when what was written is on the device.
  public func sync() throws(FileError) {
    try perform(.sync, on: path) { fsync(descriptor.number) }
  }
}
