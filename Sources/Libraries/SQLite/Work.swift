/// How a piece of writing shares a commit.
public enum Grouping: Sendable {
  /// With others that wait at the same time.
  case together
  /// In a transaction of its own: for long writing, which would keep others waiting for their commit.
  case alone
  /// Outside of every transaction, between two groups: for what cares for the file as a whole.
  case outside
}

/// A piece of writing that was accepted. One of its two ends is told exactly once.
struct Work: Sendable {
  let grouping: Grouping
  /// Does the writing; answers what to tell when it is durable. It may be called more than once: after
  /// another work of its group has failed, and after SQLite has given up a whole group.
  let attempt: @Sendable (Connection) throws -> @Sendable () -> Void
  /// Tells that nothing was written.
  let refuse: @Sendable (any Error) -> Void
}

/// Why the writer refused a work that did not fail by itself.
public enum WriterError: Error, Equatable {
  /// So many works wait already that no more are taken; try again later.
  case overloaded(waiting: Int)
  /// The writer is closed.
  case closed
  /// The group could not be made durable. Nothing of it will be seen.
  case notCommitted(SQLiteError)
  /// Someone removed or replaced the file while it was in use; whatever is written now would be lost.
  case fileReplaced(path: String)
  /// The file system failed to make a commit durable; what its file holds is not known. The writer has stopped.
  case stopped(SQLiteError)
  /// A work asked the writer to wait for another work, which would wait for ever.
  case askedFromWithin
  /// The system gives no thread.
  case noThread
}
