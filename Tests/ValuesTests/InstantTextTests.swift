import Testing
import Values

@Suite struct InstantTextTests {
  @Test(
    "Date-times that are read, and the same instant in UTC",
    arguments: [
      ("2026-11-23T08:05:09Z", "2026-11-23T08:05:09.000000Z"),
      ("2026-11-23t08:05:09z", "2026-11-23T08:05:09.000000Z"),
      ("2026-11-23T08:05:09+00:00", "2026-11-23T08:05:09.000000Z"),
      ("2026-11-23T08:05:09+14:00", "2026-11-22T18:05:09.000000Z"),
      ("2026-11-23T08:05:09-12:00", "2026-11-23T20:05:09.000000Z"),
      ("2026-11-23T08:05:09+05:45", "2026-11-23T02:20:09.000000Z"),
      ("2026-11-23T08:05:09-00:01", "2026-11-23T08:06:09.000000Z"),
      ("2026-11-23T23:59:59+23:59", "2026-11-23T00:00:59.000000Z"),
      ("2026-12-31T23:30:00-01:00", "2027-01-01T00:30:00.000000Z"),
      ("2024-02-29T00:00:00Z", "2024-02-29T00:00:00.000000Z"),
      ("1969-12-31T23:59:59.999999Z", "1969-12-31T23:59:59.999999Z"),
      ("1900-01-01T00:00:00.5Z", "1900-01-01T00:00:00.500000Z"),
      ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.000000Z"),
      ("9999-12-31T23:59:59.999999Z", "9999-12-31T23:59:59.999999Z"),
    ])
  func reads(text: String, inUTC: String) throws {
    let instant = try #require(Instant(text))
    #expect(instant.description == inUTC)
    #expect(Instant(inUTC) == instant)
  }

  @Test(
    "Decimals of the second: those after the sixth are cut",
    arguments: [
      ("1", 100_000), ("12", 120_000), ("123", 123_000), ("1234", 123_400), ("12345", 123_450),
      ("123456", 123_456), ("1234567", 123_456), ("12345678", 123_456), ("123456789", 123_456),
      ("000001", 1), ("0000009", 0), ("999999999", 999_999), ("12345678901234567890123456789", 123_456),
    ])
  func fractions(digits: String, microseconds: Int64) {
    #expect(Instant("1970-01-01T00:00:00.\(digits)Z")?.microseconds == microseconds)
  }

  @Test(
    "Date-times that are refused",
    arguments: [
      ("year 0", "0000-01-01T00:00:00Z"), ("a five-digit year", "12026-01-01T00:00:00Z"),
      ("a day that is none", "2026-02-30T00:00:00Z"), ("no leap year", "2026-02-29T00:00:00Z"),
      ("24 o'clock", "2026-11-23T24:00:00Z"), ("minute 60", "2026-11-23T08:60:00Z"),
      ("second 60", "2016-12-31T23:59:60Z"), ("the unknown offset", "2026-11-23T08:05:09-00:00"),
      ("the unknown offset, basic", "2026-11-23T08:05:09-0000"),
      ("the unknown offset, short", "2026-11-23T08:05:09-00"),
      ("an offset of 24 hours", "2026-11-23T08:05:09+24:00"),
      ("an offset of 60 minutes", "2026-11-23T08:05:09+01:60"),
      ("an offset without colon", "2026-11-23T08:05:09+0100"),
      ("an offset without sign", "2026-11-23T08:05:0901:00"),
      ("no offset", "2026-11-23T08:05:09"), ("a day alone", "2026-11-23"),
      ("no seconds", "2026-11-23T08:05Z"),
      ("a blank for T", "2026-11-23 08:05:09Z"), ("a decimal comma", "2026-11-23T08:05:09,5Z"),
      ("no decimals behind the point", "2026-11-23T08:05:09.Z"), ("two letters Z", "2026-11-23T08:05:09ZZ"),
      ("a letter that is not Z", "2026-11-23T08:05:09A"),
      ("a minus of its own", "2026-11-23T08:05:09\u{2212}01:00"),
      ("basic form", "20261123T080509Z"), ("a week", "2026-W48-1T08:05:09Z"), ("nothing", ""),
      ("a blank behind", "2026-11-23T08:05:09Z "), ("a combining mark on T", "2026-11-23T\u{301}08:05:09Z"),
      ("Arabic digits", "2026-11-23T\u{0660}8:05:09Z"), ("a signed hour", "2026-11-23T+8:05:09Z"),
      ("before year 1 in UTC", "0001-01-01T00:00:00+00:01"),
      ("after year 9999 in UTC", "9999-12-31T23:59:00-00:01"),
    ])
  func refused(why: String, text: String) {
    #expect(Instant(text) == nil)
  }

  @Test(
    "Decimals written",
    arguments: [
      (0, "1969-12-31T23:59:59Z"), (3, "1969-12-31T23:59:59.987Z"), (6, "1969-12-31T23:59:59.987654Z"),
    ])
  func written(fractionDigits: Int, text: String) {
    #expect(Instant(microseconds: -12_346).text(fractionDigits: fractionDigits) == text)
  }

  @Test func octetsFromTheMiddleOfABufferAreRead() {
    let buffer = Array(#"{"timestamp":"2026-11-23T08:05:09.25Z"}"#.utf8)
    #expect(Instant(utf8: buffer[14..<37])?.description == "2026-11-23T08:05:09.250000Z")
  }

  @Test func octetsThatAreNoUTF8AreRefused() {
    var octets = Array("2026-11-23T08:05:09Z".utf8)
    octets[3] = 0xFF
    #expect(Instant(utf8: octets[...]) == nil)
  }
}
