internal import Catalogue
internal import Certification
internal import Enrolment
internal import Operations
internal import People
internal import Reports
internal import SQLite
internal import Values

extension ConnectedRecords {
  func enrolmentCount() throws -> Int {
    try connection.first("SELECT count(*) FROM enrolment") { try $0.count(0) } ?? 0
  }

  func eachEnrolment(
    asOf cutOff: Instant, dayOf: (Instant) throws -> Day, _ body: (EnrolmentFact) throws -> Void
  ) throws {
    try eachEnrolment(asOf: cutOff, "", dayOf: dayOf, body)
  }

  /// Those that a further condition leaves.
  func eachEnrolment(
    asOf cutOff: Instant, _ condition: Query, dayOf: (Instant) throws -> Day,
    _ body: (EnrolmentFact) throws -> Void
  ) throws {
    let labels = ReportLabels(self, asOf: cutOff)
    var current: EnrolmentAtCutOff?
    func finish() throws {
      if let current { try body(try current.fact(labels, dayOf: dayOf)) }
    }
    try connection.each(
      """
      SELECT enrolment.id, enrolment.person,
        CASE WHEN moved.number = 1
          AND NOT EXISTS (SELECT 1 FROM person_erasure WHERE person_erasure.person = enrolment.person)
          THEN coalesce((
            SELECT former_name.name FROM former_name
            WHERE former_name.person = enrolment.person AND former_name.until > \(cutOff)
            ORDER BY former_name.until LIMIT 1), person.name) END,
        person.sex, affiliation.party, affiliation.role_level,
        enrolment.session, enrolment.version, enrolment.recorded_at, moved.at, moved.state_after, moved.has_attended,
        moved.is_passed,
        CASE WHEN moved.number = 1 THEN EXISTS (
          SELECT 1 FROM certificate WHERE certificate.enrolment = enrolment.id AND issued_at <= \(cutOff)) END
      FROM enrolment
      JOIN enrolment_transition AS moved ON moved.enrolment = enrolment.id
      JOIN person ON person.id = enrolment.person
      JOIN session ON session.id = enrolment.session
      LEFT JOIN affiliation ON affiliation.id = \(placeAtStart(asOf: cutOff))
      WHERE moved.at <= \(cutOff) \(condition)
      ORDER BY enrolment.id, moved.number
      """
    ) { row in
      let id: EnrolmentID = try row.identifier(0)
      if current?.id != id {
        try finish()
        current = try EnrolmentAtCutOff(id, row)
      }
      try current?.move(
        at: row.instant(9), to: row.choice(10),
        showing: EnrolmentFacts(hasAttended: row.boolean(11), isPassed: row.boolean(12)))
    }
    try finish()
  }

  func eachCertificate(
    asOf cutOff: Instant, dayOf: (Instant, _ zone: String) throws -> Day,
    _ body: (CertificateFact) throws -> Void
  ) throws {
    try eachCertificate(asOf: cutOff, "", dayOf: dayOf, body)
  }

  /// Those that a further condition leaves.
  func eachCertificate(
    asOf cutOff: Instant, _ condition: Query, dayOf: (Instant, _ zone: String) throws -> Day,
    _ body: (CertificateFact) throws -> Void
  ) throws {
    let labels = ReportLabels(self, asOf: cutOff)
    var cutOffDays: [String: Day] = [:]
    try connection.each(
      """
      SELECT certificate.number, certificate.person,
        CASE WHEN NOT EXISTS (SELECT 1 FROM person_erasure WHERE person_erasure.person = certificate.person)
          THEN certificate.holder END,
        affiliation.party, scheme.issuer,
        certificate.scheme, certificate.kind, certificate.issued_on, certificate.last_day, moved.state, moved.on_day,
        CASE WHEN certificate.replaces IS NOT NULL THEN begun.on_day END,
        certificate.time_zone, enrolment.session, certificate.renews IS NOT NULL, certificate.first_day,
        COALESCE(prior.state, '') = 'suspended'
      FROM certificate
      JOIN certificate_transition AS moved ON moved.certificate = certificate.id
      JOIN certificate_transition AS begun ON begun.certificate = certificate.id AND begun.number = 1
      LEFT JOIN certificate_transition AS prior
        ON prior.certificate = certificate.id AND prior.number = moved.number - 1
      JOIN scheme ON scheme.id = certificate.scheme
      JOIN enrolment ON enrolment.id = certificate.enrolment
      JOIN session ON session.id = enrolment.session
      LEFT JOIN affiliation ON affiliation.id = \(placeAtStart(asOf: cutOff))
      WHERE moved.number = (
        SELECT max(number) FROM certificate_transition WHERE certificate = certificate.id AND at <= \(cutOff))
        \(condition)
      ORDER BY certificate.id
      """
    ) { row in
      let zone = try row.text(12)
      let cutOffDay = try cutOffDays[zone] ?? dayOf(cutOff, zone)
      cutOffDays[zone] = cutOffDay
      let lastDay = try row.dayOrNil(8)
      let decided: CertificateState = try row.choice(9)
      let hasExpired = decided == .expired || decided.isLive && lastDay.map { $0 < cutOffDay } ?? false
      let ended = hasExpired ? lastDay?.adding(days: 1) : nil
      try body(
        CertificateFact(
          number: CertificateNumber(recorded: try row.text(0)), person: try row.identifier(1),
          name: try row.personName(2),
          party: try row.identifierOrNil(3).map(labels.party), issuer: try row.identifier(4),
          donors: try labels.donors(of: row.identifier(13)), scheme: try labels.scheme(row.identifier(5)),
          kind: try row.choice(6), issuedOn: try row.day(7),
          replacingSince: try row.dayOrNil(11), isRenewal: try row.boolean(14), firstDay: try row.day(15),
          lastDay: lastDay, state: ended == nil ? decided : .expired,
          stateSince: try ended ?? row.day(10),
          wasSuspended: try ended != nil && decided.isLive ? decided == .suspended : row.boolean(16)))
    }
  }

