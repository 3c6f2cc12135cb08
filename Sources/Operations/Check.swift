internal import Assessment
internal import Catalogue
internal import Enrolment
internal import People
internal import Values

/// What the records and files are checked for, and what was found.
public struct CheckReport: Sendable {
  /// Something that should not be, in a sentence.
  public struct Fault: Sendable, Hashable {
    /// What kind of thing is at fault: `database`, `file`, `progress`, `state`, `certificate`.
    public let kind: String
    public let message: String

    public init(kind: String, message: String) {
      self.kind = kind
      self.message = message
    }
  }

  public let enrolments: Int
  public let files: Int
  public let faults: [Fault]
}

extension Registrar {
  /// Proves that what was worked out is what the records say, and that database and files are whole.
  ///
  /// Every enrolment's progress is derived again from its statements and results, every course version's state is held
  /// against its changes, and every file of packages and attachments is read and hashed again. Cost grows with
  /// all of them.
  ///
  /// - Parameter databaseFaults: what the engine says of its own file.
  public func check(
    databaseFaults: [String], as principal: Principal, progress: (Int) -> Void = { _ in }
  ) throws -> CheckReport {
    try permit(.readRecords, to: principal, doing: "check records")
    var faults = databaseFaults.map { CheckReport.Fault(kind: "database", message: $0) }
    let (enrolments, digests) = try store.read { records in
      let derived = try checkEnrolments(records, progress: progress)
      faults += try derived.faults + checkVersions(records)
      return (derived.count, try records.fileDigests())
    }
    for digest in try content.damaged(among: digests) {
      faults.append(.init(kind: "file", message: "the file \(digest) is missing or was altered"))
    }
    return CheckReport(enrolments: enrolments, files: digests.count, faults: faults)
  }

  private func checkEnrolments(
    _ records: any Records, progress report: (Int) -> Void
  ) throws -> (count: Int, faults: [CheckReport.Fault]) {
    var count = 0
    var faults: [CheckReport.Fault] = []
    var request = PageRequest(limit: 1000)
    while true {
      let page = try records.enrolments(EnrolmentFilter(), within: .everything, page: request)
      for enrolment in page.items { faults += try faultsOf(enrolment, in: records) }
      count += page.items.count
      report(count)
      guard let next = page.next else { return (count, faults) }
      request = PageRequest(after: next, limit: 1000)
    }
  }

  private func checkVersions(_ records: any Records) throws -> [CheckReport.Fault] {
    var faults: [CheckReport.Fault] = []
    var request = PageRequest(limit: 1000)
    while true {
      let page = try records.courses(page: request)
      for course in page.items { faults += try faultsOf(course, in: records) }
      guard let next = page.next else { return faults }
      request = PageRequest(after: next, limit: 1000)
    }
  }

  private func faultsOf(_ course: Course, in records: any Records) throws -> [CheckReport.Fault] {
    try records.versions(of: course.id).filter { version in
      try records.transitions(of: version.id).last?.to != version.state
    }.map { version in
      .init(
        kind: "state",
        message: "the state of version \(version.number) of course \(course.code) is not what its records say"
      )
    }
  }

  private func faultsOf(_ enrolment: Enrolment, in records: any Records) throws -> [CheckReport.Fault] {
    let rule = try rules.rule(of: enrolment.version, in: records)
    let derived = try Derivation(records: records, origin: origin).progress(of: enrolment, rule: rule)
    var faults: [CheckReport.Fault] = []
    if try derived != records.progress(of: enrolment.id) {
      faults.append(
        .init(
          kind: "progress", message: "the progress of enrolment \(enrolment.id) is not what its records say"))
    }
    let last = try records.transitions(of: enrolment.id).last
    let outcome = derived.outcome(launches: rule.launches, passRule: rule.passRule)
    let isSound =
      last?.to == enrolment.state && enrolment.state.agrees(with: outcome, isPassed: last?.isPassed ?? false)
    if !isSound {
      faults.append(
        .init(kind: "state", message: "the state of enrolment \(enrolment.id) is not what its records say"))
    }
    return faults
  }
}

extension EnrolmentState {
  /// Whether this state can stand beside what the progress amounts to.
  fileprivate func agrees(with outcome: CourseOutcome, isPassed: Bool) -> Bool {
    switch (self, outcome) {
    case (.enrolled, .none), (.started, .started), (.failed, .failed): true
    case (.completed, .completed(let passed)): passed == isPassed
    // These were decided by people or the calendar, whatever had been learnt.
    case (.waiting, _), (.withdrawn, _), (.noShow, _), (.expired, _): true
    case (.enrolled, _), (.started, _), (.completed, _), (.failed, _): false
    }
  }
}
