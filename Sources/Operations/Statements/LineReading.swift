/// Reads a text line by line, in memory that is bounded by the longest line that is accepted.
struct LineReading {
  /// One line, without its end.
  struct Line {
    /// From 1.
    let number: Int
    /// Nil where it has more octets than are accepted.
    let octets: [UInt8]?
  }

  private static let chunk = 256 * 1024

  private let read: (_ count: Int) throws -> [UInt8]
  private let limit: Int
  private var rest: ArraySlice<UInt8> = []
  private var lines = 0
  /// How many octets were read so far, line feeds included.
  private(set) var octetsRead = 0

  /// - Parameters:
  ///   - limit: how many octets a line may have.
  ///   - read: the next octets, at most so many; none only at the end.
  init(limit: Int, read: @escaping (_ count: Int) throws -> [UInt8]) {
    self.limit = limit
    self.read = read
  }

  /// The next line; nil at the end. A last line needs no line feed.
  mutating func next() throws -> Line? {
    var line: [UInt8] = []
    var isTooLong = false
    while true {
      if rest.isEmpty { rest = try read(LineReading.chunk)[...] }
      guard !rest.isEmpty else {
        return line.isEmpty && !isTooLong ? nil : end(line, isTooLong)
      }
      let feed = rest.firstIndex(of: 0x0A)
      let part = rest[..<(feed ?? rest.endIndex)]
      isTooLong = isTooLong || line.count + part.count > limit
      if isTooLong { line = [] } else { line += part }
      octetsRead += part.count + (feed == nil ? 0 : 1)
      rest = feed.map { rest[($0 + 1)...] } ?? []
      if feed != nil { return end(line, isTooLong) }
    }
  }

  private mutating func end(_ line: [UInt8], _ isTooLong: Bool) -> Line {
    lines += 1
    return Line(number: lines, octets: isTooLong ? nil : line)
  }
}
