internal import Glibc

extension TimeZone {
  /// Where Debian keeps the database.
  private static let folder = "/usr/share/zoneinfo"

  /// Reads a zone from the system's database; `UTC` and `Etc/UTC` are known without it.
  ///
  /// - Parameter name: as the database writes it, `Africa/Cairo`; capitals matter.
  public init(named name: String) throws(TimeZoneError) {
    guard TimeZone.isDatabaseName(name) else { throw .unknown(name: name) }
    if name == "UTC" || name == "Etc/UTC" {
      self.init(name: name, history: TimeZone.utc.history, rule: nil)
      return
    }
    try self.init(name: name, octets: TimeZone.read(name))
  }

  /// Whether a text has the form of the database's names: parts of letters, digits, `+`, `-` and `_`, with `/`
  /// between. The variants that count leap seconds, and the machine's own zone, are no names of the database.
  static func isDatabaseName(_ name: String) -> Bool {
    let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard name.utf8.count <= 64, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isNameOctet) }) else {
      return false
    }
    return !["posix", "right", "localtime", "posixrules"].contains(String(Substring(parts[0])))
  }

  private static func isNameOctet(_ octet: UInt8) -> Bool {
    switch octet {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private static func read(_ name: String) throws(TimeZoneError) -> [UInt8] {
    let descriptor = unsafe open(folder + "/" + name, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(name, errno) }
    defer { _ = close(descriptor) }
    var octets = [UInt8](repeating: 0, count: TimeZone.longestFile + 1)
    var count = 0
    while count < octets.count {
      let (filled, rest) = (count, octets.count - count)
      let got = unsafe octets.withUnsafeMutableBytes {
        unsafe Glibc.read(descriptor, $0.baseAddress?.advanced(by: filled), rest)
      }
      if got == 0 { break }
      if got < 0 && errno != EINTR { throw failure(name, errno) }
      count += max(got, 0)
    }
    return Array(octets.prefix(count))
  }

  private static func failure(_ name: String, _ number: Int32) -> TimeZoneError {
    [ENOENT, ENOTDIR, EISDIR].contains(number)
      ? .unknown(name: name) : .unreadable(name: name, number: number)
  }
}
