internal import ContentPackaging
internal import Enrolment
internal import People
internal import RegistrarXML
internal import Values

// How far a roster goes that is sent by who acts for one party: its own people, by its own places, in its own name.
extension RosterPlanning {
  /// Whether an entry is about somebody whom the sender may enter or add to; a finding where not. Of somebody else's
  /// people nothing is told but that they are.
  mutating func touches(_ entry: RosterEntry, _ known: PlannedPerson?) -> Bool {
    guard let party = principal.grant.party else { return true }
    if let known {
      guard known.recorded == nil || known.isHeld(by: party, from: today) else {
        report(
          .rosterBeyondOwn, "this identifier is not that of one of the sender's people", entry.identity, entry
        )
        return false
      }
    } else if entry.affiliations.isEmpty {
      report(.rosterBeyondOwn, "a person is entered with a place in the sender's party", entry.name, entry)
      return false
    }
    return true
  }

  /// Whether the sender acts for an organisation; a finding where not.
  mutating func actsFor(_ party: Party, _ code: Stated<PartyCode>, _ entry: RosterEntry) -> Bool {
    let grant = principal.grant
    return tells(code, entry) { () throws(BeyondOwn) in try grant.requireActing(for: party) }
  }

  /// Whether the sender may give this person a place in a party on these days; a finding where not.
  mutating func mayPlace(
    _ person: PlannedPerson, in party: Party, on days: DayRange, _ code: Stated<PartyCode>,
    _ entry: RosterEntry
  ) -> Bool {
    let grant = principal.grant
    return tells(code, entry) { () throws(BeyondOwn) in
      try grant.requirePlacing(in: party, on: days, beside: person.posts)
    }
  }

  /// Whether the sender may nominate; a finding where not.
  mutating func mayNominate(_ session: Stated<SessionCode>, _ entry: RosterEntry) -> Bool {
    guard principal.grant.reach == .everything || principal.has(.nominate) else {
      report(.rosterBeyondOwn, "nominating needs the right \(Right.nominate.rawValue)", session, entry)
      return false
    }
    return true
  }

  /// Whether the sender may enrol this person; a finding where not.
  mutating func mayEnrol(
    _ person: PlannedPerson, _ session: Stated<SessionCode>, _ entry: RosterEntry
  ) -> Bool {
    guard principal.grant.reach == .everything || principal.has(.enrol) else {
      report(.rosterBeyondOwn, "enrolling needs the right \(Right.enrol.rawValue)", session, entry)
      return false
    }
    guard let person = person.recorded?.id else { return true }
    let grant = principal.grant
    return tells(session, entry) { () throws(BeyondOwn) in try grant.requireOther(than: person) }
  }

  /// A session, where it lies within the sender's reach.
  func reached(_ session: Session?) throws -> Session? {
    guard let session, try records.lies(session.id, within: principal.grant.reach) else { return nil }
    return session
  }

  private mutating func tells<Value>(
    _ stated: Stated<Value>, _ entry: RosterEntry, _ require: () throws(BeyondOwn) -> Void
  ) -> Bool {
    do {
      try require()
      return true
    } catch {
      report(.rosterBeyondOwn, error.explanation.message, stated, entry)
      return false
    }
  }
}

extension PlannedPerson {
  /// Whether the person has a place in a party on a day or will have one.
  fileprivate func isHeld(by party: PartyID, from day: Day) -> Bool {
    affiliations.contains { $0.party == party && ($0.validity.to.map { day <= $0 } ?? true) }
  }
}
