internal import Arguments
internal import Certification
internal import ContentPackaging
internal import Operations
internal import Representations
internal import Values

extension Verb {
  /// Says whose verdict would turn by a draft of a scheme's rules.
  static let whatIf = Verb(
    "what-if", .records(.reading), summary: "Say whose verdict would turn by a draft of a scheme's rules.",
    discussion: """
      The draft is XML of Schemas/xsd/scheme.xsd: the scheme as it is exported, with another version behind those that are \
      recorded, or a scheme that is not there yet. Nothing is changed, and whoever holds a certificate keeps it.
      """,
    examples: [
      Example("registrar scheme what-if draft.xml", "See who would gain and who would lose by other rules.")
    ],
    arguments: [Argument("FILE", kind: .file, help: "The draft as XML; - for standard input.")]
  ) { errand in
    let (bytes, name) = try errand.document()
    let line = ProgressLine(surroundings: errand.surroundings, unit: "enrolments")
    let answer = try errand.registrar.whatIf(bytes, name: name, as: .owner, progress: line.show)
    line.clear()
    if errand.output.isJSON { try errand.output.json(answer) } else { try errand.tell(answer) }
    return answer.isAccepted ? .done : .refused
  }
}

extension Errand {
  fileprivate func tell(_ answer: WhatIf) throws {
    try tell(answer.findings)
    guard answer.isAccepted else {
      try output.lines(["refused, \(counted(answer.findings.count, "error"))"])
      return try tellToExplain(answer.findings)
    }
    let names = Names(self)
    let rows = try (answer.gained + answer.lost).map { flip in
      [
        flip.enrolment.description, try names.person(flip.person),
        flip.draft.isEligible ? "gains" : "loses", flip.draft.sentence,
      ]
    }
    if !rows.isEmpty {
      try output.lines(
        Table(["ENROLMENT", "PERSON", "VERDICT", "BY THE DRAFT"], rows).lines(columns: surroundings.columns))
    }
    try output.lines([
      "Of \(counted(answer.candidates, "enrolment")), \(answer.gained.count) would gain and "
        + "\(answer.lost.count) would lose by \(answer.compared)."
    ])
  }
}

extension WhatIf {
  fileprivate var compared: String {
    "version \(draft ?? 0)" + (present.map { " beside version \($0)" } ?? "")
  }
}
