internal import Enrolment
internal import Operations
internal import People
internal import SQLite
internal import Values

extension ConnectedRecords {
  func session(_ id: SessionID) throws -> Session? {
    try connection.first(
      """
      SELECT id, code, version, mode, first_day, last_day, time_zone, language, capacity, host, state
      FROM session WHERE id = \(id)
      """, decodeSession)
  }

  func session(_ code: SessionCode) throws -> Session? {
    try connection.first(
      """
      SELECT id, code, version, mode, first_day, last_day, time_zone, language, capacity, host, state
      FROM session WHERE code_folded = \(code.folded)
      """, decodeSession)
  }

  func sessions(
    _ filter: SessionFilter, within reach: Reach, page request: PageRequest
  ) throws -> Page<Session> {
    let (day, id) = try sessionCursor(request)
    var condition: Query = "WHERE (first_day, id) < (\(day), \(id))"
    if let state = filter.state { condition = condition + " AND state = \(state.rawValue)" }
    if let host = filter.host { condition = condition + " AND host = \(host)" }
    if let from = filter.from { condition = condition + " AND last_day >= \(from)" }
    if let to = filter.to { condition = condition + " AND first_day <= \(to)" }
    if let course = filter.course {
      condition = condition + " AND version IN (SELECT id FROM course_version WHERE course = \(course))"
    }
    let rows = try connection.all(
      """
      SELECT id, code, version, mode, first_day, last_day, time_zone, language, capacity, host, state
      FROM session \(condition)\(reach.ofSessions())
      ORDER BY first_day DESC, id DESC LIMIT \(request.limit + 1)
      """, decodeSession)
    return page(rows, request) { "\($0.days.from)/\($0.id)" }
  }

  /// The day and identifier that a page begins behind; beyond every session where the list begins.
  private func sessionCursor(_ request: PageRequest) throws -> (Int, UUID) {
    guard let text = request.after else { return (Int.max, UUID(high: .max, low: .max)) }
    let parts = text.split(separator: "/")
    guard parts.count == 2, let day = Day(parts[0]), let id = UUID(parts[1]) else {
      throw CursorUnusable(cursor: text)
    }
    return (day.daysSinceEpoch, id)
  }

  private func decodeSession(_ row: borrowing Row) throws -> Session {
    try Session(
      id: row.identifier(0), code: row.code(1), version: row.identifier(2), mode: row.choice(3),
      days: row.days(4, 5),
      timeZone: row.text(6), language: row.language(7), capacity: row.isNull(8) ? nil : row.count(8),
      host: row.identifierOrNil(9), state: row.choice(10))
  }

  func nomination(_ id: NominationID) throws -> Nomination? {
    try connection.first(
      "SELECT id, person, session, nominated_by, state, recorded_at FROM nomination WHERE id = \(id)",
      decodeNomination)
  }

  func nomination(of person: PersonID, for session: SessionID) throws -> Nomination? {
    try connection.first(
      """
      SELECT id, person, session, nominated_by, state, recorded_at FROM nomination
      WHERE person = \(person) AND session = \(session) ORDER BY id DESC LIMIT 1
      """, decodeNomination)
  }

  func nominations(
    _ filter: NominationFilter, within reach: Reach, page request: PageRequest
  ) throws -> Page<Nomination> {
    var condition: Query = "WHERE id > \(try identifierCursor(request))"
    if let session = filter.session { condition = condition + " AND session = \(session)" }
    if let state = filter.state { condition = condition + " AND state = \(state.rawValue)" }
    if let party = filter.party { condition = condition + " AND nominated_by = \(party)" }
    if let person = filter.person { condition = condition + " AND person = \(person)" }
    let rows = try connection.all(
      """
      SELECT id, person, session, nominated_by, state, recorded_at FROM nomination
      \(condition)\(reach.ofNominations())
      ORDER BY id LIMIT \(request.limit + 1)
      """, decodeNomination)
    return page(rows, request) { $0.id.description }
  }

  private func decodeNomination(_ row: borrowing Row) throws -> Nomination {
    Nomination(
      id: try row.identifier(0), person: try row.identifier(1), session: try row.identifier(2),
      nominatedBy: try row.identifier(3), state: try row.choice(4), recordedAt: try row.instant(5))
  }
}

extension SQLiteWritableRecords {
  func insert(_ session: Session) throws {
    try connection.run(
      """
      INSERT INTO session (id, code, code_folded, version, mode, first_day, last_day, time_zone, language, capacity,
        host, state)
      VALUES (\(session.id), \(session.code.text), \(session.code.folded), \(session.version),
        \(session.mode.rawValue), \(session.days.from), \(session.days.to), \(session.timeZone), \(session.language),
        \(session.capacity), \(session.host), \(session.state.rawValue))
      """)
  }

  func setState(_ state: SessionState, of session: SessionID) throws {
    try connection.run("UPDATE session SET state = \(state.rawValue) WHERE id = \(session)")
  }

  func insert(_ nomination: Nomination) throws {
    try connection.run(
      """
      INSERT INTO nomination (id, person, session, nominated_by, state, recorded_at)
      VALUES (\(nomination.id), \(nomination.person), \(nomination.session), \(nomination.nominatedBy),
        \(nomination.state.rawValue), \(nomination.recordedAt))
      """)
  }

  func setState(_ state: NominationState, of nomination: NominationID) throws {
    try connection.run("UPDATE nomination SET state = \(state.rawValue) WHERE id = \(nomination)")
  }
}
