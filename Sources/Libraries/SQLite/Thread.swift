internal import Glibc

/// A thread of the operating system that runs one body and is waited for.
///
/// Safe and `Sendable`: the thread's number does not change; its owner calls `join` or `leave`, once.
@safe struct Thread: @unchecked Sendable {
  private let number: pthread_t

  /// Starts a thread that runs `body`.
  ///
  /// - Returns: nil if the system gives no more threads.
  init?(running body: @escaping @Sendable () -> Void) {
    var number = pthread_t()
    let start = unsafe Unmanaged.passRetained(ThreadBody(body)).toOpaque()
    guard unsafe pthread_create(&number, nil, runThreadBody, start) == 0 else {
      unsafe Unmanaged<ThreadBody>.fromOpaque(start).release()
      return nil
    }
    self.number = number
  }

  /// Waits for the body to end.
  func join() {
    pthread_join(number, nil)
  }

  /// Lets the thread end by itself.
  func leave() {
    pthread_detach(number)
  }

  /// True on the thread itself.
  var isCurrent: Bool { pthread_equal(pthread_self(), number) != 0 }
}

private final class ThreadBody: Sendable {
  let run: @Sendable () -> Void

  init(_ run: @escaping @Sendable () -> Void) {
    self.run = run
  }
}

/// Where the operating system enters a new thread.
private func runThreadBody(_ start: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let start = unsafe start {
    unsafe Unmanaged<ThreadBody>.fromOpaque(start).takeRetainedValue().run()
  }
  return nil
}
