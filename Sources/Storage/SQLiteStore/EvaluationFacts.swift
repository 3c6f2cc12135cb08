internal import Enrolment
internal import Evaluation
internal import Operations
internal import People
internal import Reports
internal import SQLite
internal import Values

extension ConnectedRecords {
  func eachEvaluation(asOf cutOff: Instant, _ body: (EvaluationFact) throws -> Void) throws {
    let labels = ReportLabels(self, asOf: cutOff)
    var answers: [EvaluationID: [EvaluationFact.Answer]] = [:]
    try connection.each(
      """
      SELECT evaluation, respondent, sum(mark), count(mark) FROM evaluation_answer AS answer
      JOIN evaluation_mark ON evaluation_mark.answer = answer.id
      WHERE recorded_at <= \(cutOff) AND (annulled_at IS NULL OR annulled_at > \(cutOff))
      GROUP BY answer.id ORDER BY answer.id
      """
    ) { row in
      answers[try row.identifier(0), default: []].append(
        EvaluationFact.Answer(
          respondent: try row.identifierOrNil(1), sum: try row.count(2), marks: try row.count(3)))
    }
    try connection.each(
      """
      SELECT id, session, level, respondents, highest_mark, asked, due FROM evaluation
      WHERE recorded_at <= \(cutOff) ORDER BY id
      """
    ) { row in
      let session: SessionID = try row.identifier(1)
      try body(
        EvaluationFact(
          host: try labels.session(session).host, donors: try labels.donors(of: session),
          level: try row.choice(2), respondents: try row.choice(3), highestMark: try row.count(4),
          asked: try row.count(5), due: try row.day(6), answers: answers[try row.identifier(0)] ?? []))
    }
  }

  func eachOnwardTraining(asOf cutOff: Instant, _ body: (OnwardTrainingFact) throws -> Void) throws {
    let labels = ReportLabels(self, asOf: cutOff)
    try connection.each(
      """
      SELECT enrolment.person, affiliation.party, enrolment.version, enrolment.session, training.day, female, male,
        other, undisclosed, unknown, training.id
      FROM onward_training AS training
      JOIN enrolment ON enrolment.id = training.enrolment
      JOIN session ON session.id = enrolment.session
      LEFT JOIN affiliation ON affiliation.id = \(placeAtStart(asOf: cutOff))
      WHERE training.recorded_at <= \(cutOff) AND (annulled_at IS NULL OR annulled_at > \(cutOff))
      ORDER BY training.id
      """
    ) { row in
      let counts: [Person.Sex: Int] = [
        .female: try row.count(5), .male: try row.count(6), .other: try row.count(7),
        .undisclosed: try row.count(8), .unknown: try row.count(9),
      ]
      guard let trained = TrainedPeople(counts) else {
        throw StoredValueUnreadable(what: "how many were trained", value: "\(try row.uuid(10))")
      }
      try body(
        OnwardTrainingFact(trainer: try trainer(row, labels), on: try row.day(4), trained: trained))
    }
  }

  func eachCommitment(
    asOf cutOff: Instant, on today: Day, _ body: (CommitmentFact) throws -> Void
  ) throws {
    let labels = ReportLabels(self, asOf: cutOff)
    try connection.each(
      """
      SELECT enrolment.person, affiliation.party, enrolment.version, enrolment.session, made.id, made.enrolment,
        made.people, made.due, made.recorded_at, made.ended_at,
        (SELECT coalesce(sum(female + male + other + undisclosed + unknown), 0) FROM onward_training AS training
          WHERE training.enrolment = made.enrolment AND training.day <= min(made.due, \(today))
            AND training.recorded_at <= \(cutOff)
            AND (training.annulled_at IS NULL OR training.annulled_at > \(cutOff)))
      FROM commitment AS made
      JOIN enrolment ON enrolment.id = made.enrolment
      JOIN session ON session.id = enrolment.session
      LEFT JOIN affiliation ON affiliation.id = \(placeAtStart(asOf: cutOff))
      WHERE made.recorded_at <= \(cutOff) AND (made.ended_at IS NULL OR made.ended_at > \(cutOff))
      ORDER BY made.id
      """
    ) { row in
      let commitment = try Commitment(
        id: row.identifier(4), enrolment: row.identifier(5), people: row.count(6), due: row.day(7),
        recordedAt: row.instant(8), endedAt: row.instantOrNil(9))
      let trained = try row.count(10)
      try body(
        CommitmentFact(
          trainer: try trainer(row, labels), people: commitment.people, due: commitment.due,
          trained: trained, state: commitment.state(trained: trained, on: today)))
    }
  }

  /// Out of the first columns: person, party, course version, session.
  private func trainer(_ row: borrowing Row, _ labels: ReportLabels) throws -> TrainerFact {
    let party: PartyID? = try row.identifierOrNil(1)
    return TrainerFact(
      person: try row.identifier(0), party: try party.map(labels.party),
      course: try labels.course(of: row.identifier(2)), donors: try labels.donors(of: row.identifier(3)))
  }
}
