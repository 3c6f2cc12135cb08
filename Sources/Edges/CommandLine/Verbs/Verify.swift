internal import Arguments
internal import Certification
internal import Operations
internal import Pages
internal import Representations
internal import Values

extension Verb {
  /// Says whether a certificate is authentic and in force.
  static let verify = Verb(
    "verify", .records(.reading), summary: "Say whether a certificate is authentic and in force.",
    discussion: """
      The code may be typed in either case, with spaces and hyphens anywhere. Exit status 0: authentic and in force; \
      5: authentic, but suspended, revoked, expired or replaced; 4: there is no such certificate, so check the typing.
      """,
    examples: [
      Example("registrar verify 0123-4567-89AB-CDEF-GHJK-MNPQRS", "Verify a certificate by its code.")
    ],
    arguments: [Argument("CODE", kind: .naming(.certificate), help: "The public code on the certificate.")]
  ) { errand in
    let answer = try errand.answer(VerifyCertificate(code: try errand.given.required("CODE", .text)))
    if errand.output.isJSON { return try errand.verification(answer) }
    try errand.output.lines(
      ["Certificate \(answer.certificate.number) is authentic\(answer.state.clause)."]
        + certifiedFacts(answer.certificate.facts).lines
        + ["Status known as of \(answer.asOf.text(fractionDigits: 0))."])
    return answer.state == .issued ? .done : .conflict
  }

  /// Shows a certificate with every change of its state.
  static let showCertificate = Verb.showing(
    "show", summary: "Show a certificate with every change of its state.",
    examples: [Example("registrar certificate show TTT-2026-000001", "See what became of it, when and why.")],
    arguments: [.certificate]
  ) { errand in
    let answer = try errand.answer(
      ShowCertificate(certificate: try errand.given.required("CERTIFICATE", .text)))
    let origin = try errand.registrar.origin
    try errand.show(CertificateHistoryRepresentation(answer, origin: origin)) {
      let certificate = answer.certificate
      let head = Details([
        ("number", certificate.number.text), ("code", certificate.code.description),
        ("state", answer.state.rawValue), ("person", certificate.person.description),
        ("enrolment", certificate.enrolment.description),
        ("in doubt", answer.doubt?.reasons.map(\.sentence).joined(separator: "; ")),
        ("verify at", verificationAddress(of: certificate.code, origin: origin)),
      ])
      let rows = answer.transitions.map { [$0.on.description, $0.to.rawValue, $0.reason ?? ""] }
      return head.lines + [""] + certifiedFacts(certificate.facts).lines + [""]
        + Table(["ON", "STATE", "REASON"], rows).lines(columns: errand.surroundings.columns)
    }
  }
}

private func certifiedFacts(_ facts: CertifiedFacts) -> Details {
  Details([
    ("holder", facts.holder), ("kind", facts.kind.rawValue), ("scheme", facts.scheme.text()),
    ("course", facts.course.text()), ("session", "\(facts.session), \(words(facts.sessionDays))"),
    ("score", facts.score), ("issuer", facts.issuer), ("issued on", facts.issuedOn.description),
    ("last day", facts.lastDay?.description ?? "none"), ("time zone", facts.timeZone),
  ])
}

extension CertificateState {
  /// What follows "is authentic".
  fileprivate var clause: String {
    switch self {
    case .issued: " and in force"
    case .suspended, .revoked, .expired, .replaced: ", but \(rawValue)"
    }
  }
}

extension Errand {
  /// The same JSON as at the certificate's public address.
  fileprivate func verification(_ answer: VerifyCertificate.Answer) throws -> ExitStatus {
    try output.bytes(VerifiedCertificate(answer).json)
    return answer.state == .issued ? .done : .conflict
  }
}
