internal import Catalogue
internal import Certification
internal import Enrolment
internal import Operations
internal import People
internal import SQLite
internal import Values

extension ConnectedRecords {
  func certificate(_ id: CertificateID) throws -> Certificate? {
    try connection.first(
      """
      SELECT id, number, code, person, scheme, scheme_version, enrolment, holder, kind, scheme_titles, course_titles,
        session_code, session_first_day, session_last_day, score, issuer, issued_on, last_day, time_zone, state,
        replaces, first_day, renews
      FROM certificate WHERE id = \(id)
      """, decodeCertificate)
  }

  func certificate(_ code: VerificationCode) throws -> Certificate? {
    try connection.first(
      """
      SELECT id, number, code, person, scheme, scheme_version, enrolment, holder, kind, scheme_titles, course_titles,
        session_code, session_first_day, session_last_day, score, issuer, issued_on, last_day, time_zone, state,
        replaces, first_day, renews
      FROM certificate WHERE code = \(code.bits)
      """, decodeCertificate)
  }

  func certificate(_ number: CertificateNumber) throws -> Certificate? {
    try connection.first(
      """
      SELECT id, number, code, person, scheme, scheme_version, enrolment, holder, kind, scheme_titles, course_titles,
        session_code, session_first_day, session_last_day, score, issuer, issued_on, last_day, time_zone, state,
        replaces, first_day, renews
      FROM certificate WHERE number = \(number.text)
      """, decodeCertificate)
  }

  func certificates(of person: PersonID, under scheme: SchemeID) throws -> [Certificate] {
    try connection.all(
      """
      SELECT id, number, code, person, scheme, scheme_version, enrolment, holder, kind, scheme_titles, course_titles,
        session_code, session_first_day, session_last_day, score, issuer, issued_on, last_day, time_zone, state,
        replaces, first_day, renews
      FROM certificate WHERE person = \(person) AND scheme = \(scheme) ORDER BY issued_at, id
      """, decodeCertificate)
  }

  func liveCertificates(of person: PersonID, under scheme: SchemeID) throws -> [Certificate] {
    try connection.all(
      """
      SELECT id, number, code, person, scheme, scheme_version, enrolment, holder, kind, scheme_titles, course_titles,
        session_code, session_first_day, session_last_day, score, issuer, issued_on, last_day, time_zone, state,
        replaces, first_day, renews
      FROM certificate WHERE person = \(person) AND scheme = \(scheme) AND state IN ('issued', 'suspended')
      ORDER BY issued_at DESC
      """, decodeCertificate)
  }

  func certificate(renewing id: CertificateID) throws -> Certificate? {
    try connection.first(
      """
      SELECT id, number, code, person, scheme, scheme_version, enrolment, holder, kind, scheme_titles, course_titles,
        session_code, session_first_day, session_last_day, score, issuer, issued_on, last_day, time_zone, state,
        replaces, first_day, renews
      FROM certificate WHERE renews = \(id) ORDER BY issued_at DESC LIMIT 1
      """, decodeCertificate)
  }

  func certificates(
    _ filter: CertificateFilter, within reach: Reach, on days: PresentDays, page request: PageRequest
  ) throws -> Page<Certificate> {
    let cursor = try CertificateCursor(request.after)
    var condition: Query =
      "WHERE (ended, -issued_at, id) > (\(cursor.ended), \(-cursor.issued), \(cursor.id))"
    if let person = filter.person { condition = condition + " AND person = \(person)" }
    if let scheme = filter.scheme { condition = condition + " AND scheme = \(scheme)" }
    if let session = filter.session { condition = condition + " AND session = \(session)" }
    if let state = filter.state { condition = condition + state.condition(on: days) }
    if let day = filter.lastDayBy {
      condition = condition + CertificateState.issued.condition(on: days) + " AND last_day <= \(day)"
    }
    if filter.isUntold { condition = condition + days.untold }
    let rows = try connection.all(
      """
      SELECT id, number, code, person, scheme, scheme_version, enrolment, holder, kind, scheme_titles, course_titles,
        session_code, session_first_day, session_last_day, score, issuer, issued_on, last_day, time_zone, state,
        replaces, first_day, renews, ended, issued_at
      FROM (
        SELECT *, NOT (state = 'issued' AND (last_day IS NULL OR last_day >= \(days.ofRow))) AS ended
        FROM certificate WHERE 1\(reach.ofCertificates())) AS listed
      \(condition) ORDER BY ended, -issued_at, id LIMIT \(request.limit + 1)
      """
    ) { row in
      let certificate = try decodeCertificate(row)
      let cursor = CertificateCursor(
        ended: try row.integer(23), issued: try row.integer(24), id: certificate.id.uuid)
      return (certificate: certificate, cursor: cursor)
    }
    let next = rows.count > request.limit ? rows[request.limit - 1].cursor : nil
    return Page(items: rows.prefix(request.limit).map(\.certificate), next: next?.text)
  }

