internal import CMicroHTTPD
internal import Synchronization

/// One request and its answer, from the request line to the last byte sent.
///
/// The library calls with it always on the one thread its connection belongs to; an answer may come from any.
/// Hence `@unchecked Sendable`: everything but `settlement` is set once in `init` or touched on the
/// connection's thread only; `settlement` is behind its lock. `connection` is used off that thread only to
/// resume it while suspended, during which the library keeps it alive.
@safe final class Exchange: @unchecked Sendable {
  /// Where the answer stands.
  private enum Settlement {
    /// The handler has not returned yet, and nothing was sent.
    case open
    /// The handler has returned without an answer; the connection sleeps until there is one.
    case suspended
    /// The answer is there and must be queued on the connection's thread.
    case answered(Response)
    /// The answer is queued, or nobody is left to take it.
    case over
  }

  /// What the connection does next.
  enum Step {
    /// Goes on receiving, or sleeps.
    case proceed
    /// Sends this answer.
    case send(Response)
    /// Sends this answer and closes, without reading what may still come.
    case sendAndClose(Response)
    /// Closes without an answer.
    case abort
  }

  /// The request target as sent.
  let target: [UInt8]
  /// Whether the head has been looked at.
  private(set) var isBegun = false
  private let core: Core
  private let visitor: Visitor
  private let connection: OpaquePointer
  private var head: RequestHead?
  private var intake = BodyIntake(to: .memory(limitBytes: 0), declaredLength: 0)
  private var bodyBegan: Int64 = 0
  private var isSuspended = false
  private let settlement = Mutex(Settlement.open)

  init(core: Core, visitor: Visitor, connection: OpaquePointer, target: [UInt8]) {
    self.core = core
    self.visitor = visitor
    unsafe self.connection = connection
    self.target = target
    core.underWay.add(1, ordering: .relaxed)
  }
}

// The request comes in: on the connection's thread.
extension Exchange {
  /// The head is in.
  func begin(_ read: (_ core: Core, _ visitor: Visitor) throws(RequestFault) -> RequestHead) -> Step {
    isBegun = true
    do throws(RequestFault) {
      if core.isRefusing.load(ordering: .sequentiallyConsistent) { throw .stopping }
      let head = try read(core, visitor)
      self.head = head
      bodyBegan = monotonicNanoseconds()
      visitor.expect(by: bodyBegan + core.transferNanoseconds(bytes: 0))
      return receiveBody(of: head)
    } catch {
      return .sendAndClose(core.configuration.faultResponse(error))
    }
  }

  private func receiveBody(of head: RequestHead) -> Step {
    switch core.handler.reception(of: head) {
    case .none: receive(to: .memory(limitBytes: 0), limitBytes: 0, head: head)
    case .collect(let limit): receive(to: .memory(limitBytes: limit), limitBytes: limit, head: head)
    case .stream(let sink, let limit):
      receive(to: .sink(sink, limitBytes: limit), limitBytes: limit, head: head)
    case .refuse(let response): decline(response, head: head)
    }
  }

  private func receive(to destination: BodyIntake.Destination, limitBytes: Int, head: RequestHead) -> Step {
    if let length = head.contentLength, length > limitBytes {
      return decline(core.configuration.faultResponse(.bodyTooLarge(limitBytes: limitBytes)), head: head)
    }
    intake = BodyIntake(to: destination, declaredLength: head.contentLength)
    return .proceed
  }

  /// Refuses the body: after a small one has been read and thrown away, else at once.
  private func decline(_ response: Response, head: RequestHead) -> Step {
    let limit = core.configuration.discardLimitBytes
    let length = head.contentLength ?? Int.max
    let isHeldBack = length > 0 && head.headers["Expect"] != nil
    guard length <= limit, !isHeldBack else { return .sendAndClose(response) }
    intake = BodyIntake(to: .nowhere(response, untilBytes: limit), declaredLength: length)
    return .proceed
  }

  /// More of the body is in.
  func receive(_ bytes: RawSpan) -> Step {
    let isWanted = intake.receive(bytes, rules: core.configuration)
    visitor.expect(by: bodyBegan + core.transferNanoseconds(bytes: intake.receivedBytes))
    return isWanted ? .proceed : .abort
  }
}

