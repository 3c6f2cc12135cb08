internal import Glibc

/// A count that one thread raises and another waits for.
///
/// Safe and `Sendable`: POSIX makes `sem_t` for many threads; its address is fixed from `init` to `deinit`.
@safe final class Semaphore: @unchecked Sendable {
  private let semaphore: UnsafeMutablePointer<sem_t>

  /// A semaphore that stands at zero.
  init() {
    unsafe semaphore = .allocate(capacity: 1)
    let code = unsafe sem_init(semaphore, 0, 0)
    precondition(code == 0, "a semaphore between threads starts at zero, which sem_init always takes")
  }

  deinit {
    unsafe sem_destroy(semaphore)
    unsafe semaphore.deallocate()
  }

  /// Adds one, and wakes a thread that waits.
  func raise() {
    unsafe sem_post(semaphore)
  }

  /// Waits until the count is above zero, and takes one.
  func wait() {
    // EINTR: a signal was handled meanwhile.
    while unsafe sem_wait(semaphore) != 0 {}
  }

  /// Waits at most `milliseconds`; false if the count stayed at zero. A clock that is set meanwhile makes the
  /// wait shorter or longer.
  func wait(milliseconds: Int) -> Bool {
    var end = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &end)
    let nanoseconds = end.tv_nsec + milliseconds % 1_000 * 1_000_000
    end.tv_sec += milliseconds / 1_000 + nanoseconds / 1_000_000_000
    end.tv_nsec = nanoseconds % 1_000_000_000
    while unsafe sem_timedwait(semaphore, &end) != 0 {
      if errno != EINTR { return false }
    }
    return true
  }
}
