internal import Assessment
internal import Catalogue
internal import Certification
internal import Operations
internal import People
internal import SQLite
internal import Values

extension ConnectedRecords {
  func scheme(_ code: SchemeCode) throws -> Scheme? {
    try connection.first(
      "SELECT id, code, titles, issuer FROM scheme WHERE code_folded = \(code.folded)", decodeScheme)
  }

  func scheme(_ id: SchemeID) throws -> Scheme? {
    try connection.first("SELECT id, code, titles, issuer FROM scheme WHERE id = \(id)", decodeScheme)
  }

  func schemes() throws -> [Scheme] {
    try connection.all("SELECT id, code, titles, issuer FROM scheme ORDER BY code_folded", decodeScheme)
  }

  private func decodeScheme(_ row: borrowing Row) throws -> Scheme {
    let id: SchemeID = try row.identifier(0)
    let versions = try connection.all(
      """
      SELECT number, kind, course, minimum_score, validity_months, time_zone, minimum_trust,
        deciding_persons, renewal_opens, renewal_grace, renewal_course, renewal_attainment FROM scheme_version
      WHERE scheme = \(id) ORDER BY number
      """
    ) { version in
      let number = try version.count(0)
      return try SchemeVersion(
        number: number, kind: version.choice(1), course: version.identifier(2),
        minimumScore: version.decimalOrNil(3), minimumTrust: version.choice(6),
        prerequisites: prerequisites(of: id, number),
        decision: DecisionRule(
          separation: separation(of: id, number), isReleasedByAnother: version.count(7) == 2),
        validity: version.isNull(4) ? .unlimited : .months(version.count(4)),
        renewal: renewal(version, from: 8), timeZone: version.text(5), attests: claims(of: id, number),
        stages: stages(of: id, number))
    }
    return Scheme(
      id: id, code: try row.code(1), titles: try row.localizedText(2), issuer: try row.identifier(3),
      versions: versions)
  }

  private func renewal(_ row: borrowing Row, from first: Int) throws -> Renewal<CourseID>? {
    guard let opens = try row.textOrNil(first) else { return nil }
    let refresher: CourseID? = try row.identifierOrNil(first + 2)
    return try Renewal(
      opens: span(opens), grace: row.textOrNil(first + 1).map(span),
      evidence: refresher.map { try .refresher($0, row.choice(first + 3)) } ?? .sameAgain)
  }

  private func span(_ text: String) throws -> CalendarSpan {
    guard let span = CalendarSpan(text) else { throw StoredValueUnreadable(what: "a span", value: text) }
    return span
  }

  func stageWaivers(of person: PersonID) throws -> [StageWaiver] {
    try connection.all(
      """
      SELECT id, scheme, course, reason, recorded_at, decided_by FROM stage_waiver WHERE person = \(person) ORDER BY id
      """
    ) {
      StageWaiver(
        id: try $0.identifier(0), scheme: try $0.identifier(1), person: person, course: try $0.identifier(2),
        reason: try $0.text(3), recordedAt: try $0.instant(4), decidedBy: try $0.identifierOrNil(5))
    }
  }

  private func stages(of scheme: SchemeID, _ version: Int) throws -> [SchemeStage<CourseID>] {
    try connection.all(
      """
      SELECT course, attainment, may_be_waived FROM scheme_stage
      WHERE scheme = \(scheme) AND version = \(version) ORDER BY place
      """
    ) {
      SchemeStage(
        course: try $0.identifier(0), attainment: try $0.choice(1), mayBeWaived: try $0.boolean(2))
    }
  }

  private func claims(of scheme: SchemeID, _ version: Int) throws -> [StandardClaim] {
    try connection.all(
      """
      SELECT edition.code, item_code, depth_code FROM scheme_claim
      JOIN standard_edition AS edition ON edition.id = scheme_claim.edition
      WHERE scheme = \(scheme) AND version = \(version) ORDER BY place
      """
    ) { row in
      let depth = try row.textOrNil(2)
      return StandardClaim(
        edition: try row.code(0), item: try row.code(1), depth: depth.flatMap { StandardDepthCode($0) })
    }
  }

