internal import Certificates
internal import Certification
internal import Cryptography
internal import OpenBadges
internal import Values

/// A page of a certificate, as it was drawn and is kept.
struct DrawnPage {
  let language: String
  let octets: [UInt8]
  let digest: Digest
}

extension CredentialContent {
  /// The page in every language that the scheme has a title in and there are words for; in English where there are none
  /// such. What no font can show is not drawn.
  func pages(in wordings: [CertificateWording]) throws -> [DrawnPage] {
    let titled = wordings.filter { wording in
      certificate.facts.scheme.variants.contains { $0.language.isVariant(of: wording.language) }
    }
    let chosen = titled.isEmpty ? wordings.filter { $0.language == "en" } : titled
    let printed = PrintedCertificate(
      number: certificate.number, code: certificate.code, facts: certificate.facts,
      verificationAddress: addresses.verification(certificate.code), issuedAt: issuedAt)
    return try chosen.compactMap { wording in
      guard let octets = try printed.page(in: wording) else { return nil }
      return DrawnPage(
        language: wording.language, octets: octets, digest: try SHA256.digest(of: octets))
    }
  }

  /// The pages as the credential names them.
  func named(_ pages: [DrawnPage]) -> [AchievementCredential.Page] {
    pages.map { page in
      AchievementCredential.Page(
        address: addresses.page(certificate.code, language: page.language), digest: page.digest.octets)
    }
  }
}

extension LanguageTag {
  /// Whether it is a language, or a variety of it: `pt-BR` is of `pt`.
  fileprivate func isVariant(of language: String) -> Bool {
    let primary = text.utf8.prefix { $0 != UInt8(ascii: "-") }.map { $0 | 0x20 }
    return primary.elementsEqual(language.utf8)
  }
}
