public import Evaluation
internal import Enrolment
public import People
public import Values

/// Records a form that came back. Who collects the forms of a session enters them, so that nothing but the form says who
/// answered.
public struct AnswerEvaluation: Change {
  public static let right = Right.planSessions

  public let evaluation: Reference<Evaluation>
  /// Who answered; nil in an anonymous evaluation.
  public let respondent: PersonID?
  public let source: SourceIdentifier?
  /// Today (UTC) where nil.
  public let answeredOn: Day?
  public let marks: [EvaluationMark]

  public init(
    evaluation: Reference<Evaluation>, respondent: PersonID? = nil, source: SourceIdentifier? = nil,
    answeredOn: Day? = nil, marks: [EvaluationMark]
  ) {
    self.evaluation = evaluation
    self.respondent = respondent
    self.source = source
    self.answeredOn = answeredOn
    self.marks = marks
  }

  public func carryOut(_ work: Work) throws -> EvaluationAnswer {
    let evaluation = try work.reached.evaluation(named: evaluation)
    let answer = try EvaluationAnswer(
      id: work.newIdentifier(), to: evaluation, respondent: respondent, source: source,
      answeredOn: work.day(answeredOn), marks: marks, recordedAt: work.now)
    try work.reached.requireAnswerable(evaluation, by: respondent, source)
    try work.records.insert(answer)
    // Of an anonymous answer the history says no more than that there is one.
    try work.note(
      "evaluation answer", .evaluation, evaluation.id.uuid, person: respondent,
      [FieldChange("answer", from: nil, to: answer.id.description)])
    return answer
  }
}

/// Annuls an answer, with a reason; it stays in the records.
public struct AnnulAnswer: Change {
  public static let right = Right.planSessions

  public let evaluation: Reference<Evaluation>
  public let answer: EvaluationAnswerID
  public let reason: String

  public init(evaluation: Reference<Evaluation>, answer: EvaluationAnswerID, reason: String) {
    self.evaluation = evaluation
    self.answer = answer
    self.reason = reason
  }

  public func carryOut(_ work: Work) throws -> EvaluationAnswer {
    let evaluation = try work.reached.evaluation(named: evaluation)
    try requireReason(reason, to: "annul an answer")
    guard let found = try work.records.answer(answer), found.evaluation == evaluation.id else {
      throw NotFound(.evaluation, "\(evaluation.code) \(answer)")
    }
    guard found.annulledAt == nil else { throw EvaluationRefused.annulledBefore }
    try work.records.annul(found.id, at: work.now)
    try work.note(
      "evaluation annul", .evaluation, evaluation.id.uuid, person: found.respondent, reason: reason,
      [FieldChange("answer", from: found.id.description, to: nil)])
    return EvaluationAnswer(
      recorded: found.id, evaluation: found.evaluation, respondent: found.respondent, source: found.source,
      answeredOn: found.answeredOn, marks: found.marks, recordedAt: found.recordedAt, annulledAt: work.now)
  }
}

/// The answers to an evaluation, in the order they were recorded. Others see what they come to in reports.
public struct ListAnswers: Inquiry {
  public static let right: Right? = .readRecords

  public let evaluation: Reference<Evaluation>
  public let page: PageRequest

  public init(evaluation: Reference<Evaluation>, page: PageRequest = PageRequest()) {
    self.evaluation = evaluation
    self.page = page
  }

  public func answer(_ reading: Reading) throws -> Page<EvaluationAnswer> {
    let evaluation = try reading.reached.evaluation(named: evaluation)
    return try reading.records.answers(to: evaluation.id, page: page)
  }
}

extension ReachedRecords {
  /// Throws unless one more answer may be recorded, by a respondent, of a form that is called so.
  func requireAnswerable(
    _ evaluation: Evaluation, by respondent: PersonID?, _ source: SourceIdentifier?
  ) throws {
    if let source, try records.answer(to: evaluation.id, called: source) != nil {
      throw EvaluationRefused.sourceRecorded(source.text)
    }
    if let respondent {
      let person = try person(identified: respondent)
      guard try records.answer(to: evaluation.id, of: person.id) == nil else {
        throw EvaluationRefused.answeredBefore
      }
      let isLearner = evaluation.respondents == .learner
      if isLearner, try records.enrolment(of: person.id, in: evaluation.session) == nil {
        throw EvaluationRefused.notInSession
      }
    }
    guard try records.answerCount(to: evaluation.id) < evaluation.asked else {
      throw EvaluationRefused.allAnswered(evaluation.asked)
    }
  }
}

extension EvaluationAnswer.Refusal: Explainable {
  public var explanation: Explanation {
    switch self {
    case .namesSomebody:
      Explanation(
        .unusable, "answer-names-somebody", "answers to an anonymous evaluation name nobody",
        field: "respondent")
    case .respondentMissing:
      Explanation(.unusable, "respondent-missing", "who answered is missing", field: "respondent")
    case .marksMissing: Explanation(.unusable, "marks-missing", "no mark is given", field: "marks")
    case .questionUnknown(let code):
      Explanation(.unusable, "question-unknown", "the form asks no question \(code)", field: "marks")
    case .questionRepeated(let code):
      Explanation(.unusable, "question-repeated", "question \(code) is given two marks", field: "marks")
    case .markBeyond(let code, let range):
      Explanation(
        .unusable, "mark-beyond-range",
        "the mark for \(code) lies from \(range.lowerBound) to \(range.upperBound)", field: "marks")
    }
  }
}
