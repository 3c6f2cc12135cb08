/// Completion for fish: a line for every word, offered where its command has been typed.
struct FishCompletion {
  let grammar: Grammar

  var script: String {
    let lines = grammar.listedGlobalOptions.map { option("", $0) } + grammar.listed.flatMap(lines)
    return ([head] + lines).joined(separator: "\n") + "\n"
  }

  private var name: String { grammar.program.name }

  /// The functions that the lines ask: which command was typed, with how many words after it, and what the program lists.
  private var head: String {
    """
    # fish completion for \(name)
    function __\(name)_typed
        set -l path ''
        set -l place 0
        set -l value ''
        set -l ended ''
        for word in (commandline -opc)[2..-1]
            if test -n "$value"
                set value ''
            else if test -z "$ended"; and test "$word" = --
                set ended 1
            else if test -z "$ended"; and string match -qr -- '^-[^0-9]' $word
                switch "$path $word"
                    case \(pattern(valuedKeys))
                        set value 1
                end
            else
                switch "$path $word"
                    case \(pattern(grammar.listed.dropFirst().map { quoted(completionKey($0.path)) }))
                        set path "$path $word"
                    case '*'
                        set place (math $place + 1)
                end
            end
        end
        echo "$path"
        echo $place
    end
    function __\(name)_at
        set -l typed (__\(name)_typed)
        test "$typed[1]" = "$argv[1]"; or return 1
        test (count $argv) -lt 2; and return 0
        test $typed[2] -ge $argv[2]; and test $typed[2] -le $argv[3]
    end
    function __\(name)_list
        set -l typed (commandline -opc)
        set -l living
        set -l value ''
        for word in $typed[2..-1]
            if test -n "$value"
                set -a living $value=$word
                set value ''
            else
                switch $word
                    case \(pattern(grammar.livingOptions.map { quoted("--\($0.name)") }))
                        set value $word
                    case \(pattern(grammar.livingOptions.map { quoted("--\($0.name)=*") }))
                        set -a living $word
                end
            end
        end
        command $typed[1] $argv $living 2>/dev/null
    end
    complete -c \(name) -f
    complete -c \(name) -s h -l help -d 'Show help.'
    """
  }

  /// One that nothing is like where there is none.
  private func pattern(_ words: [String]) -> String { words.isEmpty ? "''" : words.joined(separator: " ") }

  private var valuedKeys: [String] {
    let own = grammar.listed.flatMap { entry in
      entry.command.listedOptions.filter { $0.valueName != nil }.flatMap { option in
        option.spellings.map { quoted(completionKey(entry.path) + " " + $0) }
      }
    }
    let global = grammar.listedGlobalOptions.filter { $0.valueName != nil }.flatMap { option in
      option.spellings.map { quoted("* " + $0) }
    }
    return own + global
  }

  private func lines(_ entry: (path: [String], command: Command)) -> [String] {
    let commands = entry.command.listedSubcommands.map {
      "complete -c \(name)\(condition(entry.path, 0...0)) -a \(quoted($0.name)) -d \(quoted($0.summary))"
    }
    let places = entry.command.places.compactMap { place in
      words(place.kind).map { words in
        let last = place.takesTheRest ? Self.mostWords : place.index
        return "complete -c \(name)\(condition(entry.path, place.index...last)) \(words)"
      }
    }
    return commands + places + entry.command.listedOptions.map { option(condition(entry.path), $0) }
  }

  /// More words than anybody types.
  private static let mostWords = 9999

  /// Where a line holds: after the words of a command, with so many words after those.
  private func condition(_ path: [String], _ places: ClosedRange<Int>? = nil) -> String {
    let range = places.map { " \($0.lowerBound) \($0.upperBound)" } ?? ""
    return " -n \(quoted("__\(name)_at \(quoted(completionKey(path)))\(range)"))"
  }

  /// The value of an option is no file (`-x`), unless it is one (`-r -F`).
  private func option(_ place: String, _ option: Option) -> String {
    let short = option.short.map { " -s \($0)" } ?? ""
    let isFile = option.kind == .file
    let value =
      option.valueName == nil ? "" : isFile ? " -r -F" : " -x" + (words(option.kind).map { " \($0)" } ?? "")
    return "complete -c \(name)\(place)\(short) -l \(option.name)\(value) -d \(quoted(option.help))"
  }

  private func words(_ kind: ValueKind) -> String? {
    switch kind {
    case .text: nil
    case .file: "-F"
    case .folder: "-a '(__fish_complete_directories)'"
    case .listed(let words):
      "-a \(quoted("(__\(name)_list \(words.map(quoted).joined(separator: " ")))"))"
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
