public import Certification
internal import Typesetting
public import Values

/// A certificate to be printed: what it says, and where anybody verifies it.
public struct PrintedCertificate: Sendable {
  public let number: CertificateNumber
  public let code: VerificationCode
  public let facts: CertifiedFacts
  /// The address of the page that verifies it; the QR code leads there.
  public let verificationAddress: String
  /// When it was issued: when the document says that it was made.
  public let issuedAt: Instant

  public init(
    number: CertificateNumber, code: VerificationCode, facts: CertifiedFacts, verificationAddress: String,
    issuedAt: Instant
  ) {
    self.number = number
    self.code = code
    self.facts = facts
    self.verificationAddress = verificationAddress
    self.issuedAt = issuedAt
  }

  /// One page of A4 in the language of the words, as PDF: the same octets for the same certificate, with the same fonts.
  /// Nil where no font has a character of it.
  public func page(in wording: CertificateWording) throws -> [UInt8]? {
    let sheet = try CertificateSheet(self, wording)
    try sheet.draw()
    guard !sheet.lacksGlyphs else { return nil }
    return try sheet.page.finish()
  }
}
