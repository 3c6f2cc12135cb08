public import Values

/// Contents that came with a statement, kept as a file.
public struct StoredAttachment: Sendable, Hashable {
  /// When the statement was stored that they are part of.
  public let statement: Instant
  /// The SHA-2 that the statement states, in lower case.
  public let sha2: String
  /// The SHA-256 that they are kept under; the same where the statement states that.
  public let digest: String
  public let sizeBytes: Int

  public init(statement: Instant, sha2: String, digest: String, sizeBytes: Int) {
    self.statement = statement
    self.sha2 = sha2
    self.digest = digest
    self.sizeBytes = sizeBytes
  }
}

/// Contents of attachments.
public protocol AttachmentRecords {
  /// Those that came with the statement stored at an instant, in the order of their digests.
  func attachments(ofStatementAt stored: Instant) throws -> [StoredAttachment]
}

/// What can be added to them.
public protocol WritableAttachmentRecords {
  /// Adds contents of a statement that is there; the same ones again change nothing.
  func insert(_ attachment: StoredAttachment) throws
}