  func certificates(page request: PageRequest) throws -> Page<Certificate> {
    let rows = try connection.all(
      """
      SELECT id, number, code, person, scheme, scheme_version, enrolment, holder, kind, scheme_titles, course_titles,
        session_code, session_first_day, session_last_day, score, issuer, issued_on, last_day, time_zone, state,
        replaces, first_day, renews
      FROM certificate WHERE id > \(try identifierCursor(request)) ORDER BY id LIMIT \(request.limit + 1)
      """, decodeCertificate)
    return page(rows, request) { $0.id.description }
  }

  func certificatesEnded(on days: PresentDays, limit: Int) throws -> [Certificate] {
    try connection.all(
      """
      SELECT id, number, code, person, scheme, scheme_version, enrolment, holder, kind, scheme_titles, course_titles,
        session_code, session_first_day, session_last_day, score, issuer, issued_on, last_day, time_zone, state,
        replaces, first_day, renews
      FROM certificate WHERE state IN ('issued', 'suspended') AND last_day < \(days.ofRow)
      ORDER BY last_day, id LIMIT \(limit)
      """, decodeCertificate)
  }

  func certificatesToAnnounce(
    daysAhead: Int, nearer: Int, on days: PresentDays, limit: Int
  ) throws -> [Certificate] {
    try connection.all(
      """
      SELECT id, number, code, person, scheme, scheme_version, enrolment, holder, kind, scheme_titles, course_titles,
        session_code, session_first_day, session_last_day, score, issuer, issued_on, last_day, time_zone, state,
        replaces, first_day, renews
      FROM certificate
      WHERE state = 'issued' AND last_day BETWEEN \(days.inUTC) - 2 AND \(days.inUTC) + \(daysAhead) + 2
        AND last_day - \(days.ofRow) BETWEEN \(nearer + 1) AND \(daysAhead)
        AND NOT EXISTS (
          SELECT 1 FROM certificate_reminder AS reminder
          WHERE reminder.certificate = certificate.id AND reminder.days_ahead = \(daysAhead))
        AND NOT EXISTS (
          SELECT 1 FROM certificate AS later
          WHERE later.person = certificate.person AND later.scheme = certificate.scheme
            AND later.state IN ('issued', 'suspended') AND later.first_day > certificate.last_day)
      ORDER BY last_day, id LIMIT \(limit)
      """, decodeCertificate)
  }

  func cursor(behind certificate: CertificateID) throws -> String? {
    try connection.first("SELECT issued_at FROM certificate WHERE id = \(certificate)") {
      CertificateCursor(ended: 0, issued: try $0.integer(0), id: certificate.uuid).text
    }
  }

  func certificates(of enrolment: EnrolmentID) throws -> [Certificate] {
    try connection.all(
      """
      SELECT id, number, code, person, scheme, scheme_version, enrolment, holder, kind, scheme_titles, course_titles,
        session_code, session_first_day, session_last_day, score, issuer, issued_on, last_day, time_zone, state,
        replaces, first_day, renews
      FROM certificate WHERE enrolment = \(enrolment) ORDER BY issued_at, id
      """, decodeCertificate)
  }

  func numberSeries() throws -> NumberSeries? {
    try connection.first("SELECT value FROM setting WHERE name = 'certificate-series'") {
      NumberSeries(recorded: try $0.text(0))
    }
  }

  func numberSeriesBegun() throws -> Set<NumberSeries> {
    Set(
      try connection.all(
        """
        SELECT changed.value ->> 'after' FROM history
        JOIN json_each(history.changes) AS changed ON changed.value ->> 'field' = 'certificate series'
        WHERE history.action = 'backup restore'
        """
      ) { NumberSeries(recorded: try $0.text(0)) })
  }

