import Arguments
import Testing

@Suite struct GrammarTests {
  struct Row: CustomTestStringConvertible {
    let line: String
    var path: [String] = []
    var check: @Sendable (Invocation) -> Bool = { _ in true }
    var testDescription: String { line }
  }

  static let accepted: [Row] = [
    Row(line: "import a", path: ["import"]) { $0.values("BOOK") == ["a"] && $0.required("BOOK") == "a" },
    Row(line: "import a b c", path: ["import"]) { $0.values("BOOK") == ["a", "b", "c"] },
    Row(line: "import a --dry-run", path: ["import"]) { $0.flag("dry-run") && !$0.flag("json") },
    Row(line: "import -n a", path: ["import"]) { $0.flag("dry-run") },
    Row(line: "import --dry-run -n a", path: ["import"]) { $0.flag("dry-run") },
    Row(line: "import --shelf s a", path: ["import"]) { $0.value("shelf") == "s" },
    Row(line: "import --shelf=s a", path: ["import"]) { $0.value("shelf") == "s" },
    Row(line: "import --shelf= a", path: ["import"]) { $0.value("shelf") == "" },
    Row(line: "import --shelf=a=b a", path: ["import"]) { $0.value("shelf") == "a=b" },
    Row(line: "import --shelf=--json a", path: ["import"]) {
      $0.value("shelf") == "--json" && !$0.flag("json")
    },
    Row(line: "import --shelf - a", path: ["import"]) { $0.value("shelf") == "-" },
    Row(line: "import --shelf -5 a", path: ["import"]) { $0.value("shelf") == "-5" },
    Row(line: "import --tag x a --tag y", path: ["import"]) { $0.values("tag") == ["x", "y"] },
    Row(line: "import a", path: ["import"]) { $0.value("shelf") == nil && $0.values("tag") == [] },
    Row(line: "import -", path: ["import"]) { $0.values("BOOK") == ["-"] },
    Row(line: "import -- --dry-run -n", path: ["import"]) {
      $0.values("BOOK") == ["--dry-run", "-n"] && !$0.flag("dry-run")
    },
    Row(line: "import a -- --", path: ["import"]) { $0.values("BOOK") == ["a", "--"] },
    Row(line: "import -- --help", path: ["import"]) { $0.values("BOOK") == ["--help"] },
    Row(line: "import help", path: ["import"]) { $0.values("BOOK") == ["help"] },
    Row(line: "import -1", path: ["import"]) { $0.values("BOOK") == ["-1"] },
    Row(line: "--data d import a", path: ["import"]) { $0.value("data") == "d" },
    Row(line: "import a --data d", path: ["import"]) { $0.value("data") == "d" },
    Row(line: "--json entry --data=d show x", path: ["entry", "show"]) {
      $0.flag("json") && $0.value("data") == "d" && $0.required("CODE") == "x"
    },
    Row(line: "entry list", path: ["entry", "list"]) { $0.value("PAGE") == nil },
    Row(line: "entry list 2", path: ["entry", "list"]) { $0.value("PAGE") == "2" },
    Row(line: "entry count", path: ["entry", "count"]) { $0.values("WORD") == [] },
    Row(line: "export --format csv", path: ["export"]) { $0.required("format") == "csv" },
    Row(line: "export -f xml", path: ["export"]) { $0.required("format") == "xml" },
    Row(line: "secret", path: ["secret"]),
  ]

  static func words(_ line: String) -> [String] { line.split(separator: " ").map(String.init) }

  @Test(arguments: accepted) func understands(_ row: Row) throws {
    guard case .invocation(let invocation) = try ledger.parse(Self.words(row.line)) else {
      Issue.record("help was understood")
      return
    }
    #expect(invocation.path == row.path)
    #expect(row.check(invocation))
  }

  static let refused: [(String, [String], UsageError.Problem)] = [
    ("", [], .missingCommand(choices: ["import", "entry", "export"])),
    ("entry", ["entry"], .missingCommand(choices: ["show", "list", "count"])),
    ("--json", [], .missingCommand(choices: ["import", "entry", "export"])),
    ("imprt a", [], .unknownCommand("imprt", suggestion: "import")),
    ("improt a", [], .unknownCommand("improt", suggestion: "import")),
    ("exp", [], .unknownCommand("exp", suggestion: "export")),
    ("e", [], .unknownCommand("e", suggestion: nil)),
    ("secre", [], .unknownCommand("secre", suggestion: nil)),
    ("zzzzzz", [], .unknownCommand("zzzzzz", suggestion: nil)),
    ("entry shwo x", ["entry"], .unknownCommand("shwo", suggestion: "show")),
    ("help nothing", [], .unknownCommand("nothing", suggestion: nil)),
    ("help entry shwo", ["entry"], .unknownCommand("shwo", suggestion: "show")),
    ("help entry show x", ["entry", "show"], .surplusArgument("x")),
    ("entry help", ["entry"], .unknownCommand("help", suggestion: nil)),
    ("import --dryrun a", ["import"], .unknownOption("--dryrun", suggestion: "--dry-run")),
    ("import --jsno a", ["import"], .unknownOption("--jsno", suggestion: "--json")),
    ("import --unlike=x a", ["import"], .unknownOption("--unlike", suggestion: nil)),
    ("import -x a", ["import"], .unknownOption("-x", suggestion: nil)),
    ("--dry-run import a", [], .unknownOption("--dry-run", suggestion: nil)),
    ("import --JSON a", ["import"], .unknownOption("--JSON", suggestion: nil)),
    ("import a --shelf", ["import"], .missingValue(option: "shelf", valueName: "DIR")),
    ("import --shelf --json a", ["import"], .missingValue(option: "shelf", valueName: "DIR")),
    ("import --shelf -- a", ["import"], .missingValue(option: "shelf", valueName: "DIR")),
    ("import --dry-run=yes a", ["import"], .unexpectedValue(option: "dry-run")),
    ("import --shelf a --shelf b c", ["import"], .repeatedOption("shelf")),
    ("--data a import --data a c", ["import"], .repeatedOption("data")),
    ("import", ["import"], .missingArgument("BOOK")),
    ("entry show", ["entry", "show"], .missingArgument("CODE")),
    ("entry show a b", ["entry", "show"], .surplusArgument("b")),
    ("entry list 1 2", ["entry", "list"], .surplusArgument("2")),
    ("export", ["export"], .missingOption("format", valueName: "FORMAT")),
    (
      "export --format jsn", ["export"],
      .wrongChoice(name: "--format", value: "jsn", choices: ["csv", "json", "xml"], suggestion: "json")
    ),
    (
      "export --format=", ["export"],
      .wrongChoice(name: "--format", value: "", choices: ["csv", "json", "xml"], suggestion: nil)
    ),
    ("export --format csv x", ["export"], .surplusArgument("x")),
  ]

