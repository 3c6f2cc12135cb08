internal import Catalogue
internal import Operations
internal import People
internal import SQLite
internal import Values

extension ConnectedRecords {
  func standardEdition(_ code: StandardEditionCode) throws -> StandardEdition? {
    try connection.first(
      "SELECT id, code, framework, year, state, titles FROM standard_edition WHERE code_folded = \(code.folded)",
      decodeEdition)
  }

  func standardEditions() throws -> [StandardEdition] {
    try connection.all(
      "SELECT id, code, framework, year, state, titles FROM standard_edition ORDER BY code_folded",
      decodeEdition)
  }

  /// The editions that were recorded by an instant, in the order of their codes.
  func standardEditions(asOf cutOff: Instant) throws -> [StandardEdition] {
    try connection.all(
      """
      SELECT id, code, framework, year, state, titles FROM standard_edition WHERE recorded_at <= \(cutOff)
      ORDER BY code_folded
      """, decodeEdition)
  }

  private func decodeEdition(_ row: borrowing Row) throws -> StandardEdition {
    let id: StandardEditionID = try row.identifier(0)
    let items = try connection.all(
      "SELECT code, level, kind, titles FROM standard_item WHERE edition = \(id) ORDER BY position"
    ) { item in
      StandardItem(
        code: try item.code(0), level: try item.choice(1), kind: try item.choice(2),
        titles: try item.localizedText(3))
    }
    return StandardEdition(
      id: id, code: try row.code(1), framework: try row.text(2), year: try row.count(3),
      state: try row.choice(4),
      titles: try row.localizedText(5), items: items, depths: try depths(of: id))
  }

  private func depths(of edition: StandardEditionID) throws -> [StandardDepth] {
    try connection.all(
      "SELECT code, titles FROM standard_depth WHERE edition = \(edition) ORDER BY position"
    ) { StandardDepth(code: try $0.code(0), titles: try $0.localizedText(1)) }
  }
}

extension SQLiteWritableRecords {
  func insert(_ edition: StandardEdition, at instant: Instant) throws {
    try connection.run(
      """
      INSERT INTO standard_edition (id, code, code_folded, framework, year, state, titles, recorded_at)
      VALUES (\(edition.id), \(edition.code.text), \(edition.code.folded), \(edition.framework), \(edition.year),
        \(edition.state.rawValue), \(edition.titles), \(instant))
      """)
    for (position, depth) in edition.depths.enumerated() {
      try connection.run(
        """
        INSERT INTO standard_depth (edition, position, code, code_folded, titles)
        VALUES (\(edition.id), \(position), \(depth.code.text), \(depth.code.folded), \(depth.titles))
        """)
    }
    for (position, item) in edition.items.enumerated() {
      try connection.run(
        """
        INSERT INTO standard_item (edition, position, code, code_folded, level, kind, titles)
        VALUES (\(edition.id), \(position), \(item.code.text), \(item.code.folded), \(item.level.rawValue),
          \(item.kind.rawValue), \(item.titles))
        """)
    }
  }
}
