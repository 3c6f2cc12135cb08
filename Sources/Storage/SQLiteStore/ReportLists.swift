internal import Certification
internal import Enrolment
internal import Operations
internal import People
internal import Reports
internal import SQLite
internal import Values

extension ConnectedRecords {
  func enrolments(
    of selection: EnrolmentSelection, asOf cutOff: Instant, dayOf: (Instant) throws -> Day
  ) throws -> [EnrolmentFact] {
    let condition: Query =
      switch selection {
      case .session(let session): "AND enrolment.session = \(session)"
      case .person(let person): "AND enrolment.person = \(person)"
      }
    var facts: [EnrolmentFact] = []
    try eachEnrolment(asOf: cutOff, condition, dayOf: dayOf) { facts.append($0) }
    return facts
  }

  func certificates(
    of selection: CertificateSelection, asOf cutOff: Instant,
    dayOf: (Instant, _ zone: String) throws -> Day
  ) throws -> [CertificateFact] {
    let condition: Query =
      switch selection {
      case .session(let session): "AND certificate.session = \(session)"
      case .person(let person): "AND certificate.person = \(person)"
      case .lastDay(let days):
        "AND certificate.last_day BETWEEN \(days.lowerBound) AND \(days.upperBound)"
      }
    var facts: [CertificateFact] = []
    try eachCertificate(asOf: cutOff, condition, dayOf: dayOf) { facts.append($0) }
    return facts
  }

  func renewals(
    ofThoseEnding days: ClosedRange<Day>, asOf cutOff: Instant
  ) throws -> [CertificateNumber: CertificateNumber] {
    var renewals: [CertificateNumber: CertificateNumber] = [:]
    try connection.each(
      """
      WITH RECURSIVE
        renewed (id, renewal) AS (
          SELECT renews, id FROM certificate WHERE renews IS NOT NULL
          UNION ALL
          SELECT certificate.id, renewed.renewal FROM renewed
          JOIN certificate ON certificate.replaces = renewed.id),
        renewing (earlier, id) AS (
          SELECT id, renewal FROM renewed
          UNION ALL
          SELECT renewing.earlier, certificate.id FROM renewing
          JOIN certificate ON certificate.replaces = renewing.id)
      SELECT ending.number, certificate.number
      FROM renewing JOIN certificate AS ending ON ending.id = renewing.earlier
        AND ending.last_day BETWEEN \(days.lowerBound) AND \(days.upperBound)
      JOIN certificate ON certificate.id = renewing.id
      JOIN certificate_transition AS moved ON moved.certificate = certificate.id
      WHERE moved.number = (
          SELECT max(number) FROM certificate_transition WHERE certificate = certificate.id AND at <= \(cutOff))
        AND moved.state NOT IN ('revoked', 'replaced')
      ORDER BY certificate.issued_at, certificate.id
      """
    ) { row in
      let renewed = CertificateNumber(recorded: try row.text(0))
      renewals[renewed] = CertificateNumber(recorded: try row.text(1))
    }
    return renewals
  }

  /// A result that another one corrects holds no more, nor does one that is annulled.
  func assessorLoads(on days: ClosedRange<Day>, asOf cutOff: Instant) throws -> [AssessorLoad] {
    let sessions = try assignedSessions(asOf: cutOff)
    var loads = try connection.all(
      """
      SELECT result.assessor, count(*), count(DISTINCT result.enrolment), count(DISTINCT enrolment.person),
        sum(result.outcome = 'passed'), sum(result.outcome = 'failed'), sum(result.seconds IS NOT NULL)
      FROM assessment_result AS result JOIN enrolment ON enrolment.id = result.enrolment
      WHERE result.recorded_at <= \(cutOff) AND result.outcome <> 'annulled'
        AND result.assessed_on BETWEEN \(days.lowerBound) AND \(days.upperBound)
        AND NOT EXISTS (
          SELECT 1 FROM assessment_result AS later
          WHERE later.corrects = result.id AND later.recorded_at <= \(cutOff))
      GROUP BY result.assessor ORDER BY result.assessor
      """
    ) { row in
      let assessor: PersonID? = try row.identifierOrNil(0)
      return AssessorLoad(
        assessor: try assessor.map { ($0, try name(of: $0, asOf: cutOff)) },
        sessions: assessor.flatMap { sessions[$0] } ?? 0, enrolments: try row.count(2),
        persons: try row.count(3), results: try row.count(1), passed: try row.count(4),
        failed: try row.count(5), secondMarks: try row.count(6))
    }
    let met = Set(loads.compactMap(\.assessor?.id))
    for (assessor, count) in sessions.sorted(by: { $0.key < $1.key }) where !met.contains(assessor) {
      loads.append(
        AssessorLoad(
          assessor: (assessor, try name(of: assessor, asOf: cutOff)), sessions: count, enrolments: 0,
          persons: 0, results: 0, passed: 0, failed: 0, secondMarks: 0))
    }
    return loads
  }

  /// How many sessions have enrolments that are given to each assessor.
  private func assignedSessions(asOf cutOff: Instant) throws -> [PersonID: Int] {
    var sessions: [PersonID: Int] = [:]
    try connection.each(
      """
      SELECT assessor, count(DISTINCT session) FROM assessor_assignment
      WHERE recorded_at <= \(cutOff) AND (ended_at IS NULL OR ended_at > \(cutOff))
      GROUP BY assessor ORDER BY assessor
      """
    ) { sessions[try $0.identifier(0)] = try $0.count(1) }
    return sessions
  }

  func name(of person: PersonID, asOf cutOff: Instant) throws -> PersonName {
    let found = try connection.first(
      """
      SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM person_erasure WHERE person_erasure.person = person.id)
        THEN coalesce((
          SELECT former_name.name FROM former_name
          WHERE former_name.person = person.id AND former_name.until > \(cutOff)
          ORDER BY former_name.until LIMIT 1), person.name) END
      FROM person WHERE person.id = \(person)
      """
    ) { try $0.personName(0) }
    guard let found else { throw StoredValueUnreadable(what: "a person", value: person.description) }
    return found
  }
}
