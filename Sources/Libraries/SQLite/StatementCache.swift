/// The prepared statements of one connection, found by where a query's literals lie in memory.
///
/// Finding one costs the same whatever the length of the text. When the cache is full, the statement that
/// was not used for the longest time goes.
struct StatementCache {
  private var statements: [UInt64: Statement] = [:]
  private var uses: UInt64 = 0
  private let capacity: Int

  /// A cache of at most `capacity` statements, at least one.
  init(capacity: Int) {
    self.capacity = max(1, capacity)
    statements.reserveCapacity(min(capacity, 64))
  }

  /// The statement kept for `query`, unless it is running.
  mutating func idleStatement(for query: Query) -> Statement? {
    guard let kept = statements[query.digest], !kept.isRunning, kept.query.isSameStatement(as: query) else {
      return nil
    }
    uses &+= 1
    kept.lastUse = uses
    return kept
  }

  /// True if a statement with the query's digest is kept; `keep` would put another in its place.
  func hasPlaceTaken(by query: Query) -> Bool { statements[query.digest] != nil }

  /// Keeps a statement for later. Costs a look at every statement when the cache is full.
  mutating func keep(_ statement: Statement) {
    if statements.count >= capacity, let oldest = statements.min(by: { $0.value.lastUse < $1.value.lastUse })
    {
      statements[oldest.key] = nil
    }
    uses &+= 1
    statement.lastUse = uses
    statements[statement.query.digest] = statement
  }

  /// Lets all statements go. None may be running.
  mutating func removeAll() {
    statements.removeAll()
  }
}
