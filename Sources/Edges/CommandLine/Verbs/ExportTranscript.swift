internal import Arguments
internal import OpenBadges
internal import Operations
internal import People
internal import Values

extension Verb {
  /// Writes a person's transcript as a file that anybody verifies without asking.
  static let exportTranscript = Verb.changing(
    "transcript", summary: "Write a person's certificates as one signed transcript.",
    discussion: """
      A credential of the Comprehensive Learner Record 2.0: every certificate of the person that certifies something as of \
      the cut-off, each as it was signed itself, with its state then. Certificates that were revoked or replaced by then are \
      left out. clr-jwt is the token, clr-json the same within JSON. "registrar verify" verifies it, and each certificate \
      in it, without a network. Certificates that are not signed yet are signed first. It is signed anew each time and \
      not kept: two of one cut-off say the same.
      """,
    examples: [
      Example("registrar person transcript PERSON --format clr-jwt --out transcript.jwt", "As of now."),
      Example(
        "registrar person transcript PERSON --format clr-jwt --cut-off 2026-06-30T22:00:00Z --out transcript.jwt",
        "As of the end of June."),
    ],
    arguments: [.person],
    options: [
      .choice("format", "FORMAT", of: TranscriptForm.self, isRequired: true, help: "The form of the file."),
      .value("cut-off", "INSTANT", help: "The certificates as they stood then; now where not given."),
      .out,
    ]
  ) { errand in
    try errand.given.refuseJSON(
      "this writes the transcript itself; certificate list tells certificates as JSON")
    let form: TranscriptForm = try errand.given.required("format", .choice())
    let token = try errand.registrar.transcript(
      of: errand.given.required("PERSON", .id()), asOf: errand.given.optional("cut-off", .instant),
      signsPending: true, as: .owner)
    try errand.hand(out: form.octets(of: token))
  }
}

/// The forms that a transcript leaves the house in.
private enum TranscriptForm: String, CaseIterable, Sendable {
  case jwt = "clr-jwt"
  case json = "clr-json"

  func octets(of token: [UInt8]) -> [UInt8] {
    switch self {
    case .jwt: token
    case .json: EnvelopedCredential.json(of: token)
    }
  }
}
