import Arguments
import Foundation
import Testing

@Suite struct CompletionTests {
  /// Runs a script in bash, or looks at its syntax only, and gives the exit status and what was printed.
  static func bash(_ script: String, syntaxOnly: Bool = false) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = (syntaxOnly ? ["-n"] : []) + ["-c", script]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  @Test func bashTakesItsScript() throws {
    let (status, output) = try Self.bash(ledger.completions(for: .bash), syntaxOnly: true)
    #expect(status == 0, "\(output)")
  }

  @Test func bashRefusesABrokenScript() throws {
    #expect(try Self.bash("case x in", syntaxOnly: true).status != 0)
  }

  @Test func bashTakesAProgramWithoutCommands() throws {
    let alone = Grammar(program: Command("alone", summary: "Stands alone."))
    let (status, output) = try Self.bash(alone.completions(for: .bash), syntaxOnly: true)
    #expect(status == 0, "\(output)")
  }

  static let offers: [([String], [String])] = [
    (["ledger", ""], ["import", "entry", "export", "help"]),
    (["ledger", "e"], ["entry", "export"]),
    (["ledger", "entry", ""], ["show", "list", "count"]),
    (["ledger", "--data", "d", "entry", "s"], ["show"]),
    (["ledger", "import", "--d"], ["--dry-run", "--data"]),
    (["ledger", "entry", "show", "--"], ["--data", "--json", "--help"]),
    (["ledger", "export", "--format", ""], ["csv", "json", "xml"]),
    (["ledger", "export", "-f", "x"], ["xml"]),
    (["ledger", "export", "--limit", ""], []),
    (["ledger", "secr"], []),
    (["ledger", "import", "/etc/hostnam"], ["/etc/hostname"]),
    (["ledger", "entry", "show", ""], ["E-1", "E-2", "F-1"]),
    (["ledger", "entry", "show", "E"], ["E-1", "E-2"]),
    (["ledger", "--data", "d", "entry", "show", ""], ["IN-D"]),
  ]

  /// The program that the scripts ask for the words it knows.
  static let asked = """
    ledger() {
      case "$*" in
        "words entry") printf 'E-1\\tFirst\\nE-2\\tSecond of all\\nF-1\\n' ;;
        "words entry --data d") printf 'IN-D\\tFound in d\\n' ;;
        *) return 2 ;;
      esac
    }
    """

  @Test(arguments: offers) func bashOffers(_ words: [String], _ expected: [String]) throws {
    let typed = words.map { "'\($0)'" }.joined(separator: " ")
    let script = """
      \(Self.asked)
      \(ledger.completions(for: .bash))
      COMP_WORDS=(\(typed))
      COMP_CWORD=\(words.count - 1)
      _ledger_complete
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let (status, output) = try Self.bash(script)
    #expect(status == 0)
    #expect(output.split(separator: "\n").map(String.init) == expected)
  }

  @Test func zshAndFishNameEveryCommandAndOption() {
    for shell in [Shell.zsh, .fish] {
      let script = ledger.completions(for: shell)
      for word in ["import", "entry", "show", "export", "dry-run", "shelf", "format", "data", "json"] {
        #expect(script.contains(word))
      }
      #expect(!script.contains("secret"))
    }
  }

  @Test func quotesInHelpAreEscaped() {
    let zsh = ledger.completions(for: .zsh)
    #expect(zsh.contains("'--data:The ledger'\\''s folder.'"))
    #expect(
      ledger.completions(for: .fish).contains(
        "-l data -r -a '(__fish_complete_directories)' -d 'The ledger\\'s folder.'"))
  }

  @Test func fishAsksForTheCommandTyped() {
    let fish = ledger.completions(for: .fish)
    #expect(
      fish.contains("complete -c ledger -n '__ledger_at \\' entry\\'' -a 'show' -d 'Shows an entry.'\n"))
    #expect(fish.contains("complete -c ledger -n '__ledger_at \\' import\\'' -F\n"))
    #expect(
      fish.contains(
        "complete -c ledger -n '__ledger_at \\' export\\'' -s f -l format -r -a 'csv json xml' -d 'The form.'\n"
      ))
  }
}
