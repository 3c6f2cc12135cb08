/// A number as it was sent. Equality and order are those of the exact values: `1.0`, `1` and `1e0` are equal.
public struct JSONNumber: Sendable {
  /// The number's text, exactly as sent.
  public let raw: ArraySlice<UInt8>

  init(raw: ArraySlice<UInt8>) {
    self.raw = raw
  }

  /// A whole number, to compare with.
  public init(_ number: Int) {
    raw = Array(String(number).utf8)[...]
  }

  /// The text as a string: `-0`, `1E5`, `0.30000000000000004`.
  public var text: String { String(decoding: raw, as: UTF8.self) }

  /// Whether it is written without a point and without an exponent.
  public var isIntegerLiteral: Bool {
    raw.allSatisfy { isDigit($0) || $0 == UInt8(ascii: "-") }
  }

  /// The value where it is a whole number that 64 bits hold exactly (`1.0` and `1E2` are 1 and 100); nil otherwise.
  public var int64: Int64? {
    let parts = DecimalParts(raw)
    // Twenty digits do not fit, and nineteen fit the 64 bits of a magnitude.
    guard parts.exponent >= 0, parts.digitCount + parts.exponent <= 19 else { return nil }
    var magnitude: UInt64 = 0
    for digit in parts.digits { magnitude = magnitude * 10 + UInt64(digit) }
    for _ in 0..<parts.exponent { magnitude *= 10 }
    guard parts.isNegative else { return Int64(exactly: magnitude) }
    return magnitude <= 1 << 63 ? Int64(truncatingIfNeeded: 0 &- magnitude) : nil
  }
}

extension JSONNumber: Hashable, Comparable {
  /// Whether the exact values are equal.
  public static func == (one: Self, other: Self) -> Bool {
    let (left, right) = (DecimalParts(one.raw), DecimalParts(other.raw))
    return left.isNegative == right.isNegative && left.exponent == right.exponent
      && left.digitCount == right.digitCount && left.digits.elementsEqual(right.digits)
  }

  /// Whether the exact value is the lesser.
  public static func < (one: Self, other: Self) -> Bool {
    let (left, right) = (DecimalParts(one.raw), DecimalParts(other.raw))
    if left.isNegative != right.isNegative { return left.isNegative }
    return left.isNegative ? right.isLessInMagnitude(than: left) : left.isLessInMagnitude(than: right)
  }

  /// Feeds the exact value, so that equal numbers hash alike however written.
  public func hash(into hasher: inout Hasher) {
    let parts = DecimalParts(raw)
    hasher.combine(parts.isNegative)
    hasher.combine(parts.exponent)
    for digit in parts.digits { hasher.combine(digit) }
  }
}
