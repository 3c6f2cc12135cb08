import Testing
import Values

/// Ranges are written here as `first…last`, an open end as `first…`.
@Suite struct DayRangeTests {
  @Test(
    "Both ends belong to the range",
    arguments: [
      ("2026-01-01…2026-06-30", "2025-12-31", false),
      ("2026-01-01…2026-06-30", "2026-01-01", true),
      ("2026-01-01…2026-06-30", "2026-06-30", true),
      ("2026-01-01…2026-06-30", "2026-07-01", false),
      ("2026-01-01…2026-01-01", "2026-01-01", true),
      ("2026-01-01…", "2025-12-31", false),
      ("2026-01-01…", "2026-01-01", true),
      ("2026-01-01…", "9999-12-31", true),
    ])
  func contains(text: String, day: String, expected: Bool) throws {
    #expect(try range(text).contains(#require(Day(day))) == expected)
  }

  @Test(
    "Ranges that share a day",
    arguments: [
      ("2026-01-01…2026-06-30", "2026-06-30…2026-12-31", true),
      ("2026-01-01…2026-06-30", "2026-07-01…2026-12-31", false),
      ("2026-01-01…2026-12-31", "2026-03-01…2026-03-01", true),
      ("2026-01-01…", "2030-01-01…", true),
      ("2026-01-01…", "2020-01-01…2025-12-31", false),
      ("2026-01-01…", "2020-01-01…2026-01-01", true),
    ])
  func overlaps(one: String, other: String, expected: Bool) throws {
    let (first, second) = (try range(one), try range(other))
    #expect(first.overlaps(second) == expected)
    #expect(second.overlaps(first) == expected)
  }

  @Test(
    "Ranges that have every day of another",
    arguments: [
      ("2026-01-01…2026-06-30", "2026-01-01…2026-06-30", true),
      ("2026-01-01…2026-06-30", "2025-12-31…2026-06-30", false),
      ("2026-01-01…2026-06-30", "2026-01-01…2026-07-01", false),
      ("2026-01-01…2026-06-30", "2026-02-01…", false),
      ("2026-01-01…", "2026-02-01…2026-06-30", true),
      ("2026-01-01…", "2026-01-01…", true),
      ("2026-01-01…", "2025-12-31…", false),
    ])
  func covers(one: String, other: String, expected: Bool) throws {
    #expect(try range(one).covers(range(other)) == expected)
  }

  @Test func aRangeDoesNotEndBeforeItBegins() throws {
    let (first, dayBefore) = (try #require(Day("2026-01-01")), try #require(Day("2025-12-31")))
    #expect(DayRange(from: first, to: dayBefore) == nil)
    #expect(DayRange(from: first, to: first) != nil)
  }

  private func range(_ text: String) throws -> DayRange {
    let ends = text.split(separator: "…", omittingEmptySubsequences: false).map { Day($0) }
    let first = try #require(ends[0])
    return try #require(DayRange(from: first, to: ends[1]))
  }
}
