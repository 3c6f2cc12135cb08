import Values

/// A month of the calendar.
struct Month: Hashable, Comparable, CustomStringConvertible {
  /// Months since the calendar's first one.
  let number: Int

  /// The month that a day lies in.
  init(of day: Day) {
    let (year, month, _) = day.components
    number = (year - 1) * 12 + month - 1
  }

  /// `YYYY-MM`.
  var description: String {
    let (years, month) = number.quotientAndRemainder(dividingBy: 12)
    let (year, place) = (String(years + 1), String(month + 1))
    return String(repeating: "0", count: 4 - year.count) + year + (place.count == 1 ? "-0" : "-") + place
  }

  static func < (one: Month, other: Month) -> Bool { one.number < other.number }
}
