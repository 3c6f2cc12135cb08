/// A point in time: microseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
public struct Instant: Hashable, Sendable, Comparable {
  public let microseconds: Int64

  public init(microseconds: Int64) {
    self.microseconds = microseconds
  }

  /// The UTC day that this instant lies in; the first or last representable day beyond the years 1 to 9999.
  public var dayInUTC: Day {
    day(atOffsetSeconds: 0)
  }

  /// The calendar day at a fixed offset from UTC, in seconds east.
  public func day(atOffsetSeconds offset: Int) -> Day {
    let seconds = floorDivide(microseconds, 1_000_000) + Int64(offset)
    let days = Int(floorDivide(seconds, 86_400))
    return Day(daysSinceEpoch: days) ?? (days < 0 ? Instant.firstDay : Instant.lastDay)
  }

  public func adding(seconds: Int64) -> Instant {
    Instant(microseconds: microseconds + seconds * 1_000_000)
  }

  public static func < (one: Instant, other: Instant) -> Bool { one.microseconds < other.microseconds }

  /// Midnight UTC at the start of a day.
  public static func startOfDayInUTC(_ day: Day) -> Instant {
    Instant(microseconds: Int64(day.daysSinceEpoch) * 86_400_000_000)
  }

  private static let firstDay = Instant.known(-719_162)
  private static let lastDay = Instant.known(2_932_896)

  private static func known(_ days: Int) -> Day {
    guard let day = Day(daysSinceEpoch: days) else { preconditionFailure("a bound of the calendar is a day") }
    return day
  }
}

/// Division that rounds towards minus infinity, so that times before 1970 fall into the right day.
func floorDivide(_ number: Int64, _ divisor: Int64) -> Int64 {
  let quotient = number / divisor
  return number % divisor != 0 && (number < 0) != (divisor < 0) ? quotient - 1 : quotient
}
