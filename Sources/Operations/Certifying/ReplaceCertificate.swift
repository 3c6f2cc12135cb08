public import Certification
internal import Enrolment
public import People
public import Values

/// Replaces a certificate by a new one that says the same in the person's present name. The old one keeps its number
/// and says that it was replaced. Nothing is certified anew: what it was awarded for must still hold.
public struct ReplaceCertificate: Change {
  public static let right = Right.certify

  /// The public code or the number.
  public let certificate: String
  public let reason: String
  /// Who decided it, where who acts is nobody in particular.
  public let decidedBy: PersonID?

  public init(certificate: String, reason: String, decidedBy: PersonID? = nil) {
    self.certificate = certificate
    self.reason = reason
    self.decidedBy = decidedBy
  }

  public func carryOut(_ work: Work) throws -> Certificate {
    let old = try work.reached.certificate(named: certificate)
    let decider = try work.decider(on: old, named: decidedBy)
    guard reason.isVisible else { throw CertificateState.Refusal.reasonMissing(.replace) }
    let today = try work.calendar.day(work.now, old.facts.timeZone)
    guard old.state(on: today) == old.decidedState else {
      throw CertificateState.Refusal.notFrom(.expired, .replace)
    }
    _ = try old.decidedState.after(.replace)
    if let doubt = try work.judging.doubt(on: old) {
      throw ReplacementRefused(doubt: doubt)
    }
    try work.move(old, by: .replace, on: today, reason: reason, decidedBy: decider)
    return try issue(inPlaceOf: old, today, decider, work)
  }

  private func issue(inPlaceOf old: Certificate, _ today: Day, _ decider: PersonID?, _ work: Work) throws
    -> Certificate
  {
    let scheme = try work.records.scheme(named: .id(old.scheme))
    let holder = try work.records.knownPerson(identified: old.person).name
    let certificate = Certificate(
      id: work.newIdentifier(),
      number: try work.records.takeNumber(scheme: scheme, year: today.components.year),
      code: VerificationCode(random: work.random()), person: old.person, scheme: old.scheme,
      schemeVersion: old.schemeVersion, enrolment: old.enrolment, replaces: old.id,
      facts: old.facts.inName(of: holder), decidedState: .issued)
    try work.records.insert(certificate, evidence: ["it replaces certificate \(old.number)"], at: work.now)
    try work.takeStatusPlace(for: certificate.id)
    try work.record(
      CertificateTransition(
        certificate: certificate.id, at: work.now, on: today, to: .issued, reason: reason,
        decidedBy: decider),
      of: certificate, as: .certificateIssued)
    try work.note(
      "certificate replace", .certificate, certificate.id.uuid, person: old.person, reason: reason,
      [FieldChange("number", from: old.number.text, to: certificate.number.text)])
    return certificate
  }
}

extension CertifiedFacts {
  /// The same facts, certified of the same person under another name.
  fileprivate func inName(of holder: String) -> CertifiedFacts {
    CertifiedFacts(
      holder: holder, kind: kind, scheme: scheme, course: course, session: session, sessionDays: sessionDays,
      score: score, issuer: issuer, issuedOn: issuedOn, firstDay: firstDay, lastDay: lastDay,
      timeZone: timeZone)
  }
}
