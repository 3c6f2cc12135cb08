public import Values

/// Digits with at most one point between them: no sign, no exponent, no other script's digits; nil for anything else.
public func plainDecimal(_ text: String) -> ExactDecimal? {
  let isPlain = text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }
  return isPlain ? ExactDecimal(text) : nil
}
