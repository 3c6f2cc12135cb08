import Arguments
import Testing

@testable import CommandLine

struct HelpTests {
  @Test func theGrammarHoldsNoMistake() {
    #expect(Grammar.registrar.mistakes() == [])
  }

  @Test(arguments: [["help"], ["--help"], ["help", "session", "plan"], ["session", "plan", "--help"]])
  func helpIsDataAndNeedsNothing(words: [String]) throws {
    let desk = try Desk()
    let run = desk.run(words)
    #expect(run.status == 0)
    #expect(run.messages == "")
    #expect(run.output.contains("Examples:"))
    #expect(!desk.exists("registrar-data"))
  }

  /// "examples first in `--help`": each is a line that its own command understands.
  @Test func everyCommandHasExamples() throws {
    for entry in Entry.all {
      let verbs: [(path: [String], command: Command)] =
        switch entry {
        case .verb(let verb): [([verb.command.name], verb.command)]
        case .noun(let noun): noun.verbs.map { ([noun.name, $0.command.name], $0.command) }
        }
      for (path, command) in verbs where !command.isHidden {
        #expect(!command.examples.isEmpty, "\(path)")
        for example in command.examples {
          #expect(example.line.contains(path.joined(separator: " ")), "\(example.line)")
        }
      }
    }
  }

  @Test func theVersionIsTold() throws {
    let desk = try Desk()
    #expect(desk.run("--version").output == "registrar 0.1-test\n")
    #expect(desk.run("course", "list", "--version").output == "registrar 0.1-test\n")
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionsNameTheCommands(shell: String) throws {
    let run = try Desk().run("completions", shell)
    #expect(run.status == 0)
    #expect(run.output.contains("nomination"))
    #expect(run.output.contains("endorse"))
  }

  @Test(arguments: [
    ("help needs nothing", ["help"], "nothing"),
    ("what cannot be understood needs nothing", ["course", "lst"], "nothing"),
    ("a list reads", ["course", "list"], "reading /desk/registrar-data"),
    ("a change writes", ["catalogue", "add", "T", "--title", "T"], "writing /desk/registrar-data"),
    ("an import writes", ["import", "a.zip"], "writing /desk/registrar-data"),
    ("a dry run examines", ["import", "a.zip", "--dry-run"], "examining /desk/registrar-data"),
    ("the folder named", ["course", "list", "--data", "other"], "reading /desk/other"),
    ("the folder named by its full path", ["--data=/srv/r", "course", "list"], "reading /srv/r"),
    ("to serve", ["serve"], "serving"),
  ])
  func whatACommandNeedsIsKnownBeforehand(row: String, words: [String], expected: String) throws {
    let commandLine = try Desk().commandLine(at: "/desk")
    #expect(described(commandLine.need(of: words)) == expected)
  }

  @Test func theFolderOfTheEnvironmentHolds() throws {
    let desk = try Desk()
    desk.outside { $0.environment["REGISTRAR_DATA"] = "/srv/records" }
    #expect(described(desk.commandLine(at: "/desk").need(of: ["course", "list"])) == "reading /srv/records")
  }

  private func described(_ need: CommandLine.Need) -> String {
    switch need {
    case .nothing: "nothing"
    case .serving: "serving"
    case .records(let folder, let access): "\(access.rawValue) \(folder)"
    }
  }
}
