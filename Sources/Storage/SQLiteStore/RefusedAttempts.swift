internal import Operations
internal import SQLite
internal import Values

extension ConnectedRecords {
  func refusedAttempts(page request: PageRequest) throws -> Page<RefusedAttempt> {
    let cursor = try request.after.map { text in
      guard let sequence = Int(text) else { throw CursorUnusable(cursor: text) }
      return sequence
    }
    let rows = try connection.all(
      """
      SELECT sequence, at, access_key, actor, action, cause, alike FROM refused_attempt
      WHERE sequence > \(cursor ?? 0) ORDER BY sequence LIMIT \(request.limit + 1)
      """
    ) {
      RefusedAttempt(
        sequence: try $0.count(0), at: try $0.instant(1), key: try $0.identifier(2), actor: try $0.text(3),
        action: try $0.text(4), cause: try $0.choice(5), alike: try $0.count(6))
    }
    return page(rows, request) { String($0.sequence) }
  }
}

extension SQLiteWritableRecords {
  func append(_ attempt: RefusedAttempt) throws {
    try connection.run(
      """
      INSERT INTO refused_attempt (at, access_key, actor, action, cause, alike)
      VALUES (\(now), \(attempt.key), \(attempt.actor), \(attempt.action), \(attempt.cause.rawValue), \(attempt.alike))
      """)
  }
}
