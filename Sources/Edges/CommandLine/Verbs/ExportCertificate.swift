internal import Arguments
internal import Certification
internal import OpenBadges
internal import Operations
internal import Representations
internal import Values

extension Verb {
  /// Writes a certificate as a file that anybody verifies without asking.
  static let exportCertificate = Verb.changing(
    "export", summary: "Write a certificate as a signed file.",
    discussion: """
      vc-jwt is the credential of Open Badges 3.0 as it was signed; vc-json the same within JSON; pdf the page to hand over, \
      with the credential in it, in a language that the scheme has a title in. Each is the same octets every time. One that \
      is not signed yet is signed now.
      """,
    examples: [
      Example(
        "registrar certificate export TTT-2026-000001 --format vc-jwt --out certificate.jwt",
        "Hand out the signed credential."),
      Example(
        "registrar certificate export TTT-2026-000001 --format pdf --language fr --out certificate.pdf",
        "Print it in French."),
    ],
    arguments: [.certificate],
    options: [
      .choice("format", "FORMAT", of: CheckedFile.Form.self, isRequired: true, help: "The form of the file."),
      .value(
        "language", "TAG", help: "The language of a pdf; en where not given, or the first that there is."),
      .out,
    ]
  ) { errand in
    try errand.given.refuseJSON("this writes the certificate itself; show tells it as JSON")
    let form: CheckedFile.Form = try errand.given.required("format", .choice())
    let found = try errand.answer(
      ShowCertificate(certificate: try errand.given.required("CERTIFICATE", .text)))
    let signed = try errand.registrar.credential(of: found.certificate.id)
    try errand.hand(out: errand.octets(of: signed, as: form))
  }

  /// Writes what certificates are verified with where there is no network.
  static let exportTrust = Verb.changing(
    "trust", summary: "Write the keys and a snapshot of states, to verify certificates without a network.",
    discussion: """
      The file says whom to trust, so hand it over in a way that nobody else can alter it. States are known as of the \
      moment that it is written: write another now and then.
      """,
    examples: [
      Example(
        "registrar certificate trust --out trust.json", "For verify --trust, on a machine without records.")
    ],
    options: [.out]
  ) { errand in
    try errand.given.refuseJSON("this writes JSON already")
    try errand.hand(out: try errand.registrar.trustFile().json())
  }
}

extension Errand {
  /// The octets of the file.
  fileprivate func octets(of signed: SignedCredential, as form: CheckedFile.Form) throws -> [UInt8] {
    switch form {
    case .jwt: return Array(signed.token.utf8)
    case .json: return EnvelopedCredential.json(of: Array(signed.token.utf8))
    case .pdf:
      let found = try answer(ShowPages(of: signed.certificate))
      return try registrar.file(of: found, in: given.optional("language", .language)?.text)
    }
  }
}
