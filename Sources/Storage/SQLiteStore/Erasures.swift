internal import Operations
internal import People
internal import SQLite
internal import Values

extension ConnectedRecords {
  func erasure(of person: PersonID) throws -> Erasure? {
    try connection.first(
      "SELECT person, at, actor, reason FROM person_erasure WHERE person = \(person)", decodeErasure)
  }

  func erasures(page request: PageRequest) throws -> Page<Erasure> {
    let after = try request.after.map { text in
      guard let found = try UUID(text).flatMap({ try erasure(of: Identifier($0)) }) else {
        throw CursorUnusable(cursor: text)
      }
      return found
    }
    let condition: Query = after.map { "WHERE (at, person) > (\($0.at), \($0.person))" } ?? ""
    let rows = try connection.all(
      """
      SELECT person, at, actor, reason FROM person_erasure \(condition)
      ORDER BY at, person LIMIT \(request.limit + 1)
      """, decodeErasure)
    return page(rows, request) { $0.person.description }
  }

  func extent(of known: KnownAs) throws -> ErasureExtent {
    var goes = try traces(of: known.person)
    goes[.history] = try connection.count(
      "SELECT count(*) FROM history WHERE person = \(known.person) OR object = \(known.person)")
    goes[.documents] = try known.agents.reduce(0) { sum, agent in
      try sum + connection.count("SELECT count(*) FROM document WHERE agent = \(agent)")
    }
    let places = Set(try known.terms.flatMap { try self.places(withTerm: $0).map(\.stored) })
    goes[.statements] = places.count
    goes[.attachments] = try places.reduce(0) { sum, stored in
      try sum + connection.count("SELECT count(*) FROM attachment WHERE statement = \(stored)")
    }
    return ErasureExtent(goes: goes, stays: try facts(of: known.person))
  }

  private func traces(of person: PersonID) throws -> [ErasureExtent.Trace: Int] {
    let isErased = try erasure(of: person) != nil
    let own: Query = "(SELECT id FROM certificate WHERE person = \(person))"
    let counts: [(ErasureExtent.Trace, Query)] = [
      (.names, "SELECT count(*) + \(isErased ? 0 : 1) FROM former_name WHERE person = \(person)"),
      (.mailboxes, "SELECT count(*) FROM person_mailbox WHERE person = \(person)"),
      (.sourceIdentifiers, "SELECT count(*) FROM person_source WHERE person = \(person)"),
      (
        .posts, "SELECT count(*) FROM affiliation WHERE person = \(person) AND (unit <> '' OR post <> '')"
      ),
      (.holders, "SELECT count(*) FROM certificate WHERE person = \(person) AND NOT \(isErased)"),
      (.credentials, "SELECT count(*) FROM signed_credential WHERE certificate IN \(own)"),
      (.pages, "SELECT count(*) FROM certificate_page WHERE certificate IN \(own)"),
      (.keys, "SELECT count(*) FROM access_key WHERE person = \(person)"),
    ]
    let found = try counts.map { ($0, try connection.count($1)) }
    return Dictionary(uniqueKeysWithValues: found + [(.texts, try textCount(about: person))])
  }

  private func facts(of person: PersonID) throws -> [ErasureExtent.Fact: Int] {
    let counts: [(ErasureExtent.Fact, Query)] = [
      (.places, "SELECT count(*) FROM affiliation WHERE person = \(person)"),
      (.nominations, "SELECT count(*) FROM nomination WHERE person = \(person)"),
      (.enrolments, "SELECT count(*) FROM enrolment WHERE person = \(person)"),
      (
        .results,
        """
        SELECT count(*) FROM assessment_result
        WHERE enrolment IN (SELECT id FROM enrolment WHERE person = \(person))
        """
      ),
      (.certificates, "SELECT count(*) FROM certificate WHERE person = \(person)"),
      (.accreditations, "SELECT count(*) FROM accreditation WHERE person = \(person)"),
      (.observations, "SELECT count(*) FROM observation WHERE person = \(person)"),
      (.evaluations, "SELECT count(*) FROM evaluation_answer WHERE respondent = \(person)"),
    ]
    return Dictionary(uniqueKeysWithValues: try counts.map { ($0, try connection.count($1)) })
  }

  private func decodeErasure(_ row: borrowing Row) throws -> Erasure {
    Erasure(
      person: try row.identifier(0), at: try row.instant(1), actor: try row.text(2), reason: try row.text(3))
  }
}

extension Connection {
  /// The number that a query counts.
  fileprivate func count(_ query: Query) throws -> Int { try first(query) { try $0.count(0) } ?? 0 }
}
