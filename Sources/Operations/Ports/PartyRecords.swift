public import People
public import Values

/// Parties, persons and affiliations.
public protocol PartyRecords {
  func party(_ id: PartyID) throws -> Party?
  func party(_ code: PartyCode) throws -> Party?
  /// All parties in the order of their codes, of one kind where `kind` is given.
  func parties(kind: Party.Kind?, page: PageRequest) throws -> Page<Party>
  func person(_ id: PersonID) throws -> Person?
  /// The persons within a reach, in the order of their identifiers.
  func persons(within reach: Reach, page: PageRequest) throws -> Page<Person>
  /// A person's affiliations, earliest first.
  func affiliations(of person: PersonID) throws -> [Affiliation]
  func affiliation(_ id: AffiliationID) throws -> Affiliation?
}

/// What can be added to parties and persons.
public protocol WritablePartyRecords {
  func insert(_ party: Party) throws
  func insert(_ person: Person) throws
  func insert(_ affiliation: Affiliation) throws
}
