internal import CCrypto

/// The public half of a key pair: whoever has it can check signatures.
public struct PublicKey: Sendable {
  private let pointer: KeyPointer
  public let kind: SigningKind
  /// The `SubjectPublicKeyInfo` in DER (RFC 5280 §4.1): one key has one text.
  public let octets: [UInt8]

  /// The key that a `SubjectPublicKeyInfo` in DER holds. Nil for what is none, has something behind it, is not in the form
  /// that `octets` has, or is of a kind that is not signed with here.
  public init?(octets: [UInt8]) {
    guard let key = unsafe PublicKey.parsed(octets) else {
      ERR_clear_error()
      return nil
    }
    let pointer = unsafe KeyPointer(key)
    guard let kind = pointer.kind else { return nil }
    do {
      guard try pointer.publicOctets() == octets else { return nil }
    } catch {
      return nil
    }
    (self.pointer, self.kind, self.octets) = (pointer, kind, octets)
  }

  /// A key of RSA by its modulus and exponent, big-endian without leading zeros; nil where they make none.
  public init?(modulus: [UInt8], exponent: [UInt8]) {
    guard let first = modulus.first, first != 0, let last = exponent.last, exponent.first != 0, last & 1 == 1,
      exponent.count <= 4, exponent != [1]
    else { return nil }
    let key = DERWriter.sequence(DERWriter.integer(modulus), DERWriter.integer(exponent))
    self.init(octets: DERWriter.sequence(PublicKey.rsaAlgorithm, DERWriter.bits(key)))
  }

  /// A key of P-256 by the coordinates of its point, 32 octets each; nil where the point is not on the curve.
  public init?(x: [UInt8], y: [UInt8]) {
    guard x.count == 32, y.count == 32 else { return nil }
    self.init(octets: DERWriter.sequence(PublicKey.p256Algorithm, DERWriter.bits([4] + x + y)))
  }

  init(_ pointer: KeyPointer, _ kind: SigningKind) throws(CryptographyError) {
    self.pointer = pointer
    self.kind = kind
    octets = try pointer.publicOctets()
  }

  /// Modulus and exponent of a key of RSA, big-endian without leading zeros.
  public func modulusAndExponent() throws(CryptographyError) -> (modulus: [UInt8], exponent: [UInt8]) {
    (try pointer.number("n"), try pointer.number("e"))
  }

  /// The coordinates of the point of a key of P-256, 32 octets each.
  public var point: (x: [UInt8], y: [UInt8]) {
    (Array(octets.suffix(64).prefix(32)), Array(octets.suffix(32)))
  }

  /// Whether a signature is the key's over the SHA-256 of a message.
  public func isSignature(_ signature: [UInt8], of message: [UInt8]) throws(CryptographyError) -> Bool {
    guard let encoded = try encoded(signature) else { return false }
    guard let method = unsafe KnownMethods.shared[.sha256] else { throw .last(of: "EVP_MD_fetch") }
    guard let context = unsafe EVP_MD_CTX_new() else { throw .last(of: "EVP_MD_CTX_new") }
    defer { unsafe EVP_MD_CTX_free(context) }
    return try unsafe pointer.lend { (key) throws(CryptographyError) in
      guard unsafe EVP_DigestVerifyInit(context, nil, method, nil, key) == 1 else {
        throw .last(of: "EVP_DigestVerifyInit")
      }
      // What is no signature at all is answered with an error of its own; it is none all the same.
      let answer = unsafe EVP_DigestVerify(context, encoded, encoded.count, message, message.count)
      ERR_clear_error()
      return answer == 1
    }
  }

  /// The signature as libcrypto takes it; nil where it has not the length that one of this kind has.
  private func encoded(_ signature: [UInt8]) throws(CryptographyError) -> [UInt8]? {
    switch kind {
    case .rsa: signature
    case .p256: signature.count == 64 ? try EllipticSignature.der(of: signature) : nil
    }
  }

  private static func parsed(_ octets: [UInt8]) -> OpaquePointer? {
    unsafe octets.withUnsafeBufferPointer { buffer in
      var place = buffer.baseAddress
      guard let key = unsafe d2i_PUBKEY(nil, &place, buffer.count) else { return nil }
      guard unsafe place == buffer.baseAddress?.advanced(by: buffer.count) else {
        unsafe EVP_PKEY_free(key)
        return nil
      }
      return unsafe key
    }
  }

  /// `rsaEncryption` with its empty parameters (RFC 3279 §2.3.1).
  private static let rsaAlgorithm = DERWriter.sequence(
    DERWriter.element(0x06, [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01]),
    DERWriter.element(0x05, []))

  /// `id-ecPublicKey` on `prime256v1` (RFC 5480 §2.1.1).
  private static let p256Algorithm = DERWriter.sequence(
    DERWriter.element(0x06, [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x02, 0x01]),
    DERWriter.element(0x06, [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07]))
}

extension PublicKey: Hashable {
  public static func == (one: PublicKey, other: PublicKey) -> Bool { one.octets == other.octets }

  public func hash(into hasher: inout Hasher) { hasher.combine(octets) }
}
