public import Values
public import XAPI

/// Contents on their way in with statements, found to have the digest that was stated.
public struct ArrivedAttachment: Sendable {
  /// The SHA-2 as it was stated, in lower case.
  public let sha2: String
  public let sizeBytes: Int
  public let content: any IncomingContent

  public init(sha2: String, sizeBytes: Int, content: any IncomingContent) {
    self.sha2 = sha2
    self.sizeBytes = sizeBytes
    self.content = content
  }
}

/// Contents of attachments that are kept, by the digests that statements state.
typealias KeptAttachments = [String: (digest: String, sizeBytes: Int)]

extension Registrar {
  /// Stores statements with the contents of their attachments, all or none. The contents are kept, durably, before the
  /// transaction that names them; where that is refused, or names one of them not, it does not stay.
  ///
  /// It waits for the device, and must not be called where others wait.
  public func recordStatements(
    _ statements: [Statement], with contents: [ArrivedAttachment], as principal: Principal
  ) throws -> [UUID] {
    try permit(.writeStatements, to: principal, doing: StoreStatements.name)
    guard !contents.isEmpty else { return try recordStatements(statements, as: principal) }
    try Statement.checkAttachments(of: statements, with: contents)
    return try record(statements, with: contents, as: principal).ids
  }

  /// As above, of contents that were checked.
  ///
  /// - Parameter trustingSender: whether a statement keeps the authority that it brings.
  func record(
    _ statements: [Statement], with contents: [ArrivedAttachment], as principal: Principal,
    trustingSender: Bool = false
  ) throws -> StoreStatements.Outcome {
    let bySHA2 = Dictionary(contents.map { ($0.sha2, $0) }) { first, _ in first }
    return try keepingFiles { keeping in
      try bySHA2.mapValues { (digest: try keeping.keep($0.content), sizeBytes: $0.sizeBytes) }
    } then: { (kept: KeptAttachments) in
      try record(
        storeStatements(statements, kept, principal, trustingSender: trustingSender), as: principal)
    } naming: { kept, stored in
      kept.values.allSatisfy { stored.named.contains($0.digest) }
    }
  }
}

extension Statement {
  /// Holds statements against the contents that came with them.
  static func checkAttachments(of statements: [Statement], with contents: [ArrivedAttachment]) throws {
    try checkAttachments(of: statements, received: Set(contents.map(\.sha2))) { sha2 in
      let found = contents.first { $0.sha2 == sha2 }
      return try found?.content.octets(limit: mostSignatureOctets) ?? []
    }
  }
}

extension Work {
  /// Adds the contents that came with a statement stored at an instant.
  func keepAttachments(of statement: Statement, _ kept: KeptAttachments, storedAt stored: Instant) throws {
    for attachment in statement.attachments {
      guard let content = kept[attachment.sha2] else { continue }
      try records.insert(
        StoredAttachment(
          statement: stored, sha2: attachment.sha2, digest: content.digest, sizeBytes: content.sizeBytes))
    }
  }
}

/// Contents that are given back with statements.
public struct FoundAttachment: Sendable {
  /// The SHA-2 that the statement states.
  public let sha2: String
  /// What they are kept under.
  public let digest: String
  public let sizeBytes: Int
  /// The media type that the statement states.
  public let contentType: String
}

extension Reading {
  /// The contents that came with statements, each once, in the order of the statements.
  func attachments(of statements: some Sequence<FoundStatement>) throws -> [FoundAttachment] {
    var (found, known) = ([FoundAttachment](), Set<String>())
    for statement in statements {
      let stored = try records.attachments(ofStatementAt: statement.stored)
      guard stored.contains(where: { !known.contains($0.sha2) }) else { continue }
      let described = try statement.parsed().attachments
      for attachment in stored where known.insert(attachment.sha2).inserted {
        let type = described.first { $0.sha2 == attachment.sha2 }?.contentType
        found.append(
          FoundAttachment(
            sha2: attachment.sha2, digest: attachment.digest, sizeBytes: attachment.sizeBytes,
            contentType: type ?? "application/octet-stream"))
      }
    }
    return found
  }
}

extension UnclaimedContents: Explainable {
  public var explanation: Explanation {
    Explanation(
      .unusable, "attachment-unclaimed", "data came that no attachment of the statements describes",
      remedy: "give each part the SHA-2 of its data, and an attachment that states it")
  }
}
