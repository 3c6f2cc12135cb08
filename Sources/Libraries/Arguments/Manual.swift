extension Grammar {
  /// The manual page of the command of these words, for `man` (man-pages(7)): the same words as its help.
  ///
  /// - Parameters:
  ///   - path: the command's words after the program's name; the program itself without any.
  ///   - version: of the program, shown in the page's foot.
  /// - Returns: nil where there is no such command.
  public func manual(on path: [String], version: String) -> String? {
    guard let command = command(at: path) else { return nil }
    return ManualPage(grammar: self, command: command, path: path, version: version).text
  }

  /// The words of every command that has a manual page, the program itself first.
  public var manualPaths: [[String]] { listed.map(\.path) }

  /// What the page of a command is called: `registrar-session-plan`.
  public func manualName(of path: [String]) -> String {
    ([program.name] + path).joined(separator: "-")
  }
}

/// One page, macro by macro.
private struct ManualPage {
  let grammar: Grammar
  let command: Command
  let path: [String]
  let version: String

  var text: String {
    let parts = [head, synopsis, description, arguments, options, examples, seeAlso]
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n") + "\n"
  }

  private var name: String { grammar.manualName(of: path) }

  private var head: [String] {
    let (title, program) = (roff(name.uppercased()), roff(grammar.program.name))
    return [
      ".TH \"\(title)\" \"1\" \"\" \"\(program) \(roff(version))\" \"\(roff(grammar.program.summary))\"",
      ".SH NAME", "\(roff(name)) \\- \(roff(withoutStop(command.summary)))",
    ]
  }

  private var synopsis: [String] {
    let required = command.options.filter { $0.isRequired && !$0.isHidden }
    let hasOthers = command.options.contains { !$0.isRequired && !$0.isHidden }
    let words = ([grammar.program.name] + path).joined(separator: " ")
    let rest =
      (command.subcommands.isEmpty ? [] : ["COMMAND"]) + command.arguments.map(\.usage)
      + required.map(\.usage) + (hasOthers ? ["[OPTIONS]"] : [])
    return [".SH SYNOPSIS", ".B \(roff(words))"] + rest.map(roff)
  }

  private var description: [String] {
    [".SH DESCRIPTION", roff(command.summary)]
      + paragraphs(command.discussion).flatMap { [".PP", roff($0)] }
      + described("COMMANDS", command.listedSubcommands.map { ($0.name, $0.summary) })
  }

  private var arguments: [String] {
    described("ARGUMENTS", command.arguments.map { ($0.usage, $0.help + choices($0.kind)) })
  }

  private var options: [String] {
    described("OPTIONS", command.listedOptions.map(row))
      + described(
        "OPTIONS OF EVERY COMMAND", grammar.listedGlobalOptions.map(row) + [("-h, --help", "Show help.")])
  }

  private var examples: [String] {
    guard !command.examples.isEmpty else { return [] }
    return [".SH EXAMPLES"]
      + command.examples.flatMap { [".TP", ".B \(roff($0.line))", roff($0.meaning)] }
  }

  private var seeAlso: [String] {
    let below = command.listedSubcommands.map { path + [$0.name] }
    let near = (path.isEmpty ? [] : [Array(path.dropLast())]) + below
    guard !near.isEmpty else { return [] }
    let pages = near.map { "\\fB\(roff(grammar.manualName(of: $0)))\\fR(1)" }
    return [".SH SEE ALSO", pages.joined(separator: ",\n")]
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

  private func described(_ title: String, _ rows: [(term: String, meaning: String)]) -> [String] {
    rows.isEmpty ? [] : [".SH \(title)"] + rows.flatMap { [".TP", ".B \(roff($0.term))", roff($0.meaning)] }
  }

  /// The paragraphs of a text that are separated by empty lines, each on one line.
  private func paragraphs(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .split(whereSeparator: \.isEmpty).map { $0.joined(separator: " ") }
  }

  /// A sentence without the stop at its end, as the line under NAME has it.
  private func withoutStop(_ sentence: String) -> String {
    sentence.utf8.last == UInt8(ascii: ".") ? String(sentence.unicodeScalars.dropLast()) : sentence
  }
}

/// A text for roff: a backslash and a hyphen stand for themselves, and no line begins with a control character.
private func roff(_ text: String) -> String {
  var scalars = String.UnicodeScalarView()
  if let first = text.unicodeScalars.first, first == "." || first == "'" {
    scalars.append(contentsOf: "\\&".unicodeScalars)
  }
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\\": scalars.append(contentsOf: "\\e".unicodeScalars)
    case "-": scalars.append(contentsOf: "\\-".unicodeScalars)
    case "\n": scalars.append(" ")
    default: scalars.append(scalar)
    }
  }
  return String(scalars)
}
