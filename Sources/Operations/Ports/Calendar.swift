public import Values

/// Turns instants into days of named time zones: a port, since the zones' rules are the system's.
public struct Calendar: Sendable {
  /// The day of an instant in a zone; throws `UnusableValue` for a zone that nobody knows.
  public let day: @Sendable (Instant, String) throws -> Day
  /// The instant at which a day begins in a zone.
  public let startOfDay: @Sendable (Day, String) throws -> Instant

  public init(
    day: @escaping @Sendable (Instant, String) throws -> Day,
    startOfDay: @escaping @Sendable (Day, String) throws -> Instant
  ) {
    self.day = day
    self.startOfDay = startOfDay
  }

  /// Whether there is a zone of this name, asked at any instant.
  func knows(_ zone: String, at instant: Instant) throws -> Bool {
    do {
      _ = try day(instant, zone)
      return true
    } catch is UnusableValue {
      return false
    }
  }
}
