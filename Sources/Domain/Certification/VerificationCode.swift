public import Values

/// The public code of a certificate: 128 random bits in Crockford's base 32, 26 characters that are easily read out.
public struct VerificationCode: Sendable, Hashable, CustomStringConvertible {
  /// The 128 bits.
  public let bits: UUID

  /// A code of bits from the system's random source.
  public init(random bits: UUID) {
    self.bits = bits
  }

  /// Reads a code as people type it: either case, `O` for 0, `I` and `L` for 1, with spaces and hyphens anywhere.
  public init?(_ text: some StringProtocol) {
    var value: UInt128 = 0
    var characters = 0
    for octet in text.utf8 where octet != UInt8(ascii: "-") && octet != UInt8(ascii: " ") {
      guard let digit = VerificationCode.value(of: octet), characters < 26 else { return nil }
      if characters == 0, digit > 7 { return nil }
      value = value << 5 | UInt128(digit)
      characters += 1
    }
    guard characters == 26 else { return nil }
    bits = UUID(high: UInt64(truncatingIfNeeded: value >> 64), low: UInt64(truncatingIfNeeded: value))
  }

  /// The 26 characters, upper case.
  public var description: String {
    let value = UInt128(bits.high) << 64 | UInt128(bits.low)
    let octets = (0..<26).map { position in
      VerificationCode.alphabet[Int(truncatingIfNeeded: value >> UInt128(125 - 5 * position)) & 31]
    }
    return String(decoding: octets, as: UTF8.self)
  }

  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

  private static func value(of octet: UInt8) -> Int? {
    let upper = (0x61...0x7A).contains(octet) ? octet & 0xDF : octet
    switch upper {
    case UInt8(ascii: "O"): return 0
    case UInt8(ascii: "I"), UInt8(ascii: "L"): return 1
    default: return alphabet.firstIndex(of: upper)
    }
  }
}
