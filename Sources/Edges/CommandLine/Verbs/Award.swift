internal import Arguments
internal import Certification
internal import Operations
internal import Representations
internal import Values

extension Noun {
  /// Documents issued to people.
  static let certificate = Noun(
    name: "certificate", summary: "Certificates: award, renew, show, explain, suspend, revoke, export.",
    verbs: [
      .award, .askEligibility, .listCertificates, .showCertificate, .explainCertificate,
      .recomputeCertificates,
    ] + Verb.proposing
      + ChangeCertificate.Decision.allCases.map(Verb.changeCertificate) + [
        .noteNotice, .renewCertificate, .replaceCertificate, .exportCertificate, .bundleCertificates,
        .exportTrust,
      ])
}

extension Verb {
  private static let schemeOption = Option.value(
    "scheme", "SCHEME", kind: .naming(.scheme), isRequired: true, help: "The scheme's code or identifier.")

  fileprivate static let award = Verb.changing(
    "award", summary: "Award a certificate where the scheme's rules find the enrolment eligible.",
    discussion:
      "Prints the certificate's public code. Who is not eligible is told every reason, with exit status 5.",
    examples: [Example("registrar certificate award ENROLMENT --scheme TTT", "Award a certificate.")],
    arguments: [.enrolment], options: [schemeOption, .decidedBy]
  ) { errand in
    let outcome = try errand.perform(
      Award(
        enrolment: try errand.given.required("ENROLMENT", .id()),
        scheme: try errand.given.required("scheme", .reference()), decidedBy: try errand.decider))
    try errand.tell(outcome)
  }

  fileprivate static let askEligibility = Verb.showing(
    "eligibility", summary: "Say whether an enrolment is eligible for a certificate, and why.",
    examples: [
      Example(
        "registrar certificate eligibility ENROLMENT --scheme TTT", "Ask before an award; nothing is changed."
      )
    ],
    arguments: [.enrolment], options: [schemeOption, .renewing]
  ) { errand in
    let verdict = try errand.answer(
      AskEligibility(
        enrolment: try errand.given.required("ENROLMENT", .id()),
        scheme: try errand.given.required("scheme", .reference()),
        renewing: try errand.given.optional("renews", .text)))
    try errand.show(verdict) { [shown(verdict.sentence)] }
  }
}

extension Errand {
  /// Signs a certificate that was just awarded, and tells of it.
  func tell(_ outcome: Award.Outcome) throws {
    let certificate = outcome.certificate
    try sign(certificate)
    try changed(
      certificate.code.description, try representation(of: certificate),
      "Awarded certificate \(certificate.number) to \(certificate.facts.holder): "
        + Eligibility.eligible(because: outcome.evidence).sentence + ".",
      next: "verify \(certificate.code)")
  }

  /// Signs the credential of a certificate that was just issued. Where that fails, the certificate stands all the same, and
  /// is signed when the next one is, or by a server.
  func sign(_ certificate: Certificate) throws {
    do {
      _ = try registrar.credential(of: certificate.id)
    } catch {
      let reason = (error as? any Explainable)?.explanation.message ?? "\(error)"
      try output.say("Its credential is not signed yet: \(reason).")
    }
  }

  /// A certificate that a change has just left behind, in its decided state.
  func representation(of certificate: Certificate) throws -> CertificateRepresentation {
    CertificateRepresentation(
      certificate, state: certificate.decidedState, origin: try registrar.origin)
  }
}
