internal import Certification
public import Enrolment
public import Values

/// The certificates of a session that are in force, each as PDF, one after the other: however many there are, one is held
/// at a time.
public struct SessionPrints: Sendable {
  /// A file to hand over.
  public struct Print: Sendable {
    /// `TTT-2026-000001.en.pdf`.
    public let name: String
    public let octets: [UInt8]
  }

  /// How many there are.
  public let count: Int
  private let registrar: Registrar
  private let language: String?
  private var rest: ArraySlice<Printed>

  /// A certificate with what was signed of it.
  public struct Printed: Sendable {
    let number: CertificateNumber
    let printable: PrintableCertificate
  }

  init(_ printed: [Printed], in language: String?, of registrar: Registrar) {
    self.registrar = registrar
    self.language = language
    rest = printed[...]
    count = printed.count
  }

  /// The next file; nil behind the last.
  public mutating func next() throws -> Print? {
    guard let printed = rest.popFirst() else { return nil }
    let pages = printed.printable.pages
    let wanted = pages.contains { $0.language == language } ? language : nil
    let page = try printed.printable.page(in: wanted)
    return Print(
      name: "\(printed.number).\(page.language).pdf",
      octets: try registrar.file(of: printed.printable, in: page.language))
  }
}

extension Registrar {
  /// What is to be handed over of a session: every certificate that is in force, in the order of the numbers.
  ///
  /// - Parameter language: where a certificate has no page in it, the one is taken that it has.
  public func prints(
    of session: Reference<Session>, in language: String?, as principal: Principal
  ) throws -> SessionPrints {
    SessionPrints(
      try answer(ListPrints(session: session), as: principal), in: language, of: self)
  }
}

/// The certificates of a session that are in force, with what was signed of each. One that has no page is left out.
public struct ListPrints: Inquiry {
  public static let right: Right? = .lookUp

  let session: Reference<Session>

  public init(session: Reference<Session>) {
    self.session = session
  }

  public func answer(_ reading: Reading) throws -> [SessionPrints.Printed] {
    var printed: [SessionPrints.Printed] = []
    var next: String?
    repeat {
      let page = try ListCertificates(
        session: session, state: .issued, page: PageRequest(after: next, limit: 1000)
      ).answer(reading)
      for listed in page.items {
        let certificate = listed.certificate
        guard let signed = try reading.records.signedCredential(of: certificate.id) else {
          throw CredentialPending(number: certificate.number)
        }
        let pages = try reading.records.certificatePages(of: certificate.id)
        guard !pages.isEmpty else { continue }
        printed.append(
          SessionPrints.Printed(
            number: certificate.number, printable: PrintableCertificate(credential: signed, pages: pages)))
      }
      next = page.next
    } while next != nil
    return printed.sorted { $0.number.text.utf8.lexicographicallyPrecedes($1.number.text.utf8) }
  }
}
