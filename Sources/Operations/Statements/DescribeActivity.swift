public import XAPI

/// What is known of an activity: the definitions in all statements put together (xAPI 1.0.3 Communication 2.5). An
/// activity that no statement describes is told by its id alone.
public struct DescribeActivity: Inquiry {
  public static let right: Right? = .readStatements

  public let activity: String

  public init(activity: String) {
    self.activity = activity
  }

  public func answer(_ reading: Reading) throws -> ActivityDescription {
    try reading.principal.requireOpen(in: reading.records, at: reading.now)
    let known = try reading.records.definition(of: activity)
    return ActivityDescription(id: activity, definition: try known?.definition())
  }
}
