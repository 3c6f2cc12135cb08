public import People
public import Values
internal import Cryptography

/// Makes a key for HTTP. Its secret is told once, here; the records keep only a digest of it.
///
/// A key is either as wide as its scope, or held in a role: then its scope is `api`, and the role says what it may. What
/// does not fit together is refused with a `KeyRefused` that says why.
public struct CreateKey: Change {
  public static let right = Right.administerKeys

  public let name: String
  public let scope: KeyScope
  public let role: Role?
  public let party: Reference<Party>?
  public let person: PersonID?
  /// The days, in UTC, on which the key works; nil where they are not limited.
  public let validity: DayRange?

  public init(
    name: String, scope: KeyScope, role: Role? = nil, party: Reference<Party>? = nil,
    person: PersonID? = nil, validity: DayRange? = nil
  ) {
    self.name = name
    self.scope = scope
    self.role = role
    self.party = party
    self.person = person
    self.validity = validity
  }

  /// A new key with its secret in clear: for its owner's eyes, never for a log.
  public struct Outcome: Sendable {
    public let key: AccessKey
    /// 256 random bits in base64url, 43 characters.
    public let secret: String
  }

  public func carryOut(_ work: Work) throws -> Outcome {
    guard (1...100).contains(name.unicodeScalars.count) else {
      throw UnusableValue(field: "name", value: name, expected: "a name of 1 to 100 characters")
    }
    try requireLine(name, "name")
    if let last = validity?.to, last < work.now.dayInUTC { throw KeyRefused.endsBeforeItBegins(last) }
    let held = try heldRole(work)
    let secret = Base64.url.encode(work.random().octets + work.random().octets)
    let key = AccessKey(
      id: work.newIdentifier(), name: name, scope: scope, held: held, validity: validity,
      createdAt: work.now, revokedAt: nil)
    try work.records.insert(key, secretDigest: secretDigest(secret))
    try work.note("key create", .key, key.id.uuid, person: held?.person, try changes(held, work))
    return Outcome(key: key, secret: secret)
  }

  /// The role that the key is to be held in, where all that was said fits together.
  private func heldRole(_ work: Work) throws -> HeldRole? {
    guard let role else {
      guard scope != .api else { throw KeyRefused.roleMissing }
      guard party == nil, person == nil else { throw KeyRefused.holderWithoutRole }
      return nil
    }
    guard scope == .api else { throw KeyRefused.scopeOfItsOwn(scope, role) }
    if party == nil, role.needsParty { throw KeyRefused.partyMissing(role) }
    if person == nil, role.needsPerson { throw KeyRefused.personMissing(role) }
    let party = try party.map(work.records.party(named:))
    if let party, !role.partyKinds.isEmpty, !role.partyKinds.contains(party.kind) {
      throw KeyRefused.partyOfOtherKind(role, party.kind)
    }
    let person = try person.map(work.records.knownPerson(identified:))
    return HeldRole(role: role, party: party?.id, person: person?.id)
  }

  private func changes(_ held: HeldRole?, _ work: Work) throws -> [FieldChange] {
    let party = try held?.party.flatMap(work.records.party)?.code.text
    let values: [(String, String?)] = [
      ("scope", scope.rawValue), ("role", held?.role.rawValue), ("party", party),
      ("validFrom", validity?.from.description), ("validTo", validity?.to?.description),
    ]
    return values.filter { $0.1 != nil }.map { FieldChange($0.0, from: nil, to: $0.1) }
  }
}

/// Why no key can be made of what was said.
public enum KeyRefused: Explainable, Hashable {
  /// The scope `api` leaves to a role what the key may.
  case roleMissing
  /// A party or a person was named, and no role.
  case holderWithoutRole
  /// A role goes with the scope `api`; another was named.
  case scopeOfItsOwn(KeyScope, Role)
  case partyMissing(Role)
  case partyOfOtherKind(Role, Party.Kind)
  case personMissing(Role)
  /// The last day has passed: the key would never open anything.
  case endsBeforeItBegins(Day)

  public var explanation: Explanation {
    switch self {
    case .roleMissing:
      Explanation(
        .unusable, "role-missing", "the scope api leaves to a role what the key may", remedy: "name a role",
        field: "role")
    case .holderWithoutRole:
      Explanation(
        .unusable, "holder-without-role",
        "a party and a person go with a role; a scope alone is held by none",
        remedy: "name a role, or neither party nor person", field: "role")
    case .scopeOfItsOwn(let scope, let role):
      Explanation(
        .unusable, "scope-of-its-own",
        "the scope \(scope.rawValue) says by itself what a key may; the role \(role.rawValue) would say otherwise",
        remedy: "leave the scope out, or name api", field: "scope")
    case .partyMissing(let role):
      Explanation(
        .unusable, "party-missing", "the role \(role.rawValue) is held for a party",
        remedy: "name it by its code", field: "party")
    case .partyOfOtherKind(let role, let found):
      Explanation(
        .unusable, "party-of-other-kind",
        "the role \(role.rawValue) is held for a party of kind \(role.kindsInWords), not \(found.rawValue)",
        field: "party")
    case .personMissing(let role):
      Explanation(
        .unusable, "person-missing", "the role \(role.rawValue) reaches what is one person's",
        remedy: "name the person by the identifier", field: "person")
    case .endsBeforeItBegins(let day):
      Explanation(
        .unusable, "validity-passed", "the last day, \(day), has passed: the key would open nothing",
        field: "to")
    }
  }
}

extension Role {
  /// The kinds of party that the role is held for, `member` or `donor or rtc`.
  fileprivate var kindsInWords: String {
    partyKinds.map(\.rawValue).sorted().joined(separator: " or ")
  }
}

/// The digest that a secret is kept and compared as: one fast one, since the secret is 256 random bits.
func secretDigest(_ secret: String) throws -> [UInt8] {
  try SHA256.digest(of: Array(secret.utf8)).octets
}
