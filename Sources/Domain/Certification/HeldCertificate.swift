/// A certificate that somebody has, as it stands to a scheme that requires it.
public struct HeldCertificate: Sendable, Hashable {
  public let scheme: SchemeCode
  public let number: CertificateNumber
  /// At the instant that is judged.
  public let state: CertificateState

  public init(scheme: SchemeCode, number: CertificateNumber, state: CertificateState) {
    self.scheme = scheme
    self.number = number
    self.state = state
  }
}
