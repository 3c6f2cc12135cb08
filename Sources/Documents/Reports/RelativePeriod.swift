public import Values

/// Days that are named from where one stands, for what is asked for again and again: in April, `last-quarter` is January
/// to March.
public enum RelativePeriod: String, Sendable, CaseIterable {
  case lastMonth = "last-month"
  case lastQuarter = "last-quarter"
  case lastHalfYear = "last-half-year"
  case lastYear = "last-year"
  /// July to June.
  case lastJulyJune = "last-july-june"
  case thisMonth = "this-month"
  case thisQuarter = "this-quarter"
  case thisYear = "this-year"
  case thisJulyJune = "this-july-june"
  case nextMonth = "next-month"
  case nextQuarter = "next-quarter"
  case nextYear = "next-year"

  /// The first and the last of the days, seen from a day; nil where the calendar does not reach so far.
  public func days(on day: Day) -> DayRange? {
    let (length, start, shift) = span
    let (year, month, _) = day.components
    let months = year * 12 + month - start
    let first = (months.quotient(by: length) + shift) * length + start - 1
    guard
      let from = Day(year: first.quotient(by: 12), month: first - first.quotient(by: 12) * 12 + 1, day: 1),
      let to = from.adding(months: length)?.adding(days: -1)
    else { return nil }
    return DayRange(from: from, to: to)
  }

  /// How many months, the month that the first of them in a year is, and how many spans from the present one.
  private var span: (months: Int, start: Int, shift: Int) {
    switch self {
    case .lastMonth: (1, 1, -1)
    case .lastQuarter: (3, 1, -1)
    case .lastHalfYear: (6, 1, -1)
    case .lastYear: (12, 1, -1)
    case .lastJulyJune: (12, 7, -1)
    case .thisMonth: (1, 1, 0)
    case .thisQuarter: (3, 1, 0)
    case .thisYear: (12, 1, 0)
    case .thisJulyJune: (12, 7, 0)
    case .nextMonth: (1, 1, 1)
    case .nextQuarter: (3, 1, 1)
    case .nextYear: (12, 1, 1)
    }
  }
}

extension Int {
  /// The whole number of times that a positive number goes into this one, rounded down.
  fileprivate func quotient(by divisor: Int) -> Int {
    let (quotient, rest) = quotientAndRemainder(dividingBy: divisor)
    return rest < 0 ? quotient - 1 : quotient
  }
}
