import Glibc

/// A regular file open for reading, closed when its owner goes.
public struct OpenFile: ~Copyable, Sendable {
  /// The path it was opened by, for messages.
  public let path: String
  /// The size when it was opened.
  public let sizeBytes: Int
  let descriptor: Descriptor

  /// Opens a regular file. Never waits for a pipe's other end; folders, devices and pipes are refused.
  ///
  /// - Parameter followingLink: whether a symbolic link as the last part of the path is followed.
  public init(reading path: String, followingLink: Bool = true) throws(FileError) {
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followingLink ? 0 : O_NOFOLLOW)
    let number = try perform(.open, on: path) { unsafe open(path, flags) }
    try self.init(adopting: Descriptor(number: number), path: path)
  }

  init(adopting descriptor: consuming Descriptor, path: String) throws(FileError) {
    let status = try FileStatus(of: descriptor.number, path: path)
    guard status.kind == .file else { throw FileError(.open, path, .notRegularFile) }
    self.path = path
    self.sizeBytes = status.sizeBytes
    self.descriptor = descriptor
  }

  /// Returns when the file's content is on the device, whoever wrote it.
  public func sync() throws(FileError) {
    try perform(.sync, on: path) { fsync(descriptor.number) }
  }

  /// Reads the rest of the file.
  ///
  /// - Parameter limit: the most bytes to accept; one more is `FileError.Reason.largerThan`.
  public func readAll(limit: Int) throws(FileError) -> [UInt8] {
    if sizeBytes > limit { throw FileError(.read, path, .largerThan(bytes: limit)) }
    var octets: [UInt8] = []
    octets.reserveCapacity(sizeBytes + 1)
    // The size is a hint: a file may grow, and those of /proc state none.
    while try appendChunk(to: &octets, upTo: max(octets.capacity - octets.count, 4096)) {
      if octets.count > limit { throw FileError(.read, path, .largerThan(bytes: limit)) }
    }
    return octets
  }

  /// Hands the rest of the file on in pieces of at most 128 KiB; memory does not grow with the file.
  public func forEachChunk(_ body: (Span<UInt8>) throws -> Void) throws {
    var chunk: [UInt8] = []
    chunk.reserveCapacity(131_072)
    while try appendChunk(to: &chunk, upTo: 131_072) {
      try body(chunk.span)
      chunk.removeAll(keepingCapacity: true)
    }
  }

  /// Reads up to `count` bytes from an offset, without moving the place of reading; fewer only at the end.
  public func read(at offset: Int, count: Int) throws(FileError) -> [UInt8] {
    var octets = [UInt8](repeating: 0, count: max(0, min(count, sizeBytes - offset)))
    var filled = 0
    while filled < octets.count {
      let (start, rest) = (filled, octets.count - filled)
      let got = try perform(.read, on: path) {
        unsafe octets.withUnsafeMutableBytes {
          unsafe pread(descriptor.number, $0.baseAddress?.advanced(by: start), rest, off_t(offset + start))
        }
      }
      if got == 0 { break }
      filled += got
    }
    octets.removeLast(octets.count - filled)
    return octets
  }

  /// A second descriptor of the same open file, for a C library that takes one over and closes it.
  public func duplicateDescriptor() throws(FileError) -> Int32 {
    try perform(.open, on: path) { fcntl(descriptor.number, F_DUPFD_CLOEXEC, 0) }
  }

  private func appendChunk(to octets: inout [UInt8], upTo count: Int) throws(FileError) -> Bool {
    try appendRead(from: descriptor.number, path: path, to: &octets, upTo: count) > 0
  }
}

/// Appends what one read gives, at most `count` bytes; 0 is the end.
func appendRead(
  from descriptor: Int32, path: String, to octets: inout [UInt8], upTo count: Int
) throws(FileError) -> Int {
  var got = 0
  try octets.append(addingCapacity: count) { output throws(FileError) in
    got = try perform(.read, on: path) {
      unsafe output.withUnsafeMutableBufferPointer { buffer, initialized in
        let answer = unsafe read(descriptor, buffer.baseAddress, count)
        initialized = max(answer, 0)
        return answer
      }
    }
  }
  return got
}
