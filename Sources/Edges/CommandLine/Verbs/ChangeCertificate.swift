internal import Arguments
internal import Certification
internal import Operations
internal import Representations

extension Verb {
  /// Suspends, reinstates or revokes a certificate.
  static func changeCertificate(_ decision: ChangeCertificate.Decision) -> Verb {
    Verb.changing(
      decision.rawValue, summary: decision.summary, discussion: decision.discussion,
      examples: [decision.example], arguments: [.certificate], options: [.neededReason, .decidedBy]
    ) { errand in
      let certificate = try errand.perform(
        ChangeCertificate(
          certificate: try errand.given.required("CERTIFICATE", .text), decision: decision,
          reason: try errand.given.required("reason", .text), decidedBy: try errand.decider))
      try errand.changed(
        certificate.code.description, try errand.representation(of: certificate),
        "Certificate \(certificate.number) is \(certificate.decidedState.rawValue).")
    }
  }

  /// Replaces a certificate by one in the person's present name.
  static let replaceCertificate = Verb.changing(
    "replace", summary: "Replace a certificate by one that says the same in the person's present name.",
    discussion: """
      What the certificate was awarded for must still hold, and it must be in force: one that is suspended is reinstated or \
      revoked first. A replacement is not counted as issued.
      """,
    examples: [
      Example(
        "registrar certificate replace TTT-2026-000001 --reason \"Change of name\"",
        "Hand out a certificate in the person's present name.")
    ],
    arguments: [.certificate], options: [.neededReason, .decidedBy]
  ) { errand in
    let certificate = try errand.perform(
      ReplaceCertificate(
        certificate: try errand.given.required("CERTIFICATE", .text),
        reason: try errand.given.required("reason", .text), decidedBy: try errand.decider))
    try errand.sign(certificate)
    try errand.changed(
      certificate.code.description, try errand.representation(of: certificate),
      "Issued certificate \(certificate.number) in its place.", next: "verify \(certificate.code)")
  }
}

extension ChangeCertificate.Decision {
  fileprivate var summary: String {
    switch self {
    case .suspend: "Suspend a certificate; it can be reinstated."
    case .reinstate: "Put a suspended certificate back in force."
    case .revoke: "Revoke a certificate for ever."
    }
  }

  fileprivate var example: Example {
    switch self {
    case .suspend:
      Example(
        "registrar certificate suspend TTT-2026-000001 --reason \"Under inquiry\"",
        "Put it out of force for now.")
    case .reinstate:
      Example(
        "registrar certificate reinstate TTT-2026-000001 --reason \"Cleared\"", "The inquiry found nothing.")
    case .revoke:
      Example(
        "registrar certificate revoke TTT-2026-000001 --reason \"Fraud\"", "The inquiry found something.")
    }
  }

  fileprivate var discussion: String {
    switch self {
    case .suspend: "A reason is asked for; it stands beside the certificate, and in the history."
    case .reinstate:
      "A reason is asked for, as for the suspension. Where both are known, who suspended does not also reinstate."
    case .revoke: "A reason is asked for. What is earned anew is awarded as another certificate."
    }
  }
}
