import Arguments
import Testing

@Suite struct WordsTests {
  static let errors: [([String], String)] = [
    (
      ["imprt"],
      "ledger has no command “imprt”.\nDid you mean import?\nSee: ledger --help"
    ),
    (["entry"], "ledger entry needs a command: show, list, count.\nSee: ledger entry --help"),
    (
      ["import", "--dryrun"],
      "ledger import has no option “--dryrun”.\nDid you mean --dry-run?\nSee: ledger import --help"
    ),
    (["import", "--shelf"], "--shelf needs a value: --shelf DIR.\nSee: ledger import --help"),
    (["import", "--json=1"], "--json takes no value.\nSee: ledger import --help"),
    (["entry", "show"], "CODE is missing.\nSee: ledger entry show --help"),
    (["entry", "show", "a", "b"], "“b” is one argument too many.\nSee: ledger entry show --help"),
    (["export"], "--format FORMAT is missing.\nSee: ledger export --help"),
    (
      ["export", "-f", "a", "-f", "b"],
      "--format cannot be “a”; it is one of: csv, json, xml.\nSee: ledger export --help"
    ),
    (["export", "-f", "csv", "-f", "csv"], "--format is given more than once.\nSee: ledger export --help"),
    (["\u{1B}[31m\u{202E}"], "ledger has no command “\\u{1b}[31m\\u{202e}”.\nSee: ledger --help"),
  ]

  @Test(arguments: errors) func errorsAreSentences(_ words: [String], _ text: String) {
    let error = #expect(throws: UsageError.self) { try ledger.parse(words) }
    #expect(error?.description == text)
  }

  @Test func helpOfACommand() {
    let expected = """
      Reads books.

      Examples:
        ledger import book.csv
            Reads one book.
        ledger import --dry-run *.csv
            Looks at books and changes nothing.

      Usage: ledger import BOOK… [OPTIONS]

      First paragraph.

      Second paragraph.

      Arguments:
        BOOK…  The books.

      Options:
        -n, --dry-run  Change nothing.
        --shelf DIR    Where books stand.
        --tag TAG      A mark to put on them. May be repeated.

      Options of every command:
        --data DIR  The ledger's folder.
        --json      Print JSON.
        -h, --help  Show this help.

      """
    #expect(ledger.help(on: ["import"]) == expected)
  }

  @Test func helpOfTheProgram() {
    let expected = """
      Keeps a ledger.

      Examples:
        ledger import book.csv
            Reads a book.

      Usage: ledger COMMAND

      Commands:
        import  Reads books.
        entry   Entries of the ledger.
        export  Writes the ledger.

      Options of every command:
        --data DIR  The ledger's folder.
        --json      Print JSON.
        -h, --help  Show this help.

      ledger COMMAND --help tells more about a command.

      """
    #expect(ledger.help(on: []) == expected)
  }

  @Test func helpOfChoices() throws {
    let help = try #require(ledger.help(on: ["export"]))
    #expect(help.contains("Usage: ledger export --format FORMAT [OPTIONS]\n"))
    #expect(help.contains("  -f, --format FORMAT  The form. One of: csv, json, xml. Required.\n"))
  }

  @Test func helpOfNothing() { #expect(ledger.help(on: ["import", "x"]) == nil) }

  @Test(arguments: [40, 60, 80]) func helpKeepsToTheWidth(_ width: Int) throws {
    let text = String(repeating: "word ", count: 60) + String(repeating: "é", count: 20)
    let grammar = Grammar(
      program: Command(
        "p", summary: text + ".", discussion: text,
        subcommands: [Command("a-rather-long-command-name", summary: text)]),
      globalOptions: [.value("a-rather-long-option", "VALUE", help: text)])
    let lines = try #require(grammar.help(on: [], width: width)).split(separator: "\n")
    #expect(lines.allSatisfy { $0.unicodeScalars.count <= width + 5 })
    #expect(lines.count { $0.unicodeScalars.count > width } <= 2)
  }
}
