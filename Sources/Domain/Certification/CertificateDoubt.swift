/// What stands against a certificate now, though it was awarded by rule: records that spoke for it no longer hold. It
/// ends nothing by itself; people decide.
public struct CertificateDoubt: Sendable, Hashable {
  public let certificate: CertificateNumber
  /// Why it would not be awarded today as it is; at least one.
  public let reasons: [Eligibility.Reason]

  public init(certificate: CertificateNumber, reasons: [Eligibility.Reason]) {
    self.certificate = certificate
    self.reasons = reasons
  }
}

extension SchemeVersion {
  /// Judges a certificate again by the version that it was awarded by: nil where the records still speak for it.
  ///
  /// - Parameters:
  ///   - records: what they say now; that the certificate itself is in force does not count.
  ///   - bearsScore: whether a record that holds gives the score that the certificate states.
  public func doubt(
    on certificate: Certificate, by records: CertificationRecords, bearsScore: Bool
  ) -> CertificateDoubt? {
    let records = CertificationRecords(
      enrolment: records.enrolment, course: records.course, state: records.state, facts: records.facts,
      score: records.score, trust: records.trust, held: records.held,
      certificateInForce: nil, renewal: records.renewal, stages: records.stages)
    switch eligibility(for: records) {
    case .notEligible(let reasons):
      return CertificateDoubt(certificate: certificate.number, reasons: reasons)
    case .eligible:
      guard let score = certificate.facts.score, !bearsScore else { return nil }
      return CertificateDoubt(certificate: certificate.number, reasons: [.scoreWithdrawn(score)])
    }
  }
}
