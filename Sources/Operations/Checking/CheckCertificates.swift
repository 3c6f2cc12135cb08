internal import Certification
internal import Enrolment
internal import People
internal import Values

extension Checking {
  func checkCertificates() throws {
    let series = try records.numberSeriesBegun()
    var schemes: [SchemeID: CheckedScheme] = [:]
    try each({ try records.certificates(page: $0) }, { "certificate \($0.number)" }) { certificate in
      let scheme = try schemes[certificate.scheme] ?? CheckedScheme(certificate.scheme, in: records)
      schemes[certificate.scheme] = scheme
      try check(certificate, under: scheme, series: series)
    }
  }

  private func check(
    _ certificate: Certificate, under scheme: CheckedScheme, series: Set<NumberSeries>
  ) throws {
    let transitions = try records.transitions(of: certificate.id)
    if transitions.last?.to != certificate.decidedState || !isChain(transitions, of: certificate) {
      fault("certificate", "the state of certificate \(certificate.number) is not what its changes say")
    }
    let enrolment = try records.enrolment(identified: certificate.enrolment)
    let clauses = [
      scheme.objection(to: certificate, begun: transitions.first?.on, series: series),
      scheme.objection(to: certificate.facts, by: certificate.schemeVersion),
      try objection(to: certificate, of: enrolment), try objectionToPlace(of: certificate),
      try objectionToFirstDay(of: certificate),
      try objectionToAnother(beside: certificate),
    ]
    for clause in clauses.compactMap(\.self) {
      fault("certificate", "certificate \(certificate.number) \(clause)")
    }
    guard try calendar.state(of: certificate, at: now) == .issued, clauses.allSatisfy({ $0 == nil }),
      let doubt = try Judging(
        records: records, calendar: calendar, origin: origin, now: now
      ).doubt(on: certificate)
    else { return }
    warn("certificate", doubt.sentence)
  }

  /// Whether each change leads on from the one before. Certificates that were suspended could once be replaced; that it
  /// happened is told.
  private func isChain(_ transitions: [CertificateTransition], of certificate: Certificate) -> Bool {
    guard transitions.first?.to == .issued else { return false }
    return zip(transitions, transitions.dropFirst()).allSatisfy { earlier, later in
      if (earlier.to, later.to) == (.suspended, .replaced) {
        warn("certificate", "certificate \(certificate.number) was replaced while it was suspended")
        return true
      }
      return leads(to: later.to, earlier.to.after)
    }
  }

  /// What it certifies, held against the enrolment that it rests on.
  private func objection(to certificate: Certificate, of enrolment: Enrolment) throws -> String? {
    guard enrolment.person == certificate.person else { return "is another person's than its enrolment" }
    let shown = try shownBy(certificate, enrolment)
    let session = try records.session(named: .id(shown.session))
    guard certificate.facts.session == session.code, certificate.facts.sessionDays == session.days else {
      return "names another session, or other days, than its enrolment has"
    }
    let person = try records.person(identified: certificate.person)
    let names = try records.formerNames(of: person.id) + [person.name]
    guard names.contains(where: { $0.utf8.elementsEqual(certificate.facts.holder.utf8) }) else {
      return "is in a name that its holder never had"
    }
    return nil
  }

  /// The enrolment that shows what it certifies: its own, or, where a refresher kept it, that of the one before.
  private func shownBy(_ certificate: Certificate, _ enrolment: Enrolment) throws -> Enrolment {
    guard let renewed = try records.renewed(by: certificate),
      try records.version(of: certificate).renewalKeepsFacts
    else { return enrolment }
    return try shownBy(renewed, records.enrolment(identified: renewed.enrolment))
  }

  /// It holds from the day of its issue, or goes on from the one that it renews.
  private func objectionToFirstDay(of certificate: Certificate) throws -> String? {
    let facts = certificate.facts
    let renewed = try records.renewed(by: certificate)
    if let renewed, renewed.person != certificate.person || renewed.scheme != certificate.scheme {
      return "renews one of another person or scheme"
    }
    let version = try records.version(of: certificate)
    guard facts.firstDay == version.firstDay(issuedOn: facts.issuedOn, renewingUntil: renewed?.facts.lastDay)
    else { return "holds from another day than its issue, and what it renews, say" }
    return nil
  }

  /// One that is replaced has one in its place, which rests on the same enrolment, and no other has.
  private func objectionToPlace(of certificate: Certificate) throws -> String? {
    let others = try records.certificates(of: certificate.enrolment).filter {
      $0.scheme == certificate.scheme
    }
    if certificate.decidedState == .replaced, !others.contains(where: { $0.replaces == certificate.id }) {
      return "is replaced, and there is none in its place"
    }
    guard let replaced = certificate.replaces else { return nil }
    let isSound = others.contains { $0.id == replaced && $0.decidedState == .replaced }
    return isSound ? nil : "is in the place of one that is not replaced"
  }

  /// Told once, of the latest of them.
  private func objectionToAnother(beside certificate: Certificate) throws -> String? {
    guard certificate.decidedState.isLive else { return nil }
    let live = try records.liveCertificates(of: certificate.person, under: certificate.scheme)
    let overlapping = live.filter { $0.facts.overlaps(certificate.facts) }
    guard overlapping.count > 1, overlapping.first?.id == certificate.id else { return nil }
    return "is one of \(overlapping.count) that are live on one day for one person under one scheme"
  }
}

extension CertifiedFacts {
  /// Whether there is a day on which both hold.
  fileprivate func overlaps(_ other: CertifiedFacts) -> Bool {
    (lastDay.map { other.firstDay <= $0 } ?? true) && (other.lastDay.map { firstDay <= $0 } ?? true)
  }
}

/// A scheme with the numbers that were given out under it, read once for all its certificates.
private struct CheckedScheme {
  private let scheme: Scheme
  private let lastSerials: [Int: Int]

  init(_ id: SchemeID, in records: any Records) throws {
    scheme = try records.scheme(named: .id(id))
    lastSerials = try records.lastSerials(of: id)
  }

  /// What speaks against a certificate's number.
  ///
  /// - Parameter day: the day on which it was put in force; its year is the number's.
  func objection(to certificate: Certificate, begun day: Day?, series: Set<NumberSeries>) -> String? {
    guard let parts = certificate.number.parts(of: scheme.code),
      day.map({ $0.components.year == parts.year }) ?? true
    else { return "has a number that scheme \(scheme.code) does not give in that year" }
    guard parts.series.map(series.contains) ?? true else {
      return "has a number of a series that nothing began"
    }
    guard parts.serial <= lastSerials[parts.year] ?? 0 else {
      return "has a number beyond the last that was given out, \(lastSerials[parts.year] ?? 0)"
    }
    return nil
  }

  /// What speaks against what is certified, by the version that it was awarded by.
  func objection(to facts: CertifiedFacts, by number: Int) -> String? {
    guard let version = scheme.versions.first(where: { $0.number == number }) else {
      return "was awarded by a version that scheme \(scheme.code) does not have"
    }
    guard facts.kind == version.kind else { return "attests another thing than its scheme's version" }
    guard facts.score == nil || facts.kind.attainment == .achievement else {
      return "states a score, which only achievement is shown by"
    }
    guard facts.timeZone == version.timeZone,
      facts.lastDay == version.validity.lastDay(from: facts.firstDay)
    else { return "holds for other days than its scheme's version says" }
    return nil
  }
}
