public import People
public import Values

/// The identity of a mission.
public typealias MissionID = Identifier<Mission>

/// Work in a Member on which a candidate acts beside an expert, who leads it and evaluates the candidate.
public struct Mission: Sendable, Hashable {
  /// Why somebody may evaluate (domain 7.4, 13: an expert who was accredited, or staff).
  public enum Basis: Sendable, Hashable {
    /// The evaluator's own accreditation, in a pool of the same category, as it held on the first day.
    case accredited(AccreditationID)
    /// The evaluator's place in the Secretariat on the first day.
    case staff(AffiliationID)
  }

  public let id: MissionID
  /// The candidate's case.
  public let accreditation: AccreditationID
  /// The Member (or other party) that is worked in.
  public let party: PartyID
  public let days: DayRange
  public let evaluator: PersonID
  public let basis: Basis
  public let recordedAt: Instant

  public init(
    id: MissionID, accreditation: AccreditationID, party: PartyID, days: DayRange, evaluator: PersonID,
    basis: Basis, recordedAt: Instant
  ) {
    self.id = id
    self.accreditation = accreditation
    self.party = party
    self.days = days
    self.evaluator = evaluator
    self.basis = basis
    self.recordedAt = recordedAt
  }
}

/// Whether somebody may evaluate a candidate on a mission: an expert or staff, and impartial.
public struct Evaluator: Sendable, Hashable {
  /// Why somebody may not.
  public enum Refusal: Error, Hashable, Sendable {
    /// Nobody evaluates themselves.
    case candidate
    /// The person is neither accredited in the category on the mission's first day nor of the Secretariat.
    case notQualified(ExpertCategory, on: Day)
    /// The person has a place in the party that nominated the candidate, and the pool asks for none.
    case ofOwnParty
    /// The person assessed the candidate in an earlier stage, and the pool asks for somebody else.
    case assessedEarlier
  }

  public let person: PersonID
  /// The person's accreditations in pools of the candidate's category.
  public let accreditations: [Accreditation]
  /// The person's places in the Secretariat.
  public let places: [Affiliation]
  /// Whether the person has a place in the candidate's party on the first day.
  public let isOfOwnParty: Bool
  /// Whether the person assessed the candidate in an earlier stage.
  public let hasAssessed: Bool

  public init(
    person: PersonID, accreditations: [Accreditation], places: [Affiliation], isOfOwnParty: Bool,
    hasAssessed: Bool
  ) {
    self.person = person
    self.accreditations = accreditations
    self.places = places
    self.isOfOwnParty = isOfOwnParty
    self.hasAssessed = hasAssessed
  }

  /// On what ground the person evaluates a candidate on a mission that begins on a day.
  public func basis(
    for candidate: PersonID, in category: ExpertCategory, from day: Day, apart: Set<Apartness>
  ) throws(Refusal) -> Mission.Basis {
    guard person != candidate else { throw .candidate }
    guard !apart.contains(.ownParty) || !isOfOwnParty else { throw .ofOwnParty }
    guard !apart.contains(.earlierAssessor) || !hasAssessed else { throw .assessedEarlier }
    if let own = accreditations.first(where: { $0.standing(on: day) == .accredited }) {
      return .accredited(own.id)
    }
    guard let place = places.first(where: { $0.validity.contains(day) }) else {
      throw .notQualified(category, on: day)
    }
    return .staff(place.id)
  }
}
