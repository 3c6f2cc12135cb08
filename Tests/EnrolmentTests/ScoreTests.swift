import Enrolment
import Testing
import Values

/// Scores are written here as four texts; "" stands for a number that was not given.
@Suite struct ScoreTests {
  @Test(
    "Scores inside their scale: scaled, raw, minimum, maximum",
    arguments: [
      ("0.85", "", "", ""), ("1", "", "", ""), ("-1", "", "", ""), ("0", "", "", ""),
      ("", "85", "0", "100"), ("", "0", "0", "100"), ("", "100", "0", "100"), ("", "85", "", "100"),
      ("", "-5", "", "100"), ("", "1000000", "0", ""), ("", "7", "", ""), ("0.9", "90", "0", "100"),
      ("0.9", "", "0", "100"), ("", "-3", "-5", "-1"),
    ])
  func accepted(scaled: String, raw: String, minimum: String, maximum: String) throws {
    let score = try score(scaled, raw, minimum, maximum)
    #expect(score.scaled == ExactDecimal(scaled))
    #expect(score.raw == ExactDecimal(raw))
    #expect(score.minimum == ExactDecimal(minimum))
    #expect(score.maximum == ExactDecimal(maximum))
  }

  /// xAPI Data 2.4.5.1: raw lies "between min and max (if present, otherwise unrestricted), inclusive"; min is less
  /// than max.
  @Test(
    "What is no score, agreeing or not: scaled, raw, minimum, maximum",
    arguments: [
      ("", "", "", "", .valueMissing),
      ("", "", "0", "100", .valueMissing),
      ("", "5", "10", "10", .scaleEmpty(minimum: number(10), maximum: number(10))),
      ("0.5", "", "10", "9", .scaleEmpty(minimum: number(10), maximum: number(9))),
      ("", "101", "0", "100", .rawOutOfRange(raw: number(101), minimum: number(0), maximum: number(100))),
      ("", "-1", "0", "100", .rawOutOfRange(raw: number(-1), minimum: number(0), maximum: number(100))),
      ("", "-1", "0", "", .rawOutOfRange(raw: number(-1), minimum: number(0), maximum: nil)),
      ("", "101", "", "100", .rawOutOfRange(raw: number(101), minimum: nil, maximum: number(100))),
      ("0.5", "101", "", "100", .rawOutOfRange(raw: number(101), minimum: nil, maximum: number(100))),
    ] as [(String, String, String, String, Score.Refusal)])
  func refused(scaled: String, raw: String, minimum: String, maximum: String, refusal: Score.Refusal) {
    #expect(throws: refusal) { try score(scaled, raw, minimum, maximum) }
  }

  @Test(
    "Whether a scaled value is what the raw one comes to: scaled, raw, minimum, maximum",
    arguments: [
      ("0.85", "85", "0", "100", true), ("0.85", "85", "", "100", true), ("0.5", "85", "", "100", false),
      ("0.8125", "85", "20", "100", true), ("0.85", "85", "20", "100", false),
      ("0.5", "0", "-10", "10", true),
      ("-0.25", "-5", "", "20", true), ("0.25", "-5", "", "20", false),
      // Rounded to the places that it was given with; a half goes either way.
      ("0.67", "2", "0", "3", true), ("0.66", "2", "0", "3", false), ("0.7", "2", "0", "3", true),
      ("0.6666666666666667", "2", "0", "3", true), ("0.6666666666666666", "2", "0", "3", false),
      ("0.66666666666666667", "2", "0", "3", true),
      ("0.5", "54", "", "100", true), ("0.50", "54", "", "100", false), ("0.54", "54.4", "", "100", true),
      ("0.5", "45", "", "100", true), ("0.5", "55", "", "100", true), ("0.5", "55.1", "", "100", false),
      ("0.5", "44.9", "", "100", false), ("5e-1", "54", "", "100", true), ("50e-2", "54", "", "100", false),
      // A whole value is exact.
      ("1", "100", "0", "100", true), ("1", "99.9", "0", "100", false), ("1.0", "99.9", "0", "100", true),
      ("1.0", "94.9", "0", "100", false), ("0", "0", "0", "100", true), ("0", "0.1", "0", "100", false),
      // Nothing that the scaled value could be set against.
      ("0.5", "85", "", "", true), ("0.5", "85", "0", "", true), ("0.5", "", "0", "100", true),
      ("0.5", "-5", "", "-1", true), ("0.5", "0.000000000000000001", "-100", "100", true),
    ] as [(String, String, String, String, Bool)])
  func agreement(
    scaled: String, raw: String, minimum: String, maximum: String, isAgreed: Bool
  ) throws {
    guard !isAgreed else {
      _ = try Score(
        scaled: ExactDecimal(scaled), raw: ExactDecimal(raw), minimum: ExactDecimal(minimum),
        maximum: ExactDecimal(maximum))
      return
    }
    let refusal = Score.Refusal.contradictory(
      scaled: try #require(ExactDecimal(scaled)), raw: try #require(ExactDecimal(raw)),
      minimum: ExactDecimal(minimum), maximum: try #require(ExactDecimal(maximum)))
    #expect(throws: refusal) {
      try Score(
        scaled: ExactDecimal(scaled), raw: ExactDecimal(raw), minimum: ExactDecimal(minimum),
        maximum: ExactDecimal(maximum))
    }
    _ = try score(scaled, raw, minimum, maximum)
  }

