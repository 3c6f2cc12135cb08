/// Works that share one transaction.
struct Group {
  /// How one work of the group ended, as far as the group is concerned.
  private enum Outcome {
    case written(tell: @Sendable () -> Void)
    case refused(any Error)
  }

  /// The works, in the order they came.
  private(set) var works: [Work]
  private var outcomes: [Outcome] = []
  private var holdsChanges = false
  /// Whether each work is run in a savepoint. A savepoint keeps a copy of every page that is changed in it, and nearly
  /// every work ends well: so they are done without, and the group is done again with them once one work fails.
  private var isCautious: Bool
  /// Whether a work failed for itself.
  private(set) var hasRefusals = false

  /// A group none of whose works has been run.
  init(of works: [Work], isCautious: Bool) {
    self.works = works
    self.isCautious = isCautious
    outcomes.reserveCapacity(works.count)
  }

  /// Adds works to be run.
  mutating func add(_ more: [Work]) {
    works += more
  }

  /// Runs the works that were not run yet, within the transaction that is open on `connection`.
  ///
  /// - Throws: `GroupLost` if SQLite gave the whole transaction up; `SQLiteError` if the transaction cannot be
  ///   steered any more.
  mutating func run(on connection: Connection) throws {
    if !isCautious {
      if try runTrusting(on: connection) { return }
      try beginAgain(on: connection)
    }
    for work in works[outcomes.count...] {
      outcomes.append(holdsChanges ? try runNested(work, on: connection) : try runFirst(work, on: connection))
    }
  }

  /// Runs works as if none could fail; false at the first that does.
  private mutating func runTrusting(on connection: Connection) throws -> Bool {
    for work in works[outcomes.count...] {
      do {
        outcomes.append(.written(tell: try work.attempt(connection)))
      } catch {
        guard connection.isInTransaction else { throw GroupLost() }
        return false
      }
      guard connection.isInTransaction else { throw GroupLost() }
    }
    return true
  }

  /// Undoes all of the group, to do it again with savepoints.
  private mutating func beginAgain(on connection: Connection) throws {
    isCautious = true
    outcomes.removeAll(keepingCapacity: true)
    try connection.rollBack()
    try connection.begin(.immediate)
  }

  private mutating func refused(_ error: any Error) -> Outcome {
    hasRefusals = true
    return .refused(error)
  }

  /// Runs a work where there is nothing yet to be kept: without a savepoint.
  private mutating func runFirst(_ work: Work, on connection: Connection) throws -> Outcome {
    do {
      let tell = try work.attempt(connection)
      guard connection.isInTransaction else { throw GroupLost() }
      holdsChanges = true
      return .written(tell: tell)
    } catch let error where !(error is GroupLost) {
      try connection.rollBack()
      try connection.begin(.immediate)
      return refused(error)
    }
  }

  /// Runs a work beside others, in a savepoint.
  private mutating func runNested(_ work: Work, on connection: Connection) throws -> Outcome {
    try connection.steer("SAVEPOINT work")
    do {
      let tell = try work.attempt(connection)
      guard connection.isInTransaction else { throw GroupLost() }
      try connection.steer("RELEASE work")
      return .written(tell: tell)
    } catch {
      guard connection.isInTransaction else { throw GroupLost() }
      try connection.steer("ROLLBACK TO work")
      try connection.steer("RELEASE work")
      return refused(error)
    }
  }

  /// Tells every work how it ended; the transaction is durable.
  func tell() {
    for (work, outcome) in zip(works, outcomes) {
      switch outcome {
      case .written(let tell): tell()
      case .refused(let error): work.refuse(error)
      }
    }
  }

  /// Tells every work that nothing was written: its own failure if it had one, else `error`.
  func refuse(_ error: any Error) {
    for (index, work) in works.enumerated() {
      if index < outcomes.count, case .refused(let own) = outcomes[index] {
        work.refuse(own)
      } else {
        work.refuse(error)
      }
    }
  }
}

/// SQLite rolled back the transaction of a group by itself.
struct GroupLost: Error {}