// The request is in whole, or its answer has come: on the connection's thread.
extension Exchange {
  /// Asks the handler, or picks up the answer that woke the connection.
  func finish() -> Step {
    guard !isSuspended else { return wake() }
    guard let head else { return .abort }
    visitor.expectNothing()
    switch intake.destination {
    case .nowhere(let response, _): return .send(response)
    case .memory: ask(Request(head: head, body: intake.bytes))
    case .sink(let sink, _): ask(Request(head: head, sink: sink))
    }
    return pickUpOrSuspend()
  }

  private func ask(_ request: Request) {
    intake = BodyIntake(to: .memory(limitBytes: 0), declaredLength: 0)
    core.handler.respond(to: request, reply: Reply(to: self))
  }

  /// The connection must be asleep before the answer can wake it, so it is put to sleep under the lock.
  ///
  /// `suspensions` goes up before `isRefusing` is read: the server that has set it and then counts none will
  /// never meet a suspended connection again.
  private func pickUpOrSuspend() -> Step {
    settlement.withLock { settlement in
      if case .answered(let response) = settlement {
        settlement = .over
        return .send(response)
      }
      core.suspensions.add(1, ordering: .sequentiallyConsistent)
      guard !core.isRefusing.load(ordering: .sequentiallyConsistent) else {
        core.suspensions.subtract(1, ordering: .sequentiallyConsistent)
        settlement = .over
        return .sendAndClose(core.configuration.faultResponse(.stopping))
      }
      settlement = .suspended
      isSuspended = true
      visitor.suspend(self)
      unsafe MHD_suspend_connection(connection)
      return .proceed
    }
  }

  private func wake() -> Step {
    settlement.withLock { settlement in
      guard case .answered(let response) = settlement else { return .proceed }
      settlement = .over
      leaveSuspension()
      return .send(response)
    }
  }

  private func leaveSuspension() {
    guard isSuspended else { return }
    isSuspended = false
    visitor.suspend(nil)
    core.suspensions.subtract(1, ordering: .sequentiallyConsistent)
  }

  /// The last byte is sent, or the connection is gone, perhaps found so when the answer woke it. Nothing
  /// refers to the connection afterwards.
  func complete() {
    settlement.withLock { $0 = .over }
    leaveSuspension()
    visitor.expect(by: monotonicNanoseconds() + core.idleNanoseconds + core.headNanoseconds)
    core.underWay.subtract(1, ordering: .relaxed)
  }
}

// The answer: from any thread.
extension Exchange {
  /// Gives the answer, the fault `unanswered` for nil; only the first counts.
  func settle(_ response: Response?) {
    let isAsleep = settlement.withLock { settlement in
      switch settlement {
      case .open:
        settlement = .answered(response ?? core.configuration.faultResponse(.unanswered))
        return false
      case .suspended:
        settlement = .answered(response ?? core.configuration.faultResponse(.unanswered))
        return true
      case .answered, .over:
        return false
      }
    }
    if isAsleep { unsafe MHD_resume_connection(connection) }
  }
}

// The answer on its way: on the connection's thread.
extension Exchange {
  /// Queues an answer; false when the library refuses it.
  func queue(_ response: Response, closing: Bool) -> Bool {
    let began = monotonicNanoseconds()
    visitor.expect(by: began + core.transferNanoseconds(bytes: response.bodyLength ?? 0))
    let isLast = closing || core.isDraining.load(ordering: .relaxed)
    // Of a stream nobody knows the length: who takes what was given has time for as much again.
    let noteStreamed: @Sendable (Int) -> Void = { [visitor, core] sent in
      visitor.expect(by: began + core.transferNanoseconds(bytes: sent))
    }
    if let prepared = PreparedResponse.make(response, closing: isLast, noteStreamed: noteStreamed) {
      return unsafe prepared.queue(on: connection)
    }
    let fault = core.configuration.faultResponse(.unsendable)
    return unsafe PreparedResponse.make(fault, closing: true)?.queue(on: connection) ?? false
  }
}
