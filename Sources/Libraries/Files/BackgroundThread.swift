import Glibc

/// Work on a thread of its own that nobody waits for.
public enum BackgroundThread {
  /// Starts a thread that runs a body and ends with it.
  ///
  /// - Throws: `FileError` where the system gives no more threads.
  public static func start(_ body: @escaping @Sendable () -> Void) throws(FileError) {
    let start = unsafe Unmanaged.passRetained(BackgroundBody(body)).toOpaque()
    var number = pthread_t()
    let answer = unsafe pthread_create(&number, nil, runBackgroundBody, start)
    guard answer == 0 else {
      unsafe Unmanaged<BackgroundBody>.fromOpaque(start).release()
      throw FileError(.configure, "a thread", .system(number: answer))
    }
    pthread_detach(number)
  }
}

private final class BackgroundBody: Sendable {
  let run: @Sendable () -> Void

  init(_ run: @escaping @Sendable () -> Void) {
    self.run = run
  }
}

/// Where the operating system enters a new thread.
private func runBackgroundBody(_ start: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  if let start = unsafe start {
    unsafe Unmanaged<BackgroundBody>.fromOpaque(start).takeRetainedValue().run()
  }
  return nil
}
