internal import Catalogue
internal import Enrolment
internal import Operations
internal import SQLite
internal import Values

extension ConnectedRecords {
  func launch(_ id: LaunchSessionID) throws -> StoredLaunch? {
    try connection.first(
      """
      SELECT id, enrolment, activity, mode, launched_at, state, initialized_at, terminated_at, spoke_at, ended_at,
        completed, passed, failed, token_digest
      FROM launch_session WHERE id = \(id)
      """, decodeStoredLaunch)
  }

  func launch(fetchDigest: [UInt8]) throws -> StoredLaunch? {
    try connection.first(
      """
      SELECT id, enrolment, activity, mode, launched_at, state, initialized_at, terminated_at, spoke_at, ended_at,
        completed, passed, failed, token_digest
      FROM launch_session WHERE fetch_digest = \(fetchDigest)
      """, decodeStoredLaunch)
  }

  func launches(of enrolment: EnrolmentID, page request: PageRequest) throws -> Page<LaunchSession> {
    let rows = try connection.all(
      """
      SELECT id, enrolment, activity, mode, launched_at, state, initialized_at, terminated_at, spoke_at, ended_at,
        completed, passed, failed
      FROM launch_session WHERE enrolment = \(enrolment) AND id > \(try identifierCursor(request))
      ORDER BY id LIMIT \(request.limit + 1)
      """, decodeLaunch)
    return page(rows, request) { $0.id.description }
  }

  func openLaunch(of enrolment: EnrolmentID) throws -> LaunchSession? {
    try connection.first(
      """
      SELECT id, enrolment, activity, mode, launched_at, state, initialized_at, terminated_at, spoke_at, ended_at,
        completed, passed, failed
      FROM launch_session WHERE enrolment = \(enrolment) AND ended_at IS NULL
      """, decodeLaunch)
  }

  /// The index of open sessions names them all; of those that ended, however many, none is looked at.
  func openLaunches(launchedUntil instant: Instant, limit: Int) throws -> [LaunchSession] {
    try connection.all(
      """
      SELECT id, enrolment, activity, mode, launched_at, state, initialized_at, terminated_at, spoke_at, ended_at,
        completed, passed, failed
      FROM launch_session INDEXED BY launch_session_open
      WHERE ended_at IS NULL AND launched_at <= \(instant)
      ORDER BY launched_at, id LIMIT \(limit)
      """, decodeLaunch)
  }

  func decisions(of activity: String, in enrolment: EnrolmentID) throws -> Set<UnitVerb> {
    let verbs = try connection.all(
      """
      SELECT CASE statement.id WHEN launch_session.completed THEN 'completed' WHEN launch_session.passed THEN 'passed'
        ELSE 'failed' END
      FROM launch_session
      JOIN statement ON statement.id IN (launch_session.completed, launch_session.passed, launch_session.failed)
      WHERE launch_session.enrolment = \(enrolment) AND launch_session.activity = \(activity)
        AND statement.is_voided = 0
      """
    ) { (row) throws -> UnitVerb in try row.choice(0) }
    return Set(verbs)
  }

  func hasLaunched(fromOrigin origin: String) throws -> Bool {
    try connection.hasRow("SELECT 1 FROM launch_session WHERE unit_origin = \(origin) LIMIT 1")
  }

  func waiver(of activity: String, in enrolment: EnrolmentID) throws -> Waiver? {
    try connection.first(
      """
      SELECT statement, reason, recorded_at FROM waiver WHERE enrolment = \(enrolment) AND activity = \(activity)
      """
    ) {
      Waiver(
        enrolment: enrolment, activity: activity, statement: try $0.uuid(0), reason: try $0.text(1),
        recordedAt: try $0.instant(2))
    }
  }

  func waivers(in enrolment: EnrolmentID) throws -> [Waiver] {
    try connection.all(
      """
      SELECT activity, statement, reason, recorded_at FROM waiver WHERE enrolment = \(enrolment) ORDER BY activity
      """
    ) {
      Waiver(
        enrolment: enrolment, activity: try $0.text(0), statement: try $0.uuid(1), reason: try $0.text(2),
        recordedAt: try $0.instant(3))
    }
  }

