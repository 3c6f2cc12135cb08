internal import Operations
internal import SQLite
internal import Values

extension ConnectedRecords {
  func forwardings() throws -> [Forwarding] {
    try connection.all(
      """
      SELECT id, code, url, user_name, verbs, activities, course, member, created_at, place, sent, sent_at, failures,
        failure, next_attempt_at, paused_at, pause_reason,
        (SELECT count(*) FROM set_aside_statement WHERE forwarding = forwarding.id)
      FROM forwarding ORDER BY id
      """, decodeForwarding)
  }

  func forwarding(_ id: ForwardingID) throws -> Forwarding? {
    try connection.first(
      """
      SELECT id, code, url, user_name, verbs, activities, course, member, created_at, place, sent, sent_at, failures,
        failure, next_attempt_at, paused_at, pause_reason,
        (SELECT count(*) FROM set_aside_statement WHERE forwarding = forwarding.id)
      FROM forwarding WHERE id = \(id)
      """, decodeForwarding)
  }

  func forwarding(_ code: ForwardingCode) throws -> Forwarding? {
    try connection.first(
      """
      SELECT id, code, url, user_name, verbs, activities, course, member, created_at, place, sent, sent_at, failures,
        failure, next_attempt_at, paused_at, pause_reason,
        (SELECT count(*) FROM set_aside_statement WHERE forwarding = forwarding.id)
      FROM forwarding WHERE code_folded = \(code.folded)
      """, decodeForwarding)
  }

  func secret(of forwarding: ForwardingID) throws -> String? {
    try connection.first("SELECT secret FROM forwarding WHERE id = \(forwarding)") { try $0.text(0) }
  }

  func setAside(of forwarding: ForwardingID, page request: PageRequest) throws -> Page<SetAsideStatement> {
    let cursor = try request.after.map { text in
      guard let stored = Int64(text) else { throw CursorUnusable(cursor: text) }
      return stored
    }
    let rows = try connection.all(
      """
      SELECT statement.id, statement.stored, reason, set_aside_at FROM set_aside_statement
      JOIN statement ON statement.stored = set_aside_statement.statement
      WHERE forwarding = \(forwarding) AND statement > \(cursor ?? -1)
      ORDER BY statement LIMIT \(request.limit + 1)
      """
    ) { row in
      SetAsideStatement(
        id: try row.uuid(0), stored: try row.instant(1), reason: try row.text(2), at: try row.instant(3))
    }
    return page(rows, request) { String($0.stored.microseconds) }
  }

  func statementCount(after place: Instant, upTo limit: Int) throws -> Int {
    try connection.first(
      "SELECT count(*) FROM (SELECT 1 FROM statement WHERE stored > \(place) LIMIT \(limit))"
    ) { try $0.count(0) } ?? 0
  }

  private func decodeForwarding(_ row: borrowing Row) throws -> Forwarding {
    let pause = try row.instantOrNil(15).map { Forwarding.Pause(at: $0, reason: try row.text(16)) }
    return Forwarding(
      id: try row.identifier(0), code: try row.code(1), url: try row.text(2), user: try row.text(3),
      filter: ForwardingFilter(
        verbs: try row.texts(4), activities: try row.texts(5), course: try row.identifierOrNil(6),
        member: try row.identifierOrNil(7)),
      createdAt: try row.instant(8),
      state: Forwarding.State(
        place: try row.instant(9), sent: try row.count(10), sentAt: try row.instantOrNil(11),
        setAside: try row.count(17), failures: try row.count(12), failure: try row.textOrNil(13),
        nextAttemptAt: try row.instantOrNil(14), pause: pause))
  }
}

extension SQLiteWritableRecords {
  func insert(_ forwarding: Forwarding, secret: String) throws {
    try connection.run(
      """
      INSERT INTO forwarding (id, code, code_folded, url, user_name, secret, verbs, activities, course, member,
        created_at, place)
      VALUES (\(forwarding.id), \(forwarding.code.text), \(forwarding.code.folded), \(forwarding.url),
        \(forwarding.user), \(secret), \(storedTexts(forwarding.filter.verbs)),
        \(storedTexts(forwarding.filter.activities)), \(forwarding.filter.course), \(forwarding.filter.member),
        \(forwarding.createdAt), \(forwarding.state.place))
      """)
  }

  func setState(_ state: Forwarding.State, of forwarding: ForwardingID) throws {
    try connection.run(
      """
      UPDATE forwarding SET place = \(state.place), sent = \(state.sent), sent_at = \(state.sentAt),
        failures = \(state.failures), failure = \(state.failure), next_attempt_at = \(state.nextAttemptAt),
        paused_at = \(state.pause?.at), pause_reason = \(state.pause?.reason)
      WHERE id = \(forwarding)
      """)
  }

  func setAside(
    _ statement: Instant, of forwarding: ForwardingID, reason: String, at instant: Instant
  ) throws {
    try connection.run(
      """
      INSERT OR IGNORE INTO set_aside_statement (forwarding, statement, reason, set_aside_at)
      VALUES (\(forwarding), \(statement), \(reason), \(instant))
      """)
  }

  func remove(_ forwarding: ForwardingID) throws {
    try connection.run("DELETE FROM set_aside_statement WHERE forwarding = \(forwarding)")
    try connection.run("DELETE FROM forwarding WHERE id = \(forwarding)")
  }
}
