import Foundation
import Testing
import TimeZones

private typealias Zone = TimeZones.TimeZone

/// Microseconds of a UTC time, and days of a date, by another calendar than ours.
private func instant(_ text: String) throws -> Int64 {
  let date = try #require(ISO8601DateFormatter().date(from: text))
  return Int64(date.timeIntervalSince1970) * 1_000_000
}

private func day(_ text: String) throws -> Int {
  Int(try instant(text + "T00:00:00Z") / 86_400_000_000)
}

@Suite struct TimeZoneTests {
  @Test(arguments: [
    ("UTC", "2026-07-01T00:00:00Z", 0),
    ("Etc/UTC", "1900-01-01T00:00:00Z", 0),
    // Brussels 2026: forward on 29 March, back on 25 October, both at 01:00 UTC.
    ("Europe/Brussels", "2026-03-29T00:59:59Z", 3600),
    ("Europe/Brussels", "2026-03-29T01:00:00Z", 7200),
    ("Europe/Brussels", "2026-10-25T00:59:59Z", 7200),
    ("Europe/Brussels", "2026-10-25T01:00:00Z", 3600),
    // Beyond the written history, by the rule.
    ("Europe/Brussels", "2099-03-29T00:59:59Z", 3600),
    ("Europe/Brussels", "2099-03-29T01:00:00Z", 7200),
    ("Europe/Brussels", "2099-10-25T01:00:00Z", 3600),
    ("Europe/Brussels", "2099-01-01T00:00:00Z", 3600),
    ("Europe/Brussels", "2099-12-31T23:59:59Z", 3600),
    // Before standard time: +0:17:30.
    ("Europe/Brussels", "1870-01-01T00:00:00Z", 1050),
    // Cairo: forward at midnight of the last Friday of April, back at midnight after the last Thursday of October.
    ("Africa/Cairo", "2026-04-23T21:59:59Z", 7200),
    ("Africa/Cairo", "2026-04-23T22:00:00Z", 10800),
    ("Africa/Cairo", "2026-10-29T20:59:59Z", 10800),
    ("Africa/Cairo", "2026-10-29T21:00:00Z", 7200),
    ("Asia/Kathmandu", "2026-01-01T00:00:00Z", 20700),
    ("Asia/Kathmandu", "2200-07-01T00:00:00Z", 20700),
    ("Etc/GMT-14", "2026-01-01T00:00:00Z", 50400),
    ("Etc/GMT+12", "2026-01-01T00:00:00Z", -43200),
    ("Pacific/Kiritimati", "2026-01-01T00:00:00Z", 50400),
    // Southern summer crosses the year; half an hour only.
    ("Australia/Lord_Howe", "2100-01-01T00:00:00Z", 39600),
    ("Australia/Lord_Howe", "2100-06-01T00:00:00Z", 37800),
    // Hours before midnight in the rule: M3.5.0/-1.
    ("America/Nuuk", "2060-03-28T00:59:59Z", -7200),
    ("America/Nuuk", "2060-03-28T01:00:00Z", -3600),
  ])
  func knowsTheOffset(name: String, at time: String, seconds: Int) throws {
    #expect(try Zone(named: name).offsetSeconds(atMicroseconds: instant(time)) == seconds)
  }

  @Test(arguments: [
    ("UTC", "2026-02-28", "2026-02-28T00:00:00Z"),
    ("Europe/Brussels", "2026-03-29", "2026-03-28T23:00:00Z"),
    ("Europe/Brussels", "2026-03-30", "2026-03-29T22:00:00Z"),
    ("Europe/Brussels", "2026-10-25", "2026-10-24T22:00:00Z"),
    ("Europe/Brussels", "2026-10-26", "2026-10-25T23:00:00Z"),
    // Midnight is skipped: the day begins at 01:00 local.
    ("Africa/Cairo", "2026-04-24", "2026-04-23T22:00:00Z"),
    // Midnight comes twice, once as 24:00 of the day before: the first counts.
    ("Africa/Cairo", "2026-10-30", "2026-10-29T22:00:00Z"),
    ("America/Havana", "2026-11-01", "2026-11-01T04:00:00Z"),
    ("Asia/Kathmandu", "2026-01-01", "2025-12-31T18:15:00Z"),
    ("Etc/GMT-14", "2026-01-01", "2025-12-31T10:00:00Z"),
    ("Etc/GMT+12", "2026-01-01", "2026-01-01T12:00:00Z"),
    // Samoa left out 30 December 2011: it begins with the 31st.
    ("Pacific/Apia", "2011-12-29", "2011-12-29T10:00:00Z"),
    ("Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z"),
    ("Pacific/Apia", "2011-12-31", "2011-12-30T10:00:00Z"),
    ("Europe/Brussels", "2099-03-30", "2099-03-29T22:00:00Z"),
  ])
  func knowsWhenADayBegins(name: String, date: String, start: String) throws {
    #expect(try Zone(named: name).startOfDay(day(date)) == instant(start))
  }

