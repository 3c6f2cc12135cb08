/// A zone's rule for every year after its written history: the TZ string of POSIX, with the hours of
/// RFC 9636 §3.3.1 (−167 to 167): `CET-1CEST,M3.5.0,M10.5.0/3`.
struct YearlyRule: Hashable, Sendable {
  private let standardOffset: Int
  private let summer: Summer?

  private struct Summer: Hashable, Sendable {
    let offset: Int
    let begin, end: Change
  }

  /// When clocks change: a day of the year, and seconds after its local midnight.
  fileprivate struct Change: Hashable, Sendable {
    let day: DayOfYear
    let seconds: Int
  }

  fileprivate enum DayOfYear: Hashable, Sendable {
    /// `Jn`: from 1 to 365, 29 February never counted.
    case withoutLeapDay(Int)
    /// `n`: from 0 to 365, 29 February counted.
    case counted(Int)
    /// `Mm.w.d`: the week of the month from 1, 5 for the last; the day of the week from Sunday, 0.
    case weekday(month: Int, week: Int, day: Int)
  }

  /// Nil where the text is no rule.
  init?(_ octets: some Collection<UInt8>) {
    var text = RuleText(octets)
    guard text.skipName(), let west = text.readTime(hours: 24) else { return nil }
    standardOffset = -west
    if text.isAtEnd {
      summer = nil
      return
    }
    guard text.skipName() else { return nil }
    var offset = -west + 3600
    if !text.isNext(",") {
      guard let west = text.readTime(hours: 24) else { return nil }
      offset = -west
    }
    guard text.skip(","), let begin = YearlyRule.readChange(&text), text.skip(","),
      let end = YearlyRule.readChange(&text), text.isAtEnd
    else { return nil }
    summer = Summer(offset: offset, begin: begin, end: end)
  }

  /// Seconds east of UTC at an instant.
  func offset(at seconds: Int) -> Int {
    changes(around: seconds).last { $0.start <= seconds }?.offset ?? standardOffset
  }

  /// When clocks change next; nil where they never do.
  func nextChange(after seconds: Int) -> Int? {
    changes(around: seconds).first { $0.start > seconds }?.start
  }

  /// The changes of the year that an instant lies in and of its neighbours, in order.
  private func changes(around seconds: Int) -> [TimeZone.Period] {
    guard let summer else { return [] }
    let year = Calendar.year(ofDay: floorDivide(seconds, 86_400))
    let changes = (year - 1...year + 1).flatMap { year in
      [
        TimeZone.Period(start: summer.end.seconds(in: year) - summer.offset, offset: standardOffset),
        TimeZone.Period(start: summer.begin.seconds(in: year) - standardOffset, offset: summer.offset),
      ]
    }
    // Where summer ends and begins at one instant it lasts all year: its beginning comes last and counts.
    return changes.sorted { one, other in
      one.start != other.start ? one.start < other.start : other.offset == summer.offset
    }
  }

  private static func readChange(_ text: inout RuleText) -> Change? {
    guard let day = readDay(&text) else { return nil }
    guard text.skip("/") else { return Change(day: day, seconds: 7200) }
    guard let seconds = text.readTime(hours: 167) else { return nil }
    return Change(day: day, seconds: seconds)
  }

  private static func readDay(_ text: inout RuleText) -> DayOfYear? {
    if text.skip("J") { return text.readNumber(1...365).map { .withoutLeapDay($0) } }
    guard text.skip("M") else { return text.readNumber(0...365).map { .counted($0) } }
    guard let month = text.readNumber(1...12), text.skip("."), let week = text.readNumber(1...5),
      text.skip("."),
      let day = text.readNumber(0...6)
    else { return nil }
    return .weekday(month: month, week: week, day: day)
  }
}

extension YearlyRule.Change {
  /// Seconds from 1970 to the change, by the local clock before it.
  fileprivate func seconds(in year: Int) -> Int {
    dayNumber(in: year) * 86_400 + seconds
  }

  private func dayNumber(in year: Int) -> Int {
    switch day {
    case .counted(let days): return Calendar.day(year: year, month: 1) + days
    case .withoutLeapDay(let days):
      let isAfterLeapDay =
        days >= 60 && Calendar.day(year: year, month: 3) - Calendar.day(year: year, month: 1) == 60
      return Calendar.day(year: year, month: 1) + days - 1 + (isAfterLeapDay ? 1 : 0)
    case .weekday(let month, let week, let weekday):
      let first = Calendar.day(year: year, month: month)
      let next =
        month == 12 ? Calendar.day(year: year + 1, month: 1) : Calendar.day(year: year, month: month + 1)
      // 1970-01-01 was a Thursday, 4.
      let ahead = (weekday - (first + 4) % 7 + 14) % 7
      let found = first + ahead + (week - 1) * 7
      return found < next ? found : found - 7
    }
  }
}

/// The Gregorian calendar, as far as a rule needs it.
private enum Calendar {
  /// The first day of a month, counted from 1970-01-01.
  static func day(year: Int, month: Int) -> Int {
    // Years are counted from March, so that a leap day ends one.
    let year = month <= 2 ? year - 1 : year
    let monthFromMarch = (month + 9) % 12
    let leapDays = floorDivide(year, 4) - floorDivide(year, 100) + floorDivide(year, 400)
    return year * 365 + leapDays + (153 * monthFromMarch + 2) / 5 - 719_468
  }

  /// The year that a day, counted from 1970-01-01, lies in.
  static func year(ofDay day: Int) -> Int {
    // 146,097 days have 400 years; the estimate is at most one off.
    let estimate = 1970 + floorDivide(day * 400, 146_097)
    if self.day(year: estimate, month: 1) > day { return estimate - 1 }
    return self.day(year: estimate + 1, month: 1) <= day ? estimate + 1 : estimate
  }
}
