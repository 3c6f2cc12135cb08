import Glibc

/// The machine's clocks.
public enum SystemClock {
  /// Microseconds since 1970-01-01T00:00:00Z, leap seconds not counted. May step when the clock is set.
  public static func microsecondsUTC() -> Int64 {
    let now = read(CLOCK_REALTIME)
    return Int64(now.tv_sec) * 1_000_000 + Int64(now.tv_nsec) / 1000
  }

  /// Nanoseconds since some moment before the process began. Never steps back: for measuring and waiting.
  public static func monotonicNanoseconds() -> Int64 {
    let now = read(CLOCK_MONOTONIC)
    return Int64(now.tv_sec) * 1_000_000_000 + Int64(now.tv_nsec)
  }

  /// Lets this thread rest, about so long; less where a signal comes.
  public static func sleep(milliseconds: Int32) {
    _ = poll(nil, 0, milliseconds)
  }

  private static func read(_ clock: clockid_t) -> timespec {
    var now = timespec()
    let answer = unsafe clock_gettime(clock, &now)
    precondition(answer == 0, "Linux always has both clocks")
    return now
  }
}
