public import Catalogue
public import Enrolment
public import Values

/// How a version judges a result that an assessor enters.
public struct AssessmentRule: Sendable, Hashable {
  /// Why a result cannot be recorded.
  public enum Refusal: Error, Hashable, Sendable {
    /// The version has no such activity that could be assessed.
    case activityUnknown(String)
    /// The rule asks for a score to be reached; an observation without one decides nothing.
    case scoreRequired(passingScore: ExactDecimal)
    /// The score has no maximum, so it cannot be set against the score to reach.
    case scoreNotComparable(passingScore: ExactDecimal)
    /// The enrolment is in a state in which nothing more is assessed.
    case enrolmentNotOpen(EnrolmentState)
    /// A correction corrects a result of the same enrolment that no other correction took the place of.
    case notCorrectable(AssessmentResultID)
    /// Only a first mark that holds is marked a second time.
    case notMarkable(AssessmentResultID)
    /// The result has a second mark already.
    case markedTwice(AssessmentResultID)
    /// A correction says why.
    case reasonMissing
    /// Only an assessment of the whole course is the last attempt.
    case finalOfActivity(String)
  }

  /// The scaled score to reach; nil where none is named.
  public let passingScore: ExactDecimal?

  /// The rule for an activity, or for the course where `activity` is nil.
  public init(of version: CourseVersion, activity: String?) throws(Refusal) {
    try self.init(launches: version.launchesByKey, passRule: version.passRule, activity: activity)
  }

  /// The same rule from what a version says of launching its activities and of passing.
  public init(launches: [String: Launch], passRule: PassRule, activity: String?) throws(Refusal) {
    guard let activity else {
      passingScore = passRule.passingScore
      return
    }
    guard let launch = launches[activity] else { throw .activityUnknown(activity) }
    passingScore = launch.masteryScore
  }

  /// What a result amounts to: with a score to reach, reaching it decides; without one, a score shows that the work
  /// was done and an observation decides.
  public func outcome(of basis: AssessmentResult.Basis) throws(Refusal) -> AssessmentResult.Outcome {
    switch (basis, passingScore) {
    case (.scored(let score), .some(let passingScore)):
      guard let reached = score.reaches(passingScore) else {
        throw .scoreNotComparable(passingScore: passingScore)
      }
      return reached ? .passed : .failed
    case (.scored, nil): return .completed
    case (.observed, .some(let passingScore)): throw .scoreRequired(passingScore: passingScore)
    case (.observed(.satisfactory), nil): return .passed
    case (.observed(.unsatisfactory), nil): return .failed
    case (.annulled, _): return .annulled
    }
  }

  /// Throws where a result that is the last attempt is not one of the whole course.
  public static func refuseFinal(of activity: String?) throws(Refusal) {
    if let activity { throw .finalOfActivity(activity) }
  }

  /// The results that hold: those that no correction took the place of, in the order they were recorded.
  public static func inForce(_ results: [AssessmentResult]) -> [AssessmentResult] {
    let corrected = Set(results.compactMap { $0.correction?.of })
    return results.filter { !corrected.contains($0.id) }
  }
}
