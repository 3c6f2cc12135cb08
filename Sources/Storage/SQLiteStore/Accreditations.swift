internal import Accreditation
internal import Enrolment
internal import Operations
internal import People
internal import SQLite
internal import Values

extension ConnectedRecords {
  func accreditation(_ id: AccreditationID) throws -> Accreditation? {
    try connection.first(
      """
      SELECT id, person, pool, version, language, nominated_by, converted_from, recorded_at, state, stages_passed,
        standing, held_since, due_by, held_until, last_day
      FROM accreditation WHERE id = \(id)
      """, decodeAccreditation)
  }

  func openAccreditation(
    of person: PersonID, in pool: PoolID, _ language: LanguageTag
  ) throws -> Accreditation? {
    try connection.first(
      """
      SELECT id, person, pool, version, language, nominated_by, converted_from, recorded_at, state, stages_passed,
        standing, held_since, due_by, held_until, last_day
      FROM accreditation WHERE person = \(person) AND pool = \(pool) AND language = \(language)
        AND state NOT IN ('lapsed', 'not-selected', 'not-confirmed', 'converted', 'withdrawn')
      """, decodeAccreditation)
  }

  func accreditations(of person: PersonID, in category: ExpertCategory) throws -> [Accreditation] {
    try connection.all(
      """
      SELECT id, person, pool, version, language, nominated_by, converted_from, recorded_at, state, stages_passed,
        standing, held_since, due_by, held_until, last_day
      FROM accreditation WHERE person = \(person)
        AND pool IN (SELECT id FROM expert_pool WHERE category = \(category.rawValue))
      ORDER BY id
      """, decodeAccreditation)
  }

  func accreditations(
    _ filter: AccreditationFilter, within reach: Reach, page request: PageRequest
  ) throws -> Page<Accreditation> {
    var condition: Query = "WHERE id > \(try identifierCursor(request))"
    if let pool = filter.pool { condition = condition + " AND pool = \(pool)" }
    if let person = filter.person { condition = condition + " AND person = \(person)" }
    if let party = filter.party { condition = condition + " AND nominated_by = \(party)" }
    if let state = filter.state { condition = condition + " AND state = \(state.rawValue)" }
    if let day = filter.dueBy { condition = condition + " AND due_by <= \(day)" }
    let rows = try connection.all(
      """
      SELECT id, person, pool, version, language, nominated_by, converted_from, recorded_at, state, stages_passed,
        standing, held_since, due_by, held_until, last_day
      FROM accreditation \(condition)\(reach.ofAccreditations()) ORDER BY id LIMIT \(request.limit + 1)
      """, decodeAccreditation)
    return page(rows, request) { $0.id.description }
  }

  func decodeAccreditation(_ row: borrowing Row) throws -> Accreditation {
    Accreditation(
      id: try row.identifier(0), person: try row.identifier(1), pool: try row.identifier(2),
      version: try row.count(3), language: try row.language(4), nominatedBy: try row.identifier(5),
      convertedFrom: try row.identifierOrNil(6), recordedAt: try row.instant(7),
      progress: AccreditationProgress(
        state: try row.choice(8), stagesPassed: try row.count(9), standing: try row.choiceOrNil(10),
        heldSince: try row.dayOrNil(11), dueBy: try row.dayOrNil(12), heldUntil: try row.dayOrNil(13),
        lastDay: try row.day(14)))
  }

  func transitions(of accreditation: AccreditationID) throws -> [AccreditationTransition] {
    try connection.all(
      """
      SELECT position, at, event, state, stage, day, session, mission, assessor, decided_by, reason, observation
      FROM accreditation_transition WHERE accreditation = \(accreditation) ORDER BY position
      """
    ) { try decodeTransition(of: accreditation, $0, at: 0) }
  }

  func eachAccreditation(
    within reach: Reach, asOf cutOff: Instant,
    _ body: (Accreditation, [AccreditationTransition]) throws -> Void
  ) throws {
    var current: (accreditation: Accreditation, transitions: [AccreditationTransition])?
    try connection.each(
      """
      SELECT accreditation.id, person, pool, version, language, nominated_by, converted_from, recorded_at,
        accreditation.state, stages_passed, standing, held_since, due_by, held_until, last_day,
        moved.position, moved.at, moved.event, moved.state, moved.stage, moved.day, moved.session, moved.mission,
        moved.assessor, moved.decided_by, moved.reason, moved.observation
      FROM accreditation JOIN accreditation_transition AS moved ON moved.accreditation = accreditation.id
      WHERE recorded_at <= \(cutOff) AND moved.at <= \(cutOff)\(reach.ofAccreditations())
      ORDER BY accreditation.id, moved.position
      """
    ) { row in
      let id: AccreditationID = try row.identifier(0)
      if let done = current, done.accreditation.id != id {
        try body(done.accreditation, done.transitions)
        current = nil
      }
      let transition = try decodeTransition(of: id, row, at: 15)
      if current == nil { current = (try decodeAccreditation(row), []) }
      current?.transitions.append(transition)
    }
    if let current { try body(current.accreditation, current.transitions) }
  }