  func coverage(asOf cutOff: Instant) throws -> [CoverageFact] {
    var versions: [StandardMapping: MappedVersions] = [:]
    try connection.each(
      """
      SELECT edition.code, mapping.item_code, moved.version, moved.state, course_version.course
      FROM standard_mapping AS mapping
      JOIN standard_edition AS edition ON edition.id = mapping.edition
      JOIN course_version_transition AS moved ON moved.version = mapping.version
      JOIN course_version ON course_version.id = mapping.version
      WHERE mapping.recorded_at <= \(cutOff) AND moved.number = (
        SELECT max(number) FROM course_version_transition WHERE version = mapping.version AND at <= \(cutOff))
      ORDER BY moved.version
      """
    ) { row in
      let mapping = StandardMapping(edition: try row.code(0), item: try row.code(1))
      try versions[mapping, default: MappedVersions()].add(
        row.identifier(2), of: row.identifier(4), isPublished: row.choice(3) == CourseVersionState.published)
    }
    return try standardEditions(asOf: cutOff).flatMap { edition in
      edition.items.map { item in
        let found = versions[StandardMapping(edition: edition.code, item: item.code)] ?? MappedVersions()
        return CoverageFact(
          edition: edition.code, item: item, publishedVersions: found.published,
          publishedCourses: found.courses.count, otherVersions: found.other)
      }
    }
  }
}

/// The versions that are mapped to an item, at the cut-off.
private struct MappedVersions {
  private(set) var published: [CourseVersionID] = []
  private(set) var courses: Set<CourseID> = []
  private(set) var other: [CourseVersionID] = []

  mutating func add(_ version: CourseVersionID, of course: CourseID, isPublished: Bool) {
    guard isPublished else { return other.append(version) }
    published.append(version)
    courses.insert(course)
  }
}

/// One enrolment, moved through its states up to the cut-off.
private struct EnrolmentAtCutOff {
  let id: EnrolmentID
  let person: PersonID
  let name: PersonName
  let sex: Person.Sex
  let party: PartyID?
  let roleLevel: RoleLevel?
  let session: SessionID
  let version: CourseVersionID
  let recordedAt: Instant
  let isCertified: Bool
  private var state = EnrolmentState.enrolled
  private var facts = EnrolmentFacts.none
  private var startedAt: Instant?
  private var endedAt: Instant?

  init(_ id: EnrolmentID, _ row: borrowing Row) throws {
    self.id = id
    person = try row.identifier(1)
    name = try row.personName(2)
    sex = try row.choice(3)
    party = try row.identifierOrNil(4)
    roleLevel = try row.choiceOrNil(5)
    session = try row.identifier(6)
    version = try row.identifier(7)
    recordedAt = try row.instant(8)
    isCertified = try row.boolean(13)
  }

  mutating func move(at instant: Instant, to state: EnrolmentState, showing facts: EnrolmentFacts) {
    let hasEnded = state.hasEnded
    if hasEnded, state != self.state { endedAt = instant }
    if !hasEnded { endedAt = nil }
    startedAt = facts.hasAttended ? startedAt ?? instant : nil
    self.state = state
    self.facts = facts
  }

  func fact(_ labels: ReportLabels, dayOf: (Instant) throws -> Day) throws -> EnrolmentFact {
    let donors = try labels.donorLabels(of: session)
    let session = try labels.session(session)
    return EnrolmentFact(
      person: person, name: name, sex: sex, party: try party.map(labels.party),
      groups: try party.map { try labels.groups(of: $0, on: session.days.from) } ?? [], roleLevel: roleLevel,
      course: try labels.course(of: version), version: version, session: session.code, host: session.host,
      donors: donors, mode: session.mode, language: session.language, state: state, facts: facts,
      isCertified: isCertified, enrolledOn: try dayOf(recordedAt), startedOn: try startedAt.map(dayOf),
      endedOn: try endedAt.map(dayOf))
  }
}
