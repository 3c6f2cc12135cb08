internal import Synchronization
public import Values

/// The writes of statements that were handed to the writer and have not come back.
///
/// A statement is given its instant, never before the clock's at that moment, while its write is under way. So whatever
/// was stored before the earliest of these began is seen by whoever reads now.
public final class StatementsUnderWay: Sendable {
  private struct State {
    var next = 0
    var began: [Int: Instant] = [:]
  }

  private let state = Mutex(State())

  public init() {}

  /// A write begins; what is returned ends it.
  public func begin(at now: Instant) -> Int {
    state.withLock { state in
      state.next &+= 1
      state.began[state.next] = now
      return state.next
    }
  }

  /// A write ended: what it stored is seen.
  public func end(_ write: Int) {
    state.withLock { $0.began[write] = nil }
  }

  /// The instant through which a reading that begins now sees every statement. Cost grows with the writes under way.
  public func consistentThrough(now: Instant) -> Instant {
    let earliest = state.withLock { $0.began.values.min() }
    guard let earliest, earliest <= now else { return now }
    return Instant(microseconds: earliest.microseconds - 1)
  }
}
