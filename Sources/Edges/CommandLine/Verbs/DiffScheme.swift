internal import Arguments
internal import Certification
internal import ContentPackaging
internal import Operations
internal import Representations
internal import Values

extension Verb {
  /// Says what differs between two versions of a scheme's rules.
  static let diffScheme = Verb(
    "diff", .records(.reading),
    summary: "Say what differs between two versions of a scheme, or between a draft and what is in force.",
    discussion: """
      Of a scheme, the version in force is set beside the one before it, or whichever --from and --to name. A draft is a \
      file of XML of Schemas/xsd/scheme.xsd; its last version is set beside the one in force, and nothing is changed.
      """,
    examples: [
      Example("registrar scheme diff TTT", "See what the version in force changed."),
      Example("registrar scheme diff TTT --from 1 --to 3", "Set two versions side by side."),
      Example("registrar scheme diff draft.xml", "See what a draft would change."),
    ],
    arguments: [
      Argument(
        "SCHEME", kind: .naming(.scheme), help: "The scheme's code or identifier, or the file of a draft.")
    ],
    options: [
      .value("from", "N", help: "The earlier version; the one before the later where not given."),
      .value("to", "N", help: "The later version; the one in force where not given."),
    ]
  ) { errand in
    let given = errand.given
    let named = try given.required("SCHEME", .text)
    if try errand.isFile(named) {
      let (bytes, name) = (try errand.readFile(named, limit: Errand.mostDocumentBytes), named)
      return try errand.tell(errand.registrar.diff(bytes, name: name, as: .owner))
    }
    let diff = try errand.answer(
      DiffScheme(
        given.required("SCHEME", .reference()), from: given.number("from", in: 1...100_000),
        to: given.number("to", in: 1...100_000)))
    try errand.show(diff) { diff.lines }
    return .done
  }
}

extension Errand {
  fileprivate func tell(_ answer: DraftDiff) throws -> ExitStatus {
    if output.isJSON {
      try output.json(answer)
    } else {
      try tell(answer.findings)
      try output.lines(answer.diff?.lines ?? ["refused, \(counted(answer.findings.count, "error"))"])
      try tellToExplain(answer.findings)
    }
    return answer.diff == nil ? .refused : .done
  }
}

extension SchemeDiff {
  fileprivate var lines: [String] {
    let compared =
      from.map { "Version \(to) of scheme \(scheme) beside version \($0)" }
      ?? "Version \(to) of scheme \(scheme)"
    guard !differences.isEmpty else { return ["\(compared): nothing differs."] }
    return ["\(compared):"] + differences.map { shown("  \($0.sentence)") }
  }
}
