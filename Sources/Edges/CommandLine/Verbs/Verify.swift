internal import Arguments
internal import Certification
internal import Operations
internal import Pages
internal import Representations
internal import Values

extension Verb {
  /// Says whether a certificate is authentic and in force.
  static let verify = Verb(
    Command(
      "verify", summary: "Say whether a certificate, by its code, number or file, is authentic and in force.",
      discussion: """
        A code may be typed in either case, with spaces and hyphens anywhere. A number is looked for in these records. A \
        file is one that certificate export, or the page of a certificate, hands out: every octet of it has to be as it was \
        issued. With --trust it is verified without records and without a network, by the keys and states of a file that \
        certificate trust wrote. A transcript is verified with every certificate in it.

        Exit status 0: authentic, and in force as far as it is known; 5: authentic, but suspended, revoked, expired or \
        replaced, or a transcript of which something has been taken back since; 3: a file that was altered, or is signed by nobody who is trusted; 4: there is no such certificate.
        """,
      examples: [
        Example("registrar verify 0123-4567-89AB-CDEF-GHJK-MNPQRS", "Verify a certificate by its code."),
        Example("registrar verify certificate.jwt", "Verify a file by these records."),
        Example(
          "registrar verify certificate.jwt --trust trust.json", "Verify a file where there are no records."),
      ],
      arguments: [
        Argument(
          "CERTIFICATE", kind: .naming(.certificate),
          help: "The public code or the number on the certificate, or its file."
        )
      ],
      options: [
        .value(
          "trust", "FILE", kind: .file,
          help: "Verify a file by these keys and states, without records.")
      ]),
    need: { $0.invocation.value("trust") == nil ? .records(.reading) : .nothing }
  ) { errand in
    let named = try errand.given.required("CERTIFICATE", .text)
    if let trust = try errand.given.optional("trust", .text) {
      return try errand.verify(file: named, by: errand.trust(in: trust), at: errand.folders.clock())
    }
    guard VerificationCode(named) == nil, try errand.isFile(named) else {
      return try errand.verify(code: VerificationCode(named) == nil ? errand.code(ofNumber: named) : named)
    }
    return try errand.verify(file: named, by: errand.answer(ReadTrust()), at: errand.registrar.clock())
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
        ("renews", answer.renewals.renews?.text), ("renewed by", answer.renewals.renewedBy?.text),
        ("in doubt", answer.doubt?.reasons.map(\.sentence).joined(separator: "; ")),
        ("verify at", verificationAddress(of: certificate.code, origin: origin)),
      ])
      let rows = answer.transitions.map { [$0.on.description, $0.to.rawValue, $0.reason ?? ""] }
      return try head.lines + [""] + certifiedFacts(certificate.facts, erasedOn: answer.holderErasedOn).lines
        + [""]
        + Table(["ON", "STATE", "REASON"], rows).lines(columns: errand.surroundings.columns)
        + errand.lines(of: answer.notices)
    }
  }
}

private func certifiedFacts(_ facts: CertifiedFacts, erasedOn day: Day?) -> Details {
  Details([
    ("holder", day.map { "the particulars were erased on \($0)" } ?? facts.holder),
    ("kind", facts.kind.rawValue), ("scheme", facts.scheme.text()),
    ("course", facts.course.text()), ("session", "\(facts.session), \(words(facts.sessionDays))"),
    ("score", day == nil ? facts.score : nil), ("issuer", facts.issuer),
    ("issued on", facts.issuedOn.description),
    ("first day", facts.firstDay == facts.issuedOn ? nil : facts.firstDay.description),
    ("last day", facts.lastDay?.description ?? "none"), ("time zone", facts.timeZone),
  ])
}

extension VerifyCertificate.Answer {
  /// What follows "is authentic".
  fileprivate var clause: String {
    switch state {
    case .issued: hasBegun ? " and in force" : ", but in force from \(certificate.facts.firstDay) on"
    case .suspended, .revoked, .expired, .replaced: ", but \(state.rawValue)"
    }
  }

  fileprivate var isInForce: Bool { state == .issued && hasBegun }
}

extension Errand {
  /// The code of the certificate with a number, which only who has the records is told; else what was typed.
  fileprivate func code(ofNumber number: String) throws -> String {
    do {
      return try answer(ShowCertificate(certificate: number)).certificate.code.description
    } catch is NotFound {
      return number
    }
  }

  fileprivate func verify(code: String) throws -> ExitStatus {
    let answer = try answer(VerifyCertificate(code: code))
    if output.isJSON { return try verification(answer) }
    try output.lines(
      ["Certificate \(answer.certificate.number) is authentic\(answer.clause)."]
        + certifiedFacts(answer.certificate.facts, erasedOn: answer.holderErasedOn).lines
        + Details([
          ("renews", answer.renewals.renews?.text), ("renewed by", answer.renewals.renewedBy?.text),
          (
            "attests",
            answer.attested.isEmpty ? nil : answer.attested.map(\.claim.description).joined(separator: ", ")
          ),
        ]).lines
        + ["Status known as of \(answer.asOf.text(fractionDigits: 0))."])
    return answer.isInForce ? .done : .conflict
  }

  /// The same JSON as at the certificate's public address.
  fileprivate func verification(_ answer: VerifyCertificate.Answer) throws -> ExitStatus {
    try output.bytes(VerifiedCertificate(answer).json)
    return answer.isInForce ? .done : .conflict
  }
}
