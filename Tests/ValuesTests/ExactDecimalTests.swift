import Testing
import Values

@Suite struct ExactDecimalTests {
  @Test(
    "Numbers as JSON and XML Schema write them, and how they are written back",
    arguments: [
      ("0", "0"), ("-0", "0"), ("0.0", "0"), ("-0.000", "0"), ("007", "7"), ("-12", "-12"),
      ("0.7", "0.7"), ("0.70", "0.7"), ("1.50", "1.5"), ("100", "100"), ("-0.05", "-0.05"),
      ("1E5", "100000"), ("1e+5", "100000"), ("8.5e1", "85"), ("85e-2", "0.85"), ("100e-2", "1"),
      ("0e99", "0"),
      ("1.0000000001", "1.0000000001"), ("9007199254740993", "9007199254740993"),
      ("999999999999999999", "999999999999999999"), ("-999999999999999999", "-999999999999999999"),
      ("0.000000000000000001", "0.000000000000000001"), ("1e-18", "0.000000000000000001"),
      ("1e17", "100000000000000000"), ("0.999999999999999999", "0.999999999999999999"),
      ("100e-20", "0.000000000000000001"), ("1.00000000000000000000000", "1"),
      ("0000000000000000000000000001", "1"),
    ])
  func reads(text: String, written: String) throws {
    let number = try #require(ExactDecimal(text))
    #expect(number.description == written)
    #expect(ExactDecimal(written) == number)
    #expect(ExactDecimal(utf8: Array(text.utf8)) == number)
  }

  @Test(
    "What is no number, or one that 18 digits cannot hold",
    arguments: [
      ("not a number", "nan"), ("infinity", "inf"), ("a hexadecimal fraction", "0x1p-1"),
      ("hexadecimal", "0x1"),
      ("Arabic digits", "\u{0660}\u{066B}\u{0667}"), ("full-width digits", "\u{FF11}"),
      ("a decimal comma", "0,7"),
      ("far too large", "1e400"), ("far too small", "1e-400"), ("nineteen digits", "1000000000000000001"),
      ("ten to the eighteenth", "1e18"), ("ten to the minus nineteenth", "1e-19"),
      ("thirty digits", "123456789012345678901234567890"),
      ("nineteen significant places", "1.000000000000000001"),
      ("nothing", ""), ("a sign alone", "-"), ("a plus sign", "+1"), ("two signs", "--1"),
      ("a point alone", "."),
      ("nothing before the point", ".5"), ("nothing behind it", "5."), ("two points", "1.2.3"),
      ("an exponent of nothing", "1e"), ("an exponent of a sign", "1e-"), ("a fractional exponent", "1e0.5"),
      ("an exponent alone", "e5"), ("a blank before", " 1"), ("a blank behind", "1 "),
      ("digit groups", "1_000"),
      ("a combining mark", "1\u{301}"), ("a NUL", "1\0"), ("a per cent sign", "85%"),
      ("a minus sign", "\u{2212}1"),
    ])
  func refused(why: String, text: String) {
    #expect(ExactDecimal(text) == nil)
  }

  @Test(
    "Equal numbers are one value, however they were written",
    arguments: [
      ("0.7", "0.70"), ("1", "1.0"), ("85e-2", "0.85"), ("-0", "0"), ("1E2", "100"),
    ])
  func equality(one: String, other: String) throws {
    let (first, second) = (try decimal(one), try decimal(other))
    #expect(first == second)
    #expect(first.hashValue == second.hashValue)
    #expect(!(first < second) && !(second < first))
  }

  @Test(
    "The places that it was written with",
    arguments: [
      ("7", 0), ("0.5", 1), ("0.50", 2), ("0.500", 3), ("1.0", 1), ("85e-2", 2), ("8.50e-1", 3), ("8.5e1", 0),
      ("8.55e1", 1), ("0e99", 0), ("-0.10", 2), ("1.00000000000000000000000", 18),
    ])
  func writtenPlaces(text: String, places: Int) throws {
    #expect(try decimal(text).writtenPlaces == places)
  }

