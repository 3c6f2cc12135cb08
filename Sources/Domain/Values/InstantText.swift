extension Instant: CustomStringConvertible {
  /// RFC 3339 in UTC with six decimals of the second: `2026-11-23T08:05:09.000120Z`.
  public var description: String { text(fractionDigits: 6) }

  /// RFC 3339 in UTC with 0, 3 or 6 decimals of the second; more precise digits are cut, not rounded.
  public func text(fractionDigits: Int) -> String {
    let seconds = floorDivide(microseconds, 1_000_000)
    let secondOfDay = Int(seconds - floorDivide(seconds, 86_400) * 86_400)
    let fraction = Int(microseconds - seconds * 1_000_000)
    var text = DigitText(capacity: 28)
    text.append(dayInUTC)
    text.append(UInt8(ascii: "T"), secondOfDay / 3600, width: 2)
    text.append(UInt8(ascii: ":"), secondOfDay / 60 % 60, width: 2)
    text.append(UInt8(ascii: ":"), secondOfDay % 60, width: 2)
    switch fractionDigits {
    case 0: break
    case 3: text.append(UInt8(ascii: "."), fraction / 1000, width: 3)
    default: text.append(UInt8(ascii: "."), fraction, width: 6)
    }
    text.append(UInt8(ascii: "Z"))
    return text.text
  }

  /// Reads an RFC 3339 date-time: `T` and `Z` in either case, an offset of at most 23:59, any number of
  /// decimals (those after the sixth are cut).
  ///
  /// Nil for anything else: no day-less times, no 24:00, no second 60, no `2026-02-30`, no offset `-00:00`
  /// (xAPI 1.0.3 Data 4.5, RFC 3339 §4.3 gives it another meaning), and nothing that in UTC lies outside the
  /// years 1 to 9999, which could not be written back.
  public init?(_ text: some StringProtocol) {
    self.init(utf8: Array(text.utf8)[...])
  }

  /// Reads the octets of an RFC 3339 date-time, as `init(_:)` does.
  public init?(utf8 octets: ArraySlice<UInt8>) {
    let start = octets.startIndex
    guard octets.count >= 20, let day = Day(String(decoding: octets.prefix(10), as: UTF8.self)) else {
      return nil
    }
    guard octets[start + 10] | 0x20 == UInt8(ascii: "t"), octets[start + 13] == UInt8(ascii: ":"),
      octets[start + 16] == UInt8(ascii: ":")
    else { return nil }
    guard let hour = decimalNumber(octets[start + 11..<start + 13]), hour < 24,
      let minute = decimalNumber(octets[start + 14..<start + 16]), minute < 60,
      let second = decimalNumber(octets[start + 17..<start + 19]), second < 60
    else { return nil }
    var rest = octets[(start + 19)...]
    guard let fraction = Instant.readFraction(&rest), let offset = Instant.readOffset(rest) else {
      return nil
    }
    let seconds = day.daysSinceEpoch * 86_400 + hour * 3600 + minute * 60 + second - offset
    guard Day(daysSinceEpoch: Int(floorDivide(Int64(seconds), 86_400))) != nil else { return nil }
    self.init(microseconds: Int64(seconds) * 1_000_000 + Int64(fraction))
  }

  /// Takes `.digits` off the front and returns its microseconds; 0 where there is none, nil where it is malformed.
  private static func readFraction(_ rest: inout ArraySlice<UInt8>) -> Int? {
    guard rest.first == UInt8(ascii: ".") else { return 0 }
    let digits = rest.dropFirst().prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard !digits.isEmpty else { return nil }
    rest = rest.dropFirst(digits.count + 1)
    var value = decimalNumber(digits.prefix(6)) ?? 0
    for _ in digits.count..<max(6, digits.count) { value *= 10 }
    return value
  }

  /// The offset in seconds east of UTC that `Z` or `±hh:mm` states; nil where it is malformed.
  private static func readOffset(_ octets: ArraySlice<UInt8>) -> Int? {
    guard let sign = octets.first else { return nil }
    if octets.count == 1 { return sign | 0x20 == UInt8(ascii: "z") ? 0 : nil }
    let start = octets.startIndex
    guard octets.count == 6, octets[start + 3] == UInt8(ascii: ":"),
      let hours = decimalNumber(octets[start + 1..<start + 3]), hours < 24,
      let minutes = decimalNumber(octets[start + 4..<start + 6]), minutes < 60
    else { return nil }
    let offset = hours * 3600 + minutes * 60
    switch sign {
    case UInt8(ascii: "+"): return offset
    case UInt8(ascii: "-"): return offset == 0 ? nil : -offset
    default: return nil
    }
  }
}
