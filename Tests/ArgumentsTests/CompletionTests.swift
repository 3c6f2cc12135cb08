import Arguments
import Foundation
import Testing

@Suite struct CompletionTests {
  /// Runs a script in bash, or looks at its syntax only, and gives the exit status and what was printed.
  static func bash(_ script: String, syntaxOnly: Bool = false) throws -> (status: Int32, output: String) {
    try run("/bin/bash", (syntaxOnly ? ["-n"] : []) + ["-c", script])
  }

  static func isThere(_ path: String) -> Bool { FileManager.default.isExecutableFile(atPath: path) }

  static func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
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

  /// The ledger with a command of two places, and with another option that says where its records lie.
  static let shelved = Grammar(
    program: Command(
      "ledger", summary: ledger.program.summary,
      subcommands: ledger.program.subcommands + [
        Command(
          "move", summary: "Moves an entry.",
          arguments: [
            Argument("CODE", kind: .listed(by: ["words", "entry"]), help: "The entry's code."),
            Argument("SHELF", kind: .listed(by: ["words", "shelf"]), help: "Where to."),
          ], options: [.value("why", "TEXT", help: "Why.")])
      ]),
    globalOptions: ledger.globalOptions + [
      .value("settings", "FILE", kind: .file, help: "The ledger's settings.")
    ])

  static let offers: [([String], [String])] = [
    (["ledger", ""], ["import", "entry", "export", "move", "help"]),
    (["ledger", "e"], ["entry", "export"]),
    (["ledger", "entry", ""], ["show", "list", "count"]),
    (["ledger", "--data", "d", "entry", "s"], ["show"]),
    (["ledger", "import", "--d"], ["--dry-run", "--data"]),
    (["ledger", "entry", "show", "--"], ["--data", "--json", "--settings", "--help"]),
    (["ledger", "export", "--format", ""], ["csv", "json", "xml"]),
    (["ledger", "export", "-f", "x"], ["xml"]),
    (["ledger", "export", "--limit", ""], []),
    (["ledger", "secr"], []),
    (["ledger", "import", "/etc/hostnam"], ["/etc/hostname"]),
    (["ledger", "entry", "show", ""], ["E-1", "E-2", "F-1"]),
    (["ledger", "entry", "show", "E"], ["E-1", "E-2"]),
    (["ledger", "move", "E"], ["E-1", "E-2"]),
    (["ledger", "move", "E-1", ""], ["TOP", "MIDDLE"]),
    (["ledger", "move", "--why", "tidy", "E-1", "M"], ["MIDDLE"]),
    (["ledger", "move", "--why=tidy", "E-1", ""], ["TOP", "MIDDLE"]),
    (["ledger", "move", "E-1", "TOP", ""], []),
    (["ledger", "move", "--", "E-1", ""], ["TOP", "MIDDLE"]),
    (["ledger", "--data", "d", "entry", "show", ""], ["IN-D"]),
    (["ledger", "--data=d", "entry", "show", ""], ["IN-D"]),
    (["ledger", "entry", "show", "--settings", "s", "--data=d", ""], ["IN-BOTH"]),
    (["ledger", "--settings=s", "entry", "show", ""], ["IN-S"]),
    (["ledger", "import", "a.csv", "/etc/hostnam"], ["/etc/hostname"]),
  ]

  /// The program that the scripts ask for the words it knows.
  static let asked = """
    ledger() {
      case "$*" in
        "words entry") printf 'E-1\\tFirst\\nE-2\\tSecond of all\\nF-1\\n' ;;
        "words shelf") printf 'TOP\\nMIDDLE\\n' ;;
        "words entry --data=d") printf 'IN-D\\tFound in d\\n' ;;
        "words entry --settings=s") printf 'IN-S\\n' ;;
        "words entry --settings=s --data=d") printf 'IN-BOTH\\n' ;;
        *) return 2 ;;
      esac
    }
    """

  @Test(arguments: offers) func bashOffers(_ words: [String], _ expected: [String]) throws {
    #expect(try Self.offered(words) == expected)
  }

