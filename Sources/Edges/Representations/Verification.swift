internal import Certification
public import Operations
public import Pages

extension VerifiedCertificate {
  /// What the public may know of a certificate, for the page and the JSON that both doors give.
  public init(_ answer: VerifyCertificate.Answer) {
    let certificate = answer.certificate
    self.init(
      number: certificate.number, code: certificate.code, facts: certificate.facts, state: answer.state,
      stateSince: nil, asOf: answer.asOf)
  }
}
