internal import Catalogue
internal import Certification
internal import Enrolment
internal import People
internal import Values

/// One award or renewal under way: what is to be certified of whom, by which rules.
struct Awarding {
  let work: Work
  let enrolment: Enrolment
  let scheme: Scheme
  /// The version in force.
  let version: SchemeVersion
  /// The certificate that is to be renewed; nil of a first award.
  let renewed: Certificate?

  init(
    of enrolment: EnrolmentID, under scheme: Reference<Scheme>, _ work: Work,
    renewing renewed: Certificate? = nil
  ) throws {
    self.work = work
    self.renewed = renewed
    self.enrolment = try work.reached.enrolment(identified: enrolment)
    self.scheme = try work.records.scheme(named: scheme)
    try work.grant.requireActing(for: work.records.party(named: .id(self.scheme.issuer)))
    try work.grant.requireOther(than: self.enrolment.person)
    guard let version = self.scheme.current else { throw NotFound(.scheme, self.scheme.code.description) }
    self.version = version
    guard renewed?.scheme ?? self.scheme.id == self.scheme.id else {
      throw UnusableValue(
        field: "renews", value: renewed?.number.text ?? "", expected: "a certificate of the scheme")
    }
  }

  /// What the records say, and what speaks for the award. Throws what stands against it.
  func judged(
    _ deciding: Deciding
  ) throws -> (records: CertificationRecords, evidence: [Eligibility.Evidence]) {
    let records = try work.judging.found(
      of: enrolment, for: version, under: scheme, deciding: deciding, renewing: renewed)
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
      schemeVersion: version.number, enrolment: enrolment.id, renews: renewed?.id,
      facts: try facts(today, records), decidedState: .issued)
    try record(certificate, on: today, evidence, deciding)
    return Award.Outcome(certificate: certificate, evidence: evidence)
  }

  /// An earlier certificate whose last day has passed makes room: its expiry becomes a record.
  private func expireEnded() throws {
    for certificate in try work.records.liveCertificates(of: enrolment.person, under: scheme.id) {
      let today = try work.calendar.day(work.now, certificate.facts.timeZone)
      if certificate.state(on: today) == .expired { try work.expire(certificate) }
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
      of: certificate, as: renewed == nil ? .certificateIssued : .certificateRenewed)
    let told = renewed.map { FieldChange("renews", from: nil, to: $0.number.text) }
    try work.note(
      renewed == nil ? "certificate award" : "certificate renew", .certificate, certificate.id.uuid,
      person: enrolment.person,
      [FieldChange("state", from: nil, to: CertificateState.issued.rawValue)] + [told].compactMap(\.self)
        + deciding.changes)
  }

  private func facts(_ today: Day, _ records: CertificationRecords) throws -> CertifiedFacts {
    let shown = try shown(records)
    let firstDay = version.firstDay(issuedOn: today, renewingUntil: renewed?.facts.lastDay)
    return CertifiedFacts(
      holder: try work.records.knownPerson(identified: enrolment.person).name, kind: version.kind,
      scheme: scheme.titles, course: shown.course, session: shown.session, sessionDays: shown.days,
      score: shown.score, issuer: try work.records.party(named: .id(scheme.issuer)).names.text(),
      issuedOn: today, firstDay: firstDay, lastDay: version.validity.lastDay(from: firstDay),
      timeZone: version.timeZone)
  }

  private typealias Shown = (course: LocalizedText, session: SessionCode, days: DayRange, score: String?)

  /// What was learned: what the enrolment shows, or, where a refresher keeps it, what was certified before.
  private func shown(_ records: CertificationRecords) throws -> Shown {
    if let kept = renewed?.facts, version.renewalKeepsFacts {
      return (kept.course, kept.session, kept.sessionDays, kept.score)
    }
    let session = try work.records.session(named: .id(enrolment.session))
    return (
      try work.records.course(named: .id(version.course)).title, session.code, session.days,
      version.kind.attainment == .achievement ? records.score.map(\.words) : nil
    )
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
