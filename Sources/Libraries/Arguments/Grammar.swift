/// A program's command line: its commands, and the options every command takes, before or after its words.
public struct Grammar: Sendable {
  /// The program, by its name, with its commands.
  public let program: Command
  /// Options every command takes.
  public let globalOptions: [Option]

  /// A grammar of these commands and options.
  public init(program: Command, globalOptions: [Option] = []) {
    self.program = program
    self.globalOptions = globalOptions
  }

  /// Understands the words after the program's name.
  ///
  /// Words that start with a dash are options, but for `-` alone, a dash with a digit, and everything after
  /// `--`. `help COMMAND…`, `--help` and `-h` ask for help wherever they stand before
  /// `--`; the words after `help` name a command.
  /// - Throws: ``UsageError`` at the first word that does not fit.
  public func parse(_ words: [String]) throws(UsageError) -> Outcome {
    var parser = Parser(grammar: self, words: words[...])
    return try parser.run()
  }

  /// The command of these words after the program's name, with no words the program; nil when there is none.
  public func command(at path: [String]) -> Command? {
    var command = program
    for word in path {
      guard let next = command.subcommand(word) else { return nil }
      command = next
    }
    return command
  }
}

/// What the words on a command line ask for.
public enum Outcome: Sendable {
  /// A command is to be carried out.
  case invocation(Invocation)
  /// Help is asked for on the command of these words; on the whole program without any.
  case help(path: [String])
}

extension Grammar {
  /// What is wrong with the grammar itself: one sentence a mistake. For a test of the program's own grammar.
  public func mistakes() -> [String] { mistakes(of: program, path: []) }

  private func mistakes(of command: Command, path: [String]) -> [String] {
    let place = ([program.name] + path).joined(separator: " ")
    let options = command.options + globalOptions
    var found: [String] = []
    found += Self.repeated(options.map { "--\($0.name)" }).map { "\(place): \($0) is declared twice." }
    found += Self.repeated(options.compactMap(\.short)).map { "\(place): -\($0) is declared twice." }
    found += Self.repeated(command.subcommands.map(\.name)).map { "\(place): \($0) is declared twice." }
    found += Self.repeated(command.arguments.map(\.name)).map { "\(place): \($0) is declared twice." }
    for (argument, next) in zip(command.arguments, command.arguments.dropFirst()) {
      if argument.occurrence == .oneOrMore || argument.occurrence == .anyNumber {
        found.append("\(place): \(argument.name) may be repeated but is not the last.")
      } else if argument.occurrence == .optional, next.occurrence != .optional, next.occurrence != .anyNumber
      {
        found.append("\(place): \(next.name) is required after an optional argument.")
      }
    }
    if !command.summary.hasSuffix(".") { found.append("\(place): the summary is no sentence.") }
    return found + command.subcommands.flatMap { mistakes(of: $0, path: path + [$0.name]) }
  }

  private static func repeated(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { !seen.insert($0).inserted }
  }
}
