/// A shell that completions can be written for.
public enum Shell: String, Sendable, CaseIterable {
  case bash, zsh, fish
}

extension Grammar {
  /// A script that completes this program's commands, options and values in a shell.
  ///
  /// It holds every word itself; only for values that the program lists (`ValueKind.listed`) it calls the program, as it
  /// was typed, with what was typed for ``livingOptions``. Hidden commands and options are left out.
  public func completions(for shell: Shell) -> String {
    switch shell {
    case .bash: BashCompletion(grammar: self).script
    case .zsh: ZshCompletion(grammar: self).script
    case .fish: FishCompletion(grammar: self).script
    }
  }

  /// Every listed command with its words after the program's name, the program itself first.
  var listed: [(path: [String], command: Command)] { listed(program, path: []) }

  private func listed(_ command: Command, path: [String]) -> [(path: [String], command: Command)] {
    [(path, command)] + command.listedSubcommands.flatMap { listed($0, path: path + [$0.name]) }
  }

  var listedGlobalOptions: [Option] { globalOptions.filter { !$0.isHidden } }
}

extension Command {
  var listedOptions: [Option] { options.filter { !$0.isHidden } }

  /// What it takes by place, each with how it is completed.
  var places: [Place] {
    arguments.enumerated().map { index, argument in
      let isLast = argument.occurrence == .oneOrMore || argument.occurrence == .anyNumber
      return Place(index: index, takesTheRest: isLast, kind: argument.kind)
    }
  }
}

/// A place after the words of a command, counted from 0.
struct Place {
  let index: Int
  /// Whether what follows is completed alike.
  let takesTheRest: Bool
  let kind: ValueKind

  /// What the scripts for bash and zsh compare the command and the number of words after it with. The place that takes
  /// the rest is the last one.
  func pattern(after path: [String]) -> String {
    let key = completionKey(path)
    return takesTheRest ? shellQuoted("\(key) ") + "*" : shellQuoted("\(key) \(index)")
  }
}

extension Grammar {
  /// The global options that say where the program's records lie: what was typed for them is handed on when the program
  /// is asked to list words.
  var livingOptions: [Option] {
    listedGlobalOptions.filter { $0.kind == .folder || $0.kind == .file }
  }

  /// Their spellings as a pattern of a shell; one that nobody types where there are none.
  var livingPattern: String {
    livingOptions.isEmpty ? "''" : livingOptions.map { "--\($0.name)" }.joined(separator: "|")
  }

  /// Every spelling of an option with a value, behind its command, as a pattern of bash and zsh.
  var valuedOptions: [(pattern: String, kind: ValueKind)] {
    let own = listed.flatMap { entry in
      entry.command.listedOptions.filter { $0.valueName != nil }.flatMap { option in
        option.spellings.map { (shellQuoted(completionKey(entry.path) + " " + $0), option.kind) }
      }
    }
    let global = listedGlobalOptions.filter { $0.valueName != nil }.flatMap { option in
      option.spellings.map { ("*" + shellQuoted(" " + $0), option.kind) }
    }
    return own + global
  }

  func valuedPattern(_ separator: String) -> String {
    let patterns = valuedOptions.map(\.pattern)
    return patterns.isEmpty ? "''" : patterns.joined(separator: separator)
  }

  /// Every command's words.
  func commandPattern(_ separator: String) -> String {
    let keys = listed.dropFirst().map { shellQuoted(completionKey($0.path)) }
    return keys.isEmpty ? "''" : keys.joined(separator: separator)
  }
}

/// How the scripts name a command: its words, each with a space before it; the program is the empty text.
func completionKey(_ path: [String]) -> String { path.map { " \($0)" }.joined() }

extension Option {
  /// How it is typed: `--name`, and `-n` where it has a short form.
  var spellings: [String] { ["--\(name)"] + (short.map { ["-\($0)"] } ?? []) }
}

/// A word for a POSIX shell, in single quotes.
func shellQuoted(_ text: String) -> String {
  var quoted = "'".unicodeScalars
  for scalar in text.unicodeScalars {
    if scalar == "'" { quoted.append(contentsOf: "'\\''".unicodeScalars) } else { quoted.append(scalar) }
  }
  quoted.append("'")
  return String(quoted)
}
