/// Completion for zsh: as for bash, with what each word means beside it.
struct ZshCompletion {
  let grammar: Grammar

  var script: String {
    let name = grammar.program.name
    let keys = grammar.listed.dropFirst().map { shellQuoted(completionKey($0.path)) }
    return """
      #compdef \(name)
      # zsh completion for \(name)
      _\(name)() {
        local at="" word before=""
        local -a offered living
        for word in "${(@)words[2,CURRENT-1]}"; do
          [[ $before == \(grammar.livingSpelling) ]] && living=(\(grammar.livingSpelling) "$word")
          before="$word"
          case "$at $word" in
            \(keys.isEmpty ? "''" : keys.joined(separator: "|"))) at="$at $word" ;;
          esac
        done
        case "$at ${words[CURRENT-1]}" in
      \(valueCases.joined(separator: "\n"))
        esac
        if [[ ${words[CURRENT]} == -* ]]; then
          case "$at" in
      \(optionCases.joined(separator: "\n"))
          esac
          return
        fi
        case "$at" in
      \(placeCases.joined(separator: "\n"))
        esac
      }
      compdef _\(name) \(name)

      """
  }

  private var valueCases: [String] {
    let own = grammar.listed.flatMap { entry in
      entry.command.listedOptions.filter { $0.valueName != nil }.flatMap { option in
        option.spellings.map { spelling in
          let key = shellQuoted(completionKey(entry.path) + " " + spelling)
          return "    \(key)) \(offer(option.kind)); return ;;"
        }
      }
    }
    let global = grammar.listedGlobalOptions.filter { $0.valueName != nil }.flatMap { option in
      option.spellings.map { "    *\(shellQuoted(" " + $0))) \(offer(option.kind)); return ;;" }
    }
    return own + global
  }

  private var optionCases: [String] {
    grammar.listed.map { entry in
      let options = entry.command.listedOptions + grammar.listedGlobalOptions
      let rows = options.map { ("--\($0.name)", $0.help) } + [("--help", "Show help.")]
      return "      \(shellQuoted(completionKey(entry.path)))) \(describe(rows)) ;;"
    }
  }

  private var placeCases: [String] {
    grammar.listed.map { entry in
      let commands = entry.command.listedSubcommands.map { ($0.name, $0.summary) }
      let rows = commands + (entry.path.isEmpty ? [("help", "Show help.")] : [])
      let offered = rows.isEmpty ? offer(entry.command.placeKind) : describe(rows)
      return "    \(shellQuoted(completionKey(entry.path)))) \(offered) ;;"
    }
  }

  private func offer(_ kind: ValueKind) -> String {
    switch kind {
    case .text: ":"
    case .file: "_files"
    case .folder: "_files -/"
    case .listed(let words):
      "offered=(\"${(@f)$(\"${words[1]}\" \(words.map(shellQuoted).joined(separator: " ")) \"${living[@]}\" 2>/dev/null"
        + " | sed -e 's/:/\\\\:/g' -e 's/\\t/:/')}\"); _describe -t words word offered"
    case .choice(let words): "compadd -- \(words.map(shellQuoted).joined(separator: " "))"
    }
  }

  private func describe(_ rows: [(word: String, meaning: String)]) -> String {
    let entries = rows.map { shellQuoted("\($0.word):\($0.meaning)") }.joined(separator: " ")
    return "offered=(\(entries)); _describe -t words word offered"
  }
}
