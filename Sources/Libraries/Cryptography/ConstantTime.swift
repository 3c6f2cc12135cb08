internal import CCrypto

/// Whether two secrets are equal, told in a time that depends on their lengths alone.
public func isEqualInConstantTime(_ one: [UInt8], _ other: [UInt8]) -> Bool {
  guard one.count == other.count else { return false }
  return unsafe CRYPTO_memcmp(one, other, one.count) == 0
}

/// Whether two digests are equal, told in a time that does not depend on where they differ.
public func isEqualInConstantTime(_ one: Digest, _ other: Digest) -> Bool {
  isEqualInConstantTime(one.octets, other.octets)
}
