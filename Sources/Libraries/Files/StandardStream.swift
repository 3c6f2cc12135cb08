import Glibc

/// The streams that a program is started with.
public enum StandardStream: Int32, Sendable {
  case input = 0
  case output = 1
  case error = 2

  /// Writes all of the bytes. A closed pipe is an error (EPIPE) once `TerminationSignal.ignoreFailedWrites` ran.
  public func write(_ octets: [UInt8]) throws(FileError) {
    try writeAll(octets.span, to: rawValue, path: name)
  }

  /// Writes a text as UTF-8.
  public func write(_ text: String) throws(FileError) {
    try writeAll(Array(text.utf8).span, to: rawValue, path: name)
  }

  /// Reads to the end.
  ///
  /// - Parameter limit: the most bytes to accept.
  public func readAll(limit: Int) throws(FileError) -> [UInt8] {
    var octets: [UInt8] = []
    while try appendRead(from: rawValue, path: name, to: &octets, upTo: 65_536) > 0 {
      if octets.count > limit { throw FileError(.read, name, .largerThan(bytes: limit)) }
    }
    return octets
  }

  /// Reads on, at most so many bytes; none only at the end.
  public func read(atMost count: Int) throws(FileError) -> [UInt8] {
    var octets: [UInt8] = []
    _ = try appendRead(from: rawValue, path: name, to: &octets, upTo: count)
    return octets
  }

  /// True where a person sits at the other end.
  public var isTerminal: Bool { isatty(rawValue) == 1 }

  /// The terminal's width in columns; nil where the stream is no terminal or does not know.
  public var columns: Int? {
    var size = winsize()
    guard unsafe ioctl(rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  private var name: String {
    switch self {
    case .input: "standard input"
    case .output: "standard output"
    case .error: "standard error"
    }
  }
}
