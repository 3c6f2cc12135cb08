import Catalogue
import ContentPackaging
import Testing
import Values

@testable import AICC

private let course = """
  [Course]
  Course_ID = C-17
  Course_Title=Risk management
  Version=4.0
  Level=1
  [Course_Behavior]
  Max_Normal=99
  [Course_Description]
  What officers
  look for.
  """

private let files = [
  "risk.CRS": course,
  "risk.au": """
  "system_id","command_line","File_Name","core_vendor","type","max_score","mastery_score","system_vendor","max_time_allowed","time_limit_action","web_launch","au_password"
  "A1","","unit1/index.html","speed=3","lesson","100","80","Example","00:30:00","E,N","lang=en","hidden"
  "A2", "", "https://content.example.org/two.html","","","","","","","","",""
  "A3","","unit3.html","","","","","","","","",""
  """,
  "risk.des": """
  "System_ID","Developer_ID","Title","Description"
  "A1","d","Unit one","First, with ""quotes"", and
  a second line"
  "A2","d","Unit two",""
  "A3","d","Unit three",""
  "B1","d","Block one","Of two"
  "J1","d","Knows what risk is",""
  """,
  "risk.cst": """
  "block","member","member"
  "root","B1","A3"
  "B1","A1","A2"
  """,
  "risk.ort": "\"course_element\",\"member\"\r\n\"A1\",\"J1\"\r\n",
  "risk.pre": "\"structure_element\",\"prerequisite\"\n\"A2\",\"A1\"\n",
  "risk.cmp": "\"structure_element\",\"requirement\",\"result\"\n\"B1\",\"A1 & A2\",\"C\"\n",
  "unit1/index.html": "", "unit3.html": "",
]

private func read(
  _ files: [String: String], kind: PackageContents.Kind = .zip, limits: PackageLimits = .standard
) throws -> PackageReading {
  try readOctets(files.mapValues { Array($0.utf8) }, kind: kind, limits: limits)
}

