internal import Operations
internal import People
internal import Representations
internal import Values

extension Route {
  /// Who changed what, when and why. `from` and `to` are days in UTC, both inclusive.
  static let historyRoutes: [Route] = [
    asks("/api/v1/history", parameters: Call.paging.union(["person", "object", "from", "to"])) { call in
      ReadHistory(filter: try call.historyFilter(), page: try call.page())
    }
  ]
}

extension Call {
  fileprivate func historyFilter() throws(Problem) -> HistoryFilter {
    let from = try parameter("from", .day)
    let to = try parameter("to", .day)
    if let from, let to, to < from {
      throw .parameter("to", "unusable-value", "the last day is before the first")
    }
    return HistoryFilter(
      person: try parameter("person", .id()), object: try parameter("object", .uuid),
      from: from.map(Instant.startOfDayInUTC), before: to?.adding(days: 1).map(Instant.startOfDayInUTC))
  }
}
