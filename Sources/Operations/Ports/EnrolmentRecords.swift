public import Assessment
public import Catalogue
public import Enrolment
public import People
public import Values
public import Values

/// Which sessions are asked for; what is nil does not restrict.
public struct SessionFilter: Sendable, Hashable {
  public let state: SessionState?
  public let course: CourseID?
  public let host: PartyID?
  /// Sessions that have not ended before this day.
  public let from: Day?
  /// Sessions that have begun by this day.
  public let to: Day?

  public init(
    state: SessionState? = nil, course: CourseID? = nil, host: PartyID? = nil, from: Day? = nil,
    to: Day? = nil
  ) {
    self.state = state
    self.course = course
    self.host = host
    self.from = from
    self.to = to
  }
}

/// Which nominations are asked for; what is nil does not restrict.
public struct NominationFilter: Sendable, Hashable {
  public let session: SessionID?
  public let state: NominationState?
  public let party: PartyID?
  public let person: PersonID?

  public init(
    session: SessionID? = nil, state: NominationState? = nil, party: PartyID? = nil, person: PersonID? = nil
  ) {
    self.session = session
    self.state = state
    self.party = party
    self.person = person
  }
}

/// Sessions and nominations.
public protocol SessionRecords {
  func session(_ id: SessionID) throws -> Session?
  func session(_ code: SessionCode) throws -> Session?
  /// The sessions within a reach, latest first day first.
  func sessions(_ filter: SessionFilter, within reach: Reach, page: PageRequest) throws -> Page<Session>
  /// The funding of a session that holds, in the order it was recorded.
  func funding(of session: SessionID) throws -> [SessionFunding]
  /// The donors of a session, as they were recorded at an instant.
  func donors(of session: SessionID, asOf cutOff: Instant) throws -> Set<PartyID>
  func nomination(_ id: NominationID) throws -> Nomination?
  func nomination(of person: PersonID, for session: SessionID) throws -> Nomination?
  /// Nominations within a reach, in the order they were recorded.
  func nominations(_ filter: NominationFilter, within reach: Reach, page: PageRequest) throws -> Page<
    Nomination
  >
}

/// What can be added to sessions and nominations.
public protocol WritableSessionRecords {
  func insert(_ session: Session) throws
  func setState(_ state: SessionState, of session: SessionID) throws
  func insert(_ funding: SessionFunding) throws
  func end(_ funding: SessionFunding, at instant: Instant) throws
  func insert(_ nomination: Nomination) throws
  func setState(_ state: NominationState, of nomination: NominationID) throws
}

/// Which enrolments are asked for; what is nil does not restrict.
public struct EnrolmentFilter: Sendable, Hashable {
  public let session: SessionID?
  public let person: PersonID?
  public let state: EnrolmentState?

  public init(session: SessionID? = nil, person: PersonID? = nil, state: EnrolmentState? = nil) {
    self.session = session
    self.person = person
    self.state = state
  }
}

/// Enrolments, their progress, and results.
public protocol EnrolmentRecords {
  func enrolment(_ id: EnrolmentID) throws -> Enrolment?
  func enrolment(of person: PersonID, in session: SessionID) throws -> Enrolment?
  /// Enrolments within a reach, in the order they were recorded.
  func enrolments(_ filter: EnrolmentFilter, within reach: Reach, page: PageRequest) throws -> Page<Enrolment>
  /// How the session's seats stand.
  func seats(of session: Session) throws -> Seats
  /// Those who wait for a seat, in their order.
  func waiting(for session: SessionID, limit: Int) throws -> [Enrolment]
  /// How many enrolments on any version of a course are still open.
  func openEnrolments(of course: CourseID) throws -> Int
  /// How many certificates rest on enrolments of any version of a course, of those that were not revoked or replaced.
  func liveCertificates(of course: CourseID) throws -> Int
  func progress(of enrolment: EnrolmentID) throws -> EnrolmentProgress
  /// The latest change of state of an enrolment.
  func latestTransition(of enrolment: EnrolmentID) throws -> EnrolmentTransition?
  /// Every change of state of an enrolment, in order.
  func transitions(of enrolment: EnrolmentID) throws -> [EnrolmentTransition]
  /// All results of an enrolment, in the order they were recorded.
  func results(of enrolment: EnrolmentID) throws -> [AssessmentResult]
  func result(_ id: AssessmentResultID) throws -> AssessmentResult?
}

/// What can be added to enrolments and results.
public protocol WritableEnrolmentRecords {
  func insert(_ enrolment: Enrolment) throws
  /// Appends a change of state and makes it the enrolment's present one.
  func append(_ transition: EnrolmentTransition) throws
  /// Keeps what was worked out, so that it need not be worked out again for every question. Only what differs from
  /// `before` is written.
  func setProgress(
    _ progress: EnrolmentProgress, replacing before: EnrolmentProgress, of enrolment: EnrolmentID) throws
  /// As above, in the place of whatever is kept, also where that cannot be read.
  func replaceProgress(by progress: EnrolmentProgress, of enrolment: EnrolmentID) throws
  func insert(_ result: AssessmentResult) throws
}

/// One change of an enrolment's state.
public struct EnrolmentTransition: Sendable, Hashable {
  public let enrolment: EnrolmentID
  public let at: Instant
  /// Nil for the first one.
  public let from: EnrolmentState?
  public let to: EnrolmentState
  /// What is shown from here on.
  public let facts: EnrolmentFacts

  public init(
    enrolment: EnrolmentID, at: Instant, from: EnrolmentState?, to: EnrolmentState, facts: EnrolmentFacts
  ) {
    self.enrolment = enrolment
    self.at = at
    self.from = from
    self.to = to
    self.facts = facts
  }
}