  /// xAPI Data 2.4.5.1: scaled is a "decimal number between -1 and 1, inclusive".
  @Test("One past the limits of a scaled value", arguments: ["1.0000000001", "-1.0000000001", "2", "100"])
  func scaledOutOfRange(text: String) throws {
    let scaled = try #require(ExactDecimal(text))
    #expect(throws: Score.Refusal.scaledOutOfRange(scaled)) { try Score(scaled: scaled) }
  }

  @Test(
    "Whether a score reaches a threshold: scaled, raw, minimum, maximum, threshold",
    arguments: [
      ("0.7", "", "", "", "0.7", true), ("0.699999999999999999", "", "", "", "0.7", false),
      ("-0.5", "", "", "", "0", false),
      ("", "70", "0", "100", "0.7", true), ("", "69.999999999999999", "0", "100", "0.7", false),
      ("", "70", "", "100", "0.7", true), ("", "85", "20", "100", "0.8125", true),
      ("", "85", "20", "100", "0.812500000000000001", false),
      ("", "2", "0", "3", "0.666666666666666666", true), ("", "2", "0", "3", "0.666666666666666667", false),
      ("", "0", "-10", "10", "0.5", true), ("", "-5", "", "10", "0", false), ("", "0", "0", "100", "0", true),
      // The scaled value is the source's own; it decides where raw would say otherwise.
      ("0.9", "10", "0", "100", "0.7", true), ("0.1", "90", "0", "100", "0.7", false),
      ("", "70", "", "", "0.7", nil), ("", "70", "0", "", "0.7", nil), ("", "-5", "", "-1", "0.7", nil),
      ("", "0.000000000000000001", "-100", "100", "0.5", nil),
    ] as [(String, String, String, String, String, Bool?)])
  func reaches(
    scaled: String, raw: String, minimum: String, maximum: String, threshold: String, expected: Bool?
  ) throws {
    let score = try score(scaled, raw, minimum, maximum)
    let threshold = try #require(ExactDecimal(threshold))
    #expect(score.reaches(threshold) == expected)
    #expect(score.isComparable == (expected != nil))
  }

  @Test(
    "The scaled value for display: scaled, raw, minimum, maximum",
    arguments: [
      ("0.85", "", "", "", "0.85"), ("", "2", "0", "3", "0.666666"), ("", "85", "20", "100", "0.8125"),
      ("", "70", "", "", nil), ("", "-5", "", "-1", nil),
      ("", "-999999999999999999", "", "0.000000000000000001", nil),
    ] as [(String, String, String, String, String?)])
  func displayScaled(scaled: String, raw: String, minimum: String, maximum: String, shown: String?) throws {
    #expect(try score(scaled, raw, minimum, maximum).displayScaled?.description == shown)
  }

  @Test(
    "Whether a score is at least as good as another, each scaled or raw of a maximum",
    arguments: [
      ("0.9", "0.8", true), ("0.8", "0.8", true), ("0.799999999999999999", "0.8", false),
      ("90/100", "0.8", true), ("80/100", "0.8", true), ("79/100", "0.8", false),
      ("0.9", "80/100", true), ("0.8", "80/100", true), ("0.79", "80/100", false),
      ("9/10", "80/100", true), ("8/10", "80/100", true), ("7/10", "80/100", false),
      ("1/3", "333333333333333334/999999999999999999", false),
      ("1/3", "333333333333333333/999999999999999999", true),
      ("1/3", "0.333333333333333333", true),
      ("0.333333333333333333", "1/3", false), ("-5/10", "-0.5", true), ("-5/10", "-0.499", false),
      ("90", "0.8", nil), ("0.9", "80", nil), ("90", "80", nil),
    ] as [(String, String, Bool?)])
  func atLeast(one: String, other: String, expected: Bool?) throws {
    #expect(try score(one).isAtLeast(score(other)) == expected)
  }

  /// `0.8` is scaled, `80/100` raw of a maximum, `80` raw alone.
  private func score(_ text: String) throws(Score.Refusal) -> Score {
    let parts = text.split(separator: "/").map(String.init)
    if parts.count == 1, text.contains(".") { return try score(text, "", "", "") }
    return try score("", parts[0], "", parts.count > 1 ? parts[1] : "")
  }

  private func score(
    _ scaled: String, _ raw: String, _ minimum: String, _ maximum: String
  ) throws(Score.Refusal) -> Score {
    try Score(
      normalised: ExactDecimal(scaled), raw: ExactDecimal(raw), minimum: ExactDecimal(minimum),
      maximum: ExactDecimal(maximum))
  }
}

/// A whole number in the tables above.
private func number(_ whole: Int) -> ExactDecimal { ExactDecimal(whole) }
