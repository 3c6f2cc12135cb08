internal import Operations
internal import SQLite
internal import Values

extension ConnectedRecords {
  func statement(_ id: UUID) throws -> FoundStatement? {
    try connection.first(
      "SELECT id, stored, is_voided, body FROM statement WHERE id = \(id)", decodeStatement)
  }

  func voidedAt(_ id: UUID) throws -> Instant? {
    try connection.first("SELECT stored FROM statement WHERE voids = \(id) ORDER BY stored LIMIT 1") {
      try $0.instant(0)
    }
  }

  func statements(_ selection: StatementSelection) throws -> [FoundStatement] {
    let conditions = try rarestFirst(selection.conditions)
    guard let rarest = conditions.first else { return try allStatements(within: selection) }
    let others = conditions.dropFirst().reduce("" as Query) { query, terms in
      query
        + " AND EXISTS (SELECT 1 FROM statement_term WHERE \(isOne(of: terms)) AND stored = found.stored)"
    }
    return rarest.count == 1
      ? try statements(of: rarest[0], meeting: others, within: selection)
      : try statements(ofOneOf: rarest, meeting: others, within: selection)
  }

  private func allStatements(within selection: StatementSelection) throws -> [FoundStatement] {
    try connection.all(
      """
      SELECT id, stored, is_voided, body FROM statement WHERE \(kept(by: selection)) \(bounds(selection, "stored"))
      ORDER BY stored \(order(of: selection)) LIMIT \(selection.limit)
      """, decodeStatement)
  }

  /// The term is gone through in the order asked for: no more is read than is given and voided.
  private func statements(
    of term: Int64, meeting others: Query, within selection: StatementSelection
  ) throws -> [FoundStatement] {
    try connection.all(
      """
      SELECT id, found.stored, is_voided, body FROM statement_term AS found
      CROSS JOIN statement ON statement.stored = found.stored
      WHERE found.term = \(term) AND \(kept(by: selection)) \(bounds(selection, "found.stored")) \(others)
      ORDER BY found.stored \(order(of: selection)) LIMIT \(selection.limit)
      """, decodeStatement)
  }

  /// Each of the terms is gone through in the order asked for, and they are merged: no more is read than is given.
  private func statements(
    ofOneOf terms: [Int64], meeting others: Query, within selection: StatementSelection
  ) throws -> [FoundStatement] {
    let arms = terms.map { term in
      """
      SELECT found.stored AS stored FROM statement_term AS found
      JOIN statement ON statement.stored = found.stored
      WHERE found.term = \(term) AND \(kept(by: selection)) \(bounds(selection, "found.stored")) \(others)
      """ as Query
    }
    let found = arms.dropFirst().reduce(arms[0]) { $0 + " UNION " + $1 }
    let order = order(of: selection)
    return try connection.all(
      """
      SELECT id, stored, is_voided, body FROM statement
      WHERE stored IN (\(found) ORDER BY stored \(order) LIMIT \(selection.limit)) ORDER BY stored \(order)
      """, decodeStatement)
  }

  /// Whether a row of `statement` may be found, voided or not.
  private func kept(by selection: StatementSelection) -> Query {
    selection.includesVoided ? "1" : "is_voided = 0"
  }

  private func order(of selection: StatementSelection) -> Query {
    selection.ascending ? "ASC" : "DESC"
  }

  func allStatements(withTerm term: Int64) throws -> [FoundStatement] {
    try connection.all(
      """
      SELECT statement.id, statement.stored, statement.is_voided, statement.body
      FROM statement_term JOIN statement ON statement.stored = statement_term.stored
      WHERE statement_term.term = \(term) ORDER BY statement_term.stored
      """, decodeStatement)
  }

  func places(withTerm term: Int64) throws -> [(id: UUID, stored: Instant)] {
    try connection.all(
      """
      SELECT statement.id, statement.stored
      FROM statement_term JOIN statement ON statement.stored = statement_term.stored
      WHERE statement_term.term = \(term) ORDER BY statement_term.stored
      """
    ) { (try $0.uuid(0), try $0.instant(1)) }
  }

