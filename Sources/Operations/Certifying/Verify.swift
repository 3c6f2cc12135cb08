public import Certification
public import Enrolment
public import People
public import Values

/// What anyone who holds a certificate's code may know. Public by design.
public struct VerifyCertificate: Inquiry {
  public static let right: Right? = nil

  /// A certificate, its state, and as of when.
  public struct Answer: Sendable {
    public let certificate: Certificate
    public let state: CertificateState
    public let asOf: Instant
  }

  /// The code as typed.
  public let code: String

  public init(code: String) {
    self.code = code
  }

  public func answer(_ reading: Reading) throws -> Answer {
    guard let parsed = VerificationCode(code), let found = try reading.records.certificate(parsed) else {
      throw NotFound(.certificate, code)
    }
    let today = try reading.calendar.day(reading.now, found.facts.timeZone)
    return Answer(certificate: found, state: found.state(on: today), asOf: reading.now)
  }
}

/// Certificates within reach, those in force first.
public struct ListCertificates: Inquiry {
  public static let right: Right? = .lookUp

  public let person: PersonID?
  public let scheme: Reference<Scheme>?
  public let session: Reference<Session>?
  public let state: CertificateState?
  public let page: PageRequest

  public init(
    person: PersonID? = nil, scheme: Reference<Scheme>? = nil, session: Reference<Session>? = nil,
    state: CertificateState? = nil, page: PageRequest = PageRequest()
  ) {
    self.person = person
    self.scheme = scheme
    self.session = session
    self.state = state
    self.page = page
  }

  public func answer(_ reading: Reading) throws -> (day: Day, page: Page<Certificate>) {
    let filter = CertificateFilter(
      person: try person.map { try reading.reached.person(identified: $0).id },
      scheme: try scheme.map { try reading.records.scheme(named: $0).id },
      session: try session.map { try reading.reached.session(named: $0).id }, state: state)
    let today = reading.now.dayInUTC
    return (
      today,
      try reading.records.certificates(filter, within: reading.grant.reach, onDay: today, page: page)
    )
  }
}

/// One certificate by code or number, with every change of its state.
public struct ShowCertificate: Inquiry {
  public static let right: Right? = .lookUp

  /// What is known of one certificate.
  public struct Answer: Sendable {
    public let certificate: Certificate
    public let state: CertificateState
    public let transitions: [CertificateTransition]
  }

  /// The public code or the number.
  public let certificate: String

  public init(certificate: String) {
    self.certificate = certificate
  }

  public func answer(_ reading: Reading) throws -> Answer {
    let found = try reading.reached.certificate(named: certificate)
    let today = try reading.calendar.day(reading.now, found.facts.timeZone)
    return Answer(
      certificate: found, state: found.state(on: today),
      transitions: try reading.records.transitions(of: found.id))
  }
}
