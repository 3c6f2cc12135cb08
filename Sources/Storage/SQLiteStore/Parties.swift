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

  func parties(_ filter: PartyFilter, page request: PageRequest) throws -> Page<Party> {
    var condition: Query = "WHERE code_folded > \(request.after ?? "")"
    if let kind = filter.kind { condition = condition + " AND kind = \(kind.rawValue)" }
    if let region = filter.region { condition = condition + " AND region = \(region.rawValue)" }
    let rows = try connection.all(
      """
      SELECT id, code, kind, names, region, valid_from, valid_to FROM party
      \(condition) ORDER BY code_folded LIMIT \(request.limit + 1)
      """, decodeParty)
    return page(rows, request) { $0.code.folded }
  }

  private func decodeParty(_ row: borrowing Row) throws -> Party {
    let id: PartyID = try row.identifier(0)
    return try Party(
      id: id, code: row.code(1), kind: row.choice(2), names: row.localizedText(3),
      region: row.choiceOrNil(4), validity: row.days(5, 6), seats: seats(of: id), sources: sources(of: id),
      groups: groups(of: id, asOf: nil))
  }

  private func seats(of party: PartyID) throws -> [Party.Seat] {
    try connection.all(
      """
      SELECT place, host, known_from, known_to, source FROM party_seat WHERE party = \(party) ORDER BY position
      """
    ) {
      Party.Seat(
        place: try $0.textOrNil(0), host: try $0.textOrNil(1), from: try $0.partialDayOrNil(2),
        to: try $0.partialDayOrNil(3), source: try $0.textOrNil(4))
    }
  }

  /// The groups of a party as they were recorded at an instant, at present where nil.
  func groups(of party: PartyID, asOf cutOff: Instant?) throws -> [Party.GroupMembership] {
    let until: Query = cutOff.map { " AND recorded_at <= \($0)" } ?? ""
    return Party.GroupMembership.holding(
      try connection.all(
        """
        SELECT code, known_from, known_to, source FROM party_group
        WHERE party = \(party)\(until) ORDER BY position
        """
      ) {
        Party.GroupMembership(
          group: try $0.code(0), from: try $0.partialDayOrNil(1), to: try $0.partialDayOrNil(2),
          source: try $0.textOrNil(3))
      })
  }

  private func sources(of party: PartyID) throws -> [Party.Source] {
    try connection.all(
      "SELECT address, as_of FROM party_source WHERE party = \(party) ORDER BY position"
    ) { Party.Source(address: try $0.text(0), asOf: try $0.partialDayOrNil(1)) }
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
    try insert(seats: party.seats, of: party.id, behind: 0)
    for (position, source) in party.sources.enumerated() {
      try connection.run(
        """
        INSERT INTO party_source (party, position, address, as_of)
        VALUES (\(party.id), \(position), \(source.address), \(source.asOf?.text))
        """)
    }
  }

  func insert(groups: [Party.GroupMembership], of party: PartyID, at instant: Instant) throws {
    for membership in groups {
      try connection.run(
        """
        INSERT INTO party_group (party, position, code, known_from, known_to, source, recorded_at)
        VALUES (\(party), (SELECT coalesce(max(position), 0) + 1 FROM party_group WHERE party = \(party)),
          \(membership.group.text), \(membership.from?.text), \(membership.to?.text), \(membership.source),
          \(instant))
        """)
    }
  }

  func insert(seats: [Party.Seat], of party: PartyID, behind count: Int) throws {
    for (position, seat) in seats.enumerated() {
      try connection.run(
        """
        INSERT INTO party_seat (party, position, place, host, known_from, known_to, source)
        VALUES (\(party), \(count + position), \(seat.place), \(seat.host), \(seat.from?.text),
          \(seat.to?.text), \(seat.source))
        """)
    }
  }
}
