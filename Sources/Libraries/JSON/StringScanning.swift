extension Scanner {
  /// Reads a string from its opening quote to behind its closing one; escapes are checked, not resolved.
  mutating func scanString(_ bytes: Span<UInt8>) throws(Flaw) {
    let start = position
    var hasEscapes = false
    position += 1
    while true {
      position = endOfPlainText(bytes, from: position)
      guard position < bytes.count else { throw Flaw(.cutShort, at: position) }
      switch bytes[position] {
      case UInt8(ascii: "\""):
        position += 1
        append(.string, isMarked: hasEscapes, from: start)
        return
      case UInt8(ascii: "\\"):
        hasEscapes = true
        try scanEscape(bytes)
      case 0..<0x20: throw Flaw(.controlCharacter, at: position)
      default: try scanMultibyteScalar(bytes)
      }
    }
  }

  private mutating func scanEscape(_ bytes: Span<UInt8>) throws(Flaw) {
    guard position + 1 < bytes.count else { throw Flaw(.cutShort, at: bytes.count) }
    switch bytes[position + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      position += 2
    case UInt8(ascii: "u"): try scanEscapedScalar(bytes)
    default: throw Flaw(.malformedEscape, at: position)
    }
  }

  /// `\uXXXX`, and its second half where it is the first of a surrogate pair.
  private mutating func scanEscapedScalar(_ bytes: Span<UInt8>) throws(Flaw) {
    let start = position
    let unit = try scanEscapedUnit(bytes)
    if (0xDC00...0xDFFF).contains(unit) { throw Flaw(.loneSurrogate, at: start) }
    guard (0xD800...0xDBFF).contains(unit) else { return }
    guard position + 1 < bytes.count else { throw Flaw(.cutShort, at: bytes.count) }
    guard bytes[position] == UInt8(ascii: "\\"), bytes[position + 1] == UInt8(ascii: "u") else {
      throw Flaw(.loneSurrogate, at: start)
    }
    guard (0xDC00...0xDFFF).contains(try scanEscapedUnit(bytes)) else {
      throw Flaw(.loneSurrogate, at: start)
    }
  }

  private mutating func scanEscapedUnit(_ bytes: Span<UInt8>) throws(Flaw) -> UInt32 {
    guard position + 6 <= bytes.count else { throw Flaw(.cutShort, at: bytes.count) }
    guard let unit = escapedUnit(bytes, at: position) else { throw Flaw(.malformedEscape, at: position) }
    position += 6
    return unit
  }

  /// One scalar of two to four octets (Unicode 15, table 3-7): no overlong form, no surrogate, none past U+10FFFF.
  private mutating func scanMultibyteScalar(_ bytes: Span<UInt8>) throws(Flaw) {
    let lead = bytes[position]
    let (count, second): (Int, ClosedRange<UInt8>)
    switch lead {
    case 0xC2...0xDF: (count, second) = (2, 0x80...0xBF)
    case 0xE0: (count, second) = (3, 0xA0...0xBF)
    case 0xED: (count, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (count, second) = (3, 0x80...0xBF)
    case 0xF0: (count, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (count, second) = (4, 0x80...0xBF)
    case 0xF4: (count, second) = (4, 0x80...0x8F)
    default: throw Flaw(.invalidUTF8, at: position)
    }
    guard position + count <= bytes.count else { throw Flaw(.invalidUTF8, at: position) }
    guard second.contains(bytes[position + 1]) else { throw Flaw(.invalidUTF8, at: position) }
    for next in position + 2..<position + count where bytes[next] & 0xC0 != 0x80 {
      throw Flaw(.invalidUTF8, at: position)
    }
    position += count
  }
}

/// The code unit of the escape `\uXXXX` that begins at an offset; nil unless four hexadecimal digits follow.
func escapedUnit(_ bytes: Span<UInt8>, at offset: Int) -> UInt32? {
  var unit: UInt32 = 0
  for position in offset + 2..<offset + 6 {
    guard let digit = hexadecimalValue(bytes[position]) else { return nil }
    unit = unit << 4 | digit
  }
  return unit
}

private func hexadecimalValue(_ octet: UInt8) -> UInt32? {
  switch octet {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(octet - UInt8(ascii: "0"))
  case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(octet - UInt8(ascii: "a") + 10)
  case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(octet - UInt8(ascii: "A") + 10)
  default: nil
  }
}

/// Passes over ASCII that needs no look, eight octets at a time while there are eight.
@inline(__always)
private func endOfPlainText(_ bytes: Span<UInt8>, from start: Int) -> Int {
  let text = unsafe bytes.bytes
  var position = start
  while position + 8 <= text.byteCount {
    // Every bit pattern is a UInt64, and the offset is checked above.
    let eight = unsafe text.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
    let marks = octetsToLookAt(UInt64(littleEndian: eight))
    guard marks == 0 else { return position + marks.trailingZeroBitCount / 8 }
    position += 8
  }
  while position < bytes.count, isPlain(bytes[position]) { position += 1 }
  return position
}

private func isPlain(_ octet: UInt8) -> Bool {
  octet >= 0x20 && octet < 0x80 && octet != UInt8(ascii: "\"") && octet != UInt8(ascii: "\\")
}

/// The high bit of each of eight octets that is a quote, a backslash, a control character or no ASCII.
///
/// A borrow may also mark octets above one that is marked rightly, so only the lowest mark counts.
private func octetsToLookAt(_ eight: UInt64) -> UInt64 {
  let ones: UInt64 = 0x0101_0101_0101_0101
  let highs: UInt64 = 0x8080_8080_8080_8080
  let quotes = eight ^ (ones &* UInt64(UInt8(ascii: "\"")))
  let backslashes = eight ^ (ones &* UInt64(UInt8(ascii: "\\")))
  let below = (eight &- ones &* 0x20) | (quotes &- ones) | (backslashes &- ones)
  return (below | eight) & highs
}
