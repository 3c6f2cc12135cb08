import CommandLine
import Files

/// Carries out, in the process that owns the data folder, the commands that others hand to it.
final class HandOverServer: Sendable {
  private let listener: LocalSocketListener
  private let run: @Sendable (_ arguments: [String], Surroundings) -> Int32

  /// Listens at the folder's socket, which only the folder's owner may open.
  init(
    folder: DataFolder, run: @escaping @Sendable (_ arguments: [String], Surroundings) -> Int32
  ) throws {
    listener = try LocalSocketListener(DataFolder.socket(in: folder.path), holding: folder.lock)
    self.run = run
    try BackgroundThread.start { [self] in acceptCommands() }
  }

  /// Takes no more commands.
  func stop() {
    listener.stop()
  }

  private func acceptCommands() {
    while true {
      do {
        guard let connection = try listener.accept() else { return }
        try BackgroundThread.start { [self] in serve(connection) }
      } catch {
        // One client that could not be taken in is no reason to turn the next away.
        continue
      }
    }
  }

  private func serve(_ connection: LocalConnection) {
    do {
      let user = try connection.peerUserID()
      guard user == ProcessContext.userID || user == 0 else { return }
      guard let octets = try connection.receive(limit: HandedCommand.limit),
        let command = try HandedCommand(octets)
      else { return }
      let code = run(command.arguments, Surroundings(of: command, at: connection))
      try connection.send(HandOverMessage.exit.with([UInt8(truncatingIfNeeded: code)]))
    } catch {
      // The client is gone, or sent what is no command: there is nobody to tell.
      return
    }
  }
}

extension Surroundings {
  /// The surroundings of a client's process, at the other end of a connection. Files are this machine's own.
  fileprivate init(of command: HandedCommand, at connection: LocalConnection) {
    self.init(
      output: { try connection.send($0, as: .output) },
      messages: { try connection.send($0, as: .messages) },
      input: { limit in
        try connection.send(HandOverMessage.input.with(String(limit).utf8))
        let answer = try connection.receive(limit: limit + 1) ?? []
        guard answer.first != HandOverMessage.inputTooLarge.rawValue else {
          throw FileError(.read, "standard input", .largerThan(bytes: limit))
        }
        return Array(answer.dropFirst())
      },
      inputPiece: { count in
        let count = min(count, HandOverMessage.chunk)
        try connection.send(HandOverMessage.inputPiece.with(String(count).utf8))
        return Array((try connection.receive(limit: count + 1) ?? []).dropFirst())
      },
      workingFolder: command.workingFolder, outputIsTerminal: command.outputIsTerminal,
      messagesAreTerminal: command.messagesAreTerminal, columns: command.columns,
      environment: { command.environment[$0] },
      readFile: { try File.read($0, limit: $1) },
      writeFile: { try File.replace($0, with: $1, permissions: 0o644) },
      makeFolder: { try Folder.create($0) })
  }
}

extension LocalConnection {
  /// Sends bytes of any number, in messages of a bounded size.
  fileprivate func send(_ octets: [UInt8], as kind: HandOverMessage) throws {
    var rest = octets[...]
    repeat {
      try send(kind.with(rest.prefix(HandOverMessage.chunk)))
      rest = rest.dropFirst(HandOverMessage.chunk)
    } while !rest.isEmpty
  }
}
