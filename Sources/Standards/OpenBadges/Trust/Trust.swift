public import Values

/// Whom is trusted to have signed certificates, and what is known of their states.
public struct Trust: Sendable {
  public let keys: TrustedKeys
  public let lists: [StatusList]

  public init(keys: TrustedKeys, lists: [StatusList]) {
    self.keys = keys
    self.lists = lists
  }

  /// The credential that a token carries; throws the `TokenFault` or `CredentialFault` that says why it is not to be
  /// trusted.
  public func credential(in octets: [UInt8]) throws -> AchievementCredential {
    let token = try SignedToken(octets)
    try token.requireSigned(by: keys)
    let credential = try AchievementCredential(token)
    guard let house = Trust.house(ofKey: token.keyName), credential.address.hasPrefix(house),
      credential.issuer.hasPrefix(house), credential.status.base.hasPrefix(house)
    else { throw CredentialFault.keyOfOther }
    return credential
  }

  /// The transcript that a token carries, with every certificate in it found to be authentic; throws as
  /// `credential(in:)` does.
  public func learnerRecord(in octets: [UInt8]) throws -> LearnerRecord {
    let token = try SignedToken(octets)
    try token.requireSigned(by: keys)
    let record = try LearnerRecord(token) { try credential(in: $0) }
    guard let house = Trust.house(ofKey: token.keyName), record.address.hasPrefix(house),
      record.issuer.hasPrefix(house)
    else { throw CredentialFault.keyOfOther }
    return record
  }

  /// What the addresses of everything begin with that belongs to the house of a key: `https://records.example/credentials/`
  /// of `https://records.example/credentials/keys/…`. A key signs for its own house alone.
  static func house(ofKey name: String) -> String? {
    name.firstRange(of: "/keys/").map { "\(name[..<$0.lowerBound])/" }
  }

  /// The state of a credential at an instant, and as of when that is known: nil where no list has it.
  public func status(
    of credential: AchievementCredential, at now: Instant
  ) -> (status: KnownStatus, asOf: Instant?) {
    let (revocation, suspension) = (list(of: credential, .revocation), list(of: credential, .suspension))
    let asOf = [revocation, suspension].compactMap { $0?.asOf }.min()
    let position = credential.status.position
    if revocation?.bits[position] == true { return (.ended, asOf) }
    if let end = credential.validUntil, end <= now { return (.expired, asOf) }
    if suspension?.bits[position] == true { return (.suspended, asOf) }
    if now < credential.validFrom { return (.notYet, asOf) }
    guard revocation != nil, suspension != nil, let asOf, credential.validFrom <= asOf else {
      return (.unknown, nil)
    }
    return (.inForce, asOf)
  }

  /// The latest of the lists for a purpose.
  private func list(of credential: AchievementCredential, _ purpose: StatusPurpose) -> StatusList? {
    let address = credential.status.address(purpose)
    return lists.filter { $0.purpose == purpose && $0.address.utf8.elementsEqual(address.utf8) }
      .max { $0.asOf < $1.asOf }
  }
}
