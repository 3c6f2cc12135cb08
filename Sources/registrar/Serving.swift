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

  init(_ request: ServeRequest, surroundings: Surroundings) {
    self.request = request
    self.surroundings = surroundings
  }

  func run() throws {
    TerminationSignal.holdBack()
    let folder = try openFolder()
    defer { folder.close() }
    let commands = try HandOverServer(folder: folder) { words, surroundings in
      CommandLine(
        folders: .serving(folder), surroundings: surroundings, version: Program.version,
        serve: { _ in throw FolderHeld(path: folder.path, holder: ProcessContext.processID) }
      ).run(words)
    }
    let endpoint = Endpoint(
      registrar: folder.registrar, uploads: DataFolder.uploads(in: folder.path), origin: request.origin,
      defaultXAPIVersion: request.defaultXAPIVersion, noteFailure: note)
    let server = try startServer(endpoint)
    let address = address(port: server.port)
    endpoint.isReached(at: address)
    try say(address)
    _ = TerminationSignal.wait()
    commands.stop()
    server.stop()
  }

  private func openFolder() throws -> DataFolder {
    try Folder.create(request.folder)
    do {
      let lock = try FileLock(DataFolder.lockFile(in: request.folder), waitMilliseconds: 2000)
      return try DataFolder(request.folder, holding: lock, origin: request.origin)
    } catch let held as FileLock.Held {
      throw FolderHeld(path: request.folder, holder: held.holder)
    }
  }

  private func startServer(_ endpoint: Endpoint) throws -> Server {
    var configuration = Server.Configuration()
    configuration.host = request.host
    configuration.port = request.port
    configuration.faultResponse = endpoint.response(to:)
    return try Server(configuration: configuration, handler: endpoint)
  }

  private func address(port: UInt16) -> String {
    let host = request.host.utf8.contains(UInt8(ascii: ":")) ? "[\(request.host)]" : request.host
    return "http://\(host):\(port)"
  }

  /// The first line on standard output is data for programs; the rest tells a person what can be done now.
  private func say(_ address: String) throws {
    try surroundings.output(Array("listening on \(address)\n".utf8))
    try surroundings.messages(
      Array(
        """
        Open \(request.origin ?? address)/ in a browser. Commands on the same data folder work while this runs:
          registrar --data \(request.folder) course list
        Ctrl-C ends it.

        """.utf8))
  }

  /// Tells the operator of an error that was answered with 500.
  private func note(_ error: any Error) {
    do {
      try surroundings.messages(Array("registrar: \(error)\n".utf8))
    } catch {
      // Standard error is closed; the sender got the 500 all the same.
      return
    }
  }
}