  func lastStored() throws -> Instant? {
    try connection.first("SELECT max(stored) FROM statement") { try $0.instantOrNil(0) } ?? nil
  }

  func earlierRulesHeldUntil() throws -> Instant? {
    try connection.first(
      "SELECT CAST(value AS INTEGER) FROM setting WHERE name = 'earlier-rules-of-evidence-held-until'"
    ) { try $0.instant(0) }
  }

  /// The conditions, that which fewest statements seem to meet first.
  private func rarestFirst(_ conditions: [[Int64]]) throws -> [[Int64]] {
    guard conditions.count > 1 else { return conditions }
    let span = try connection.first(
      "SELECT (SELECT max(stored) FROM statement) - (SELECT min(stored) FROM statement)"
    ) { try $0.integerOrNil(0) ?? 0 }
    return try conditions.map { ($0, try bearers(of: $0, within: span ?? 0)) }
      .sorted { $0.1 < $1.1 }.map(\.0)
  }

  /// About how many statements have one of the terms: exact up to a hundred of a term; beyond, the latest hundred
  /// are taken to have come as fast as all before them.
  ///
  /// - Parameter span: the microseconds from the first statement of all to the last.
  private func bearers(of terms: [Int64], within span: Int64) throws -> Double {
    let sample = 100
    return try terms.reduce(0) { sum, term in
      let latest = try connection.first(
        """
        SELECT count(*), max(stored) - min(stored) FROM
        (SELECT stored FROM statement_term WHERE term = \(term) ORDER BY stored DESC LIMIT \(sample))
        """
      ) { (count: try $0.count(0), span: try $0.integerOrNil(1) ?? 0) }
      guard let latest, latest.count == sample else { return sum + Double(latest?.count ?? 0) }
      return sum + Double(sample) * Double(span) / Double(max(1, latest.span))
    }
  }

  private func isOne(of terms: [Int64]) -> Query {
    guard terms.count > 1 else { return "term = \(terms.first ?? 0)" }
    let list = terms.dropFirst().reduce("\(terms[0])" as Query) { $0 + ", \($1)" }
    return "term IN (\(list))"
  }

  /// The bounds of time, on the column that the statements are found by.
  private func bounds(_ selection: StatementSelection, _ column: Query) -> Query {
    var bounds: Query = ""
    if let since = selection.since { bounds = bounds + " AND \(column) > \(since)" }
    if let until = selection.until { bounds = bounds + " AND \(column) <= \(until)" }
    guard let after = selection.after else { return bounds }
    return selection.ascending ? bounds + " AND \(column) > \(after)" : bounds + " AND \(column) < \(after)"
  }

  private func decodeStatement(_ row: borrowing Row) throws -> FoundStatement {
    FoundStatement(
      id: try row.uuid(0), stored: try row.instant(1), isVoided: try row.boolean(2), bytes: try row.bytes(3))
  }
}

extension SQLiteWritableRecords {
  func insert(_ statement: StoredStatement) throws -> Bool {
    if isApart { try connection.unsealStatements(from: statement.stored) }
    // A voiding statement cannot be voided (xAPI 1.0.3 Data 2.3.2), whichever of the two came first.
    let isVoided =
      try statement.voids == nil
      && connection.hasRow("SELECT 1 FROM statement WHERE voids = \(statement.id) LIMIT 1")
    try connection.run(
      """
      INSERT INTO statement (stored, id, is_voided, voids, body)
      VALUES (\(statement.stored), \(statement.id), \(isVoided), \(statement.voids), \(statement.bytes))
      """)
    try add(statement.terms, toStatementAt: statement.stored)
    if let voids = statement.voids {
      try connection.run("UPDATE statement SET is_voided = 1 WHERE id = \(voids) AND voids IS NULL")
    }
    return isVoided
  }

  func add(_ terms: [Int64], toStatementAt stored: Instant) throws {
    for term in terms {
      try connection.run("INSERT OR IGNORE INTO statement_term (term, stored) VALUES (\(term), \(stored))")
    }
  }
}
