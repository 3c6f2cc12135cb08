public import Enrolment
public import People
public import Values

/// The identity of a result.
public typealias AssessmentResultID = Identifier<AssessmentResult>

/// What an assessor recorded of one attempt. A result is never changed: a correction is a new result with a reason.
public struct AssessmentResult: Sendable, Hashable {
  /// On what ground the assessor judged.
  public enum Basis: Sendable, Hashable {
    /// A score, from which the version's rule derives the outcome.
    case scored(Score)
    /// Performance that was observed, where the version names no score to reach.
    case observed(Verdict)
    /// None: the result that it takes the place of no longer counts.
    case annulled
  }

  /// What an observer found.
  public enum Verdict: String, Sendable, CaseIterable {
    case satisfactory, unsatisfactory
  }

  /// What a result amounts to under the version's rule.
  public enum Outcome: String, Sendable, CaseIterable {
    case passed, failed
    /// The work was done; the rule names no score that would make it a pass.
    case completed
    /// The attempt no longer counts.
    case annulled
  }

  public let id: AssessmentResultID
  public let enrolment: EnrolmentID
  /// The activity assessed; nil for the course as a whole.
  public let activity: String?
  /// 1 for the first attempt at this activity (or the course); a correction keeps the number of what it corrects.
  public let attempt: Int
  /// Whether the assessor decided that no attempt follows: failing it fails the enrolment. Of the whole course only.
  public let isFinal: Bool
  /// Whether the assessment was watched over.
  public let isProctored: Bool
  public let basis: Basis
  public let outcome: Outcome
  /// The day on which the assessment took place.
  public let assessedOn: Day
  public let recordedAt: Instant
  /// The result that this one takes the place of, with the reason; nil for an ordinary result.
  public let correction: Correction?
  /// Who assessed; nil where that is not known.
  public let assessor: PersonID?
  /// The result that this one marks a second time; nil for a first mark.
  public let seconds: AssessmentResultID?

  /// What is corrected, and why.
  public struct Correction: Sendable, Hashable {
    public let of: AssessmentResultID
    public let reason: String

    public init(of: AssessmentResultID, reason: String) {
      self.of = of
      self.reason = reason
    }
  }

  public init(
    id: AssessmentResultID, enrolment: EnrolmentID, activity: String?, attempt: Int, isFinal: Bool = false,
    isProctored: Bool = false, basis: Basis, outcome: Outcome, assessedOn: Day, recordedAt: Instant,
    correction: Correction?,
    assessor: PersonID? = nil,
    seconds: AssessmentResultID? = nil
  ) {
    self.id = id
    self.enrolment = enrolment
    self.activity = activity
    self.attempt = attempt
    self.isFinal = isFinal
    self.isProctored = isProctored
    self.basis = basis
    self.outcome = outcome
    self.assessedOn = assessedOn
    self.recordedAt = recordedAt
    self.correction = correction
    self.assessor = assessor
    self.seconds = seconds
  }

  /// What the result says of the learner's progress.
  public var evidence: ProgressEvidence {
    let score: Score? = if case .scored(let score) = basis { score } else { nil }
    let claims: Set<ProgressEvidence.Claim> =
      switch outcome {
      case .passed: [.completed, .passed]
      case .failed: [.failed]
      case .completed: [.completed]
      case .annulled: [.started]
      }
    return ProgressEvidence(
      activity: activity, claims: claims, score: score, isFinal: isFinal, recordedAt: recordedAt)
  }
}
