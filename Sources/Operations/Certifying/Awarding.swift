internal import Catalogue
internal import Certification
internal import Enrolment
internal import People
internal import Values

/// One award under way: what is to be certified of whom, by which rules.
struct Awarding {
  let work: Work
  let enrolment: Enrolment
  let scheme: Scheme
  /// The version in force.
  let version: SchemeVersion

  init(of enrolment: EnrolmentID, under scheme: Reference<Scheme>, _ work: Work) throws {
    self.work = work
    self.enrolment = try work.reached.enrolment(identified: enrolment)
    self.scheme = try work.records.scheme(named: scheme)
    try work.grant.requireActing(for: work.records.party(named: .id(self.scheme.issuer)))
    try work.grant.requireOther(than: self.enrolment.person)
    guard let version = self.scheme.current else { throw NotFound(.scheme, self.scheme.code.description) }
    self.version = version
  }

  /// What the records say, and what speaks for the award. Throws what stands against it.
  func judged(
    _ deciding: Deciding
  ) throws -> (records: CertificationRecords, evidence: [Eligibility.Evidence]) {
    let records = try work.judging.found(
      of: enrolment, for: version, deciding: deciding,
      certificateInForce: work.judging.certificateInForce(of: enrolment, under: scheme))
    switch version.eligibility(for: records) {
    case .notEligible(let reasons): throw AwardRefused(reasons: reasons)
    case .eligible(let evidence): return (records, evidence)
    }
  }

  /// Issues the certificate, where nothing stands against it.
  func award(_ deciding: Deciding) throws -> Award.Outcome {
    let today = try work.calendar.day(work.now, version.timeZone)
    let (records, evidence) = try judged(deciding)
    try expireEnded()
    let certificate = Certificate(
      id: work.newIdentifier(),
      number: try work.records.takeNumber(scheme: scheme, year: today.components.year),
      code: VerificationCode(random: work.random()), person: enrolment.person, scheme: scheme.id,
      schemeVersion: version.number, enrolment: enrolment.id, facts: try facts(today, records),
      decidedState: .issued)
    try record(certificate, on: today, evidence, deciding)
    return Award.Outcome(certificate: certificate, evidence: evidence)
  }

  /// An earlier certificate whose last day has passed makes room: its expiry becomes a record.
  private func expireEnded() throws {
    for certificate in try work.records.liveCertificates(of: enrolment.person, under: scheme.id) {
      let today = try work.calendar.day(work.now, certificate.facts.timeZone)
      guard certificate.state(on: today) == .expired else { continue }
      try work.move(certificate, by: .expire, on: today, reason: "the last day of validity has passed")
    }
  }

  private func record(
    _ certificate: Certificate, on today: Day, _ evidence: [Eligibility.Evidence], _ deciding: Deciding
  ) throws {
    try work.records.insert(certificate, evidence: evidence.map(\.sentence), at: work.now)
    try work.takeStatusPlace(for: certificate.id)
    try work.record(
      CertificateTransition(
        certificate: certificate.id, at: work.now, on: today, to: .issued, reason: nil,
        decidedBy: deciding.person),
      of: certificate, as: .certificateIssued)
    try work.note(
      "certificate award", .certificate, certificate.id.uuid, person: enrolment.person,
      [FieldChange("state", from: nil, to: CertificateState.issued.rawValue)] + deciding.changes)
  }

  private func facts(_ today: Day, _ records: CertificationRecords) throws -> CertifiedFacts {
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

extension Deciding {
  /// Who took part in the decision, as the history tells it.
  var changes: [FieldChange] {
    let proposer: PersonID? = if case .releasing(let proposer) = part { proposer } else { nil }
    return [("proposedBy", proposer), ("decidedBy", person)].compactMap { field, person in
      person.map { FieldChange(field, from: nil, to: $0.description) }
    }
  }
}
