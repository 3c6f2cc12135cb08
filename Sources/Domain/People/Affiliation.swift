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
  /// Why a place cannot be as described, or end as asked.
  public enum Refusal: Error, Hashable, Sendable {
    /// The party is what it is on other days.
    case outsideParty(PartyCode, DayRange)
    /// The person has the same post in the party on some of the days: on these.
    case overlaps(DayRange)
    /// It ends before that day as it is, or on it.
    case endsAlready(Day)
    /// It begins after the day on which it is to end.
    case beginsLater(Day)
  }

  public let id: AffiliationID
  public let person: PersonID
  public let party: PartyID
  /// The unit and the post, as the party names them; empty where nobody said.
  public let unit: String
  public let post: String
  public let roleLevel: RoleLevel?
  public let validity: DayRange
  /// When it was recorded, whatever its days are.
  public let recordedAt: Instant

  public init(
    id: AffiliationID, person: PersonID, party: PartyID, unit: String, post: String, roleLevel: RoleLevel?,
    validity: DayRange, recordedAt: Instant
  ) {
    self.id = id
    self.person = person
    self.party = party
    self.unit = unit
    self.post = post
    self.roleLevel = roleLevel
    self.validity = validity
    self.recordedAt = recordedAt
  }

  /// Throws unless a post in a party may be held on these days: the party is there on all of them, and the person does
  /// not hold the same post in it on any of them. Posts are the same by their letters.
  public static func requireRoom(
    for post: String, in party: Party, on days: DayRange,
    beside others: [(party: PartyID, post: String, days: DayRange)]
  ) throws(Refusal) {
    guard party.validity.covers(days) else { throw .outsideParty(party.code, party.validity) }
    let same = others.first {
      $0.party == party.id && $0.post.utf8.elementsEqual(post.utf8) && $0.days.overlaps(days)
    }
    if let same { throw .overlaps(same.days) }
  }

  /// Its days once it ends on a day: earlier than it does as it is, and not before it begins.
  public func days(endingOn day: Day) throws(Refusal) -> DayRange {
    if let to = validity.to, to <= day { throw .endsAlready(to) }
    guard let days = DayRange(from: validity.from, to: day) else { throw .beginsLater(validity.from) }
    return days
  }
}
