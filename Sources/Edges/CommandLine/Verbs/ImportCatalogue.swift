internal import Arguments
internal import Catalogue
internal import ContentPackaging
internal import Operations
internal import Representations
internal import Values

extension Verb {
  /// Makes and offers the courses of a folder.
  static let importCatalogue = Verb(
    Command(
      "import", summary: "Import, publish, map and offer the courses of a folder, as its catalogue.xml says.",
      discussion: """
        The format is Schemas/xsd/catalogue.xsd; its paths begin at its own folder. All of it is done or nothing, and \
        the second time nothing is changed.
        """,
      examples: [
        Example("registrar catalogue import Courses/TrainTheTrainers/catalogue.xml", "Offer what is shipped.")
      ],
      arguments: [Argument("FILE", kind: .file, help: "The catalogue.xml beside its package folders.")],
      options: [.dryRun]),
    need: { .records($0.flag("dry-run") ? .reading : .writing) }
  ) { errand in
    let request = try errand.catalogueRequest(
      errand.path("FILE", "a file beside its packages"), isDryRun: errand.given.flag("dry-run"))
    let report = try errand.registrar.importCatalogue(request, as: .owner)
    if errand.output.isJSON { try errand.output.json(report) } else { try errand.tell(report) }
    return report.isAccepted ? .done : .refused
  }

  /// Writes a catalogue's XML.
  static let exportCatalogue = Verb.showing(
    "export", summary: "Write a catalogue as XML, without its packages.",
    discussion: "Packages and editions are named after their codes: the records do not know where they lay.",
    examples: [Example("registrar catalogue export TTT --out catalogue.xml", "Write a catalogue to a file.")],
    arguments: [Argument("CATALOGUE", kind: .naming(.catalogue), help: "The catalogue's code.")],
    options: [.out]
  ) { errand in
    let code: CatalogueCode = try errand.given.required("CATALOGUE", .code())
    try errand.hand(outXML: errand.answer(ExportCatalogue(code)))
  }
}

extension Errand {
  /// What to do with the catalogue of a file.
  func catalogueRequest(_ file: String, isDryRun: Bool = false) throws -> CatalogueRequest {
    CatalogueRequest(
      bytes: try readFile(file, limit: Errand.mostDocumentBytes), name: file,
      folder: folder(of: surroundings.absolute(file)), isDryRun: isDryRun,
      readFile: { try readFile($0, limit: Errand.mostDocumentBytes) })
  }

  fileprivate func tell(_ report: CatalogueReport) throws {
    try tell(report.findings)
    guard report.isAccepted, let code = report.code else {
      let errors = report.findings.count { $0.severity == .error }
      try output.lines(["refused, \(counted(errors, "error")); nothing was changed"])
      return try tellToExplain(report.findings)
    }
    if report.changes.isEmpty { try output.lines(["catalogue \(code): unchanged"]) }
    try output.lines(report.changes.map { words($0, isDone: !report.isDryRun) })
    try output.next("catalogue show \(code)")
  }

  private func words(_ change: CatalogueChange, isDone: Bool) -> String {
    let wouldBe = isDone ? "" : "would be "
    return switch change {
    case .addStandard(let code): "standard \(code): \(wouldBe)loaded"
    case .open(let code): "catalogue \(code): \(wouldBe)opened"
    case .importVersion(let code, let number): "course \(code): version \(number) \(wouldBe)imported"
    case .publish(let code, let number): "course \(code): version \(number) \(wouldBe)published"
    case .map(let code, let mapping): "course \(code): \(wouldBe)mapped to \(mapping.edition) \(mapping.item)"
    case .offer(let code): "course \(code): \(wouldBe)offered"
    }
  }
}

/// The folder that a path lies in.
private func folder(of path: String) -> String {
  let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? path.utf8.startIndex
  return String(path[..<slash])
}
