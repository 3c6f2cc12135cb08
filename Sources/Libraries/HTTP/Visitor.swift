internal import CMicroHTTPD
internal import Glibc
internal import Synchronization

/// One connection: who is at its other end, until when they must have got on, and the exchange that waits.
final class Visitor: Sendable {
  /// The sender's address in numbers.
  let address: String
  private let descriptor: Int32
  /// When the connection is cut, in nanoseconds of the monotonic clock; `Int64.max` while the wait is ours.
  private let deadline: Atomic<Int64>
  private let suspended = Mutex<Exchange?>(nil)

  init(address: String, descriptor: Int32, deadline: Int64) {
    self.address = address
    self.descriptor = descriptor
    self.deadline = Atomic(deadline)
  }

  /// Sets until when the sender must have got on.
  func expect(by instant: Int64) { deadline.store(instant, ordering: .relaxed) }

  /// Lets the sender wait for us without a limit.
  func expectNothing() { deadline.store(.max, ordering: .relaxed) }

  /// Shuts the socket down when the deadline has passed; the library then closes the connection.
  ///
  /// Only while the visitor is in the registry: the descriptor is its own until it is taken out there.
  func cutOff(ifLateAt now: Int64) {
    guard deadline.load(ordering: .relaxed) < now else { return }
    _ = shim_shut_down(descriptor)
  }

  /// Remembers the exchange that waits for its answer, or that none does any longer.
  func suspend(_ exchange: Exchange?) { suspended.withLock { $0 = exchange } }

  /// The exchange that waits for its answer.
  var waitingExchange: Exchange? { suspended.withLock { $0 } }
}
