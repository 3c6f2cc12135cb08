import JSON

/// A file that is part of a statement, as the statement describes it (xAPI 1.0.3 Data 2.4.11).
public struct Attachment: Sendable {
  /// The SHA-2 of its contents: 56, 64, 96 or 128 hexadecimal digits in lower case.
  public let sha2: String
  /// The length of its contents in octets, as it was sent.
  public let length: Int64
  /// Its media type as it was sent.
  public let contentType: String
  /// Whether its contents can be had at a `fileUrl`.
  public let hasFileURL: Bool
  /// Whether it signs the statement that it is part of (Data 2.6).
  public let isSignature: Bool
  /// Where it stands in the request.
  let value: JSONValue
}

extension Statement {
  /// Holds statements against the contents that came with them (Data 2.4.11 and 2.6, Communication 1.5.2):
  ///
  /// 1. an attachment whose contents did not come has a `fileUrl`, and is no signature;
  /// 2. a signature is one: see `StatementSignature`;
  /// 3. contents that no attachment describes are refused.
  ///
  /// Contents are the attachment's by their SHA-2 alone (“It MUST not do so any other way”), so that a `length` which is
  /// another is not asked about.
  ///
  /// - Parameters:
  ///   - contents: the digests of what came, as it was found to have them, in lower case.
  ///   - octets: gives the octets of contents by their digest; asked for signatures only.
  public static func checkAttachments(
    of statements: [Statement], received contents: Set<String>, octets: (_ sha2: String) throws -> [UInt8]
  ) throws {
    if contents.isEmpty, statements.allSatisfy(\.attachments.isEmpty) { return }
    var unclaimed = contents
    for statement in statements {
      for attachment in statement.attachments {
        guard contents.contains(attachment.sha2) else {
          try attachment.requireOtherPlace()
          continue
        }
        unclaimed.remove(attachment.sha2)
      }
      for signature in statement.attachments where signature.isSignature {
        try statement.checkSignature(signature, octets: octets(signature.sha2))
      }
    }
    guard unclaimed.isEmpty else { throw UnclaimedContents(sha2: unclaimed.sorted()) }
  }
}

/// Contents came that no attachment of the statements describes.
public struct UnclaimedContents: Error, Hashable, Sendable {
  /// Their digests.
  public let sha2: [String]
}

extension Attachment {
  /// Throws where contents that did not come cannot be had elsewhere either.
  fileprivate func requireOtherPlace() throws(StatementViolation) {
    if isSignature {
      throw value.breaks(.signatureNotUsable, "A signature must come with its data, as multipart/mixed.")
    }
    guard hasFileURL else {
      throw value.breaks(
        .attachmentDataMissing, "An attachment without fileUrl must come with its data, as multipart/mixed.")
    }
  }
}
