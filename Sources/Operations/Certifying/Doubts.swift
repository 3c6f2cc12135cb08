public import Certification
internal import Enrolment
internal import Values

// Whether the records still speak for a certificate that was awarded.
extension Judging {
  /// What stands against a certificate now; nil where it would be awarded today as it is. What it required to be held is
  /// judged as of the award, and stands against it only where that was revoked since; so is what it renewed.
  ///
  /// Costs a few point reads; where the score that counts is no longer the one it states, as much as the records of its
  /// enrolment.
  func doubt(on certificate: Certificate) throws -> CertificateDoubt? {
    let enrolment = try records.enrolment(identified: certificate.enrolment)
    let version = try records.version(of: certificate)
    let judgedAt = try records.judgedAt(certificate) ?? now
    let held = try records.stillHeld(by: enrolment.person, for: version, at: judgedAt, by: calendar)
    let renewed = try records.renewed(by: certificate)
    let found = try found(
      of: enrolment, for: version, of: certificate.scheme, holding: held,
      renewal: renewed.map {
        try records.stillRenewed($0, by: enrolment, for: version, at: judgedAt, calendar)
      })
    let kept = version.renewalKeepsFacts ? renewed : nil
    let doubt = version.doubt(
      on: certificate, by: found, bearsScore: try kept != nil || bearsScore(of: certificate, found, enrolment)
    )
    guard let kept, try self.doubt(on: kept) != nil else { return doubt }
    return CertificateDoubt(
      certificate: certificate.number, reasons: (doubt?.reasons ?? []) + [.renewedInDoubt(kept.number)])
  }

  /// Whether a record that holds gives the score that a certificate states; true where it states none.
  private func bearsScore(
    of certificate: Certificate, _ found: CertificationRecords, _ enrolment: Enrolment
  ) throws -> Bool {
    guard let stated = certificate.facts.score, found.score?.words != stated else { return true }
    let rule = try VersionRules().rule(of: enrolment.version, in: records)
    let evidence = try Derivation(records: records, origin: origin).evidence(of: enrolment, by: rule)
    return evidence.contains { $0.score?.words == stated }
  }
}

extension CertificateDoubt {
  /// The doubt as a sentence, for those who decide what becomes of the certificate.
  public var sentence: String {
    "certificate \(certificate) is in force on evidence that no longer holds ("
      + reasons.map(\.sentence).joined(separator: "; ") + "); suspend or revoke it"
  }
}

extension Work {
  /// What stands against those certificates that an enrolment earned and that are in force now.
  func doubts(by enrolment: Enrolment) throws -> [CertificateDoubt] {
    try records.certificates(of: enrolment.id).filter {
      try calendar.state(of: $0, at: now) == .issued
    }.compactMap { try judging.doubt(on: $0) }
  }
}

/// A certificate was to be replaced whose evidence no longer holds.
public struct ReplacementRefused: Explainable, Hashable {
  public let doubt: CertificateDoubt

  public var explanation: Explanation {
    Explanation(
      .conflict, "evidence-withdrawn",
      "certificate \(doubt.certificate) rests on evidence that no longer holds: "
        + doubt.reasons.map(\.sentence).joined(separator: "; "),
      remedy: "suspend or revoke it; what is earned anew is awarded anew")
  }
}
