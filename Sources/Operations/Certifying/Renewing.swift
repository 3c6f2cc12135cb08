internal import Catalogue
public import Certification
internal import Enrolment
public import Values

/// What a certificate goes on from, and what goes on from it.
public struct CertificateRenewals: Sendable, Hashable {
  /// The number of the one that it renews; nil of one that was awarded.
  public let renews: CertificateNumber?
  /// The number of the one that renews it; nil where none does yet.
  public let renewedBy: CertificateNumber?
  /// The first day of the one that renews it.
  public let renewedFrom: Day?
}

// What renewals are judged by.
extension Judging {
  /// What the records say of an enrolment for an award under a scheme, or for the renewal of a certificate.
  func found(
    of enrolment: Enrolment, for version: SchemeVersion, under scheme: Scheme, deciding: Deciding?,
    renewing earlier: Certificate?
  ) throws -> CertificationRecords {
    guard let earlier else {
      return try found(
        of: enrolment, for: version, of: scheme.id, deciding: deciding,
        certificateInForce: certificateInForce(of: enrolment, under: scheme))
    }
    let behind = try records.liveCertificates(of: earlier.person, under: scheme.id).first {
      try $0.id != earlier.id && calendar.state(of: $0, at: now).isLive
    }
    return try found(
      of: enrolment, for: version, of: scheme.id, deciding: deciding,
      renewal: records.renewal(
        of: earlier, by: enrolment, for: version, at: now, calendar, behind: behind?.number))
  }
}

extension Records {
  /// What an enrolment shows for the renewal of a certificate, as of an instant.
  func renewal(
    of earlier: Certificate, by enrolment: Enrolment, for version: SchemeVersion, at instant: Instant,
    _ calendar: Calendar, behind later: CertificateNumber? = nil
  ) throws -> RenewalRecords {
    guard let issuedAt = try judgedAt(earlier), let state = try state(of: earlier, at: instant, by: calendar)
    else { throw NotFound(.certificate, earlier.number.text) }
    let session = try session(named: .id(enrolment.session))
    return RenewalRecords(
      certificate: earlier.number, kind: earlier.facts.kind, state: state, issuedOn: earlier.facts.issuedOn,
      issuedAt: issuedAt, lastDay: earlier.facts.lastDay,
      isAnotherOfHolder: enrolment.person == earlier.person && enrolment.id != earlier.enrolment,
      shownAt: try shownAt(version.renewalRequirement.attainment, by: enrolment, until: instant),
      sessionEndsOn: session.days.to, today: try calendar.day(instant, version.timeZone), renewedBy: later)
  }

  /// When it was recorded that an enrolment shows something; nil where it did not until an instant.
  private func shownAt(
    _ attainment: Attainment, by enrolment: Enrolment, until instant: Instant
  ) throws -> Instant? {
    let transitions = try transitions(of: enrolment.id).filter { $0.at <= instant }
    switch attainment {
    case .attendance: return transitions.first { $0.facts.hasAttended }?.at
    case .completion, .achievement:
      return transitions.last { $0.to == .completed && $0.from != .completed }?.at
    }
  }

  /// What a certificate renewed; of one that took another's place, what the first of them renewed.
  func renewed(by certificate: Certificate) throws -> Certificate? {
    try awarded(certificate).renews.flatMap { try self.certificate($0) }
  }

  /// The certificate that renews another, or one that the other took the place of; nil where none does.
  func renewer(of certificate: Certificate) throws -> Certificate? {
    if let found = try self.certificate(renewing: certificate.id) { return found }
    return try certificate.replaces.flatMap { try self.certificate($0) }.flatMap { try renewer(of: $0) }
  }

  func renewals(of certificate: Certificate) throws -> CertificateRenewals {
    let later = try renewer(of: certificate)
    return CertificateRenewals(
      renews: try renewed(by: certificate)?.number, renewedBy: later?.number,
      renewedFrom: later?.facts.firstDay)
  }

  /// The first of the certificates that took each other's place.
  func awarded(_ certificate: Certificate) throws -> Certificate {
    var first = certificate
    while let id = first.replaces, let earlier = try self.certificate(id) { first = earlier }
    return first
  }

  /// When what a certificate says was decided: of one that took another's place, when the first of them was awarded.
  func judgedAt(_ certificate: Certificate) throws -> Instant? {
    try grounds(of: awarded(certificate).id)?.decidedAt
  }
}
