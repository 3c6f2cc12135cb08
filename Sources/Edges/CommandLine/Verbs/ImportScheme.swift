internal import Arguments
internal import Certification
internal import ContentPackaging
internal import Operations
internal import Representations
internal import Values

extension Verb {
  /// Opens a scheme from its XML, or adds the versions that are not there yet.
  static let importScheme = Verb(
    Command(
      "import", summary: "Open a scheme from its XML, or add the versions that are not there yet.",
      discussion: """
        The format is Schemas/xsd/scheme.xsd. A version that is recorded is never edited; the second time nothing is \
        changed.
        """,
      examples: [Example("registrar scheme import trainer.xml", "Open a scheme with all its versions.")],
      arguments: [Argument("FILE", kind: .file, help: "The XML file; - for standard input.")],
      options: [.dryRun]),
    need: { .records($0.flag("dry-run") ? .reading : .writing) }
  ) { errand in
    let (bytes, name) = try errand.document()
    let report = try errand.registrar.importScheme(
      bytes, name: name, isDryRun: errand.given.flag("dry-run"), as: .owner)
    if errand.output.isJSON { try errand.output.json(report) } else { try errand.tell(report) }
    return report.isAccepted ? .done : .refused
  }

  /// Writes a scheme's XML.
  static let exportScheme = Verb.showing(
    "export", summary: "Write a scheme with all its versions as XML.",
    examples: [Example("registrar scheme export TTT --out ttt.xml", "Write a scheme to a file.")],
    arguments: [Argument("SCHEME", kind: .naming(.scheme), help: "The scheme's code or identifier.")],
    options: [.out]
  ) { errand in
    try errand.hand(outXML: errand.answer(ExportScheme(errand.given.required("SCHEME", .reference()))))
  }
}

extension Errand {
  fileprivate func tell(_ report: SchemeReport) throws {
    try tell(report.findings)
    guard report.isAccepted else {
      try output.lines(["refused, \(counted(report.findings.count, "error")); nothing was changed"])
      return try tellToExplain(report.findings)
    }
    let versions = report.addedVersions.map(String.init).joined(separator: ", ")
    let would = given.flag("dry-run") ? "would be " : ""
    try output.lines([versions.isEmpty ? "unchanged" : "version \(versions) \(would)added"])
  }
}
