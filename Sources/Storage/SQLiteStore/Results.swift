internal import Assessment
internal import Enrolment
internal import Operations
internal import People
internal import SQLite
internal import Values

extension ConnectedRecords {
  func results(of enrolment: EnrolmentID) throws -> [AssessmentResult] {
    try connection.all(
      """
      SELECT id, enrolment, activity, attempt, verdict, score_scaled, score_raw, score_minimum, score_maximum, outcome,
        assessed_on, recorded_at, corrects, correction_reason, assessor, seconds, is_final, is_proctored
      FROM assessment_result WHERE enrolment = \(enrolment) ORDER BY recorded_at, id
      """, decodeResult)
  }

  func result(_ id: AssessmentResultID) throws -> AssessmentResult? {
    try connection.first(
      """
      SELECT id, enrolment, activity, attempt, verdict, score_scaled, score_raw, score_minimum, score_maximum, outcome,
        assessed_on, recorded_at, corrects, correction_reason, assessor, seconds, is_final, is_proctored
      FROM assessment_result WHERE id = \(id)
      """, decodeResult)
  }

  private func decodeResult(_ row: borrowing Row) throws -> AssessmentResult {
    let basis: AssessmentResult.Basis
    let outcome: AssessmentResult.Outcome = try row.choice(9)
    if let verdict: AssessmentResult.Verdict = try row.choiceOrNil(4) {
      basis = .observed(verdict)
    } else if let score = try row.scoreOrNil(5) {
      basis = .scored(score)
    } else if outcome == .annulled {
      basis = .annulled
    } else {
      throw StoredValueUnreadable(what: "a score or a verdict", value: "neither")
    }
    let corrected: AssessmentResultID? = try row.identifierOrNil(12)
    let reason = try row.textOrNil(13) ?? ""
    return AssessmentResult(
      id: try row.identifier(0), enrolment: try row.identifier(1), activity: try row.textOrNil(2),
      attempt: try row.count(3), isFinal: try row.boolean(16), isProctored: try row.boolean(17), basis: basis,
      outcome: outcome,
      assessedOn: try row.day(10),
      recordedAt: try row.instant(11), correction: corrected.map { .init(of: $0, reason: reason) },
      assessor: try row.identifierOrNil(14), seconds: try row.identifierOrNil(15))
  }
}

extension SQLiteWritableRecords {
  func insert(_ result: AssessmentResult) throws {
    var verdict: AssessmentResult.Verdict?
    var score: Score?
    switch result.basis {
    case .observed(let found): verdict = found
    case .scored(let given): score = given
    case .annulled: break
    }
    try connection.run(
      """
      INSERT INTO assessment_result (id, enrolment, activity, attempt, verdict, score_scaled, score_raw, score_minimum,
        score_maximum, outcome, assessed_on, recorded_at, corrects, correction_reason, assessor, seconds, is_final,
        is_proctored)
      VALUES (\(result.id), \(result.enrolment), \(result.activity), \(result.attempt), \(verdict?.rawValue),
        \(score?.scaled), \(score?.raw), \(score?.minimum), \(score?.maximum), \(result.outcome.rawValue),
        \(result.assessedOn), \(result.recordedAt), \(result.correction?.of), \(result.correction?.reason),
        \(result.assessor), \(result.seconds), \(result.isFinal), \(result.isProctored))
      """)
  }
}
