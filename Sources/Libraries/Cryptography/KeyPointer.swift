internal import CCrypto

/// A key of libcrypto, public or with its private half.
///
/// `@unchecked Sendable`: a key that was made is never changed; libcrypto lets threads share it. `@safe`: the pointer is
/// taken in `init`, freed once in `deinit`, and lent only to calls that do not keep it.
@safe final class KeyPointer: @unchecked Sendable {
  private let key: OpaquePointer

  /// Takes over a key.
  init(_ key: OpaquePointer) {
    unsafe self.key = key
  }

  deinit { unsafe EVP_PKEY_free(key) }

  func lend<Answer, Failure: Error>(
    _ use: (OpaquePointer) throws(Failure) -> Answer
  ) throws(Failure) -> Answer {
    try unsafe use(key)
  }

  /// What kind of key it is; nil for one that is not signed with here: another algorithm, another curve, a modulus shorter
  /// than 2048 bits or longer than 8192.
  var kind: SigningKind? {
    unsafe lend { key in
      let bits = unsafe EVP_PKEY_get_bits(key)
      if unsafe EVP_PKEY_is_a(key, "RSA") == 1 { return (2048...8192).contains(bits) ? .rsa : nil }
      guard unsafe EVP_PKEY_is_a(key, "EC") == 1, bits == 256 else { return nil }
      return groupName == "prime256v1" ? .p256 : nil
    }
  }

  private var groupName: String? {
    unsafe lend { key in
      var name = [CChar](repeating: 0, count: 80)
      var count = 0
      guard unsafe EVP_PKEY_get_group_name(key, &name, name.count, &count) == 1 else { return nil }
      return String(decoding: name.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
  }

  /// A number that the key is made of, big-endian without leading zeros.
  func number(_ name: String) throws(CryptographyError) -> [UInt8] {
    try unsafe lend { (key) throws(CryptographyError) in
      var number: OpaquePointer?
      guard unsafe EVP_PKEY_get_bn_param(key, name, &number) == 1 else {
        throw .last(of: "EVP_PKEY_get_bn_param")
      }
      defer { unsafe BN_free(number) }
      var octets = [UInt8](repeating: 0, count: Int(unsafe BN_num_bits(number) + 7) / 8)
      guard unsafe BN_bn2bin(number, &octets) == octets.count else { throw .last(of: "BN_bn2bin") }
      return octets
    }
  }

  /// The `SubjectPublicKeyInfo` in DER (RFC 5280 §4.1).
  func publicOctets() throws(CryptographyError) -> [UInt8] {
    try unsafe lend { (key) throws(CryptographyError) in
      let count = unsafe i2d_PUBKEY(key, nil)
      guard count > 0 else { throw .last(of: "i2d_PUBKEY") }
      return unsafe [UInt8](unsafeUninitializedCapacity: Int(count)) { room, filled in
        var place = room.baseAddress
        filled = Int(unsafe i2d_PUBKEY(key, &place))
      }
    }
  }
}
