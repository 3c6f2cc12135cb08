internal import Cryptography
internal import Values
public import XAPI

/// Keeps a document in place of the one that is there.
public struct PutDocument: Change {
  public static let right = Right.writeState

  public let document: Document
  public let context: DocumentContext
  public let id: String
  public let precondition: DocumentPrecondition
  private let tag: String

  public init(
    _ document: Document, as id: String, of context: DocumentContext, if precondition: DocumentPrecondition
  ) throws {
    self.document = document
    self.context = context
    self.id = id
    self.precondition = precondition
    tag = try document.tag()
  }

  public var neededRight: Right { context.resource.writingRight }

  public func carryOut(_ work: Work) throws {
    try work.principal.requireWriting(id, of: context, in: work.records, at: work.now)
    try work.principal.requirePreferences(document, id, of: context)
    let kept = try work.records.document(id, of: context)
    try precondition.require(on: .put, of: context.resource, tag: kept?.tag)
    try work.keep(document, tag: tag, id, of: context)
  }
}

extension Document {
  /// The entity tag, without quotes.
  func tag() throws -> String { Hexadecimal.encode(try SHA1.digest(of: bytes)) }
}

extension Work {
  /// Keeps a document as changed now by the actor.
  func keep(_ document: Document, tag: String, _ id: String, of context: DocumentContext) throws {
    try records.keep(
      StoredDocument(document: document, tag: tag, changedAt: now, changedBy: principal.label), id,
      of: context)
  }
}
