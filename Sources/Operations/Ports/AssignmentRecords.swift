public import Assessment
public import Enrolment
public import People
public import Values

/// Who is to assess whom.
public protocol AssignmentRecords {
  func assignment(_ id: AssessorAssignmentID) throws -> AssessorAssignment?
  /// The assignment that holds for an assessor to a session, or to one enrolment of it.
  func assignment(
    of assessor: PersonID, to session: SessionID, enrolment: EnrolmentID?
  ) throws -> AssessorAssignment?
  /// The assignments within a reach of a session and an assessor (of all where nil), in the order they were recorded.
  func assignments(
    session: SessionID?, assessor: PersonID?, within reach: Reach, page: PageRequest
  ) throws -> Page<AssessorAssignment>
  func lies(_ assignment: AssessorAssignmentID, within reach: Reach) throws -> Bool
}

/// What can be added to assignments.
public protocol WritableAssignmentRecords {
  func insert(_ assignment: AssessorAssignment) throws
  func end(_ assignment: AssessorAssignmentID, at instant: Instant) throws
}
