public import Enrolment
public import Evaluation
public import People
public import Values

/// Which evaluations are asked for; what is nil does not restrict.
public struct EvaluationFilter: Sendable, Hashable {
  public let session: SessionID?
  public let level: EvaluationLevel?

  public init(session: SessionID? = nil, level: EvaluationLevel? = nil) {
    self.session = session
    self.level = level
  }
}

/// What training leads to: evaluations with their answers, commitments, onward training.
public protocol EvaluationRecords {
  func evaluation(_ id: EvaluationID) throws -> Evaluation?
  func evaluation(_ code: EvaluationCode) throws -> Evaluation?
  /// The evaluations of sessions within a reach, in the order of their codes.
  func evaluations(_ filter: EvaluationFilter, within reach: Reach, page: PageRequest) throws -> Page<
    Evaluation
  >
  func answer(_ id: EvaluationAnswerID) throws -> EvaluationAnswer?
  /// The answers to an evaluation, those that were annulled too, in the order they were recorded.
  func answers(to evaluation: EvaluationID, page: PageRequest) throws -> Page<EvaluationAnswer>
  /// The answer that holds, of a respondent.
  func answer(to evaluation: EvaluationID, of respondent: PersonID) throws -> EvaluationAnswer?
  /// The answer that holds, by what it is called where it came from.
  func answer(to evaluation: EvaluationID, called source: SourceIdentifier) throws -> EvaluationAnswer?
  /// How many answers to an evaluation hold.
  func answerCount(to evaluation: EvaluationID) throws -> Int
  func commitment(_ id: CommitmentID) throws -> Commitment?
  /// The commitment that holds, made at an enrolment.
  func commitment(of enrolment: EnrolmentID) throws -> Commitment?
  /// The commitments of enrolments within a reach, those taken back too, in the order they were recorded.
  func commitments(within reach: Reach, page: PageRequest) throws -> Page<Commitment>
  func onwardTraining(_ id: OnwardTrainingID) throws -> OnwardTraining?
  /// The onward training of an enrolment, of all within a reach where nil; what was annulled too, in the order it was
  /// recorded.
  func onwardTrainings(
    of enrolment: EnrolmentID?, within reach: Reach, page: PageRequest
  ) throws -> Page<OnwardTraining>
  /// What holds of a day under a title, of whichever trainer.
  func onwardTrainings(on day: Day, titled title: String) throws -> [OnwardTraining]
  /// The onward training of an enrolment that holds, by what it is called where it came from.
  func onwardTraining(of enrolment: EnrolmentID, called source: SourceIdentifier) throws -> OnwardTraining?
  /// How many people were trained by an enrolment's onward training up to a day.
  func peopleTrained(by enrolment: EnrolmentID, upTo day: Day) throws -> Int
}

/// What can be added to them.
public protocol WritableEvaluationRecords {
  func insert(_ evaluation: Evaluation) throws
  func insert(_ answer: EvaluationAnswer) throws
  func annul(_ answer: EvaluationAnswerID, at instant: Instant) throws
  func insert(_ commitment: Commitment) throws
  func end(_ commitment: CommitmentID, at instant: Instant) throws
  func insert(_ training: OnwardTraining) throws
  func annul(_ training: OnwardTrainingID, at instant: Instant) throws
}
