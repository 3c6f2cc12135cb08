public import Assessment
public import Enrolment
public import People
public import Values

/// Says who is to assess: everyone who takes part in a session, or one of them. Said twice, it changes nothing.
public struct AssignAssessor: Change {
  public static let right = Right.assignAssessors

  /// What somebody is to assess.
  public enum Work: Sendable, Hashable {
    case session(Reference<Session>)
    case enrolment(EnrolmentID)
  }

  public let assessor: PersonID
  public let work: Work

  public init(assessor: PersonID, work: Work) {
    self.assessor = assessor
    self.work = work
  }

  public func carryOut(_ work: Operations.Work) throws -> AssessorAssignment {
    let assessor = try work.reached.person(identified: assessor)
    let (session, enrolment) = try resolve(work)
    try refuseOwn(assessor, session, work)
    if let earlier = try work.records.assignment(of: assessor.id, to: session, enrolment: enrolment) {
      return earlier
    }
    let assignment = AssessorAssignment(
      id: work.newIdentifier(), assessor: assessor.id, session: session, enrolment: enrolment,
      recordedAt: work.now, endedAt: nil)
    try work.records.insert(assignment)
    try work.note(
      "assignment add", .assignment, assignment.id.uuid, person: assessor.id,
      [FieldChange("session", from: nil, to: session.description)])
    return assignment
  }

  private func resolve(_ work: Operations.Work) throws -> (SessionID, EnrolmentID?) {
    switch self.work {
    case .session(let session): return (try work.reached.session(named: session).id, nil)
    case .enrolment(let id):
      let enrolment = try work.reached.enrolment(identified: id)
      return (enrolment.session, enrolment.id)
    }
  }

  /// Nobody assesses in a session that they learn in.
  private func refuseOwn(_ assessor: Person, _ session: SessionID, _ work: Operations.Work) throws {
    let own = try work.records.enrolment(of: assessor.id, in: session)
    guard own == nil || own?.state == .withdrawn else { throw AssignmentRefused.takesPart }
  }
}

/// Ends an assignment: from then on it opens nothing to the assessor. What was assessed stays.
public struct EndAssignment: Change {
  public static let right = Right.assignAssessors

  public let assignment: AssessorAssignmentID
  public let reason: String?

  public init(assignment: AssessorAssignmentID, reason: String?) {
    self.assignment = assignment
    self.reason = reason
  }

  public func carryOut(_ work: Work) throws -> AssessorAssignment {
    let assignment = try work.reached.assignment(identified: assignment)
    guard assignment.endedAt == nil else { return assignment }
    try work.records.end(assignment.id, at: work.now)
    try work.note(
      "assignment end", .assignment, assignment.id.uuid, person: assignment.assessor, reason: reason,
      [FieldChange("state", from: "holds", to: "ended")])
    return try work.records.assignment(assignment.id) ?? assignment
  }
}

/// Why somebody cannot be given something to assess.
public enum AssignmentRefused: Explainable, Hashable {
  /// The person takes part in the session.
  case takesPart

  public var explanation: Explanation {
    Explanation(
      .conflict, "assessor-takes-part", "who takes part in a session does not assess in it",
      remedy: "name another assessor")
  }
}

/// The assignments within reach, in the order they were recorded.
public struct ListAssignments: Inquiry {
  public static let right: Right? = .lookUp

  public let session: Reference<Session>?
  public let assessor: PersonID?
  public let page: PageRequest

  public init(
    session: Reference<Session>? = nil, assessor: PersonID? = nil, page: PageRequest = PageRequest()
  ) {
    self.session = session
    self.assessor = assessor
    self.page = page
  }

  public func answer(_ reading: Reading) throws -> Page<AssessorAssignment> {
    let session = try session.map { try reading.reached.session(named: $0).id }
    let assessor = try assessor.map { try reading.reached.person(identified: $0).id }
    return try reading.records.assignments(
      session: session, assessor: assessor, within: reading.grant.reach, page: page)
  }
}

/// One assignment.
public struct ShowAssignment: Inquiry {
  public static let right: Right? = .lookUp

  public let assignment: AssessorAssignmentID

  public init(_ assignment: AssessorAssignmentID) {
    self.assignment = assignment
  }

  public func answer(_ reading: Reading) throws -> AssessorAssignment {
    try reading.reached.assignment(identified: assignment)
  }
}
