public import Accreditation
public import People
public import Values

/// Sends a candidate on a mission beside an expert who evaluates.
public struct AssignMission: Change {
  public static let right = Right.accredit

  public let accreditation: AccreditationID
  /// The Member that is worked in.
  public let party: Reference<Party>
  public let days: DayRange
  public let evaluator: PersonID
  /// The day on which it was decided; today where nil.
  public let on: Day?

  public init(
    accreditation: AccreditationID, party: Reference<Party>, days: DayRange, evaluator: PersonID,
    on: Day? = nil
  ) {
    self.accreditation = accreditation
    self.party = party
    self.days = days
    self.evaluator = evaluator
    self.on = on
  }

  public func carryOut(_ work: Work) throws -> Accreditation {
    let accreditation = try work.reached.accreditation(identified: accreditation)
    try work.grant.requireOther(than: accreditation.person)
    guard days.to != nil else { throw AccreditationRefused.missionWithoutEnd }
    let day = try work.day(on)
    let party = try work.records.party(named: party)
    let (pool, version) = try work.records.rules(of: accreditation)
    let basis = try evaluator(of: accreditation, in: pool.category, work).basis(
      for: accreditation.person, in: pool.category, from: days.from, apart: version.apart)
    let mission = Mission(
      id: work.newIdentifier(), accreditation: accreditation.id, party: party.id, days: days,
      evaluator: evaluator, basis: basis, recordedAt: work.now)
    try work.records.insert(mission)
    return try work.move(
      accreditation, by: .assignMission, on: day,
      evidence: .init(session: nil, mission: mission.id, assessor: nil), reason: nil)
  }

  /// What is known of the evaluator that bears on the candidate.
  private func evaluator(
    of candidate: Accreditation, in category: ExpertCategory, _ work: Work
  ) throws -> Evaluator {
    let person = try work.records.knownPerson(identified: evaluator)
    let places = try work.records.affiliations(of: person.id)
    let assessors = try work.records.assessors(of: candidate.id)
    return Evaluator(
      person: person.id, accreditations: try work.records.accreditations(of: person.id, in: category),
      places: try places.filter { try work.records.party($0.party)?.kind == .secretariat },
      isOfOwnParty: places.contains {
        $0.party == candidate.nominatedBy && $0.validity.contains(days.from)
      }, hasAssessed: assessors.contains(person.id))
  }
}
