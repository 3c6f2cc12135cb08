internal import CMicroHTTPD
internal import Glibc
internal import Synchronization

/// An HTTP/1.1 server over libmicrohttpd: strict framing, limits, time-outs, answers now or later.
///
/// Serves from `init` until ``stop()``.
public final class Server: Sendable {
  /// The port listened on, also where the system picked it.
  public let port: UInt16
  private let core: Core
  private let running: Mutex<Running?>

  /// Starts to serve.
  ///
  /// Raises the process's soft limit of open files towards the hard one where the connections need it.
  /// - Throws: ``ServerError`` when the address cannot be listened on or the threads cannot be started.
  public init(
    configuration: Configuration = Configuration(), handler: any RequestHandler
  ) throws(ServerError) {
    let socket = try ListeningSocket.open(host: configuration.host, port: configuration.port)
    port = socket.port
    core = Core(configuration: configuration, handler: handler)
    running = Mutex(try Running.start(core, on: socket))
  }

  deinit { stop() }

  /// Throws what a server would throw that was to listen at this address; nobody is served.
  public static func tryListening(host: String, port: UInt16) throws(ServerError) {
    _ = try ListeningSocket.open(host: host, port: port)
  }

  /// How many connections are open.
  public var openConnections: Int { core.openConnections }

  /// Stops: no new connections; what was accepted is answered and its connection closed; what has no answer
  /// within ``Configuration/stopTimeout`` gets the fault `stopping` (503). Returns when all is closed.
  ///
  /// Must not be called from the handler on one of the server's own threads. A second call does nothing.
  public func stop() {
    let ending: Running? = running.withLock { running in
      let taken = running.take()
      return taken
    }
    guard let ending else { return }
    ending.stop(core)
  }
}
