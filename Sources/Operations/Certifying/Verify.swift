public import Certification
internal import Enrolment
internal import People
public import Values

/// What anyone who holds a certificate's code may know. Public by design.
public struct VerifyCertificate: Inquiry {
  public static let right: Right? = nil

  /// A certificate, its state, and as of when.
  public struct Answer: Sendable {
    public let certificate: Certificate
    public let state: CertificateState
    public let asOf: Instant
    /// Every state that was decided, in order.
    public let transitions: [CertificateTransition]
    /// What it goes on from, and what goes on from it.
    public let renewals: CertificateRenewals
    /// The items of standards that it attests.
    public let attested: [AttestedItem]
    /// Whether its first day has come.
    public let hasBegun: Bool
    /// What was signed of it; nil while it is yet to be.
    public let printable: PrintableCertificate?
    /// The day, in the certificate's own time zone, on which its holder's particulars were erased; nil where they stand.
    public let holderErasedOn: Day?
  }

  /// The code as typed.
  public let code: String

  public init(code: String) {
    self.code = code
  }

  public func answer(_ reading: Reading) throws -> Answer {
    guard let parsed = VerificationCode(code), let found = try reading.records.certificate(parsed) else {
      throw CertificateUnknown()
    }
    let printable = try reading.records.signedCredential(of: found.id).map { signed in
      PrintableCertificate(credential: signed, pages: try reading.records.certificatePages(of: found.id))
    }
    return Answer(
      certificate: found, state: try reading.state(of: found), asOf: reading.now,
      transitions: try reading.records.transitions(of: found.id),
      renewals: try reading.records.renewals(of: found),
      attested: try reading.records.attested(by: reading.records.version(of: found)),
      hasBegun: try found.facts.hasBegun(on: reading.calendar.day(reading.now, found.facts.timeZone)),
      printable: printable, holderErasedOn: try reading.dayOfErasure(of: found))
  }
}

/// No certificate has the code that was asked about. Nothing of it is repeated, whatever it was: nobody learns how near a
/// guess came.
public struct CertificateUnknown: Explainable, Hashable {
  public var explanation: Explanation {
    Explanation(
      .notFound, "certificate-not-found", "no such certificate: none has this code",
      remedy: """
        check the typing: a code has 26 letters and digits; capitals, hyphens and spaces do not matter, O is read as 0, I \
        and L as 1
        """)
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
    /// What it goes on from, and what goes on from it.
    public let renewals: CertificateRenewals
    /// Who was told of decisions on it.
    public let notices: [CertificateNotice]
    /// What stands against it while it is in force; nil where nothing does.
    public let doubt: CertificateDoubt?
    /// The day, in the certificate's own time zone, on which its holder's particulars were erased; nil where they stand.
    public let holderErasedOn: Day?
  }

  /// The public code or the number.
  public let certificate: String

  public init(certificate: String) {
    self.certificate = certificate
  }

  public func answer(_ reading: Reading) throws -> Answer {
    let found = try reading.reached.certificate(named: certificate)
    let state = try reading.state(of: found)
    return Answer(
      certificate: found, state: state, transitions: try reading.records.transitions(of: found.id),
      renewals: try reading.records.renewals(of: found),
      notices: try reading.records.notices(of: found.id),
      doubt: state == .issued ? try reading.judging.doubt(on: found) : nil,
      holderErasedOn: try reading.dayOfErasure(of: found))
  }
}
