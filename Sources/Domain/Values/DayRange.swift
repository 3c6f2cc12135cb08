/// Days from a first to a last one, both inclusive; an open end holds until further notice.
///
/// Validity, affiliation and report periods are all kept so: "to" is always inclusive (domain 7.7).
public struct DayRange: Hashable, Sendable {
  /// The first day that belongs to the range.
  public let from: Day
  /// The last day that belongs to the range; nil while no end is known.
  public let to: Day?

  /// Nil where the range would end before it begins.
  public init?(from: Day, to: Day?) {
    if let to, to < from { return nil }
    self.from = from
    self.to = to
  }

  /// Days from a first one that nobody knows: kept as the calendar's first.
  public static func sinceUnknown(to: Day?) -> DayRange? {
    Day.first.flatMap { DayRange(from: $0, to: to) }
  }

  /// The first day; nil where nobody knows it.
  public var knownFrom: Day? { from == Day.first ? nil : from }

  /// Whether the day lies in the range, its first and last day included.
  public func contains(_ day: Day) -> Bool {
    guard from <= day else { return false }
    guard let to else { return true }
    return day <= to
  }

  /// Whether every day of the other range lies in this one; an open end lies in an open end only.
  public func covers(_ other: DayRange) -> Bool {
    guard from <= other.from else { return false }
    guard let to else { return true }
    return other.to.map { $0 <= to } ?? false
  }

  /// Whether the two ranges share a day.
  public func overlaps(_ other: DayRange) -> Bool {
    if let to, to < other.from { return false }
    if let end = other.to, end < from { return false }
    return true
  }
}