  @Test(arguments: [
    ("Europe/Brussels", "2026-03-28T22:59:59Z", "2026-03-28"),
    ("Europe/Brussels", "2026-03-28T23:00:00Z", "2026-03-29"),
    ("Asia/Kathmandu", "2026-01-01T18:14:59Z", "2026-01-01"),
    ("Asia/Kathmandu", "2026-01-01T18:15:00Z", "2026-01-02"),
    ("Etc/GMT-14", "2026-01-01T09:59:59Z", "2026-01-01"),
    ("Etc/GMT-14", "2026-01-01T10:00:00Z", "2026-01-02"),
    ("UTC", "1969-12-31T23:59:59Z", "1969-12-31"),
    ("Pacific/Apia", "2011-12-30T09:59:59Z", "2011-12-29"),
    ("Pacific/Apia", "2011-12-30T10:00:00Z", "2011-12-31"),
  ])
  func knowsTheDay(name: String, at time: String, date: String) throws {
    #expect(try Zone(named: name).day(atMicroseconds: instant(time)) == day(date))
  }

  @Test func timesBetweenMicrosecondsBelongToTheEarlierSecond() throws {
    #expect(Zone.utc.day(atMicroseconds: -1) == -1)
    #expect(Zone.utc.day(atMicroseconds: 0) == 0)
    #expect(Zone.utc.day(atMicroseconds: 86_399_999_999) == 0)
    let brussels = try Zone(named: "Europe/Brussels")
    for extreme in [Int64.min, Int64.max] {
      #expect(abs(brussels.offsetSeconds(atMicroseconds: extreme)) < 8000)
    }
    #expect(brussels.startOfDay(.max) == brussels.startOfDay(100_000_000))
    #expect(brussels.startOfDay(.min) == brussels.startOfDay(-100_000_000))
  }

  // Another reader's opinion, over the zones that a report is likely to be asked for and the odd ones.
  @Test(arguments: [
    "Europe/Brussels", "Africa/Cairo", "America/New_York", "America/Sao_Paulo", "Asia/Tehran", "Asia/Gaza",
    "Africa/Casablanca", "Australia/Lord_Howe", "America/Nuuk", "Pacific/Chatham", "Europe/Dublin",
    "Asia/Tokyo",
  ])
  func agreesWithFoundation(name: String) throws {
    let zone = try Zone(named: name)
    let found = Foundation.TimeZone(identifier: name)
    let other = try #require(found)
    for seconds in stride(from: -2_000_000_000, to: 2_100_000_000, by: 500_000) {
      let expected = other.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
      #expect(zone.offsetSeconds(atMicroseconds: Int64(seconds) * 1_000_000) == expected, "\(seconds)")
    }
  }

  @Test(arguments: [
    "", "Europe/Nowhere", "Europe", "europe/brussels", "../../etc/hostname", "/etc/hostname",
    "Europe//Brussels",
    "Europe/Brussels/", "Europe/Bru\u{301}ssels", "right/Europe/Brussels", "posix/UTC", "localtime",
    "tzdata.zi",
    "Europe/Brussels\0", "leap-seconds.list", "Z", String(repeating: "a", count: 65),
  ])
  func refusesWhatIsNoName(name: String) {
    #expect(throws: TimeZoneError.unknown(name: name)) { try Zone(named: name) }
  }

  @Test func refusesAFileOfTheDatabaseThatIsNoZone() {
    #expect(throws: TimeZoneError.damaged(name: "leapseconds", fault: .notTimeZoneInformation, offset: 0)) {
      try Zone(named: "leapseconds")
    }
  }
}
