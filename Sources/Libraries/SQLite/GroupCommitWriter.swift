internal import Synchronization

/// The one writer of a database: it makes many works durable with one commit.
///
/// While one group is being made durable, the next works gather; they become the next group. A failing work leaves no
/// trace and does not fail its neighbours: then the group is undone and done again, each work in a savepoint of the
/// group's transaction. A work's end is told only after the commit that made it durable, in the order the works came.
///
/// A work may be run twice or three times: when another of its group fails, and when SQLite gives up the whole group (a
/// full disk, an I/O error, no memory) and each work is tried again in a transaction of its own. So a work has no effect but through its connection.
///
/// The writer also cares for the write-ahead log: it moves the log into the database between groups, and is
/// the only one in the system that does.
public final class GroupCommitWriter: Sendable {
  /// The bounds of the writer's queue, groups and log.
  public struct Limits: Sendable {
    /// How many works may wait; one more is refused with `.overloaded`.
    public var waitingWorks = 10_000
    /// How many works share a commit at most.
    public var groupWorks = 1_000
    /// For how long works are added to a group, in milliseconds, before it is committed.
    public var groupMilliseconds = 50
    /// From how many pages (of 4 KiB) on the log is moved into the database when no work has come for a while.
    public var idleLogPages = 256
    /// From how many pages on the log is moved into the database although works wait. A page that is written again
    /// and again is moved once: the longer the log, the less there is to move.
    public var busyLogPages = 16_384

    /// The limits that suit most servers.
    public init() {}
  }

  /// What the readers of this database in this process follow.
  public let readership: Readership
  private let queue: WriteQueue
  private let board: StatusBoard
  private let thread: Thread
  private let isClosed = Atomic(false)

  /// Opens the database for writing, and starts the writer's thread.
  ///
  /// - Parameters:
  ///   - preparing: Runs before the first work, outside of a transaction: the place for `migrate`.
  ///   - closing: Runs as the last thing in every transaction, before it is committed; where it fails, nothing of the
  ///     transaction is kept.
  /// - Throws: `OpeningError`, `WriterError.noThread`, what `preparing` throws.
  public init(
    at path: String, creatingIfMissing: Bool = false, settings: Settings = Settings(),
    limits: Limits = Limits(),
    preparing: @escaping @Sendable (Connection) throws -> Void = { _ in },
    closing: @escaping @Sendable (Connection) throws -> Void = { _ in }
  ) throws {
    let queue = WriteQueue(capacity: limits.waitingWorks)
    let board = StatusBoard()
    let readership = Readership()
    let opened = Answer<Void>()
    let thread = Thread {
      do {
        // The connection is opened on the thread that will be the only one to use it.
        let loop = try WritingLoop(
          at: path, creatingIfMissing: creatingIfMissing, settings: settings, limits: limits, queue: queue,
          board: board, readership: readership, closing: closing)
        try loop.prepare(preparing)
        opened.give(.success(()))
        loop.run()
      } catch {
        opened.give(.failure(error))
      }
    }
    guard let thread else { throw WriterError.noThread }
    do {
      try opened.wait().get()
    } catch {
      thread.join()
      throw error
    }
    self.readership = readership
    self.queue = queue
    self.board = board
    self.thread = thread
  }

  deinit {
    close()
  }

  /// Hands over a work and returns at once.
  ///
  /// - Parameters:
  ///   - grouping: Whether it may share a commit.
  ///   - work: Reads and writes through the connection, which it must not keep. What it throws is told to
  ///     `then`, and nothing of it remains in the database. It may be run more than once.
  ///   - then: Told exactly once, on the writer's thread, after the work is durable or was refused: a value
  ///     only if it is durable. It should be brief, because the next group waits for it.
  /// - Throws: `.overloaded`, `.closed`; then `then` is not told anything.
  public func submit<Value: Sendable>(
    grouping: Grouping = .together, _ work: @escaping @Sendable (Connection) throws -> Value,
    then: @escaping @Sendable (Result<Value, any Error>) -> Void
  ) throws(WriterError) {
    try queue.append(
      Work(
        grouping: grouping,
        attempt: { connection in
          let value = try work(connection)
          return { then(.success(value)) }
        },
        refuse: { then(.failure($0)) }))
  }

  /// Hands over a work and waits until it is durable or refused.
  ///
  /// - Throws: What the work threw, or a `WriterError`.
  @discardableResult
  public func perform<Value: Sendable>(
    grouping: Grouping = .together, _ work: @escaping @Sendable (Connection) throws -> Value
  ) throws -> Value {
    guard !thread.isCurrent else { throw WriterError.askedFromWithin }
    let answer = Answer<Value>()
    try submit(grouping: grouping, work, then: answer.give)
    return try answer.wait().get()
  }

  /// How the writer is doing.
  public var status: WriterStatus { board.current }

  /// How many works wait for the next group.
  public var waitingWorks: Int { queue.count }

  /// Accepts no more works, finishes those accepted, moves the log into the database and closes it.
  ///
  /// Close the readers first: what they still see must stay in the log. A second call does nothing.
  public func close() {
    guard !isClosed.exchange(true, ordering: .acquiringAndReleasing) else { return }
    queue.close()
    // A work or its end may let go of the last reference to the writer: a thread cannot wait for itself.
    if thread.isCurrent { thread.leave() } else { thread.join() }
  }
}
