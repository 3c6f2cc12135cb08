internal import Enrolment
internal import Evaluation
internal import Operations
internal import People
internal import SQLite
internal import Values

extension ConnectedRecords {
  func evaluation(_ id: EvaluationID) throws -> Evaluation? {
    try connection.first(
      """
      SELECT id, code, session, level, respondents, instrument, asked, due, highest_mark, questions, is_anonymous,
        recorded_at
      FROM evaluation WHERE id = \(id)
      """, decodeEvaluation)
  }

  func evaluation(_ code: EvaluationCode) throws -> Evaluation? {
    try connection.first(
      """
      SELECT id, code, session, level, respondents, instrument, asked, due, highest_mark, questions, is_anonymous,
        recorded_at
      FROM evaluation WHERE code_folded = \(code.folded)
      """, decodeEvaluation)
  }

  func evaluations(
    _ filter: EvaluationFilter, within reach: Reach, page request: PageRequest
  ) throws -> Page<Evaluation> {
    var condition: Query = "WHERE code_folded > \(request.after ?? "")"
    if let session = filter.session { condition = condition + " AND session = \(session)" }
    if let level = filter.level { condition = condition + " AND level = \(level.rawValue)" }
    let rows = try connection.all(
      """
      SELECT id, code, session, level, respondents, instrument, asked, due, highest_mark, questions, is_anonymous,
        recorded_at
      FROM evaluation \(condition)\(reach.ofEvaluations()) ORDER BY code_folded LIMIT \(request.limit + 1)
      """, decodeEvaluation)
    return page(rows, request) { $0.code.folded }
  }

  private func decodeEvaluation(_ row: borrowing Row) throws -> Evaluation {
    try Evaluation(
      id: row.identifier(0), code: row.code(1), session: row.identifier(2), level: row.choice(3),
      respondents: row.choice(4), instrument: row.text(5), asked: row.count(6), due: row.day(7),
      highestMark: row.count(8),
      questions: row.texts(9).map { text in
        guard let code = QuestionCode(text) else {
          throw StoredValueUnreadable(what: "a question's code", value: text)
        }
        return code
      }, isAnonymous: row.boolean(10), recordedAt: row.instant(11))
  }

  func answer(_ id: EvaluationAnswerID) throws -> EvaluationAnswer? {
    try connection.first(
      """
      SELECT id, evaluation, respondent, source, answered_on, recorded_at, annulled_at
      FROM evaluation_answer WHERE id = \(id)
      """, decodeAnswer)
  }

  func answers(to evaluation: EvaluationID, page request: PageRequest) throws -> Page<EvaluationAnswer> {
    let rows = try connection.all(
      """
      SELECT id, evaluation, respondent, source, answered_on, recorded_at, annulled_at
      FROM evaluation_answer WHERE evaluation = \(evaluation) AND id > \(try identifierCursor(request))
      ORDER BY id LIMIT \(request.limit + 1)
      """, decodeAnswer)
    return page(rows, request) { $0.id.description }
  }

  func answer(to evaluation: EvaluationID, of respondent: PersonID) throws -> EvaluationAnswer? {
    try connection.first(
      """
      SELECT id, evaluation, respondent, source, answered_on, recorded_at, annulled_at
      FROM evaluation_answer
      WHERE evaluation = \(evaluation) AND respondent = \(respondent) AND annulled_at IS NULL
      """, decodeAnswer)
  }

  func answer(to evaluation: EvaluationID, called source: SourceIdentifier) throws -> EvaluationAnswer? {
    try connection.first(
      """
      SELECT id, evaluation, respondent, source, answered_on, recorded_at, annulled_at
      FROM evaluation_answer
      WHERE evaluation = \(evaluation) AND source = \(source.text) AND annulled_at IS NULL
      """, decodeAnswer)
  }

  func answerCount(to evaluation: EvaluationID) throws -> Int {
    try connection.first(
      "SELECT count(*) FROM evaluation_answer WHERE evaluation = \(evaluation) AND annulled_at IS NULL"
    ) { try $0.count(0) } ?? 0
  }

  private func decodeAnswer(_ row: borrowing Row) throws -> EvaluationAnswer {
    let id: EvaluationAnswerID = try row.identifier(0)
    return EvaluationAnswer(
      recorded: id, evaluation: try row.identifier(1), respondent: try row.identifierOrNil(2),
      source: try row.sourceOrNil(3), answeredOn: try row.day(4), marks: try marks(of: id),
      recordedAt: try row.instant(5), annulledAt: try row.instantOrNil(6))
  }

  private func marks(of answer: EvaluationAnswerID) throws -> [EvaluationMark] {
    try connection.all(
      "SELECT question, mark FROM evaluation_mark WHERE answer = \(answer) ORDER BY position"
    ) { EvaluationMark(question: try $0.code(0), mark: try $0.count(1)) }
  }
}

extension SQLiteWritableRecords {
  func insert(_ evaluation: Evaluation) throws {
    try connection.run(
      """
      INSERT INTO evaluation (id, code, code_folded, session, level, respondents, instrument, asked, due, highest_mark,
        questions, is_anonymous, recorded_at)
      VALUES (\(evaluation.id), \(evaluation.code.text), \(evaluation.code.folded), \(evaluation.session),
        \(evaluation.level.rawValue), \(evaluation.respondents.rawValue), \(evaluation.instrument),
        \(evaluation.asked), \(evaluation.due), \(evaluation.highestMark),
        \(storedTexts(evaluation.questions.map(\.text))), \(evaluation.isAnonymous), \(evaluation.recordedAt))
      """)
  }

  func insert(_ answer: EvaluationAnswer) throws {
    try connection.run(
      """
      INSERT INTO evaluation_answer (id, evaluation, respondent, source, answered_on, recorded_at, annulled_at)
      VALUES (\(answer.id), \(answer.evaluation), \(answer.respondent), \(answer.source?.text),
        \(answer.answeredOn), \(answer.recordedAt), \(answer.annulledAt))
      """)
    for (place, mark) in answer.marks.enumerated() {
      try connection.run(
        """
        INSERT INTO evaluation_mark (answer, position, question, mark)
        VALUES (\(answer.id), \(place + 1), \(mark.question.text), \(mark.mark))
        """)
    }
  }

  func annul(_ answer: EvaluationAnswerID, at instant: Instant) throws {
    try connection.run(
      "UPDATE evaluation_answer SET annulled_at = \(instant) WHERE id = \(answer) AND annulled_at IS NULL")
  }
}

extension Row {
  /// What a form or a training is called where it came from.
  func sourceOrNil(_ column: Int) throws -> SourceIdentifier? {
    guard let text = try textOrNil(column) else { return nil }
    guard let source = SourceIdentifier(text) else {
      throw StoredValueUnreadable(what: "an identifier of a source", value: text)
    }
    return source
  }
}