  func satisfactions(in enrolment: EnrolmentID) throws -> [Satisfaction] {
    try connection.all(
      """
      SELECT activity, statement, recorded_at FROM satisfaction WHERE enrolment = \(enrolment)
      ORDER BY recorded_at, activity
      """
    ) { row in
      let group = try row.text(0)
      return Satisfaction(
        enrolment: enrolment, group: group.isEmpty ? nil : group, statement: try row.uuid(1),
        recordedAt: try row.instant(2))
    }
  }

  private func decodeStoredLaunch(_ row: borrowing Row) throws -> StoredLaunch {
    StoredLaunch(
      session: try decodeLaunch(row), tokenDigest: row.isNull(13) ? nil : try row.bytes(13))
  }

  private func decodeLaunch(_ row: borrowing Row) throws -> LaunchSession {
    var decisions: [UnitVerb: UUID] = [:]
    if !row.isNull(10) { decisions[.completed] = try row.uuid(10) }
    if !row.isNull(11) { decisions[.passed] = try row.uuid(11) }
    if !row.isNull(12) { decisions[.failed] = try row.uuid(12) }
    return LaunchSession(
      id: try row.identifier(0), enrolment: try row.identifier(1), activity: try row.text(2),
      mode: try row.choice(3), launchedAt: try row.instant(4), state: try row.choice(5),
      initializedAt: try row.instantOrNil(6), terminatedAt: try row.instantOrNil(7),
      spokeAt: try row.instantOrNil(8), endedAt: try row.instantOrNil(9), decisions: decisions)
  }
}

extension SQLiteWritableRecords {
  func insert(_ session: LaunchSession, fetchDigest: [UInt8], unitOrigin: String) throws {
    try connection.run(
      """
      INSERT INTO launch_session (id, enrolment, activity, mode, launched_at, state, unit_origin, fetch_digest)
      VALUES (\(session.id), \(session.enrolment), \(session.activity), \(session.mode.rawValue),
        \(session.launchedAt), \(session.state.rawValue), \(unitOrigin), \(fetchDigest))
      """)
  }

  func update(_ session: LaunchSession) throws {
    try connection.run(
      """
      UPDATE launch_session SET state = \(session.state.rawValue), initialized_at = \(session.initializedAt),
        terminated_at = \(session.terminatedAt), spoke_at = \(session.spokeAt), ended_at = \(session.endedAt),
        completed = \(session.decisions[.completed]), passed = \(session.decisions[.passed]),
        failed = \(session.decisions[.failed])
      WHERE id = \(session.id)
      """)
  }

  func setTokenDigest(_ digest: [UInt8], of session: LaunchSessionID) throws {
    try connection.run("UPDATE launch_session SET token_digest = \(digest) WHERE id = \(session)")
  }

  func insert(_ waiver: Waiver) throws {
    try connection.run(
      """
      INSERT INTO waiver (enrolment, activity, statement, reason, recorded_at)
      VALUES (\(waiver.enrolment), \(waiver.activity), \(waiver.statement), \(waiver.reason), \(waiver.recordedAt))
      """)
  }

  func insert(_ satisfaction: Satisfaction) throws {
    try connection.run(
      """
      INSERT INTO satisfaction (enrolment, activity, statement, recorded_at)
      VALUES (\(satisfaction.enrolment), \(satisfaction.group ?? ""), \(satisfaction.statement),
        \(satisfaction.recordedAt))
      """)
  }

  func remove(_ satisfaction: Satisfaction) throws {
    try connection.run(
      """
      DELETE FROM satisfaction
      WHERE enrolment = \(satisfaction.enrolment) AND activity = \(satisfaction.group ?? "")
        AND statement = \(satisfaction.statement)
      """)
  }
}
