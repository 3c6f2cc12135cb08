internal import CMicroHTTPD
internal import Glibc
internal import Synchronization

/// The library's daemon with its listening socket and its watchdog, from start to stop.
///
/// `@safe`: `daemon` is used by `stop` only, which consumes the value, and the library locks what its other
/// threads share.
@safe struct Running: ~Copyable, @unchecked Sendable {
  private let daemon: OpaquePointer
  private let identity: IdentityTexts?
  private let socket: ListeningSocket
  private let watchdog: Watchdog.Post

  private init(
    daemon: OpaquePointer, identity: IdentityTexts?, socket: consuming ListeningSocket,
    watchdog: Watchdog.Post
  ) {
    unsafe self.daemon = daemon
    self.identity = identity
    self.socket = socket
    self.watchdog = watchdog
  }

  static func start(_ core: Core, on socket: consuming ListeningSocket) throws(ServerError) -> Running {
    let watchdog = try Watchdog.start(over: core)
    let identity = core.configuration.identity.map(IdentityTexts.init)
    guard let daemon = unsafe startDaemon(core, identity, listeningOn: socket.descriptor) else {
      let code = errno
      watchdog.relieve()
      throw identity == nil ? .cannotStart(code: code) : .unusableIdentity
    }
    return unsafe Running(daemon: daemon, identity: identity, socket: socket, watchdog: watchdog)
  }

  private static func startDaemon(
    _ core: Core, _ identity: IdentityTexts?, listeningOn descriptor: Int32
  ) -> OpaquePointer? {
    let rules = core.configuration
    var settings = unsafe shim_daemon_settings()
    // The library closes what it is given when it stops; the socket itself keeps its own descriptor.
    unsafe settings.listen_socket = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    unsafe settings.threads = UInt32(clamping: max(1, rules.threads))
    unsafe settings.connection_limit = UInt32(descriptorsGranted(for: rules.connectionLimit))
    unsafe settings.connection_limit_per_address = UInt32(clamping: rules.connectionLimitPerAddress)
    unsafe settings.idle_timeout_seconds = UInt32(clamping: max(1, rules.idleTimeout.components.seconds))
    // Room for a head at the limit, the library's own records of 100 fields and the answer's head. All of it is
    // cleared after each request, half a microsecond for 32 KiB: so no more than that.
    unsafe settings.connection_memory_bytes = rules.headLimitBytes + max(8, rules.fieldLimit) * 80 + 4096
    unsafe settings.access = accessRequested
    unsafe settings.request_line = requestLineReceived
    unsafe settings.completed = requestCompleted
    unsafe settings.connection = connectionChanged
    unsafe settings.unescape = leaveEscaped
    unsafe settings.context = Unmanaged.passUnretained(core).toOpaque()
    unsafe settings.certificate = UnsafePointer(identity?.certificate)
    unsafe settings.key = UnsafePointer(identity?.key)
    return unsafe shim_start_daemon(&settings)
  }

  /// Stops in this order: take no new connection; wait for what was accepted; answer what still waits; let
  /// those answers leave; end the threads. The library must never be stopped while a connection is suspended.
  consuming func stop(_ core: Core) {
    // Not by MHD_quiesce_daemon: in 0.9.75 it and a worker that wakes meanwhile may both take the socket out of the
    // worker's epoll set, and the second of them ends the whole process. A socket that is shut down accepts no more.
    _ = shim_shut_down(socket.descriptor)
    core.isDraining.store(true, ordering: .sequentiallyConsistent)
    let patience = core.configuration.stopTimeout.nanoseconds
    wait(atMost: patience) { core.underWay.load(ordering: .relaxed) == 0 }
    core.isRefusing.store(true, ordering: .sequentiallyConsistent)
    while core.suspensions.load(ordering: .sequentiallyConsistent) > 0 {
      core.refuseWaiting()
      usleep(1000)
    }
    wait(atMost: min(patience, 1_000_000_000)) { core.underWay.load(ordering: .relaxed) == 0 }
    unsafe MHD_stop_daemon(daemon)
    withExtendedLifetime(identity) {}
    watchdog.relieve()
  }

  private func wait(atMost nanoseconds: Int64, until isDone: () -> Bool) {
    let end = monotonicNanoseconds().addingReportingOverflow(nanoseconds)
    let deadline = end.overflow ? Int64.max : end.partialValue
    while !isDone(), monotonicNanoseconds() < deadline { usleep(1000) }
  }
}

/// Certificate and key as the library reads them: it keeps the pointers for as long as it serves.
///
/// Safe: allocated in `init`, freed once in `deinit`, and read by the library in between. `@unchecked Sendable`: never
/// written after `init`.
@safe private final class IdentityTexts: @unchecked Sendable {
  let certificate: UnsafeMutablePointer<CChar>
  let key: UnsafeMutablePointer<CChar>
  private let keyBytes: Int

  init(_ identity: TLSIdentity) {
    unsafe certificate = IdentityTexts.text(of: identity.certificate)
    unsafe key = IdentityTexts.text(of: identity.key)
    keyBytes = identity.key.count
  }

  deinit {
    unsafe explicit_bzero(key, keyBytes)
    unsafe certificate.deallocate()
    unsafe key.deallocate()
  }

  private static func text(of octets: [UInt8]) -> UnsafeMutablePointer<CChar> {
    let text = UnsafeMutablePointer<CChar>.allocate(capacity: octets.count + 1)
    for (place, octet) in octets.enumerated() { unsafe text[place] = CChar(bitPattern: octet) }
    unsafe text[octets.count] = 0
    return unsafe text
  }
}

/// Raises the soft limit of open files towards what so many connections need, and says for how many it is.
private func descriptorsGranted(for connections: Int) -> Int {
  let others = 128
  var limit = rlimit()
  guard unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return connections }
  let wanted = rlim_t(max(1, connections) + others)
  if limit.rlim_cur < wanted {
    limit.rlim_cur = min(wanted, limit.rlim_max)
    unsafe setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
  }
  return max(1, min(connections, Int(clamping: limit.rlim_cur) - others))
}
