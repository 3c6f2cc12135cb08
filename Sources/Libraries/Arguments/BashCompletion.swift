/// Completion for bash: one function that reads the words typed as the program does, then offers what follows.
struct BashCompletion {
  let grammar: Grammar

  var script: String {
    let name = grammar.program.name
    let function = "_\(name)_complete"
    return """
      # bash completion for \(name)
      \(function)() {
        local program="${COMP_WORDS[0]}" word glue="" path="" place=0 previous="" ended="" prefix=""
        local typed=() living=()
        # bash parts words at "=": they are put together again.
        for word in "${COMP_WORDS[@]:1:COMP_CWORD}"; do
          if [[ ${#typed[@]} -gt 0 && ( -n $glue || $word == "=" ) ]]; then
            typed[-1]+="$word"
          else
            typed+=("$word")
          fi
          if [[ $word == "=" ]]; then glue=1; else glue=""; fi
        done
        local current="${typed[-1]}"
        unset 'typed[-1]'
        for word in "${typed[@]}"; do
          if [[ -n $previous ]]; then
            case "$previous" in \(grammar.livingPattern)) living+=("$previous=$word") ;; esac
            previous=""
          elif [[ -z $ended && $word == "--" ]]; then
            ended=1
          elif [[ -z $ended && $word == -[!0-9]* ]]; then
            case "$path ${word%%=*}" in
              \(grammar.valuedPattern(" | ")))
                if [[ $word != *=* ]]; then
                  previous="$word"
                else
                  case "${word%%=*}" in \(grammar.livingPattern)) living+=("$word") ;; esac
                fi ;;
            esac
          else
            case "$path $word" in
              \(grammar.commandPattern(" | "))) path="$path $word" ;;
              *) place=$((place + 1)) ;;
            esac
          fi
        done
        if [[ -z $previous && -z $ended && $current == --*=* ]]; then
          previous="${current%%=*}"
          current="${current#*=}"
          [[ $COMP_WORDBREAKS == *=* ]] || prefix="$previous="
        fi
        COMPREPLY=()
        if [[ -n $previous ]]; then
          case "$path $previous" in
      \(valueCases.joined(separator: "\n"))
          esac
          return
        fi
        if [[ -z $ended && $current == -* ]]; then
          case "$path" in
      \(optionCases.joined(separator: "\n"))
          esac
          return
        fi
        case "$path $place" in
      \(placeCases.joined(separator: "\n"))
        esac
      }
      complete -o filenames -F \(function) \(name)

      """
  }

  private var valueCases: [String] {
    grammar.valuedOptions.map { "      \($0.pattern)) \(reply($0.kind)) ;;" }
  }

  private var optionCases: [String] {
    grammar.listed.map { entry in
      let words =
        (entry.command.listedOptions + grammar.listedGlobalOptions).map { "--\($0.name)" } + ["--help"]
      return "      \(shellQuoted(completionKey(entry.path)))) \(reply(.choice(words))) ;;"
    }
  }

  private var placeCases: [String] {
    grammar.listed.flatMap { entry in
      let words = entry.command.listedSubcommands.map(\.name) + (entry.path.isEmpty ? ["help"] : [])
      guard words.isEmpty else {
        return ["    \(shellQuoted(completionKey(entry.path) + " 0"))) \(reply(.choice(words))) ;;"]
      }
      return entry.command.places.map { place in
        "    \(place.pattern(after: entry.path))) \(reply(place.kind)) ;;"
      }
    }
  }

  private func reply(_ kind: ValueKind) -> String {
    let start = "mapfile -t COMPREPLY < <(compgen -P \"$prefix\""
    return switch kind {
    case .text: ":"
    case .file: "\(start) -f -- \"$current\")"
    case .folder: "\(start) -d -- \"$current\")"
    case .listed(let words):
      "\(start) -W "
        + "\"$(\"$program\" \(words.map(shellQuoted).joined(separator: " ")) \"${living[@]}\" 2>/dev/null | cut -f 1)\""
        + " -- \"$current\")"
    case .choice(let words): "\(start) -W \(shellQuoted(words.joined(separator: " "))) -- \"$current\")"
    }
  }
}
