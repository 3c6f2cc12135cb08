internal import Values
public import XAPI

/// Removes one document, or all of a context. What is not there is as good as removed.
public struct DeleteDocuments: Change {
  public static let right = Right.writeState

  public let context: DocumentContext
  /// The one to be removed; nil where all of the context are, without a registration those of every one.
  public let id: String?
  public let precondition: DocumentPrecondition

  public init(_ id: String?, of context: DocumentContext, if precondition: DocumentPrecondition) {
    self.id = id
    self.context = context
    self.precondition = precondition
  }

  public var neededRight: Right { context.resource.writingRight }

  public func carryOut(_ work: Work) throws {
    try work.principal.requireWriting(id, of: context, in: work.records, at: work.now)
    guard let id else { return try work.records.removeDocuments(of: context) }
    let kept = try work.records.document(id, of: context)
    try precondition.require(on: .delete, of: context.resource, tag: kept?.tag)
    try work.records.removeDocument(id, of: context)
  }
}
