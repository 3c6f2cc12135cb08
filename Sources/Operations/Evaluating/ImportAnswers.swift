internal import ContentPackaging
public import Evaluation
public import Values
internal import People
internal import Rosters

extension Registrar {
  /// Records the forms of a table as answers to an evaluation: all of them or none. The second time nothing is changed: a
  /// form is known again by what it is called where it came from.
  ///
  /// - Parameter name: the name that findings are given under.
  public func importAnswers(
    _ bytes: [UInt8], name: String, to evaluation: Reference<Evaluation>, isDryRun: Bool = false,
    as principal: Principal, on terms: Terms<RecordsReport> = .none
  ) throws -> RecordsReport {
    let known = try answer(ShowAskedEvaluation(evaluation: evaluation), as: principal)
    let columns = AnswerRow.columns(of: known)
    let (table, findings) = RecordTable.read(
      bytes, file: name, columns: columns,
      needed: known.isAnonymous ? ["source-id"] : ["source-id", "respondent"])
    guard let table else { return .refused(findings, isDryRun: isDryRun) }
    let request = ImportAnswers(evaluation: .id(known.id), table: table, found: findings)
    return try isDryRun
      ? answer(PlanAnswers(request: request), as: principal) : perform(request, as: principal, on: terms)
  }
}

/// The evaluation that a table answers, for who may record answers to it.
private struct ShowAskedEvaluation: Inquiry {
  static let right: Right? = ImportAnswers.right

  let evaluation: Reference<Evaluation>

  func answer(_ reading: Reading) throws -> Evaluation { try reading.reached.evaluation(named: evaluation) }
}

/// Works out what a table of answers would add.
private struct PlanAnswers: Inquiry {
  static let right: Right? = ImportAnswers.right

  let request: ImportAnswers

  func answer(_ reading: Reading) throws -> RecordsReport {
    try request.plan(in: reading.reached).report(isDryRun: true)
  }
}

/// Records the answers of a table.
struct ImportAnswers: Change {
  static let right = AnswerEvaluation.right

  let evaluation: Reference<Evaluation>
  let table: RecordTable
  let found: [Finding]

  func carryOut(_ work: Work) throws -> RecordsReport {
    try plan(in: work.reached).carryOut(work)
  }

  func plan(in reached: ReachedRecords) throws -> RecordsPlan<AnswerEvaluation> {
    let evaluation = try reached.evaluation(named: evaluation)
    var room = evaluation.asked - (try reached.records.answerCount(to: evaluation.id))
    var (sources, respondents): (Set<SourceIdentifier>, Set<PersonID>) = ([], [])
    var plan = RecordsPlan<AnswerEvaluation>(table, found: found)
    try plan.planRows { cells in
      let row = try AnswerRow(cells, of: evaluation)
      guard sources.insert(row.source).inserted else {
        throw EvaluationRefused.sourceRecorded(row.source.text)
      }
      if let recorded = try reached.records.answer(to: evaluation.id, called: row.source) {
        guard recorded.respondent == row.respondent, recorded.marks == row.marks else {
          throw RowDiffers(message: "form “\(row.source)” is recorded with other marks or another respondent")
        }
        return .unchanged
      }
      try EvaluationAnswer.check(row.marks, of: evaluation)
      try reached.requireAnswerable(evaluation, by: row.respondent, row.source)
      if let respondent = row.respondent, !respondents.insert(respondent).inserted {
        throw EvaluationRefused.answeredBefore
      }
      guard room > 0 else { throw EvaluationRefused.allAnswered(evaluation.asked) }
      room -= 1
      return .add(
        AnswerEvaluation(
          evaluation: .id(evaluation.id), respondent: row.respondent, source: row.source,
          answeredOn: row.answeredOn, marks: row.marks))
    }
    return plan
  }
}

/// One form of a table.
private struct AnswerRow {
  let source: SourceIdentifier
  let respondent: PersonID?
  let answeredOn: Day?
  /// In the order of the form.
  let marks: [EvaluationMark]

  /// The columns of a table of answers: what tells the form, and one for each question.
  static func columns(of evaluation: Evaluation) -> [String] {
    ["source-id", "answered-on"] + (evaluation.isAnonymous ? [] : ["respondent"])
      + evaluation.questions.map(\.text)
  }

  init(_ row: RecordTable.Row, of evaluation: Evaluation) throws {
    source = try row.required("source-id", "1 to 128 visible ASCII characters") { SourceIdentifier($0) }
    respondent =
      evaluation.isAnonymous
      ? nil : try row.required("respondent", "a person's identifier") { PersonID($0) }
    answeredOn = try row.optional("answered-on", "a day like 2026-06-30") { Day($0) }
    marks = try evaluation.questions.compactMap { question in
      try row.number(question.text, in: 1...evaluation.highestMark)
        .map { EvaluationMark(question: question, mark: $0) }
    }
  }
}
