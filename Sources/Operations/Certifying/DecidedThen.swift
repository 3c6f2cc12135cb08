internal import Certification
internal import Enrolment
internal import Values

/// The records as they stood when certificates were decided on: what was recorded later does not count.
struct DecidedThen {
  let records: any Records
  let origin: String
  let rules: VersionRules
  let calendar: Calendar

  /// The decision on a certificate again, with what it rests on.
  struct Decision {
    let certificate: Certificate
    let grounds: RecordedGrounds
    /// When what it says was decided: of one that took another's place, when the first of them was awarded.
    let judgedAt: Instant
    let scheme: Scheme
    let version: SchemeVersion
    let enrolment: Enrolment
    /// What it renewed; nil of a first award.
    let renewed: Certificate?
    /// What counted then.
    let counted: [Derivation.Counted]
    let verdict: Eligibility
    /// The score that counted then, in its source's own words.
    let score: String?
  }

  /// Decides again by the version that a certificate was awarded by. That one was in force already is not asked: nobody
  /// has two, which the store sees to. One that took another's place says what the first one said.
  ///
  /// Costs as much as the records of its enrolment.
  func decision(on certificate: Certificate) throws -> Decision {
    let scheme = try records.scheme(named: .id(certificate.scheme))
    let version = try records.version(of: certificate)
    guard let grounds = try records.grounds(of: certificate.id) else {
      throw NotFound(.certificate, certificate.number.text)
    }
    let enrolment = try records.enrolment(identified: certificate.enrolment)
    let rule = try rules.rule(of: enrolment.version, in: records)
    let judgedAt = try records.judgedAt(certificate) ?? grounds.decidedAt
    let counted = try Derivation(records: records, origin: origin, asOf: judgedAt)
      .counted(of: enrolment, by: rule)
    let renewed = try records.renewed(by: certificate)
    let found = try found(
      of: enrolment, for: version, of: scheme.id, decided(on: certificate, of: enrolment, at: judgedAt),
      counted, rule,
      renewal: renewed.map {
        try records.renewal(of: $0, by: enrolment, for: version, at: judgedAt, calendar)
      }, asOf: judgedAt)
    let kept = version.renewalKeepsFacts ? renewed : nil
    return Decision(
      certificate: certificate, grounds: grounds, judgedAt: judgedAt, scheme: scheme, version: version,
      enrolment: enrolment, renewed: renewed,
      counted: counted, verdict: version.eligibility(for: found),
      score: kept.map(\.facts.score) ?? found.score?.words)
  }

  /// Who decided; nil of one that took another's place, since nothing was certified anew.
  private func decided(
    on certificate: Certificate, of enrolment: Enrolment, at instant: Instant
  ) throws -> Deciding? {
    guard certificate.replaces == nil else { return nil }
    return try records.decided(on: certificate, of: enrolment, at: instant)
  }

  private func found(
    of enrolment: Enrolment, for version: SchemeVersion, of scheme: SchemeID, _ deciding: Deciding?,
    _ counted: [Derivation.Counted],
    _ rule: VersionRules.Rule, renewal: RenewalRecords?,
    asOf instant: Instant
  ) throws -> CertificationRecords {
    guard let course = try records.course(of: enrolment.version) else {
      throw NotFound(.courseVersion, enrolment.version.description)
    }
    var progress = EnrolmentProgress.none
    for record in counted {
      progress.take(record.evidence, launches: rule.launches, passRule: rule.passRule)
    }
    let last = try records.transitions(of: enrolment.id).last { $0.at <= instant }
    return CertificationRecords(
      enrolment: enrolment.id, course: course, state: last?.to ?? .enrolled, facts: last?.facts ?? .none,
      score: progress.score,
      trust: version.asksTrust
        ? version.trust(in: counted, by: rule, isRenewal: renewal != nil) : nil,
      held: try records.held(by: enrolment.person, for: version, at: instant, by: calendar),
      deciding: deciding, certificateInForce: nil, renewal: renewal,
      stages: try records.stages(of: enrolment.person, for: version, of: scheme, until: instant))
  }
}
