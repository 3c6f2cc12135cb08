internal import Certification
internal import Enrolment
internal import Operations
internal import People
internal import SQLite
internal import Values

extension ConnectedRecords {
  func involvement(_ id: InvolvementID) throws -> Involvement? {
    try connection.first(
      "SELECT id, person, duty, session, candidate, recorded_at, ended_at FROM involvement WHERE id = \(id)",
      decodeInvolvement)
  }

  func involvements(of person: PersonID) throws -> [Involvement] {
    try connection.all(
      """
      SELECT id, person, duty, session, candidate, recorded_at, ended_at FROM involvement
      WHERE person = \(person) ORDER BY id
      """, decodeInvolvement)
  }

  func involvements(page request: PageRequest) throws -> Page<Involvement> {
    let rows = try connection.all(
      """
      SELECT id, person, duty, session, candidate, recorded_at, ended_at FROM involvement
      WHERE id > \(try identifierCursor(request)) ORDER BY id LIMIT \(request.limit + 1)
      """, decodeInvolvement)
    return page(rows, request) { $0.id.description }
  }

  private func decodeInvolvement(_ row: borrowing Row) throws -> Involvement {
    let session: SessionID? = try row.identifierOrNil(3)
    return try Involvement(
      id: row.identifier(0), person: row.identifier(1), duty: row.choice(2),
      subject: session.map { .session($0) } ?? .person(row.identifier(4)), recordedAt: row.instant(5),
      endedAt: row.instantOrNil(6))
  }

  func proposal(_ id: AwardProposalID) throws -> AwardProposal? {
    try connection.first(
      """
      SELECT id, enrolment, scheme, scheme_version, proposed_by, proposed_at, settled_by, settled_at, certificate, reason,
        renews
      FROM award_proposal WHERE id = \(id)
      """, decodeProposal)
  }

  func openProposal(of enrolment: EnrolmentID, under scheme: SchemeID) throws -> AwardProposal? {
    try connection.first(
      """
      SELECT id, enrolment, scheme, scheme_version, proposed_by, proposed_at, settled_by, settled_at, certificate, reason,
        renews
      FROM award_proposal WHERE enrolment = \(enrolment) AND scheme = \(scheme) AND settled_at IS NULL
      """, decodeProposal)
  }

  func proposal(of certificate: CertificateID) throws -> AwardProposal? {
    try connection.first(
      """
      SELECT id, enrolment, scheme, scheme_version, proposed_by, proposed_at, settled_by, settled_at, certificate, reason,
        renews
      FROM award_proposal WHERE certificate = \(certificate)
      """, decodeProposal)
  }

  func proposals(open: Bool, page request: PageRequest) throws -> Page<AwardProposal> {
    let isOpen: Query = open ? " AND settled_at IS NULL" : ""
    let rows = try connection.all(
      """
      SELECT id, enrolment, scheme, scheme_version, proposed_by, proposed_at, settled_by, settled_at, certificate, reason,
        renews
      FROM award_proposal WHERE id > \(try identifierCursor(request))\(isOpen) ORDER BY id LIMIT \(request.limit + 1)
      """, decodeProposal)
    return page(rows, request) { $0.id.description }
  }

  private func decodeProposal(_ row: borrowing Row) throws -> AwardProposal {
    AwardProposal(
      id: try row.identifier(0), enrolment: try row.identifier(1), scheme: try row.identifier(2),
      schemeVersion: try row.count(3), renews: try row.identifierOrNil(10), proposedBy: try row.identifier(4),
      proposedAt: try row.instant(5),
      settlement: try settlement(row))
  }

  private func settlement(_ row: borrowing Row) throws -> AwardProposal.Settlement? {
    guard let at = try row.instantOrNil(7) else { return nil }
    guard let certificate: CertificateID = try row.identifierOrNil(8) else {
      return .declined(by: try row.identifierOrNil(6), at: at, reason: try row.textOrNil(9) ?? "")
    }
    return .released(certificate, by: try row.identifier(6), at: at)
  }
}

extension SQLiteWritableRecords {
  func insert(_ involvement: Involvement) throws {
    let (session, candidate): (SessionID?, PersonID?) =
      switch involvement.subject {
      case .session(let session): (session, nil)
      case .person(let person): (nil, person)
      }
    try connection.run(
      """
      INSERT INTO involvement (id, person, duty, session, candidate, recorded_at, ended_at)
      VALUES (\(involvement.id), \(involvement.person), \(involvement.duty.rawValue), \(session), \(candidate),
        \(involvement.recordedAt), \(involvement.endedAt))
      """)
  }

  func end(_ involvement: InvolvementID, at instant: Instant) throws {
    try connection.run(
      "UPDATE involvement SET ended_at = \(instant) WHERE id = \(involvement) AND ended_at IS NULL")
  }

  func insert(_ proposal: AwardProposal) throws {
    try connection.run(
      """
      INSERT INTO award_proposal (id, enrolment, scheme, scheme_version, proposed_by, proposed_at, renews)
      VALUES (\(proposal.id), \(proposal.enrolment), \(proposal.scheme), \(proposal.schemeVersion),
        \(proposal.proposedBy), \(proposal.proposedAt), \(proposal.renews))
      """)
  }

  func settle(_ proposal: AwardProposalID, _ settlement: AwardProposal.Settlement) throws {
    let (person, at, certificate, reason): (PersonID?, Instant, CertificateID?, String?) =
      switch settlement {
      case .released(let certificate, let person, let at): (person, at, certificate, nil)
      case .declined(let person, let at, let reason): (person, at, nil, reason)
      }
    try connection.run(
      """
      UPDATE award_proposal SET settled_by = \(person), settled_at = \(at), certificate = \(certificate),
        reason = \(reason)
      WHERE id = \(proposal) AND settled_at IS NULL
      """)
  }
}
