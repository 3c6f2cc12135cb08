import Testing
import Values

@testable import Reports

/// “Relative periods: last quarter, last July–June”: by hand, at the edges of each.
@Suite struct RelativePeriodTests {
  @Test(
    "the days that a name means on a day",
    arguments: [
      (RelativePeriod.lastMonth, "2026-01-01", "2025-12-01", "2025-12-31"),
      (.lastMonth, "2024-03-31", "2024-02-01", "2024-02-29"),
      (.thisMonth, "2026-02-28", "2026-02-01", "2026-02-28"),
      (.nextMonth, "2026-12-31", "2027-01-01", "2027-01-31"),
      (.lastQuarter, "2026-01-01", "2025-10-01", "2025-12-31"),
      (.lastQuarter, "2026-03-31", "2025-10-01", "2025-12-31"),
      (.lastQuarter, "2026-04-01", "2026-01-01", "2026-03-31"),
      (.thisQuarter, "2026-06-30", "2026-04-01", "2026-06-30"),
      (.nextQuarter, "2026-11-26", "2027-01-01", "2027-03-31"),
      (.lastHalfYear, "2026-06-30", "2025-07-01", "2025-12-31"),
      (.lastHalfYear, "2026-07-01", "2026-01-01", "2026-06-30"),
      (.lastYear, "2026-12-31", "2025-01-01", "2025-12-31"),
      (.thisYear, "2026-12-31", "2026-01-01", "2026-12-31"),
      (.nextYear, "2026-01-01", "2027-01-01", "2027-12-31"),
      (.lastJulyJune, "2026-06-30", "2024-07-01", "2025-06-30"),
      (.lastJulyJune, "2026-07-01", "2025-07-01", "2026-06-30"),
      (.thisJulyJune, "2026-06-30", "2025-07-01", "2026-06-30"),
      (.thisJulyJune, "2026-07-01", "2026-07-01", "2027-06-30"),
    ])
  func days(period: RelativePeriod, day: String, from: String, to: String) throws {
    let days = try #require(period.days(on: Facts.day(day)))
    #expect(try days.from == Facts.day(from) && days.to == Facts.day(to), "\(days)")
  }

  @Test("before the calendar and behind it there are no days", arguments: RelativePeriod.allCases)
  func edges(period: RelativePeriod) throws {
    let (first, last) = (try Facts.day("0001-01-01"), try Facts.day("9999-12-31"))
    let isAcross = period == .thisJulyJune
    #expect((period.days(on: first) == nil) == (isAcross || period.rawValue.hasPrefix("last")))
    #expect((period.days(on: last) == nil) == !period.rawValue.hasPrefix("last"))
  }
}
