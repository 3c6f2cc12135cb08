internal import Assessment
internal import Catalogue
internal import Certification
internal import Enrolment
internal import Values

/// What it takes to judge enrolments and certificates by the rules of schemes, as the records stand now.
struct Judging {
  let records: any Records
  let calendar: Calendar
  let origin: String
  let now: Instant

  /// What the records say of an enrolment, as far as a certificate of a version depends on it.
  func found(
    of enrolment: Enrolment, for version: SchemeVersion, of scheme: SchemeID?, deciding: Deciding? = nil,
    certificateInForce: CertificateNumber? = nil, renewal: RenewalRecords? = nil
  ) throws -> CertificationRecords {
    let held = try records.held(by: enrolment.person, for: version, at: now, by: calendar)
    return try found(
      of: enrolment, for: version, of: scheme, holding: held, deciding: deciding,
      certificateInForce: certificateInForce,
      renewal: renewal)
  }

  func found(
    of enrolment: Enrolment, for version: SchemeVersion, of scheme: SchemeID?,
    holding held: [HeldCertificate],
    deciding: Deciding? = nil, certificateInForce: CertificateNumber? = nil, renewal: RenewalRecords? = nil
  ) throws -> CertificationRecords {
    guard let course = try records.course(of: enrolment.version) else {
      throw NotFound(.courseVersion, enrolment.version.description)
    }
    return try found(
      evidence(of: enrolment, on: course), for: version, of: scheme, holding: held, deciding: deciding,
      certificateInForce: certificateInForce, renewal: renewal)
  }

  /// What the records say of an enrolment, by whatever version it is judged: read once, where it is judged by several.
  struct Evidence {
    let enrolment: Enrolment
    let course: CourseID
    let facts: EnrolmentFacts
    let score: Score?
  }

  func evidence(of enrolment: Enrolment, on course: CourseID) throws -> Evidence {
    Evidence(
      enrolment: enrolment, course: course,
      facts: try records.latestTransition(of: enrolment.id)?.facts ?? .none,
      score: try records.progress(of: enrolment.id).score)
  }

  func found(
    _ evidence: Evidence, for version: SchemeVersion, of scheme: SchemeID?, holding held: [HeldCertificate],
    deciding: Deciding? = nil, certificateInForce: CertificateNumber? = nil, renewal: RenewalRecords? = nil
  ) throws -> CertificationRecords {
    let enrolment = evidence.enrolment
    return CertificationRecords(
      enrolment: enrolment.id, course: evidence.course, state: enrolment.state, facts: evidence.facts,
      score: evidence.score, trust: try trust(in: enrolment, for: version, isRenewal: renewal != nil),
      held: held, deciding: deciding, certificateInForce: certificateInForce, renewal: renewal,
      stages: try records.stages(of: enrolment.person, for: version, of: scheme, until: now))
  }

  /// Costs as much as the records of the enrolment; nothing where the version does not ask.
  private func trust(
    in enrolment: Enrolment, for version: SchemeVersion, isRenewal: Bool
  ) throws -> EvidenceTrust? {
    guard version.asksTrust else { return nil }
    let rule = try VersionRules().rule(of: enrolment.version, in: records)
    let counted = try Derivation(records: records, origin: origin).counted(of: enrolment, by: rule)
    return version.trust(in: counted, by: rule, isRenewal: isRenewal)
  }

  /// The certificate that stands in the way of another of an enrolment's person under a scheme: one that has expired
  /// does not, whether or not that was recorded yet.
  func certificateInForce(of enrolment: Enrolment, under scheme: Scheme) throws -> CertificateNumber? {
    try records.liveCertificates(of: enrolment.person, under: scheme.id).first {
      try calendar.state(of: $0, at: now).isLive
    }?.number
  }

  /// Whether an enrolment is eligible by a scheme's version, beside the certificates that its person has.
  func eligibility(
    of enrolment: Enrolment, by version: SchemeVersion, of scheme: Scheme, deciding: Deciding? = nil,
    renewing earlier: Certificate? = nil
  ) throws -> Eligibility {
    version.eligibility(
      for: try found(
        of: enrolment, for: version, under: scheme, deciding: deciding, renewing: earlier))
  }
}

extension SchemeVersion {
  /// How far the records that count can be trusted to show what the version attests.
  func trust(
    in counted: [Derivation.Counted], by rule: VersionRules.Rule, isRenewal: Bool
  ) -> EvidenceTrust? {
    trust(
      in: counted.map { TrustedEvidence(evidence: $0.evidence, trust: $0.trust) }, launches: rule.launches,
      passRule: rule.passRule, isRenewal: isRenewal)
  }
}

extension Reading {
  var judging: Judging { Judging(records: records, calendar: calendar, origin: origin, now: now) }
}

extension Work {
  var judging: Judging { Judging(records: records, calendar: calendar, origin: origin, now: now) }
}
