public import Certification
internal import Enrolment
internal import People
public import Values

// What a scheme requires somebody to hold already.
extension Records {
  /// The certificates that a person had at an instant of the schemes that a version requires, each with its state then.
  ///
  /// Costs a few point reads for each; none where nothing is required.
  func held(
    by person: PersonID, for version: SchemeVersion, at instant: Instant, by calendar: Calendar
  ) throws -> [HeldCertificate] {
    try held(by: person, for: version, at: instant, by: calendar) { $1 }
  }

  /// The same, where those that were revoked since are told as revoked, whatever took their place before that: nothing
  /// rests on them any more. That one has merely ended since takes nothing from what was earned while it held.
  func stillHeld(
    by person: PersonID, for version: SchemeVersion, at instant: Instant, by calendar: Calendar
  ) throws -> [HeldCertificate] {
    try held(by: person, for: version, at: instant, by: calendar) { all, found in
      guard all.isRevokedSince(found.number) else { return found }
      return HeldCertificate(scheme: found.scheme, number: found.number, state: .revoked)
    }
  }

  /// What an enrolment showed for a renewal, where a certificate that was revoked since is told as revoked.
  func stillRenewed(
    _ earlier: Certificate, by enrolment: Enrolment, for version: SchemeVersion, at instant: Instant,
    _ calendar: Calendar
  ) throws -> RenewalRecords {
    let then = try renewal(of: earlier, by: enrolment, for: version, at: instant, calendar)
    let all = try certificates(of: earlier.person, under: earlier.scheme)
    return all.isRevokedSince(earlier.number) ? then.ofRevoked : then
  }

  private func held(
    by person: PersonID, for version: SchemeVersion, at instant: Instant, by calendar: Calendar,
    _ told: ([Certificate], HeldCertificate) -> HeldCertificate
  ) throws -> [HeldCertificate] {
    try version.prerequisites.flatMap { code -> [HeldCertificate] in
      let certificates = try self.certificates(of: person, under: self.scheme(named: .code(code)).id)
      return try certificates.compactMap { certificate in
        guard certificate.facts.hasBegun(on: try calendar.day(instant, certificate.facts.timeZone)) else {
          return nil
        }
        return try state(of: certificate, at: instant, by: calendar).map {
          told(certificates, HeldCertificate(scheme: code, number: certificate.number, state: $0))
        }
      }
    }
  }

  /// The state that a certificate had at an instant; nil where it was not issued yet.
  func state(
    of certificate: Certificate, at instant: Instant, by calendar: Calendar
  ) throws -> CertificateState? {
    guard let decided = try transitions(of: certificate.id).last(where: { $0.at <= instant })?.to else {
      return nil
    }
    let day = try calendar.day(instant, certificate.facts.timeZone)
    return certificate.facts.state(on: day, decided: decided)
  }

  /// Throws where a scheme would require itself, by itself or through what the others require: nobody could earn it.
  func refuseCircle(of scheme: SchemeCode, requiring required: [SchemeCode]) throws {
    var (seen, open) = (Set<SchemeCode>(), required)
    while let next = open.popLast() {
      guard next != scheme else { throw PrerequisiteCircle(scheme: scheme) }
      guard seen.insert(next).inserted else { continue }
      open += try self.scheme(next)?.current?.prerequisites ?? []
    }
  }
}

extension [Certificate] {
  /// Whether one of these, or what took its place, is revoked.
  fileprivate func isRevokedSince(_ number: CertificateNumber) -> Bool {
    var last = first { $0.number == number }
    while let earlier = last, let later = first(where: { $0.replaces == earlier.id }) { last = later }
    return last?.decidedState == .revoked
  }
}

/// A scheme was to require certificates of which one requires its own.
public struct PrerequisiteCircle: Explainable, Hashable {
  public let scheme: SchemeCode

  public var explanation: Explanation {
    Explanation(
      .conflict, "prerequisite-circle",
      "scheme \(scheme) would require a certificate of its own, so that nobody could earn the first",
      remedy: "leave out the required scheme that leads back to it", field: "requires")
  }
}
