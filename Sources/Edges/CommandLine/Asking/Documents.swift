internal import ContentPackaging
internal import Operations

extension Errand {
  /// The most bytes that XML of ours may have.
  static let mostDocumentBytes = 16 * 1024 * 1024

  /// The document that `FILE` names, standard input for `-`, and what it is called in findings.
  ///
  /// - Parameter limit: how many bytes it may have.
  func document(limit: Int = Errand.mostDocumentBytes) throws -> (bytes: [UInt8], name: String) {
    let file = try given.required("FILE", .text)
    guard file == Errand.stream else { return (try readFile(file, limit: limit), file) }
    return (try surroundings.input(limit), "standard input")
  }

  /// Writes XML of ours to `--out`, see `hand(out:)`.
  func hand(outXML bytes: @autoclosure () throws -> [UInt8]) throws {
    try given.refuseJSON("this writes XML; show and list tell records as JSON")
    try hand(out: bytes())
  }

  /// Writes a document to `--out`, to standard output where that is not given or `-`.
  func hand(out bytes: [UInt8]) throws {
    guard let path = try given.optional("out", .text), path != Errand.stream else {
      return try output.bytes(bytes)
    }
    try surroundings.writeFile(surroundings.absolute(path), bytes)
    try output.say("Wrote \(path).")
  }

  /// Tells findings as data, each with its fix.
  func tell(_ findings: [Finding]) throws {
    for finding in findings {
      let lines = finding.lines
      let first = lines.first.map { surroundings.isColoured ? coloured($0, finding.severity) : $0 }
      try output.lines([first].compactMap { $0 } + lines.dropFirst())
    }
  }

  /// Tells what came of a document that adds versions.
  func tell<Recorded>(_ report: VersionsReport<Recorded>) throws {
    try tell(report.findings)
    guard report.isAccepted else {
      try output.lines(["refused, \(counted(report.findings.count, "error")); nothing was changed"])
      return try tellToExplain(report.findings)
    }
    let versions = report.addedVersions.map(String.init).joined(separator: ", ")
    let would = given.flag("dry-run") ? "would be " : ""
    try output.lines([versions.isEmpty ? "unchanged" : "version \(versions) \(would)added"])
  }

  /// Tells what may be asked next of the first error.
  func tellToExplain(_ findings: [Finding]) throws {
    guard let worst = findings.first(where: { $0.severity == .error }) else { return }
    try output.next("explain \(worst.code)")
  }
}
