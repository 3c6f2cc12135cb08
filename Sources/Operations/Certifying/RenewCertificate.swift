internal import Certification
public import Enrolment
public import People
public import Values

/// Renews a certificate by another that goes on from it, where its holder has shown anew what the scheme's version in force
/// asks of renewals. Renewed early, the new one begins on the day behind the last of the one before, which stays in force
/// until then; in grace, it begins on the day of issue.
public struct RenewCertificate: Change {
  public static let right = Right.certify

  /// The public code or the number.
  public let certificate: String
  /// What shows it; the holder's latest enrolment on the course that is asked for where nil.
  public let enrolment: EnrolmentID?
  /// Who decided it, where who acts is nobody in particular.
  public let decidedBy: PersonID?

  public init(certificate: String, enrolment: EnrolmentID? = nil, decidedBy: PersonID? = nil) {
    self.certificate = certificate
    self.enrolment = enrolment
    self.decidedBy = decidedBy
  }

  public func carryOut(_ work: Work) throws -> Award.Outcome {
    let earlier = try work.reached.certificate(named: certificate)
    let awarding = try Awarding(
      of: enrolment ?? work.latestEnrolment(renewing: earlier), under: .id(earlier.scheme), work,
      renewing: earlier)
    return try awarding.award(
      work.deciding(work.decider(named: decidedBy), on: awarding.enrolment, as: .alone))
  }
}

extension Work {
  fileprivate func latestEnrolment(renewing earlier: Certificate) throws -> EnrolmentID {
    let asked = try records.scheme(named: .id(earlier.scheme)).current?.renewalRequirement.course
    let own = try records.enrolments(
      EnrolmentFilter(person: earlier.person), within: grant.reach, page: PageRequest(limit: 1000))
    let latest = try own.items.last {
      try $0.id != earlier.enrolment && records.course(of: $0.version) == asked
    }
    guard let latest else { throw AwardRefused(reasons: [.evidenceNotNewer(than: earlier.number)]) }
    return latest.id
  }
}
