internal import Arguments
internal import Operations
internal import Representations

extension Verb {
  /// Proves the integrity of records, files and what was worked out from them.
  static let check = Verb(
    "check", .records(.reading),
    summary: "Check the database, the files, and everything worked out from records.",
    discussion: """
      Every enrolment is derived again from its records and every file is read again: exit status 1 where anything is \
      not as it should be. Certificates in force on evidence that no longer holds are told as warnings: whether to suspend \
      or revoke them is for people to decide.
      """,
    examples: [
      Example("registrar check", "Prove that the records are whole."),
      Example("registrar check --json", "The same for a program that watches."),
    ]
  ) { errand in
    let line = ProgressLine(surroundings: errand.surroundings, unit: "enrolments")
    let opened = try errand.records.opened
    let report = try opened.registrar.check(
      databaseFaults: try opened.databaseFaults(), as: .owner, progress: line.show)
    line.clear()
    try errand.show(report) {
      report.faults.map { shown("\($0.kind): \($0.message)") }
        + report.warnings.map { shown("warning: \($0.kind): \($0.message)") }
        + [
          "Checked \(counted(report.enrolments, "enrolment")) and \(counted(report.files, "file")): "
            + (report.faults.isEmpty ? "all sound" : counted(report.faults.count, "fault"))
            + (report.warnings.isEmpty ? "." : ", \(counted(report.warnings.count, "warning")).")
        ]
    }
    return report.faults.isEmpty ? .done : .failed
  }
}
