internal import Operations
internal import SQLite
internal import Values
internal import XAPI

/// A document's context as its columns hold it.
private struct ContextColumns {
  let resource: Int
  /// Empty for an agent's profile.
  let activity: String
  /// The identity's canonical text; empty for an activity's profile.
  let agent: String
  /// Empty where there is none.
  let registration: [UInt8]
  /// Whether a list is of this registration alone.
  let isOfOneRegistration: Bool

  init(_ context: DocumentContext) {
    switch context {
    case .state(let activity, let agent, let registration):
      (resource, self.activity, self.agent) = (1, activity, agent.canonicalText)
      self.registration = registration?.octets ?? []
      isOfOneRegistration = registration != nil
    case .activityProfile(let activity):
      (resource, self.activity, agent, registration, isOfOneRegistration) = (2, activity, "", [], true)
    case .agentProfile(let agent):
      (resource, activity, self.agent) = (3, "", agent.canonicalText)
      (registration, isOfOneRegistration) = ([], true)
    }
  }

  var ofSeveral: Query {
    let place: Query = "resource = \(resource) AND activity = \(activity) AND agent = \(agent)"
    return isOfOneRegistration ? place + " AND registration = \(registration)" : place
  }

  func ofOne(_ id: String) -> Query {
    """
    resource = \(resource) AND activity = \(activity) AND agent = \(agent) AND registration = \(registration)
      AND name = \(id)
    """
  }
}

extension ConnectedRecords {
  func document(_ id: String, of context: DocumentContext) throws -> StoredDocument? {
    try connection.first(
      """
      SELECT content_type, content, tag, changed_at, changed_by FROM document
      WHERE \(ContextColumns(context).ofOne(id))
      """
    ) { row in
      StoredDocument(
        document: Document(contentType: try row.text(0), bytes: try row.bytes(1)), tag: try row.text(2),
        changedAt: try row.instant(3), changedBy: try row.text(4))
    }
  }

  func documents(of context: DocumentContext, since: Instant?) throws -> DocumentList {
    let bound: Query = since.map { " AND changed_at > \($0)" } ?? ""
    let found = try connection.all(
      """
      SELECT name, max(changed_at) FROM document WHERE \(ContextColumns(context).ofSeveral) \(bound)
      GROUP BY name ORDER BY name
      """
    ) { (id: try $0.text(0), changedAt: try $0.instant(1)) }
    return DocumentList(ids: found.map(\.id), changedAt: found.map(\.changedAt).max())
  }
}

extension SQLiteWritableRecords {
  func keep(_ document: StoredDocument, _ id: String, of context: DocumentContext) throws {
    let place = ContextColumns(context)
    try connection.run(
      """
      INSERT INTO document
        (resource, activity, agent, registration, name, content_type, tag, changed_at, changed_by, content)
      VALUES (\(place.resource), \(place.activity), \(place.agent), \(place.registration), \(id),
        \(document.document.contentType), \(document.tag), \(document.changedAt), \(document.changedBy),
        \(document.document.bytes))
      ON CONFLICT (resource, activity, agent, registration, name) DO UPDATE SET
        content_type = excluded.content_type, tag = excluded.tag, changed_at = excluded.changed_at,
        changed_by = excluded.changed_by, content = excluded.content
      """)
  }

  func removeDocument(_ id: String, of context: DocumentContext) throws {
    try connection.run("DELETE FROM document WHERE \(ContextColumns(context).ofOne(id))")
  }

  func removeDocuments(of context: DocumentContext) throws {
    try connection.run("DELETE FROM document WHERE \(ContextColumns(context).ofSeveral)")
  }
}
