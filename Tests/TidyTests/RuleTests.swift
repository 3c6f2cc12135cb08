import Testing

/// Each rule can fail: fed a text that breaks it, it says so; fed one that keeps it, it is silent.
@Suite struct RuleTests {
  struct Sample: CustomTestStringConvertible {
    let name: String
    let rule: @Sendable (SwiftText) -> [Offence]
    var path = "Sources/Domain/People/Person.swift"
    let bad: String
    let good: String

    var testDescription: String { name }
  }

  static let manifest = PackageManifest(
    """
    let rooms: [Target] = [
      room("Values", in: "Domain"),  // values
      room("People", in: "Domain", ["Values"]),  // people
      room(
        "Operations", in: ".",
        [
          "People", "Values",
        ]),  // use cases
      room("SQLite", in: "Libraries", ["CSQLite"]),  // connections
    ]
    """)

  static let imports: @Sendable (SwiftText) -> [Offence] = { Imports.offences(in: $0, by: manifest) }

  @Test(arguments: [
    (["0001-a.md": "# 1. A", "0002-b.md": "# 2. B"], true),
    (["0001-a.md": "# 1. A", "0003-b.md": "# 3. B"], false),
    (["0001-a.md": "# 1. A", "0001-b.md": "# 1. B", "0002-c.md": "# 2. C"], false),
    (["0001-a.md": "# 2. A"], false), (["1-a.md": "# 1. A"], false),
  ])
  func decisionsAreNumbered(_ records: [String: String], _ isSound: Bool) {
    let offences = Decisions.offences(in: records.map { .init(path: "Sources/Decisions/" + $0, text: $1) })
    #expect(offences.isEmpty == isSound, "\(told(offences))")
  }

