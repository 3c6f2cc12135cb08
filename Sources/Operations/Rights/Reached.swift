internal import Accreditation
internal import Assessment
internal import Certification
internal import Enrolment
internal import People
internal import Values

/// The records as far as somebody's reach goes. Whatever a request names by itself is looked up here; what a record
/// that was reached leads to is then followed without asking again.
///
/// What lies out of reach is an `OutOfReach`, which leaves the operations as the `NotFound` that it holds.
struct ReachedRecords {
  let records: any Records
  let reach: Reach
  /// Whether who was made unknown is shown; of them nothing new is recorded.
  var showsErased = true

  func person(identified id: PersonID) throws -> Person {
    let found = try records.person(identified: id)
    try require(records.lies(found.id, within: reach), NotFound(.person, id.description))
    if !showsErased, let erasedAt = found.erasedAt { throw PersonErased(person: id, on: erasedAt.dayInUTC) }
    return found
  }

  /// A place lies where its person does, as far as it is shown on the day.
  func affiliation(identified id: AffiliationID, on day: Day) throws -> Affiliation {
    let notFound = NotFound(.affiliation, id.description)
    guard let found = try records.affiliation(id) else { throw notFound }
    try require(reach.shows(found, on: day) && records.lies(found.person, within: reach), notFound)
    return found
  }

  /// A person's places that are shown on the day, earliest first.
  func affiliations(of person: PersonID, on day: Day) throws -> [Affiliation] {
    try records.affiliations(of: person).filter { reach.shows($0, on: day) }
  }

  func session(named reference: Reference<Session>) throws -> Session {
    let found = try records.session(named: reference)
    try require(records.lies(found.id, within: reach), NotFound(.session, reference.description))
    return found
  }

  func nomination(identified id: NominationID) throws -> Nomination {
    let found = try records.nomination(identified: id)
    try require(records.lies(id, within: reach), NotFound(.nomination, id.description))
    return found
  }

  func enrolment(identified id: EnrolmentID) throws -> Enrolment {
    let found = try records.enrolment(identified: id)
    try require(records.lies(id, within: reach), NotFound(.enrolment, id.description))
    return found
  }

  /// A result lies where its enrolment does.
  func result(identified id: AssessmentResultID) throws -> AssessmentResult {
    let notFound = NotFound(.result, id.description)
    guard let found = try records.result(id) else { throw notFound }
    try require(records.lies(found.enrolment, within: reach), notFound)
    return found
  }

  func assignment(identified id: AssessorAssignmentID) throws -> AssessorAssignment {
    let notFound = NotFound(.assignment, id.description)
    guard let found = try records.assignment(id) else { throw notFound }
    try require(records.lies(id, within: reach), notFound)
    return found
  }

  /// A certificate by its public code or its number.
  func certificate(named text: String) throws -> Certificate {
    let found = try records.certificate(named: text)
    try require(records.lies(found.id, within: reach), NotFound(.certificate, text))
    return found
  }

  func accreditation(identified id: AccreditationID) throws -> Accreditation {
    let notFound = NotFound(.accreditation, id.description)
    guard let found = try records.accreditation(id) else { throw notFound }
    try require(records.lies(id, within: reach), notFound)
    return found
  }

  func release(identified id: ReleaseID) throws -> ExpertRelease {
    let notFound = NotFound(.release, id.description)
    guard let found = try records.release(id) else { throw notFound }
    try require(records.lies(id, within: reach), notFound)
    return found
  }

  func observation(identified id: ObservationID) throws -> Observation {
    let notFound = NotFound(.observation, id.description)
    guard let found = try records.observation(id) else { throw notFound }
    try require(records.lies(id, within: reach), notFound)
    return found
  }

  private func require(_ isReached: Bool, _ notFound: NotFound) throws {
    guard isReached else { throw OutOfReach(notFound: notFound) }
  }
}

/// Which of somebody's places in a party are shown.
enum ShownPlaces {
  case all
  /// Those that hold on the day of asking.
  case holding
  case none
}

extension Reach {
  /// A Member sees places in itself; who reaches people by what they take part in sees those that hold today, and of
  /// the own party all; who reaches everything or the own record alone sees all.
  func shownPlaces(in party: PartyID) -> ShownPlaces {
    switch self {
    case .everything, .person: .all
    case .expert: .holding
    case .officers(let own): own == party ? .all : .none
    case .university(let own): own == party ? .all : .holding
    case .region, .sessions, .queue: .holding
    case .nothing: .none
    }
  }

  fileprivate func shows(_ affiliation: Affiliation, on day: Day) -> Bool {
    switch shownPlaces(in: affiliation.party) {
    case .all: true
    case .holding: affiliation.validity.contains(day)
    case .none: false
    }
  }
}

/// Something is there and lies out of the actor's reach. Nobody outside is told: it is answered as not found.
struct OutOfReach: Error {
  let notFound: NotFound
}

extension Work {
  var reached: ReachedRecords {
    ReachedRecords(records: records, reach: grant.reach, showsErased: false)
  }
}

extension Reading {
  var reached: ReachedRecords { ReachedRecords(records: records, reach: grant.reach) }
}