  @Test(arguments: refused) func refuses(_ line: String, _ path: [String], _ problem: UsageError.Problem) {
    let error = #expect(throws: UsageError.self) { try ledger.parse(Self.words(line)) }
    #expect(error == UsageError(problem, program: "ledger", path: path))
  }

  @Test func lookAlikesAreNotTheSame() {
    // U+212A, the Kelvin sign, equals a capital K for ==.
    let grammar = Grammar(program: Command("p", summary: "P.", subcommands: [Command("K", summary: "K.")]))
    #expect(throws: UsageError.self) { try grammar.parse(["\u{212A}"]) }
  }

  @Test func equalsSignWithACombiningMarkStillDivides() throws {
    guard case .invocation(let found) = try ledger.parse(["import", "--shelf=\u{301}x", "a"]) else { return }
    #expect(found.value("shelf").map { Array($0.utf8) } == Array("\u{301}x".utf8))
  }

  static let help: [(String, [String])] = [
    ("help", []), ("--help", []), ("-h", []), ("help import", ["import"]),
    ("help entry show", ["entry", "show"]), ("import --help", ["import"]), ("import a b -h", ["import"]),
    ("--help import", ["import"]), ("entry --help show", ["entry", "show"]), ("entry --help", ["entry"]),
    ("--data d import --help", ["import"]), ("entry show x --help", ["entry", "show"]),
    ("help --json import", ["import"]), ("export --help", ["export"]),
  ]

  @Test(arguments: help) func callsForHelp(_ line: String, _ path: [String]) throws {
    guard case .help(let found) = try ledger.parse(Self.words(line)) else {
      Issue.record("no help was understood")
      return
    }
    #expect(found == path)
  }

  static let numbers: [(String, Int?)] = [
    ("0", 0), ("7", 7), ("007", 7), ("-3", -3), ("9223372036854775807", .max), ("-9223372036854775808", .min),
    ("9223372036854775808", nil), ("-9223372036854775809", nil), ("", nil), ("-", nil), ("-0", nil),
    ("+12", nil), ("0x1", nil), ("1_000", nil), ("1,000", nil), ("1.0", nil), ("1e3", nil), (" 1", nil),
    ("1 ", nil), ("\u{661}\u{662}", nil), ("\u{FF11}", nil), ("1\u{301}", nil), ("nan", nil), ("--1", nil),
  ]

  @Test(arguments: numbers) func readsWholeNumbers(_ text: String, _ expected: Int?) {
    #expect(wholeNumber(text) == expected)
  }

  @Test(arguments: [("1", 1), ("10", 10), ("0", nil), ("11", nil), ("+5", nil)] as [(String, Int?)])
  func holdsNumbersToTheirRange(_ text: String, _ expected: Int?) throws {
    guard case .invocation(let export) = try ledger.parse(["export", "-f", "csv", "--limit=\(text)"]) else {
      return
    }
    if let expected {
      #expect(try export.number("limit", in: 1...10) == expected)
    } else {
      let error = #expect(throws: UsageError.self) { try export.number("limit", in: 1...10) }
      #expect(
        error?.problem
          == .unfitValue(name: "--limit", value: text, expectation: "a whole number from 1 to 10"))
    }
  }

  @Test func aNumberNotGivenIsNil() throws {
    guard case .invocation(let export) = try ledger.parse(["export", "-f", "csv"]) else { return }
    #expect(try export.number("limit", in: 1...10) == nil)
  }

  @Test func findsMistakesInAGrammar() {
    #expect(ledger.mistakes() == [])
    let bad = Grammar(
      program: Command(
        "p", summary: "P.",
        subcommands: [
          Command(
            "a", summary: "no sentence",
            arguments: [
              Argument("X", .anyNumber, help: ""), Argument("Y", .optional, help: ""),
              Argument("Y", help: ""),
            ],
            options: [.flag("json", short: "x", help: ""), .flag("b", short: "x", help: "")]),
          Command("a", summary: "A."),
        ]), globalOptions: [.flag("json", help: "")])
    #expect(
      bad.mistakes() == [
        "p: a is declared twice.", "p a: --json is declared twice.", "p a: -x is declared twice.",
        "p a: Y is declared twice.", "p a: X may be repeated but is not the last.",
        "p a: Y is required after an optional argument.", "p a: the summary is no sentence.",
      ])
  }
}