  static let samples = [
    Sample(
      name: "a room not granted", rule: imports, bad: "internal import SQLite", good: "public import Values"),
    Sample(
      name: "Foundation", rule: imports, bad: "import FoundationEssentials", good: "// import Foundation"),
    Sample(
      name: "Foundation by one type", rule: imports, path: "Sources/Operations/Enrol.swift",
      bad: "import struct Foundation.Date", good: "import struct Values.Day"),
    Sample(name: "Glibc in the domain", rule: imports, bad: "import Glibc", good: ""),
    Sample(
      name: "a C library outside its room", rule: imports, path: "Sources/Operations/Enrol.swift",
      bad: "private import CSQLite", good: "import People"),
    Sample(
      name: "a clock", rule: { Purity.clocks(in: $0) }, bad: "let now = ContinuousClock().now",
      good: "let now: Instant"),
    Sample(
      name: "chance", rule: { Purity.clocks(in: $0) }, bad: "let n = Int.random(in: 1...6)",
      good: "func random(_ n: Int) {}"),
    Sample(
      name: "the time of day", rule: { Purity.clocks(in: $0) }, bad: "let t = unsafe time(nil)",
      good: "let t = Interval(time: 3)"),
    Sample(
      name: "a query outside Storage", rule: { Purity.sql(in: $0) }, bad: #"run("SELECT id FROM person")"#,
      good: #"say("Select a person from the list")"#),
    Sample(
      name: "a change outside Storage", rule: { Purity.sql(in: $0) },
      bad: "\"\"\"\n  UPDATE person\n  SET name = 'x'\n \"\"\"", good: #""UPDATE on a SETTLEMENT""#),
    Sample(
      name: "a type named for nothing", rule: { Wording.names(in: $0) }, bad: "struct PersonManager {}",
      good: "struct Person { let manager: Person }"),
    Sample(name: "a trap", rule: { Wording.traps(in: $0) }, bad: "let x = try! f()", good: "let x = try f()"),
    Sample(name: "a forced cast", rule: { Wording.traps(in: $0) }, bad: "x as! Y", good: "x as? Y"),
    Sample(
      name: "an end", rule: { Wording.traps(in: $0) }, bad: #"fatalError("no")"#,
      good: #"refuse("fatalError(")"#),
    Sample(
      name: "a promise without its reason", rule: { Wording.promises(in: $0) },
      bad: "// why\n\n\n\n\n\n\nclass A: @unchecked Sendable {}",
      good: "// why\n\n\n\n\n\nclass A: @unchecked Sendable {}"),
    Sample(
      name: "shared state without its reason", rule: { Wording.promises(in: $0) },
      bad: "nonisolated(unsafe) var a = 1", good: "nonisolated(unsafe) var a = 1  // set once, before threads"
    ),
    Sample(
      name: "a command below the doors", rule: { Wording.doors(in: $0) },
      path: "Sources/Operations/Enrol.swift",
      bad: #"say("registrar session open")"#, good: #"say("the registrar’s seal")"#),
    Sample(
      name: "an option below the doors", rule: { Wording.doors(in: $0) },
      path: "Sources/Operations/Enrol.swift",
      bad: #"say("add --reason")"#, good: "let a = b - --c"),
    Sample(
      name: "an address at the terminal", rule: { Wording.doors(in: $0) },
      path: "Sources/Edges/CommandLine/Verbs/Enrol.swift", bad: #"say("POST /api/v1/enrolments")"#,
      good: #"say("registrar enrolment add --person PERSON")"#),
    Sample(
      name: "a command in a problem", rule: { Wording.doors(in: $0) },
      path: "Sources/Edges/HTTPEndpoint/Problems/Problem.swift", bad: #"say("registrar enrolment add")"#,
      good: #"say("POST /api/v1/enrolments")"#),
    Sample(
      name: "work left lying", rule: { Wording.leftovers(in: $0) }, bad: "// TO" + "DO: later",
      good: "let todo = 1  // what is to be done"),
    Sample(
      name: "a long file", rule: { Lengths.files(in: $0, over: 3) }, bad: "a\nb\nc\nd\n", good: "a\nb\nc\n"),
    Sample(
      name: "a long function", rule: { Lengths.functions(in: $0, over: 3) }, bad: "func f() {\n\n\n}",
      good: "func f() {\n\n}"),
  ]

  @Test(arguments: samples) func `a rule finds what breaks it, and nothing else`(_ sample: Sample) {
    #expect(sample.rule(SwiftText(sample.bad, path: sample.path)).count == 1)
    #expect(sample.rule(SwiftText(sample.good, path: sample.path)) == [])
  }

  @Test func `a file named for nothing is found`() {
    #expect(Wording.names(in: SwiftText("", path: "Sources/Domain/People/Utils.swift")).count == 1)
    #expect(Wording.names(in: SwiftText("", path: "Sources/Domain/People/Party.swift")).isEmpty)
  }

  // Put together here, so that this file does not hold them.
  private static let named = [
    "\"/wo\("rk")/x\"", "see /ho\("me")/officer/x", "\"/t\("mp")/x\"", "https://crates\(".io")/x",
  ]
  private static let unnamed = ["\"/api/work/x\"", "house/home/officer", "tmp/x", "crates of apples"]

  @Test(arguments: zip(named, unnamed))
  func `a machine's folder or a registry is found`(bad: String, good: String) {
    #expect(Places.offences(in: "line\n" + bad, path: "Sources/JSON/A.swift").map(\.line) == [2])
    #expect(Places.offences(in: good, path: "Sources/JSON/A.swift").isEmpty)
  }

  struct Granted: CustomTestStringConvertible {
    let name: String
    let source: String
    let words: String?

    var testDescription: String { name }
  }

  static let grants = [
    Granted(
      name: "Domain on a library",
      source: #"""
        room("SQLite", in: "Libraries"),  // connections
        room("People", in: "Domain", ["SQLite"]),  // people
        """#,
      words: "People: SQLite: Domain imports nothing of Libraries"),
    Granted(
      name: "an arrow that turns back",
      source: #"""
        room("Values", in: "Domain", ["People"]),  // values
        room("People", in: "Domain"),  // people
        """#,
      words: "Values: People: within Domain, People does not stand before Values"),
    Granted(
      name: "an edge on a store",
      source: #"""
        room("CommandLine", in: "Edges", ["SQLiteStore"]),  // a door
        room("SQLiteStore", in: "Storage"),  // records
        """#,
      words: "CommandLine: SQLiteStore: Edges imports nothing of Storage"),
    Granted(
      name: "one door on the other",
      source: #"""
        room("CommandLine", in: "Edges", ["HTTPEndpoint"]),  // a door
        room("HTTPEndpoint", in: "Edges"),  // a door
        """#,
      words: "CommandLine: HTTPEndpoint: within Edges, HTTPEndpoint does not stand before CommandLine"),
    Granted(
      name: "operations on files",
      source: #"""
        room("Operations", in: ".", ["Files"]),  // use cases
        room("Files", in: "Libraries"),  // files
        """#,
      words: "Operations: Files: of Libraries, Operations imports only Cryptography, JSON"),
    Granted(
      name: "a C library elsewhere", source: #"room("JSON", in: "Libraries", ["CSQLite"]),  // values"#,
      words: "JSON: only SQLite imports CSQLite"),
    Granted(
      name: "a room without a purpose", source: #"room("JSON", in: "Libraries"),"#,
      words: "JSON: say in one line what the room is for"),
    Granted(
      name: "a package from elsewhere", source: #"dependencies: [.package(url: "x", from: "1.0.0")]"#,
      words: "no packages from elsewhere"),
    Granted(
      name: "the right direction",
      source: #"""
        room("Values", in: "Domain"),  // values
        room("People", in: "Domain", ["Values"]),  // people
        """#,
      words: nil),
  ]

  @Test(arguments: grants) func `a manifest against the directions is found`(_ sample: Granted) {
    let offences = Imports.offences(in: PackageManifest(sample.source))
    #expect(offences.map(\.words) == (sample.words.map { [$0] } ?? []))
  }

  @Test func `a manifest's rooms are read over several lines`() {
    #expect(RuleTests.manifest.rooms.map(\.name) == ["Values", "People", "Operations", "SQLite"])
    #expect(RuleTests.manifest.room("Operations")?.dependencies == ["People", "Values"])
    #expect(RuleTests.manifest.room("Operations")?.purpose == "use cases")
  }
}
