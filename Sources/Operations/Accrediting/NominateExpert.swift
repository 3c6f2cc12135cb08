public import Accreditation
public import People
public import Values

/// A party puts one of its people forward for a pool of experts, in a language group.
public struct NominateExpert: Change {
  public static let right = Right.nominate

  public let person: PersonID
  public let pool: Reference<ExpertPool>
  public let language: LanguageTag
  public let party: Reference<Party>
  /// The day on which the person was put forward; today where nil.
  public let on: Day?

  public init(
    person: PersonID, pool: Reference<ExpertPool>, language: LanguageTag, party: Reference<Party>,
    on: Day? = nil
  ) {
    self.person = person
    self.pool = pool
    self.language = language
    self.party = party
    self.on = on
  }

  public func carryOut(_ work: Work) throws -> Accreditation {
    let person = try work.reached.person(identified: person)
    let pool = try work.records.pool(named: pool)
    let party = try work.records.party(named: party)
    let day = try work.day(on)
    try work.grant.requireActing(for: party)
    guard try work.records.hasPlace(person.id, in: party.id, on: day) else {
      throw AccreditationRefused.notOwnPerson(party.code, on: day)
    }
    try work.refuseOpenCase(of: person.id, in: pool.id, language)
    guard let version = pool.current else { throw NotFound(.pool, pool.code.text) }
    let accreditation = Accreditation(
      id: work.newIdentifier(), person: person.id, pool: pool.id, version: version.number, language: language,
      nominatedBy: party.id, convertedFrom: nil, recordedAt: work.now,
      progress: .nominated(on: day, under: version))
    try work.open(accreditation, in: pool, as: "accreditation nominate")
    return accreditation
  }
}
