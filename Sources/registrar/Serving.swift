import CommandLine
import Files
import HTTP
import HTTPEndpoint
import Operations

/// `registrar serve`: owns the data folder, answers over HTTP, and carries out the commands handed to it, until it is
/// told to end.
struct Serving {
  let request: ServeRequest
  let surroundings: Surroundings
  private let log: ServerLog

  init(_ request: ServeRequest, surroundings: Surroundings) {
    self.request = request
    self.surroundings = surroundings
    log = ServerLog(request.logFormat == .json ? .json : .text, clock: presentInstant) { line in
      do {
        try surroundings.messages(line)
      } catch {
        // Standard error is closed: nobody hears it, and the work goes on.
        return
      }
    }
  }

  func run() throws {
    TerminationSignal.holdBack()
    let identity = try request.tls.map { try TLSIdentity($0) }
    let folder = try openFolder()
    defer { folder.close() }
    let commands = try HandOverServer(folder: folder) { words, surroundings in
      CommandLine(
        folders: .serving(folder), surroundings: surroundings, version: Program.version,
        serve: { _ in throw FolderHeld(path: folder.path, holder: ProcessContext.processID) }
      ).run(words)
    }
    try folder.registrar.settleRequests()
    let deliveries = Deliveries(
      folder.registrar, privateTargets: request.privateTargets, authorities: request.deliveryAuthorities,
      log: log)
    let rounds = Rounds(folder.registrar, daysAhead: request.announcedDaysAhead, log: log)
    let endpoint = endpoint(over: folder)
    let server = try startServer(endpoint, identity)
    let contentServer = try startContentServer(over: folder, identity)
    endpoint.countsConnections { [weak server] in server?.openConnections ?? 0 }
    let address = listeningAddress(host: request.host, port: server.port)
    let content = listeningAddress(host: request.contentHost, port: contentServer.port)
    endpoint.isReached(at: address)
    folder.registrar.served.are(
      .init(endpoint: request.origin ?? address, content: request.contentOrigin ?? content))
    try announce(address, content, folder)
    try deliveries.start()
    try rounds.start()
    _ = TerminationSignal.wait()
    log.tell(.info, "stopping")
    deliveries.stop()
    rounds.stop()
    commands.stop()
    server.stop()
    contentServer.stop()
    log.tell(.info, "stopped")
  }

  private func openFolder() throws -> DataFolder {
    try Folder.create(request.folder)
    do {
      let lock = try FileLock(DataFolder.lockFile(in: request.folder), waitMilliseconds: 2000)
      return try DataFolder(request.folder, holding: lock, origin: request.origin) { sentence in
        log.tell(.warning, "migrating", [("message", sentence)])
      }
    } catch let held as FileLock.Held {
      throw FolderHeld(path: request.folder, holder: held.holder)
    }
  }

  private func endpoint(over folder: DataFolder) -> Endpoint {
    let log = log
    let tellAnswer: @Sendable (AnsweredRequest) -> Void = { log.tell($0) }
    return Endpoint(
      registrar: folder.registrar, uploads: DataFolder.uploads(in: folder.path), origin: request.origin,
      defaultXAPIVersion: request.defaultXAPIVersion, version: Program.version,
      neededFreeBytes: request.minimumFreeMebibytes << 20, schemas: request.schemas,
      noteFailure: { (failure: FailedRequest) in log.tell(failure) },
      noteAnswer: request.logsRequests ? tellAnswer : nil)
  }

  private func startServer(_ endpoint: Endpoint, _ identity: TLSIdentity?) throws -> Server {
    var configuration = Server.Configuration()
    configuration.host = request.host
    configuration.port = request.port
    configuration.identity = identity
    configuration.faultResponse = endpoint.response(to:)
    return try Server(configuration: configuration, handler: endpoint)
  }

  /// Serves the files of packages, at an origin of their own.
  private func startContentServer(over folder: DataFolder, _ identity: TLSIdentity?) throws -> Server {
    let log = log
    let endpoint = ContentEndpoint(registrar: folder.registrar) { log.tell($0) }
    var configuration = Server.Configuration()
    configuration.host = request.contentHost
    configuration.port = request.contentPort
    configuration.identity = identity
    configuration.faultResponse = endpoint.response(to:)
    return try Server(configuration: configuration, handler: endpoint)
  }

  private func listeningAddress(host: String, port: UInt16) -> String {
    let host = host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]" : host
    return "\(request.tls == nil ? "http" : "https")://\(host):\(port)"
  }

  /// The first line on standard output is data for programs: whoever has read it finds the log begun. The rest tells a
  /// person what can be done now.
  private func announce(_ address: String, _ content: String, _ folder: DataFolder) throws {
    log.tell(
      .info, "started",
      [
        ("version", Program.version), ("address", address), ("content", content), ("folder", request.folder),
      ])
    let hasKey = try folder.registrar.store.read { try $0.keys().contains { $0.revokedAt == nil } }
    if !hasKey {
      log.tell(
        .info, "no-key",
        [("message", "there is no key for HTTP yet; make the first with: \(command) key create --scope all")])
    }
    try surroundings.output(Array("listening on \(address)\ncontent on \(content)\n".utf8))
    guard request.logFormat == .text else { return }
    try surroundings.messages(
      Array(
        """
        Open \(request.origin ?? address)/ in a browser. Commands on the same data folder work while this runs:
          \(command) course list
        Ctrl-C ends it.

        """.utf8))
  }

  private var command: String { "registrar --data \(request.folder)" }
}
