internal import Cryptography
internal import Values

extension Registrar {
  /// Who presents this key: nil for an unknown or revoked key and for a wrong secret, without saying which.
  ///
  /// Costs one point read and one digest; the comparison takes the same time wherever the secrets differ.
  public func authenticate(key: String, secret: String) throws -> Principal? {
    let digest = try secretDigest(secret)
    let id = KeyID(key) ?? KeyID(UUID(high: 0, low: 0))
    return try store.read { records in
      let kept = try records.secretDigest(of: id) ?? [UInt8](repeating: 0, count: digest.count)
      let matches = isEqualInConstantTime(kept, digest)
      guard matches, let key = try records.key(id), key.revokedAt == nil else { return nil }
      return .key(key.id, name: key.name, scope: key.scope)
    }
  }
}
