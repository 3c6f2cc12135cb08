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
      let inUse = try registrar.keyInUse()
      if let found = try SigningKey.find(inUse, held, of: registrar) {
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

  /// The key in use; nil where there is none, or its private half is not here. Nothing is made.
  func present(of registrar: Registrar) throws -> Held? {
    try held.withLock { held in
      let found = try SigningKey.find(registrar.keyInUse(), held, of: registrar)
      if let found { held = found }
      return found
    }
  }

  private static func find(_ inUse: CredentialKey?, _ held: Held?, of registrar: Registrar) throws -> Held? {
    if let held, held.id == inUse?.id { return held }
    guard let inUse, let pair = try registrar.credentialKeys.key(inUse.id) else { return nil }
    guard pair.publicKey == inUse.publicKey else { throw SigningKeyUnusable.foreign(inUse.id) }
    return Held(id: inUse.id, pair: pair)
  }
}

extension Registrar {
  fileprivate func keyInUse() throws -> CredentialKey? {
    try store.read { try $0.credentialKeyInUse() }
  }

  fileprivate func makeCredentialKey(
    _ algorithm: SigningAlgorithm, reason: String?
  ) throws -> SigningKey.Held {
    let change = try newCredentialKey(algorithm, reason: reason)
    let key = try perform(change, as: .owner)
    guard let pair = try credentialKeys.key(key.id) else { throw SigningKeyUnusable.missing }
    return SigningKey.Held(id: key.id, pair: pair)
  }

  /// Signs a payload.
  func sign(_ payload: [UInt8], as kind: SignedToken.Kind, with key: SigningKey.Held) throws -> [UInt8] {
    let name = CredentialAddresses(origin: origin).key(key.id)
    return try SignedToken.sign(payload, as: kind, with: key.pair, named: name)
  }
}

extension Records {
  /// The key that credentials are signed with; nil before the first was made.
  func credentialKeyInUse() throws -> CredentialKey? {
    try credentialKeys().last { $0.retiredAt == nil }
  }
}

/// Why nothing is signed now.
enum SigningKeyUnusable: Explainable, Hashable {
  /// The private half of the key in use is not beside these records.
  case missing
  /// The key was retired while something was signed with it.
  case retired
  /// Beside the records lies another key under the name of the one in use.
  case foreign(CredentialKeyID)

  var explanation: Explanation {
    switch self {
    case .missing:
      Explanation(
        .temporary, "signing-key-unusable",
        "the key that certificates are signed with is not beside these records",
        remedy: "put it back; or wait, another is made when the next certificate is signed")
    case .retired:
      Explanation(
        .temporary, "signing-key-unusable", "the key was retired while the credential was signed",
        remedy: "try again")
    case .foreign(let id):
      Explanation(
        .temporary, "signing-key-unusable", "the file of key \(id) holds another key",
        remedy: "put the right file back, or move it away: another key is made then")
    }
  }
}
