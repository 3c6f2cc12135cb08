internal import CMicroHTTPD
internal import Glibc

// What the library calls, on its own threads. Named functions, not closures: a closure may be inferred to
// belong to an actor and trap when C calls it from elsewhere.

/// A connection is opened or closed. Its socket stays open until this has returned.
func connectionChanged(
  _ context: UnsafeMutableRawPointer?, _ connection: OpaquePointer?,
  _ slot: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, _ change: MHD_ConnectionNotificationCode
) {
  guard let core = unsafe core(context), let slot = unsafe slot else { return }
  if change == .CONNECTION_NOTIFY_STARTED {
    let address = unsafe shim_client_address(connection).flatMap { unsafe SocketAddress($0) }?.text ?? ""
    let visitor = Visitor(
      address: address, descriptor: unsafe shim_socket(connection),
      deadline: monotonicNanoseconds() + core.headNanoseconds)
    core.admit(visitor)
    unsafe slot.pointee = Unmanaged.passRetained(visitor).toOpaque()
  } else if let pointer = unsafe slot.pointee {
    core.dismiss(unsafe Unmanaged<Visitor>.fromOpaque(pointer).takeRetainedValue())
    unsafe slot.pointee = nil
  }
}

/// A request line is in. What is returned is the request's context in all that follows.
func requestLineReceived(
  _ context: UnsafeMutableRawPointer?, _ target: UnsafePointer<CChar>?, _ connection: OpaquePointer?
) -> UnsafeMutableRawPointer? {
  guard let core = unsafe core(context), let target = unsafe target, let connection = unsafe connection,
    let visitor = unsafe shim_socket_context(connection)
  else { return nil }
  let bytes = unsafe Array(UnsafeRawBufferPointer(start: target, count: strlen(target)))
  unsafe shim_hide_query(target)
  let exchange = unsafe Exchange(
    core: core, visitor: Unmanaged<Visitor>.fromOpaque(visitor).takeUnretainedValue(),
    connection: connection, target: bytes)
  return unsafe Unmanaged.passRetained(exchange).toOpaque()
}

/// The head is in, then pieces of the body, then the end; and once more after a suspended connection wakes.
func accessRequested(
  _ context: UnsafeMutableRawPointer?, _ connection: OpaquePointer?, _ url: UnsafePointer<CChar>?,
  _ method: UnsafePointer<CChar>?, _ version: UnsafePointer<CChar>?, _ upload: UnsafePointer<CChar>?,
  _ uploadCount: UnsafeMutablePointer<Int>?, _ slot: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> MHD_Result {
  guard let pointer = unsafe slot?.pointee, let uploadCount = unsafe uploadCount else { return .NO }
  let exchange = unsafe Unmanaged<Exchange>.fromOpaque(pointer).takeUnretainedValue()
  let step: Exchange.Step
  if !exchange.isBegun {
    step = exchange.begin { core, visitor throws(RequestFault) in
      let line = unsafe RequestLine(method: method, target: url, version: version)
      return try unsafe line.head(of: exchange, on: connection, core: core, visitor: visitor)
    }
  } else if let upload = unsafe upload, unsafe uploadCount.pointee > 0 {
    let bytes = unsafe UnsafeRawBufferPointer(start: upload, count: uploadCount.pointee)
    step = unsafe exchange.receive(bytes.bytes)
    unsafe uploadCount.pointee = 0
  } else {
    step = exchange.finish()
  }
  return take(step, exchange)
}

private func take(_ step: Exchange.Step, _ exchange: Exchange) -> MHD_Result {
  switch step {
  case .proceed: .YES
  case .send(let response): exchange.queue(response, closing: false) ? .YES : .NO
  case .sendAndClose(let response): exchange.queue(response, closing: true) ? .YES : .NO
  case .abort: .NO
  }
}

/// The answer is sent, or the connection is gone.
func requestCompleted(
  _ context: UnsafeMutableRawPointer?, _ connection: OpaquePointer?,
  _ slot: UnsafeMutablePointer<UnsafeMutableRawPointer?>?, _ reason: MHD_RequestTerminationCode
) {
  guard let slot = unsafe slot, let pointer = unsafe slot.pointee else { return }
  unsafe slot.pointee = nil
  unsafe Unmanaged<Exchange>.fromOpaque(pointer).takeRetainedValue().complete()
}

/// Leaves the target as it is: it is decoded by `RequestTarget`.
func leaveEscaped(
  _ context: UnsafeMutableRawPointer?, _ connection: OpaquePointer?, _ text: UnsafeMutablePointer<CChar>?
) -> Int {
  unsafe text.map { unsafe strlen($0) } ?? 0
}

/// One header field of a head that is being read.
func fieldFound(
  _ context: UnsafeMutableRawPointer?, _ kind: MHD_ValueKind, _ name: UnsafePointer<CChar>?,
  _ nameCount: Int, _ value: UnsafePointer<CChar>?, _ valueCount: Int
) -> MHD_Result {
  guard let reading = unsafe context?.assumingMemoryBound(to: RawHead.self), let name = unsafe name,
    let value = unsafe value
  else { return .NO }
  return unsafe reading.pointee.take(name: name, nameCount: nameCount, value: value, valueCount: valueCount)
    ? .YES : .NO
}

private func core(_ context: UnsafeMutableRawPointer?) -> Core? {
  unsafe context.map { unsafe Unmanaged<Core>.fromOpaque($0).takeUnretainedValue() }
}
