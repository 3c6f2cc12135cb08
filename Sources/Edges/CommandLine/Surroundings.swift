/// Everything outside that a command touches: streams, files, terminal, environment.
///
/// A command touches nothing else, so that it can be carried out in another process than the one that was called: the
/// server does the work of a client's command with the client's streams, folder and terminal.
public struct Surroundings: Sendable {
  /// Takes what the command was asked for: data.
  public let output: @Sendable ([UInt8]) throws -> Void
  /// Takes what the command has to say about its work.
  public let messages: @Sendable ([UInt8]) throws -> Void
  /// Reads standard input to its end, at most so many bytes.
  public let input: @Sendable (_ limit: Int) throws -> [UInt8]
  /// Reads standard input on, at most so many bytes; none only at its end.
  public let inputPiece: @Sendable (_ count: Int) throws -> [UInt8]
  /// The absolute path that relative paths start from.
  public let workingFolder: String
  /// Whether a person sees the output as it comes.
  public let outputIsTerminal: Bool
  /// Whether a person sees the messages as they come.
  public let messagesAreTerminal: Bool
  /// How many columns the terminal has; nil where the output is no terminal.
  public let columns: Int?
  /// A variable of the environment; nil where it is not set.
  public let environment: @Sendable (_ name: String) -> String?
  /// Reads a file at an absolute path, at most so many bytes.
  public let readFile: @Sendable (_ path: String, _ limit: Int) throws -> [UInt8]
  /// Puts a file with this content at an absolute path, in the place of whatever file was there.
  public let writeFile: @Sendable (_ path: String, _ content: [UInt8]) throws -> Void
  /// Makes a folder at an absolute path, with those above it, where there is none.
  public let makeFolder: @Sendable (_ path: String) throws -> Void

  public init(
    output: @escaping @Sendable ([UInt8]) throws -> Void,
    messages: @escaping @Sendable ([UInt8]) throws -> Void,
    input: @escaping @Sendable (_ limit: Int) throws -> [UInt8],
    inputPiece: @escaping @Sendable (_ count: Int) throws -> [UInt8],
    workingFolder: String, outputIsTerminal: Bool, messagesAreTerminal: Bool, columns: Int?,
    environment: @escaping @Sendable (_ name: String) -> String?,
    readFile: @escaping @Sendable (_ path: String, _ limit: Int) throws -> [UInt8],
    writeFile: @escaping @Sendable (_ path: String, _ content: [UInt8]) throws -> Void,
    makeFolder: @escaping @Sendable (_ path: String) throws -> Void
  ) {
    self.output = output
    self.messages = messages
    self.input = input
    self.inputPiece = inputPiece
    self.workingFolder = workingFolder
    self.outputIsTerminal = outputIsTerminal
    self.messagesAreTerminal = messagesAreTerminal
    self.columns = columns
    self.environment = environment
    self.readFile = readFile
    self.writeFile = writeFile
    self.makeFolder = makeFolder
  }

  /// A path as it was typed, made absolute.
  func absolute(_ path: String) -> String {
    path.utf8.first == UInt8(ascii: "/") ? path : "\(workingFolder)/\(path)"
  }

  /// Whether output may be coloured: a terminal that shows colours, and nobody who asked for none.
  var isColoured: Bool {
    let refusal = environment("NO_COLOR") ?? ""
    return outputIsTerminal && refusal.isEmpty && environment("TERM") != "dumb"
  }
}
