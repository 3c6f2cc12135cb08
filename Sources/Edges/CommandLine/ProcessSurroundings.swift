internal import Files

/// Whoever read the output or the messages has seen enough and closed it, as `head` does.
public struct OutputClosed: Error, Hashable, CustomStringConvertible {
  public init() {}

  public var description: String { "nobody reads the output any more" }
}

extension Surroundings {
  /// The surroundings of the process that was called.
  public static func ofThisProcess() throws -> Surroundings {
    Surroundings(
      output: { try write($0, to: .output) },
      messages: { try write($0, to: .error) },
      input: { try StandardStream.input.readAll(limit: $0) },
      inputPiece: { try StandardStream.input.read(atMost: $0) },
      workingFolder: try ProcessContext.workingFolder(),
      outputIsTerminal: StandardStream.output.isTerminal,
      messagesAreTerminal: StandardStream.error.isTerminal,
      columns: StandardStream.output.columns,
      environment: { ProcessContext.environment($0) },
      readFile: { try File.read($0, limit: $1) },
      writeFile: { try File.replace($0, with: $1, permissions: 0o644) },
      makeFolder: { try Folder.create($0) })
  }
}

private func write(_ octets: [UInt8], to stream: StandardStream) throws {
  do {
    try stream.write(octets)
  } catch {
    guard case .system(number: brokenPipe) = error.reason else { throw error }
    throw OutputClosed()
  }
}

/// EPIPE, the same number on every Linux.
private let brokenPipe: Int32 = 32
