internal import Arguments
internal import Operations
internal import Representations

extension Verb {
  /// Proves the integrity of records, files and what was worked out from them.
  static let check = Verb(
    Command(
      "check", summary: "Check the database, the files, and everything worked out from records.",
      discussion: """
        Every enrolment is derived again from its records, every record is held against the seal that it got when it was \
        recorded, every statement and every file is read again: exit status 1 where anything is not as it should be. Certificates in force on evidence that no longer holds are told as warnings: whether to suspend \
        or revoke them is for people to decide.

        With --repair, what is no record and can be had again from records is mended: progress is derived again, files \
        that no record names are removed, jobs that nobody carries out are interrupted. Records are never touched, \
        and nothing is mended where one was altered. All is checked again afterwards: exit status 1 where anything still is not as it should be.
        """,
      examples: [
        Example("registrar check", "Prove that the records are whole."),
        Example("registrar check --json", "The same for a program that watches."),
        Example("registrar check --repair", "Mend what can be worked out again from the records."),
      ],
      options: [.flag("repair", help: "Mend what can be worked out again from records.")]),
    need: { .records($0.flag("repair") ? .mending : .reading) }
  ) { errand in
    let report = try errand.checkReport()
    try errand.show(report) {
      report.repaired.map { shown("repaired: \($0.kind): \($0.message)") }
        + report.faults.map { shown("\($0.kind): \($0.message)") }
        + report.warnings.map { shown("warning: \($0.kind): \($0.message)") } + [report.summary]
    }
    return report.faults.isEmpty ? .done : .failed
  }
}

extension Errand {
  fileprivate func checkReport() throws -> CheckReport {
    let line = ProgressLine(surroundings: surroundings, unit: "enrolments")
    let opened = try records.opened
    let databaseFaults = try opened.databaseFaults()
    defer { line.clear() }
    guard given.flag("repair") else {
      return try opened.registrar.check(databaseFaults: databaseFaults, as: .owner, progress: line.show)
    }
    if !databaseFaults.isEmpty {
      try output.say("Nothing is repaired, because the database itself is at fault: restore a backup.")
    }
    let report = try opened.registrar.repair(
      databaseFaults: databaseFaults, cleared: opened.cleared, as: .owner, progress: line.show)
    if report.isLeftAlone {
      try output.say("Nothing is repaired, because records are not what was recorded: restore a backup.")
    }
    return report
  }
}

extension CheckReport {
  fileprivate var summary: String {
    "Checked \(counted(enrolments, "enrolment")), \(counted(statements, "statement")) and \(counted(files, "file")): "
      + (faults.isEmpty ? "all sound" : counted(faults.count, "fault"))
      + (warnings.isEmpty ? "" : ", \(counted(warnings.count, "warning"))")
      + (repaired.isEmpty ? "." : ", \(repaired.count) repaired.")
  }
}
