internal import CCrypto

/// An EVP digest context, for one thread at a time; it may be started anew any number of times.
@safe struct DigestContext: ~Copyable {
  enum Method { case sha224, sha256, sha384, sha512, sha1 }

  private let context: OpaquePointer

  init(_ method: Method) throws(CryptographyError) {
    guard let known = unsafe KnownMethods.shared[method] else { throw .last(of: "EVP_MD_fetch") }
    guard let context = unsafe EVP_MD_CTX_new() else { throw .last(of: "EVP_MD_CTX_new") }
    guard unsafe EVP_DigestInit_ex(context, known, nil) == 1 else {
      unsafe EVP_MD_CTX_free(context)
      throw .last(of: "EVP_DigestInit_ex")
    }
    unsafe self.context = context
  }

  deinit { unsafe EVP_MD_CTX_free(context) }

  mutating func restart() throws(CryptographyError) {
    guard unsafe EVP_DigestInit_ex(context, nil, nil) == 1 else { throw .last(of: "EVP_DigestInit_ex") }
  }

  mutating func update(_ octets: Span<UInt8>) throws(CryptographyError) {
    let answer = unsafe octets.withUnsafeBufferPointer {
      unsafe EVP_DigestUpdate(context, $0.baseAddress, $0.count)
    }
    guard answer == 1 else { throw .last(of: "EVP_DigestUpdate") }
  }

  /// The digest of what came; the context must be restarted before it is used again.
  mutating func finish() throws(CryptographyError) -> [UInt8] {
    var answer: Int32 = 0
    let octets = unsafe [UInt8](unsafeUninitializedCapacity: Int(EVP_MAX_MD_SIZE)) { room, filled in
      var count: UInt32 = 0
      answer = unsafe EVP_DigestFinal_ex(context, room.baseAddress, &count)
      filled = answer == 1 ? Int(count) : 0
    }
    guard answer == 1 else { throw .last(of: "EVP_DigestFinal_ex") }
    return octets
  }
}

/// The digests of libcrypto, looked up once for the process: looking one up takes locks and more time than digesting a
/// short message does.
///
/// `@unchecked Sendable`: a method that was fetched is constant, shared by all threads, and never freed.
@safe struct KnownMethods: @unchecked Sendable {
  static let shared = KnownMethods()

  private let sha224 = unsafe EVP_MD_fetch(nil, "SHA224", nil)
  private let sha256 = unsafe EVP_MD_fetch(nil, "SHA256", nil)
  private let sha384 = unsafe EVP_MD_fetch(nil, "SHA384", nil)
  private let sha512 = unsafe EVP_MD_fetch(nil, "SHA512", nil)
  private let sha1 = unsafe EVP_MD_fetch(nil, "SHA1", nil)

  subscript(method: DigestContext.Method) -> OpaquePointer? {
    switch method {
    case .sha224: unsafe sha224
    case .sha256: unsafe sha256
    case .sha384: unsafe sha384
    case .sha512: unsafe sha512
    case .sha1: unsafe sha1
    }
  }
}
