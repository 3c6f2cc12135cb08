internal import Arguments
internal import Assessment
internal import Certification
internal import Operations
internal import Representations
internal import Values

extension Verb {
  /// Says why a certificate was issued.
  static let explainCertificate = Verb.showing(
    "explain", summary: "Say why a certificate was issued: the evidence, the rule, the decision.",
    discussion: "What was recorded after the decision does not count as evidence; it is told behind it.",
    examples: [
      Example("registrar certificate explain TTT-2026-000001", "Answer an auditor who asks why.")
    ],
    arguments: [.certificate]
  ) { errand in
    let explanation = try errand.answer(
      ExplainCertificate(certificate: try errand.given.required("CERTIFICATE", .text)))
    try errand.show(explanation) {
      try explanation.lines(columns: errand.surroundings.columns) + errand.lines(of: explanation.notices)
    }
  }

  /// Decides on every certificate again.
  static let recomputeCertificates = Verb(
    "recompute", .records(.reading),
    summary: "Decide on every certificate again, and name what comes out otherwise.",
    discussion: """
      Each is decided on from the records as they stood when it was issued, and by the version of the scheme that it was \
      issued under. Nothing is changed. Exit status 1 where any comes out otherwise than it was recorded.
      """,
    examples: [
      Example("registrar certificate recompute", "Prove that every certificate follows from its records."),
      Example("registrar certificate recompute --json", "The same for a program."),
    ]
  ) { errand in
    let line = ProgressLine(surroundings: errand.surroundings, unit: "certificates")
    let recomputation = try errand.registrar.recomputeCertificates(as: .owner, progress: line.show)
    line.clear()
    try errand.show(recomputation) { recomputation.lines }
    return recomputation.differences.isEmpty ? .done : .failed
  }
}

extension CertificateExplanation {
  fileprivate func lines(columns: Int?) -> [String] {
    let head = Details([
      ("certificate", certificate.number.text), ("state", state.rawValue),
      ("holder", certificate.facts.holder),
    ])
    let records = evidence.map {
      [
        $0.recordedAt.text(fractionDigits: 0), $0.source.kind, $0.source.id.description,
        $0.trust?.rawValue ?? "", $0.says,
      ]
    }
    let since = transitions.dropFirst().map { [$0.on.description, $0.to.rawValue, $0.reason ?? ""] }
    let decided = Details([
      ("rule", rule), ("decision", decision), ("decided at", decidedAt.text(fractionDigits: 0)),
      ("decided by", decidedBy?.description), ("renews", renewals.renews?.text),
      ("renewed by", renewals.renewedBy?.text),
      ("now", doubt?.reasons.map(\.sentence).joined(separator: "; ")),
    ])
    return head.lines + [""]
      + Table(["RECORDED AT", "KIND", "ID", "TRUST", "EVIDENCE"], records).lines(columns: columns)
      + [""] + decided.lines
      + (since.isEmpty ? [] : [""] + Table(["ON", "STATE", "REASON"], since).lines(columns: columns))
  }
}

extension Recomputation {
  fileprivate var lines: [String] {
    let told = differences.flatMap { difference in
      [
        shown("\(difference.certificate), decided at \(difference.decidedAt.text(fractionDigits: 0)):"),
        shown("  recorded: \(difference.recorded)"), shown("  derived:  \(difference.derived)"),
      ]
    }
    let outcome =
      differences.isEmpty
      ? "every one comes out as it was recorded." : "\(differences.count) come out otherwise."
    return told + ["Decided again on \(counted(decisions, "certificate")): \(outcome)"]
  }
}
