public import Assessment
public import Values
internal import Catalogue
internal import Enrolment

/// Marks a result a second time, independently of the first. Where the two disagree, the attempt decides nothing until
/// one of them is corrected.
public struct MarkSecond: Change {
  public static let right = Right.assess

  public let result: AssessmentResultID
  public let basis: AssessmentResult.Basis
  public let assessedOn: Day

  public init(result: AssessmentResultID, basis: AssessmentResult.Basis, assessedOn: Day) {
    self.result = result
    self.basis = basis
    self.assessedOn = assessedOn
  }

  public func carryOut(_ work: Work) throws -> RecordedResult {
    let first = try work.reached.result(identified: result)
    let enrolment = try work.records.enrolment(identified: first.enrolment)
    try work.grant.requireOther(than: enrolment.person)
    if let assessor = first.assessor { try work.grant.requireOther(thanAssessor: assessor) }
    let results = try work.records.results(of: enrolment.id)
    try AssessmentRule.refuseSecondMark(of: first, among: results)
    try work.records.refuseObserved(first.id)
    let version = try work.records.version(identified: enrolment.version)
    let rule = try AssessmentRule(of: version, activity: first.activity)
    let mark = AssessmentResult(
      id: work.newIdentifier(), enrolment: enrolment.id, activity: first.activity, attempt: first.attempt,
      basis: basis, outcome: try rule.outcome(of: basis), assessedOn: assessedOn, recordedAt: work.now,
      correction: nil, assessor: work.grant.person, seconds: AssessmentRule.original(of: first, in: results))
    try work.records.insert(mark)
    try work.note(
      "result second", .result, mark.id.uuid, person: enrolment.person,
      [FieldChange("outcome", from: nil, to: mark.outcome.rawValue)])
    try work.rederive(enrolment, reason: "marked a second time")
    return try work.recorded(mark)
  }
}
