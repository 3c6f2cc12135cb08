import Testing
import Values

@Suite struct PartialDayTests {
  @Test(arguments: [
    ("a year", "2007", true), ("a month", "2006-06", true), ("a day", "2011-10-17", true),
    ("a leap day", "2024-02-29", true), ("29 February of another year", "2023-02-29", false),
    ("a thirteenth month", "2006-13", false), ("two digits", "07", false), ("the year 0", "0000", false),
    ("a month of one digit", "2006-6", false), ("nothing", "", false), ("a blank behind", "2007 ", false),
    ("Arabic digits", "٢٠٠٧", false), ("an instant", "2011-10-17T00:00", false),
  ])
  func forms(why: String, text: String, isOne: Bool) {
    #expect((PartialDay(text)?.text == text) == isOne)
  }

  @Test func aFirstDayThatNobodyKnowsIsNotShown() throws {
    let range = try #require(DayRange.sinceUnknown(to: Day("2020-12-31")))
    #expect(range.knownFrom == nil)
    let day = try #require(Day("1995-01-01"))
    #expect(range.contains(day))
    #expect(DayRange(from: day, to: nil)?.knownFrom == day)
  }
}
