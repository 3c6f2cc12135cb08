public import People
public import Values

/// The identity of an answer to an evaluation.
public typealias EvaluationAnswerID = Identifier<EvaluationAnswer>

/// The mark that an answer gives for one question.
public struct EvaluationMark: Sendable, Hashable {
  public let question: QuestionCode
  /// 1 to the highest mark of the evaluation.
  public let mark: Int

  public init(question: QuestionCode, mark: Int) {
    self.question = question
    self.mark = mark
  }
}

/// A form that came back. It is never changed: what is wrong is annulled, and recorded again.
public struct EvaluationAnswer: Sendable, Hashable {
  /// Why an answer cannot be as described.
  public enum Refusal: Error, Hashable, Sendable {
    /// An anonymous evaluation's answers name nobody.
    case namesSomebody
    /// Who answered has to be named, where the evaluation is not anonymous.
    case respondentMissing
    /// No mark was given.
    case marksMissing
    /// The evaluation asks no such question.
    case questionUnknown(QuestionCode)
    /// One question was given two marks.
    case questionRepeated(QuestionCode)
    /// The mark lies outside the scale.
    case markBeyond(QuestionCode, ClosedRange<Int>)
  }

  public let id: EvaluationAnswerID
  public let evaluation: EvaluationID
  /// Who answered; nil in an anonymous evaluation.
  public let respondent: PersonID?
  /// What the form is called where it came from, unique in its evaluation; nil where it was typed.
  public let source: SourceIdentifier?
  public let answeredOn: Day
  /// At most one a question, in the order of the form.
  public let marks: [EvaluationMark]
  public let recordedAt: Instant
  /// When it was annulled; nil while it holds.
  public let annulledAt: Instant?

  public init(
    id: EvaluationAnswerID, to evaluation: Evaluation, respondent: PersonID?, source: SourceIdentifier?,
    answeredOn: Day, marks: [EvaluationMark], recordedAt: Instant
  ) throws(Refusal) {
    try EvaluationAnswer.check(marks, of: evaluation)
    switch (evaluation.isAnonymous, respondent) {
    case (true, .some): throw .namesSomebody
    case (false, nil): throw .respondentMissing
    case (true, nil), (false, .some): break
    }
    let inOrder = evaluation.questions.compactMap { question in marks.first { $0.question == question } }
    self.init(
      recorded: id, evaluation: evaluation.id, respondent: respondent, source: source, answeredOn: answeredOn,
      marks: inOrder, recordedAt: recordedAt, annulledAt: nil)
  }

  /// An answer as it was recorded.
  public init(
    recorded id: EvaluationAnswerID, evaluation: EvaluationID, respondent: PersonID?,
    source: SourceIdentifier?, answeredOn: Day, marks: [EvaluationMark], recordedAt: Instant,
    annulledAt: Instant?
  ) {
    self.id = id
    self.evaluation = evaluation
    self.respondent = respondent
    self.source = source
    self.answeredOn = answeredOn
    self.marks = marks
    self.recordedAt = recordedAt
    self.annulledAt = annulledAt
  }

  /// Throws unless the marks are such as the evaluation asks for.
  public static func check(_ marks: [EvaluationMark], of evaluation: Evaluation) throws(Refusal) {
    guard !marks.isEmpty else { throw .marksMissing }
    let scale = 1...evaluation.highestMark
    for (place, mark) in marks.enumerated() {
      guard evaluation.questions.contains(mark.question) else { throw .questionUnknown(mark.question) }
      guard !marks[..<place].contains(where: { $0.question == mark.question }) else {
        throw .questionRepeated(mark.question)
      }
      guard scale.contains(mark.mark) else { throw .markBeyond(mark.question, scale) }
    }
  }
}
