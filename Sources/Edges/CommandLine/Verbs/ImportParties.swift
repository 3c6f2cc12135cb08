internal import Arguments
internal import ContentPackaging
internal import Operations
internal import People
internal import Representations
internal import Values

extension Verb {
  /// Enters organisations from reference data.
  static let importParties = Verb(
    Command(
      "import", summary: "Enter organisations from XML: regional offices, training centres, Members.",
      discussion: """
        The format is Schemas/xsd/organisations.xsd. What is recorded is not overwritten; the second time nothing is \
        changed.
        """,
      examples: [
        Example(
          "registrar organisation import Schemas/reference/organisations.xml",
          "Enter the regional offices and training centres that are shipped.")
      ],
      arguments: [Argument("FILE", kind: .file, help: "The XML file; - for standard input.")],
      options: [.dryRun]),
    need: { .records($0.flag("dry-run") ? .reading : .writing) }
  ) { errand in
    let (bytes, name) = try errand.document()
    let report = try errand.registrar.importParties(
      bytes, name: name, isDryRun: errand.given.flag("dry-run"), as: .owner)
    if errand.output.isJSON { try errand.output.json(report) } else { try errand.tell(report) }
    return report.isAccepted ? .done : .refused
  }

  /// Writes organisations as XML.
  static let exportParties = Verb.showing(
    "export", summary: "Write the organisations as the XML that they can be entered from.",
    examples: [
      Example(
        "registrar organisation export --kind rtc --out centres.xml",
        "Write the regional training centres to a file.")
    ],
    options: [.choice("kind", "KIND", of: Party.Kind.self, help: "Only those of this kind."), .out]
  ) { errand in
    try errand.hand(outXML: errand.answer(ExportParties(kind: errand.given.optional("kind", .choice()))))
  }
}

extension Errand {
  fileprivate func tell(_ report: PartiesReport) throws {
    try tell(report.findings)
    guard report.isAccepted else {
      try output.lines(["refused, \(counted(report.findings.count, "error")); nothing was changed"])
      return try tellToExplain(report.findings)
    }
    let would = given.flag("dry-run") ? "would be " : ""
    try output.lines([
      "\(would)\(report.added.count) added, \(report.changed.count) changed, \(report.unchanged) unchanged"
    ])
  }
}
