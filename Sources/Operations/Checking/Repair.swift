internal import Enrolment
internal import Values

extension Registrar {
  /// Checks, mends what is not itself a record and can be had again from records, and checks again.
  ///
  /// 1. Progress that is not what the records of its enrolment say is derived again and put in the place of what is kept,
  ///    an enrolment a transaction; the history says so. The state of an enrolment is a record, and stays.
  /// 2. Files that no record names, and no change under way keeps, are removed. Those that lie under no digest stay:
  ///    nobody knows whose they are.
  /// 3. Jobs that nobody carries out are interrupted.
  ///
  /// Where the database itself is at fault, nothing is mended: what is written to it may be lost. Neither where a record is
  /// not what was recorded: what would be worked out from it is as wrong, and what shows by it would be gone. Cost: twice
  /// that of checking.
  ///
  /// - Parameters:
  ///   - databaseFaults: what the engine says of its own file.
  ///   - cleared: the digests of files that went when the records were opened for this.
  /// - Returns: what is at fault still, and what was mended.
  public func repair(
    databaseFaults: [String], cleared: [String] = [], as principal: Principal,
    progress: (Int) -> Void = { _ in }
  ) throws -> CheckReport {
    try permit(.changeRecords, to: principal, doing: "repair records")
    guard databaseFaults.isEmpty else {
      return try check(databaseFaults: databaseFaults, as: principal, progress: progress)
    }
    let checking = try examineRecords(progress).0
    guard !checking.isAltered else {
      var report = try check(databaseFaults: [], as: principal)
      report.isLeftAlone = true
      return report
    }
    let unnamed = try content.removeUnnamed(unnamedFiles().digests) {
      try store.read { try $0.fileDigests() }
    }
    let repaired =
      try rederive(checking.misleading, as: principal) + (cleared + unnamed).map(CheckReport.Fault.removed)
      + interrupt(abandonedJobs(), as: principal)
    var report = try check(databaseFaults: [], as: principal, progress: progress)
    report.repaired = repaired
    return report
  }

  /// What cannot be derived is left as it is, and found by the check that follows.
  private func rederive(_ enrolments: [EnrolmentID], as principal: Principal) throws -> [CheckReport.Fault] {
    try enrolments.compactMap { enrolment in
      do {
        try perform(RederiveProgress(enrolment), as: principal)
        return .init(
          kind: "progress",
          message: "the progress of enrolment \(enrolment) was derived again from its records")
      } catch let refusal as any Explainable where refusal.explanation.category != .temporary {
        return nil
      }
    }
  }

  private func interrupt(_ abandoned: [Job], as principal: Principal) throws -> [CheckReport.Fault] {
    guard !abandoned.isEmpty else { return [] }
    return try perform(InterruptJobs(abandoned.map(\.id)), as: principal).map { job in
      .init(kind: "job", message: "job \(job.id) was \(job.state.rawValue), and is interrupted")
    }
  }
}

extension CheckReport.Fault {
  fileprivate static func removed(_ digest: String) -> CheckReport.Fault {
    .init(kind: "file", message: "the file \(digest), which no record named, was removed")
  }
}

/// Works the progress of an enrolment out of its records again, and puts it in the place of what is kept. No record is
/// changed by it.
struct RederiveProgress: Change {
  static let right = Right.changeRecords

  let enrolment: EnrolmentID

  init(_ enrolment: EnrolmentID) {
    self.enrolment = enrolment
  }

  func carryOut(_ work: Work) throws {
    let enrolment = try work.records.enrolment(identified: enrolment)
    let rule = try work.rules.rule(of: enrolment.version, in: work.records)
    let derived = try Derivation(records: work.records, origin: work.origin)
      .progress(of: enrolment, rule: rule)
    try work.records.replaceProgress(by: derived, of: enrolment.id)
    try work.note(
      "progress derive", .enrolment, enrolment.id.uuid, person: enrolment.person,
      reason: "what was kept of it was not what its records say", [])
  }
}

/// Interrupts jobs that have not ended.
struct InterruptJobs: Change {
  static let right = Right.changeRecords

  let jobs: [JobID]

  init(_ jobs: [JobID]) {
    self.jobs = jobs
  }

  /// The jobs that were interrupted, as they were before.
  func carryOut(_ work: Work) throws -> [Job] {
    let open = try work.records.openJobs().filter { jobs.contains($0.id) }
    for job in open { try work.end(job, by: .interrupt, telling: nil) }
    return open
  }
}
