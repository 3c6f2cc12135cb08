public import Values

/// Days by the name that people report under (domain 4.5, 7.7): reports are keyed to no calendar of their own, so each
/// name stands for a first and a last day.
///
/// - `2026`: a calendar year
/// - `2026-H1`, `2026-H2`: January to June, July to December
/// - `2026-Q1` to `2026-Q4`: a quarter
/// - `2025-26`: July 2025 to June 2026; `2008-09` is a month, and July 2008 to June 2009 is `2008-07/P1Y`
/// - `2026-03`: a month
/// - `2026-04/P1Y`: a year from April 2026, as a donor may count it; `P6M` and `P3M` are a half and a quarter of one
public enum NamedPeriod {
  /// What a name looks like, to follow “is not”.
  public static let expectation =
    "a period like 2026-Q1, 2026-H1, 2026, 2025-26 (July to June), 2026-03 or 2026-04/P1Y"

  /// The days of a name; nil for what is none.
  public static func days(_ name: String) -> DayRange? {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 2 { return from(parts[0], lasting: parts[1]) }
    guard parts.count == 1 else { return nil }
    let words = name.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = words.first, let year = year(first) else { return nil }
    if words.count == 1 { return months(12, from: 1, of: year) }
    guard words.count == 2 else { return nil }
    return part(words[1], of: year)
  }

  private static func part(_ word: Substring, of year: Int) -> DayRange? {
    switch word {
    case "Q1": months(3, from: 1, of: year)
    case "Q2": months(3, from: 4, of: year)
    case "Q3": months(3, from: 7, of: year)
    case "Q4": months(3, from: 10, of: year)
    case "H1": months(6, from: 1, of: year)
    case "H2": months(6, from: 7, of: year)
    default: numbered(word, of: year)
    }
  }

  /// A month, or where it is no month but the number of the next year, the twelve months from July. From `2000-01` to
  /// `2011-12` and in the same years of every century it is both: the month is meant, as ISO 8601 has it.
  private static func numbered(_ word: Substring, of year: Int) -> DayRange? {
    guard let number = number(word, digits: 2) else { return nil }
    if (1...12).contains(number) { return months(1, from: number, of: year) }
    return number == (year + 1) % 100 ? months(12, from: 7, of: year) : nil
  }

  private static func from(_ start: Substring, lasting length: Substring) -> DayRange? {
    let words = start.split(separator: "-", omittingEmptySubsequences: false)
    guard words.count == 2, let year = year(words[0]), let month = number(words[1], digits: 2) else {
      return nil
    }
    let counts: [Substring: Int] = ["P1Y": 12, "P12M": 12, "P6M": 6, "P3M": 3]
    return counts[length].flatMap { months($0, from: month, of: year) }
  }

  /// So many whole months.
  private static func months(_ count: Int, from month: Int, of year: Int) -> DayRange? {
    guard let from = Day(year: year, month: month, day: 1),
      let to = from.adding(months: count)?.adding(days: -1)
    else { return nil }
    return DayRange(from: from, to: to)
  }

  private static func year(_ word: Substring) -> Int? { number(word, digits: 4) }

  private static func number(_ word: Substring, digits: Int) -> Int? {
    guard word.utf8.count == digits, word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(word)
  }
}
