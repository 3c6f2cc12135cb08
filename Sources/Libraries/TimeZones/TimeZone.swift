/// A time zone of the system's database (tzdata): how far local clocks are from UTC at any instant.
///
/// Days are counted from 1970-01-01, instants in microseconds since 1970-01-01T00:00:00Z, as everywhere here.
public struct TimeZone: Hashable, Sendable {
  /// The database's name: `Europe/Brussels`.
  public let name: String
  let history: [Period]
  /// What holds after the last period that is written down; nil where that one lasts.
  let rule: YearlyRule?

  /// The time from an instant on, until the next.
  struct Period: Hashable, Sendable {
    /// Seconds since 1970-01-01T00:00:00Z.
    let start: Int
    /// Seconds east of UTC.
    let offset: Int
  }

  /// UTC, which needs no database.
  public static let utc = TimeZone(name: "UTC", history: [Period(start: .min, offset: 0)], rule: nil)

  init(name: String, history: [Period], rule: YearlyRule?) {
    self.name = name
    self.history = history
    self.rule = rule
  }

  /// Seconds east of UTC that local clocks show at an instant.
  public func offsetSeconds(atMicroseconds instant: Int64) -> Int {
    offset(at: floorDivide(Int(instant), 1_000_000))
  }

  /// The local calendar day at an instant, counted from 1970-01-01.
  public func day(atMicroseconds instant: Int64) -> Int {
    let seconds = floorDivide(Int(instant), 1_000_000)
    return floorDivide(seconds + offset(at: seconds), 86_400)
  }

  /// The first instant at which the local calendar shows this day or a later one, in microseconds.
  ///
  /// So where clocks skip midnight the day begins with the skip, where they come back over midnight it begins
  /// the first time, and a day that a zone left out altogether begins with the next.
  ///
  /// - Parameter day: within a hundred million days of 1970-01-01; one beyond is taken as the last of these.
  public func startOfDay(_ day: Int) -> Int64 {
    let midnight = min(max(day, -100_000_000), 100_000_000) * 86_400
    // No offset reaches 48 hours: two days before, it is surely an earlier day.
    var start = midnight - 2 * 86_400
    while true {
      let begin = max(start, midnight - offset(at: start))
      guard let next = nextChange(after: start), next <= begin else { return Int64(begin) * 1_000_000 }
      start = next
    }
  }

  /// Cost grows with the logarithm of the written periods.
  private func offset(at seconds: Int) -> Int {
    let place = lastPeriod(at: seconds)
    guard place == history.count - 1, let rule else { return history[place].offset }
    return rule.offset(at: seconds)
  }

  private func nextChange(after seconds: Int) -> Int? {
    let place = lastPeriod(at: seconds)
    return place + 1 < history.count ? history[place + 1].start : rule?.nextChange(after: seconds)
  }

  /// The last written period that has begun; the first, where none has.
  private func lastPeriod(at seconds: Int) -> Int {
    var (low, high) = (0, history.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if history[middle].start <= seconds { low = middle } else { high = middle }
    }
    return low
  }
}

/// Division that rounds towards minus infinity, so that times before 1970 fall into the right day.
func floorDivide(_ number: Int, _ divisor: Int) -> Int {
  let quotient = number / divisor
  return number % divisor < 0 ? quotient - 1 : quotient
}
