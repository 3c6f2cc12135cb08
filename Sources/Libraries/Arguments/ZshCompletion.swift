/// Completion for zsh: as for bash, with what each word means beside it.
struct ZshCompletion {
  let grammar: Grammar

  var script: String {
    let name = grammar.program.name
    return """
      #compdef \(name)
      # zsh completion for \(name)
      _\(name)() {
        local at="" word before="" ended="" current="${words[CURRENT]}"
        local -i place=0
        local -a offered living
        for word in "${(@)words[2,CURRENT-1]}"; do
          if [[ -n $before ]]; then
            case "$before" in \(grammar.livingPattern)) living+=("$before=$word") ;; esac
            before=""
          elif [[ -z $ended && $word == "--" ]]; then
            ended=1
          elif [[ -z $ended && $word == -[^0-9]* ]]; then
            case "$at ${word%%=*}" in
              \(grammar.valuedPattern("|")))
                if [[ $word != *=* ]]; then
                  before="$word"
                else
                  case "${word%%=*}" in \(grammar.livingPattern)) living+=("$word") ;; esac
                fi ;;
            esac
          else
            case "$at $word" in
              \(grammar.commandPattern("|"))) at="$at $word" ;;
              *) (( place += 1 )) ;;
            esac
          fi
        done
        if [[ -z $before && -z $ended && $current == --*=* ]]; then
          before="${current%%=*}"
          compset -P '*='
        fi
        if [[ -n $before ]]; then
          case "$at $before" in
      \(valueCases.joined(separator: "\n"))
          esac
          return
        fi
        if [[ -z $ended && $current == -* ]]; then
          case "$at" in
      \(optionCases.joined(separator: "\n"))
          esac
          return
        fi
        case "$at $place" in
      \(placeCases.joined(separator: "\n"))
        esac
      }
      compdef _\(name) \(name)

      """
  }

  private var valueCases: [String] {
    grammar.valuedOptions.map { "      \($0.pattern)) \(offer($0.kind)) ;;" }
  }

  private var optionCases: [String] {
    grammar.listed.map { entry in
      let options = entry.command.listedOptions + grammar.listedGlobalOptions
      let rows = options.map { ("--\($0.name)", $0.help) } + [("--help", "Show help.")]
      return "      \(shellQuoted(completionKey(entry.path)))) \(describe(rows)) ;;"
    }
  }

  private var placeCases: [String] {
    grammar.listed.flatMap { entry in
      let commands = entry.command.listedSubcommands.map { ($0.name, $0.summary) }
      let rows = commands + (entry.path.isEmpty ? [("help", "Show help.")] : [])
      guard rows.isEmpty else {
        return ["    \(shellQuoted(completionKey(entry.path) + " 0"))) \(describe(rows)) ;;"]
      }
      return entry.command.places.map { place in
        "    \(place.pattern(after: entry.path))) \(offer(place.kind)) ;;"
      }
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
