/// A kind of key pair to sign with, always over SHA-256.
public enum SigningKind: String, Sendable, CaseIterable {
  /// RSASSA-PKCS1-v1_5 (RFC 8017 §8.2), new keys with a modulus of 2048 bits.
  case rsa
  /// ECDSA over P-256 (FIPS 186-5); a signature is the octets of r and s, 32 each.
  case p256
}
