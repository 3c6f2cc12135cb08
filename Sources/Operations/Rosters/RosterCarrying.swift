internal import Enrolment
internal import People
internal import RegistrarXML
internal import Values

/// Carries out the steps of a roster's plan, each as the operation of its name does it.
struct RosterCarrying {
  private let work: Work
  /// The persons that were entered.
  private(set) var persons: [SourceIdentity: PersonID] = [:]

  init(_ work: Work) {
    self.work = work
  }

  mutating func carryOut(_ planned: PlannedEntry) throws {
    for step in planned.steps { try carryOut(step, of: planned) }
  }

  private mutating func carryOut(_ step: PlannedEntry.Step, of planned: PlannedEntry) throws {
    let entry = planned.entry
    switch step {
    case .addPerson: try addPerson(entry)
    case .affiliate(let party, let affiliation, let validity):
      let place = AddPerson.Place(
        party: .id(party.id), unit: affiliation.unit, post: affiliation.post,
        roleLevel: affiliation.roleLevel, validity: validity)
      _ = try work.give(place, in: party, to: work.records.person(identified: person(of: planned)))
    case .nominate(let session, let party):
      _ = try Nominate(person: person(of: planned), session: .id(session.id), party: .id(party.id))
        .carryOut(work)
    case .enrol(let session, let admission, let isNominated):
      let nomination = isNominated ? try endorsed(person(of: planned), for: session) : nil
      _ = try work.enrol(person(of: planned), in: session, by: nomination, admission)
    }
  }

  private mutating func addPerson(_ entry: RosterEntry) throws {
    let person = try entry.person(work.newIdentifier())
    try work.records.insert(person)
    try work.records.insert(entry.identity.value, of: person.id, at: work.now)
    try work.note(
      "person add", .person, person.id.uuid, person: person.id,
      [
        FieldChange("name", from: nil, to: person.name),
        FieldChange("source", from: nil, to: entry.identity.value.words),
      ])
    persons[entry.identity.value] = person.id
  }

  private func person(of planned: PlannedEntry) throws -> PersonID {
    guard let person = planned.person ?? persons[planned.entry.identity.value] else {
      preconditionFailure("a plan enters a person before anything else of them")
    }
    return person
  }

  /// The nomination of a person for a session, endorsed where it was only proposed.
  private func endorsed(_ person: PersonID, for session: Session) throws -> Nomination? {
    guard let nomination = try work.records.nomination(of: person, for: session.id) else { return nil }
    guard nomination.state == .proposed else { return nomination }
    try work.move(nomination, by: .endorse, reason: nil)
    return try work.records.nomination(identified: nomination.id)
  }
}

extension SourceIdentity {
  /// As it stands in the history: `KE-HR 00017`.
  var words: String { "\(source) \(identifier)" }
}
