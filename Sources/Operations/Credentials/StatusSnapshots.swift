internal import Certification
public import OpenBadges
internal import Synchronization
public import Values

/// What lists of states say at one moment, and the tokens that say so; kept in memory while they stay true.
final class StatusSnapshots: Sendable {
  private struct Address: Hashable {
    let list: StatusListID
    let purpose: StatusPurpose
  }

  private struct Signed {
    let content: StatusList
    let token: [UInt8]
  }

  private let kept = Mutex<[Address: Signed]>([:])
  /// A list that says the same is signed anew after so many seconds, so that its date tells that it was looked at.
  private static let freshSeconds: Int64 = 60

  /// The token of a list as it is now. It makes no key: where there is none, nothing is signed.
  ///
  /// - Parameter isFresh: whether it is signed now, however short ago it was.
  func token(
    of list: StatusListID, _ purpose: StatusPurpose, of registrar: Registrar, isFresh: Bool
  ) throws -> [UInt8] {
    let present = try registrar.answer(ReadStatusList(list: list, purpose: purpose), as: .owner)
    let address = Address(list: list, purpose: purpose)
    if !isFresh, let signed = kept.withLock({ $0[address] }), signed.content.bits == present.bits,
      signed.content.asOf <= present.asOf,
      present.asOf < signed.content.asOf.adding(seconds: StatusSnapshots.freshSeconds)
    {
      return signed.token
    }
    guard let key = try registrar.signingKey.present(of: registrar) else { throw SigningKeyUnusable.missing }
    let token = try registrar.sign(present.payload(), as: .statusList, with: key)
    kept.withLock { $0[address] = Signed(content: present, token: token) }
    return token
  }
}

/// What a list of states says now, of every certificate whose place is in it.
struct ReadStatusList: Inquiry {
  static let right: Right? = nil

  let list: StatusListID
  let purpose: StatusPurpose

  func answer(_ reading: Reading) throws -> StatusList {
    guard try reading.records.statusLists().contains(list) else { throw StatusListUnknown() }
    return try reading.statusList(list, purpose)
  }
}

extension Reading {
  /// A list as it is now. Who was replaced no longer holds, as who was revoked.
  func statusList(_ list: StatusListID, _ purpose: StatusPurpose) throws -> StatusList {
    let addresses = CredentialAddresses(origin: origin)
    var bits = StatusBits()
    for position in try records.positions(in: list, of: purpose.states) { bits[position] = true }
    let place = StatusPlace(base: addresses.statusList(list), position: 0)
    return StatusList(
      address: place.address(purpose), issuer: addresses.keeper, purpose: purpose, asOf: now, bits: bits)
  }
}

extension StatusPurpose {
  fileprivate var states: Set<CertificateState> {
    switch self {
    case .revocation: [.revoked, .replaced]
    case .suspension: [.suspended]
    }
  }
}

/// There is no list of states at an address.
public struct StatusListUnknown: Explainable, Hashable {
  public init() {}

  public var explanation: Explanation {
    Explanation(.notFound, "status-list-not-found", "there is no such list of states")
  }
}

extension Registrar {
  /// A list of states as it is now, signed.
  public func statusToken(of list: StatusListID, _ purpose: StatusPurpose) throws -> [UInt8] {
    try statusSnapshots.token(of: list, purpose, of: self, isFresh: false)
  }

  /// What is needed to verify certificates without a network, as of now.
  public func trustFile() throws -> TrustFile {
    _ = try signingKey.current(of: self)
    let tokens = try store.read { try $0.statusLists() }.flatMap { list in
      try StatusPurpose.allCases.map {
        try statusSnapshots.token(of: list, $0, of: self, isFresh: true)
      }
    }
    // Read behind the signing, so that the key that signed is among them.
    let keys = try store.read { try $0.credentialKeys() }
    return try TrustFile(madeAt: present, keys: TrustedKeys(keys, origin: origin), statusTokens: tokens)
  }
}

/// The keys of these records and the states that they know now: what files are verified against where the records are.
public struct ReadTrust: Inquiry {
  public static let right: Right? = nil

  public init() {}

  public func answer(_ reading: Reading) throws -> Trust {
    let lists = try reading.records.statusLists().flatMap { list in
      try StatusPurpose.allCases.map { try reading.statusList(list, $0) }
    }
    return Trust(
      keys: TrustedKeys(try reading.records.credentialKeys(), origin: reading.origin), lists: lists)
  }
}
