/// The text of a scanned string with its escapes resolved, as UTF-8. Linear in the range.
///
/// The range has been scanned: escapes are complete and surrogates stand in pairs.
func decodedText(_ bytes: Span<UInt8>, in range: Range<Int>) -> [UInt8] {
  var text: [UInt8] = []
  text.reserveCapacity(range.count)
  var position = range.lowerBound
  while position < range.upperBound {
    guard bytes[position] == UInt8(ascii: "\\") else {
      text.append(bytes[position])
      position += 1
      continue
    }
    if bytes[position + 1] == UInt8(ascii: "u") {
      let (scalar, length) = escapedScalar(bytes, at: position)
      appendUTF8(of: scalar, to: &text)
      position += length
    } else {
      text.append(meaning(ofEscape: bytes[position + 1]))
      position += 2
    }
  }
  return text
}

/// The scalar of one `\uXXXX` or of a pair of them, and how many octets it takes.
private func escapedScalar(_ bytes: Span<UInt8>, at offset: Int) -> (scalar: UInt32, length: Int) {
  guard let high = escapedUnit(bytes, at: offset) else { preconditionFailure("escapes have been scanned") }
  guard (0xD800...0xDBFF).contains(high) else { return (high, 6) }
  guard let low = escapedUnit(bytes, at: offset + 6) else { preconditionFailure("pairs have been scanned") }
  return (0x10000 + (high - 0xD800) << 10 + (low - 0xDC00), 12)
}

private func appendUTF8(of scalar: UInt32, to text: inout [UInt8]) {
  func continuation(_ shift: UInt32) -> UInt8 { UInt8(0x80 | (scalar >> shift) & 0x3F) }
  switch scalar {
  case 0..<0x80: text.append(UInt8(scalar))
  case 0x80..<0x800: text += [UInt8(0xC0 | scalar >> 6), continuation(0)]
  case 0x800..<0x10000: text += [UInt8(0xE0 | scalar >> 12), continuation(6), continuation(0)]
  default: text += [UInt8(0xF0 | scalar >> 18), continuation(12), continuation(6), continuation(0)]
  }
}

private func meaning(ofEscape octet: UInt8) -> UInt8 {
  switch octet {
  case UInt8(ascii: "b"): 0x08
  case UInt8(ascii: "f"): 0x0C
  case UInt8(ascii: "n"): 0x0A
  case UInt8(ascii: "r"): 0x0D
  case UInt8(ascii: "t"): 0x09
  default: octet
  }
}
