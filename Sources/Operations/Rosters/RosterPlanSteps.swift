internal import ContentPackaging
internal import Enrolment
internal import People
internal import RegistrarXML
internal import Values

// What an entry says, held against the records. One function a subject; each adds the steps that are still to be done.
extension RosterPlanning {
  /// A person who is not known yet.
  mutating func planPerson(_ planning: inout EntryPlanning) throws {
    let entry = planning.entry
    do {
      _ = try entry.person(PersonID(UUID(high: 0, low: 0)))
      planning.steps.append(.addPerson)
    } catch {
      let refusal = error.explanation
      let place = refusal.field == "mailbox" ? entry.mailboxes.first ?? entry.name : entry.name
      report(.rosterPersonRefused, refusal.message, place, entry)
    }
    try warnOfLikeness(entry)
  }

  /// A person who is: what differs from the records is told, and stays as it is recorded.
  mutating func compare(_ entry: RosterEntry, with person: PlannedPerson) {
    guard let recorded = person.recorded else { return }
    if entry.name.value != recorded.name { tellDifference(in: entry.name, entry) }
    if let sex = entry.sex, sex.value != recorded.sex { tellDifference(in: sex, entry) }
    if let language = entry.language, language.value != recorded.language {
      tellDifference(in: language, entry)
    }
    if let added = entry.mailboxes.first(where: { !recorded.mailboxes.contains($0.value) }) {
      tellDifference(in: added, entry)
    }
  }

  private mutating func tellDifference<Value>(in stated: Stated<Value>, _ entry: RosterEntry) {
    report(
      .rosterPersonDiffers, "\(stated.name) is not what is recorded of this person, which stays as it is",
      stated, entry)
  }

  /// A place in an organisation: recorded already where one begins on the same day, or, where no day is said, where one
  /// holds on the day that matters.
  mutating func plan(_ affiliation: RosterAffiliation, _ planning: inout EntryPlanning) throws {
    let entry = planning.entry
    guard let party = try party(affiliation.organisation, &planning) else { return }
    let day = try affiliation.from?.value ?? day(of: entry)
    guard let validity = DayRange(from: day, to: affiliation.to?.value) else {
      if let to = affiliation.to {
        report(.rosterCellUnusable, "to is a day not before \(day), when the place begins", to, entry)
      }
      return
    }
    let isSame = { (party: PartyID, days: DayRange) in
      party == party && (affiliation.from == nil ? days.contains(day) : days.from == day)
    }
    if let recorded = planning.person.affiliations.last(where: {
      $0.party == party.id && isSame($0.party, $0.validity)
    }) {
      return compare(affiliation, with: recorded, entry)
    }
    if planning.person.places.contains(where: { $0.party == party.id && isSame($0.party, $0.days) }) {
      return
    }
    do {
      try Affiliation.requireRoom(
        for: affiliation.post, in: party, on: validity, beside: planning.person.posts)
    } catch {
      report(.rosterAffiliationRefused, error.explanation.message, affiliation.organisation, entry)
      return
    }
    guard mayPlace(planning.person, in: party, on: validity, affiliation.organisation, entry) else { return }
    planning.person.places.append((party.id, affiliation.post, validity))
    planning.steps.append(.affiliate(party, affiliation, validity))
  }

  private mutating func compare(
    _ affiliation: RosterAffiliation, with recorded: Affiliation, _ entry: RosterEntry
  ) {
    let isOther =
      !affiliation.unit.isEmpty && affiliation.unit != recorded.unit
      || !affiliation.post.isEmpty && affiliation.post != recorded.post
      || affiliation.roleLevel != nil && affiliation.roleLevel != recorded.roleLevel
      || affiliation.to != nil && affiliation.to?.value != recorded.validity.to
    guard isOther else { return }
    report(
      .rosterAffiliationDiffers,
      "the place in \(affiliation.organisation.value) is recorded with other facts",
      affiliation.organisation, entry)
  }

