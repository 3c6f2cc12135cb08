public import Assessment
internal import Enrolment
public import Values

/// Annuls a result, with a reason: a new result in its place says that the attempt was begun and no more.
public struct AnnulResult: Change {
  public static let right = Right.assess

  public let result: AssessmentResultID
  public let reason: String

  public init(result: AssessmentResultID, reason: String) {
    self.result = result
    self.reason = reason
  }

  public func carryOut(_ work: Work) throws -> RecordedResult {
    let annulled = try work.reached.result(identified: result)
    guard annulled.outcome != .annulled else { throw AssessmentRule.Refusal.notCorrectable(annulled.id) }
    return try work.replace(annulled, by: .annulled, reason: reason, action: "result annul")
  }
}
