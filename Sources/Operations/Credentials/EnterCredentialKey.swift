internal import Cryptography
public import OpenBadges
internal import Values

/// Puts a key into use to sign credentials with; the one before signs nothing more.
public struct EnterCredentialKey: Change {
  public static let right = Right.administerKeys

  let id: CredentialKeyID
  let publicKey: PublicKey
  /// Keeps the private half durably, before anything names the key.
  let keepPrivateHalf: @Sendable () throws -> Void
  public let reason: String?

  public func carryOut(_ work: Work) throws -> CredentialKey {
    let before = try work.records.credentialKeyInUse()
    try keepPrivateHalf()
    let key = CredentialKey(id: id, publicKey: publicKey, madeAt: work.now, retiredAt: nil)
    try work.records.enter(key)
    try work.note(
      "credential-key rotate", .credentialKey, id.uuid, reason: reason,
      [
        FieldChange("key in use", from: before?.id.description, to: id.description),
        FieldChange("algorithm", from: before?.algorithm.rawValue, to: key.algorithm.rawValue),
      ])
    return key
  }
}

extension CredentialKey {
  /// What is signed by with it.
  public var algorithm: SigningAlgorithm { SigningAlgorithm(publicKey.kind) }
}

extension Registrar {
  /// Makes a key pair, to be entered. Where it is not entered, nothing of it is kept.
  public func newCredentialKey(
    _ algorithm: SigningAlgorithm, reason: String?
  ) throws -> EnterCredentialKey {
    let pair = try PrivateKey.generate(algorithm.kind)
    let id = CredentialKeyID(UUID(version7At: present.microseconds, random: random().low))
    let keys = credentialKeys
    return EnterCredentialKey(
      id: id, publicKey: pair.publicKey, keepPrivateHalf: { try keys.keep(pair, for: id) }, reason: reason)
  }
}

/// The keys that credentials are signed with, by their public halves, in the order they were made.
public struct ListCredentialKeys: Inquiry {
  public static let right: Right? = .audit

  public init() {}

  public func answer(_ reading: Reading) throws -> Page<CredentialKey> {
    Page(items: try reading.records.credentialKeys(), next: nil)
  }
}
