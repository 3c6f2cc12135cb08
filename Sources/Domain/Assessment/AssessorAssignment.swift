public import Enrolment
public import People
public import Values

/// The identity of an assignment.
public typealias AssessorAssignmentID = Identifier<AssessorAssignment>

/// Somebody is to assess: everyone who takes part in a session, or one of them.
public struct AssessorAssignment: Sendable, Hashable {
  public let id: AssessorAssignmentID
  public let assessor: PersonID
  public let session: SessionID
  /// The one enrolment that is to be assessed; nil for every one of the session.
  public let enrolment: EnrolmentID?
  public let recordedAt: Instant
  /// When it ended; nil while it holds.
  public let endedAt: Instant?

  public init(
    id: AssessorAssignmentID, assessor: PersonID, session: SessionID, enrolment: EnrolmentID?,
    recordedAt: Instant, endedAt: Instant?
  ) {
    self.id = id
    self.assessor = assessor
    self.session = session
    self.enrolment = enrolment
    self.recordedAt = recordedAt
    self.endedAt = endedAt
  }
}
