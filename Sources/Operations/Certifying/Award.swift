public import Certification
public import Enrolment
public import People
public import Values

/// Awards a certificate where the scheme's rules find the enrolment eligible.
public struct Award: Change {
  public static let right = Right.certify

  public let enrolment: EnrolmentID
  public let scheme: Reference<Scheme>
  /// Who decided it, where who acts is nobody in particular.
  public let decidedBy: PersonID?

  public init(enrolment: EnrolmentID, scheme: Reference<Scheme>, decidedBy: PersonID? = nil) {
    self.enrolment = enrolment
    self.scheme = scheme
    self.decidedBy = decidedBy
  }

  public func carryOut(_ work: Work) throws -> Award.Outcome {
    let awarding = try Awarding(of: enrolment, under: scheme, work)
    let deciding = try work.deciding(work.decider(named: decidedBy), on: awarding.enrolment, as: .alone)
    return try awarding.award(deciding)
  }

  /// What an award yields.
  public struct Outcome: Sendable {
    public let certificate: Certificate
    public let evidence: [Eligibility.Evidence]
  }
}
