public import Certification
public import Values

/// What the public may learn of a certificate whose code it holds: exactly what the certificate says, and its state.
public struct VerifiedCertificate: Sendable, Hashable {
  /// The number that is printed on it.
  public let number: CertificateNumber
  /// The public code that it was found by.
  public let code: VerificationCode
  /// What it certifies.
  public let facts: CertifiedFacts
  /// The state at `asOf`.
  public let state: CertificateState
  /// The day, in the certificate's own time zone, on which it came into that state; nil where it is not known.
  public let stateSince: Day?
  /// When the records were asked: the page promises nothing about later.
  public let asOf: Instant

  /// A certificate as the records show it at an instant.
  public init(
    number: CertificateNumber, code: VerificationCode, facts: CertifiedFacts, state: CertificateState,
    stateSince: Day?, asOf: Instant
  ) {
    self.number = number
    self.code = code
    self.facts = facts
    self.state = state
    self.stateSince = stateSince
    self.asOf = asOf
  }
}
