internal import Cryptography
internal import OpenBadges
internal import Synchronization
internal import Values

/// The key that credentials are signed with, read once and kept in memory.
final class SigningKey: Sendable {
  struct Held: Sendable {
    let id: CredentialKeyID
    let pair: PrivateKey
  }

  private let held = Mutex<Held?>(nil)

  /// The key in use. Where there is none, or its private half is not here, as in records that were restored, another is
  /// made and entered, by one thread.
  func current(of registrar: Registrar) throws -> Held {
    try held.withLock { held in
      let inUse = try registrar.store.read { try $0.credentialKeys().last { $0.retiredAt == nil } }
      if let held, held.id == inUse?.id { return held }
      if let inUse, let pair = try registrar.credentialKeys.key(inUse.id) {
        let found = Held(id: inUse.id, pair: pair)
        held = found
        return found
      }
      let made = try registrar.makeCredentialKey(
        inUse?.algorithm ?? .rs256,
        reason: inUse == nil ? nil : "the private half of the key before is not beside these records")
      held = made
      return made
    }
  }
}

extension Registrar {
  fileprivate func makeCredentialKey(
    _ algorithm: SigningAlgorithm, reason: String?
  ) throws -> SigningKey.Held {
    let change = try newCredentialKey(algorithm, reason: reason)
    let key = try perform(change, as: .owner)
    guard let pair = try credentialKeys.key(key.id) else { throw SigningKeyLost() }
    return SigningKey.Held(id: key.id, pair: pair)
  }

  /// Signs a payload with the key in use.
  func sign(_ payload: [UInt8], as kind: SignedToken.Kind) throws -> (token: [UInt8], key: CredentialKeyID) {
    let key = try signingKey.current(of: self)
    let name = CredentialAddresses(origin: origin).key(key.id)
    return (try SignedToken.sign(payload, as: kind, with: key.pair, named: name), key.id)
  }
}

/// A key that was kept a moment ago is not there.
struct SigningKeyLost: Explainable {
  var explanation: Explanation {
    Explanation(
      .temporary, "signing-key-lost", "the key that was just made to sign credentials with is not there",
      remedy: "look who else changes the data folder, then try again")
  }
}
