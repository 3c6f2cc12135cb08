internal import Assessment
internal import Enrolment
internal import Operations
internal import People
internal import SQLite
internal import Values

extension ConnectedRecords {
  func assignment(_ id: AssessorAssignmentID) throws -> AssessorAssignment? {
    try connection.first(
      "SELECT id, assessor, session, enrolment, recorded_at, ended_at FROM assessor_assignment WHERE id = \(id)",
      decodeAssignment)
  }

  func assignment(
    of assessor: PersonID, to session: SessionID, enrolment: EnrolmentID?
  ) throws -> AssessorAssignment? {
    try connection.first(
      """
      SELECT id, assessor, session, enrolment, recorded_at, ended_at FROM assessor_assignment
      WHERE assessor = \(assessor) AND session = \(session) AND enrolment IS \(enrolment) AND ended_at IS NULL
      """, decodeAssignment)
  }

  func assignments(
    session: SessionID?, assessor: PersonID?, within reach: Reach, page request: PageRequest
  ) throws -> Page<AssessorAssignment> {
    let ofSession = session.map { " AND session = \($0)" as Query } ?? ""
    let ofAssessor = assessor.map { " AND assessor = \($0)" as Query } ?? ""
    let rows = try connection.all(
      """
      SELECT id, assessor, session, enrolment, recorded_at, ended_at FROM assessor_assignment
      WHERE id > \(try identifierCursor(request))\(ofSession)\(ofAssessor)\(reach.ofAssignments())
      ORDER BY id LIMIT \(request.limit + 1)
      """, decodeAssignment)
    return page(rows, request) { $0.id.description }
  }

  private func decodeAssignment(_ row: borrowing Row) throws -> AssessorAssignment {
    AssessorAssignment(
      id: try row.identifier(0), assessor: try row.identifier(1), session: try row.identifier(2),
      enrolment: try row.identifierOrNil(3), recordedAt: try row.instant(4), endedAt: try row.instantOrNil(5))
  }
}

extension SQLiteWritableRecords {
  func insert(_ assignment: AssessorAssignment) throws {
    try connection.run(
      """
      INSERT INTO assessor_assignment (id, assessor, session, enrolment, recorded_at, ended_at)
      VALUES (\(assignment.id), \(assignment.assessor), \(assignment.session), \(assignment.enrolment),
        \(assignment.recordedAt), \(assignment.endedAt))
      """)
  }

  func end(_ assignment: AssessorAssignmentID, at instant: Instant) throws {
    try connection.run(
      "UPDATE assessor_assignment SET ended_at = \(instant) WHERE id = \(assignment) AND ended_at IS NULL")
  }
}
