internal import Operations
internal import People
internal import Representations
internal import Values

extension Route {
  /// Who changed what, when and why.
  static let historyRoutes: [Route] = [
    asks(
      "/api/v1/history", "Show who changed what, when and why, in the order it was done.",
      by: .optional("person", .id(), "Only what concerns this person."),
      .optional("object", .uuid, "Only what was done to the thing of this identifier."),
      .optional("from", .day, "From this day on (UTC)."),
      .optional("to", .day, "Up to this day, inclusive (UTC)."), .paging, told: .page()
    ) { _, person, object, from, to, page in
      if let from, let to, to < from {
        throw Problem.parameter("to", "unusable-value", "the last day is before the first")
      }
      let filter = HistoryFilter(
        person: person, object: object, from: from.map(Instant.startOfDayInUTC),
        before: to?.adding(days: 1).map(Instant.startOfDayInUTC))
      return ReadHistory(filter: filter, page: page)
    }
  ]
}
