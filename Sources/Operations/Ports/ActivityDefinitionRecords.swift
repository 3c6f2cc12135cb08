public import Values

/// What statements say of an activity, put together.
public struct StoredActivityDefinition: Sendable, Hashable {
  /// The activity's IRI.
  public let activity: String
  /// A JSON object.
  public let bytes: [UInt8]
  /// When the statement was stored that last added to it.
  public let since: Instant

  public init(activity: String, bytes: [UInt8], since: Instant) {
    self.activity = activity
    self.bytes = bytes
    self.since = since
  }
}

/// What is known of activities from statements.
public protocol ActivityDefinitionRecords {
  /// By its IRI, octet by octet; nil where no statement described the activity.
  func definition(of activity: String) throws -> StoredActivityDefinition?
}

/// What can be added to it.
public protocol WritableActivityDefinitionRecords {
  /// Keeps a definition in place of the activity's earlier one.
  func keep(_ definition: StoredActivityDefinition) throws
}
