/// A run of bytes that stops a document: where, and why.
struct ForbiddenBytes {
  let offset: Int
  let code: XMLError.Code
  let message: String
}

/// The first bytes that are no UTF-8 or no character of XML 1.0 (§2.2); nil where all are. One pass.
func firstForbiddenBytes(in bytes: [UInt8]) -> ForbiddenBytes? {
  let span = bytes.span
  var offset = 0
  while offset < span.count {
    let octet = span[offset]
    if octet >= 0x20, octet < 0x80 {
      offset += 1
    } else if octet < 0x20 {
      guard isXMLCharacter(UInt32(octet)) else {
        return ForbiddenBytes(forbidden: UInt32(octet), at: offset)
      }
      offset += 1
    } else {
      guard let (scalar, length) = decodeScalar(span, at: offset) else {
        return ForbiddenBytes(
          offset: offset, code: .invalidBytes, message: "the bytes here are not UTF-8 text")
      }
      guard isXMLCharacter(scalar) else { return ForbiddenBytes(forbidden: scalar, at: offset) }
      offset += length
    }
  }
  return nil
}

extension ForbiddenBytes {
  fileprivate init(forbidden scalar: UInt32, at offset: Int) {
    self.init(offset: offset, code: .forbiddenCharacter, message: forbiddenCharacterMessage(scalar))
  }
}

/// The sentence that refuses a character.
func forbiddenCharacterMessage(_ scalar: UInt32) -> String {
  let digits = String(scalar, radix: 16, uppercase: true)
  let padded = String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  return "the character U+\(padded) is not allowed in XML"
}

/// Whether XML 1.0 allows the character (§2.2 `Char`).
func isXMLCharacter(_ scalar: UInt32) -> Bool {
  switch scalar {
  case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
  default: false
  }
}

/// White space of XML (§2.3 `S`).
func isXMLSpace(_ octet: UInt8) -> Bool {
  octet == 0x20 || octet == 0x0A || octet == 0x09 || octet == 0x0D
}

/// The scalar of two to four well-formed UTF-8 bytes (Unicode table 3-7) and their count; nil for any others.
private func decodeScalar(_ bytes: Span<UInt8>, at offset: Int) -> (scalar: UInt32, length: Int)? {
  let lead = bytes[offset]
  let length: Int
  var scalar: UInt32
  switch lead {
  case 0xC2...0xDF: (length, scalar) = (2, UInt32(lead & 0x1F))
  case 0xE0...0xEF: (length, scalar) = (3, UInt32(lead & 0x0F))
  case 0xF0...0xF4: (length, scalar) = (4, UInt32(lead & 0x07))
  default: return nil
  }
  guard offset + length <= bytes.count else { return nil }
  for next in (offset + 1)..<(offset + length) {
    guard bytes[next] & 0xC0 == 0x80 else { return nil }
    scalar = scalar << 6 | UInt32(bytes[next] & 0x3F)
  }
  let isShortest = length == 2 || (length == 3 && scalar >= 0x800) || (length == 4 && scalar >= 0x10000)
  guard isShortest, scalar <= 0x10FFFF, !(0xD800...0xDFFF).contains(scalar) else { return nil }
  return (scalar, length)
}
