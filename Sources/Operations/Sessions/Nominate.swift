public import Enrolment
public import People
public import Values

/// A party puts one of its people forward for a session.
public struct Nominate: Change {
  public static let right = Right.nominate

  public let person: PersonID
  public let session: Reference<Session>
  public let party: Reference<Party>

  public init(person: PersonID, session: Reference<Session>, party: Reference<Party>) {
    self.person = person
    self.session = session
    self.party = party
  }

  public func carryOut(_ work: Work) throws -> Nomination {
    let person = try work.reached.person(identified: person)
    let session = try work.reached.session(named: session)
    let party = try work.records.party(named: party)
    try work.grant.requireActing(for: party)
    guard session.state.acceptsNominations else {
      throw NominationRefused.sessionNotOpen(session.code, session.state)
    }
    let belongs = try work.records.affiliations(of: person.id).contains {
      $0.party == party.id && $0.validity.contains(session.days.from)
    }
    guard belongs else { throw NominationRefused.notOwnPerson(party.code, on: session.days.from) }
    if let earlier = try work.records.nomination(of: person.id, for: session.id), earlier.state != .withdrawn
    {
      let isKnown = try work.records.lies(earlier.id, within: work.grant.reach)
      throw NominationRefused.alreadyNominated(isKnown ? earlier.id : nil)
    }
    try work.requireAudience(of: session, toInclude: person.id)
    let nomination = Nomination(
      id: work.newIdentifier(), person: person.id, session: session.id, nominatedBy: party.id,
      state: .proposed,
      recordedAt: work.now)
    try work.records.insert(nomination)
    try work.note(
      "nomination add", .nomination, nomination.id.uuid, person: person.id,
      [FieldChange("session", from: nil, to: session.code.description)])
    return nomination
  }
}

/// Why a person cannot be put forward.
public enum NominationRefused: Explainable, Hashable {
  case sessionNotOpen(SessionCode, SessionState)
  /// The nomination is named to who may know of it.
  case alreadyNominated(NominationID?)
  /// The person has no place in the party on the session's first day.
  case notOwnPerson(PartyCode, on: Day)
  /// The enrolment that the nomination led to has ended: the nomination is no longer taken back.
  case enrolmentEnded(EnrolmentState)

  public var explanation: Explanation {
    switch self {
    case .sessionNotOpen(let code, let state):
      Explanation(
        .conflict, "session-not-open-for-nomination",
        "session \(code) is \(state.rawValue); it takes no nominations",
        remedy: state == .planned ? .step(.openSession(code)) : nil)
    case .alreadyNominated(let id):
      Explanation(
        .conflict, "already-nominated",
        "the person is nominated for this session already" + (id.map { " (\($0))" } ?? ""))
    case .notOwnPerson(let party, let day):
      Explanation(
        .conflict, "no-place-in-party",
        "the person has no place in \(party) on \(day), the session's first day",
        remedy: .step(.affiliate(party, from: day)))
    case .enrolmentEnded(let state):
      Explanation(
        .conflict, "enrolment-ended",
        "the enrolment that this nomination led to is \(state.rawValue); the nomination stands")
    }
  }
}

/// Takes a nomination one step: endorse, select, reserve, decline, withdraw. Once it is declined or withdrawn, the
/// enrolment that came from it is withdrawn with it, and the first who waits moves up; one that has ended stands in the way.
public struct MoveNomination: Change {
  public static let right = Right.nominate

  public let nomination: NominationID
  public let event: NominationState.Event
  public let reason: String?

  public init(nomination: NominationID, event: NominationState.Event, reason: String? = nil) {
    self.nomination = nomination
    self.event = event
    self.reason = reason
  }

  public var neededRight: Right { event.neededRight }

  public func carryOut(_ work: Work) throws -> Nomination {
    let nomination = try work.reached.nomination(identified: nomination)
    if event != .withdraw { try work.grant.requireOther(than: nomination.person) }
    try work.move(nomination, by: event, reason: reason)
    switch event {
    case .decline, .withdraw: try withdrawEnrolment(from: nomination, work)
    case .endorse, .select, .reserve: break
    }
    return try work.records.nomination(identified: nomination.id)
  }

  private func withdrawEnrolment(from nomination: Nomination, _ work: Work) throws {
    guard let enrolment = try work.records.enrolment(from: nomination) else { return }
    switch enrolment.state {
    case .waiting, .enrolled, .started:
      let reason = try reason ?? "the nomination was \(nomination.state.after(event).rawValue)"
      try work.move(enrolment, by: .withdraw, reason: reason)
      try work.fillFreeSeats(of: enrolment.session)
    case .completed, .failed, .noShow, .expired: throw NominationRefused.enrolmentEnded(enrolment.state)
    case .withdrawn: break
    }
  }
}

extension Records {
  /// The latest enrolment of a nomination's person in its session, where it came from the nomination.
  func enrolment(from nomination: Nomination) throws -> Enrolment? {
    let enrolment = try enrolment(of: nomination.person, in: nomination.session)
    return enrolment?.nomination == nomination.id ? enrolment : nil
  }
}

extension NominationState.Event {
  /// Who nominates endorses and withdraws; who delivers the session chooses.
  public var neededRight: Right {
    switch self {
    case .endorse, .withdraw: .nominate
    case .select, .reserve, .decline: .select
    }
  }
}

extension Work {
  func move(_ nomination: Nomination, by event: NominationState.Event, reason: String?) throws {
    let state = try nomination.state.after(event)
    try records.setState(state, of: nomination.id)
    try note(
      "nomination \(event.rawValue)", .nomination, nomination.id.uuid, person: nomination.person,
      reason: reason,
      [FieldChange("state", from: nomination.state.rawValue, to: state.rawValue)])
  }
}

/// The nominations within reach, in the order they were recorded.
public struct ListNominations: Inquiry {
  public static let right: Right? = .lookUp

  public let session: Reference<Session>?
  public let state: NominationState?
  /// The party that nominated.
  public let party: Reference<Party>?
  public let person: PersonID?
  public let page: PageRequest

  public init(
    session: Reference<Session>? = nil, state: NominationState? = nil, party: Reference<Party>? = nil,
    person: PersonID? = nil, page: PageRequest = PageRequest()
  ) {
    self.session = session
    self.state = state
    self.party = party
    self.person = person
    self.page = page
  }

  public func answer(_ reading: Reading) throws -> Page<Nomination> {
    let filter = NominationFilter(
      session: try session.map { try reading.reached.session(named: $0).id }, state: state,
      party: try party.map { try reading.records.party(named: $0).id },
      person: try person.map { try reading.reached.person(identified: $0).id })
    return try reading.records.nominations(filter, within: reading.grant.reach, page: page)
  }
}

/// One nomination.
public struct ShowNomination: Inquiry {
  public static let right: Right? = .lookUp

  public let nomination: NominationID

  public init(_ nomination: NominationID) {
    self.nomination = nomination
  }

  public func answer(_ reading: Reading) throws -> Nomination {
    try reading.reached.nomination(identified: nomination)
  }
}
