internal import Certification
internal import Values

// The state of a certificate that holds now: on the present day of its own time zone, wherever and whatever is asked.
extension Calendar {
  /// The state at an instant.
  func state(of certificate: Certificate, at now: Instant) throws -> CertificateState {
    try certificate.state(on: day(now, certificate.facts.timeZone))
  }
}

extension Work {
  /// The present day of each zone that certificates are issued in.
  func presentDays() throws -> PresentDays {
    try records.presentDays(at: now, calendar)
  }

  /// That a certificate's last day has passed becomes a record.
  func expire(_ certificate: Certificate) throws {
    let today = try calendar.day(now, certificate.facts.timeZone)
    try move(certificate, by: .expire, on: today, reason: "the last day of validity has passed")
  }
}

extension Records {
  fileprivate func presentDays(at now: Instant, _ calendar: Calendar) throws -> PresentDays {
    let zones = Set(try schemes().flatMap(\.versions).map(\.timeZone))
    return PresentDays(
      inUTC: now.dayInUTC,
      byZone: try Dictionary(uniqueKeysWithValues: zones.map { ($0, try calendar.day(now, $0)) }))
  }
}

extension Reading {
  func state(of certificate: Certificate) throws -> CertificateState {
    try calendar.state(of: certificate, at: now)
  }

  /// The present day of each zone that certificates are issued in.
  func presentDays() throws -> PresentDays {
    try records.presentDays(at: now, calendar)
  }
}
