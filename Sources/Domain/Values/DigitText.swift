/// A text of ASCII digits and the signs between them, made octet by octet: dates and times are written for every record.
struct DigitText {
  private var octets: [UInt8] = []

  init(capacity: Int) {
    octets.reserveCapacity(capacity)
  }

  var text: String { String(decoding: octets, as: UTF8.self) }

  mutating func append(_ sign: UInt8) {
    octets.append(sign)
  }

  /// A sign, and a number that is not negative with leading zeros up to a width; a longer one keeps its last digits.
  mutating func append(_ sign: UInt8, _ number: Int, width: Int) {
    octets.append(sign)
    append(number, width: width)
  }

  /// `YYYY-MM-DD`.
  mutating func append(_ day: Day) {
    let (year, month, dayOfMonth) = day.components
    append(year, width: 4)
    append(UInt8(ascii: "-"), month, width: 2)
    append(UInt8(ascii: "-"), dayOfMonth, width: 2)
  }

  private mutating func append(_ number: Int, width: Int) {
    let end = octets.count + width
    for _ in 0..<width { octets.append(UInt8(ascii: "0")) }
    var (rest, place) = (number, end - 1)
    while rest > 0, place >= end - width {
      octets[place] = UInt8(ascii: "0") + UInt8(rest % 10)
      (rest, place) = (rest / 10, place - 1)
    }
  }
}
