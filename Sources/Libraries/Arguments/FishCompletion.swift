/// Completion for fish: a line for every word, offered where its command has been typed.
struct FishCompletion {
  let grammar: Grammar

  var script: String {
    let name = grammar.program.name
    let keys = grammar.listed.dropFirst().map { quoted(completionKey($0.path)) }
    let head = """
      # fish completion for \(name)
      function __\(name)_at
          set -l path ''
          for word in (commandline -opc)[2..-1]
              switch "$path $word"
                  case \(keys.isEmpty ? "''" : keys.joined(separator: " "))
                      set path "$path $word"
              end
          end
          test "$path" = "$argv[1]"
      end
      function __\(name)_list
          set -l typed (commandline -opc)
          set -l living
          for index in (seq 2 (count $typed))
              if test "$typed[$index]" = \(quoted(grammar.livingSpelling)); and test $index -lt (count $typed)
                  set living \(quoted(grammar.livingSpelling)) $typed[(math $index + 1)]
              end
          end
          command $typed[1] $argv $living 2>/dev/null
      end
      complete -c \(name) -f
      complete -c \(name) -s h -l help -d 'Show help.'
      """
    let lines = grammar.listedGlobalOptions.map { option("", $0) } + grammar.listed.flatMap(lines)
    return ([head] + lines).joined(separator: "\n") + "\n"
  }

  private func lines(_ entry: (path: [String], command: Command)) -> [String] {
    let place = " -n \(quoted("__\(grammar.program.name)_at \(quoted(completionKey(entry.path)))"))"
    let start = "complete -c \(grammar.program.name)\(place)"
    let commands = entry.command.listedSubcommands.map {
      "\(start) -a \(quoted($0.name)) -d \(quoted($0.summary))"
    }
    let places = words(entry.command.placeKind).map { ["\(start) \($0)"] } ?? []
    return commands + places + entry.command.listedOptions.map { option(place, $0) }
  }

  private func option(_ place: String, _ option: Option) -> String {
    let short = option.short.map { " -s \($0)" } ?? ""
    let value = option.valueName == nil ? "" : " -r" + (words(option.kind).map { " \($0)" } ?? "")
    return "complete -c \(grammar.program.name)\(place)\(short) -l \(option.name)\(value)"
      + " -d \(quoted(option.help))"
  }

  private func words(_ kind: ValueKind) -> String? {
    switch kind {
    case .text: nil
    case .file: "-F"
    case .folder: "-a '(__fish_complete_directories)'"
    case .listed(let words):
      "-a \(quoted("(__\(grammar.program.name)_list \(words.map(quoted).joined(separator: " ")))"))"
    case .choice(let words): "-a \(quoted(words.joined(separator: " ")))"
    }
  }

  /// A word in fish's single quotes, where backslash and quote are escaped.
  private func quoted(_ text: String) -> String {
    var quoted = "'".unicodeScalars
    for scalar in text.unicodeScalars {
      if scalar == "'" || scalar == "\\" { quoted.append("\\") }
      quoted.append(scalar)
    }
    quoted.append("'")
    return String(quoted)
  }
}