  /// - Parameter first: the place of the transition's first column.
  private func decodeTransition(
    of accreditation: AccreditationID, _ row: borrowing Row, at first: Int
  ) throws -> AccreditationTransition {
    AccreditationTransition(
      accreditation: accreditation, position: try row.count(first), at: try row.instant(first + 1),
      event: try row.choiceOrNil(first + 2), to: try row.choice(first + 3),
      stage: try row.isNull(first + 4) ? nil : row.code(first + 4), on: try row.day(first + 5),
      evidence: .init(
        session: try row.identifierOrNil(first + 6), mission: try row.identifierOrNil(first + 7),
        assessor: try row.identifierOrNil(first + 8), observation: try row.identifierOrNil(first + 11)),
      decidedBy: try row.identifierOrNil(first + 9), reason: try row.textOrNil(first + 10))
  }

  func funnel(of pool: PoolID) throws -> (began: Int, stages: [StageCount]) {
    let began = try connection.first(
      "SELECT count(*) FROM accreditation WHERE pool = \(pool) AND converted_from IS NULL"
    ) { try $0.count(0) }
    let stages: [StageCount] = try connection.all(
      """
      SELECT stage, sum(event IN ('screen', 'prepare', 'pass', 'confirm')),
        sum(event IN ('decline', 'fail', 'reject'))
      FROM accreditation_transition
      WHERE accreditation IN (SELECT id FROM accreditation WHERE pool = \(pool)) AND stage IS NOT NULL
      GROUP BY stage ORDER BY stage
      """
    ) { StageCount(stage: try $0.code(0), passed: try $0.count(1), failed: try $0.count(2)) }
    return (began ?? 0, stages)
  }

  func missions(of accreditation: AccreditationID) throws -> [Mission] {
    try connection.all(
      """
      SELECT id, accreditation, party, first_day, last_day, evaluator, evaluator_accreditation,
        evaluator_affiliation, recorded_at
      FROM mission WHERE accreditation = \(accreditation) ORDER BY id
      """
    ) { row in
      let basis: Mission.Basis
      if let own: AccreditationID = try row.identifierOrNil(6) {
        basis = .accredited(own)
      } else {
        basis = .staff(try row.identifier(7))
      }
      return Mission(
        id: try row.identifier(0), accreditation: try row.identifier(1), party: try row.identifier(2),
        days: try row.days(3, 4), evaluator: try row.identifier(5), basis: basis,
        recordedAt: try row.instant(8))
    }
  }
}

extension SQLiteWritableRecords {
  func insert(_ accreditation: Accreditation) throws {
    let progress = accreditation.progress
    try connection.run(
      """
      INSERT INTO accreditation (id, person, pool, version, language, nominated_by, converted_from, recorded_at,
        state, stages_passed, standing, held_since, due_by, held_until, last_day)
      VALUES (\(accreditation.id), \(accreditation.person), \(accreditation.pool), \(accreditation.version),
        \(accreditation.language), \(accreditation.nominatedBy), \(accreditation.convertedFrom),
        \(accreditation.recordedAt), \(progress.state.rawValue), \(progress.stagesPassed),
        \(progress.standing?.rawValue), \(progress.heldSince), \(progress.dueBy), \(progress.heldUntil),
        \(progress.lastDay))
      """)
  }

  func setProgress(_ progress: AccreditationProgress, of accreditation: AccreditationID) throws {
    try connection.run(
      """
      UPDATE accreditation SET state = \(progress.state.rawValue), stages_passed = \(progress.stagesPassed),
        standing = \(progress.standing?.rawValue), held_since = \(progress.heldSince), due_by = \(progress.dueBy),
        held_until = \(progress.heldUntil), last_day = \(progress.lastDay)
      WHERE id = \(accreditation)
      """)
  }

  func append(_ transition: AccreditationTransition) throws {
    let evidence = transition.evidence
    try connection.run(
      """
      INSERT INTO accreditation_transition (accreditation, position, at, event, state, stage, day, session, mission,
        assessor, decided_by, reason, observation)
      VALUES (\(transition.accreditation), \(transition.position), \(transition.at),
        \(transition.event?.rawValue), \(transition.to.rawValue), \(transition.stage?.text), \(transition.on),
        \(evidence.session), \(evidence.mission), \(evidence.assessor), \(transition.decidedBy),
        \(transition.reason), \(evidence.observation))
      """)
  }

  func insert(_ mission: Mission) throws {
    let (own, place): (AccreditationID?, AffiliationID?) =
      switch mission.basis {
      case .accredited(let own): (own, nil)
      case .staff(let place): (nil, place)
      }
    try connection.run(
      """
      INSERT INTO mission (id, accreditation, party, first_day, last_day, evaluator, evaluator_accreditation,
        evaluator_affiliation, recorded_at)
      VALUES (\(mission.id), \(mission.accreditation), \(mission.party), \(mission.days.from), \(mission.days.to),
        \(mission.evaluator), \(own), \(place), \(mission.recordedAt))
      """)
  }
}
