/// How far a record can be trusted to show what its subject did, from the least to the most.
///
/// 1. What content or the learner's own machine reports can be forged by who has the machine.
/// 2. A score that somebody with the right to assess gave this server, which made the verdict of it.
/// 3. The same of an assessment that was watched over.
/// 4. What an assessor who is known saw being done.
/// 5. What two assessors who are known judged alike, each by themselves.
public enum EvidenceTrust: String, Sendable, CaseIterable {
  case selfReported = "self-reported"
  case serverScored = "server-scored"
  case proctored
  case observed
  case doubleMarked = "double-marked"
}

extension EvidenceTrust: Comparable {
  public static func < (one: Self, other: Self) -> Bool { one.rank < other.rank }

  private var rank: Int {
    switch self {
    case .selfReported: 0
    case .serverScored: 1
    case .proctored: 2
    case .observed: 3
    case .doubleMarked: 4
    }
  }
}

extension AssessmentResult {
  /// How far the result can be trusted by itself. What nobody in particular observed is no more than what was entered.
  var trust: EvidenceTrust {
    switch basis {
    case .observed where assessor != nil: .observed
    case .observed, .scored: isProctored ? .proctored : .serverScored
    case .annulled: .selfReported
    }
  }

  /// Whether another result is the second mark of an assessor who is known, as the first one is, and another person.
  func isMarkedIndependently(by second: AssessmentResult) -> Bool {
    guard let assessor, let other = second.assessor else { return false }
    return assessor != other && second.outcome == outcome && outcome != .annulled
  }
}
