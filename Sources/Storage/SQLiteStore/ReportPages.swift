internal import Enrolment
internal import Operations
internal import People
internal import Reports
internal import SQLite
internal import Values

// Enrolments as reports count them, some at a time.
extension ConnectedRecords {
  func enrolments(
    _ whose: EnrolmentOwner, asOf cutOff: Instant, after last: EnrolmentID?, limit: Int,
    dayOf: (Instant) throws -> Day
  ) throws -> EnrolmentPage {
    let first = last?.uuid.octets ?? []
    let reached: EnrolmentID? =
      try connection.first(
        """
        SELECT max(id) FROM (SELECT id FROM enrolment WHERE id > \(first) ORDER BY id LIMIT \(limit))
        """
      ) { try $0.identifierOrNil(0) } ?? nil
    guard let reached else { return EnrolmentPage(facts: [], last: nil) }
    var condition: Query = "AND enrolment.id > \(first) AND enrolment.id <= \(reached)"
    if whose == .noParty { condition += " AND affiliation.party IS NULL" }
    var facts: [EnrolmentFact] = []
    try eachEnrolment(asOf: cutOff, condition, dayOf: dayOf) { facts.append($0) }
    return EnrolmentPage(facts: facts, last: reached)
  }

  func enrolments(
    of party: PartyID, asOf cutOff: Instant, after last: NamedPerson?, limit: Int,
    dayOf: (Instant) throws -> Day
  ) throws -> PersonPage {
    let people = try people(of: party, asOf: cutOff, after: last, limit: limit)
    guard let first = people.first else { return PersonPage(facts: [], last: nil) }
    var condition: Query = "AND affiliation.party = \(party) AND enrolment.person IN (\(first.id)"
    for person in people.dropFirst() { condition += ", \(person.id)" }
    condition += ")"
    var facts: [PersonID: [EnrolmentFact]] = [:]
    try eachEnrolment(asOf: cutOff, condition, dayOf: dayOf) { facts[$0.person, default: []].append($0) }
    return PersonPage(facts: people.flatMap { facts[$0.id] ?? [] }, last: people.last)
  }

  /// The people who have or had a place in a party, by the names that they bore at the cut-off; who was made unknown comes
  /// last.
  private func people(
    of party: PartyID, asOf cutOff: Instant, after last: NamedPerson?, limit: Int
  ) throws -> [NamedPerson] {
    let behind: Query = last.map { "WHERE (name, id) > (\($0.name), \($0.id))" } ?? ""
    return try connection.all(
      """
      SELECT id, name FROM (
        SELECT person.id AS id,
          CASE WHEN EXISTS (SELECT 1 FROM person_erasure WHERE person_erasure.person = person.id)
            THEN \(PersonName.erased.orderingText) ELSE coalesce((
              SELECT former_name.name FROM former_name
              WHERE former_name.person = person.id AND former_name.until > \(cutOff)
              ORDER BY former_name.until LIMIT 1), person.name) END AS name
        FROM person
        WHERE person.id IN (
          SELECT affiliation.person FROM affiliation
          WHERE affiliation.party = \(party) AND affiliation.recorded_at <= \(cutOff)))
      \(behind) ORDER BY name, id LIMIT \(limit)
      """
    ) { NamedPerson(id: try $0.identifier(0), name: try $0.text(1)) }
  }
}
