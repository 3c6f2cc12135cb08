public import Assessment
public import Enrolment
public import Values
public import Certification
internal import Catalogue
internal import People

/// Records what an assessor found; the version's rule derives the outcome, and the enrolment moves with it.
public struct RecordResult: Change {
  public static let right = Right.assess

  public let enrolment: EnrolmentID
  /// The activity assessed; nil for the course as a whole.
  public let activity: String?
  public let basis: AssessmentResult.Basis
  public let assessedOn: Day
  /// Whether no attempt follows, should this one fail.
  public let isFinal: Bool
  /// Whether the assessment was watched over.
  public let isProctored: Bool
  /// Who assessed, where that is known by other records than who acts.
  var assessor: PersonID?

  public init(
    enrolment: EnrolmentID, activity: String?, basis: AssessmentResult.Basis, assessedOn: Day,
    isFinal: Bool = false, isProctored: Bool = false
  ) {
    self.enrolment = enrolment
    self.activity = activity
    self.basis = basis
    self.assessedOn = assessedOn
    self.isFinal = isFinal
    self.isProctored = isProctored
  }

  public func carryOut(_ work: Work) throws -> RecordedResult {
    let enrolment = try work.reached.enrolment(identified: enrolment)
    try work.grant.requireOther(than: enrolment.person)
    guard enrolment.state.isOpen else { throw AssessmentRule.Refusal.enrolmentNotOpen(enrolment.state) }
    let version = try work.records.version(identified: enrolment.version)
    let rule = try AssessmentRule(of: version, activity: activity)
    if isFinal { try AssessmentRule.refuseFinal(of: activity) }
    let earlier = try work.records.results(of: enrolment.id).filter {
      $0.activity == activity && $0.correction == nil && $0.seconds == nil
    }
    let result = AssessmentResult(
      id: work.newIdentifier(), enrolment: enrolment.id, activity: activity, attempt: earlier.count + 1,
      isFinal: isFinal, isProctored: isProctored, basis: basis, outcome: try rule.outcome(of: basis),
      assessedOn: assessedOn,
      recordedAt: work.now,
      correction: nil, assessor: assessor ?? work.grant.person)
    try work.records.insert(result)
    try work.note(
      "result record", .result, result.id.uuid, person: enrolment.person,
      [FieldChange("outcome", from: nil, to: result.outcome.rawValue)])
    try work.take([result.evidence], into: enrolment, rule: work.rules.rule(of: version.id, in: work.records))
    return try work.recorded(result)
  }
}

/// A result and how the enrolment stands after it.
public struct RecordedResult: Sendable {
  public let result: AssessmentResult
  public let enrolment: Enrolment
  /// What stands now against certificates that the enrolment earned and that are in force. Nothing becomes of them by
  /// itself: people decide.
  public let doubts: [CertificateDoubt]
}

/// Corrects a result by a new one with a reason. Progress is worked out again from the records that now hold.
public struct CorrectResult: Change {
  public static let right = Right.assess

  public let result: AssessmentResultID
  public let basis: AssessmentResult.Basis
  public let reason: String

  public init(result: AssessmentResultID, basis: AssessmentResult.Basis, reason: String) {
    self.result = result
    self.basis = basis
    self.reason = reason
  }

  public func carryOut(_ work: Work) throws -> RecordedResult {
    let wrong = try work.reached.result(identified: result)
    return try work.replace(wrong, by: basis, reason: reason, action: "result correct")
  }
}

extension Work {
  /// Puts a new result in the place of one that holds, and works the enrolment's progress out again.
  func replace(
    _ wrong: AssessmentResult, by basis: AssessmentResult.Basis, reason: String, action: String
  ) throws -> RecordedResult {
    let enrolment = try records.enrolment(identified: wrong.enrolment)
    try grant.requireOther(than: enrolment.person)
    guard reason.isVisible else { throw AssessmentRule.Refusal.reasonMissing }
    guard
      try AssessmentRule.inForce(records.results(of: enrolment.id)).contains(where: { $0.id == wrong.id })
    else { throw AssessmentRule.Refusal.notCorrectable(wrong.id) }
    if basis != .annulled { try records.refuseObserved(wrong.id) }
    let version = try records.version(identified: enrolment.version)
    let rule = try AssessmentRule(of: version, activity: wrong.activity)
    let result = AssessmentResult(
      id: newIdentifier(), enrolment: enrolment.id, activity: wrong.activity, attempt: wrong.attempt,
      isFinal: wrong.isFinal && basis != .annulled, isProctored: wrong.isProctored,
      basis: basis, outcome: try rule.outcome(of: basis),
      assessedOn: wrong.assessedOn, recordedAt: now,
      correction: .init(of: wrong.id, reason: reason), assessor: grant.person, seconds: wrong.seconds)
    try records.insert(result)
    try note(
      action, .result, result.id.uuid, person: enrolment.person, reason: reason,
      [FieldChange("outcome", from: wrong.outcome.rawValue, to: result.outcome.rawValue)])
    try rederive(enrolment, reason: reason)
    return try recorded(result)
  }

  /// A result as it was recorded, with all that it brought about.
  func recorded(_ result: AssessmentResult) throws -> RecordedResult {
    let enrolment = try records.enrolment(identified: result.enrolment)
    return RecordedResult(result: result, enrolment: enrolment, doubts: try doubts(by: enrolment))
  }
}

extension Records {
  /// Throws where a result rests on an observation: then its verdict is what was observed, and nobody types in another.
  func refuseObserved(_ result: AssessmentResultID) throws {
    if let observation = try observation(under: result) { throw ObservationRefused.observed(observation) }
  }
}
