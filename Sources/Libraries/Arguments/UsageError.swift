/// A command line that does not fit, with what is wrong and where.
public struct UsageError: Error, Sendable, Equatable {
  /// What is wrong. Names of options are without dashes.
  public enum Problem: Sendable, Equatable {
    /// No command has this name.
    case unknownCommand(String, suggestion: String?)
    /// A group was named without one of its commands.
    case missingCommand(choices: [String])
    /// No option is written like this.
    case unknownOption(String, suggestion: String?)
    /// An option stands without its value.
    case missingValue(option: String, valueName: String)
    /// A flag was given a value.
    case unexpectedValue(option: String)
    /// An option that may be given once was given again.
    case repeatedOption(String)
    /// A required option was not given.
    case missingOption(String, valueName: String)
    /// Of some ways to say what is needed none was given; each is written as on the command line.
    case missingOneOf([String])
    /// A required argument was not given.
    case missingArgument(String)
    /// A word is left that no argument takes.
    case surplusArgument(String)
    /// A value is none of the words it may be.
    case wrongChoice(name: String, value: String, choices: [String], suggestion: String?)
    /// An option of every command is of no use with this one.
    case optionOfNoUse(String, because: String)
    /// A value is not of the form it must have.
    case unfitValue(name: String, value: String, expectation: String)
  }

  /// What is wrong.
  public let problem: Problem
  /// The program's name.
  public let program: String
  /// The words of the command that was understood up to there, after the program's name.
  public let path: [String]

  /// An error in the command of these words.
  public init(_ problem: Problem, program: String, path: [String]) {
    self.problem = problem
    self.program = program
    self.path = path
  }
}

extension UsageError: CustomStringConvertible {
  /// What is wrong, what may have been meant, and where to read more: a line each, without a line end.
  public var description: String {
    let command = ([program] + path).joined(separator: " ")
    let lines = [sentence, suggestion.map { "Did you mean \($0)?" }, "See: \(command) --help"]
    return lines.compactMap { $0 }.joined(separator: "\n")
  }

  private var sentence: String {
    let command = ([program] + path).joined(separator: " ")
    return switch problem {
    case .unknownCommand(let word, _): "\(command) has no command \(quoted(word))."
    case .missingCommand(let choices): "\(command) needs a command: \(list(choices))."
    case .unknownOption(let option, _): "\(command) has no option \(quoted(option))."
    case .missingValue(let option, let valueName): "--\(option) needs a value: --\(option) \(valueName)."
    case .unexpectedValue(let option): "--\(option) takes no value."
    case .repeatedOption(let option): "--\(option) is given more than once."
    case .missingOption(let option, let valueName): "--\(option) \(valueName) is missing."
    case .missingOneOf(let ways): "\(ways.joined(separator: " or ")) is missing."
    case .missingArgument(let name): "\(name) is missing."
    case .surplusArgument(let word): "\(quoted(word)) is one argument too many."
    case .wrongChoice(let name, let value, let choices, _):
      "\(name) cannot be \(quoted(value)); it is one of: \(list(choices))."
    case .optionOfNoUse(let option, let reason): "--\(option) is of no use here: \(reason)."
    case .unfitValue(let name, let value, let expectation):
      "\(name) cannot be \(quoted(value)); it is \(expectation)."
    }
  }

  private var suggestion: String? {
    switch problem {
    case .unknownCommand(_, let suggestion), .unknownOption(_, let suggestion),
      .wrongChoice(_, _, _, let suggestion):
      suggestion
    case .missingCommand, .missingValue, .unexpectedValue, .repeatedOption, .missingOption, .missingOneOf,
      .missingArgument, .surplusArgument, .optionOfNoUse, .unfitValue:
      nil
    }
  }

  private func list(_ words: [String]) -> String { words.joined(separator: ", ") }

  /// The word in quotes, control and bidirectional characters shown by number: it goes to a terminal.
  private func quoted(_ word: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in word.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate:
        shown.append(contentsOf: "\\u{\(String(scalar.value, radix: 16))}".unicodeScalars)
      default:
        shown.append(scalar)
      }
    }
    return "“\(String(shown))”"
  }
}
