internal import Certificates
public import Certification
internal import OpenBadges
public import Values

/// Which pages of a certificate there are, for whoever holds its code. Public by design.
public struct FindPages: Inquiry {
  public static let right: Right? = nil

  /// The code as typed.
  public let code: String

  public init(code: String) {
    self.code = code
  }

  public func answer(_ reading: Reading) throws -> PrintableCertificate {
    let signed = try FindCredential(code: code).answer(reading)
    return PrintableCertificate(
      credential: signed, pages: try reading.records.certificatePages(of: signed.certificate))
  }
}

/// Which pages of a certificate there are, by its identity.
public struct ShowPages: Inquiry {
  public static let right: Right? = .lookUp

  public let certificate: CertificateID

  public init(of certificate: CertificateID) {
    self.certificate = certificate
  }

  public func answer(_ reading: Reading) throws -> PrintableCertificate {
    guard let signed = try reading.records.signedCredential(of: certificate) else {
      throw NotFound(.certificate, certificate.description)
    }
    return PrintableCertificate(
      credential: signed, pages: try reading.records.certificatePages(of: certificate))
  }
}

/// A certificate that was signed, and the pages that its credential names.
public struct PrintableCertificate: Sendable {
  public let credential: SignedCredential
  /// In the order of their languages.
  public let pages: [CertificatePage]

  /// The page in a language; where none is named the English one, or the first.
  public func page(in language: String?) throws -> CertificatePage {
    let found =
      if let language { pages.first { $0.language == language } } else {
        pages.first { $0.language == "en" } ?? pages.first
      }
    guard let found else { throw PageMissing(language: language, languages: pages.map(\.language)) }
    return found
  }
}

/// A certificate was not printed in a language.
public struct PageMissing: Explainable, Hashable {
  public let language: String?
  /// The languages that there are pages in.
  public let languages: [String]

  public var explanation: Explanation {
    Explanation(
      .notFound, "page-missing",
      languages.isEmpty
        ? "the certificate was not printed: no font that is installed here has all characters of it"
        : "the certificate was not printed in the language \(language ?? "")",
      remedy: languages.isEmpty
        ? "install the fonts and replace the certificate, or hand out its credential"
        : "there are pages in \(languages.joined(separator: ", ")): those that the scheme has titles in",
      field: languages.isEmpty ? nil : "language")
  }
}

extension Registrar {
  /// The file of a certificate as PDF: its page, with the credential in it. The same octets every time.
  public func file(of printable: PrintableCertificate, in language: String?) throws -> [UInt8] {
    let page = try printable.page(in: language)
    let attached = AttachedCredential(
      page: try self.page(page), token: Array(printable.credential.token.utf8), language: page.language)
    guard let file = attached.file else { throw PageDamaged(digest: page.digest) }
    return file
  }

  /// The octets of a page alone, as the credential names them.
  public func page(_ page: CertificatePage) throws -> [UInt8] {
    let kept = try content.open(digest: page.digest)
    var octets: [UInt8] = []
    while octets.count < kept.sizeBytes {
      let piece = try kept.octets(at: octets.count, count: kept.sizeBytes - octets.count)
      guard !piece.isEmpty else { throw PageDamaged(digest: page.digest) }
      octets += piece
    }
    return octets
  }
}

/// The file of a page is not what was kept.
struct PageDamaged: Explainable, Hashable {
  let digest: String

  var explanation: Explanation {
    Explanation(
      .temporary, "page-damaged", "the page that is kept as \(digest) is damaged",
      remedy: "put it back from a backup; check tells what else is damaged")
  }
}
