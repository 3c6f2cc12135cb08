extension JSONWriter {
  /// A string in quotes. Escaped are quotes, backslashes, control characters and, for readers that take JSON for
  /// JavaScript, U+2028 and U+2029; everything else stands as it is.
  mutating func appendQuoted(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    appendEscaped(text.utf8Span.span)
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func appendEscaped(_ text: Span<UInt8>) {
    var pending = 0
    var position = 0
    while position < text.count {
      let length = lengthToEscape(text, at: position)
      guard length > 0 else {
        position += 1
        continue
      }
      append(text, pending..<position)
      appendEscape(text, at: position)
      position += length
      pending = position
    }
    append(text, pending..<text.count)
  }

  private mutating func append(_ text: Span<UInt8>, _ range: Range<Int>) {
    unsafe text.extracting(range).withUnsafeBufferPointer { octets in
      unsafe bytes.append(contentsOf: octets)
    }
  }

  /// How many octets from here are one character to escape; 0 where it stands as it is.
  private func lengthToEscape(_ text: Span<UInt8>, at position: Int) -> Int {
    switch text[position] {
    case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"): 1
    case 0xE2 where text[position + 1] == 0x80 && text[position + 2] & 0xFE == 0xA8: 3
    default: 0
    }
  }

  private mutating func appendEscape(_ text: Span<UInt8>, at position: Int) {
    switch text[position] {
    case UInt8(ascii: "\""): bytes += "\\\"".utf8
    case UInt8(ascii: "\\"): bytes += "\\\\".utf8
    case 0x0A: bytes += "\\n".utf8
    case 0x0D: bytes += "\\r".utf8
    case 0x09: bytes += "\\t".utf8
    case 0xE2: bytes += (text[position + 2] == 0xA8 ? "\\u2028" : "\\u2029").utf8
    case let control:
      bytes += "\\u00".utf8
      bytes.append(hexadecimalDigit(control >> 4))
      bytes.append(hexadecimalDigit(control & 15))
    }
  }

  private func hexadecimalDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
