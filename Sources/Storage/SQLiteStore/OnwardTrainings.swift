internal import Enrolment
internal import Evaluation
internal import Operations
internal import People
internal import SQLite
internal import Values

extension ConnectedRecords {
  func commitment(_ id: CommitmentID) throws -> Commitment? {
    try connection.first(
      "SELECT id, enrolment, people, due, recorded_at, ended_at FROM commitment WHERE id = \(id)",
      decodeCommitment)
  }

  func commitment(of enrolment: EnrolmentID) throws -> Commitment? {
    try connection.first(
      """
      SELECT id, enrolment, people, due, recorded_at, ended_at FROM commitment
      WHERE enrolment = \(enrolment) AND ended_at IS NULL
      """, decodeCommitment)
  }

  func commitments(within reach: Reach, page request: PageRequest) throws -> Page<Commitment> {
    let rows = try connection.all(
      """
      SELECT id, enrolment, people, due, recorded_at, ended_at FROM commitment
      WHERE id > \(try identifierCursor(request))\(reach.ofRecordsOfEnrolments())
      ORDER BY id LIMIT \(request.limit + 1)
      """, decodeCommitment)
    return page(rows, request) { $0.id.description }
  }

  private func decodeCommitment(_ row: borrowing Row) throws -> Commitment {
    try Commitment(
      id: row.identifier(0), enrolment: row.identifier(1), people: row.count(2), due: row.day(3),
      recordedAt: row.instant(4), endedAt: row.instantOrNil(5))
  }

  func onwardTraining(_ id: OnwardTrainingID) throws -> OnwardTraining? {
    try connection.first(
      """
      SELECT id, enrolment, day, title, female, male, other, undisclosed, unknown, evidence, source, recorded_at,
        annulled_at
      FROM onward_training WHERE id = \(id)
      """, decodeTraining)
  }

  func onwardTrainings(
    of enrolment: EnrolmentID?, within reach: Reach, page request: PageRequest
  ) throws -> Page<OnwardTraining> {
    let ofEnrolment: Query = enrolment.map { " AND enrolment = \($0)" } ?? ""
    let rows = try connection.all(
      """
      SELECT id, enrolment, day, title, female, male, other, undisclosed, unknown, evidence, source, recorded_at,
        annulled_at
      FROM onward_training
      WHERE id > \(try identifierCursor(request))\(ofEnrolment)\(reach.ofRecordsOfEnrolments())
      ORDER BY id LIMIT \(request.limit + 1)
      """, decodeTraining)
    return page(rows, request) { $0.id.description }
  }

  func onwardTrainings(on day: Day, titled title: String) throws -> [OnwardTraining] {
    try connection.all(
      """
      SELECT id, enrolment, day, title, female, male, other, undisclosed, unknown, evidence, source, recorded_at,
        annulled_at
      FROM onward_training WHERE day = \(day) AND title = \(title) AND annulled_at IS NULL ORDER BY id
      """, decodeTraining)
  }

  func onwardTraining(of enrolment: EnrolmentID, called source: SourceIdentifier) throws -> OnwardTraining? {
    try connection.first(
      """
      SELECT id, enrolment, day, title, female, male, other, undisclosed, unknown, evidence, source, recorded_at,
        annulled_at
      FROM onward_training WHERE enrolment = \(enrolment) AND source = \(source.text) AND annulled_at IS NULL
      """, decodeTraining)
  }

  func peopleTrained(by enrolment: EnrolmentID, upTo day: Day) throws -> Int {
    try connection.first(
      """
      SELECT coalesce(sum(female + male + other + undisclosed + unknown), 0) FROM onward_training
      WHERE enrolment = \(enrolment) AND day <= \(day) AND annulled_at IS NULL
      """
    ) { try $0.count(0) } ?? 0
  }

  private func decodeTraining(_ row: borrowing Row) throws -> OnwardTraining {
    let id: OnwardTrainingID = try row.identifier(0)
    let counts: [Person.Sex: Int] = [
      .female: try row.count(4), .male: try row.count(5), .other: try row.count(6),
      .undisclosed: try row.count(7), .unknown: try row.count(8),
    ]
    guard let trained = TrainedPeople(counts) else {
      throw StoredValueUnreadable(what: "how many were trained", value: id.description)
    }
    return OnwardTraining(
      recorded: id, enrolment: try row.identifier(1), on: try row.day(2), title: try row.text(3),
      trained: trained, helpers: try helpers(of: id), evidence: try row.text(9),
      source: try row.sourceOrNil(10), recordedAt: try row.instant(11), annulledAt: try row.instantOrNil(12))
  }

  private func helpers(of training: OnwardTrainingID) throws -> [PersonID] {
    try connection.all(
      "SELECT person FROM onward_training_helper WHERE training = \(training) ORDER BY position"
    ) { try $0.identifier(0) }
  }
}

extension SQLiteWritableRecords {
  func insert(_ commitment: Commitment) throws {
    try connection.run(
      """
      INSERT INTO commitment (id, enrolment, people, due, recorded_at, ended_at)
      VALUES (\(commitment.id), \(commitment.enrolment), \(commitment.people), \(commitment.due),
        \(commitment.recordedAt), \(commitment.endedAt))
      """)
  }

  func end(_ commitment: CommitmentID, at instant: Instant) throws {
    try connection.run(
      "UPDATE commitment SET ended_at = \(instant) WHERE id = \(commitment) AND ended_at IS NULL")
  }

  func insert(_ training: OnwardTraining) throws {
    try connection.run(
      """
      INSERT INTO onward_training (id, enrolment, day, title, female, male, other, undisclosed, unknown, evidence,
        source, recorded_at, annulled_at)
      VALUES (\(training.id), \(training.enrolment), \(training.on), \(training.title), \(training.trained[.female]),
        \(training.trained[.male]), \(training.trained[.other]), \(training.trained[.undisclosed]),
        \(training.trained[.unknown]), \(training.evidence), \(training.source?.text), \(training.recordedAt),
        \(training.annulledAt))
      """)
    for (place, helper) in training.helpers.enumerated() {
      try connection.run(
        """
        INSERT INTO onward_training_helper (training, position, person)
        VALUES (\(training.id), \(place + 1), \(helper))
        """)
    }
  }

  func annul(_ training: OnwardTrainingID, at instant: Instant) throws {
    try connection.run(
      "UPDATE onward_training SET annulled_at = \(instant) WHERE id = \(training) AND annulled_at IS NULL")
  }
}