private func readOctets(
  _ files: [String: [UInt8]], kind: PackageContents.Kind = .zip, limits: PackageLimits = .standard
) throws -> PackageReading {
  let entries = files.keys.sorted().map { PackageContents.Entry(name: $0, sizeBytes: 0) }
  let contents = PackageContents(kind: kind, entries: entries) { try #require(files[$0]) }
  switch try PackageRecognition.of(contents, limits: limits) {
  case .tables(let tables): return try AICCReader.read(tables)
  case .refused(let reading): return reading
  case .readable: fatalError("an AICC course has no manifest")
  }
}

@Suite struct AICCReaderTests {
  @Test func `a whole course`() throws {
    let reading = try read(files)
    #expect(reading.findings.map(\.code.identifier) == ["package.reference.external"])
    #expect(reading.isAccepted)
    #expect(reading.format == .readable(.aicc(.r4p0)))
    #expect(reading.title == "Risk management")
    #expect(reading.identifier == "C-17")
    let structure = try #require(reading.structure)
    #expect(structure.description.text() == "What officers look for.")
    #expect(structure.allActivities.map(\.key) == ["B1", "A1", "A2", "A3"])
    #expect(structure.activities.map { $0.title.text() } == ["Block one", "Unit three"])
    #expect(structure.objectives.map { $0.title.text() } == ["Knows what risk is"])
    #expect(structure.details.map(\.name) == ["course", "course_behavior"])
  }

  @Test func `a unit with everything`() throws {
    let block = try #require(read(files).structure?.activities.first)
    let one = try #require(block.children.first)
    #expect(one.description.text() == "First, with \"quotes\", and a second line")
    #expect(one.objectives == ["J1"])
    #expect(
      one.launch
        == Launch(
          target: .file(path: "unit1/index.html", suffix: "?lang=en"), moveOn: .passed,
          masteryScore: ExactDecimal("0.8"), launchParameters: "speed=3", entitlementKey: "hidden",
          activityType: "lesson", timeLimit: "00:30:00", timeLimitAction: "E,N"))
    #expect(!"\(one.details)".contains("hidden"))
    #expect(block.details.map { $0.attribute("requirement") } == ["A1 & A2"])
    #expect(block.children[1].prerequisites == "A1")
    #expect(block.children[1].launch?.target == .external(url: "https://content.example.org/two.html"))
    #expect(block.children[1].launch?.moveOn == .completedOrPassed)
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    var changed: [String: String] = [:]
    var removed: [String] = []
    let codes: [String]
    var isAccepted = true
    var testDescription: String { name }
  }

  private static let plain = [
    "c.crs": course, "c.au": "System_ID,File_Name\nA1,a.html\n", "c.des": "System_ID,Title\nA1,One\n",
    "c.cst": "Block,Member\nroot,A1\n", "a.html": "",
  ]

  static let rows: [Row] = [
    Row(name: "nothing to tell", codes: []),
    Row(name: "no descriptors", removed: ["c.des"], codes: ["aicc.file.missing"]),
    Row(name: "no structure", removed: ["c.cst"], codes: ["aicc.file.missing"]),
    Row(
      name: "two courses", changed: ["d.crs": course], codes: ["aicc.file.ambiguous"], isAccepted: false),
    Row(
      name: "no group of the course", changed: ["c.crs": "[Other]\nVersion=4.0"],
      codes: ["aicc.version", "aicc.course.unreadable"], isAccepted: false),
    Row(
      name: "a revision that is not known", changed: ["c.crs": course.replacing("4.0", with: "9.9")],
      codes: ["aicc.version"]),
    Row(
      name: "no column of the file", changed: ["c.au": "System_ID\nA1\n"],
      codes: ["aicc.table.column-missing", "aicc.structure.unknown-member"], isAccepted: false),
    Row(
      name: "a quotation mark that stays open", changed: ["c.des": "System_ID,Title\nA1,\"One\n"],
      codes: ["aicc.table.quote"], isAccepted: false),
    Row(
      name: "a unit twice", changed: ["c.au": "System_ID,File_Name\nA1,a.html\nA1,a.html\n"],
      codes: ["aicc.id.duplicate"]),
    Row(
      name: "a unit twice, in no block",
      changed: ["c.au": "System_ID,File_Name\nA1,a.html\nA2,a.html\nA2,a.html\n"],
      codes: ["aicc.id.duplicate", "aicc.unit.outside-structure", "aicc.unit.outside-structure"]),
    Row(
      name: "a unit in no block", changed: ["c.au": "System_ID,File_Name\nA1,a.html\nA2,a.html\n"],
      codes: ["aicc.unit.outside-structure"]),
    Row(
      name: "a member that is nothing", changed: ["c.cst": "Block,Member\nroot,A1,X9\n"],
      codes: ["aicc.structure.unknown-member"]),
    Row(
      name: "a block in itself", changed: ["c.cst": "Block,Member\nroot,A1,B1\nB1,B1\n"],
      codes: ["aicc.structure.cycle"], isAccepted: false),
    Row(
      name: "a unit that no browser opens", changed: ["c.au": "System_ID,File_Name\nA1,\n"],
      codes: ["aicc.nothing-to-launch", "aicc.unit.without-file"], isAccepted: false),
    Row(
      name: "a mastery score that is none",
      changed: ["c.au": "System_ID,File_Name,Mastery_Score\nA1,a.html,eighty\n"],
      codes: ["aicc.unit.mastery-score"], isAccepted: false),
    Row(
      name: "scores to twenty",
      changed: ["c.au": "System_ID,File_Name,Mastery_Score,Max_Score\nA1,a.html,12,20\n"],
      codes: ["aicc.unit.score-scale"]),
    Row(
      name: "scores to a word",
      changed: ["c.au": "System_ID,File_Name,Mastery_Score,Max_Score\nA1,a.html,12,twenty\n"],
      codes: ["aicc.unit.mastery-score"], isAccepted: false),
    Row(
      name: "scores to a word, and none to reach",
      changed: ["c.au": "System_ID,File_Name,Max_Score\nA1,a.html,twenty\n"], codes: []),
    Row(
      name: "a mastery score finer than can be kept",
      changed: ["c.au": "System_ID,File_Name,Mastery_Score\nA1,a.html,0.12345678901234567\n"],
      codes: ["aicc.unit.mastery-score"], isAccepted: false),
    Row(
      name: "a file that is not there", removed: ["a.html"], codes: ["package.launch-file.missing"],
      isAccepted: false),
    Row(
      name: "a script", changed: ["c.au": "System_ID,File_Name\nA1,javascript:alert(1)\n"],
      codes: ["package.reference.scheme"], isAccepted: false),
  ]

  @Test(arguments: rows) func `what is found`(row: Row) throws {
    let changed = Self.plain.merging(row.changed) { $1 }
    let reading = try read(changed.filter { !row.removed.contains($0.key) })
    #expect(reading.findings.map(\.code.identifier).sorted() == row.codes.sorted())
    #expect(reading.isAccepted == row.isAccepted)
  }

  @Test(arguments: [(3, true), (2, false)])
  func `blocks count as activities`(limit: Int, isAccepted: Bool) throws {
    let changed = ["c.cst": "Block,Member\nroot,B1\nB1,B2\nB2,A1\n"]
    let reading = try read(Self.plain.merging(changed) { $1 }, limits: PackageLimits(activities: limit))
    #expect(reading.isAccepted == isAccepted)
    #expect(reading.findings.map(\.code.identifier) == (isAccepted ? [] : ["package.limit"]))
  }

  @Test(
    "Tables up to their limits",
    arguments: [
      ("rows, with that of the headings and that of A1", "x\n", 99_998, true),
      ("one row more", "x\n", 99_999, false),
      ("fields, with two of the headings, two of A1 and that behind the last comma", ",", 999_995, true),
      ("one field more", ",", 999_996, false),
    ])
  func tables(name: String, text: String, count: Int, isAccepted: Bool) throws {
    let changed = ["c.des": "System_ID,Title\nA1,One\n" + String(repeating: text, count: count)]
    let reading = try read(Self.plain.merging(changed) { $1 })
    #expect(reading.isAccepted == isAccepted)
    #expect(reading.findings.map(\.code.identifier) == (isAccepted ? [] : ["package.limit"]))
  }

  @Test func `what a table says of units that share an identifier counts for each of them`() throws {
    let units = String(repeating: "A1,a.html\n", count: 50)
    let changed = [
      "c.au": "System_ID,File_Name\n" + units,
      "c.cmp": "Element,Requirement,Result\n" + String(repeating: "A1,x,C\n", count: 50),
    ]
    let reading = try read(Self.plain.merging(changed) { $1 }, limits: PackageLimits(detailElements: 2_000))
    #expect(reading.findings.filter { $0.severity == .error }.map(\.code.identifier) == ["package.limit"])
  }

  @Test func `a line of a megabyte of quoted fields is read in little time`() throws {
    let fields = String(repeating: "\"a\",", count: 250_000)
    let reading = try read(Self.plain.merging(["c.des": "System_ID,Title\nA1,One," + fields]) { $1 })
    #expect(reading.isAccepted)
  }

  @Test func `windows-1252 is read where a file is not UTF-8`() throws {
    var octets = Self.plain.mapValues { Array($0.utf8) }
    octets["c.des"] = Array("System_ID,Title\nA1,Caf".utf8) + [0xE9, 0x20, 0x80, 0x0A]
    let reading = try readOctets(octets)
    #expect(reading.findings.map(\.code.identifier) == ["aicc.encoding"])
    #expect(reading.structure?.activities.first?.title.text() == "Café €")
  }

  @Test func `a folder without its content is an outline`() throws {
    let reading = try read(Self.plain.filter { $0.key != "a.html" }, kind: .folder)
    #expect(reading.findings.map(\.code.identifier) == ["package.outline"])
    #expect(reading.isOutline)
  }

  @Test func `everything in one folder`() throws {
    let reading = try read(
      Dictionary(uniqueKeysWithValues: Self.plain.map { ("course/\($0.key)", $0.value) }))
    #expect(reading.findings.map(\.code.identifier) == ["package.manifest.in-folder"])
    #expect(reading.isAccepted)
  }

  @Test func `a table cut at any byte is read or refused, and never ends otherwise`() throws {
    for name in ["risk.CRS", "risk.au", "risk.des", "risk.cst"] {
      let whole = Array((files[name] ?? "").utf8)
      for length in 0...whole.count {
        var octets = files.mapValues { Array($0.utf8) }
        octets[name] = Array(whole[..<length])
        let reading = try readOctets(octets)
        #expect(reading.isAccepted || reading.findings.contains { $0.severity == .error })
      }
    }
  }
}
