extension Scanner {
  /// Reads a number (RFC 8259 §6) and keeps its text; nothing is rounded, whatever its length.
  mutating func scanNumber(_ bytes: Span<UInt8>) throws(Flaw) {
    let start = position
    if bytes[position] == UInt8(ascii: "-") { position += 1 }
    let whole = position
    try scanDigits(bytes)
    if bytes[whole] == UInt8(ascii: "0"), position > whole + 1 { throw Flaw(.leadingZero, at: whole) }
    var isInteger = true
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      isInteger = false
      position += 1
      try scanDigits(bytes)
    }
    if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
      isInteger = false
      try scanExponent(bytes)
    }
    append(.number, isMarked: isInteger, from: start)
  }

  private mutating func scanExponent(_ bytes: Span<UInt8>) throws(Flaw) {
    position += 1
    if position < bytes.count, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-") {
      position += 1
    }
    var start = position
    try scanDigits(bytes)
    while start < position, bytes[start] == UInt8(ascii: "0") { start += 1 }
    guard position - start <= 9 else { throw Flaw(.exponentOverLimit, at: start) }
  }

  /// At least one decimal digit.
  private mutating func scanDigits(_ bytes: Span<UInt8>) throws(Flaw) {
    let start = position
    while position < bytes.count, isDigit(bytes[position]) { position += 1 }
    guard position > start else {
      throw position < bytes.count ? Flaw(.malformedNumber, at: position) : Flaw(.cutShort, at: position)
    }
  }
}

func isDigit(_ octet: UInt8) -> Bool { octet &- UInt8(ascii: "0") < 10 }
