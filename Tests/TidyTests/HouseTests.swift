import Testing

/// Keeps the house: what README.md calls the map of the code and the invariants, as far as text can show it.
@Suite struct HouseTests {
  private let sources = Repository.sources

  private func gather(_ rule: (SwiftText) -> [Offence]) -> [Offence] { sources.flatMap(rule) }

  @Test func `the sources are found and can be read`() {
    #expect(sources.count > 100)
    #expect(Repository.manifest.rooms.count > 20)
    #expect(!sources.contains { $0.code.first == 0 })
  }

  @Test func `Package.swift grants no dependency against the directions, and says what every room is for`() {
    let offences = Imports.offences(in: Repository.manifest)
    #expect(offences.isEmpty, "\(told(offences))")
  }

  @Test func `files import what Package.swift grants their room, and of the toolchain what their layer may`()
  {
    let offences = gather { Imports.offences(in: $0, by: Repository.manifest) }
    #expect(offences.isEmpty, "\(told(offences))")
  }

  @Test func `SQL lives in Storage`() {
    let offences = gather(Purity.sql)
    #expect(offences.isEmpty, "\(told(offences))")
  }

  @Test func `Domain, Standards and Documents know no clock and no chance`() {
    let offences = gather(Purity.clocks)
    #expect(offences.isEmpty, "\(told(offences))")
  }

  @Test func `types and files are named for a subject`() {
    let offences = gather(Wording.names)
    #expect(offences.isEmpty, "\(told(offences))")
  }

  @Test func `nothing traps unseen`() {
    let offences = gather(Wording.traps)
    #expect(offences.isEmpty, "\(told(offences))")
  }

  @Test func `a promise to the compiler has its reason written beside it`() {
    let offences = gather(Wording.promises)
    #expect(offences.isEmpty, "\(told(offences))")
  }

  @Test func `below the doors nobody speaks as one of them, and neither speaks as the other`() {
    let offences = gather(Wording.doors)
    #expect(offences.isEmpty, "\(told(offences))")
  }

  @Test func `no work is left lying`() {
    let offences = gather(Wording.leftovers)
    #expect(offences.isEmpty, "\(told(offences))")
  }

  @Test func `nothing committed names a machine's folders or a package registry`() {
    let endings: Set = ["swift", "md", "xml", "html", "css", "js", "sql", "xsd", "json", "h", "modulemap"]
    let paths =
      ["Sources", "Tests", "Schemas", "Courses"].flatMap { Repository.paths(under: $0, endings: endings) }
      + ["Package.swift", "README.md", "Makefile", ".ci/run"]
    let offences = paths.flatMap { Places.offences(in: Repository.text(of: $0), path: $0) }
    #expect(offences.isEmpty, "\(told(offences))")
  }

  @Test func `decisions are numbered without a gap, each number once`() {
    let records = Repository.paths(under: "Sources/Decisions", endings: ["md"]).map {
      Decisions.Record(path: $0, text: Repository.text(of: $0))
    }
    #expect(records.count >= 16)
    let offences = Decisions.offences(in: records)
    #expect(offences.isEmpty, "\(told(offences))")
  }

  @Test func `every rule of a package format that is told has its test, and the test is there`() {
    let path = "Tests/PACKAGE-RULES.md"
    let known = Repository.paths(under: "Tests", endings: ["swift"]).flatMap { file in
      declaredTests(in: Repository.text(of: file), target: String(file.split(separator: "/")[1]))
    }
    let offences = HostileInputIndex(Repository.text(of: path), path: path)
      .offences(expecting: Array(1...20), among: Set(known))
    #expect(offences.isEmpty, "\(told(offences))")
  }

  @Test func `every hostile input that concerns what is built has its test, and the test is there`() {
    let path = "Tests/HOSTILE-INPUT.md"
    let known = Repository.paths(under: "Tests", endings: ["swift"]).flatMap { file in
      declaredTests(in: Repository.text(of: file), target: String(file.split(separator: "/")[1]))
    }
    #expect(known.count > 500)
    let offences = HostileInputIndex(Repository.text(of: path), path: path)
      .offences(
        expecting: Array(1...43) + [45, 47, 48, 51, 53] + Array(65...69) + Array(71...76) + [79],
        among: Set(known))
    #expect(offences.isEmpty, "\(told(offences))")
  }

  @Test func `no file and no function is beyond its bound; those worth a hard look are told`() {
    let offences = gather {
      Lengths.files(in: $0, over: Lengths.fileBound) + Lengths.functions(in: $0, over: Lengths.functionBound)
    }
    #expect(offences.isEmpty, "\(told(offences))")
    let outliers = gather {
      Lengths.files(in: $0, over: Lengths.fileLook) + Lengths.functions(in: $0, over: Lengths.functionLook)
    }
    if !outliers.isEmpty { print("Worth a hard look:\n\(told(outliers))") }
  }
}
