/// A universally unique identifier (RFC 9562), held as its 128 bits.
public struct UUID: Hashable, Sendable, Comparable {
  /// The first eight octets, big-endian.
  public let high: UInt64
  /// The last eight octets, big-endian.
  public let low: UInt64

  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// A time-ordered identifier (RFC 9562 §5.7): 48 bits of Unix milliseconds, 12 bits of the fraction of the
  /// millisecond (§6.2, method 3), then 62 random bits. Identifiers of different microseconds sort by time.
  ///
  /// - Parameters:
  ///   - microseconds: since 1970-01-01T00:00:00Z; of its milliseconds only the low 48 bits count.
  ///   - random: 64 random bits, of which 62 are used.
  public init(version7At microseconds: Int64, random: UInt64) {
    let milliseconds = floorDivide(microseconds, 1000)
    let fraction = UInt64(microseconds - milliseconds * 1000) * 4096 / 1000
    high = UInt64(truncatingIfNeeded: milliseconds) << 16 | 0x7000 | fraction
    low = 0x8000_0000_0000_0000 | (random & 0x3FFF_FFFF_FFFF_FFFF)
  }

  /// Reads the 36-character text form; upper and lower case are equal. Anything else is nil.
  @inlinable
  public init?(_ text: some StringProtocol) {
    self.init(text: Array(text.utf8))
  }

  /// Reads the 36 ASCII octets of the text form, without making a string of them.
  @inlinable
  public init?(utf8 text: some Collection<UInt8>) {
    self.init(text: Array(text))
  }

  // Not generic, so that no caller in another module pays for an unspecialised loop.
  @usableFromInline
  init?(text: [UInt8]) {
    guard text.count == 36 else { return nil }
    var words: (UInt64, UInt64) = (0, 0)
    var digits = 0
    for position in 0..<36 {
      if position == 8 || position == 13 || position == 18 || position == 23 {
        guard text[position] == UInt8(ascii: "-") else { return nil }
        continue
      }
      guard let digit = UUID.hexadecimalValue(text[position]) else { return nil }
      if digits < 16 { words.0 = words.0 << 4 | digit } else { words.1 = words.1 << 4 | digit }
      digits += 1
    }
    self.init(high: words.0, low: words.1)
  }

  /// Reads 16 octets as stored; another count is nil.
  public init?(octets: some Collection<UInt8>) {
    guard octets.count == 16 else { return nil }
    var words: (UInt64, UInt64) = (0, 0)
    for (position, octet) in octets.enumerated() {
      if position < 8 {
        words.0 = words.0 << 8 | UInt64(octet)
      } else {
        words.1 = words.1 << 8 | UInt64(octet)
      }
    }
    self.init(high: words.0, low: words.1)
  }

  /// The 16 octets, most significant first.
  public var octets: [UInt8] {
    (0..<16).map { position in
      UInt8(truncatingIfNeeded: (position < 8 ? high : low) >> UInt64(56 - 8 * (position % 8)))
    }
  }

  /// Whether the variant bits are those of RFC 9562 (`10xx`), as xAPI asks of every UUID.
  public var hasStandardVariant: Bool { low >> 62 == 0b10 }

  public static func < (one: UUID, other: UUID) -> Bool {
    (one.high, one.low) < (other.high, other.low)
  }

  private static func hexadecimalValue(_ octet: UInt8) -> UInt64? {
    switch octet {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(octet - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(octet - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt64(octet - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}

extension UUID: CustomStringConvertible {
  /// The lower-case text form, `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx`.
  public var description: String {
    var text: [UInt8] = []
    text.reserveCapacity(36)
    for digit in 0..<32 {
      if digit == 8 || digit == 12 || digit == 16 || digit == 20 { text.append(UInt8(ascii: "-")) }
      let value = UInt8(truncatingIfNeeded: (digit < 16 ? high : low) >> UInt64(60 - 4 * (digit % 16))) & 0xF
      text.append(value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10)
    }
    return String(decoding: text, as: UTF8.self)
  }
}
