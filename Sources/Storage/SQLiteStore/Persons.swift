internal import Operations
internal import People
internal import SQLite
internal import Values

extension ConnectedRecords {
  func person(_ id: PersonID) throws -> Person? {
    try connection.first(
      """
      SELECT id, name, sex, language, (SELECT at FROM person_erasure WHERE person = person.id) FROM person
      WHERE id = \(id)
      """, decodePerson)
  }

  func formerNames(of person: PersonID) throws -> [String] {
    try connection.all("SELECT name FROM former_name WHERE person = \(person) ORDER BY until") {
      try $0.text(0)
    }
  }

  func persons(
    _ filter: PersonFilter, within reach: Reach, page request: PageRequest
  ) throws -> Page<Person> {
    var condition: Query = "true"
    let part = filter.name.map(NamePart.init)
    if let letters = part?.plainLetters {
      condition = condition + " AND instr(lower(person.name), \(letters)) > 0"
    }
    if let mailbox = filter.mailbox {
      condition =
        condition
        + " AND person.id IN (SELECT person FROM person_mailbox WHERE lower(mailbox) = lower(\(mailbox)))"
    }
    if let party = filter.party {
      let days: Query =
        filter.heldOn.map { " AND valid_from <= \($0) AND (valid_to IS NULL OR valid_to >= \($0))" } ?? ""
      condition =
        condition + " AND person.id IN (SELECT person FROM affiliation WHERE party = \(party)\(days))"
    }
    var after: Query = "id > \(try identifierCursor(request))"
    var found: [Person] = []
    var isAtEnd = false
    while !isAtEnd, found.count <= request.limit {
      let rows = try connection.all(
        """
        SELECT id, name, sex, language, (SELECT at FROM person_erasure WHERE person = person.id) FROM person
        WHERE \(after) AND \(condition)\(reach.ofPersons())
        ORDER BY id LIMIT \(request.limit + 1)
        """, decodePerson)
      found += rows.filter { part?.isHeld(by: $0.name) ?? true }
      isAtEnd = rows.count <= request.limit
      if let last = rows.last { after = "id > \(last.id)" }
    }
    return page(Array(found.prefix(request.limit + 1)), request) { $0.id.description }
  }

  func person(known identity: SourceIdentity) throws -> PersonID? {
    try connection.first(
      """
      SELECT person FROM person_source
      WHERE source = \(identity.source.folded) AND identifier = \(identity.identifier.text)
      """
    ) { try $0.identifier(0) }
  }

  func names(ofPersonsIn party: PartyID) throws -> [(person: PersonID, name: String)] {
    try connection.all(
      """
      SELECT id, name FROM person
      WHERE id IN (SELECT person FROM affiliation WHERE party = \(party))
        AND id NOT IN (SELECT person FROM person_erasure)
      ORDER BY id
      """
    ) { (try $0.identifier(0), try $0.text(1)) }
  }

  func affiliations(of person: PersonID) throws -> [Affiliation] {
    try connection.all(
      """
      SELECT id, person, party, unit, post, role_level, valid_from, valid_to, recorded_at FROM affiliation
      WHERE person = \(person) ORDER BY valid_from, id
      """, decodeAffiliation)
  }

  func affiliation(_ id: AffiliationID) throws -> Affiliation? {
    try connection.first(
      """
      SELECT id, person, party, unit, post, role_level, valid_from, valid_to, recorded_at FROM affiliation
      WHERE id = \(id)
      """,
      decodeAffiliation)
  }

  private func decodePerson(_ row: borrowing Row) throws -> Person {
    let id: PersonID = try row.identifier(0)
    let mailboxes = try connection.all(
      "SELECT mailbox FROM person_mailbox WHERE person = \(id) ORDER BY position"
    ) { try $0.text(0) }
    return try Person(
      id: id, name: row.text(1), sex: row.choice(2), language: row.language(3), mailboxes: mailboxes,
      erasedAt: row.instantOrNil(4))
  }

  private func decodeAffiliation(_ row: borrowing Row) throws -> Affiliation {
    Affiliation(
      id: try row.identifier(0), person: try row.identifier(1), party: try row.identifier(2),
      unit: try row.text(3),
      post: try row.text(4), roleLevel: try row.choiceOrNil(5), validity: try row.days(6, 7),
      recordedAt: try row.instant(8))
  }
}

extension SQLiteWritableRecords {
  func insert(_ person: Person) throws {
    try connection.run(
      """
      INSERT INTO person (id, name, sex, language)
      VALUES (\(person.id), \(person.name), \(person.sex.rawValue), \(person.language))
      """)
    for (position, mailbox) in person.mailboxes.enumerated() {
      try connection.run(
        "INSERT INTO person_mailbox (person, position, mailbox) VALUES (\(person.id), \(position), \(mailbox))"
      )
    }
  }

  func rename(_ person: PersonID, to name: String, at instant: Instant) throws {
    try connection.run(
      """
      INSERT INTO former_name (person, until, name) SELECT id, \(instant), name FROM person WHERE id = \(person)
      """)
    try connection.run("UPDATE person SET name = \(name) WHERE id = \(person)")
  }

  func insert(_ affiliation: Affiliation) throws {
    try connection.run(
      """
      INSERT INTO affiliation (id, person, party, unit, post, role_level, valid_from, valid_to, recorded_at)
      VALUES (\(affiliation.id), \(affiliation.person), \(affiliation.party), \(affiliation.unit), \(affiliation.post),
        \(affiliation.roleLevel?.rawValue), \(affiliation.validity.from), \(affiliation.validity.to),
        \(affiliation.recordedAt))
      """)
    if let to = affiliation.validity.to { try note(end: to, of: affiliation.id, at: affiliation.recordedAt) }
  }

  func end(_ affiliation: AffiliationID, on day: Day, at instant: Instant) throws {
    try connection.run("UPDATE affiliation SET valid_to = \(day) WHERE id = \(affiliation)")
    try note(end: day, of: affiliation, at: instant)
  }

  private func note(end day: Day, of affiliation: AffiliationID, at instant: Instant) throws {
    try connection.run(
      """
      INSERT INTO affiliation_end (affiliation, last_day, recorded_at)
      VALUES (\(affiliation), \(day), \(instant))
      """)
  }

  func insert(_ identity: SourceIdentity, of person: PersonID, at instant: Instant) throws {
    try connection.run(
      """
      INSERT INTO person_source (source, identifier, person, recorded_at)
      VALUES (\(identity.source.folded), \(identity.identifier.text), \(person), \(instant))
      """)
  }
}
