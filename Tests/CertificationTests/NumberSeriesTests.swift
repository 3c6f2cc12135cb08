import Certification
import Testing
import Values

@Suite struct NumberSeriesTests {
  /// Seconds since 2020 in 32 digits, the most significant first; six digits last until 2054. Two of chance follow.
  @Test(arguments: [
    ("the first second", "2020-01-01T00:00:00Z", "000000"), ("the next", "2020-01-01T00:00:01Z", "000001"),
    ("within a second", "2020-01-01T00:00:01.999999Z", "000001"),
    ("a letter that is not left out", "2020-01-01T00:00:18Z", "00000J"),
    ("a carry", "2020-01-01T00:00:32Z", "000010"), ("the last of six", "2054-01-09T13:37:03Z", "ZZZZZZ"),
    ("the first of seven", "2054-01-09T13:37:04Z", "1000000"),
    ("a clock before", "2019-12-31T23:59:59Z", "000000"),
  ])
  func aSeriesBeginsWithItsSecond(row: String, instant: String, text: String) throws {
    #expect(NumberSeries(begunAt: try #require(Instant(instant)), chance: 0).text == text + "00")
  }

  @Test(
    arguments: [
      (0, "00"), (1, "01"), (31, "0Z"), (32, "10"), (1023, "ZZ"), (1024, "00"), (.max, "ZZ"),
    ] as [(UInt64, String)])
  func chanceFollows(bits: UInt64, text: String) throws {
    let instant = try #require(Instant("2026-03-02T09:00:00Z"))
    #expect(NumberSeries(begunAt: instant, chance: bits).text.hasSuffix(text))
    #expect(NumberSeries(begunAt: instant, chance: bits).text.utf8.count == 8)
  }

  @Test func aNumberNamesItsSeries() throws {
    let code = try #require(SchemeCode("TTT"))
    let series = NumberSeries(recorded: "6FQ0W4")
    let number = CertificateNumber(scheme: code, year: 2026, series: series, serial: 43)
    #expect(number.text == "TTT-2026-6FQ0W4-000043")
  }
}
