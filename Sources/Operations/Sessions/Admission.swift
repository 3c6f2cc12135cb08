internal import Catalogue
internal import Enrolment
internal import People
internal import Values

// Whom a session's course is for. A course for everyone costs one point read, any other a few.
extension Work {
  /// Throws unless the course's audience includes the person: what a nomination asks.
  func requireAudience(of session: Session, toInclude person: PersonID) throws {
    let audience = try records.audience(of: session.version)
    guard audience != .everyone else { return }
    guard try audience.includes(whoHasPlacesIn: Set(places(of: person, for: session).map(\.kind))) else {
      throw Audience.Refusal.notOfAudience(audience)
    }
  }

  /// Throws unless the course's audience takes the person in: what an enrolment asks. The Member that confirms is the
  /// one that nominated; who was enrolled without a nomination was confirmed by none.
  func admit(_ person: PersonID, to session: Session, by nomination: Nomination?) throws {
    let audience = try records.audience(of: session.version)
    guard audience != .everyone else { return }
    let places = try places(of: person, for: session)
    let isConfirmed = places.contains { $0.kind == .member && $0.id == nomination?.nominatedBy }
    try audience.admit(whoHasPlacesIn: Set(places.map(\.kind)), isConfirmed: isConfirmed)
  }

  /// The parties of that day in which a person holds a place on the session's first day, or today where it has begun.
  private func places(of person: PersonID, for session: Session) throws -> [Party] {
    let day = max(session.days.from, try calendar.day(now, session.timeZone))
    let parties = try records.affiliations(of: person).filter { $0.validity.contains(day) }.map {
      try records.party(named: .id($0.party))
    }
    return parties.filter { $0.validity.contains(day) }
  }
}
