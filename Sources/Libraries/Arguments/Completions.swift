/// A shell that completions can be written for.
public enum Shell: String, Sendable, CaseIterable {
  case bash, zsh, fish
}

extension Grammar {
  /// A script that completes this program's commands, options and values in a shell.
  ///
  /// It holds every word itself; only for values that the program lists (`ValueKind.listed`) it calls the program, as it
  /// was typed, with the value that was typed for ``livingOption``. Hidden commands and options are left out.
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

  /// How what it takes by place is completed: as the first argument that is completed by anything.
  var placeKind: ValueKind { arguments.map(\.kind).first { $0 != .text } ?? .text }
}

extension Grammar {
  /// The global option whose value is handed on when the program is asked to list words: where its records lie.
  var livingOption: Option? { listedGlobalOptions.first { $0.kind == .folder } }

  /// Its spelling; one that nobody types where there is none.
  var livingSpelling: String { livingOption.map { "--\($0.name)" } ?? "--" }
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
