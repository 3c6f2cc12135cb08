internal import CCrypto

/// A key pair: whoever has it can sign.
public struct PrivateKey: Sendable {
  private let pointer: KeyPointer
  public let publicKey: PublicKey

  public var kind: SigningKind { publicKey.kind }

  /// A new key pair of libcrypto's secure random source. One of RSA takes a tenth of a second.
  public static func generate(_ kind: SigningKind) throws(CryptographyError) -> PrivateKey {
    let key =
      switch kind {
      case .rsa: unsafe shim_generate_rsa(2048)
      case .p256: unsafe shim_generate_p256()
      }
    guard let key = unsafe key else { throw .last(of: "EVP_PKEY_Q_keygen") }
    return try PrivateKey(unsafe KeyPointer(key), kind)
  }

  /// The key pair that a text in PEM holds, as `pem` writes it. Nil for what is none, and for a kind that is not signed
  /// with here.
  public init?(pem text: [UInt8]) {
    let prefix = Array(PrivateKey.begin.utf8)
    let suffix = Array(PrivateKey.end.utf8)
    guard text.starts(with: prefix), text.suffix(suffix.count).elementsEqual(suffix),
      let der = Base64.standard.decode(
        utf8: text.dropFirst(prefix.count).dropLast(suffix.count).filter { $0 != 0x0A }[...])
    else { return nil }
    guard let key = unsafe PrivateKey.parsed(der) else {
      ERR_clear_error()
      return nil
    }
    let pointer = unsafe KeyPointer(key)
    guard let kind = pointer.kind else { return nil }
    do {
      self = try PrivateKey(pointer, kind)
    } catch {
      return nil
    }
  }

  private init(_ pointer: KeyPointer, _ kind: SigningKind) throws(CryptographyError) {
    self.pointer = pointer
    publicKey = try PublicKey(pointer, kind)
  }

  /// The key pair as PKCS #8 (RFC 5958) in PEM (RFC 7468 §10), which other programs read too. It is a secret.
  public func pem() throws(CryptographyError) -> [UInt8] {
    let letters = Array(Base64.standard.encode(try privateOctets()).utf8)
    var lines: [UInt8] = []
    for start in stride(from: 0, to: letters.count, by: 64) {
      lines += letters[start..<min(start + 64, letters.count)] + [0x0A]
    }
    return Array(PrivateKey.begin.utf8) + lines + Array(PrivateKey.end.utf8)
  }

  /// The signature over the SHA-256 of a message. One of RSA is the same each time, one of P-256 never.
  public func signature(of message: [UInt8]) throws(CryptographyError) -> [UInt8] {
    guard let method = unsafe KnownMethods.shared[.sha256] else { throw .last(of: "EVP_MD_fetch") }
    guard let context = unsafe EVP_MD_CTX_new() else { throw .last(of: "EVP_MD_CTX_new") }
    defer { unsafe EVP_MD_CTX_free(context) }
    let made = try unsafe pointer.lend { (key) throws(CryptographyError) in
      guard unsafe EVP_DigestSignInit(context, nil, method, nil, key) == 1 else {
        throw .last(of: "EVP_DigestSignInit")
      }
      var octets = [UInt8](repeating: 0, count: Int(unsafe EVP_PKEY_get_size(key)))
      var count = octets.count
      guard unsafe EVP_DigestSign(context, &octets, &count, message, message.count) == 1 else {
        throw .last(of: "EVP_DigestSign")
      }
      return Array(octets.prefix(count))
    }
    return kind == .rsa ? made : try EllipticSignature.octets(of: made)
  }

  private func privateOctets() throws(CryptographyError) -> [UInt8] {
    try unsafe pointer.lend { (key) throws(CryptographyError) in
      guard let info = unsafe EVP_PKEY2PKCS8(key) else { throw .last(of: "EVP_PKEY2PKCS8") }
      defer { unsafe PKCS8_PRIV_KEY_INFO_free(info) }
      let count = unsafe i2d_PKCS8_PRIV_KEY_INFO(info, nil)
      guard count > 0 else { throw .last(of: "i2d_PKCS8_PRIV_KEY_INFO") }
      return unsafe [UInt8](unsafeUninitializedCapacity: Int(count)) { room, filled in
        var place = room.baseAddress
        filled = Int(unsafe i2d_PKCS8_PRIV_KEY_INFO(info, &place))
      }
    }
  }

  private static func parsed(_ der: [UInt8]) -> OpaquePointer? {
    unsafe der.withUnsafeBufferPointer { buffer in
      var place = buffer.baseAddress
      return unsafe d2i_AutoPrivateKey(nil, &place, buffer.count)
    }
  }

  private static let begin = "-----BEGIN PRIVATE KEY-----\n"
  private static let end = "-----END PRIVATE KEY-----\n"
}
