import JSON

/// A file that is part of a statement, as the statement describes it (xAPI 1.0.3 Data 2.4.11).
public struct Attachment: Sendable {
  /// The SHA-2 of its contents: 56, 64, 96 or 128 hexadecimal digits in lower case.
  public let sha2: String
  /// The length of its contents in octets.
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

/// Contents that came with statements.
public struct ReceivedContent: Sendable {
  /// The SHA-2 as the contents were found to have it, in lower case.
  public let sha2: String
  /// How many octets there are.
  public let sizeBytes: Int

  /// Contents that have this digest, in as many digits as it was stated.
  public init(sha2: String, sizeBytes: Int) {
    (self.sha2, self.sizeBytes) = (sha2, sizeBytes)
  }
}

extension Statement {
  /// Holds statements against the contents that came with them (Data 2.4.11 and 2.6, Communication 1.5.2):
  ///
  /// 1. contents that came are as long as their attachment says;
  /// 2. an attachment whose contents did not come has a `fileUrl`, and is no signature;
  /// 3. a signature is one: see `StatementSignature`;
  /// 4. contents that no attachment describes are refused.
  ///
  /// - Parameter octets: gives the octets of contents by their digest; asked for signatures only.
  public static func checkAttachments(
    of statements: [Statement], received contents: [ReceivedContent],
    octets: (_ sha2: String) throws -> [UInt8]
  ) throws {
    if contents.isEmpty, statements.allSatisfy(\.attachments.isEmpty) { return }
    var unclaimed = Set(contents.map(\.sha2))
    let sizes = Dictionary(contents.map { ($0.sha2, $0.sizeBytes) }) { first, _ in first }
    for statement in statements {
      for attachment in statement.attachments {
        try attachment.check(against: sizes)
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
  fileprivate func check(against sizes: [String: Int]) throws(StatementViolation) {
    guard let size = sizes[sha2] else {
      if isSignature {
        throw value.breaks(.signatureNotUsable, "A signature must come with its data, as multipart/mixed.")
      }
      guard hasFileURL else {
        throw value.breaks(
          .attachmentDataMissing,
          "An attachment without fileUrl must come with its data, as multipart/mixed.")
      }
      return
    }
    guard length == Int64(size) else {
      throw value.breaks(
        .attachmentDiffers, "The data that came has another length than the attachment says.")
    }
  }
}
