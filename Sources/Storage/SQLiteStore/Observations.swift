internal import Assessment
internal import Enrolment
internal import Operations
internal import People
internal import SQLite
internal import Values

extension ConnectedRecords {
  func observation(_ id: ObservationID) throws -> Observation? {
    try connection.first(
      """
      SELECT id, rubric, version, person, session, day, observer, second_observer, witness, state, first_verdict,
        second_verdict, recorded_at
      FROM observation WHERE id = \(id)
      """, decodeObservation)
  }

  func observations(
    _ filter: ObservationFilter, within reach: Reach, page request: PageRequest
  ) throws -> Page<Observation> {
    var condition: Query = "WHERE id > \(try identifierCursor(request))"
    if let person = filter.person { condition = condition + " AND person = \(person)" }
    if let observer = filter.observer {
      condition = condition + " AND (observer = \(observer) OR second_observer = \(observer))"
    }
    if let session = filter.session { condition = condition + " AND session = \(session)" }
    if let state = filter.state { condition = condition + " AND state = \(state.rawValue)" }
    let rows = try connection.all(
      """
      SELECT id, rubric, version, person, session, day, observer, second_observer, witness, state, first_verdict,
        second_verdict, recorded_at
      FROM observation \(condition)\(reach.ofObservations()) ORDER BY id LIMIT \(request.limit + 1)
      """, decodeObservation)
    return page(rows, request) { $0.id.description }
  }

  private func decodeObservation(_ row: borrowing Row) throws -> Observation {
    try Observation(
      id: row.identifier(0), rubric: row.identifier(1), version: row.count(2), person: row.identifier(3),
      session: row.identifierOrNil(4), on: row.day(5), observer: row.identifier(6),
      secondObserver: row.identifierOrNil(7), witness: row.text(8), state: row.choice(9),
      firstVerdict: row.choice(10), secondVerdict: row.choiceOrNil(11), recordedAt: row.instant(12))
  }

  func marks(of observation: ObservationID) throws -> (first: [ObservedMark], second: [ObservedMark]) {
    (try marks(of: observation, by: 1), try marks(of: observation, by: 2))
  }

  private func marks(of observation: ObservationID, by observer: Int) throws -> [ObservedMark] {
    try connection.all(
      """
      SELECT criterion, mark, comment FROM observation_mark
      WHERE observation = \(observation) AND observer = \(observer) ORDER BY position
      """
    ) { ObservedMark(criterion: try $0.code(0), mark: try $0.count(1), comment: try $0.text(2)) }
  }

  func transitions(of observation: ObservationID) throws -> [ObservationTransition] {
    try connection.all(
      """
      SELECT position, at, event, state, by_person, acknowledgement, comment FROM observation_transition
      WHERE observation = \(observation) ORDER BY position
      """
    ) { row in
      ObservationTransition(
        observation: observation, position: try row.count(0), at: try row.instant(1),
        event: try row.choiceOrNil(2), to: try row.choice(3), by: try row.identifierOrNil(4),
        acknowledgement: try row.choiceOrNil(5), comment: try row.textOrNil(6))
    }
  }

  func results(restingOn observation: ObservationID) throws -> [AssessmentResultID] {
    try connection.all(
      """
      SELECT result FROM observed_result WHERE observation = \(observation)
        AND NOT EXISTS (SELECT 1 FROM assessment_result WHERE corrects = observed_result.result)
      ORDER BY result
      """
    ) { try $0.identifier(0) }
  }

  func observation(under result: AssessmentResultID) throws -> ObservationID? {
    try connection.first("SELECT observation FROM observed_result WHERE result = \(result)") {
      try $0.identifier(0)
    }
  }

  func secondObservers(of enrolment: EnrolmentID, until instant: Instant) throws -> [PersonID] {
    try connection.all(
      """
      SELECT observation.second_observer FROM assessment_result
      JOIN observed_result ON observed_result.result = assessment_result.id
      JOIN observation ON observation.id = observed_result.observation
      WHERE assessment_result.enrolment = \(enrolment) AND assessment_result.recorded_at <= \(instant)
        AND observation.second_observer IS NOT NULL
      """
    ) { try $0.identifier(0) }
  }

  func stepsCiting(_ observation: ObservationID) throws -> Int {
    try connection.first(
      "SELECT count(*) FROM accreditation_transition WHERE observation = \(observation)"
    ) { try $0.count(0) } ?? 0
  }
}

extension SQLiteWritableRecords {
  func insert(_ observation: Observation, marks: [ObservedMark]) throws {
    try connection.run(
      """
      INSERT INTO observation (id, rubric, version, person, session, day, observer, second_observer, witness, state,
        first_verdict, second_verdict, recorded_at)
      VALUES (\(observation.id), \(observation.rubric), \(observation.version), \(observation.person),
        \(observation.session), \(observation.on), \(observation.observer), \(observation.secondObserver),
        \(observation.witness), \(observation.state.rawValue), \(observation.firstVerdict.rawValue),
        \(observation.secondVerdict?.rawValue), \(observation.recordedAt))
      """)
    try insert(marks, by: 1, of: observation.id)
  }

  func setSecond(
    _ observer: PersonID, _ verdict: AssessmentResult.Verdict, marks: [ObservedMark],
    of observation: ObservationID
  ) throws {
    try connection.run(
      """
      UPDATE observation SET second_observer = \(observer), second_verdict = \(verdict.rawValue)
      WHERE id = \(observation)
      """)
    try insert(marks, by: 2, of: observation)
  }

  private func insert(_ marks: [ObservedMark], by observer: Int, of observation: ObservationID) throws {
    for (place, mark) in marks.enumerated() {
      try connection.run(
        """
        INSERT INTO observation_mark (observation, observer, position, criterion, mark, comment)
        VALUES (\(observation), \(observer), \(place + 1), \(mark.criterion.text), \(mark.mark), \(mark.comment))
        """)
    }
  }

  func append(_ transition: ObservationTransition) throws {
    try connection.run(
      """
      INSERT INTO observation_transition (observation, position, at, event, state, by_person, acknowledgement, comment)
      VALUES (\(transition.observation), \(transition.position), \(transition.at), \(transition.event?.rawValue),
        \(transition.to.rawValue), \(transition.by), \(transition.acknowledgement?.rawValue),
        \(transition.comment))
      """)
    try connection.run(
      "UPDATE observation SET state = \(transition.to.rawValue) WHERE id = \(transition.observation)")
  }

  func insert(_ result: AssessmentResultID, restingOn observation: ObservationID) throws {
    try connection.run(
      "INSERT INTO observed_result (observation, result) VALUES (\(observation), \(result))")
  }
}
