import Values

/// A month of the calendar.
struct Month: Hashable, Strideable, CustomStringConvertible {
  /// Months since the calendar's first one.
  let number: Int

  private init(number: Int) {
    self.number = number
  }

  /// The month that a day lies in.
  init(of day: Day) {
    let (year, month, _) = day.components
    number = (year - 1) * 12 + month - 1
  }

  /// Reads `YYYY-MM`; nil for anything else.
  init?(_ text: String) {
    guard let day = Day(text + "-01") else { return nil }
    self.init(of: day)
  }

  /// `YYYY-MM`.
  var description: String {
    let (years, month) = number.quotientAndRemainder(dividingBy: 12)
    let (year, place) = (String(years + 1), String(month + 1))
    return String(repeating: "0", count: 4 - year.count) + year + (place.count == 1 ? "-0" : "-") + place
  }

  func distance(to other: Month) -> Int { other.number - number }

  func advanced(by months: Int) -> Month { Month(number: number + months) }
}
