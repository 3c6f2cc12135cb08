internal import Catalogue
internal import Enrolment
internal import Operations
internal import People
internal import SQLite
internal import Values

extension ConnectedRecords {
  func enrolment(_ id: EnrolmentID) throws -> Enrolment? {
    try connection.first(
      """
      SELECT id, person, session, version, nomination, affiliation, recorded_at, state FROM enrolment WHERE id = \(id)
      """, decodeEnrolment)
  }

  func enrolment(of person: PersonID, in session: SessionID) throws -> Enrolment? {
    try connection.first(
      """
      SELECT id, person, session, version, nomination, affiliation, recorded_at, state FROM enrolment
      WHERE person = \(person) AND session = \(session) ORDER BY id DESC LIMIT 1
      """, decodeEnrolment)
  }

  func enrolments(
    _ filter: EnrolmentFilter, within reach: Reach, page request: PageRequest
  ) throws -> Page<Enrolment> {
    var condition: Query = "WHERE id > \(try identifierCursor(request))"
    if let session = filter.session { condition = condition + " AND session = \(session)" }
    if let person = filter.person { condition = condition + " AND person = \(person)" }
    if let state = filter.state { condition = condition + " AND state = \(state.rawValue)" }
    let rows = try connection.all(
      """
      SELECT id, person, session, version, nomination, affiliation, recorded_at, state FROM enrolment
      \(condition)\(reach.ofEnrolments()) ORDER BY id LIMIT \(request.limit + 1)
      """, decodeEnrolment)
    return page(rows, request) { $0.id.description }
  }

  func seats(of session: Session) throws -> Seats {
    let counts = try connection.first(
      """
      SELECT coalesce(sum(state NOT IN ('waiting', 'withdrawn')), 0), coalesce(sum(state = 'waiting'), 0)
      FROM enrolment WHERE session = \(session.id)
      """
    ) { (try $0.count(0), try $0.count(1)) }
    return Seats(capacity: session.capacity, taken: counts?.0 ?? 0, waiting: counts?.1 ?? 0)
  }

  func waiting(for session: SessionID, limit: Int) throws -> [Enrolment] {
    try connection.all(
      """
      SELECT id, person, session, version, nomination, affiliation, recorded_at, state FROM enrolment
      WHERE session = \(session) AND state = 'waiting' ORDER BY recorded_at, id LIMIT \(limit)
      """, decodeEnrolment)
  }

  func openEnrolments(of course: CourseID) throws -> Int {
    try connection.first(
      """
      SELECT count(*) FROM enrolment JOIN course_version ON course_version.id = enrolment.version
      WHERE course_version.course = \(course) AND enrolment.state IN ('enrolled', 'started')
      """
    ) { try $0.count(0) } ?? 0
  }

  func liveCertificates(of course: CourseID) throws -> Int {
    try connection.first(
      """
      SELECT count(*) FROM certificate JOIN enrolment ON enrolment.id = certificate.enrolment
      JOIN course_version ON course_version.id = enrolment.version
      WHERE course_version.course = \(course) AND certificate.state IN ('issued', 'suspended')
      """
    ) { try $0.count(0) } ?? 0
  }

  func transitions(of enrolment: EnrolmentID) throws -> [EnrolmentTransition] {
    try connection.all(
      """
      SELECT enrolment, at, state_before, state_after, has_attended, is_passed FROM enrolment_transition
      WHERE enrolment = \(enrolment) ORDER BY number
      """, decodeTransition)
  }

  func latestTransition(of enrolment: EnrolmentID) throws -> EnrolmentTransition? {
    try connection.first(
      """
      SELECT enrolment, at, state_before, state_after, has_attended, is_passed FROM enrolment_transition
      WHERE enrolment = \(enrolment) ORDER BY number DESC LIMIT 1
      """, decodeTransition)
  }

  private func decodeTransition(_ row: borrowing Row) throws -> EnrolmentTransition {
    EnrolmentTransition(
      enrolment: try row.identifier(0), at: try row.instant(1), from: try row.choiceOrNil(2),
      to: try row.choice(3),
      facts: EnrolmentFacts(hasAttended: try row.boolean(4), isPassed: try row.boolean(5)))
  }

  func decodeEnrolment(_ row: borrowing Row) throws -> Enrolment {
    Enrolment(
      id: try row.identifier(0), person: try row.identifier(1), session: try row.identifier(2),
      version: try row.identifier(3), nomination: try row.identifierOrNil(4),
      affiliation: try row.identifierOrNil(5),
      recordedAt: try row.instant(6), state: try row.choice(7))
  }
}

extension SQLiteWritableRecords {
  func insert(_ enrolment: Enrolment) throws {
    try connection.run(
      """
      INSERT INTO enrolment (id, person, session, version, nomination, affiliation, recorded_at, state)
      VALUES (\(enrolment.id), \(enrolment.person), \(enrolment.session), \(enrolment.version),
        \(enrolment.nomination), \(enrolment.affiliation), \(enrolment.recordedAt), \(enrolment.state.rawValue))
      """)
    try log(
      EnrolmentTransition(
        enrolment: enrolment.id, at: enrolment.recordedAt, from: nil, to: enrolment.state, facts: .none))
  }

  func append(_ transition: EnrolmentTransition) throws {
    try log(transition)
    try connection.run(
      "UPDATE enrolment SET state = \(transition.to.rawValue) WHERE id = \(transition.enrolment)")
  }

  private func log(_ transition: EnrolmentTransition) throws {
    try connection.run(
      """
      INSERT INTO enrolment_transition (enrolment, number, at, state_before, state_after, has_attended, is_passed)
      SELECT \(transition.enrolment), coalesce(max(number), 0) + 1, \(transition.at), \(transition.from?.rawValue),
        \(transition.to.rawValue), \(transition.facts.hasAttended), \(transition.facts.isPassed)
      FROM enrolment_transition WHERE enrolment = \(transition.enrolment)
      """)
  }
}
