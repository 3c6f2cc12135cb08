import CommandLine
import JSON

/// A command as it is handed to the process that owns the data folder: what was typed, where, and on what terminal.
struct HandedCommand {
  let arguments: [String]
  let workingFolder: String
  let outputIsTerminal: Bool
  let messagesAreTerminal: Bool
  let columns: Int?
  let environment: [String: String]

  /// The variables of the environment that commands look at.
  static let variables = ["NO_COLOR", "TERM", "REGISTRAR_DATA", "REGISTRAR_SETTINGS", "LANG"]
  /// How large a handed command may be, in bytes.
  static let limit = 4 << 20

  init(_ arguments: [String], in surroundings: Surroundings) {
    self.arguments = arguments
    workingFolder = surroundings.workingFolder
    outputIsTerminal = surroundings.outputIsTerminal
    messagesAreTerminal = surroundings.messagesAreTerminal
    columns = surroundings.columns
    var environment: [String: String] = [:]
    for name in HandedCommand.variables { environment[name] = surroundings.environment(name) }
    self.environment = environment
  }

  /// Reads what `octets` wrote; nil where it is something else.
  init?(_ octets: [UInt8]) throws {
    let root = try JSONDocument(octets).root
    guard let arguments = root["arguments"]?.elements, let folder = root["workingFolder"]?.string,
      let output = root["outputIsTerminal"]?.boolean, let messages = root["messagesAreTerminal"]?.boolean,
      let variables = root["environment"]?.members
    else { return nil }
    self.arguments = arguments.compactMap(\.string)
    workingFolder = folder
    outputIsTerminal = output
    messagesAreTerminal = messages
    columns = root["columns"]?.number?.int64.map { Int($0) }
    var environment: [String: String] = [:]
    for variable in variables { environment[variable.name.string] = variable.value.string }
    self.environment = environment
  }

  var octets: [UInt8] {
    var writer = JSONWriter()
    writer.object { command in
      command.member("arguments") { $0.array(arguments) { $0.string($1) } }
      command.member("workingFolder", workingFolder)
      command.member("outputIsTerminal", outputIsTerminal)
      command.member("messagesAreTerminal", messagesAreTerminal)
      command.member("columns", columns)
      command.member("environment") { variables in
        variables.object { object in
          for (name, value) in environment.sorted(by: { $0.key < $1.key }) { object.member(name, value) }
        }
      }
    }
    return writer.bytes
  }
}

/// What the two processes say to each other after the command: one octet of kind, then the content.
enum HandOverMessage: UInt8 {
  /// To the client: bytes for its standard output.
  case output = 1
  /// To the client: bytes for its standard error.
  case messages = 2
  /// To the client: its standard input is asked for, at most as many bytes as the decimal number says. The answer is
  /// one message of the same kind with the bytes.
  case input = 3
  /// To the server, in place of the bytes asked for: there are more than it takes.
  case inputTooLarge = 5
  /// To the client: standard input is asked for piece by piece, at most as many bytes as the decimal number says. The
  /// answer is one message of the same kind with the bytes, none of them only at the end.
  case inputPiece = 6
  /// To the client: the command ended; one octet of exit code.
  case exit = 4

  /// The most bytes in one message, input aside.
  static let chunk = 1 << 20

  func with(_ content: some Collection<UInt8>) -> [UInt8] {
    [rawValue] + content
  }
}
