internal import Operations
internal import People
internal import SQLite
internal import Values

extension ConnectedRecords {
  func party(_ id: PartyID) throws -> Party? {
    try connection.first(
      "SELECT id, code, kind, names, region, valid_from, valid_to FROM party WHERE id = \(id)", decodeParty)
  }

  func party(_ code: PartyCode) throws -> Party? {
    try connection.first(
      "SELECT id, code, kind, names, region, valid_from, valid_to FROM party WHERE code_folded = \(code.folded)",
      decodeParty)
  }

  func parties(kind: Party.Kind?, page request: PageRequest) throws -> Page<Party> {
    let rows = try connection.all(
      """
      SELECT id, code, kind, names, region, valid_from, valid_to FROM party
      WHERE code_folded > \(request.after ?? "") AND (\(kind?.rawValue) IS NULL OR kind = \(kind?.rawValue))
      ORDER BY code_folded LIMIT \(request.limit + 1)
      """, decodeParty)
    return page(rows, request) { $0.code.folded }
  }

  private func decodeParty(_ row: borrowing Row) throws -> Party {
    try Party(
      id: row.identifier(0), code: row.code(1), kind: row.choice(2), names: row.localizedText(3),
      region: row.choiceOrNil(4), validity: row.days(5, 6))
  }
}

extension SQLiteWritableRecords {
  func insert(_ party: Party) throws {
    try connection.run(
      """
      INSERT INTO party (id, code, code_folded, kind, names, region, valid_from, valid_to)
      VALUES (\(party.id), \(party.code.text), \(party.code.folded), \(party.kind.rawValue), \(party.names),
        \(party.region?.rawValue), \(party.validity.from), \(party.validity.to))
      """)
  }
}