  /// bash parts words at "=", unless its user took that away.
  @Test(arguments: [
    (["ledger", "--data", "=", "d", "entry", "show", ""], true, ["IN-D"]),
    (["ledger", "export", "--format", "="], true, ["csv", "json", "xml"]),
    (["ledger", "export", "--format", "=", "j"], true, ["json"]),
    (["ledger", "export", "--format=j"], false, ["--format=json"]),
    (["ledger", "move", "--why", "a", "=", "b", "E-1", ""], true, ["TOP", "MIDDLE"]),
  ])
  func bashOffersBehindAnEqualsSign(_ words: [String], _ parts: Bool, _ expected: [String]) throws {
    #expect(try Self.offered(words, breaks: parts ? " =:" : " :") == expected)
  }

  static func offered(_ words: [String], breaks: String = " =:") throws -> [String] {
    let typed = words.map { "'\($0)'" }.joined(separator: " ")
    let script = """
      \(Self.asked)
      \(Self.shelved.completions(for: .bash))
      COMP_WORDBREAKS='\(breaks)'
      COMP_WORDS=(\(typed))
      COMP_CWORD=\(words.count - 1)
      _ledger_complete
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let (status, output) = try Self.bash(script)
    #expect(status == 0)
    return output.split(separator: "\n").map(String.init)
  }

  /// What zsh would be handed, with its own functions for that left out.
  @Test(.enabled(if: isThere("/usr/bin/zsh")), arguments: offers)
  func zshOffers(_ words: [String], _ expected: [String]) throws {
    let typed = words.map { "'\($0)'" }.joined(separator: " ")
    let script = """
      \(Self.asked)
      compdef() { : }
      compset() { current="${current#*=}" }
      compadd() { shift; print -rl -- "$@" }
      _files() { print -r -- /etc/hostname }
      _describe() { local row; for row in "${offered[@]}"; do print -r -- "${row%%:*}"; done }
      \(Self.shelved.completions(for: .zsh))
      words=(\(typed))
      CURRENT=\(words.count)
      _ledger
      """
    let (status, output) = try Self.run("/usr/bin/zsh", ["-f", "-c", script])
    #expect(status == 0)
    let last = words.last ?? ""
    let offered = output.split(separator: "\n").map(String.init).filter {
      $0.hasPrefix(last) || last.hasPrefix("/")
    }
    #expect(offered == expected, "\(output)")
  }

  @Test(
    .enabled(if: isThere("/usr/bin/fish")), arguments: offers.filter { !($0.0.last ?? "").hasPrefix("-") })
  func fishOffers(_ words: [String], _ expected: [String]) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("ledger-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let program = folder.appendingPathComponent("ledger")
    try "#!/bin/bash\n\(Self.asked)\nledger \"$@\"\n".write(to: program, atomically: false, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
    let script = """
      set -x PATH '\(folder.path)' $PATH
      cd '\(folder.path)'
      \(Self.shelved.completions(for: .fish))
      complete -C '\(words.joined(separator: " "))'
      """
    let (_, output) = try Self.run("/usr/bin/fish", ["--no-config", "-c", script])
    let offered = output.split(separator: "\n").map { String($0.prefix { $0 != "\t" }) }
    #expect(Set(offered) == Set(expected).subtracting(["help"]), "\(output)")
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
        "-l data -x -a '(__fish_complete_directories)' -d 'The ledger\\'s folder.'"))
  }

  @Test func fishAsksForTheCommandTyped() {
    let fish = ledger.completions(for: .fish)
    #expect(
      fish.contains("complete -c ledger -n '__ledger_at \\' entry\\' 0 0' -a 'show' -d 'Shows an entry.'\n"))
    #expect(fish.contains("complete -c ledger -n '__ledger_at \\' import\\' 0 9999' -F\n"))
    #expect(
      fish.contains(
        "complete -c ledger -n '__ledger_at \\' export\\'' -s f -l format -x -a 'csv json xml' -d 'The form.'\n"
      ))
  }
}
