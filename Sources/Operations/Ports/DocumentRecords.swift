public import Values
public import XAPI

/// A document as the store keeps it.
public struct StoredDocument: Sendable, Hashable {
  public let document: Document
  /// The SHA-1 of its contents as 40 hexadecimal digits: its entity tag without quotes (xAPI 1.0.3 Communication 3.1).
  public let tag: String
  /// When it was changed last.
  public let changedAt: Instant
  /// Who changed it last, as the history names actors.
  public let changedBy: String

  public init(document: Document, tag: String, changedAt: Instant, changedBy: String) {
    self.document = document
    self.tag = tag
    self.changedAt = changedAt
    self.changedBy = changedBy
  }
}

/// The ids of documents, and when the one changed last was changed.
public struct DocumentList: Sendable, Hashable {
  /// Each once, in the order of their octets.
  public let ids: [String]
  /// Nil where there are none.
  public let changedAt: Instant?

  public init(ids: [String], changedAt: Instant?) {
    self.ids = ids
    self.changedAt = changedAt
  }
}

/// Documents of the record store. Contexts and ids are compared octet by octet.
public protocol DocumentRecords {
  /// One document of exactly this context: without a registration, the one that was kept without.
  func document(_ id: String, of context: DocumentContext) throws -> StoredDocument?
  /// Those of a context that were changed after an instant, all where nil; without a registration, those of every one.
  /// Cost grows with the documents of the context.
  func documents(of context: DocumentContext, since: Instant?) throws -> DocumentList
}

/// What can be done to documents.
public protocol WritableDocumentRecords {
  /// Keeps a document in place of the one of exactly this context and id.
  func keep(_ document: StoredDocument, _ id: String, of context: DocumentContext) throws
  /// Removes the document of exactly this context and id, where there is one.
  func removeDocument(_ id: String, of context: DocumentContext) throws
  /// Removes every document of a context; without a registration, those of every one.
  func removeDocuments(of context: DocumentContext) throws
}
