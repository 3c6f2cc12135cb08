/// SHA-2 (FIPS 180-4) of any of its four usual lengths, of one message that comes in pieces.
public struct SHA2: ~Copyable {
  /// The lengths; the raw value is the number of octets in a digest.
  public enum Variant: Int, Sendable, CaseIterable {
    case sha224 = 28
    case sha256 = 32
    case sha384 = 48
    case sha512 = 64

    var method: DigestContext.Method {
      switch self {
      case .sha224: .sha224
      case .sha256: .sha256
      case .sha384: .sha384
      case .sha512: .sha512
      }
    }
  }

  private var context: DigestContext

  public init(_ variant: Variant) throws(CryptographyError) {
    context = try DigestContext(variant.method)
  }

  /// Takes the next piece.
  public mutating func update(_ octets: Span<UInt8>) throws(CryptographyError) {
    try context.update(octets)
  }

  /// The digest of the pieces; the next piece begins a new message.
  public mutating func finish() throws(CryptographyError) -> [UInt8] {
    let digest = try context.finish()
    try context.restart()
    return digest
  }

  /// The digest of one message.
  public static func digest(of octets: [UInt8], _ variant: Variant) throws(CryptographyError) -> [UInt8] {
    var digesting = try SHA2(variant)
    try digesting.update(octets.span)
    return try digesting.finish()
  }
}
