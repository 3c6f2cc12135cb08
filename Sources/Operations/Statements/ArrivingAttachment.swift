internal import Cryptography
internal import Values

/// The contents of one attachment while they come in, held against the digest that is stated of them.
public struct ArrivingAttachment: ~Copyable {
  private let sha2: String
  private let content: any IncomingContent
  private var digesting: SHA2
  private var sizeBytes = 0

  /// - Parameter digest: the SHA-2 that is stated: 28, 32, 48 or 64 octets. Nil comes back where it has another length.
  public init?(digest: [UInt8], in contents: any ContentKeeping) throws {
    guard let variant = SHA2.Variant(rawValue: digest.count) else { return nil }
    self.init(Hexadecimal.encode(digest), try contents.beginContent(), try SHA2(variant))
  }

  private init(_ sha2: String, _ content: any IncomingContent, _ digesting: consuming SHA2) {
    self.sha2 = sha2
    self.content = content
    self.digesting = digesting
  }

  /// Takes the next piece.
  public mutating func take(_ octets: [UInt8]) throws {
    try digesting.update(octets.span)
    try content.take(octets)
    sizeBytes += octets.count
  }

  /// What came; throws ``AttachmentDiffers`` where it has another digest.
  public consuming func arrived() throws -> ArrivedAttachment {
    guard Hexadecimal.encode(try digesting.finish()) == sha2 else { throw AttachmentDiffers(sha2: sha2) }
    return ArrivedAttachment(sha2: sha2, sizeBytes: sizeBytes, content: content)
  }
}

/// The contents of an attachment do not have the digest that is stated of them (xAPI 1.0.3 Data 2.4.11).
public struct AttachmentDiffers: Error, Hashable, Sendable {
  /// The SHA-2 that is stated.
  public let sha2: String
}
