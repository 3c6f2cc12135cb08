internal import Accreditation
internal import Operations
internal import People
internal import SQLite
internal import Values

extension ConnectedRecords {
  func experts(
    _ filter: ExpertFilter, on day: Day, within reach: Reach, page request: PageRequest
  ) throws -> Page<RegisteredExpert> {
    var condition: Query = " AND accreditation.id > \(try identifierCursor(request))"
    if let category = filter.category { condition = condition + " AND category = \(category.rawValue)" }
    if let subject = filter.subject { condition = condition + " AND subject_folded = \(subject.folded)" }
    if let language = filter.language { condition = condition + " AND accreditation.language = \(language)" }
    if let standing = filter.standing { condition = condition + " AND standing = \(standing.rawValue)" }
    if let party = filter.party { condition = condition + " AND nominated_by = \(party)" }
    if let days = filter.available {
      condition = condition + available(on: days, asOf: Instant(microseconds: .max))
    }
    let rows = try connection.all(
      """
      SELECT accreditation.id, person, pool, version, accreditation.language, nominated_by, converted_from,
        recorded_at, state, stages_passed, standing, held_since, due_by, held_until, accreditation.last_day,
        person.name, expert_pool.code, category, subject
      FROM accreditation JOIN expert_pool ON expert_pool.id = pool JOIN person ON person.id = person
      WHERE state IN ('pre-accredited', 'mission-assigned', 'accredited', 'recognized') AND held_since <= \(day)
        AND (held_until IS NULL OR held_until >= \(day))\(condition)\(reach.ofAccreditations())
      ORDER BY accreditation.id LIMIT \(request.limit + 1)
      """
    ) { row -> RegisteredExpert in
      let accreditation = try decodeAccreditation(row)
      return RegisteredExpert(
        accreditation: accreditation, name: try row.text(15), standing: try row.choice(10),
        pool: try row.code(16), category: try row.choice(17),
        subject: try row.isNull(18) ? nil : row.code(18))
    }
    return page(rows, request) { $0.accreditation.id.description }
  }

  func peopleAvailable(on days: DayRange, asOf cutOff: Instant) throws -> Set<PersonID> {
    Set(
      try connection.all(
        """
        SELECT DISTINCT accreditation.person FROM accreditation
        WHERE accreditation.recorded_at <= \(cutOff)\(available(on: days, asOf: cutOff))
        """
      ) { try $0.identifier(0) })
  }

  func peopleReleased(within days: DayRange, asOf cutOff: Instant) throws -> Set<PersonID> {
    let before: Query = days.to.map { " AND first_day <= \($0)" } ?? ""
    return Set(
      try connection.all(
        """
        SELECT DISTINCT person FROM expert_release
        WHERE recorded_at <= \(cutOff) AND (ended_at IS NULL OR ended_at > \(cutOff))
          AND last_day >= \(days.from)\(before)
        """
      ) { try $0.identifier(0) })
  }

  /// Released on all the days by one release, and on no mission on any of them, neither to be evaluated nor to evaluate: a
  /// mission that was called off, or whose case was withdrawn, takes nobody's days.
  private func available(on days: DayRange, asOf cutOff: Instant) -> Query {
    let last = days.to ?? days.from
    let takesThem: Query = """
       AND mission.first_day <= \(last) AND mission.last_day >= \(days.from) AND mission.recorded_at <= \(cutOff)
       AND NOT EXISTS (
        SELECT 1 FROM accreditation_transition AS ended
        WHERE ended.accreditation = mission.accreditation AND ended.mission = mission.id
          AND ended.event IN ('call-off-mission', 'withdraw') AND ended.at <= \(cutOff))
      """
    return """
       AND EXISTS (
        SELECT 1 FROM expert_release WHERE expert_release.person = accreditation.person
          AND expert_release.recorded_at <= \(cutOff)
          AND (expert_release.ended_at IS NULL OR expert_release.ended_at > \(cutOff))
          AND expert_release.first_day <= \(days.from) AND expert_release.last_day >= \(last))
       AND NOT EXISTS (
        SELECT 1 FROM mission WHERE mission.evaluator = accreditation.person\(takesThem))
       AND NOT EXISTS (
        SELECT 1 FROM accreditation AS candidate JOIN mission ON mission.accreditation = candidate.id
        WHERE candidate.person = accreditation.person\(takesThem))
      """
  }

  func release(_ id: ReleaseID) throws -> ExpertRelease? {
    try connection.first(
      """
      SELECT id, person, party, first_day, last_day, recorded_at, ended_at FROM expert_release WHERE id = \(id)
      """, decodeRelease)
  }

  func releases(
    of person: PersonID?, within reach: Reach, page request: PageRequest
  ) throws -> Page<ExpertRelease> {
    let ofPerson = person.map { " AND person = \($0)" as Query } ?? ""
    let rows = try connection.all(
      """
      SELECT id, person, party, first_day, last_day, recorded_at, ended_at FROM expert_release
      WHERE id > \(try identifierCursor(request))\(ofPerson)\(reach.ofReleases())
      ORDER BY id LIMIT \(request.limit + 1)
      """, decodeRelease)
    return page(rows, request) { $0.id.description }
  }

  private func decodeRelease(_ row: borrowing Row) throws -> ExpertRelease {
    ExpertRelease(
      id: try row.identifier(0), person: try row.identifier(1), party: try row.identifier(2),
      days: try row.days(3, 4), recordedAt: try row.instant(5), endedAt: try row.instantOrNil(6))
  }
}

extension SQLiteWritableRecords {
  func insert(_ release: ExpertRelease) throws {
    try connection.run(
      """
      INSERT INTO expert_release (id, person, party, first_day, last_day, recorded_at, ended_at)
      VALUES (\(release.id), \(release.person), \(release.party), \(release.days.from), \(release.days.to),
        \(release.recordedAt), \(release.endedAt))
      """)
  }

  func end(_ release: ReleaseID, at instant: Instant) throws {
    try connection.run(
      "UPDATE expert_release SET ended_at = \(instant) WHERE id = \(release) AND ended_at IS NULL")
  }
}
