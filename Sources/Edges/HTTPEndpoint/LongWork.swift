internal import Files
internal import Synchronization

/// Work that takes too long for the threads that serve connections: imports, reports, large renderings.
///
/// At most so many jobs are under way at once, each on a thread that ends when none is left; so many more wait.
final class LongWork: Sendable {
  typealias Job = @Sendable () -> Void

  private struct State {
    var underWay = 0
    var waiting: [Job] = []
  }

  private let threads: Int
  private let mostWaiting: Int
  private let state = Mutex(State())

  init(threads: Int, waiting: Int) {
    self.threads = threads
    mostWaiting = waiting
  }

  /// Whether one more job would be taken at this moment.
  var hasRoom: Bool { state.withLock { $0.underWay < threads || $0.waiting.count < mostWaiting } }

  /// Takes a job on. Throws the problem 503 where too many wait already, or the system gives no thread.
  func take(_ job: @escaping Job) throws {
    let startsThread = try state.withLock { state in
      guard state.underWay >= threads else {
        state.underWay += 1
        return true
      }
      guard state.waiting.count < mostWaiting else { throw Problem.overloaded }
      state.waiting.append(job)
      return false
    }
    guard startsThread else { return }
    do {
      try BackgroundThread.start { [self] in work(beginningWith: job) }
    } catch {
      state.withLock { $0.underWay -= 1 }
      throw Problem.overloaded
    }
  }

  private func work(beginningWith first: @escaping Job) {
    var next: Job? = first
    while let job = next {
      job()
      next = state.withLock { state in
        guard state.waiting.isEmpty else { return state.waiting.removeFirst() }
        state.underWay -= 1
        return nil
      }
    }
  }
}
