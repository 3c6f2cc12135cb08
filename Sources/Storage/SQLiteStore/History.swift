internal import JSON
internal import Operations
internal import People
internal import SQLite
internal import Values

extension ConnectedRecords {
  func history(_ filter: HistoryFilter, page request: PageRequest) throws -> Page<HistoryEntry> {
    let cursor = try request.after.map { text in
      guard let sequence = Int(text) else { throw CursorUnusable(cursor: text) }
      return sequence
    }
    var condition: Query = "WHERE sequence > \(cursor ?? 0)"
    if let person = filter.person { condition = condition + " AND person = \(person)" }
    if let object = filter.object { condition = condition + " AND object = \(object)" }
    if let from = filter.from { condition = condition + " AND at >= \(from)" }
    if let before = filter.before { condition = condition + " AND at < \(before)" }
    let rows = try connection.all(
      """
      SELECT sequence, at, actor, action, object_kind, object, person, reason, changes FROM history
      \(condition) ORDER BY sequence LIMIT \(request.limit + 1)
      """, decodeEntry)
    return page(rows, request) { String($0.sequence) }
  }

  func historyGaps() throws -> [ClosedRange<Int>] {
    try connection.all(
      """
      SELECT earlier + 1, sequence - 1
      FROM (SELECT sequence, lag(sequence, 1, 0) OVER (ORDER BY sequence) AS earlier FROM history)
      WHERE sequence > earlier + 1 ORDER BY sequence
      """
    ) { try $0.count(0)...$0.count(1) }
  }

  private func decodeEntry(_ row: borrowing Row) throws -> HistoryEntry {
    HistoryEntry(
      sequence: try row.count(0), at: try row.instant(1), actor: try row.text(2), action: try row.text(3),
      object: HistoryObject(kind: try row.choice(4), id: try row.uuid(5)), person: try row.identifierOrNil(6),
      reason: try row.textOrNil(7), changes: try decodeChanges(try row.text(8)))
  }

  private func decodeChanges(_ text: String) throws -> [FieldChange] {
    guard let elements = try JSONDocument(Array(text.utf8)).root.elements else {
      throw StoredValueUnreadable(what: "a list of changes", value: text)
    }
    return try elements.map { change in
      guard let field = change["field"]?.string else {
        throw StoredValueUnreadable(what: "a change", value: text)
      }
      return FieldChange(field, from: change["before"]?.string, to: change["after"]?.string)
    }
  }
}

extension SQLiteWritableRecords {
  func append(_ entry: HistoryEntry) throws {
    var changes = JSONWriter()
    changes.array(entry.changes) { array, change in
      array.object { object in
        object.member("field", change.field)
        object.member("before", change.before)
        object.member("after", change.after)
      }
    }
    try connection.run(
      """
      INSERT INTO history (at, actor, action, object_kind, object, person, reason, changes)
      VALUES (\(entry.at), \(entry.actor), \(entry.action), \(entry.object.kind.rawValue), \(entry.object.id),
        \(entry.person), \(entry.reason), \(changes.text))
      """)
  }
}
