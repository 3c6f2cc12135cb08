extension Grammar {
  /// The help on the command of these words: what it does, examples first, then how to call it. Ends with a
  /// line end; nil when there is no such command.
  ///
  /// - Parameter width: the most Unicode scalars in a line, at least 40; examples are never broken.
  public func help(on path: [String], width: Int = 80) -> String? {
    guard let command = command(at: path) else { return nil }
    let page = HelpPage(grammar: self, command: command, path: path, width: max(40, width))
    return page.sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n") + "\n"
  }
}

/// One page of help, section by section, each a list of lines.
private struct HelpPage {
  let grammar: Grammar
  let command: Command
  let path: [String]
  let width: Int

  var sections: [[String]] {
    [
      wrapped(command.summary, width: width), examples, usage, discussion,
      section("Commands", command.listedSubcommands.map { ($0.name, $0.summary) }),
      section("Arguments", command.arguments.map { ($0.usage, $0.help + choices($0.kind)) }),
      section("Options", command.options.filter { !$0.isHidden }.map(row)),
      section("Options of every command", grammar.globalOptions.filter { !$0.isHidden }.map(row) + [help]),
      footer,
    ]
  }

  private var words: String { ([grammar.program.name] + path).joined(separator: " ") }

  private var examples: [String] {
    guard !command.examples.isEmpty else { return [] }
    return ["Examples:"]
      + command.examples.flatMap { example in
        ["  \(example.line)"] + wrapped(example.meaning, width: width - 6).map { "      \($0)" }
      }
  }

  private var usage: [String] {
    let required = command.options.filter { $0.isRequired && !$0.isHidden }
    let hasOthers = command.options.contains { !$0.isRequired && !$0.isHidden }
    let parts =
      [words] + (command.subcommands.isEmpty ? [] : ["COMMAND"]) + command.arguments.map(\.usage)
      + required.map(\.usage) + (hasOthers ? ["[OPTIONS]"] : [])
    let lines = wrapped(parts.joined(separator: " "), width: width - 11)
    return lines.enumerated().map { ($0.offset == 0 ? "Usage: " : "           ") + $0.element }
  }

  private var discussion: [String] {
    command.discussion.isEmpty ? [] : wrapped(command.discussion, width: width)
  }

  private var help: (term: String, meaning: String) { ("-h, --help", "Show this help.") }

  private var footer: [String] {
    guard !command.subcommands.isEmpty else { return [] }
    return wrapped("\(words) COMMAND --help tells more about a command.", width: width)
  }

  private func row(_ option: Option) -> (term: String, meaning: String) {
    let term = option.short.map { "-\($0), \(option.usage)" } ?? option.usage
    let notes = (option.isRequired ? " Required." : "") + (option.isRepeated ? " May be repeated." : "")
    return (term, option.help + choices(option.kind) + notes)
  }

  private func choices(_ kind: ValueKind) -> String {
    guard case .choice(let choices) = kind else { return "" }
    return " One of: \(choices.joined(separator: ", "))."
  }

  private func section(_ title: String, _ rows: [(term: String, meaning: String)]) -> [String] {
    rows.isEmpty ? [] : ["\(title):"] + columns(rows, width: width)
  }
}
