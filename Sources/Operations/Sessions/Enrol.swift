internal import Catalogue
public import Enrolment
public import People
public import Values

/// Enrols a person in a session: a seat where one is free, else a place on the waiting list.
public struct Enrol: Change {
  public static let right = Right.enrol

  /// Who is to be enrolled.
  public enum Candidate: Sendable, Hashable {
    /// The person whom an endorsed nomination puts forward; enrolling selects it, or keeps it in reserve.
    case nominated(NominationID)
    case direct(PersonID, session: Reference<Session>)
  }

  public let candidate: Candidate
  /// The language that the person takes the course in; nil for that of the session.
  public let language: LanguageTag?

  public init(_ candidate: Candidate, language: LanguageTag? = nil) {
    self.candidate = candidate
    self.language = language
  }

  public func carryOut(_ work: Work) throws -> Enrolment {
    let (person, session, nomination) = try resolve(work)
    try work.grant.requireOther(than: person.id)
    guard session.state.acceptsEnrolments else { throw Seats.Refusal.sessionNotOpen(session.state) }
    if let earlier = try work.records.enrolment(of: person.id, in: session.id), earlier.state != .withdrawn {
      throw Seats.Refusal.alreadyEnrolled(earlier.id)
    }
    try work.admit(person.id, to: session, by: nomination)
    // Where seats are not limited they need not be counted, so that large sessions fill in linear time.
    let admission = session.capacity == nil ? .seat : try work.records.seats(of: session).admission
    let version = try language.map { try work.version(delivered: session, in: $0) } ?? session.version
    return try work.enrol(person.id, in: session, on: version, by: nomination, admission)
  }

  private func resolve(_ work: Work) throws -> (Person, Session, Nomination?) {
    switch candidate {
    case .direct(let person, let session):
      return (try work.reached.person(identified: person), try work.reached.session(named: session), nil)
    case .nominated(let id):
      let nomination = try work.reached.nomination(identified: id)
      switch nomination.state {
      case .endorsed, .selected, .reserve: break
      case .proposed, .declined, .withdrawn: throw Seats.Refusal.nominationNotEndorsed(nomination.state)
      }
      return (
        try work.records.knownPerson(identified: nomination.person),
        try work.records.session(named: .id(nomination.session)), nomination
      )
    }
  }
}

/// Ends an enrolment before its time, or records that the person never came. A seat that falls free goes to the
/// first who waits.
public struct EndEnrolment: Change {
  public static let right = Right.enrol

  /// How it ends.
  public enum Ending: String, Sendable, CaseIterable {
    case withdraw
    case markNoShow = "no-show"
  }

  public let enrolment: EnrolmentID
  public let ending: Ending
  public let reason: String?

  public init(enrolment: EnrolmentID, ending: Ending, reason: String?) {
    self.enrolment = enrolment
    self.ending = ending
    self.reason = reason
  }

  public func carryOut(_ work: Work) throws -> Enrolment {
    let enrolment = try work.reached.enrolment(identified: enrolment)
    switch ending {
    case .withdraw: try work.move(enrolment, by: .withdraw, reason: reason)
    case .markNoShow: try work.move(enrolment, by: .markNoShow, reason: reason)
    }
    try work.abandonOpenLaunch(of: enrolment)
    try work.fillFreeSeats(of: enrolment.session)
    return try work.records.enrolment(identified: enrolment.id)
  }
}

extension Work {
  /// The version that somebody in a session takes in a language: the one that the session delivers where that is in the
  /// language, else the published one of the course's variant.
  func version(delivered session: Session, in language: LanguageTag) throws -> CourseVersionID {
    let delivered = try records.version(identified: session.version)
    let found = try records.versions(of: delivered.course).published(in: language)
    guard let found else {
      guard language != session.language else { return delivered.id }
      throw NothingPublished(
        course: try records.course(named: .id(delivered.course)).code, language: language)
    }
    return found.variant == delivered.variant ? delivered.id : found.id
  }

