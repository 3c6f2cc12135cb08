internal import Synchronization

/// What the threads of one server share.
final class Core: Sendable {
  let configuration: Server.Configuration
  let handler: any RequestHandler
  /// No new connections are taken; answers close theirs.
  let isDraining = Atomic(false)
  /// The wait is over: nothing is handed to the handler and nothing may be suspended.
  let isRefusing = Atomic(false)
  /// Exchanges begun and not completed.
  let underWay = Atomic(0)
  /// Exchanges whose connection is suspended, or about to be.
  let suspensions = Atomic(0)
  private let visitors = Mutex<[ObjectIdentifier: Visitor]>([:])

  let headNanoseconds: Int64
  let idleNanoseconds: Int64
  private let graceNanoseconds: Int64
  private let nanosecondsPerByte: Int64

  init(configuration: Server.Configuration, handler: any RequestHandler) {
    self.configuration = configuration
    self.handler = handler
    headNanoseconds = configuration.headTimeout.nanoseconds
    idleNanoseconds = configuration.idleTimeout.nanoseconds
    graceNanoseconds = configuration.transferGrace.nanoseconds
    nanosecondsPerByte = 1_000_000_000 / Int64(max(1, configuration.minimumBytesPerSecond))
  }

  /// How long so many bytes may take, in nanoseconds.
  func transferNanoseconds(bytes: Int) -> Int64 {
    graceNanoseconds + Int64(clamping: bytes).multipliedClamping(by: nanosecondsPerByte)
  }

  func admit(_ visitor: Visitor) {
    visitors.withLock { $0[ObjectIdentifier(visitor)] = visitor }
  }

  func dismiss(_ visitor: Visitor) {
    visitors.withLock { $0[ObjectIdentifier(visitor)] = nil }
  }

  var openConnections: Int { visitors.withLock { $0.count } }

  /// Cuts the connections whose sender is late. Cost grows with the number of connections.
  func cutOffLate() {
    let now = monotonicNanoseconds()
    visitors.withLock { admitted in
      for visitor in admitted.values { visitor.cutOff(ifLateAt: now) }
    }
  }

  /// Answers every suspended exchange with the fault `stopping`.
  func refuseWaiting() {
    let waiting = visitors.withLock { $0.values.compactMap(\.waitingExchange) }
    for exchange in waiting { exchange.settle(configuration.faultResponse(.stopping)) }
  }
}

extension Int64 {
  fileprivate func multipliedClamping(by factor: Int64) -> Int64 {
    let (product, overflow) = multipliedReportingOverflow(by: factor)
    return overflow ? Int64.max / 2 : Swift.min(product, Int64.max / 2)
  }
}
