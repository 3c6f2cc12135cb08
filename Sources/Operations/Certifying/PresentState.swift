internal import Certification
internal import Values

// The state of a certificate that holds now: on the present day of its own time zone, wherever and whatever is asked.
extension Calendar {
  /// The state at an instant.
  func state(of certificate: Certificate, at now: Instant) throws -> CertificateState {
    try certificate.state(on: day(now, certificate.facts.timeZone))
  }
}

extension Reading {
  func state(of certificate: Certificate) throws -> CertificateState {
    try calendar.state(of: certificate, at: now)
  }

  /// The present day of each zone that certificates are issued in.
  func presentDays() throws -> PresentDays {
    let zones = Set(try records.schemes().flatMap(\.versions).map(\.timeZone))
    return PresentDays(
      inUTC: now.dayInUTC,
      byZone: try Dictionary(uniqueKeysWithValues: zones.map { ($0, try calendar.day(now, $0)) }))
  }
}
