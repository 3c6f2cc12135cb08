internal import Spelling

/// Walks the words of a command line once, from left to right.
struct Parser {
  private let grammar: Grammar
  private var rest: ArraySlice<String>
  private var path: [String] = []
  private var command: Command
  private var given: [String: [String]] = [:]
  private var places: [String] = []
  private var optionsEnded = false

  init(grammar: Grammar, words: ArraySlice<String>) {
    self.grammar = grammar
    rest = words
    command = grammar.program
  }

  mutating func run() throws(UsageError) -> Outcome {
    while let word = rest.popFirst() {
      if optionsEnded || !Self.isOption(word) {
        if isCallForHelp(word) { return .help(path: try pathAfterHelp()) }
        try takeWord(word)
      } else if word.isSameText(as: "--") {
        optionsEnded = true
      } else if word.isSameText(as: "--help") || word.isSameText(as: "-h") {
        return .help(path: pathOfHelp())
      } else {
        try takeOption(word)
      }
    }
    return .invocation(try invocation())
  }

  private static func isOption(_ word: String) -> Bool {
    let bytes = word.utf8
    guard bytes.first == UInt8(ascii: "-"), let second = bytes.dropFirst().first else { return false }
    return !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(second)
  }

  private func isCallForHelp(_ word: String) -> Bool {
    path.isEmpty && !optionsEnded && word.isSameText(as: "help") && command.subcommand("help") == nil
      && !command.subcommands.isEmpty
  }

  /// The command that all words after `help` name; options among them are passed over.
  private mutating func pathAfterHelp() throws(UsageError) -> [String] {
    while let word = rest.popFirst() {
      guard !Self.isOption(word) else { continue }
      try takeWord(word)
    }
    if let surplus = places.first { throw error(.surplusArgument(surplus)) }
    return path
  }

  /// The words so far and as many of the rest as name a command.
  private mutating func pathOfHelp() -> [String] {
    while let word = rest.popFirst() {
      guard let next = command.subcommand(word) else { continue }
      enter(next)
    }
    return path
  }

  private mutating func enter(_ next: Command) {
    command = next
    path.append(next.name)
  }

  private func error(_ problem: UsageError.Problem) -> UsageError {
    UsageError(problem, program: grammar.program.name, path: path)
  }
}

// Words and options.
extension Parser {
  private mutating func takeWord(_ word: String) throws(UsageError) {
    guard !command.subcommands.isEmpty else {
      places.append(word)
      return
    }
    guard let next = command.subcommand(word) else {
      let names = command.listedSubcommands.map(\.name)
      throw error(.unknownCommand(word, suggestion: nearest(to: word, among: names)))
    }
    enter(next)
  }

  private mutating func takeOption(_ word: String) throws(UsageError) {
    let (written, attached) = Self.split(word)
    guard let option = option(written) else {
      throw error(.unknownOption(written, suggestion: suggestion(for: written)))
    }
    guard given[option.name] == nil || option.isRepeated || option.valueName == nil else {
      throw error(.repeatedOption(option.name))
    }
    given[option.name, default: []].append(try value(of: option, attached: attached))
  }

  /// `--name=VALUE` as its two parts.
  private static func split(_ word: String) -> (written: String, attached: String?) {
    guard let equals = word.utf8.firstIndex(of: UInt8(ascii: "=")) else { return (word, nil) }
    return (String(word[..<equals]), String(word[word.utf8.index(after: equals)...]))
  }

  private func option(_ written: String) -> Option? {
    known.first { option in
      written.isSameText(as: "--\(option.name)")
        || option.short.map { written.isSameText(as: "-\($0)") } ?? false
    }
  }

  private var known: [Option] { command.options + grammar.globalOptions }

  private func suggestion(for written: String) -> String? {
    nearest(to: written, among: known.filter { !$0.isHidden }.map { "--\($0.name)" } + ["--help"])
  }

  /// A following word that is an option itself is no value: `--name=--value` gives one that looks like one.
  private mutating func value(of option: Option, attached: String?) throws(UsageError) -> String {
    guard let valueName = option.valueName else {
      if attached != nil { throw error(.unexpectedValue(option: option.name)) }
      return ""
    }
    if let attached { return try checked(attached, option.kind, "--\(option.name)") }
    guard let next = rest.first, !Self.isOption(next) else {
      throw error(.missingValue(option: option.name, valueName: valueName))
    }
    rest = rest.dropFirst()
    return try checked(next, option.kind, "--\(option.name)")
  }

  private func checked(_ value: String, _ kind: ValueKind, _ name: String) throws(UsageError) -> String {
    guard case .choice(let choices) = kind, !choices.contains(where: { $0.isSameText(as: value) }) else {
      return value
    }
    let suggestion = nearest(to: value, among: choices)
    throw error(.wrongChoice(name: name, value: value, choices: choices, suggestion: suggestion))
  }
}

// The end of the line.
extension Parser {
  private mutating func invocation() throws(UsageError) -> Invocation {
    guard command.subcommands.isEmpty else {
      throw error(.missingCommand(choices: command.listedSubcommands.map(\.name)))
    }
    for option in known where option.isRequired && given[option.name] == nil {
      throw error(.missingOption(option.name, valueName: option.valueName ?? ""))
    }
    var left = places[...]
    for argument in command.arguments { try take(argument, from: &left) }
    if let surplus = left.first { throw error(.surplusArgument(surplus)) }
    return Invocation(
      program: grammar.program.name, path: path, command: command, options: known, given: given)
  }

  private mutating func take(_ argument: Argument, from left: inout ArraySlice<String>) throws(UsageError) {
    let isSingle = argument.occurrence == .required || argument.occurrence == .optional
    let taken = isSingle ? left.prefix(1) : left
    let mayBeMissing = argument.occurrence == .optional || argument.occurrence == .anyNumber
    guard !taken.isEmpty || mayBeMissing else { throw error(.missingArgument(argument.name)) }
    left = left.dropFirst(taken.count)
    for value in taken {
      given[argument.name, default: []].append(try checked(value, argument.kind, argument.name))
    }
  }
}
