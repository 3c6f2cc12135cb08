internal import Glibc

/// A thread that cuts off the connections whose sender is late.
///
/// The library's own time-out starts anew with every byte, so that a head dripped byte by byte would hold a
/// connection for ever.
final class Watchdog: Sendable {
  private let core: Core
  /// Becomes readable when the watch is over.
  private let bell: Int32
  private let periodMilliseconds: Int32

  /// Starts the thread; throws the `errno` of the call that failed.
  static func start(over core: Core) throws(ServerError) -> Post {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard unsafe socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw .cannotStart(code: errno) }
    let watchdog = Watchdog(core: core, bell: ends[0])
    let owner = unsafe Unmanaged.passRetained(watchdog)
    var thread = pthread_t()
    let result = unsafe pthread_create(&thread, nil, keepWatch, owner.toOpaque())
    guard result == 0 else {
      unsafe owner.release()
      close(ends[0])
      close(ends[1])
      throw .cannotStart(code: result)
    }
    return Post(thread: thread, bell: ends[0], rope: ends[1])
  }

  private init(core: Core, bell: Int32) {
    self.core = core
    self.bell = bell
    let quarter = min(core.headNanoseconds, core.idleNanoseconds) / 4_000_000
    periodMilliseconds = Int32(min(500, max(10, quarter)))
  }

  fileprivate func watch() {
    var event = pollfd(fd: bell, events: Int16(POLLIN), revents: 0)
    while unsafe poll(&event, 1, periodMilliseconds) <= 0 { core.cutOffLate() }
  }

  /// The running thread, ended by ``relieve()``.
  struct Post: Sendable {
    fileprivate let thread: pthread_t
    fileprivate let bell: Int32
    fileprivate let rope: Int32

    /// Ends the thread and waits until it has ended. Called once.
    func relieve() {
      close(rope)
      pthread_join(thread, nil)
      close(bell)
    }
  }
}

private func keepWatch(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let context = unsafe context else { return nil }
  unsafe Unmanaged<Watchdog>.fromOpaque(context).takeRetainedValue().watch()
  return nil
}