  func lastSerials(of scheme: SchemeID) throws -> [Int: Int] {
    let rows = try connection.all("SELECT year, serial FROM certificate_serial WHERE scheme = \(scheme)") {
      (try $0.count(0), try $0.count(1))
    }
    return Dictionary(uniqueKeysWithValues: rows)
  }

  func grounds(of certificate: CertificateID) throws -> RecordedGrounds? {
    try connection.first("SELECT evidence, issued_at FROM certificate WHERE id = \(certificate)") {
      RecordedGrounds(evidence: try $0.texts(0), decidedAt: try $0.instant(1))
    }
  }

  func transitions(of certificate: CertificateID) throws -> [CertificateTransition] {
    try connection.all(
      """
      SELECT at, on_day, state, reason, decided_by FROM certificate_transition WHERE certificate = \(certificate) ORDER BY number
      """
    ) {
      CertificateTransition(
        certificate: certificate, at: try $0.instant(0), on: try $0.day(1), to: try $0.choice(2),
        reason: try $0.textOrNil(3), decidedBy: try $0.identifierOrNil(4))
    }
  }

  func notices(of certificate: CertificateID) throws -> [CertificateNotice] {
    try connection.all(
      """
      SELECT id, transition, party, on_day, way, recorded_at, recorded_by FROM certificate_notice
      WHERE certificate = \(certificate) ORDER BY id
      """
    ) { row in
      let party: PartyID? = try row.identifierOrNil(2)
      return CertificateNotice(
        id: try row.identifier(0), certificate: certificate, change: try row.count(1),
        recipient: party.map { .party($0) } ?? .holder, on: try row.day(3), way: try row.choice(4),
        recordedAt: try row.instant(5), recordedBy: try row.identifierOrNil(6))
    }
  }

  private func decodeCertificate(_ row: borrowing Row) throws -> Certificate {
    let facts = CertifiedFacts(
      holder: try row.text(7), kind: try row.choice(8), scheme: try row.localizedText(9),
      course: try row.localizedText(10), session: try row.code(11), sessionDays: try row.days(12, 13),
      score: try row.textOrNil(14), issuer: try row.text(15), issuedOn: try row.day(16),
      firstDay: try row.day(21), lastDay: try row.dayOrNil(17),
      timeZone: try row.text(18))
    return Certificate(
      id: try row.identifier(0), number: CertificateNumber(recorded: try row.text(1)),
      code: VerificationCode(random: try row.uuid(2)), person: try row.identifier(3),
      scheme: try row.identifier(4),
      schemeVersion: try row.count(5), enrolment: try row.identifier(6),
      replaces: try row.identifierOrNil(20), renews: try row.identifierOrNil(22), facts: facts,
      decidedState: try row.choice(19))
  }
}

extension PresentDays {
  /// The day that it is in the zone of a row.
  fileprivate var ofRow: Query {
    guard !byZone.isEmpty else { return "\(inUTC)" }
    let cases = byZone.sorted { $0.key < $1.key }.reduce("" as Query) {
      $0 + " WHEN \($1.key) THEN \($1.value)"
    }
    return "CASE time_zone\(cases) ELSE \(inUTC) END"
  }
}

extension PresentDays {
  /// That a listed certificate is suspended or revoked, and its holder was not told of that.
  fileprivate var untold: Query {
    """
     AND (state = 'revoked' OR state = 'suspended' AND (last_day IS NULL OR last_day >= \(ofRow)))
      AND NOT EXISTS (
        SELECT 1 FROM certificate_notice AS notice WHERE notice.certificate = listed.id AND notice.party IS NULL
          AND notice.transition = (
            SELECT max(number) FROM certificate_transition AS moved WHERE moved.certificate = listed.id))
    """
  }
}

extension CertificateState {
  /// That a certificate is in the state on the day it is in its zone, as `Certificate.state(on:)` has it.
  fileprivate func condition(on days: PresentDays) -> Query {
    switch self {
    case .issued, .suspended:
      " AND state = \(rawValue) AND (last_day IS NULL OR last_day >= \(days.ofRow))"
    case .expired:
      " AND (state = \(rawValue) OR state IN ('issued', 'suspended') AND last_day < \(days.ofRow))"
    case .revoked, .replaced: " AND state = \(rawValue)"
    }
  }
}

/// Where a page of certificates begins: behind one that is in force or ended, and was issued at an instant.
private struct CertificateCursor {
  let ended: Int64
  let issued: Int64
  let id: UUID

