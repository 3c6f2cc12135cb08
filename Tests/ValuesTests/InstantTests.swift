import Testing
import Values

@Suite struct InstantTests {
  @Test(
    "The UTC day of an instant, in microseconds since 1970",
    arguments: [
      (0, "1970-01-01"), (86_399_999_999, "1970-01-01"), (86_400_000_000, "1970-01-02"),
      (-1, "1969-12-31"), (-86_400_000_000, "1969-12-31"), (-86_400_000_001, "1969-12-30"),
      (Int64.max, "9999-12-31"), (Int64.min, "0001-01-01"),
    ])
  func dayInUTC(microseconds: Int64, day: String) {
    #expect(Instant(microseconds: microseconds).dayInUTC.description == day)
  }

  @Test(
    "The day at an offset east of UTC",
    arguments: [
      ("2026-06-30T23:59:59Z", 0, "2026-06-30"), ("2026-06-30T23:59:59Z", 1, "2026-07-01"),
      ("2026-06-30T10:00:00Z", 50_400, "2026-07-01"), ("2026-07-01T11:59:59Z", -43_200, "2026-06-30"),
      ("2026-07-01T12:00:00Z", -43_200, "2026-07-01"), ("1970-01-01T00:00:00Z", -1, "1969-12-31"),
    ])
  func dayAtOffset(text: String, offsetSeconds: Int, day: String) throws {
    #expect(try #require(Instant(text)).day(atOffsetSeconds: offsetSeconds).description == day)
  }

  @Test("Midnight UTC", arguments: ["0001-01-01", "1969-12-31", "1970-01-01", "2024-02-29", "9999-12-31"])
  func startOfDay(text: String) throws {
    let day = try #require(Day(text))
    #expect(Instant.startOfDayInUTC(day).description == "\(text)T00:00:00.000000Z")
    #expect(Instant.startOfDayInUTC(day).dayInUTC == day)
  }

  @Test func secondsAreAddedAndOrderIsTime() throws {
    let instant = try #require(Instant("2026-02-28T23:59:59Z"))
    #expect(instant.adding(seconds: 1).description == "2026-03-01T00:00:00.000000Z")
    #expect(instant.adding(seconds: -1) < instant)
  }
}