  private func separation(of scheme: SchemeID, _ version: Int) throws -> Set<Duty> {
    Set(
      try connection.all(
        "SELECT duty FROM scheme_separation WHERE scheme = \(scheme) AND version = \(version)"
      ) { try $0.choice(0) })
  }

  private func prerequisites(of scheme: SchemeID, _ version: Int) throws -> [SchemeCode] {
    try connection.all(
      """
      SELECT required.code FROM scheme_prerequisite JOIN scheme AS required ON required.id = scheme_prerequisite.required
      WHERE scheme_prerequisite.scheme = \(scheme) AND version = \(version) ORDER BY place
      """
    ) { try $0.code(0) }
  }
}

extension SQLiteWritableRecords {
  func insert(_ scheme: Scheme) throws {
    try connection.run(
      """
      INSERT INTO scheme (id, code, code_folded, titles, issuer)
      VALUES (\(scheme.id), \(scheme.code.text), \(scheme.code.folded), \(scheme.titles), \(scheme.issuer))
      """)
    for version in scheme.versions { try insert(version, of: scheme.id) }
  }

  func insert(_ version: SchemeVersion, of scheme: SchemeID) throws {
    var validityMonths: Int?
    switch version.validity {
    case .unlimited: break
    case .months(let months): validityMonths = months
    }
    let refresher: CourseRequirement? =
      if case .refresher(let course, let attainment) = version.renewal?.evidence {
        CourseRequirement(course: course, attainment: attainment)
      } else { nil }
    try connection.run(
      """
      INSERT INTO scheme_version (scheme, number, kind, course, minimum_score, validity_months, time_zone,
        minimum_trust, deciding_persons, renewal_opens, renewal_grace, renewal_course, renewal_attainment)
      VALUES (\(scheme), \(version.number), \(version.kind.rawValue), \(version.course), \(version.minimumScore),
        \(validityMonths), \(version.timeZone), \(version.minimumTrust.rawValue),
        \(version.decision.isReleasedByAnother ? 2 : 1), \(version.renewal?.opens.description),
        \(version.renewal?.grace?.description), \(refresher?.course), \(refresher?.attainment.rawValue))
      """)
    for duty in version.decision.separated {
      try connection.run(
        "INSERT INTO scheme_separation (scheme, version, duty) VALUES (\(scheme), \(version.number), \(duty.rawValue))"
      )
    }
    for (place, stage) in version.stages.enumerated() {
      try connection.run(
        """
        INSERT INTO scheme_stage (scheme, version, place, course, attainment, may_be_waived)
        VALUES (\(scheme), \(version.number), \(place), \(stage.course), \(stage.attainment.rawValue),
          \(stage.mayBeWaived ? 1 : 0))
        """)
    }
    for (place, claim) in version.attests.enumerated() {
      try connection.run(
        """
        INSERT INTO scheme_claim (scheme, version, place, edition, item_code, depth_code)
        SELECT \(scheme), \(version.number), \(place), id, \(claim.item.text), \(claim.depth?.text)
        FROM standard_edition WHERE code_folded = \(claim.edition.folded)
        """)
    }
    for (place, required) in version.prerequisites.enumerated() {
      try connection.run(
        """
        INSERT INTO scheme_prerequisite (scheme, version, place, required)
        SELECT \(scheme), \(version.number), \(place), id FROM scheme WHERE code_folded = \(required.folded)
        """)
    }
  }

  func insert(_ waiver: StageWaiver) throws {
    try connection.run(
      """
      INSERT INTO stage_waiver (id, scheme, person, course, reason, recorded_at, decided_by)
      VALUES (\(waiver.id), \(waiver.scheme), \(waiver.person), \(waiver.course), \(waiver.reason),
        \(waiver.recordedAt), \(waiver.decidedBy))
      """)
  }
}
