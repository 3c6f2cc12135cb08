public import Enrolment
public import Evaluation
public import Values

/// Records that people are asked about a session: at which level, who, how many, by when, with which questions.
public struct AskEvaluation: Change {
  public static let right = Right.planSessions

  public let code: EvaluationCode
  public let session: Reference<Session>
  public let level: EvaluationLevel
  public let respondents: RespondentRole
  public let instrument: String
  public let asked: Int
  public let due: Day
  public let highestMark: Int
  public let questions: [QuestionCode]
  public let isAnonymous: Bool

  public init(
    code: EvaluationCode, session: Reference<Session>, level: EvaluationLevel, respondents: RespondentRole,
    instrument: String = "", asked: Int, due: Day, highestMark: Int, questions: [QuestionCode],
    isAnonymous: Bool = false
  ) {
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
  }

  public func carryOut(_ work: Work) throws -> Evaluation {
    let session = try work.reached.session(named: session)
    guard try work.records.evaluation(code) == nil else { throw AlreadyExists(.evaluation, code.text) }
    try requireLine(instrument, "instrument")
    guard session.days.from <= due else { throw EvaluationRefused.dueBeforeSession(session.days.from) }
    let evaluation = try Evaluation(
      id: work.newIdentifier(), code: code, session: session.id, level: level, respondents: respondents,
      instrument: instrument, asked: asked, due: due, highestMark: highestMark, questions: questions,
      isAnonymous: isAnonymous, recordedAt: work.now)
    try work.records.insert(evaluation)
    try work.note(
      "evaluation ask", .evaluation, evaluation.id.uuid,
      [
        FieldChange("session", from: nil, to: session.code.text),
        FieldChange("level", from: nil, to: level.rawValue),
        FieldChange("asked", from: nil, to: String(asked)),
      ])
    return evaluation
  }
}

/// The evaluations of sessions within reach, in the order of their codes.
public struct ListEvaluations: Inquiry {
  public static let right: Right? = .lookUp

  public let session: Reference<Session>?
  public let level: EvaluationLevel?
  public let page: PageRequest

  public init(
    session: Reference<Session>? = nil, level: EvaluationLevel? = nil, page: PageRequest = PageRequest()
  ) {
    self.session = session
    self.level = level
    self.page = page
  }

  public func answer(_ reading: Reading) throws -> Page<Evaluation> {
    let filter = EvaluationFilter(
      session: try session.map { try reading.reached.session(named: $0).id }, level: level)
    return try reading.records.evaluations(filter, within: reading.grant.reach, page: page)
  }
}

/// An evaluation, and how many answers to it hold.
public struct ShowEvaluation: Inquiry {
  public static let right: Right? = .lookUp

  public struct Answer: Sendable {
    public let evaluation: Evaluation
    public let answers: Int
  }

  public let evaluation: Reference<Evaluation>

  public init(_ evaluation: Reference<Evaluation>) {
    self.evaluation = evaluation
  }

  public func answer(_ reading: Reading) throws -> Answer {
    let evaluation = try reading.reached.evaluation(named: evaluation)
    return Answer(
      evaluation: evaluation, answers: try reading.records.answerCount(to: evaluation.id))
  }
}

/// Why an evaluation, an answer or an onward training is not recorded.
public enum EvaluationRefused: Explainable, Hashable {
  /// Nobody answers before the session has begun.
  case dueBeforeSession(Day)
  /// As many have answered as were asked.
  case allAnswered(Int)
  /// The respondent has answered already.
  case answeredBefore
  /// A form of this name is recorded already.
  case sourceRecorded(String)
  /// A learner who answers is enrolled in the session.
  case notInSession
  /// It was annulled or taken back already.
  case annulledBefore
  /// A commitment made at the enrolment holds already.
  case committedBefore(CommitmentID)
  /// Who trains others has completed the training.
  case notCompleted
  /// It is no later than the training that the trainer was trained in.
  case beforeSession(Day)
  /// The same training is recorded, for this trainer or for one whom this one helped.
  case countedAlready(OnwardTrainingID)

  public var explanation: Explanation {
    switch self {
    case .dueBeforeSession(let day):
      Explanation(
        .unusable, "due-before-session", "the session begins on \(day); answers are due then or later",
        field: "due")
    case .allAnswered(let asked):
      Explanation(.conflict, "all-answered", "\(asked) were asked, and as many have answered")
    case .answeredBefore:
      Explanation(
        .conflict, "answered-before", "this respondent has answered", remedy: "annul that answer first",
        field: "respondent")
    case .sourceRecorded(let source):
      Explanation(
        .conflict, "source-recorded", "“\(source)” is recorded already", remedy: "annul that one first",
        field: "source")
    case .notInSession:
      Explanation(
        .conflict, "not-in-session", "a learner who answers takes part in the session", field: "respondent")
    case .annulledBefore: Explanation(.conflict, "annulled-before", "it was annulled or taken back already")
    case .committedBefore(let id):
      Explanation(
        .conflict, "committed-before", "commitment \(id), made at this enrolment, holds",
        remedy: "take it back first")
    case .notCompleted:
      Explanation(
        .conflict, "not-completed", "the enrolment is not completed; who was trained trains others",
        field: "enrolment")
    case .beforeSession(let day):
      Explanation(
        .unusable, "before-session", "the trainer's own training began on \(day); others were trained later",
        field: "on")
    case .countedAlready(let id):
      Explanation(
        .conflict, "counted-already", "onward training \(id) is the same one; it counts once")
    }
  }
}

extension Evaluation.Refusal: Explainable {
  public var explanation: Explanation {
    switch self {
    case .nobodyAsked(let number):
      Explanation(.unusable, "number-not-positive", "1 at least is asked, not \(number)", field: "asked")
    case .scaleBeyond(let range):
      Explanation(
        .unusable, "scale-beyond-range",
        "the highest mark lies from \(range.lowerBound) to \(range.upperBound)", field: "highestMark")
    case .questionsMissing:
      Explanation(.unusable, "questions-missing", "a form has questions", field: "questions")
    case .questionRepeated(let code):
      Explanation(.unusable, "question-repeated", "question \(code) stands twice", field: "questions")
    }
  }
}

extension ReachedRecords {
  /// An evaluation lies where its session does.
  func evaluation(named reference: Reference<Evaluation>) throws -> Evaluation {
    let notFound = NotFound(.evaluation, reference.description)
    let found =
      switch reference {
      case .id(let id): try records.evaluation(id)
      case .code(let code): try records.evaluation(code)
      }
    guard let found else { throw notFound }
    guard try records.lies(found.session, within: reach) else { throw OutOfReach(notFound: notFound) }
    return found
  }
}
