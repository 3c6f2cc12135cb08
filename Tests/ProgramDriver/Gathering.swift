import Glibc
import Synchronization

/// Threads that are waited for together.
final class Gathering: Sendable {
  private let state: Mutex<(present: Int, firstError: (any Error)?)>

  init(count: Int) {
    state = Mutex((count, nil))
  }

  /// One thread has ended.
  func leave(_ error: (any Error)?) {
    state.withLock { state in
      state.present -= 1
      state.firstError = state.firstError ?? error
    }
  }

  /// Returns when all have ended, with the first error of any.
  func waitForAll() -> (any Error)? {
    while state.withLock({ $0.present > 0 }) { usleep(500) }
    return state.withLock { $0.firstError }
  }
}