  /// Records what the session's seats admit: the enrolment, and the nomination that led to it as selected or reserve.
  func enrol(
    _ person: PersonID, in session: Session, on version: CourseVersionID? = nil,
    by nomination: Nomination?, _ admission: Seats.Admission
  ) throws -> Enrolment {
    let affiliation = try affiliation(of: person, for: session, by: nomination)
    let enrolment = Enrolment(
      id: newIdentifier(), person: person, session: session.id, version: version ?? session.version,
      nomination: nomination?.id, affiliation: affiliation?.id, recordedAt: now,
      state: admission == .seat ? .enrolled : .waiting)
    try records.insert(enrolment)
    try note(
      "enrolment add", .enrolment, enrolment.id.uuid, person: person,
      [FieldChange("state", from: nil, to: enrolment.state.rawValue)])
    if let nomination { try settle(nomination, admission) }
    if admission == .seat { try recordSatisfiedAtRegistration(enrolment) }
    return enrolment
  }

  /// Gives the seats that fell free to the first who wait.
  func fillFreeSeats(of id: SessionID) throws {
    let session = try records.session(named: .id(id))
    guard session.state.acceptsEnrolments else { return }
    let free = try records.seats(of: session).seatsForWaiting
    for next in try records.waiting(for: session.id, limit: free) {
      try move(next, by: .takeSeat, reason: "a seat fell free")
      try recordSatisfiedAtRegistration(next)
      guard let nomination = try next.nomination.map(records.nomination(identified:)) else { continue }
      if nomination.state == .reserve { try move(nomination, by: .select, reason: "a seat fell free") }
    }
  }

  /// The place that an enrolment is counted by: the one held when the session starts (domain 7.4, 10), of those in the
  /// party that nominated where one did. Whom it put forward must still be its own.
  private func affiliation(
    of person: PersonID, for session: Session, by nomination: Nomination?
  ) throws -> Affiliation? {
    let held = try records.affiliations(of: person).filter { $0.validity.contains(session.days.from) }
    guard let nomination else { return held.last }
    if let own = held.last(where: { $0.party == nomination.nominatedBy }) { return own }
    let party = try records.party(named: .id(nomination.nominatedBy))
    throw NominationRefused.notOwnPerson(party.code, on: session.days.from)
  }

  private func settle(_ nomination: Nomination, _ admission: Seats.Admission) throws {
    switch (admission, nomination.state) {
    case (.seat, .endorsed), (.seat, .reserve): try move(nomination, by: .select, reason: nil)
    case (.waitingList, .endorsed): try move(nomination, by: .reserve, reason: nil)
    default: break
    }
  }

  /// Moves an enrolment by an event that people or the calendar bring: whoever attended has attended.
  func move(_ enrolment: Enrolment, by event: EnrolmentState.Event, reason: String?) throws {
    let shown = try records.latestTransition(of: enrolment.id)?.facts ?? .none
    try move(enrolment, by: event, showing: shown, reason: reason)
  }

  /// Moves an enrolment by an event: appends the transition and, since somebody did it, a record of history.
  func move(
    _ enrolment: Enrolment, by event: EnrolmentState.Event, showing facts: EnrolmentFacts, reason: String?
  ) throws {
    let state = try advance(enrolment, by: event, showing: facts)
    try note(
      "enrolment \(event.rawValue)", .enrolment, enrolment.id.uuid, person: enrolment.person, reason: reason,
      [FieldChange("state", from: enrolment.state.rawValue, to: state.rawValue)])
  }

  /// Appends a transition that follows from evidence, which is its own record.
  @discardableResult
  func advance(
    _ enrolment: Enrolment, by event: EnrolmentState.Event, showing facts: EnrolmentFacts
  ) throws -> EnrolmentState {
    let state = try enrolment.state.after(event)
    let shown = try records.latestTransition(of: enrolment.id)?.facts ?? .none
    try record(
      EnrolmentTransition(
        enrolment: enrolment.id, at: now, from: enrolment.state, to: state, facts: facts),
      of: enrolment, before: shown)
    return state
  }
}

/// Enrolments within reach, in the order they were recorded.
public struct ListEnrolments: Inquiry {
  public static let right: Right? = .lookUp

  public let session: Reference<Session>?
  public let person: PersonID?
  public let state: EnrolmentState?
  public let page: PageRequest

  public init(
    session: Reference<Session>? = nil, person: PersonID? = nil, state: EnrolmentState? = nil,
    page: PageRequest = PageRequest()
  ) {
    self.session = session
    self.person = person
    self.state = state
    self.page = page
  }

  public func answer(_ reading: Reading) throws -> Page<Enrolment> {
    let session = try session.map { try reading.reached.session(named: $0).id }
    let person = try person.map { try reading.reached.person(identified: $0).id }
    return try reading.records.enrolments(
      EnrolmentFilter(session: session, person: person, state: state), within: reading.grant.reach, page: page
    )
  }
}
