import Reports
import Testing
import Values

/// “Any period (quarter, half-year, July–June, calendar, donor year) with explicit inclusive days” (domain 4.5, 7.7).
@Suite struct NamedPeriodTests {
  @Test(
    "a name stands for a first and a last day",
    arguments: [
      ("2026-Q1", "2026-01-01", "2026-03-31"), ("2026-Q2", "2026-04-01", "2026-06-30"),
      ("2026-Q3", "2026-07-01", "2026-09-30"), ("2026-Q4", "2026-10-01", "2026-12-31"),
      ("2026-H1", "2026-01-01", "2026-06-30"), ("2026-H2", "2026-07-01", "2026-12-31"),
      ("2026", "2026-01-01", "2026-12-31"), ("2025-26", "2025-07-01", "2026-06-30"),
      ("1999-00", "1999-07-01", "2000-06-30"), ("2024-02", "2024-02-01", "2024-02-29"),
      ("2025-02", "2025-02-01", "2025-02-28"), ("2026-12", "2026-12-01", "2026-12-31"),
      ("2010-11", "2010-11-01", "2010-11-30"), ("2026-04/P1Y", "2026-04-01", "2027-03-31"),
      ("2026-04/P12M", "2026-04-01", "2027-03-31"), ("2026-10/P6M", "2026-10-01", "2027-03-31"),
      ("2026-11/P3M", "2026-11-01", "2027-01-31"), ("0001", "0001-01-01", "0001-12-31"),
      // What reads as a month of ISO 8601 is one, though it may be read as twelve months from July: those have a name
      // that cannot be.
      ("2000-01", "2000-01-01", "2000-01-31"), ("2008-09", "2008-09-01", "2008-09-30"),
      ("2011-12", "2011-12-01", "2011-12-31"), ("2012-13", "2012-07-01", "2013-06-30"),
      ("2008-07/P1Y", "2008-07-01", "2009-06-30"),
    ])
  func days(name: String, from: String, to: String) throws {
    let days = try #require(NamedPeriod.days(name))
    #expect(days.from == Day(from) && days.to == Day(to))
  }

  @Test(
    "what is no name stands for nothing",
    arguments: [
      "", "26", "0000", "2026-", "2026-Q0", "2026-Q5", "2026-q1", "2026-H3", "2025-27", "2025-00", "2026-13",
      "2026-1", "2026-04/", "2026-04/P2Y", "2026/P1Y", "2026-13/P1Y", "2026-04-01", "2026-04/P1Y/P1Y",
      "٢٠٢٦", "2026-Q1\u{301}", "9999-12/P3M", "-2026", "+026",
    ])
  func none(name: String) {
    #expect(NamedPeriod.days(name) == nil)
  }
}