  init(ended: Int64, issued: Int64, id: UUID) {
    (self.ended, self.issued, self.id) = (ended, issued, id)
  }

  /// Before all where no text is given.
  init(_ text: String?) throws {
    guard let text else {
      self.init(ended: -1, issued: 0, id: UUID(high: 0, low: 0))
      return
    }
    let parts = text.split(separator: "/")
    guard parts.count == 3, let ended = Int64(parts[0]), let issued = Int64(parts[1]),
      let id = UUID(parts[2]),
      0...1 ~= ended, issued > Int64.min
    else { throw CursorUnusable(cursor: text) }
    self.init(ended: ended, issued: issued, id: id)
  }

  var text: String { "\(ended)/\(issued)/\(id)" }
}

extension SQLiteWritableRecords {
  func takeNumber(scheme: Scheme, year: Int) throws -> CertificateNumber {
    try connection.run(
      """
      INSERT INTO certificate_serial (scheme, year, serial) VALUES (\(scheme.id), \(year), 1)
      ON CONFLICT (scheme, year) DO UPDATE SET serial = serial + 1
      """)
    let serial = try connection.first(
      "SELECT serial FROM certificate_serial WHERE scheme = \(scheme.id) AND year = \(year)"
    ) { try $0.count(0) }
    return CertificateNumber(scheme: scheme.code, year: year, series: try numberSeries(), serial: serial ?? 1)
  }

  func begin(_ series: NumberSeries) throws {
    try connection.run(
      """
      INSERT INTO setting (name, value) VALUES ('certificate-series', \(series.text))
      ON CONFLICT (name) DO UPDATE SET value = \(series.text)
      """)
  }

  func insert(_ certificate: Certificate, evidence: [String], at instant: Instant) throws {
    let facts = certificate.facts
    try connection.run(
      """
      INSERT INTO certificate (id, number, code, person, scheme, scheme_version, enrolment, session, holder, kind,
        scheme_titles, course_titles, session_code, session_first_day, session_last_day, score, issuer, issued_on,
        last_day, time_zone, evidence, issued_at, state, replaces, first_day, renews)
      SELECT \(certificate.id), \(certificate.number.text), \(certificate.code.bits), \(certificate.person),
        \(certificate.scheme), \(certificate.schemeVersion), \(certificate.enrolment), session, \(facts.holder),
        \(facts.kind.rawValue), \(facts.scheme), \(facts.course), \(facts.session.text), \(facts.sessionDays.from),
        \(facts.sessionDays.to), \(facts.score), \(facts.issuer), \(facts.issuedOn), \(facts.lastDay),
        \(facts.timeZone), \(storedTexts(evidence)), \(instant), \(certificate.decidedState.rawValue),
        \(certificate.replaces), \(facts.firstDay), \(certificate.renews)
      FROM enrolment WHERE id = \(certificate.enrolment)
      """)
    try connection.run("INSERT INTO unsigned_certificate (certificate) VALUES (\(certificate.id))")
  }

  func insert(_ notice: CertificateNotice) throws {
    let party: PartyID? = if case .party(let party) = notice.recipient { party } else { nil }
    try connection.run(
      """
      INSERT INTO certificate_notice (id, certificate, transition, party, on_day, way, recorded_at, recorded_by)
      VALUES (\(notice.id), \(notice.certificate), \(notice.change), \(party), \(notice.on),
        \(notice.way.rawValue), \(notice.recordedAt), \(notice.recordedBy))
      """)
  }

  func noteReminder(of certificate: CertificateID, daysAhead: Int, at instant: Instant) throws {
    try connection.run(
      """
      INSERT INTO certificate_reminder (certificate, days_ahead, reminded_at)
      VALUES (\(certificate), \(daysAhead), \(instant))
      """)
  }

  func append(_ transition: CertificateTransition) throws {
    try connection.run(
      """
      INSERT INTO certificate_transition (certificate, number, at, on_day, state, reason, decided_by)
      SELECT \(transition.certificate), coalesce(max(number), 0) + 1, \(transition.at), \(transition.on),
        \(transition.to.rawValue), \(transition.reason), \(transition.decidedBy)
      FROM certificate_transition WHERE certificate = \(transition.certificate)
      """)
    try connection.run(
      "UPDATE certificate SET state = \(transition.to.rawValue) WHERE id = \(transition.certificate)")
  }
}
