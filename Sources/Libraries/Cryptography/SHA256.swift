/// SHA-256 (FIPS 180-4 §6.2), of bytes that come in pieces. One value may digest many messages in turn,
/// which spares the set-up that costs more than a short message itself.
public struct SHA256: ~Copyable {
  private var context: DigestContext

  public init() throws(CryptographyError) {
    context = try DigestContext(.sha256)
  }

  /// Takes the next piece.
  public mutating func update(_ octets: Span<UInt8>) throws(CryptographyError) {
    try context.update(octets)
  }

  /// Takes the next piece.
  public mutating func update(_ octets: [UInt8]) throws(CryptographyError) {
    try context.update(octets.span)
  }

  /// The digest of the pieces since the beginning or the last `finish`; the next piece begins a new message.
  public mutating func finish() throws(CryptographyError) -> Digest {
    let digest = try last()
    try context.restart()
    return digest
  }

  private mutating func last() throws(CryptographyError) -> Digest {
    guard let digest = Digest(try context.finish()) else { preconditionFailure("SHA-256 gives 32 octets") }
    return digest
  }

  /// The digest of one message.
  public static func digest(of octets: [UInt8]) throws(CryptographyError) -> Digest {
    var digesting = try SHA256()
    try digesting.update(octets)
    return try digesting.last()
  }
}

/// SHA-1 (FIPS 180-4 §6.1): no longer safe against forgery; only for the names that standards build with it,
/// such as `mbox_sha1sum` of xAPI.
public enum SHA1 {
  /// The 20 octets of the digest of one message.
  public static func digest(of octets: [UInt8]) throws(CryptographyError) -> [UInt8] {
    var context = try DigestContext(.sha1)
    try context.update(octets.span)
    return try context.finish()
  }
}
