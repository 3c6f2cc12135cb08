internal import Catalogue
internal import Certification
internal import Enrolment
internal import OpenBadges
internal import People
internal import Values

/// What a certificate says as a credential, put together from the records alone.
struct CredentialContent {
  let certificate: Certificate
  let place: TakenPlace
  let scheme: Scheme
  /// When it was issued.
  let issuedAt: Instant
  /// The same; of one that renews another early, when its first day begins.
  let validFrom: Instant
  /// From when on it no longer holds; nil where it never ends.
  let endsAt: Instant?
  let attested: [AttestedItem]
  let addresses: CredentialAddresses

  /// Nil where the certificate has no place in a list yet.
  init?(of certificate: Certificate, _ reading: Reading) throws {
    guard let place = try reading.records.statusPlace(of: certificate.id) else { return nil }
    self.certificate = certificate
    self.place = place
    scheme = try reading.records.scheme(named: .id(certificate.scheme))
    let facts = certificate.facts
    let begun = try reading.records.transitions(of: certificate.id).first?.at
    issuedAt = try begun ?? reading.calendar.startOfDay(facts.issuedOn, facts.timeZone)
    validFrom =
      try facts.firstDay == facts.issuedOn
      ? issuedAt : reading.calendar.startOfDay(facts.firstDay, facts.timeZone)
    endsAt = try facts.lastDay?.adding(days: 1).map { try reading.calendar.startOfDay($0, facts.timeZone) }
    attested = try reading.records.attested(by: reading.records.version(of: certificate))
    addresses = CredentialAddresses(origin: reading.origin)
  }

  /// The credential, with these pages.
  func credential(pages: [AchievementCredential.Page]) -> AchievementCredential {
    let facts = certificate.facts
    return AchievementCredential(
      address: addresses.credential(certificate.code), issuer: addresses.issuer(scheme.issuer),
      issuerName: facts.issuer, subject: "urn:uuid:\(certificate.person)", holder: facts.holder,
      kind: facts.kind.asAchievement,
      achievement: addresses.achievement(scheme.id, version: certificate.schemeVersion),
      title: facts.scheme.text(), course: facts.course.text(), number: certificate.number.text,
      session: facts.session.text, sessionDays: facts.sessionDays, score: facts.score, criteria: criteria,
      validFrom: validFrom, validUntil: endsAt,
      status: StatusPlace(base: addresses.statusList(place.list), position: place.position), pages: pages,
      alignments: attested.map(alignment))
  }

  private func alignment(_ attested: AttestedItem) -> AchievementCredential.Alignment {
    AchievementCredential.Alignment(
      name: attested.item.titles.text(),
      address: addresses.item(attested.item.code, of: attested.claim.edition),
      framework: "\(attested.framework), \(attested.claim.edition)", code: attested.item.code.text,
      depth: attested.depth?.titles.text())
  }

  private var criteria: String {
    let facts = certificate.facts
    let attested =
      switch facts.kind {
      case .attendance: "Attendance of"
      case .completion: "Completion of"
      case .achievement: "A pass in"
      case .masterTrainer: "Every stage before, and a pass in"
      }
    return
      "\(attested) the course \(facts.course.text()), by version \(certificate.schemeVersion) of the scheme "
      + "\(scheme.code). Days are meant in the time zone \(facts.timeZone)."
  }
}

extension SchemeVersion.Kind {
  fileprivate var asAchievement: AchievementCredential.Kind {
    switch self {
    case .attendance: .attendance
    case .completion: .completion
    case .achievement: .achievement
    case .masterTrainer: .masterTrainer
    }
  }
}
