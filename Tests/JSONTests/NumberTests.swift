import JSON
import Testing

struct NumberTests {
  @Test(arguments: [
    ("0", true, 0), ("-0", true, 0), ("17", true, 17), ("1.0", false, 1), ("1E5", false, 100_000),
    ("1.50e1", false, 15), ("100e-2", false, 1), ("0.0e9", false, 0), ("1.5", false, nil),
    ("1e-1", false, nil),
    ("9007199254740993", true, 9_007_199_254_740_993),
    ("9223372036854775807", true, Int64.max), ("9223372036854775808", true, nil),
    ("-9223372036854775808", true, Int64.min), ("-9223372036854775809", true, nil),
    ("99999999999999999999", true, nil), ("123456789012345678901234567890", true, nil),
    ("1e18", false, 1_000_000_000_000_000_000), ("1e19", false, nil), ("1e999999999", false, nil),
    ("0e999999999", false, 0),
  ])
  func wholeNumbersAreExactOrNil(text: String, isInteger: Bool, value: Int64?) throws {
    let number = try #require(try number(text))
    #expect(number.text == text)
    #expect(number.isIntegerLiteral == isInteger)
    #expect(number.int64 == value)
  }

  @Test(arguments: [
    ("1", "1.0"), ("1", "1e0"), ("1", "10e-1"), ("-0", "0"), ("0.0", "0e7"), ("100", "1E2"), ("0.5", "5e-1"),
    ("12.50", "125e-1"), ("9007199254740993", "9007199254740993.0"), ("1e999999999", "10e999999998"),
    ("1.02", "102e-2"), ("10.2", "1.02e1"),
  ])
  func equalValuesAreEqualHoweverWritten(one: String, other: String) throws {
    let (left, right) = (try #require(try number(one)), try #require(try number(other)))
    #expect(left == right)
    #expect(left.hashValue == right.hashValue)
    #expect(!(left < right) && !(right < left))
  }

  @Test(arguments: [
    ("1", "2"), ("-1", "1"), ("-2", "-1"), ("-1", "0"), ("0", "1e-999999999"), ("9", "10"), ("0.9", "0.91"),
    ("0.99999999999999999999", "1"), ("9007199254740992", "9007199254740993"), ("1e10", "1e11"),
    ("-1e11", "-1e10"),
    ("1.23", "12.3"), ("99e1", "1e3"), ("-0.5", "0.5"),
  ])
  func orderIsThatOfTheExactValues(lesser: String, greater: String) throws {
    let (left, right) = (try #require(try number(lesser)), try #require(try number(greater)))
    #expect(left < right)
    #expect(!(right < left))
    #expect(left != right)
  }

  private func number(_ text: String) throws -> JSONNumber? {
    try JSONDocument(Array(text.utf8)).root.number
  }
}
