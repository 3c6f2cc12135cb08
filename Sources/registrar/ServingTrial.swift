import CommandLine
import Files
import HTTP

/// Whether a server could run as it is asked to: each thing that it needs is tried, and put back.
struct ServingTrial {
  private let request: ServeRequest

  init(_ request: ServeRequest) {
    self.request = request
  }

  /// What stands in the way, with the setting that it comes from.
  var obstacles: [ServeObstacle] {
    folderObstacle + addressObstacle + tlsObstacle + authoritiesObstacle + schemasObstacle
  }

  private var folderObstacle: [ServeObstacle] {
    telling("data") {
      var path = request.folder
      while try FileStatus.ifPresent(at: path) == nil { path = parentFolder(of: path) }
      _ = try TemporaryFile(in: path)
    }
  }

  /// Where a server runs on the folder already, the address is its own.
  private var addressObstacle: [ServeObstacle] {
    guard !isServed else { return [] }
    return telling("listen") { try Server.tryListening(host: request.host, port: request.port) }
      + telling("content-listen") {
        try Server.tryListening(host: request.contentHost, port: request.contentPort)
      }
  }

  private var isServed: Bool {
    do {
      _ = try LocalConnection(to: DataFolder.socket(in: request.folder))
      return true
    } catch {
      return false
    }
  }

  private var tlsObstacle: [ServeObstacle] {
    guard let files = request.tls else { return [] }
    let unreadable =
      telling("tls-certificate") { _ = try CertificateFile.read(files.certificate) }
      + telling("tls-key") { _ = try CertificateFile.readKey(files.key) }
    return !unreadable.isEmpty
      ? unreadable
      : telling("tls-key") {
        let identity = try TLSIdentity(files)
        var configuration = Server.Configuration()
        (configuration.port, configuration.identity) = (0, identity)
        try Server(configuration: configuration, handler: NobodyServed()).stop()
      }
  }

  private var authoritiesObstacle: [ServeObstacle] {
    guard let file = request.deliveryAuthorities else { return [] }
    return telling("delivery-authorities") { _ = try CertificateFile.read(file) }
  }

  private var schemasObstacle: [ServeObstacle] {
    guard let folder = request.schemas else { return [] }
    return telling("schemas") { _ = try FolderTree(folder) }
  }

  private func telling(_ setting: String, _ attempt: () throws -> Void) -> [ServeObstacle] {
    do {
      try attempt()
      return []
    } catch {
      return [ServeObstacle(setting, "\(error)")]
    }
  }

  private func parentFolder(of path: String) -> String {
    let above = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    return above.isEmpty ? "/" : above
  }
}

/// Answers nobody: a server that is stopped as soon as it was started.
private struct NobodyServed: RequestHandler {
  func reception(of head: RequestHead) -> BodyReception { .none }
  func respond(to request: Request, reply: Reply) {}
}
