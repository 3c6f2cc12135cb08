/// The history of changes, in the order they were made.
public struct ReadHistory: Inquiry {
  public static let right: Right? = .readRecords

  public let filter: HistoryFilter
  public let page: PageRequest

  public init(filter: HistoryFilter = HistoryFilter(), page: PageRequest = PageRequest()) {
    self.filter = filter
    self.page = page
  }

  public func answer(_ reading: Reading) throws -> Page<HistoryEntry> {
    try reading.records.history(filter, page: page)
  }
}
