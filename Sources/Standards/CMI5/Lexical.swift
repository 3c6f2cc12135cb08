import Values

/// Whether a text is an absolute IRI (RFC 3987): a scheme, a colon, and something behind it, all allowed characters.
func isAbsoluteIRI(_ text: String) -> Bool {
  guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), let first = text.utf8.first else {
    return false
  }
  let scheme = text.utf8[..<colon]
  guard isLetter(first), scheme.allSatisfy(isSchemeOctet) else { return false }
  return text.utf8.index(after: colon) < text.utf8.endIndex && isValidAddress(text)
}

/// Whether a text is not empty and free of what neither URLs nor IRIs may hold: spaces, control characters and
/// `"<>\^{|}` with the grave accent.
func isValidAddress(_ text: String) -> Bool {
  !text.isEmpty
    && text.unicodeScalars.allSatisfy { scalar in
      !scalar.properties.isWhitespace && scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value)
        && !forbidden.contains(scalar)
    }
}

private let forbidden: Set<Unicode.Scalar> = ["\"", "<", ">", "\\", "^", "`", "{", "|", "}"]

/// The text without the white space of XML around it.
func trimmed(_ text: String) -> String {
  let octets = Array(text.utf8)
  guard let first = octets.firstIndex(where: { !isSpace($0) }),
    let last = octets.lastIndex(where: { !isSpace($0) })
  else { return "" }
  return String(decoding: octets[first...last], as: UTF8.self)
}

/// Reads `masteryScore`: an `xs:decimal` (`0.8`, `.8`, `1.`, `+1`) from 0 to 1 with at most 4 places that count.
///
/// No minus sign, not even on zero; no exponent; no other script's digits.
func masteryScore(_ text: String) -> ExactDecimal? {
  var digits = trimmed(text).utf8[...]
  if digits.first == UInt8(ascii: "+") { digits = digits.dropFirst() }
  let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
  guard parts.count <= 2, parts.contains(where: { !$0.isEmpty }),
    parts.allSatisfy({ $0.allSatisfy { (0x30...0x39).contains($0) } })
  else { return nil }
  let whole = String(decoding: parts[0], as: UTF8.self)
  let places = parts.count == 2 ? String(decoding: parts[1], as: UTF8.self) : ""
  guard let score = ExactDecimal("0\(whole).\(places)0"), score.scale <= 4, score <= ExactDecimal(1)
  else { return nil }
  return score
}

private func isSpace(_ octet: UInt8) -> Bool {
  octet == 0x20 || octet == 0x09 || octet == 0x0A || octet == 0x0D
}

private func isLetter(_ octet: UInt8) -> Bool { (0x61...0x7A).contains(octet | 0x20) }

private func isSchemeOctet(_ octet: UInt8) -> Bool {
  isLetter(octet) || (0x30...0x39).contains(octet) || [0x2B, 0x2D, 0x2E].contains(octet)
}
