internal import SQLite

/// Tables whose rows are not sealed one by one; all others are, those that later steps of the schema add too.
///
/// Statements have seals of their own (`StatementSeals`). Terms, progress, what is known of activities, and which
/// certificates are yet to be signed are worked out from records; documents, answers kept for a day, jobs, traces of refused attempts and what is on its way to others are
/// no records, though where it goes is sealed. The steps of the
/// schema are held against the program's.
private let unsealed: Set<String> = [
  "seal", "statement", "statement_tail", "statement_term", "progress", "activity_definition", "document",
  "kept_answer", "job", "unsigned_certificate", "refused_attempt", "migration", "event", "event_delivery",
  "set_aside_statement", "upload",
]

extension Connection {
  /// The tables whose rows are sealed, and the schema itself; none in a schema that is older than seals.
  func sealedTables() throws -> [TableLayout] {
    let tables = try tableLayouts()
    guard tables.contains(where: { $0.name == "seal" }) else { return [] }
    return tables.filter { !unsealed.contains($0.name) } + [.schema]
  }
}

/// A table's name in words, as it is told: `certificate transition`.
func words(ofTable name: String) -> String {
  guard name != TableLayout.schema.name else { return "schema" }
  return name.split(separator: "_").joined(separator: " ")
}
