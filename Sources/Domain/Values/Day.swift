/// A calendar day of the proleptic Gregorian calendar, without time or zone, from 0001-01-01 to 9999-12-31.
public struct Day: Hashable, Sendable, Comparable {
  /// Days since 1970-01-01; negative before it.
  public let daysSinceEpoch: Int

  /// The day that lies so many days after 1970-01-01; nil outside the years 1 to 9999.
  public init?(daysSinceEpoch: Int) {
    guard (-719_162...2_932_896).contains(daysSinceEpoch) else { return nil }
    self.daysSinceEpoch = daysSinceEpoch
  }

  /// The day with these components; nil where the calendar has no such day (2026-02-30).
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1 else { return nil }
    guard day <= Day.lengthOfMonth(month, year: year) else { return nil }
    daysSinceEpoch = Day.daysSinceEpoch(year: year, month: month, day: day)
  }

  /// 0001-01-01, the first day that there is.
  static let first = Day(year: 1, month: 1, day: 1)

  /// Reads `YYYY-MM-DD` (ISO 8601 extended, ten ASCII characters); anything else is nil.
  public init?(_ text: some StringProtocol) {
    let octets = Array(text.utf8)
    guard octets.count == 10, octets[4] == UInt8(ascii: "-"), octets[7] == UInt8(ascii: "-") else {
      return nil
    }
    guard let year = decimalNumber(octets[0..<4]), let month = decimalNumber(octets[5..<7]),
      let day = decimalNumber(octets[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Year, month from 1 and day of the month from 1.
  public var components: (year: Int, month: Int, day: Int) {
    // Days are counted in 400-year eras that begin on 1 March, so that a leap day ends its year.
    let shifted = daysSinceEpoch + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// This day moved by so many days; nil outside the years 1 to 9999.
  public func adding(days: Int) -> Day? {
    let (moved, isTooFar) = daysSinceEpoch.addingReportingOverflow(days)
    return isTooFar ? nil : Day(daysSinceEpoch: moved)
  }

  /// This day moved by so many months; a day that the target month lacks becomes its last one
  /// (2024-02-29 and twelve months: 2025-02-28). Nil outside the years 1 to 9999.
  public func adding(months: Int) -> Day? {
    let (year, month, day) = components
    let (counted, isTooFar) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !isTooFar, counted >= 0 else { return nil }
    let (targetYear, monthsIntoYear) = counted.quotientAndRemainder(dividingBy: 12)
    let targetMonth = monthsIntoYear + 1
    return Day(
      year: targetYear, month: targetMonth,
      day: min(day, Day.lengthOfMonth(targetMonth, year: targetYear)))
  }

  public static func < (one: Day, other: Day) -> Bool { one.daysSinceEpoch < other.daysSinceEpoch }

  private static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  private static func lengthOfMonth(_ month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func daysSinceEpoch(year: Int, month: Int, day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}

extension Day: CustomStringConvertible {
  /// `YYYY-MM-DD`.
  public var description: String {
    var text = DigitText(capacity: 10)
    text.append(self)
    return text.text
  }
}

/// The value of one to nine ASCII digits; nil for anything else, signs and other scripts' digits included.
func decimalNumber(_ octets: some Collection<UInt8>) -> Int? {
  guard !octets.isEmpty, octets.count <= 9 else { return nil }
  var value = 0
  for octet in octets {
    guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(octet) else { return nil }
    value = value * 10 + Int(octet - UInt8(ascii: "0"))
  }
  return value
}
