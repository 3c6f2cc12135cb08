public import People
public import Values

/// Which parties are asked for; what is nil does not restrict.
public struct PartyFilter: Sendable, Hashable {
  public let kind: Party.Kind?
  public let region: Region?

  public init(kind: Party.Kind? = nil, region: Region? = nil) {
    self.kind = kind
    self.region = region
  }
}

/// Which persons are asked for; what is nil does not restrict.
public struct PersonFilter: Sendable, Hashable {
  /// A part of the name; ASCII letters in either case.
  public let name: String?
  /// An address that statements may name the person by, whole, in either case.
  public let mailbox: String?
  /// A party that the person has, had or will have a place in.
  public let party: PartyID?
  /// The day on which that place has to hold; nil where it need not.
  public let heldOn: Day?

  public init(name: String? = nil, mailbox: String? = nil, party: PartyID? = nil, heldOn: Day? = nil) {
    self.name = name
    self.mailbox = mailbox
    self.party = party
    self.heldOn = heldOn
  }
}

/// Parties, persons and affiliations.
public protocol PartyRecords {
  func party(_ id: PartyID) throws -> Party?
  func party(_ code: PartyCode) throws -> Party?
  /// Parties in the order of their codes.
  func parties(_ filter: PartyFilter, page: PageRequest) throws -> Page<Party>
  func person(_ id: PersonID) throws -> Person?
  /// What a person was called before, in order.
  func formerNames(of person: PersonID) throws -> [String]
  /// The person whom a system outside knows by this; nil where nobody was entered so.
  func person(known identity: SourceIdentity) throws -> PersonID?
  /// The names of those who have, had or will have a place in a party, in the order of their identifiers; of who was made
  /// unknown none.
  func names(ofPersonsIn party: PartyID) throws -> [(person: PersonID, name: String)]
  /// The persons within a reach, in the order of their identifiers.
  func persons(_ filter: PersonFilter, within reach: Reach, page: PageRequest) throws -> Page<Person>
  /// A person's affiliations, earliest first.
  func affiliations(of person: PersonID) throws -> [Affiliation]
  func affiliation(_ id: AffiliationID) throws -> Affiliation?
}

/// What can be added to parties and persons.
public protocol WritablePartyRecords {
  func insert(_ party: Party) throws
  /// Adds seats to those that a party has, `count` in number.
  func insert(seats: [Party.Seat], of party: PartyID, behind count: Int) throws
  /// Adds what is said of a party's groups, behind what was said before.
  func insert(groups: [Party.GroupMembership], of party: PartyID, at instant: Instant) throws
  func insert(_ person: Person) throws
  /// Gives a person another name, and keeps the one before with the instant until which it was the person's.
  func rename(_ person: PersonID, to name: String, at instant: Instant) throws
  func insert(_ affiliation: Affiliation) throws
  /// Gives a place a last day.
  func end(_ affiliation: AffiliationID, on day: Day, at instant: Instant) throws
  /// Keeps what a system outside calls a person; nobody else may be called so there.
  func insert(_ identity: SourceIdentity, of person: PersonID, at instant: Instant) throws
}
