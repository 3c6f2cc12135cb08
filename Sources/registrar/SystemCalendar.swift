import Operations
import Synchronization
import TimeZones
import Values

extension Calendar {
  /// The calendar of the system's time-zone database. Zones are read once each; `UTC` needs no database.
  static let system = Calendar(
    day: { instant, name in
      let days = try zones.zone(named: name).day(atMicroseconds: instant.microseconds)
      return Day(daysSinceEpoch: days) ?? instant.dayInUTC
    },
    startOfDay: { day, name in
      Instant(microseconds: try zones.zone(named: name).startOfDay(day.daysSinceEpoch))
    })
}

private let zones = KnownZones()

/// Time zones that were asked for, kept. Their number is bounded by that of the database's names.
private final class KnownZones: Sendable {
  private let zones = Mutex<[String: TimeZone]>([:])

  func zone(named name: String) throws -> TimeZone {
    if let zone = zones.withLock({ $0[name] }) { return zone }
    do {
      let zone = try TimeZone(named: name)
      zones.withLock { $0[name] = zone }
      return zone
    } catch {
      throw UnusableValue(
        field: "timeZone", value: name,
        expected: "a time zone of the system's database, such as Africa/Nairobi")
    }
  }
}
