internal import Certification
internal import Cryptography
internal import HTTP
internal import OpenBadges
internal import Operations
internal import Pages
internal import Representations
internal import Values

extension Route {
  /// What anyone may look at.
  static let pageRoutes: [Route] = [
    Route("GET", "/", .pages, .anyone) { call, answering in
      answering.send(.page(call.homePage))
    },
    Route(
      "GET", "/verify/{code}", .pages, .anyone,
      parameters: [.init("sha256", .text(), isRequired: false, "The SHA-256 of a file to look for.")]
    ) { call, answering in
      answering.send { try call.verification() }
    },
  ]
}

extension Call {
  fileprivate var homePage: Pages.Page {
    HomePage(
      links: [
        .init(
          address: "\(address)/healthz", title: "Is it alive?",
          purpose: "Answers “ok” once the server serves."),
        .init(
          address: "\(address)/api/", title: "The HTTP API",
          purpose: "Every request that programs can send, with examples."),
        .init(
          address: "\(address)/xapi/about", title: "The record store",
          purpose: "The versions of xAPI that learning software may send its statements in."),
      ],
      commands: [
        .init(
          line: "registrar key create --scope all",
          purpose: "Makes a key for the HTTP interface under /api/v1."),
        .init(line: "registrar import PACKAGE", purpose: "Reads a SCORM or cmi5 package into the courses."),
        .init(
          line: "registrar verify CODE",
          purpose: "Says what a certificate certifies and whether it is in force."),
      ]
    ).page
  }

  /// A certificate as anyone who holds its code may see it: a page, or JSON where that is asked for.
  fileprivate func verification() throws -> Response {
    let wantsJSON = Accepting(head).prefers("application/json", to: "text/html")
    do {
      let answer = try limitingCodes { try self.answer(VerifyCertificate(code: captures[0])) }
      let verified = VerifiedCertificate(answer, search: try search(among: answer))
      return (wantsJSON ? Response.json(verified.json) : .page(verified.page)).varyingByAccept
    } catch let unknown as CertificateUnknown {
      let problem = Problem(unknown, in: .pages)
      return (wantsJSON ? problem.response : .page(.certificateNotFound)).varyingByAccept
    }
  }
}

extension Call {
  /// What comes of looking for a file of the certificate by its SHA-256; nil where nobody asked.
  private func search(among answer: VerifyCertificate.Answer) throws -> VerifiedCertificate.Search? {
    guard let asked = head.query.first(where: { $0.name == "sha256" })?.value else { return nil }
    let digits = String(decoding: asked.utf8.filter { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D }, as: UTF8.self)
    guard let digest = Digest(hexadecimal: digits) else { return .malformed }
    guard let printable = answer.printable else { return .notFound }
    for (title, octets) in try files(of: printable) where try SHA256.digest(of: octets) == digest {
      return .found(title)
    }
    return .notFound
  }

  private func files(of printable: PrintableCertificate) throws -> [(title: String, octets: [UInt8])] {
    let token = Array(printable.credential.token.utf8)
    let pages = try printable.pages.map { page in
      (
        title: "the PDF in the language \(page.language)",
        octets: try registrar.file(of: printable, in: page.language)
      )
    }
    return [
      (title: "the credential (JWT)", octets: token),
      (title: "the credential (JSON)", octets: EnvelopedCredential.json(of: token)),
    ] + pages
  }
}

extension Response {
  static func page(_ page: Pages.Page) -> Response {
    Response(
      status: page.status,
      headers: [
        Field("Content-Type", Pages.Page.mediaType),
        Field("Content-Security-Policy", Pages.Page.contentSecurityPolicy),
      ], body: .bytes(page.bytes))
  }

  /// One word for a program that looks whether the server lives.
  static func line(_ word: String) -> Response {
    Response(
      status: 200, headers: [Field("Content-Type", "text/plain; charset=utf-8")],
      body: .bytes(Array("\(word)\n".utf8)))
  }

  fileprivate var varyingByAccept: Response {
    var response = self
    response.headers.append(Field("Vary", "Accept"))
    return response
  }
}
