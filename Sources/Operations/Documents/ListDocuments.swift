public import Values
public import XAPI

/// The ids of a context's documents; without a registration, those of every registration.
public struct ListDocuments: Inquiry {
  public static let right: Right? = .readState

  public let context: DocumentContext
  /// Only those changed after this instant; all where nil.
  public let since: Instant?

  public init(context: DocumentContext, since: Instant?) {
    self.context = context
    self.since = since
  }

  public var neededRight: Right? { context.resource.readingRight }

  public func answer(_ reading: Reading) throws -> DocumentList {
    try reading.principal.requireReading(nil, of: context, in: reading.records, at: reading.now)
    return try reading.records.documents(of: context, since: since)
  }
}
