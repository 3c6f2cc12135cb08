internal import Values
public import XAPI

/// Adds the members of a JSON object to the document that is there; where there is none, keeps what was sent, whatever it
/// is (xAPI 1.0.3 Communication 2.2).
public struct PostDocument: Change {
  public static let right = Right.writeState

  public let document: Document
  public let context: DocumentContext
  public let id: String
  public let precondition: DocumentPrecondition
  private let tag: String

  /// Throws a `DocumentRefusal` where the document is to be JSON and is not.
  public init(
    _ document: Document, as id: String, of context: DocumentContext, if precondition: DocumentPrecondition
  ) throws {
    try document.checkPosted()
    self.document = document
    self.context = context
    self.id = id
    self.precondition = precondition
    tag = try document.tag()
  }

  public var neededRight: Right { context.resource.writingRight }

  public func carryOut(_ work: Work) throws {
    try work.principal.requireWriting(id, of: context, in: work.records, at: work.now)
    let kept = try work.records.document(id, of: context)
    try precondition.require(on: .post, of: context.resource, tag: kept?.tag)
    guard let kept else {
      try work.principal.requirePreferences(document, id, of: context)
      return try work.keep(document, tag: tag, id, of: context)
    }
    let merged = try kept.document.merged(with: document)
    try work.principal.requirePreferences(merged, id, of: context)
    try work.keep(merged, tag: merged.tag(), id, of: context)
  }
}
