internal import Synchronization
public import Values

/// The instants that records bear: strictly increasing, whatever the clock behind them does.
public final class Timeline: Sendable {
  private let last: Mutex<Int64>
  private let clock: @Sendable () -> Instant

  /// A timeline that goes on after the latest instant that any record bears.
  public init(after latest: Instant?, clock: @escaping @Sendable () -> Instant) {
    last = Mutex(latest?.microseconds ?? 0)
    self.clock = clock
  }

  /// The last instant that was given out; nil while there is none.
  public var latest: Instant? {
    let latest = last.withLock(\.self)
    return latest > 0 ? Instant(microseconds: latest) : nil
  }

  /// The clock's instant, or the one right after the last that was given out, whichever is later.
  public func next() -> Instant {
    last.withLock { last in
      last = max(last + 1, clock().microseconds)
      return Instant(microseconds: last)
    }
  }
}
