import Files
import HTTPClient
import HTTPEndpoint
import Operations
import Synchronization
import Values

/// What `serve` does beside answering: it takes statements and events to other servers, and signs what was awarded, each on
/// a thread of its own, so that none waits for another and no request for any.
///
/// It looks whenever something was recorded, and when an attempt is due. It ends within the time of one attempt, which is
/// called off; what was under way is taken up again at the next start.
final class Deliveries: Sendable {
  private let registrar: Registrar
  private let log: ServerLog
  private let courier: @Sendable (@escaping @Sendable () -> Bool) -> HTTPCourier
  private let isStopped = Atomic(false)
  private let running = Atomic(0)

  /// How long it rests before it looks again whether something was recorded, in milliseconds.
  private static let rest: Int32 = 200

  init(
    _ registrar: Registrar, privateTargets: [NetworkRange], authorities: String?, log: ServerLog
  ) {
    self.registrar = registrar
    self.log = log
    courier = { isStopped in
      HTTPCourier(privateTargets: privateTargets, authorities: authorities, isStopped: isStopped)
    }
  }

  func start() throws {
    try start { registrar, courier, tell in
      let forwarding = StatementForwarding(registrar, courier: courier, tell: tell)
      return { try forwarding.attempt() }
    }
    try start { registrar, courier, tell in
      let delivering = EventDelivery(registrar, courier: courier, tell: tell)
      return { try delivering.attempt() }
    }
    let isEnding: @Sendable () -> Bool = { [self] in isStopped.load(ordering: .relaxed) }
    try start { registrar, _, _ in
      {
        try registrar.issueCredentials(isStopped: isEnding)
        return nil
      }
    }
  }

  /// Ends, and returns when nothing is under way any more.
  func stop() {
    isStopped.store(true, ordering: .relaxed)
    while running.load(ordering: .acquiring) > 0 { SystemClock.sleep(milliseconds: 5) }
  }

  private typealias Making =
    @Sendable (Registrar, any Courier, @escaping @Sendable (DeliveryFailure) -> Void) -> () throws -> Instant?

  private func start(_ make: @escaping Making) throws {
    running.add(1, ordering: .relaxed)
    do {
      try BackgroundThread.start { [self] in
        let courier = courier { [self] in isStopped.load(ordering: .relaxed) }
        work(make(registrar, courier) { [log] in log.tell($0) })
        running.subtract(1, ordering: .releasing)
      }
    } catch {
      running.subtract(1, ordering: .releasing)
      throw error
    }
  }

  private func work(_ attempt: () throws -> Instant?) {
    var isSilent = false
    while !isStopped.load(ordering: .relaxed) {
      let seen = registrar.store.latestInstant
      do {
        let due = try attempt()
        isSilent = false
        rest(until: due, orRecordedAfter: seen)
      } catch {
        if !isSilent { log.tell(.error, "delivery", [("reason", "\(error)")]) }
        isSilent = true
        rest(until: nil, orRecordedAfter: registrar.store.latestInstant, atMost: 5000)
      }
    }
  }

  /// Rests until an attempt is due, something is recorded, or it is to end.
  private func rest(until due: Instant?, orRecordedAfter seen: Instant?, atMost limit: Int64 = 60_000) {
    let end = SystemClock.monotonicNanoseconds() + limit * 1_000_000
    while !isStopped.load(ordering: .relaxed), SystemClock.monotonicNanoseconds() < end {
      if let due, due <= registrar.clock() { return }
      SystemClock.sleep(milliseconds: Deliveries.rest)
      if registrar.store.latestInstant != seen { return }
    }
  }
}
