/// Why the scan stopped, and at which octet; the whole error is made only then.
struct Flaw: Error {
  let reason: JSONError.Reason
  let offset: Int

  init(_ reason: JSONError.Reason, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }
}

/// Goes once over a text and lays its values out on a tape. Linear in the text; nesting takes no stack.
struct Scanner {
  private(set) var nodes: [Node] = []
  /// The innermost open container, an index into `nodes`; the outer ones are found through `Node.end`.
  private(set) var innermost: Int?
  var position = 0
  private var depth = 0
  private var values = 0
  private let limits: JSONLimits

  init(limits: JSONLimits) {
    self.limits = limits
  }

  mutating func scan(_ bytes: Span<UInt8>) throws(Flaw) {
    guard bytes.count <= limits.sizeBytes else {
      throw Flaw(.sizeOverLimit(limits.sizeBytes), at: limits.sizeBytes)
    }
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
      throw Flaw(.byteOrderMark, at: 0)
    }
    nodes.reserveCapacity(min(bytes.count / 8 + 4, 4096))
    skipSpace(bytes)
    guard position < bytes.count else { throw Flaw(.empty, at: position) }
    repeat {
      while try beginValue(bytes) {}
    } while try advance(bytes)
    skipSpace(bytes)
    guard position == bytes.count else { throw Flaw(.trailingContent, at: position) }
  }

  /// Reads a scalar or an empty container, or opens a container up to its first value; true if it opened one.
  private mutating func beginValue(_ bytes: Span<UInt8>) throws(Flaw) -> Bool {
    guard position < bytes.count else { throw Flaw(.cutShort, at: position) }
    values += 1
    guard values <= limits.values else { throw Flaw(.valuesOverLimit(limits.values), at: position) }
    switch bytes[position] {
    case UInt8(ascii: "\""): try scanString(bytes)
    case UInt8(ascii: "{"): return try open(.object, closing: UInt8(ascii: "}"), bytes)
    case UInt8(ascii: "["): return try open(.array, closing: UInt8(ascii: "]"), bytes)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try scanNumber(bytes)
    case UInt8(ascii: "t"): try scanWord("true", .boolean, isMarked: true, bytes)
    case UInt8(ascii: "f"): try scanWord("false", .boolean, isMarked: false, bytes)
    case UInt8(ascii: "n"): try scanWord("null", .null, isMarked: false, bytes)
    default: throw Flaw(.expectedValue, at: position)
    }
    return false
  }

  private mutating func open(
    _ kind: JSONValue.Kind, closing: UInt8, _ bytes: Span<UInt8>
  ) throws(Flaw) -> Bool {
    guard depth < limits.depth else { throw Flaw(.depthOverLimit(limits.depth), at: position) }
    let start = position
    position += 1
    skipSpace(bytes)
    if position < bytes.count, bytes[position] == closing {
      position += 1
      append(kind, from: start)
      return false
    }
    nodes.append(Node(kind, isMarked: false, start: start, end: innermost ?? 0))
    innermost = nodes.count - 1
    depth += 1
    if kind == .object { try scanName(bytes) }
    return true
  }

  /// After a value: goes on to the next one, closing what ends here; false once the outermost value is complete.
  private mutating func advance(_ bytes: Span<UInt8>) throws(Flaw) -> Bool {
    while let container = innermost {
      skipSpace(bytes)
      guard position < bytes.count else { throw Flaw(.cutShort, at: position) }
      let isObject = nodes[container].kind == .object
      switch bytes[position] {
      case UInt8(ascii: ","):
        position += 1
        skipSpace(bytes)
        if isObject { try scanName(bytes) }
        return true
      case UInt8(ascii: "}") where isObject, UInt8(ascii: "]") where !isObject:
        position += 1
        if isObject { try refuseDuplicateNames(bytes, in: container) }
        close(container)
      default: throw Flaw(.expectedCommaOrEnd, at: position)
      }
    }
    return false
  }

  private mutating func close(_ container: Int) {
    depth -= 1
    innermost = depth == 0 ? nil : Int(nodes[container].end)
    nodes[container].end = UInt32(truncatingIfNeeded: position)
    nodes[container].span = nodes.count - container
  }

  /// A member's name, its colon and the space behind.
  private mutating func scanName(_ bytes: Span<UInt8>) throws(Flaw) {
    guard position < bytes.count else { throw Flaw(.cutShort, at: position) }
    guard bytes[position] == UInt8(ascii: "\"") else { throw Flaw(.expectedName, at: position) }
    try scanString(bytes)
    skipSpace(bytes)
    guard position < bytes.count else { throw Flaw(.cutShort, at: position) }
    guard bytes[position] == UInt8(ascii: ":") else { throw Flaw(.expectedColon, at: position) }
    position += 1
    skipSpace(bytes)
  }

  private mutating func scanWord(
    _ word: String, _ kind: JSONValue.Kind, isMarked: Bool, _ bytes: Span<UInt8>
  ) throws(Flaw) {
    let start = position
    for octet in word.utf8 {
      guard position < bytes.count else { throw Flaw(.cutShort, at: position) }
      guard bytes[position] == octet else { throw Flaw(.expectedValue, at: start) }
      position += 1
    }
    append(kind, isMarked: isMarked, from: start)
  }

  mutating func append(_ kind: JSONValue.Kind, isMarked: Bool = false, from start: Int) {
    nodes.append(Node(kind, isMarked: isMarked, start: start, end: position))
  }

  private mutating func skipSpace(_ bytes: Span<UInt8>) {
    while position < bytes.count, bytes[position] <= 0x20, isSpace(bytes[position]) { position += 1 }
  }

  private func isSpace(_ octet: UInt8) -> Bool {
    octet == 0x20 || octet == 0x0A || octet == 0x0D || octet == 0x09
  }
}