  @Test(
    "The lesser number first",
    arguments: [
      ("0.7", "0.7000000000000001"), ("1", "1.0000000001"), ("-1", "0"), ("-0.2", "-0.1"), ("9", "10"),
      ("0.09", "0.1"), ("9007199254740992", "9007199254740993"),
      ("-999999999999999999", "0.000000000000000001"), ("0.999999999999999999", "999999999999999999"),
    ])
  func order(lesser: String, greater: String) throws {
    #expect(try decimal(lesser) < decimal(greater))
    #expect(try !(decimal(greater) < decimal(lesser)))
  }

  @Test(
    "Whether numerator ÷ denominator reaches a threshold",
    arguments: [
      ("70", "100", "0.7", true), ("69.999999999999999", "100", "0.7", false),
      ("7", "10", "0.7", true), ("0.7", "1", "0.7", true), ("0.699999999999999999", "1", "0.7", false),
      ("1", "3", "0.333333333333333333", true), ("1", "3", "0.333333333333333334", false),
      ("2", "3", "0.666666666666666666", true), ("2", "3", "0.666666666666666667", false),
      ("0", "100", "0", true), ("-1", "100", "0", false), ("-50", "100", "-0.5", true),
      ("100", "100", "1", true),
      ("101", "100", "1", true),
      ("999999999999999999", "0.000000000000000001", "1", true),
      ("-999999999999999999", "0.000000000000000001", "0.000000000000000001", false),
      ("0.000000000000000001", "999999999999999999", "0.000000000000000001", false),
      ("0.000000000000000001", "999999999999999999", "0", true),
      ("0.000000000000000001", "999999999999999999", "-1", true),
    ])
  func ratio(numerator: String, denominator: String, threshold: String, reaches: Bool) throws {
    #expect(
      try ExactDecimal.ratio(decimal(numerator), to: decimal(denominator), reaches: decimal(threshold))
        == reaches)
  }

  @Test(
    "The ratio for display is cut after six places",
    arguments: [
      ("85", "100", "0.85"), ("1", "3", "0.333333"), ("2", "3", "0.666666"), ("-2", "3", "-0.666666"),
      ("0", "7", "0"), ("0.5", "0.25", "2"),
    ])
  func displayRatio(numerator: String, denominator: String, shown: String) throws {
    #expect(try ExactDecimal.displayRatio(decimal(numerator), to: decimal(denominator))?.description == shown)
  }

  @Test(
    "Ratios that cannot be shown",
    arguments: [
      ("a denominator of nothing", "1", "0"),
      ("more than 18 digits", "999999999999999999", "0.000000000000000001"),
      ("more than 18 digits, negative", "-999999999999999999", "0.000000000000000001"),
    ])
  func displayRatioRefused(why: String, numerator: String, denominator: String) throws {
    #expect(try ExactDecimal.displayRatio(decimal(numerator), to: decimal(denominator)) == nil)
  }

  @Test(
    "Exact differences",
    arguments: [
      ("1", "0.9", "0.1"), ("0.3", "0.1", "0.2"), ("85", "20", "65"), ("-1", "1", "-2"), ("0.7", "0.70", "0"),
      ("999999999999999999", "1", "999999999999999998"),
      ("1", "0.000000000000000001", "0.999999999999999999"),
    ])
  func difference(one: String, other: String, result: String) throws {
    #expect(try ExactDecimal.difference(decimal(one), decimal(other))?.description == result)
  }

  @Test(
    "Differences that 18 digits cannot hold",
    arguments: [
      ("999999999999999999", "-1"), ("999999999999999999", "-999999999999999999"),
      ("100", "0.000000000000000001"),
    ])
  func differenceRefused(one: String, other: String) throws {
    #expect(try ExactDecimal.difference(decimal(one), decimal(other)) == nil)
  }

  @Test(
    "Significand and scale at their limits",
    arguments: [
      (999_999_999_999_999_999, 18, true), (-999_999_999_999_999_999, 0, true),
      (1_000_000_000_000_000_000, 0, false), (-1_000_000_000_000_000_000, 0, false), (Int64.min, 0, false),
      (1, -1, false), (1, 19, false),
    ])
  func limits(significand: Int64, scale: Int, isHeld: Bool) {
    #expect((ExactDecimal(significand: significand, scale: scale) != nil) == isHeld)
  }

  private func decimal(_ text: String) throws -> ExactDecimal {
    try #require(ExactDecimal(text))
  }
}
