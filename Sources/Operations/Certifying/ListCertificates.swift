public import Certification
public import Enrolment
public import People
public import Values

/// A certificate in a list.
public struct ListedCertificate: Sendable {
  public let certificate: Certificate
  /// The state that holds now, on the present day of its own time zone.
  public let state: CertificateState
}

/// Certificates within reach, those in force first.
public struct ListCertificates: Inquiry {
  public static let right: Right? = .lookUp

  public let person: PersonID?
  public let scheme: Reference<Scheme>?
  public let session: Reference<Session>?
  public let page: PageRequest

  public init(
    person: PersonID? = nil, scheme: Reference<Scheme>? = nil, session: Reference<Session>? = nil,
    page: PageRequest = PageRequest()
  ) {
    self.person = person
    self.scheme = scheme
    self.session = session
    self.page = page
  }

  public func answer(_ reading: Reading) throws -> Page<ListedCertificate> {
    let filter = CertificateFilter(
      person: try person.map { try reading.reached.person(identified: $0).id },
      scheme: try scheme.map { try reading.records.scheme(named: $0).id },
      session: try session.map { try reading.reached.session(named: $0).id })
    let found = try reading.records.certificates(
      filter, within: reading.grant.reach, on: reading.presentDays(), page: page)
    return Page(
      items: try found.items.map {
        ListedCertificate(certificate: $0, state: try reading.state(of: $0))
      }, next: found.next)
  }
}
