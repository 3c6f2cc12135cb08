public import Certification
public import OpenBadges
public import People
public import Values

/// The credential of a certificate, for whoever holds its code. Public by design.
public struct FindCredential: Inquiry {
  public static let right: Right? = nil

  /// The code as typed.
  public let code: String

  public init(code: String) {
    self.code = code
  }

  public func answer(_ reading: Reading) throws -> SignedCredential {
    guard let parsed = VerificationCode(code), let found = try reading.records.certificate(parsed) else {
      throw CertificateUnknown()
    }
    if let signed = try reading.records.signedCredential(of: found.id) { return signed }
    if let day = try reading.dayOfErasure(of: found) { throw HolderErased(number: found.number, on: day) }
    throw CredentialPending(number: found.number)
  }
}

/// A certificate was issued a moment ago, and its credential is yet to be signed.
public struct CredentialPending: Explainable, Hashable {
  public let number: CertificateNumber

  public var explanation: Explanation {
    Explanation(
      .temporary, "credential-pending", "the credential of certificate \(number) is about to be signed",
      remedy: "ask again in a moment")
  }
}

/// Who issues certificates under these records, as a profile that anyone may read.
public struct ShowIssuer: Inquiry {
  public static let right: Right? = nil

  /// The party; nil for who keeps the records, in whose name states are signed.
  public let party: PartyID?

  public init(_ party: PartyID?) {
    self.party = party
  }

  /// A profile with the keys that speak for it.
  public struct Answer: Sendable {
    public let address: String
    public let name: String
    public let keys: TrustedKeys
  }

  public func answer(_ reading: Reading) throws -> Answer {
    let addresses = CredentialAddresses(origin: reading.origin)
    let keys = TrustedKeys(try reading.records.credentialKeys(), origin: reading.origin)
    guard let party else {
      return Answer(address: addresses.keeper, name: addresses.keeperName, keys: keys)
    }
    guard let found = try reading.records.party(party),
      try reading.records.schemes().contains(where: { $0.issuer == party })
    else { throw IssuerUnknown() }
    return Answer(address: addresses.issuer(party), name: found.names.text(), keys: keys)
  }
}

/// Nobody of this identity issues certificates here.
public struct IssuerUnknown: Explainable, Hashable {
  public init() {}

  public var explanation: Explanation {
    Explanation(.notFound, "issuer-not-found", "nobody of this identity issues certificates here")
  }
}

/// The keys that credentials are verified with, for anybody.
public struct PublishedKeys: Inquiry {
  public static let right: Right? = nil

  public init() {}

  public func answer(_ reading: Reading) throws -> TrustedKeys {
    TrustedKeys(try reading.records.credentialKeys(), origin: reading.origin)
  }
}

/// One of those keys.
public struct PublishedKey: Inquiry {
  public static let right: Right? = nil

  public let key: CredentialKeyID

  public init(_ key: CredentialKeyID) {
    self.key = key
  }

  public func answer(_ reading: Reading) throws -> TrustedKeys.Named {
    let name = CredentialAddresses(origin: reading.origin).key(key)
    let keys = try PublishedKeys().answer(reading)
    guard let key = keys[name] else { throw CredentialKeyUnknown() }
    return TrustedKeys.Named(name: name, key: key)
  }
}

/// There is no such key among those that credentials are signed with.
public struct CredentialKeyUnknown: Explainable, Hashable {
  public init() {}

  public var explanation: Explanation {
    Explanation(.notFound, "credential-key-not-found", "no credential is signed with a key of this identity")
  }
}
