/// What the records and files are checked for, and what was found.
public struct CheckReport: Sendable {
  /// Something that should not be, in a sentence.
  public struct Fault: Sendable, Hashable {
    /// What kind of thing is at fault: `database`, `file`, `history`, `progress`, `result`, `state`, `seats`,
    /// `certificate`, `job`, `record`, `seal`, `statement`, `launch`, `waiver`, `satisfied`, `funding`,
    /// `evaluation`.
    public let kind: String
    public let message: String

    public init(kind: String, message: String) {
      self.kind = kind
      self.message = message
    }
  }

  public let enrolments: Int
  public let statements: Int
  public let files: Int
  public let faults: [Fault]
  /// What is sound and yet asks for a decision, or for clearing up: certificates in force on evidence that no longer
  /// holds, seats held by nominations that were taken back, files that no record names, jobs that nobody carries out.
  public let warnings: [Fault]
  /// What was at fault, or to be cleared up, and is no longer.
  public var repaired: [Fault] = []
  /// Whether nothing was repaired, although that was asked for, because records are not what was recorded.
  public var isLeftAlone = false
}

extension Registrar {
  /// Proves that what was worked out is what the records say, and that database and files are whole.
  ///
  /// 1. The history has no gaps: its places are given out one by one, and what is refused takes none.
  /// 2. Every enrolment's progress is derived again from its statements and results, and its state held against it and
  ///    against its changes; the outcome of every result is derived again by the rule of its version. Launches, waivers
  ///    and what is said to be satisfied are held against the statements of the registration, and what is satisfied
  ///    against its progress.
  /// 3. The states of course versions, sessions and nominations are held against their changes, and the seats of
  ///    sessions against their capacity. Who pays for seats under a programme is its donor, and targets lie within their
  ///    programmes. Answers are such as their evaluations ask for, and no onward training counts twice.
  ///    Every accreditation is followed again from its transitions by its pool's rules, and the evaluator of every mission
  ///    held against the ground that was recorded, and each of its steps against the observation that it cites. Every
  ///    observation is judged again by its rubric, and followed from its steps.
  /// 4. Every certificate is held against its changes, its number against those given out, and what it certifies against
  ///    the records; nobody has two live ones under a scheme. Those in force are judged again.
  /// 5. Every file of packages and attachments is read and hashed again; those that no record names are told.
  /// 6. Jobs that have not ended and that nobody carries out are told.
  /// 7. Every record is held against its seal, the seals against the chain over them and against what was noted when the
  ///    records were closed, and the statements against theirs.
  /// 8. Every statement is read as it was when it came, held against what is kept beside it, and its terms against those
  ///    that it is found by.
  ///
  /// Cost: one pass over the history, the seals, the records, and twice over the statements; for every enrolment all its
  /// statements and results; a few point reads for every session, nomination and certificate; and every byte of the
  /// files. Memory stays flat but for the digests.
  ///
  /// - Parameter databaseFaults: what the engine says of its own file.
  public func check(
    databaseFaults: [String], as principal: Principal, progress: (Int) -> Void = { _ in }
  ) throws -> CheckReport {
    try permit(.readRecords, to: principal, doing: "check records")
    let (checking, digests) = try examineRecords(progress)
    let damaged = try content.damaged(among: digests).map { digest in
      CheckReport.Fault(kind: "file", message: "the file \(digest) is missing or was altered")
    }
    return CheckReport(
      enrolments: checking.enrolments, statements: checking.statements, files: digests.count,
      faults: databaseFaults.map { .init(kind: "database", message: $0) } + checking.faults + damaged,
      warnings: try checking.warnings + unnamedFiles().warnings + abandonedJobs().map(\.warning))
  }

  func examineRecords(_ progress: (Int) -> Void) throws -> (Checking, digests: Set<String>) {
    // First what was noted, then the records, which only go on from there.
    let noted = try store.notedHead()
    return try store.read { records in
      let checking = Checking(
        records: records, origin: origin, calendar: calendar, now: present, rules: rules)
      try checking.checkSeals(noted: noted)
      try checking.checkHistory()
      try checking.checkEnrolments(progress: progress)
      try checking.checkVersions()
      try checking.checkSessions()
      try checking.checkNominations()
      try checking.checkFunding()
      try checking.checkEvaluations()
      try checking.checkCertificates()
      try checking.checkAccreditations()
      try checking.checkObservations()
      try checking.checkStatements()
      return (checking, try records.fileDigests())
    }
  }

  func unnamedFiles() throws -> UnnamedFiles {
    try content.unnamed { try store.read { try $0.fileDigests() } }
  }

  /// The jobs that have not ended and that this process does not have in hand.
  func abandonedJobs() throws -> [Job] {
    let open = try store.read { try $0.openJobs() }
    guard !open.isEmpty else { return [] }
    // When the writer has come this far, whoever took one of them has it in hand.
    _ = try store.dividingInstant()
    let abandoned = open.filter { jobs[$0.id] == nil }
    let stillOpen = try Set(store.read { try $0.openJobs() }.map(\.id))
    return abandoned.filter { stillOpen.contains($0.id) }
  }
}

extension UnnamedFiles {
  fileprivate var warnings: [CheckReport.Fault] {
    digests.map { .init(kind: "file", message: "the file \($0) is kept, and no record names it") }
      + strays.map { .init(kind: "file", message: "\($0) lies among the files, and is none of them") }
  }
}

extension Job {
  fileprivate var warning: CheckReport.Fault {
    .init(kind: "job", message: "job \(id) is \(state.rawValue), and nobody carries it out")
  }
}
