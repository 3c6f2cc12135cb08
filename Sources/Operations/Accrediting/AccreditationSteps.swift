internal import Accreditation
internal import Assessment
internal import Enrolment
internal import People
internal import Values

extension Records {
  func pool(named reference: Reference<ExpertPool>) throws -> ExpertPool {
    let found =
      switch reference {
      case .id(let id): try pool(id)
      case .code(let code): try pool(code)
      }
    guard let found else { throw NotFound(.pool, reference.description) }
    return found
  }

  /// The rules that a case goes by.
  func rules(of accreditation: Accreditation) throws -> (pool: ExpertPool, version: PoolVersion) {
    let pool = try pool(named: .id(accreditation.pool))
    guard let version = pool.versions.first(where: { $0.number == accreditation.version }) else {
      throw NotFound(.pool, "\(pool.code) \(accreditation.version)")
    }
    return (pool, version)
  }

  /// Who assessed in a case so far: those whom its steps name, and all who observed what these rest on.
  func assessors(of accreditation: AccreditationID) throws -> Set<PersonID> {
    let evidence = try transitions(of: accreditation).map(\.evidence)
    let observations = try evidence.compactMap { try $0.observation.flatMap(observation) }
    return Set(evidence.compactMap(\.assessor))
      .union(observations.flatMap { [$0.observer, $0.secondObserver].compactMap(\.self) })
  }

  /// Whether a person has a place in a party on a day.
  func hasPlace(_ person: PersonID, in party: PartyID, on day: Day) throws -> Bool {
    try affiliations(of: person).contains { $0.party == party && $0.validity.contains(day) }
  }
}

extension Work {
  /// The day on which something happened, today (UTC) where none is given. It has come somewhere on earth.
  func day(_ given: Day?) throws -> Day {
    let today = now.dayInUTC
    guard let given else { return today }
    guard let tomorrow = today.adding(days: 1), given <= tomorrow else {
      throw UnusableValue(field: "on", value: given.description, expected: "a day that has come")
    }
    return given
  }

  /// Throws where the person has an open case in the pool and the language.
  func refuseOpenCase(of person: PersonID, in pool: PoolID, _ language: LanguageTag) throws {
    guard let open = try records.openAccreditation(of: person, in: pool, language) else { return }
    let isKnown = try records.lies(open.id, within: grant.reach)
    throw AccreditationRefused.underWay(isKnown ? open.id : nil)
  }

  /// A session, which the person took part in.
  func attendedSession(_ session: Reference<Session>, by person: PersonID) throws -> SessionID {
    let found = try reached.session(named: session)
    switch try records.enrolment(of: person, in: found.id)?.state {
    case .enrolled, .started, .completed, .failed, .expired: return found.id
    case .waiting, .withdrawn, .noShow, nil: throw AccreditationRefused.notInSession(found.code)
    }
  }

  /// Opens a case with its first transition.
  func open(
    _ accreditation: Accreditation, in pool: ExpertPool, as action: String,
    evidence: AccreditationTransition.Evidence = .none, reason: String? = nil
  ) throws {
    let progress = accreditation.progress
    try records.insert(accreditation)
    try records.append(
      AccreditationTransition(
        accreditation: accreditation.id, position: 1, at: now, event: nil, to: progress.state, stage: nil,
        on: progress.lastDay, evidence: evidence, decidedBy: grant.person, reason: reason))
    try note(
      action, .accreditation, accreditation.id.uuid, person: accreditation.person, reason: reason,
      [
        FieldChange("pool", from: nil, to: pool.code.text),
        FieldChange("state", from: nil, to: progress.state.rawValue),
      ])
  }

  /// Takes a case one step, by its pool's version, and records what led to it.
  func move(
    _ accreditation: Accreditation, by event: AccreditationState.Event, on day: Day,
    evidence: AccreditationTransition.Evidence, reason: String?
  ) throws -> Accreditation {
    guard !event.needsReason || reason?.isVisible == true else {
      throw AccreditationState.Refusal.reasonMissing(event)
    }
    let version = try records.rules(of: accreditation).version
    let before = accreditation.progress
    let after = try before.after(event, on: day, under: version)
    let due = event.stageKinds.isEmpty ? nil : version.path.due(afterPassing: before.stagesPassed)
    try records.setProgress(after, of: accreditation.id)
    try records.append(
      AccreditationTransition(
        accreditation: accreditation.id, position: records.transitions(of: accreditation.id).count + 1,
        at: now, event: event, to: after.state, stage: due?.code, on: day, evidence: evidence,
        decidedBy: grant.person, reason: reason))
    try note(
      "accreditation \(event.rawValue)", .accreditation, accreditation.id.uuid, person: accreditation.person,
      reason: reason, [FieldChange("state", from: before.state.rawValue, to: after.state.rawValue)])
    return accreditation.at(after)
  }
}
