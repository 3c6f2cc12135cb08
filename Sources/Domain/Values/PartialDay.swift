/// A day as far as it is known: a year, a month of a year, or a whole day. Nothing is filled in.
public struct PartialDay: Hashable, Sendable, CustomStringConvertible {
  /// `2007`, `2006-06` or `2011-10-17`.
  public let text: String

  /// Nil where the text has none of the forms, or the calendar has no such day.
  public init?(_ text: some StringProtocol) {
    let missing = ["", "-01", "-01-01"]
    let isOne = missing.contains { Day("\(text)\($0)") != nil }
    guard isOne, [4, 7, 10].contains(text.utf8.count) else { return nil }
    self.text = String(text)
  }

  public var description: String { text }

  /// The first day that it may be.
  public var firstDay: Day { day(["", "-01", "-01-01"]) }

  /// The last day that it may be.
  public var lastDay: Day { day(["", "-31", "-30", "-29", "-28", "-12-31"]) }

  /// The first of the endings with which the text is a day; every text has one, see `init`.
  private func day(_ endings: [String]) -> Day {
    for ending in endings { if let day = Day(text + ending) { return day } }
    preconditionFailure("“\(text)” is no day as far as it is known")
  }
}
