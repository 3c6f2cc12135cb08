internal import Synchronization

/// A result that one thread waits for and another gives once.
final class Answer<Value: Sendable>: Sendable {
  private let result = Mutex<Result<Value, any Error>?>(nil)
  private let given = Semaphore()

  /// Gives the result; called once.
  @Sendable func give(_ result: Result<Value, any Error>) {
    self.result.withLock { $0 = result }
    given.raise()
  }

  /// Waits for the result; called once.
  func wait() -> Result<Value, any Error> {
    given.wait()
    return result.withLock { $0 } ?? .failure(WriterError.closed)
  }
}
