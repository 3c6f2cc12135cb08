public import Enrolment
public import Values

/// The identity of an evaluation.
public typealias EvaluationID = Identifier<Evaluation>
/// The short name of an evaluation, unique in the system.
public typealias EvaluationCode = Code<Evaluation>
/// The short name of a question, unique in its evaluation.
public typealias QuestionCode = Code<EvaluationQuestion>

/// What a question's code is the code of.
public enum EvaluationQuestion: Sendable {}

/// At which of the five levels a training is evaluated (domain 5.2).
public enum EvaluationLevel: String, Sendable, CaseIterable {
  /// What those who took part think of it.
  case reaction
  /// What they learned.
  case learning
  /// What they do otherwise at work.
  case behaviour
  /// What that changes in the administration.
  case results
  /// What it is worth beside what it cost.
  case returnOnInvestment = "return-on-investment"
}

/// Who fills a form in (domain 5.2: “filled by several parties”).
public enum RespondentRole: String, Sendable, CaseIterable {
  case learner, supervisor
  case trainingUnit = "training-unit"
  case sponsor
  case topManagement = "top-management"
}

/// A form that people are asked to fill in about a session: at one level, by one kind of respondent.
public struct Evaluation: Sendable, Hashable {
  /// Why an evaluation cannot be as described.
  public enum Refusal: Error, Hashable, Sendable {
    /// Somebody is asked.
    case nobodyAsked(Int)
    /// Marks go from 1 to 2 at least, and to 100 at the most.
    case scaleBeyond(ClosedRange<Int>)
    /// A form has questions.
    case questionsMissing
    /// Two questions have one code.
    case questionRepeated(QuestionCode)
  }

  /// What the highest mark may be.
  public static let highestMarks = 2...100

  public let id: EvaluationID
  public let code: EvaluationCode
  public let session: SessionID
  public let level: EvaluationLevel
  public let respondents: RespondentRole
  /// The form that is filled in, as people call it.
  public let instrument: String
  /// How many people were asked, from 1.
  public let asked: Int
  /// The last day on which an answer is expected: by it the evaluation belongs to a period.
  public let due: Day
  /// Marks go from 1 to this one, which is the best.
  public let highestMark: Int
  /// In the order of the form.
  public let questions: [QuestionCode]
  /// Whether answers name nobody.
  public let isAnonymous: Bool
  public let recordedAt: Instant

  public init(
    id: EvaluationID, code: EvaluationCode, session: SessionID, level: EvaluationLevel,
    respondents: RespondentRole, instrument: String, asked: Int, due: Day, highestMark: Int,
    questions: [QuestionCode], isAnonymous: Bool, recordedAt: Instant
  ) throws(Refusal) {
    guard asked >= 1 else { throw .nobodyAsked(asked) }
    guard Evaluation.highestMarks.contains(highestMark) else { throw .scaleBeyond(Evaluation.highestMarks) }
    guard !questions.isEmpty else { throw .questionsMissing }
    if let repeated = questions.first(where: { one in questions.filter { $0 == one }.count > 1 }) {
      throw .questionRepeated(repeated)
    }
    self.id = id
    self.code = code
    self.session = session
    self.level = level
    self.respondents = respondents
    self.instrument = instrument
    self.asked = asked
    self.due = due
    self.highestMark = highestMark
    self.questions = questions
    self.isAnonymous = isAnonymous
    self.recordedAt = recordedAt
  }
}
