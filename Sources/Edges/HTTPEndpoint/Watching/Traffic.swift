internal import Synchronization

/// The requests that were answered, counted by route, class of status and duration. Never by what they named.
final class Traffic: Sendable {
  /// The requests of one route.
  final class Lane: Sendable {
    let method: String
    let pattern: String
    private let counts = Mutex(Counts())

    init(method: String, pattern: String) {
      self.method = method
      self.pattern = pattern
    }

    var current: Counts { counts.withLock { $0 } }

    func note(status: Int, nanoseconds: Int64) {
      counts.withLock { $0.note(status: status, nanoseconds: nanoseconds) }
    }
  }

  /// What is counted of one route.
  struct Counts: Sendable {
    /// Requests by the first digit of their status.
    private(set) var classes = [Int](repeating: 0, count: 6)
    /// Requests that took at most so long as the bound of the same place; longer ones are in none.
    private(set) var buckets = [Int](repeating: 0, count: Traffic.boundsMicroseconds.count)
    private(set) var nanoseconds: Int64 = 0

    var requests: Int { classes.reduce(0, +) }

    fileprivate mutating func note(status: Int, nanoseconds: Int64) {
      classes[min(max(status / 100, 0), 5)] += 1
      self.nanoseconds += nanoseconds
      let place = Traffic.boundsMicroseconds.firstIndex { nanoseconds <= $0 * 1000 }
      if let place { buckets[place] += 1 }
    }
  }

  /// The bounds of the durations that are told apart, in microseconds.
  static let boundsMicroseconds: [Int64] = [
    500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000, 2_500_000,
    5_000_000, 10_000_000,
  ]

  /// What no route answered: a request that was malformed, too large, or led nowhere.
  let astray = Lane(method: "", pattern: "none")
  /// Statements that were stored since the start.
  let statements = Atomic(0)
  /// Every route, in the order of the table.
  let lanes: [Lane]
  private let byRoute: [String: Lane]

  init(routes: [Route]) {
    lanes = routes.map { Lane(method: $0.method, pattern: $0.pattern.text) }
    byRoute = Dictionary(lanes.map { ("\($0.method) \($0.pattern)", $0) }) { first, _ in first }
  }

  func lane(of route: Route) -> Lane { byRoute[route.name] ?? astray }
}
