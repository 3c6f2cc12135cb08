internal import Arguments
internal import ContentPackaging
internal import Operations
internal import Representations

extension Verb {
  /// A command that takes the records of a table, all or none, or with `--dry-run` tells what that would come to.
  static func takingTable(
    _ name: String, summary: String, discussion: String, examples: [Example], arguments: [Argument] = [],
    options: [Option] = [],
    take:
      @escaping @Sendable (Errand, _ bytes: [UInt8], _ name: String, _ isDryRun: Bool) throws -> RecordsReport
  ) -> Verb {
    Verb(
      Command(
        name, summary: summary, discussion: discussion, examples: examples,
        arguments: arguments + [Argument("FILE", kind: .file, help: "A table; - for standard input.")],
        options: options + [.dryRun]),
      need: { .records($0.flag("dry-run") ? .reading : .writing) }
    ) { errand in
      let (bytes, name) = try errand.document(limit: RecordsReport.mostBytes)
      return try errand.tell(take(errand, bytes, name, errand.given.flag("dry-run")))
    }
  }
}

extension Errand {
  /// What came of a table of records.
  fileprivate func tell(_ report: RecordsReport) throws -> ExitStatus {
    if output.isJSON {
      try output.json(report)
    } else {
      try tell(report.findings)
      try output.lines([summary(of: report)])
      if !report.isAccepted { try tellToExplain(report.findings) }
    }
    return report.isAccepted ? .done : .refused
  }

  /// What changed and what was left out is told where there is any.
  private func summary(of report: RecordsReport) -> String {
    guard report.isAccepted else {
      let errors = report.findings.count { $0.severity == .error }
      return "refused, \(counted(errors, "error")); nothing was changed"
    }
    let counts = report.counts
    let parts = [
      "\(counts.added) added", counts.changed > 0 ? "\(counts.changed) changed" : nil,
      "\(counts.unchanged) unchanged",
      counts.leftOut > 0 ? "\(counts.leftOut) left out, which are not recorded here" : nil,
    ]
    let words = parts.compactMap(\.self).joined(separator: ", ")
    return report.isDryRun ? "would be: \(words)" : words
  }
}
