internal import CCrypto

/// A public key of RSA, taken out of a certificate, to check signatures with.
///
/// `@safe`: the pointer is made in `init`, freed once in `deinit`, and never leaves.
@safe public struct RSAPublicKey: ~Copyable {
  private let key: OpaquePointer

  /// The key of an X.509 certificate in DER (RFC 5280). Nil for what is no certificate, has something behind it, or whose
  /// key is of another kind. Whether the certificate is valid, or anybody's, is not asked.
  public init?(certificate: [UInt8]) {
    guard let key = unsafe RSAPublicKey.key(of: certificate) else {
      ERR_clear_error()
      return nil
    }
    guard unsafe EVP_PKEY_get_base_id(key) == EVP_PKEY_RSA else {
      unsafe EVP_PKEY_free(key)
      return nil
    }
    unsafe self.key = key
  }

  deinit { unsafe EVP_PKEY_free(key) }

  private static func key(of certificate: [UInt8]) -> OpaquePointer? {
    unsafe certificate.withUnsafeBufferPointer { octets in
      var place = octets.baseAddress
      guard let parsed = unsafe d2i_X509(nil, &place, octets.count) else { return nil }
      defer { unsafe X509_free(parsed) }
      guard unsafe place == octets.baseAddress?.advanced(by: octets.count) else { return nil }
      return unsafe X509_get_pubkey(parsed)
    }
  }

  /// Whether a signature is the key's over a message: RSASSA-PKCS1-v1_5 (RFC 8017 §8.2) with a digest of SHA-2.
  public func isSignature(
    _ signature: [UInt8], of message: [UInt8], with variant: SHA2.Variant
  ) throws(CryptographyError) -> Bool {
    guard let method = unsafe KnownMethods.shared[variant.method] else { throw .last(of: "EVP_MD_fetch") }
    guard let context = unsafe EVP_MD_CTX_new() else { throw .last(of: "EVP_MD_CTX_new") }
    defer { unsafe EVP_MD_CTX_free(context) }
    guard unsafe EVP_DigestVerifyInit(context, nil, method, nil, key) == 1 else {
      throw .last(of: "EVP_DigestVerifyInit")
    }
    // What is no signature at all is answered with an error of its own; it is none all the same.
    let answer = unsafe EVP_DigestVerify(context, signature, signature.count, message, message.count)
    ERR_clear_error()
    return answer == 1
  }
}
