import Glibc

/// A file being written under a name that no reader looks for. It is removed with its owner, unless placed.
///
/// The order that makes a file durable: `write`, `sync`, `place(at:)`, then `Folder.sync` of its folder.
public struct TemporaryFile: ~Copyable, Sendable {
  /// Where it is being written: a name that begins with `namePrefix`.
  public let path: String
  private let descriptor: Descriptor
  private var isPlaced = false

  /// What the names of all temporary files begin with.
  public static let namePrefix = ".new-"

  /// Creates an empty file in the folder where it is to be placed (renaming stays within one file system).
  public init(in folder: String, permissions: UInt32 = 0o600) throws(FileError) {
    let path = folder + "/" + TemporaryFile.namePrefix + String(RandomBytes.word(), radix: 36)
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
    let number = try perform(.create, on: path) { unsafe open(path, flags, mode_t(permissions)) }
    self.path = path
    descriptor = Descriptor(number: number)
  }

  deinit {
    if !isPlaced { _ = unsafe unlink(path) }
  }

  /// Appends bytes.
  public func write(_ octets: [UInt8]) throws(FileError) {
    try write(octets.span)
  }

  /// Appends bytes.
  public func write(_ octets: Span<UInt8>) throws(FileError) {
    try writeAll(octets, to: descriptor.number, path: path)
  }

  /// Returns when what was written is on the device.
  public func sync() throws(FileError) {
    try perform(.sync, on: path) { fsync(descriptor.number) }
  }

  /// Renames it to its final path, replacing what stands there.
  public mutating func place(at final: String) throws(FileError) {
    try perform(.rename, on: final) { unsafe rename(path, final) }
    isPlaced = true
  }

  /// Gives it its final path, where nothing may stand yet: an error that `isOccupied` where something does.
  public mutating func placeAnew(at final: String) throws(FileError) {
    try perform(.rename, on: final) { unsafe link(path, final) }
    try perform(.remove, on: path) { unsafe unlink(path) }
    isPlaced = true
  }
}

/// Writes all of it, however many calls that takes.
func writeAll(_ octets: Span<UInt8>, to descriptor: Int32, path: String) throws(FileError) {
  var written = 0
  while written < octets.count {
    let rest = octets.extracting(written..<octets.count)
    written += try perform(.write, on: path) {
      unsafe rest.withUnsafeBufferPointer { unsafe write(descriptor, $0.baseAddress, $0.count) }
    }
  }
}
