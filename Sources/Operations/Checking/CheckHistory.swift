internal import Values

extension Checking {
  /// Places are given out one by one by the one writer, and given back with whatever is undone: a place without a change
  /// is a change that was removed.
  func checkHistory() throws {
    for gap in try records.historyGaps() {
      fault(
        "history",
        gap.count == 1
          ? "entry \(gap.lowerBound) of the history is missing"
          : "entries \(gap.lowerBound) to \(gap.upperBound) of the history are missing")
    }
  }

  /// Whether a state is what the history of a thing says: each change begins where the one before ended, by an event that
  /// leads there.
  ///
  /// - Parameter follows: whether an event leads from one state to another.
  func isToldByHistory<State: RawRepresentable<String> & Equatable>(
    _ state: State, of object: UUID, from first: State, follows: (State, State) -> Bool
  ) throws -> Bool {
    var current = first
    let entries = try records.history(HistoryFilter(object: object), page: PageRequest(limit: 1000)).items
    for change in entries.flatMap(\.changes) where change.field == "state" {
      guard change.before == current.rawValue, let next = change.after.flatMap(State.init(rawValue:)),
        follows(current, next)
      else { return false }
      current = next
    }
    return current == state
  }
}
