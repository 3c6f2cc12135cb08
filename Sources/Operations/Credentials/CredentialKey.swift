public import Cryptography
public import Values

/// The identity of a key that credentials are signed with; it stands at the end of the address that the key is had from.
public typealias CredentialKeyID = Identifier<CredentialKey>

/// A key that credentials are signed with, by its public half. One that was retired signs nothing more; what it signed
/// before stays authentic.
public struct CredentialKey: Sendable, Hashable {
  public let id: CredentialKeyID
  public let publicKey: PublicKey
  public let madeAt: Instant
  /// When another took its place; nil while it is in use.
  public let retiredAt: Instant?

  public init(id: CredentialKeyID, publicKey: PublicKey, madeAt: Instant, retiredAt: Instant?) {
    self.id = id
    self.publicKey = publicKey
    self.madeAt = madeAt
    self.retiredAt = retiredAt
  }
}

/// Keeps the private halves of keys, each in a place that only the owner of the records can read. They are in no backup.
public protocol CredentialKeyKeeping: Sendable {
  /// Keeps a key pair. When it returns, it is durable.
  func keep(_ key: PrivateKey, for id: CredentialKeyID) throws
  /// The key pair that was kept; nil where there is none, as in records that were restored.
  func key(_ id: CredentialKeyID) throws -> PrivateKey?
}
