/// A decimal number held exactly: `significand × 10^-scale`. Never a binary fraction, so that 0.7 is 0.7.
public struct ExactDecimal: Hashable, Sendable, Comparable {
  /// The digits as a whole number; its magnitude is below 10^18.
  public let significand: Int64
  /// How many of the digits stand behind the point, 0 to 18.
  public let scale: Int
  /// How many digits stood behind the point as it was written, 0 to 18: 2 for `0.50`. No part of the value.
  public let writtenPlaces: Int

  /// A whole number.
  public init(_ whole: Int) {
    significand = Int64(whole)
    scale = 0
    writtenPlaces = 0
  }

  /// `significand × 10^-scale`, with trailing zeros behind the point removed; nil outside 18 digits.
  public init?(significand: Int64, scale: Int) {
    guard significand.magnitude < 1_000_000_000_000_000_000, (0...18).contains(scale) else { return nil }
    var digits = significand
    var places = scale
    while places > 0, digits % 10 == 0 {
      digits /= 10
      places -= 1
    }
    self.significand = digits
    self.scale = places
    writtenPlaces = scale
  }

  private init(_ number: ExactDecimal, writtenPlaces: Int) {
    significand = number.significand
    scale = number.scale
    self.writtenPlaces = writtenPlaces
  }

  /// Reads `-?digits(.digits)?` with an optional exponent (`8.5e1`), as JSON and XML Schema write numbers.
  ///
  /// Nil for everything else (`nan`, `0x1`, `+1`, `1,5`, other scripts' digits) and for what 18 digits cannot hold.
  public init?(_ text: some StringProtocol) {
    self.init(utf8: text.utf8)
  }

  /// Reads ASCII octets as `init(_:)` does.
  public init?(utf8 octets: some Collection<UInt8>) {
    var rest = octets[...]
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative { rest = rest.dropFirst() }
    let whole = rest.prefix(while: isDigit)
    rest = rest.dropFirst(whole.count)
    guard !whole.isEmpty else { return nil }
    var behindPoint = rest.prefix(0)
    if rest.first == UInt8(ascii: ".") {
      behindPoint = rest.dropFirst().prefix(while: isDigit)
      guard !behindPoint.isEmpty else { return nil }
      rest = rest.dropFirst(behindPoint.count + 1)
    }
    guard let exponent = readExponent(rest) else { return nil }
    self.init(
      digits: Array(whole) + Array(behindPoint), isNegative: isNegative, scale: behindPoint.count - exponent)
  }

  private init?(digits: [UInt8], isNegative: Bool, scale: Int) {
    var significant = digits.drop { $0 == UInt8(ascii: "0") }
    var places = scale
    while places > 0, significant.last == UInt8(ascii: "0") {
      significant.removeLast()
      places -= 1
    }
    if significant.isEmpty { places = 0 }
    guard significant.count - min(places, 0) <= 18, places <= 18 else { return nil }
    var value: Int64 = 0
    for digit in significant { value = value * 10 + Int64(digit - UInt8(ascii: "0")) }
    while places < 0 {
      value *= 10
      places += 1
    }
    guard let number = ExactDecimal(significand: isNegative ? -value : value, scale: places) else {
      return nil
    }
    self.init(number, writtenPlaces: min(max(scale, 0), 18))
  }

  public static func == (one: ExactDecimal, other: ExactDecimal) -> Bool {
    one.significand == other.significand && one.scale == other.scale
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(significand)
    hasher.combine(scale)
  }

  public static func < (one: ExactDecimal, other: ExactDecimal) -> Bool {
    let (left, right) = aligned(one, other)
    return left < right
  }

  /// The exact difference; nil where 18 digits cannot hold it.
  public static func difference(_ one: ExactDecimal, _ other: ExactDecimal) -> ExactDecimal? {
    let (left, right) = aligned(one, other)
    return ExactDecimal(exactly: left - right, scale: max(one.scale, other.scale))
  }

  private static func sum(_ one: ExactDecimal, _ other: ExactDecimal) -> ExactDecimal? {
    let (left, right) = aligned(one, other)
    return ExactDecimal(exactly: left + right, scale: max(one.scale, other.scale))
  }

