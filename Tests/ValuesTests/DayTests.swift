import Testing
import Values

@Suite struct DayTests {
  @Test(
    "Days by hand: text, year, month, day, days since 1970-01-01",
    arguments: [
      ("0001-01-01", 1, 1, 1, -719_162),
      ("1582-10-10", 1582, 10, 10, -141_432),
      ("1900-02-28", 1900, 2, 28, -25_509),
      ("1900-03-01", 1900, 3, 1, -25_508),
      ("1969-12-31", 1969, 12, 31, -1),
      ("1970-01-01", 1970, 1, 1, 0),
      ("2000-02-29", 2000, 2, 29, 11_016),
      ("2000-03-01", 2000, 3, 1, 11_017),
      ("2024-02-29", 2024, 2, 29, 19_782),
      ("2026-11-23", 2026, 11, 23, 20_780),
      ("9999-12-31", 9999, 12, 31, 2_932_896),
    ])
  func calendar(text: String, year: Int, month: Int, day: Int, daysSinceEpoch: Int) throws {
    let read = try #require(Day(text))
    #expect(read.daysSinceEpoch == daysSinceEpoch)
    #expect(read.components == (year, month, day))
    #expect(read.description == text)
    #expect(read == Day(year: year, month: month, day: day))
    #expect(read == Day(daysSinceEpoch: daysSinceEpoch))
  }

  @Test(
    "Texts that name no day",
    arguments: [
      ("the calendar has no 30 February", "2026-02-30"),
      ("no leap year", "2026-02-29"), ("a century is no leap year", "1900-02-29"),
      ("31 April", "2026-04-31"), ("day 0", "2026-01-00"), ("day 32", "2026-01-32"),
      ("month 0", "2026-00-10"), ("month 13", "2026-13-01"),
      ("year 0", "0000-12-31"), ("year 10000", "10000-01-01"), ("a negative year", "-001-01-01"),
      ("a signed year", "+026-01-01"), ("short", "2026-1-1"), ("basic form", "20260101"),
      ("an ordinal day", "2026-001"), ("slashes", "2026/01/01"), ("a time behind it", "2026-01-01T00:00:00Z"),
      ("blanks", " 2026-01-01"), ("nothing", ""), ("Arabic digits", "\u{0662}026-01-01"),
      ("a combining mark behind a hyphen", "2026-\u{301}01-01"),
    ])
  func refused(why: String, text: String) {
    #expect(Day(text) == nil)
  }

  @Test(
    "Components that name no day",
    arguments: [
      (2026, 2, 29), (2026, 2, 30), (2026, 6, 31), (2026, 1, 0), (2026, 0, 1), (2026, 13, 1), (0, 1, 1),
      (10_000, 1, 1), (-1, 1, 1), (Int.min, Int.min, Int.min), (Int.max, Int.max, Int.max),
    ])
  func refused(year: Int, month: Int, day: Int) {
    #expect(Day(year: year, month: month, day: day) == nil)
  }

  @Test(
    "Leap years by the Gregorian rule",
    arguments: [
      (1896, true), (1900, false), (1999, false), (2000, true), (2024, true), (2026, false), (2100, false),
      (2400, true), (4, true), (100, false), (400, true),
    ])
  func leapYears(year: Int, isLeap: Bool) {
    #expect((Day(year: year, month: 2, day: 29) != nil) == isLeap)
  }

  @Test(
    "The first and last day and one past each",
    arguments: [
      (-719_163, false), (-719_162, true), (2_932_896, true), (2_932_897, false), (Int.min, false),
      (Int.max, false),
    ])
  func bounds(daysSinceEpoch: Int, isDay: Bool) {
    #expect((Day(daysSinceEpoch: daysSinceEpoch) != nil) == isDay)
  }

  @Test(
    "Days and months added",
    arguments: [
      ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-03-31", -1, "2026-02-28"),
      ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 48, "2028-02-29"), ("2024-02-29", -12, "2023-02-28"),
      ("2026-11-23", 0, "2026-11-23"), ("2026-11-23", 1, "2026-12-23"), ("2026-12-31", 2, "2027-02-28"),
      ("2026-01-15", -1, "2025-12-15"), ("2026-01-15", -13, "2024-12-15"), ("0001-12-31", -11, "0001-01-31"),
      ("9998-12-31", 12, "9999-12-31"),
    ])
  func months(from: String, months: Int, to: String) throws {
    #expect(try #require(Day(from)).adding(months: months)?.description == to)
  }

  @Test(
    "Months that lead out of the calendar",
    arguments: [
      ("9999-12-31", 1), ("0001-01-01", -1), ("0001-01-31", -12), ("2026-01-01", -100_000),
      ("2026-01-01", 100_000),
      ("2026-01-01", Int.max), ("2026-01-01", Int.min),
    ])
  func monthsOutside(from: String, months: Int) throws {
    #expect(try #require(Day(from)).adding(months: months) == nil)
  }

  @Test(
    "Days added",
    arguments: [
      ("2026-02-28", 1, "2026-03-01"), ("2024-02-28", 1, "2024-02-29"), ("2026-01-01", -1, "2025-12-31"),
      ("1970-01-01", -1, "1969-12-31"), ("0001-01-01", 0, "0001-01-01"),
      ("0001-01-01", 3_652_058, "9999-12-31"),
    ])
  func days(from: String, days: Int, to: String) throws {
    #expect(try #require(Day(from)).adding(days: days)?.description == to)
  }

  @Test(
    "Days that lead out of the calendar",
    arguments: [
      ("0001-01-01", -1), ("9999-12-31", 1), ("2026-01-01", Int.max), ("1969-12-31", Int.min),
    ])
  func daysOutside(from: String, days: Int) throws {
    #expect(try #require(Day(from)).adding(days: days) == nil)
  }

  @Test func everySixtyFirstDayReadsBackAsItself() throws {
    for number in stride(from: -719_162, through: 2_932_896, by: 61) {
      let day = try #require(Day(daysSinceEpoch: number))
      let (year, month, dayOfMonth) = day.components
      guard Day(year: year, month: month, day: dayOfMonth) == day else {
        Issue.record("\(number) is written as \(day)")
        return
      }
    }
  }

  @Test func daysAreOrderedByTime() throws {
    let texts = ["0001-01-01", "0999-12-31", "1969-12-31", "1970-01-01", "2024-02-29", "9999-12-31"]
    let days = try texts.map { try #require(Day($0)) }
    #expect(days.shuffled().sorted() == days)
  }
}
