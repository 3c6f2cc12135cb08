/// What the writer's thread does, from its first work to its last.
final class WritingLoop {
  private let connection: Connection
  private let queue: WriteQueue
  private let limits: GroupCommitWriter.Limits
  private let watch: FileWatch
  private let board: StatusBoard
  private let readership: Readership
  private let closing: (Connection) throws -> Void
  private var log: LogKeeper
  /// How many groups are still run with savepoints from the start, because a work failed lately.
  private var cautiousGroups = 0
  /// Set when it is no longer known what the files hold; from then on every work is refused.
  private var failure: SQLiteError? {
    didSet { board.note(failure: failure) }
  }

  /// Opens the database for writing.
  init(
    at path: String, creatingIfMissing: Bool, settings: Settings, limits: GroupCommitWriter.Limits,
    queue: WriteQueue, board: StatusBoard, readership: Readership,
    closing: @escaping (Connection) throws -> Void
  ) throws(OpeningError) {
    connection = try Connection.openWriter(at: path, creatingIfMissing: creatingIfMissing, settings: settings)
    watch = FileWatch(over: try DatabaseFile(at: path))
    log = LogKeeper(limits: limits)
    self.queue = queue
    self.limits = limits
    self.board = board
    self.readership = readership
    self.closing = closing
  }

  /// Lets `body` use the connection before the first work.
  func prepare(_ body: (Connection) throws -> Void) throws {
    try body(connection)
  }

  /// Works until the queue is closed and empty.
  func run() {
    while true {
      let patience = log.isWorthMoving(on: connection) ? LogKeeper.patienceMilliseconds : nil
      switch queue.take(atMost: limits.groupWorks, patience: patience) {
      case .works(let works):
        switch works.first?.grouping {
        case .alone: works.forEach(runAlone)
        case .outside: works.forEach(runOutside)
        case .together, nil: runGroup(startingWith: works)
        }
        if log.isLong(on: connection) {
          tendLog { () throws(SQLiteError) in try log.beginAnew(on: connection) }
        }
      case .idle:
        tendLog { () throws(SQLiteError) in try log.moveWhileIdle(on: connection) }
      case .closed:
        leave()
        return
      }
    }
  }

  /// Leaves the database at rest, unless it is in doubt what it holds.
  private func leave() {
    if failure == nil {
      tendLog { () throws(SQLiteError) in try connection.comeToRest() }
    } else {
      connection.leaveInDoubt()
    }
  }

  /// Does `works`, and those that come meanwhile, in one transaction, and tells each how it ended.
  private func runGroup(startingWith works: [Work]) {
    var group = Group(of: works, isCautious: cautiousGroups > 0)
    defer { cautiousGroups = group.hasRefusals ? 16 : max(0, cautiousGroups - 1) }
    do {
      try begin()
      try fill(&group)
      try commit()
      board.noteCommit(of: group.works.count, logPages: connection.control.logPages)
      group.tell()
    } catch WriterError.notCommitted(let error) where error.isFull || error.constraint != nil {
      // Too large as a whole, or one work broke a rule that is checked at the end: each for itself.
      group.works.forEach(runAlone)
    } catch is GroupLost {
      group.works.forEach(runAlone)
    } catch {
      rollBack()
      group.refuse(error)
    }
  }

  /// Runs the group's works, and adds those that come meanwhile until the group is large or old enough.
  private func fill(_ group: inout Group) throws {
    let deadline = ContinuousClock.now + .milliseconds(limits.groupMilliseconds)
    try group.run(on: connection)
    while group.works.count < limits.groupWorks, ContinuousClock.now < deadline {
      let more = queue.takeMore(atMost: limits.groupWorks - group.works.count)
      if more.isEmpty { return }
      group.add(more)
      try group.run(on: connection)
    }
  }

  /// Does `work` in a transaction of its own, and tells it how it ended.
  private func runAlone(_ work: Work) {
    do {
      try begin()
      let tell = try work.attempt(connection)
      try commit()
      board.noteCommit(of: 1, logPages: connection.control.logPages)
      tell()
    } catch {
      rollBack()
      work.refuse(error)
    }
  }

  /// Does `work` between two transactions, and tells it how it ended.
  private func runOutside(_ work: Work) {
    do {
      if let failure { throw WriterError.stopped(failure) }
      guard watch.isInPlace else { throw WriterError.fileReplaced(path: watch.path) }
      defer { readership.noteCommit() }
      var attempt: Result<@Sendable () -> Void, any Error>?
      readership.whileLogMoves { attempt = Result { try work.attempt(connection) } }
      try attempt?.get()()
    } catch {
      if let error = error as? SQLiteError, error.isFailedSync { failure = error }
      work.refuse(error)
    }
  }

  private func begin() throws {
    if let failure { throw WriterError.stopped(failure) }
    try connection.begin(.immediate)
  }

  /// Ends the transaction and makes it durable.
  private func commit() throws {
    do {
      try closing(connection)
    } catch let error as SQLiteError {
      rollBack()
      throw WriterError.notCommitted(error)
    }
    try makeDurable()
  }

  private func makeDurable() throws(WriterError) {
    guard watch.isInPlace else { throw .fileReplaced(path: watch.path) }
    defer { readership.noteCommit() }
    do {
      try connection.commit()
    } catch {
      rollBack()
      if error.isFailedSync { failure = error }
      throw error.isFailedSync ? .stopped(error) : .notCommitted(error)
    }
  }

  private func rollBack() {
    do throws(SQLiteError) { try connection.rollBack() } catch { failure = error }
  }

  private func tendLog(_ body: () throws(SQLiteError) -> Void) {
    readership.whileLogMoves { moveLog(body) }
  }

  private func moveLog(_ body: () throws(SQLiteError) -> Void) {
    do {
      try body()
      board.note(logPages: connection.control.logPages, logFailure: nil)
    } catch {
      board.note(logPages: connection.control.logPages, logFailure: error)
      // A log that could not be moved stays and is complete; only a failed sync leaves the database in doubt.
      if error.isFailedSync { failure = error }
    }
  }
}
