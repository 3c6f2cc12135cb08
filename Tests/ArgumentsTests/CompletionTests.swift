import Arguments
import Foundation
import Testing

@Suite struct CompletionTests {
  /// Runs bash and gives its exit status and what it printed.
  static func bash(_ arguments: [String], input: String) throws -> (status: Int32, output: String) {
    let place = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try Data(input.utf8).write(to: place)
    defer { try? FileManager.default.removeItem(at: place) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = arguments + [place.path]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  @Test func bashTakesItsScript() throws {
    let (status, output) = try Self.bash(["-n"], input: ledger.completions(for: .bash))
    #expect(status == 0, "\(output)")
  }

  @Test func bashTakesAProgramWithoutCommands() throws {
    let alone = Grammar(program: Command("alone", summary: "Stands alone."))
    let (status, output) = try Self.bash(["-n"], input: alone.completions(for: .bash))
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
  ]

  @Test(arguments: offers) func bashOffers(_ words: [String], _ expected: [String]) throws {
    let typed = words.map { "'\($0)'" }.joined(separator: " ")
    let script = """
      \(ledger.completions(for: .bash))
      COMP_WORDS=(\(typed))
      COMP_CWORD=\(words.count - 1)
      _ledger_complete
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let (status, output) = try Self.bash([], input: script)
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