  /// A nomination.
  mutating func plan(_ nomination: RosterNomination, _ planning: inout EntryPlanning) throws {
    let entry = planning.entry
    let party = try party(nomination.organisation, &planning)
    let session = try session(nomination.session, of: entry)
    guard let party, let session, !planning.person.nominated.contains(session.id),
      mayNominate(nomination.session, entry)
    else { return }
    if let person = planning.person.recorded?.id,
      let earlier = try records.nomination(of: person, for: session.id)
    {
      if earlier.state == .withdrawn || earlier.state == .declined {
        report(
          .rosterNominationEnded, "the nomination for \(session.code) was \(earlier.state.rawValue)",
          nomination.session, entry)
      }
      return
    }
    if let refusal = refusal(of: planning.person, by: party, for: session) {
      report(
        .rosterNominationRefused, refusal.explanation.message, nomination.session, entry)
      return
    }
    planning.person.nominated.insert(session.id)
    planning.steps.append(.nominate(session, by: party))
  }

  private func refusal(of person: PlannedPerson, by party: Party, for session: Session) -> NominationRefused?
  {
    guard session.state.acceptsNominations else { return .sessionNotOpen(session.code, session.state) }
    let isOwn = person.belongs(to: party.id, on: session.days.from)
    return isOwn ? nil : .notOwnPerson(party.code, on: session.days.from)
  }

  /// An enrolment: a seat where one is free, else a place on the waiting list.
  mutating func plan(enrolmentIn code: Stated<SessionCode>, _ planning: inout EntryPlanning) throws {
    let entry = planning.entry
    guard let session = try session(code, of: entry), !planning.person.enrolled.contains(session.id),
      mayEnrol(planning.person, code, entry)
    else { return }
    if let person = planning.person.recorded?.id,
      let earlier = try records.enrolment(of: person, in: session.id)
    {
      if earlier.state == .withdrawn {
        report(
          .rosterEnrolmentWithdrawn, "the person withdrew from \(session.code) and is not enrolled again",
          code, entry)
      }
      return
    }
    guard session.state.acceptsEnrolments else {
      let refusal = Seats.Refusal.sessionNotOpen(session.state)
      return report(.rosterEnrolmentRefused, refusal.explanation.message, code, entry)
    }
    let isNominated = entry.nominations.contains { $0.session.value == session.code }
    if isNominated, let refusal = try refusal(ofEnrolling: planning.person, in: session) {
      return report(.rosterEnrolmentRefused, refusal.explanation.message, code, entry)
    }
    try admit(to: session, isNominated: isNominated, code, &planning)
  }

  /// A nomination that ended leads to no enrolment, nor does one by a party that the person has left since.
  private func refusal(
    ofEnrolling person: PlannedPerson, in session: Session
  ) throws -> (any Explainable)? {
    guard let id = person.recorded?.id, let nomination = try records.nomination(of: id, for: session.id)
    else {
      return nil
    }
    switch nomination.state {
    case .proposed, .endorsed, .selected, .reserve:
      let day = session.days.from
      guard !person.belongs(to: nomination.nominatedBy, on: day) else { return nil }
      let party = try records.party(named: .id(nomination.nominatedBy))
      return NominationRefused.notOwnPerson(party.code, on: day)
    case .declined, .withdrawn: return Seats.Refusal.nominationNotEndorsed(nomination.state)
    }
  }

  private mutating func admit(
    to session: Session, isNominated: Bool, _ code: Stated<SessionCode>, _ planning: inout EntryPlanning
  ) throws {
    let seats = try planning.seats[session.id] ?? seats(of: session)
    if case .waitingList(let position) = seats.admission {
      report(
        .rosterSessionFull, "session \(session.code) is full: place \(position) on the waiting list", code,
        planning.entry)
    }
    planning.seats[session.id] = seats.afterAdmission
    planning.person.enrolled.insert(session.id)
    planning.steps.append(.enrol(session, seats.admission, isNominated: isNominated))
  }
}

extension RosterEntry {
  /// The person whom the entry describes: sex unknown and English where nothing is said.
  func person(_ id: PersonID) throws(Person.Refusal) -> Person {
    try Person(
      id: id, name: name.value, sex: sex?.value ?? .unknown, language: language?.value ?? .english,
      mailboxes: mailboxes.map(\.value))
  }
}
