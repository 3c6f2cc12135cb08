/// A command line that fits: which command, and what it was given.
///
/// Options are asked for by their name without dashes, arguments by their name in capitals. Asking for one
/// that the command does not declare, or a declaration of another kind, is a mistake in the program and traps.
public struct Invocation: Sendable {
  /// The command's words after the program's name.
  public let path: [String]
  private let program: String
  private let command: Command
  private let options: [Option]
  private let given: [String: [String]]

  init(
    program: String, path: [String], command: Command, options: [Option], given: [String: [String]]
  ) {
    self.program = program
    self.path = path
    self.command = command
    self.options = options
    self.given = given
  }

  /// Whether a flag was given.
  public func flag(_ name: String) -> Bool {
    precondition(option(name)?.valueName == nil && option(name) != nil, "no flag --\(name) is declared")
    return given[name] != nil
  }

  /// Whether an option was given; false for one that the command does not have.
  public func isGiven(_ name: String) -> Bool { given[name] != nil }

  /// The options that were given, as words that give the same again: `--name` or `--name=VALUE`.
  public var written: [String] {
    options.flatMap { option in
      (given[option.name] ?? []).map {
        option.valueName == nil ? "--\(option.name)" : "--\(option.name)=\($0)"
      }
    }
  }

  /// The value of an option or argument that may be missing; the first where there are several.
  public func value(_ name: String) -> String? {
    requireDeclared(name)
    return given[name]?.first
  }

  /// All values of a repeated option or argument, in order; none when it was not given.
  public func values(_ name: String) -> [String] {
    requireDeclared(name)
    return given[name] ?? []
  }

  /// The value of a required option or argument, which was given or there would be no invocation.
  public func required(_ name: String) -> String {
    guard let value = value(name) else { preconditionFailure("\(name) is not declared as required") }
    return value
  }

  /// The value as a whole number in a range, or nil when it was not given.
  ///
  /// - Throws: ``UsageError`` when the value is no number as ``wholeNumber(_:)`` reads it, or out of range.
  public func number(_ name: String, in range: ClosedRange<Int>) throws(UsageError) -> Int? {
    guard let text = value(name) else { return nil }
    guard let number = wholeNumber(text), range.contains(number) else {
      throw refusal(of: name, because: "a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// The error to throw for a value that is not what it should be, in words such as `a day like 2026-06-30`.
  public func refusal(of name: String, because expectation: String) -> UsageError {
    let shown = option(name).map { "--\($0.name)" } ?? name
    let problem = UsageError.Problem.unfitValue(
      name: shown, value: value(name) ?? "", expectation: expectation)
    return UsageError(problem, program: program, path: path)
  }

  private func option(_ name: String) -> Option? { options.first { $0.name == name } }

  private func requireDeclared(_ name: String) {
    let isDeclared = option(name)?.valueName != nil || command.arguments.contains { $0.name == name }
    precondition(isDeclared, "\(name) is not declared by \(path.joined(separator: " "))")
  }
}
