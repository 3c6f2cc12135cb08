public import Certification
public import Enrolment
public import People
public import Values

/// A certificate in a list.
public struct ListedCertificate: Sendable {
  public let certificate: Certificate
  /// The state that holds now, on the present day of its own time zone.
  public let state: CertificateState
  /// What it goes on from, and what goes on from it.
  public let renewals: CertificateRenewals
  /// What stands against it; nil where nothing does, or where nobody asked.
  public let doubt: CertificateDoubt?
}

/// Certificates within reach, those in force first; or those of them in force that are in doubt.
public struct ListCertificates: Inquiry {
  public static let right: Right? = .lookUp

  public let person: PersonID?
  public let scheme: Reference<Scheme>?
  public let session: Reference<Session>?
  /// Only those that are in this state on the present day of their own time zone.
  public let state: CertificateState?
  /// Only those in force that end on this day or before: whom to remind.
  public let lastDayBy: Day?
  /// Only those that are suspended or revoked and whose holder was not told of that.
  public let isUntold: Bool
  /// Only those that are in force on evidence that no longer holds. Then cost grows with all that are in force.
  public let inDoubt: Bool
  public let page: PageRequest

  public init(
    person: PersonID? = nil, scheme: Reference<Scheme>? = nil, session: Reference<Session>? = nil,
    state: CertificateState? = nil, lastDayBy: Day? = nil, isUntold: Bool = false, inDoubt: Bool = false,
    page: PageRequest = PageRequest()
  ) {
    self.person = person
    self.scheme = scheme
    self.session = session
    self.state = state
    self.lastDayBy = lastDayBy
    self.isUntold = isUntold
    self.inDoubt = inDoubt
    self.page = page
  }

  public func answer(_ reading: Reading) throws -> Page<ListedCertificate> {
    let filter = CertificateFilter(
      person: try person.map { try reading.reached.person(identified: $0).id },
      scheme: try scheme.map { try reading.records.scheme(named: $0).id },
      session: try session.map { try reading.reached.session(named: $0).id }, state: state,
      lastDayBy: lastDayBy, isUntold: isUntold)
    if inDoubt { return try doubtful(filter, reading) }
    let found = try reading.records.certificates(
      filter, within: reading.grant.reach, on: reading.presentDays(), page: page)
    return Page(items: try found.items.map { try reading.listed($0) }, next: found.next)
  }

  /// Those in force come first: the first that is not ends the search.
  private func doubtful(_ filter: CertificateFilter, _ reading: Reading) throws -> Page<ListedCertificate> {
    let days = try reading.presentDays()
    var found: [ListedCertificate] = []
    var next = page.after
    repeat {
      let chunk = try reading.records.certificates(
        filter, within: reading.grant.reach, on: days, page: PageRequest(after: next, limit: 1000))
      for certificate in chunk.items {
        let state = try reading.state(of: certificate)
        guard state == .issued else { return Page(items: found, next: nil) }
        let doubt = try reading.judging.doubt(on: certificate)
        guard let doubt else { continue }
        guard found.count < page.limit else {
          return Page(
            items: found,
            next: try found.last.flatMap { try reading.records.cursor(behind: $0.certificate.id) })
        }
        found.append(try reading.listed(certificate, doubt: doubt))
      }
      next = chunk.next
    } while next != nil
    return Page(items: found, next: nil)
  }
}

extension Reading {
  /// A certificate as lists show it.
  func listed(_ certificate: Certificate, doubt: CertificateDoubt? = nil) throws -> ListedCertificate {
    ListedCertificate(
      certificate: certificate, state: try state(of: certificate),
      renewals: try records.renewals(of: certificate), doubt: doubt)
  }
}
