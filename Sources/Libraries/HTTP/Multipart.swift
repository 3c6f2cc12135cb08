/// Takes a body of several parts apart as it comes in (RFC 2046 §5.1): the heads of the parts, and their data in pieces,
/// as they are. Memory does not grow with the parts.
///
/// Beyond RFC 2046 it refuses: anything but line ends before the first boundary, a head that is no list of fields, folded
/// lines. What stands behind the last boundary is left unread.
public struct MultipartReader: Sendable {
  /// What is met, in this order: for each part its head, then its data in any number of pieces, then its end.
  public enum Event: Sendable {
    case head(HeaderFields)
    case data(ArraySlice<UInt8>)
    case end
  }

  /// What is wrong with a body.
  public enum Fault: Error, Hashable, Sendable {
    /// Something stands before the first boundary.
    case noBoundary
    /// A part's head is no list of fields, or ends in no empty line.
    case malformedHead
    /// A part's head has too many bytes.
    case headTooLarge(limitBytes: Int)
    /// There are too many parts.
    case tooManyParts(limit: Int)
    /// The body ends before its last boundary.
    case unfinished
  }

  /// The most parts, and the longest head of one.
  public struct Limits: Sendable {
    public var parts: Int
    public var headBytes: Int

    public init(parts: Int = 100, headBytes: Int = 8192) {
      (self.parts, self.headBytes) = (parts, headBytes)
    }
  }

  private enum Place { case beginning, boundaryEnd, head, data, over }

  private let limits: Limits
  /// A line end, two hyphens and the boundary.
  private let delimiter: [UInt8]
  private var place = Place.beginning
  private var parts = 0
  /// What has come and is not yet told: it may be the beginning of a boundary or of a head.
  private var kept: [UInt8] = []

  /// - Parameter boundary: as the content type gives it, see `boundary(of:)`.
  public init(boundary: String, limits: Limits = Limits()) {
    self.limits = limits
    delimiter = Array("\r\n--\(boundary)".utf8)
    // The first boundary may stand at the very beginning.
    kept = [0x0D, 0x0A]
  }

  /// Takes the next bytes and tells what they amount to.
  public mutating func receive(_ bytes: [UInt8], _ tell: (Event) throws -> Void) throws {
    kept += bytes
    while try step(tell) {}
  }

  /// To be called when the body is in whole; throws where it is not.
  public func finish() throws(Fault) {
    switch place {
    case .over: return
    case .beginning: throw .noBoundary
    case .boundaryEnd, .head, .data: throw .unfinished
    }
  }

  /// Goes one step on; false where more has to come first.
  private mutating func step(_ tell: (Event) throws -> Void) throws -> Bool {
    switch place {
    case .beginning: try findFirstBoundary()
    case .boundaryEnd: try endBoundary()
    case .head: try readHead(tell)
    case .data: try passData(tell)
    case .over: discard()
    }
  }

  private mutating func discard() -> Bool {
    kept.removeAll()
    return false
  }

  /// Line ends, then a boundary.
  private mutating func findFirstBoundary() throws(Fault) -> Bool {
    let lineEnds = kept.indices.prefix { kept[$0] == ($0.isMultiple(of: 2) ? 0x0D : 0x0A) }.count / 2
    kept.removeFirst(2 * max(0, lineEnds - 1))
    if kept.count < delimiter.count {
      guard delimiter.starts(with: kept) || kept == [0x0D, 0x0A, 0x0D] else { throw .noBoundary }
      return false
    }
    guard kept.starts(with: delimiter) else { throw .noBoundary }
    kept.removeFirst(delimiter.count)
    place = .boundaryEnd
    return true
  }

  /// Behind a boundary: two hyphens where it is the last one, else blanks and a line end.
  private mutating func endBoundary() throws(Fault) -> Bool {
    if kept.starts(with: [0x2D, 0x2D]) {
      place = .over
      return true
    }
    let blanks = kept.prefix { $0 == 0x20 || $0 == 0x09 }.count
    guard blanks <= limits.headBytes else { throw .headTooLarge(limitBytes: limits.headBytes) }
    let rest = kept[blanks...].prefix(2)
    guard rest.count == 2 else {
      guard rest.isEmpty || rest == [0x2D] || rest == [0x0D] else { throw .malformedHead }
      return false
    }
    guard rest.elementsEqual([0x0D, 0x0A]) else { throw .malformedHead }
    parts += 1
    guard parts <= limits.parts else { throw .tooManyParts(limit: limits.parts) }
    kept.removeFirst(blanks + 2)
    place = .head
    return true
  }

