internal import Arguments
internal import Certification
internal import Operations
internal import Representations
internal import Values

extension Option {
  /// The certificate that is to be renewed.
  static let renewing = Option.value(
    "renews", "CERTIFICATE", kind: .naming(.certificate),
    help: "The certificate that is to be renewed, by its number or code.")
}

extension Verb {
  /// Renews a certificate by one that goes on from it.
  static let renewCertificate = Verb.changing(
    "renew", summary: "Renew a certificate by one that goes on from it.",
    discussion: """
      Its holder must have shown anew, since it was issued, what the scheme's version in force asks of renewals. Renewed \
      early, the new one begins behind the last day of the one before, which stays in force until then. A renewal is not \
      counted as issued.
      """,
    examples: [
      Example(
        "registrar certificate renew TTT-2026-000001",
        "Renew it on the holder's latest enrolment on the course that is asked for."),
      Example(
        "registrar certificate renew TTT-2026-000001 --enrolment ENROLMENT", "Say which enrolment shows it."),
    ],
    arguments: [.certificate],
    options: [
      .value("enrolment", "ENROLMENT", kind: .naming(.enrolment), help: "The enrolment that shows it."),
      .decidedBy,
    ]
  ) { errand in
    let outcome = try errand.perform(
      RenewCertificate(
        certificate: try errand.given.required("CERTIFICATE", .text),
        enrolment: try errand.given.optional("enrolment", .id()), decidedBy: try errand.decider))
    let certificate = outcome.certificate
    try errand.sign(certificate)
    try errand.changed(
      certificate.code.description, try errand.representation(of: certificate),
      "Renewed by certificate \(certificate.number), which holds from \(certificate.facts.firstDay) on: "
        + Eligibility.eligible(because: outcome.evidence).sentence + ".",
      next: "verify \(certificate.code)")
  }
}
