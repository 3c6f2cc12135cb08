internal import Values
public import XAPI

/// One document of the record store; nil where there is none.
public struct GetDocument: Inquiry {
  public static let right: Right? = .readState

  public let context: DocumentContext
  public let id: String

  public init(context: DocumentContext, id: String) {
    self.context = context
    self.id = id
  }

  public var neededRight: Right? { context.resource.readingRight }

  public func answer(_ reading: Reading) throws -> StoredDocument? {
    try reading.principal.requireReading(id, of: context, in: reading.records, at: reading.now)
    return try reading.records.document(id, of: context)
  }
}
