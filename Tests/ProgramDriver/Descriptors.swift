import Glibc

/// An open file that closes with this value's end; no child process inherits it unless it is handed over.
final class OpenDescriptor {
  private(set) var number: Int32

  init(_ number: Int32, _ what: String) throws {
    guard number >= 0 else { throw DriverError("\(what): error \(errno)") }
    self.number = number
    _ = fcntl(number, F_SETFD, FD_CLOEXEC)
  }

  deinit { close() }

  /// Closes the file before this value ends.
  func close() {
    guard number >= 0 else { return }
    _ = Glibc.close(number)
    number = -1
  }

  /// A file without a name, for what a process says.
  static func scratch() throws -> OpenDescriptor {
    var path = Array("\(temporaryFolders)/registrar-XXXXXX".utf8CString)
    let file = try OpenDescriptor(unsafe mkstemp(&path), "scratch file")
    unsafe unlink(path)
    return file
  }

  /// What reads as empty and takes everything.
  static func nowhere() throws -> OpenDescriptor {
    try OpenDescriptor(unsafe open("/dev/null", O_RDWR | O_CLOEXEC), "/dev/null")
  }

  /// Both ends of a pipe.
  static func pipe() throws -> (reading: OpenDescriptor, writing: OpenDescriptor) {
    var ends: [Int32] = [-1, -1]
    guard unsafe Glibc.pipe(&ends) == 0 else { throw DriverError("pipe: error \(errno)") }
    return (try OpenDescriptor(ends[0], "pipe"), try OpenDescriptor(ends[1], "pipe"))
  }

  /// Writes everything, then goes back to the beginning.
  func fill(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe write(number, $0.baseAddress, $0.count) }
      guard count > 0 else { throw DriverError("scratch file: error \(errno)") }
      rest = rest.dropFirst(count)
    }
    lseek(number, 0, SEEK_SET)
  }

  /// Everything from the beginning.
  func contents() throws -> [UInt8] {
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe pread(number, &buffer, buffer.count, off_t(all.count))
      guard count >= 0 else { throw DriverError("scratch file: error \(errno)") }
      guard count > 0 else { return all }
      all += buffer[..<count]
    }
  }

  /// The next line of a pipe, without its end; nil where the other side closed before one.
  ///
  /// Byte by byte: what comes after the line stays in the pipe.
  func line(patienceSeconds: Int) throws -> String? {
    var line: [UInt8] = []
    var octet: UInt8 = 0
    while true {
      var waiting = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
      guard unsafe poll(&waiting, 1, Int32(patienceSeconds * 1000)) > 0 else {
        throw DriverError("no line came within \(patienceSeconds) seconds")
      }
      guard unsafe read(number, &octet, 1) == 1 else { return nil }
      if octet == UInt8(ascii: "\n") { return String(decoding: line, as: UTF8.self) }
      line.append(octet)
    }
  }
}
