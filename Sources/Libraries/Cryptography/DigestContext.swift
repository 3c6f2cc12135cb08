internal import CCrypto

/// An EVP digest context, for one thread at a time; it may be started anew any number of times.
@safe struct DigestContext: ~Copyable {
  enum Method { case sha256, sha1 }

  private let context: OpaquePointer
  private let method: OpaquePointer

  init(_ method: Method) throws(CryptographyError) {
    // The methods are constants of libcrypto, never freed.
    guard let constant = unsafe method == .sha256 ? EVP_sha256() : EVP_sha1() else {
      throw .last(of: "EVP_sha256")
    }
    guard let context = unsafe EVP_MD_CTX_new() else { throw .last(of: "EVP_MD_CTX_new") }
    guard unsafe EVP_DigestInit_ex(context, constant, nil) == 1 else {
      unsafe EVP_MD_CTX_free(context)
      throw .last(of: "EVP_DigestInit_ex")
    }
    unsafe self.context = context
    unsafe self.method = constant
  }

  deinit { unsafe EVP_MD_CTX_free(context) }

  mutating func restart() throws(CryptographyError) {
    guard unsafe EVP_DigestInit_ex(context, method, nil) == 1 else { throw .last(of: "EVP_DigestInit_ex") }
  }

  mutating func update(_ octets: Span<UInt8>) throws(CryptographyError) {
    let answer = unsafe octets.withUnsafeBufferPointer {
      unsafe EVP_DigestUpdate(context, $0.baseAddress, $0.count)
    }
    guard answer == 1 else { throw .last(of: "EVP_DigestUpdate") }
  }

  /// The digest of what came; the context must be restarted before it is used again.
  mutating func finish() throws(CryptographyError) -> [UInt8] {
    var octets = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var count: UInt32 = 0
    guard unsafe EVP_DigestFinal_ex(context, &octets, &count) == 1 else {
      throw .last(of: "EVP_DigestFinal_ex")
    }
    octets.removeLast(octets.count - Int(count))
    return octets
  }
}
