/// Completion for bash: one function that finds the command among the words typed, then offers what follows.
struct BashCompletion {
  let grammar: Grammar

  var script: String {
    let name = grammar.program.name
    let function = "_\(name)_complete"
    let keys = grammar.listed.dropFirst().map { shellQuoted(completionKey($0.path)) }
    return """
      # bash completion for \(name)
      \(function)() {
        local current="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}" path="" index
        local program="${COMP_WORDS[0]}" living=()
        for ((index = 1; index < COMP_CWORD; index++)); do
          [[ ${COMP_WORDS[index-1]} == \(grammar.livingSpelling) ]] &&
            living=(\(grammar.livingSpelling) "${COMP_WORDS[index]}")
          case "$path ${COMP_WORDS[index]}" in
            \(keys.isEmpty ? "''" : keys.joined(separator: " | "))) path="$path ${COMP_WORDS[index]}" ;;
          esac
        done
        COMPREPLY=()
        case "$path $previous" in
      \(valueCases.joined(separator: "\n"))
        esac
        if [[ $current == -* ]]; then
          case "$path" in
      \(optionCases.joined(separator: "\n"))
          esac
          return
        fi
        case "$path" in
      \(placeCases.joined(separator: "\n"))
        esac
      }
      complete -o filenames -F \(function) \(name)

      """
  }

  private var valueCases: [String] {
    let own = grammar.listed.flatMap { entry in
      entry.command.listedOptions.filter { $0.valueName != nil }.flatMap { option in
        option.spellings.map { spelling in
          let key = shellQuoted(completionKey(entry.path) + " " + spelling)
          return "    \(key)) \(reply(option.kind)); return ;;"
        }
      }
    }
    let global = grammar.listedGlobalOptions.filter { $0.valueName != nil }.flatMap { option in
      option.spellings.map { "    *\(shellQuoted(" " + $0))) \(reply(option.kind)); return ;;" }
    }
    return own + global
  }

  private var optionCases: [String] {
    grammar.listed.map { entry in
      let words =
        (entry.command.listedOptions + grammar.listedGlobalOptions).map { "--\($0.name)" } + ["--help"]
      return "      \(shellQuoted(completionKey(entry.path)))) \(reply(.choice(words))) ;;"
    }
  }

  private var placeCases: [String] {
    grammar.listed.map { entry in
      let words = entry.command.listedSubcommands.map(\.name) + (entry.path.isEmpty ? ["help"] : [])
      let kind = words.isEmpty ? entry.command.placeKind : .choice(words)
      return "    \(shellQuoted(completionKey(entry.path)))) \(reply(kind)) ;;"
    }
  }

  private func reply(_ kind: ValueKind) -> String {
    switch kind {
    case .text: ":"
    case .file: "mapfile -t COMPREPLY < <(compgen -f -- \"$current\")"
    case .folder: "mapfile -t COMPREPLY < <(compgen -d -- \"$current\")"
    case .listed(let words):
      "mapfile -t COMPREPLY < <(compgen -W "
        + "\"$(\"$program\" \(words.map(shellQuoted).joined(separator: " ")) \"${living[@]}\" 2>/dev/null | cut -f 1)\""
        + " -- \"$current\")"
    case .choice(let words):
      "mapfile -t COMPREPLY < <(compgen -W \(shellQuoted(words.joined(separator: " "))) -- \"$current\")"
    }
  }
}
