public import Values

/// The identity of an affiliation.
public typealias AffiliationID = Identifier<Affiliation>

/// The level of responsibility that the PICARD Professional Standards speak of (domain 1.2).
public enum RoleLevel: String, Sendable, CaseIterable {
  case operationalManager = "operational-manager"
  case strategicManager = "strategic-manager"
  /// Named in 2008 as future work; never seen as published.
  case vocational
}

/// A person's place in a party, from a day to a day: what decides where the person is counted.
public struct Affiliation: Sendable, Hashable {
  public let id: AffiliationID
  public let person: PersonID
  public let party: PartyID
  /// The unit and the post, as the party names them; empty where nobody said.
  public let unit: String
  public let post: String
  public let roleLevel: RoleLevel?
  public let validity: DayRange

  public init(
    id: AffiliationID, person: PersonID, party: PartyID, unit: String, post: String, roleLevel: RoleLevel?,
    validity: DayRange
  ) {
    self.id = id
    self.person = person
    self.party = party
    self.unit = unit
    self.post = post
    self.roleLevel = roleLevel
    self.validity = validity
  }
}
