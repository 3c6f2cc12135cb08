import Values

extension UUID {
  /// Reads the 36 octets of the text form in place.
  init?(_ text: Span<UInt8>) {
    guard text.count == 36 else { return nil }
    var words: (high: UInt64, low: UInt64) = (0, 0)
    for position in 0..<36 {
      if position == 8 || position == 13 || position == 18 || position == 23 {
        guard text[position] == UInt8(ascii: "-") else { return nil }
        continue
      }
      guard isHexadecimal(text[position]) else { return nil }
      // A letter's low bits are its place from A; its value is nine more.
      let digit = UInt64(text[position] & 15) + (isDigit(text[position]) ? 0 : 9)
      if position < 18 { words.high = words.high << 4 | digit } else { words.low = words.low << 4 | digit }
    }
    self.init(high: words.high, low: words.low)
  }
}
