/// A number taken apart: `±digits × 10^exponent`, without needless zeros, so that equal values have equal parts.
///
/// It looks into the number's own text and copies nothing; making it and comparing two are linear in their digits.
struct DecimalParts {
  /// False for every zero, `-0` included.
  let isNegative: Bool
  /// From the first digit that is not zero to the last; a point may stand between. Empty for zero.
  private let significant: ArraySlice<UInt8>
  let digitCount: Int
  /// The power of ten that the last significant digit counts; 0 for zero.
  let exponent: Int

  /// Takes a number's text apart that the scanner has found to be one.
  init(_ raw: ArraySlice<UInt8>) {
    let mark = raw.firstIndex { $0 | 0x20 == UInt8(ascii: "e") } ?? raw.endIndex
    let mantissa = raw[..<mark]
    guard let first = mantissa.firstIndex(where: isNonzeroDigit),
      let last = mantissa.lastIndex(where: isNonzeroDigit)
    else {
      (isNegative, significant, digitCount, exponent) = (false, [], 0, 0)
      return
    }
    let point = mantissa.firstIndex(of: UInt8(ascii: ".")) ?? mark
    let written = DecimalParts.writtenExponent(raw[mark...])
    isNegative = raw.first == UInt8(ascii: "-")
    significant = mantissa[first...last]
    digitCount = last - first + (first < point && point < last ? 0 : 1)
    exponent = written + (last < point ? point - last - 1 : point - last)
  }

  /// The digits as numbers from 0 to 9, the most significant first.
  var digits: some Sequence<UInt8> {
    significant.lazy.filter { $0 != UInt8(ascii: ".") }.map { $0 - UInt8(ascii: "0") }
  }

  func isLessInMagnitude(than other: DecimalParts) -> Bool {
    if digitCount == 0 || other.digitCount == 0 { return digitCount < other.digitCount }
    let (height, otherHeight) = (exponent + digitCount, other.exponent + other.digitCount)
    if height != otherHeight { return height < otherHeight }
    return digits.lexicographicallyPrecedes(other.digits)
  }

  private static func writtenExponent(_ text: ArraySlice<UInt8>) -> Int {
    var value = 0
    for octet in text where isDigit(octet) { value = value * 10 + Int(octet - UInt8(ascii: "0")) }
    return text.contains(UInt8(ascii: "-")) ? -value : value
  }
}

private func isNonzeroDigit(_ octet: UInt8) -> Bool { isDigit(octet) && octet != UInt8(ascii: "0") }