  private mutating func readHead(_ tell: (Event) throws -> Void) throws -> Bool {
    let end: Int
    if kept.starts(with: [0x0D, 0x0A]) {
      end = 0
    } else if let found = kept.firstRange(of: [0x0D, 0x0A, 0x0D, 0x0A])?.lowerBound {
      end = found + 2
    } else {
      guard kept.count <= limits.headBytes else { throw Fault.headTooLarge(limitBytes: limits.headBytes) }
      return false
    }
    guard end <= limits.headBytes else { throw Fault.headTooLarge(limitBytes: limits.headBytes) }
    let head = try MultipartReader.fields(kept[..<end])
    // The line end before the data may be that of a boundary, where there is no data.
    kept.removeFirst(end)
    place = .data
    try tell(.head(head))
    isAtStartOfData = true
    return true
  }

  /// Whether the empty line behind a head is still in front of what is kept.
  private var isAtStartOfData = false

  private mutating func passData(_ tell: (Event) throws -> Void) throws -> Bool {
    // The empty line belongs to the head, but a boundary may begin with it.
    let skipped = isAtStartOfData ? 2 : 0
    if let found = delimiterStart() {
      if found > skipped { try tell(.data(kept[skipped..<found])) }
      kept.removeFirst(found + delimiter.count)
      isAtStartOfData = false
      place = .boundaryEnd
      try tell(.end)
      return true
    }
    let told = kept.count - (delimiter.count - 1)
    guard told > skipped else { return false }
    try tell(.data(kept[skipped..<told]))
    kept.removeFirst(told)
    isAtStartOfData = false
    return false
  }

  /// Where the next boundary begins in what is kept.
  private func delimiterStart() -> Int? {
    var start = kept.startIndex
    while let place = kept[start...].firstIndex(of: 0x0D) {
      if kept[place...].starts(with: delimiter) { return place }
      start = place + 1
    }
    return nil
  }

  private static func fields(_ head: ArraySlice<UInt8>) throws(Fault) -> HeaderFields {
    var fields: [(name: String, value: String)] = []
    var rest = head
    while let end = rest.firstRange(of: [0x0D, 0x0A]) {
      let line = rest[..<end.lowerBound]
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
        line[..<colon].allSatisfy(isTokenCharacter), line[colon...].allSatisfy(isValueCharacter)
      else { throw .malformedHead }
      let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
      let value = line[(colon + 1)...].drop(while: isBlank).reversed().drop(while: isBlank).reversed()
      fields.append(
        (String(decoding: line[..<colon], as: UTF8.self), String(decoding: Array(value), as: UTF8.self)))
      rest = rest[end.upperBound...]
    }
    return HeaderFields(fields)
  }
}

extension MultipartReader {
  /// The boundary that a content type gives, quoted or not; nil where it gives none of 1 to 70 characters.
  public static func boundary(of contentType: String) -> String? {
    var rest = Array(contentType.utf8)[...]
    while let semicolon = rest.firstIndex(of: UInt8(ascii: ";")) {
      rest = rest[(semicolon + 1)...].drop { $0 == 0x20 || $0 == 0x09 }
      guard rest.count > 9, zip(rest, "boundary=".utf8).allSatisfy({ lowercased($0) == $1 }) else { continue }
      let value = parameterValue(rest.dropFirst(9))
      guard (1...70).contains(value.count), value.allSatisfy({ $0 > 0x20 && $0 < 0x7F || $0 == 0x20 }),
        value.last != 0x20
      else { return nil }
      return String(decoding: value, as: UTF8.self)
    }
    return nil
  }

  private static func parameterValue(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let quote = UInt8(ascii: "\"")
    guard text.first == quote else {
      return text.prefix { $0 != UInt8(ascii: ";") && $0 != 0x20 && $0 != 0x09 }
    }
    return text.dropFirst().prefix { $0 != quote }
  }
}
