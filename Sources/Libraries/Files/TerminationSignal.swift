import Glibc

/// The two signals that ask a program to end.
public enum TerminationSignal: Int32, Sendable {
  /// SIGINT: Ctrl-C at the terminal.
  case interrupt = 2
  /// SIGTERM: the system's way.
  case terminate = 15

  /// Holds both signals back for `wait`. To be called before any thread is started: threads inherit it.
  public static func holdBack() {
    var signals = all
    let answer = unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
    precondition(answer == 0, "SIG_BLOCK is a way to change a mask")
  }

  /// Lets both signals end the process again.
  public static func release() {
    var signals = all
    let answer = unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    precondition(answer == 0, "SIG_UNBLOCK is a way to change a mask")
  }

  /// Waits until one of the two comes; `holdBack` must have been called.
  public static func wait() -> TerminationSignal {
    var signals = all
    while true {
      var number: Int32 = 0
      let answer = unsafe sigwait(&signals, &number)
      if answer == 0, let signal = TerminationSignal(rawValue: number) { return signal }
    }
  }

  /// Sends a signal to this process, as if somebody asked it to end.
  public func raise() {
    _ = kill(getpid(), rawValue)
  }

  /// From here on a write to a closed pipe or socket (SIGPIPE), or past the process's file size limit
  /// (SIGXFSZ), is an error, not the end of the process.
  public static func ignoreFailedWrites() {
    _ = signal(SIGPIPE, SIG_IGN)
    _ = signal(SIGXFSZ, SIG_IGN)
  }

  private static var all: sigset_t {
    var signals = sigset_t()
    unsafe _ = sigemptyset(&signals)
    unsafe _ = sigaddset(&signals, SIGINT)
    unsafe _ = sigaddset(&signals, SIGTERM)
    return signals
  }
}
