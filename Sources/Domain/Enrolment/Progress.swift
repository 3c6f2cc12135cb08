public import Catalogue
public import Values

/// What one record says of one activity: a statement, or a result entered by an assessor.
public struct ProgressEvidence: Sendable, Hashable {
  /// What the record claims, or what its numbers amount to.
  public enum Claim: String, Sendable, CaseIterable {
    /// The learner has begun or gone on.
    case started
    case completed
    case passed
    case failed
    /// The activity need not be done: it counts as completed and passed, and shows no taking part (cmi5 §9.3.7).
    case waived
  }

  /// The activity's key within the version; nil for the course as a whole.
  public let activity: String?
  public let claims: Set<Claim>
  public let score: Score?
  /// Whether no attempt follows, should this one have failed.
  public let isFinal: Bool
  /// When the record that holds was made: the instant of what it shows first.
  public let recordedAt: Instant
  /// When the learner's attempt was first recorded, where this record takes the place of an earlier one: it decides the
  /// order of evidence, and whether the enrolment took any.
  public let occasion: Instant

  /// - Parameter occasion: `recordedAt` where nil, as for every record that corrects none.
  public init(
    activity: String?, claims: Set<Claim>, score: Score?, isFinal: Bool = false, recordedAt: Instant,
    occasion: Instant? = nil
  ) {
    self.activity = activity
    self.claims = claims
    self.score = score
    self.isFinal = isFinal
    self.recordedAt = recordedAt
    self.occasion = occasion ?? recordedAt
  }

  /// The same evidence of an attempt that was first recorded at an earlier instant.
  public func on(_ occasion: Instant) -> ProgressEvidence {
    ProgressEvidence(
      activity: activity, claims: claims, score: score, isFinal: isFinal, recordedAt: recordedAt,
      occasion: occasion)
  }
}

/// How far a learner has come with one activity.
public struct ActivityProgress: Sendable, Hashable {
  /// Passing and failing are facts of their own beside completion.
  public enum Success: String, Sendable, CaseIterable {
    case unknown, passed, failed
  }

  public private(set) var startedAt: Instant?
  public private(set) var completedAt: Instant?
  public private(set) var success: Success
  /// When success was decided.
  public private(set) var successAt: Instant?
  /// The score that goes with it: the last one given, but never a worse one than that which passed.
  public private(set) var score: Score?
  /// Whether no attempt follows the one that failed.
  public private(set) var isFinal: Bool

  /// Nothing is known yet.
  public static let none = ActivityProgress(
    startedAt: nil, completedAt: nil, success: .unknown, successAt: nil, score: nil)

  public init(
    startedAt: Instant?, completedAt: Instant?, success: Success, successAt: Instant?, score: Score?,
    isFinal: Bool = false
  ) {
    self.startedAt = startedAt
    self.completedAt = completedAt
    self.success = success
    self.successAt = successAt
    self.score = score
    self.isFinal = isFinal
  }

  /// Takes one more record in; records are taken in the order of their occasions.
  ///
  /// The version's rule decides success: where the activity has a mastery score and the record a comparable score,
  /// that comparison counts and a claim of passing or failing does not. What was passed or completed stays so.
  public mutating func take(_ evidence: ProgressEvidence, masteryScore: ExactDecimal?) {
    let isWaived = evidence.claims.contains(.waived)
    if !isWaived { startedAt = min(startedAt ?? evidence.recordedAt, evidence.recordedAt) }
    if isWaived || evidence.claims.contains(.completed) {
      completedAt = min(completedAt ?? evidence.recordedAt, evidence.recordedAt)
    }
    let verdict = ActivityProgress.verdict(of: evidence, masteryScore: masteryScore)
    if let given = evidence.score, keeps(given, verdict: verdict) { score = given }
    if success != .passed, verdict != .unknown, verdict != success {
      success = verdict
      successAt = evidence.recordedAt
    }
    isFinal = success == .failed && (isFinal || verdict == .failed && evidence.isFinal)
  }

  /// Whether a score takes the place of the one kept: always before a pass, then only where it is no worse.
  private func keeps(_ given: Score, verdict: Success) -> Bool {
    guard success == .passed else { return true }
    guard verdict != .failed else { return false }
    return score.map { given.isAtLeast($0) ?? false } ?? true
  }

  /// Whether the activity is done in the sense of its `moveOn`.
  public func satisfies(_ moveOn: MoveOn) -> Bool {
    moveOn.isSatisfied(completed: completedAt != nil, passed: success == .passed)
  }

  private static func verdict(of evidence: ProgressEvidence, masteryScore: ExactDecimal?) -> Success {
    if let masteryScore, let reached = evidence.score?.reaches(masteryScore) {
      return reached ? .passed : .failed
    }
    if evidence.claims.contains(.passed) || evidence.claims.contains(.waived) { return .passed }
    return evidence.claims.contains(.failed) ? .failed : .unknown
  }
}
