/// Whether a text is an absolute IRI: a scheme, a colon, and behind it something made of the characters that RFC 3987
/// allows, percent signs only before two hexadecimal digits, one `#` at most. Linear; no scheme is looked into.
func isAbsoluteIRI(_ text: Span<UInt8>) -> Bool {
  guard let colon = endOfScheme(text), colon + 1 < text.count else { return false }
  var fragments = 0
  for position in colon + 1..<text.count {
    switch text[position] {
    case UInt8(ascii: "%"):
      guard position + 2 < text.count, isHexadecimal(text[position + 1]), isHexadecimal(text[position + 2])
      else { return false }
    case UInt8(ascii: "#"): fragments += 1
    case 0...0x7F: guard isAllowedInIRI(text[position]) else { return false }
    // C1 controls, U+0080 to U+009F, are two octets that begin so.
    case 0xC2: guard text[position + 1] >= 0xA0 else { return false }
    default: break
    }
  }
  return fragments <= 1
}

/// The offset of the colon behind a scheme (RFC 3986 §3.1); nil where there is none.
private func endOfScheme(_ text: Span<UInt8>) -> Int? {
  guard text.count > 0, isLetter(text[0]) else { return nil }
  for position in text.indices {
    switch text[position] {
    case UInt8(ascii: ":"): return position
    case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): continue
    case let octet: guard isLetter(octet) || isDigit(octet) else { return nil }
    }
  }
  return nil
}

/// ASCII but for controls, space and `" < > \ ^ { | }` and the backtick.
private func isAllowedInIRI(_ octet: UInt8) -> Bool {
  let forbidden: (low: UInt64, high: UInt64) = (0x5000_0005_FFFF_FFFF, 0xB800_0001_5000_0000)
  let mask = octet < 64 ? forbidden.low : forbidden.high
  return mask >> UInt64(octet & 63) & 1 == 0
}

/// `mailto:` and an address: one `@`, something on either side, none of the characters an IRI may not have.
func isMailbox(_ text: Span<UInt8>) -> Bool {
  guard text.count > 7, isAbsoluteIRI(text) else { return false }
  for (position, octet) in "mailto:".utf8.enumerated() where text[position] != octet { return false }
  var ats = 0
  for position in 7..<text.count where text[position] == UInt8(ascii: "@") { ats += 1 }
  return ats == 1 && text[7] != UInt8(ascii: "@") && text[text.count - 1] != UInt8(ascii: "@")
}

func isDigit(_ octet: UInt8) -> Bool { octet &- UInt8(ascii: "0") < 10 }

func isLetter(_ octet: UInt8) -> Bool { (octet | 0x20) &- UInt8(ascii: "a") < 26 }

func isHexadecimal(_ octet: UInt8) -> Bool {
  isDigit(octet) || (octet | 0x20) &- UInt8(ascii: "a") < 6
}