  /// Whether `numerator / denominator ≥ threshold / whole`, decided without dividing. The denominator and the whole
  /// are positive.
  public static func ratio(
    _ numerator: ExactDecimal, to denominator: ExactDecimal, reaches threshold: ExactDecimal,
    of whole: ExactDecimal = ExactDecimal(1)
  ) -> Bool {
    // numerator × whole ≥ threshold × denominator; each significand is below 10^18, so the products fit 128 bits.
    let reached = Int128(numerator.significand) * Int128(whole.significand)
    let asked = Int128(threshold.significand) * Int128(denominator.significand)
    let shift = threshold.scale + denominator.scale - numerator.scale - whole.scale
    if shift >= 0 { return compare(reached, scaledUpBy: shift, with: asked) >= 0 }
    return compare(asked, scaledUpBy: -shift, with: reached) <= 0
  }

  /// Whether `numerator / denominator`, rounded to the places that a value was written with, is that value; a half goes
  /// either way. A whole value is taken as exact. The denominator is positive.
  public static func ratio(
    _ numerator: ExactDecimal, to denominator: ExactDecimal, roundsTo rounded: ExactDecimal
  ) -> Bool {
    // A half has a place more, and with its whole no more than 18 digits.
    let places = min(rounded.writtenPlaces, 16)
    let half = places == 0 ? ExactDecimal(0) : ExactDecimal(significand: 5, scale: places + 1)
    guard let half, let least = difference(rounded, half), let greatest = sum(rounded, half) else {
      return false
    }
    return ratio(numerator, to: denominator, reaches: least)
      && ratio(greatest, to: ExactDecimal(1), reaches: numerator, of: denominator)
  }

  /// The ratio as a decimal of six places, cut towards zero: for display and for reports, never for deciding.
  /// Nil where the denominator is 0 or 18 digits cannot hold the ratio.
  public static func displayRatio(_ numerator: ExactDecimal, to denominator: ExactDecimal) -> ExactDecimal? {
    let (top, bottom) = aligned(numerator, denominator)
    guard bottom != 0 else { return nil }
    let (millionfold, isTooLarge) = top.multipliedReportingOverflow(by: 1_000_000)
    return isTooLarge ? nil : ExactDecimal(exactly: millionfold / bottom, scale: 6)
  }

  private init?(exactly value: Int128, scale: Int) {
    var digits = value
    var places = scale
    while places > 0, digits % 10 == 0 {
      digits /= 10
      places -= 1
    }
    guard let significand = Int64(exactly: digits) else { return nil }
    self.init(significand: significand, scale: places)
  }

  private static func aligned(_ one: ExactDecimal, _ other: ExactDecimal) -> (Int128, Int128) {
    let scale = max(one.scale, other.scale)
    return (
      Int128(one.significand) * powerOfTen(scale - one.scale),
      Int128(other.significand) * powerOfTen(scale - other.scale)
    )
  }

  /// Compares `value × 10^places` with another number without overflowing: −1, 0 or 1.
  private static func compare(_ value: Int128, scaledUpBy places: Int, with other: Int128) -> Int {
    let (scaled, overflowed) = value.multipliedReportingOverflow(by: powerOfTen(places))
    if overflowed { return value < 0 ? -1 : 1 }
    return scaled < other ? -1 : (scaled == other ? 0 : 1)
  }
}

extension ExactDecimal: CustomStringConvertible {
  /// The shortest plain decimal: `0.85`, `-12`, never an exponent.
  public var description: String {
    guard scale > 0 else { return String(significand) }
    let digits = padded(significand.magnitude.description, to: scale + 1)
    let point = digits.index(digits.endIndex, offsetBy: -scale)
    return (significand < 0 ? "-" : "") + digits[..<point] + "." + digits[point...]
  }
}

private func padded(_ digits: String, to width: Int) -> String {
  String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

private func isDigit(_ octet: UInt8) -> Bool {
  (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(octet)
}

private func powerOfTen(_ exponent: Int) -> Int128 {
  var power: Int128 = 1
  for _ in 0..<exponent { power *= 10 }
  return power
}

/// The exponent behind `e` or `E`, 0 for nothing; nil where it is malformed or beyond ±99.
private func readExponent(_ octets: some Collection<UInt8>) -> Int? {
  guard let mark = octets.first else { return 0 }
  guard mark | 0x20 == UInt8(ascii: "e") else { return nil }
  var digits = octets.dropFirst()
  let isNegative = digits.first == UInt8(ascii: "-")
  if isNegative || digits.first == UInt8(ascii: "+") { digits = digits.dropFirst() }
  guard let value = decimalNumber(Array(digits)), value <= 99 else { return nil }
  return isNegative ? -value : value
}
