/// Base 16 (RFC 4648 §8).
public enum Hexadecimal {
  /// Two lower-case digits for each octet.
  public static func encode(_ octets: [UInt8]) -> String {
    unsafe String(unsafeUninitializedCapacity: octets.count * 2) { output in
      var place = 0
      for octet in octets {
        unsafe output[place] = digit(octet >> 4)
        unsafe output[place + 1] = digit(octet & 15)
        place += 2
      }
      return place
    }
  }

  /// The octets of an even number of digits, of either case; anything else is nil.
  public static func decode(_ text: String) -> [UInt8]? {
    let digits = Array(text.utf8)
    guard digits.count.isMultiple(of: 2) else { return nil }
    var octets: [UInt8] = []
    octets.reserveCapacity(digits.count / 2)
    for place in stride(from: 0, to: digits.count, by: 2) {
      guard let high = value(digits[place]), let low = value(digits[place + 1]) else { return nil }
      octets.append(high << 4 | low)
    }
    return octets
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
