public import Certification
public import Enrolment
public import Values
internal import Catalogue
internal import People

/// Awards a certificate where the scheme's rules find the enrolment eligible.
public struct Award: Change {
  public static let right = Right.certify

  public let enrolment: EnrolmentID
  public let scheme: Reference<Scheme>

  public init(enrolment: EnrolmentID, scheme: Reference<Scheme>) {
    self.enrolment = enrolment
    self.scheme = scheme
  }

  public func carryOut(_ work: Work) throws -> Award.Outcome {
    let enrolment = try work.reached.enrolment(identified: enrolment)
    let scheme = try work.records.scheme(named: scheme)
    try work.grant.requireActing(for: work.records.party(named: .id(scheme.issuer)))
    try work.grant.requireOther(than: enrolment.person)
    guard let version = scheme.current else { throw NotFound(.scheme, scheme.code.description) }
    let today = try work.calendar.day(work.now, version.timeZone)
    try expireEnded(of: enrolment.person, under: scheme, work)
    let records = try work.judging.found(
      of: enrolment, for: version,
      certificateInForce: work.judging.certificateInForce(of: enrolment, under: scheme))
    switch version.eligibility(for: records) {
    case .notEligible(let reasons): throw AwardRefused(reasons: reasons)
    case .eligible(let evidence):
      let certificate = try issue(enrolment, scheme, version, today, evidence, records, work)
      return Outcome(certificate: certificate, evidence: evidence)
    }
  }

  /// What an award yields.
  public struct Outcome: Sendable {
    public let certificate: Certificate
    public let evidence: [Eligibility.Evidence]
  }

  /// An earlier certificate whose last day has passed makes room: its expiry becomes a record.
  private func expireEnded(of person: PersonID, under scheme: Scheme, _ work: Work) throws {
    for certificate in try work.records.liveCertificates(of: person, under: scheme.id) {
      let today = try work.calendar.day(work.now, certificate.facts.timeZone)
      guard certificate.state(on: today) == .expired else { continue }
      try work.move(certificate, by: .expire, on: today, reason: "the last day of validity has passed")
    }
  }

  private func issue(
    _ enrolment: Enrolment, _ scheme: Scheme, _ version: SchemeVersion, _ today: Day,
    _ evidence: [Eligibility.Evidence], _ records: CertificationRecords, _ work: Work
  ) throws -> Certificate {
    let certificate = Certificate(
      id: work.newIdentifier(),
      number: try work.records.takeNumber(scheme: scheme, year: today.components.year),
      code: VerificationCode(random: work.random()), person: enrolment.person, scheme: scheme.id,
      schemeVersion: version.number, enrolment: enrolment.id,
      facts: try facts(enrolment, scheme, version, today, records, work), decidedState: .issued)
    try work.records.insert(certificate, evidence: evidence.map(\.sentence), at: work.now)
    try work.takeStatusPlace(for: certificate.id)
    try work.record(
      CertificateTransition(
        certificate: certificate.id, at: work.now, on: today, to: .issued, reason: nil,
        decidedBy: work.grant.person),
      of: certificate, as: .certificateIssued)
    try work.note(
      "certificate award", .certificate, certificate.id.uuid, person: enrolment.person,
      [FieldChange("state", from: nil, to: CertificateState.issued.rawValue)])
    return certificate
  }

  private func facts(
    _ enrolment: Enrolment, _ scheme: Scheme, _ version: SchemeVersion, _ today: Day,
    _ records: CertificationRecords, _ work: Work
  ) throws -> CertifiedFacts {
    let session = try work.records.session(named: .id(enrolment.session))
    return CertifiedFacts(
      holder: try work.records.person(identified: enrolment.person).name, kind: version.kind,
      scheme: scheme.titles,
      course: try work.records.course(named: .id(version.course)).title, session: session.code,
      sessionDays: session.days, score: version.kind == .achievement ? records.score.map(\.words) : nil,
      issuer: try work.records.party(named: .id(scheme.issuer)).names.text(), issuedOn: today,
      lastDay: version.validity.lastDay(issuedOn: today), timeZone: version.timeZone)
  }
}
