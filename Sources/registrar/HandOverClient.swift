import CommandLine
import Files

/// Hands a command to the process that owns the data folder, and lends it this process's streams.
struct HandOverClient {
  let connection: LocalConnection
  let surroundings: Surroundings

  /// Reaches the process that listens at the folder's socket; nil where none does.
  static func reaching(folder: String, surroundings: Surroundings) throws -> HandOverClient? {
    do {
      let connection = try LocalConnection(to: DataFolder.socket(in: folder))
      return HandOverClient(connection: connection, surroundings: surroundings)
    } catch {
      guard error.isNobodyListening else { throw error }
      return nil
    }
  }

  /// Sends the command and serves its output and input until it ends.
  ///
  /// - Returns: the command's exit code.
  func run(_ arguments: [String]) throws -> Int32 {
    try connection.send(HandedCommand(arguments, in: surroundings).octets)
    while let message = try connection.receive(limit: HandOverMessage.chunk + 1) {
      guard let first = message.first, let kind = HandOverMessage(rawValue: first) else { break }
      let content = message.dropFirst()
      switch kind {
      case .output: try surroundings.output(Array(content))
      case .messages: try surroundings.messages(Array(content))
      case .input:
        let limit = Int(String(decoding: content, as: UTF8.self)) ?? 0
        try connection.send(input(upTo: limit))
      case .inputPiece:
        let count = Int(String(decoding: content, as: UTF8.self)) ?? 0
        try connection.send(HandOverMessage.inputPiece.with(try surroundings.inputPiece(count)))
      case .exit: return Int32(content.first ?? 1)
      case .inputTooLarge: throw OwnerGone()
      }
    }
    throw OwnerGone()
  }

  /// The message that answers a question for standard input.
  private func input(upTo limit: Int) throws -> [UInt8] {
    do {
      return HandOverMessage.input.with(try surroundings.input(limit))
    } catch let error as FileError {
      guard case .largerThan = error.reason else { throw error }
      return [HandOverMessage.inputTooLarge.rawValue]
    }
  }
}

/// The process that owns the data folder ended before the command did.
struct OwnerGone: Error, CustomStringConvertible {
  var description: String {
    "the server ended before it said what became of the command; look with registrar history, then try again"
  }
}
