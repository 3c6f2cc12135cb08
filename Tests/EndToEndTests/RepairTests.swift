import Cryptography
import Files
import JSON
import ProgramDriver
import SQLite
import Testing

/// `registrar check --repair` mends what is worked out from records, and touches no record; beside a running server and
/// without one.
@Suite struct RepairTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let damage: String
  }

  private static let ofA = "enrolment = (SELECT id FROM enrolment ORDER BY id LIMIT 1)"
  private static let progress = [
    Row(testDescription: "a score altered", damage: "UPDATE progress SET score_raw = '8' WHERE \(ofA)"),
    Row(testDescription: "all of it removed", damage: "DELETE FROM progress WHERE \(ofA)"),
    Row(
      testDescription: "an activity that nobody began",
      damage: """
        INSERT INTO progress (enrolment, activity, success)
        SELECT enrolment, 'urn:example:none', 'passed' FROM progress WHERE \(ofA)
        """),
    Row(
      testDescription: "a word that there is not",
      damage: "UPDATE progress SET success = 'nonsense' WHERE \(ofA)"),
  ]

  /// What the records say, as the commands show it.
  private func shown(_ program: Program, _ scene: CheckedScene) throws -> [String] {
    let commands = [
      ["enrolment", "show", scene.kept.filling("$enrolmentA")], ["enrolment", "list"],
      ["certificate", "list"],
      ["session", "show", "S-1"], ["nomination", "list"],
      ["result", "list", scene.kept.filling("$enrolmentA")],
    ]
    return try commands.map { words in
      let answer = try program.run(words + ["--json"])
      #expect(answer.status == 0, "\(words): \(answer.messages)")
      return answer.text
    }
  }

  private func history(_ program: Program) throws -> [String] {
    try program.succeed("history", "--json").text.split(separator: "\n").map(String.init)
  }

  private func told(_ answer: Program.Answer, _ member: String) throws -> [String] {
    try answer.json.list(member).map { "\(try $0.text("kind")): \(try $0.text("message"))" }
  }

  /// Carries out a body while a server runs on the folder, or while none does.
  private func beside<Answer>(
    _ isServed: Bool, _ program: Program, _ body: () throws -> Answer
  ) throws -> Answer {
    guard isServed else { return try body() }
    let server = try RunningServer(program)
    let answer = try body()
    #expect(try server.stop() == .exit(0))
    return answer
  }

  @Test(arguments: [false, true])
  func progressIsDerivedAgain(_ isServed: Bool) throws {
    try inEmptyFolder { program, folder in
      let scene = try CheckedScene(program, folder)
      let (sound, before) = (try shown(program, scene), try history(program))
      for row in RepairTests.progress {
        try scene.damage(row.damage)
        #expect(try program.run(["check"]).status == 1, "\(row.testDescription)")
        try beside(isServed, program) {
          let repair = try program.run(["check", "--repair", "--json"])
          #expect(repair.status == 0, "\(row.testDescription): \(repair.messages)\(repair.text)")
          let sentence = "progress: the progress of enrolment $enrolmentA was derived again from its records"
          #expect(try told(repair, "repaired") == [scene.kept.filling(sentence)])
          #expect(try repair.json["sound"]?.boolean == true)
          #expect(try program.run(["check"]).status == 0)
          let again = try program.run(["check", "--repair"])
          #expect(again.status == 0 && again.text.hasSuffix("all sound.\n"), "\(again.text)")
        }
        #expect(try shown(program, scene) == sound, "\(row.testDescription)")
        let after = try history(program)
        #expect(Array(after.prefix(before.count)) == before)
        #expect(after.count == before.count + 1, "one entry, and the second repair leaves none")
        #expect(after.last?.contains(#""action":"progress derive""#) == true, "\(after.last ?? "")")
        try scene.restore()
      }
    }
  }

  /// What is a record stays as it is: it is named as before, and nothing is written.
  @Test func recordsAreNeverTouched() throws {
    try inEmptyFolder { program, folder in
      let scene = try CheckedScene(program, folder)
      for row in CheckTests.rows where !row.fault.hasPrefix("progress: ") {
        try scene.damage(row.damage)
        let before = try history(program)
        let repair = try program.run(["check", "--repair", "--json"])
        #expect(repair.status == 1, "\(row.testDescription): \(repair.messages)\(repair.text)")
        let faults = try told(repair, "faults")
        #expect(faults.contains(scene.kept.filling(row.fault)), "\(row.testDescription)")
        #expect(repair.messages.contains("Nothing is repaired"), "\(repair.messages)")
        #expect(try told(repair, "repaired").isEmpty, "\(row.testDescription)")
        #expect(try history(program) == before, "\(row.testDescription)")
        try scene.restore()
      }
    }
  }

  /// Progress that would follow from an altered result is not derived, and the file of a removed one is not.
  @Test func nothingIsWorkedOutFromRecordsThatWereAltered() throws {
    try inEmptyFolder { program, folder in
      let scene = try CheckedScene(program, folder)
      let (before, kept) = (try history(program), try files(program))
      try scene.damage(
        "UPDATE assessment_result SET score_raw = '8' WHERE \(RepairTests.ofA); DELETE FROM package_file")
      let repair = try program.run(["check", "--repair", "--json"])
      #expect(repair.status == 1)
      #expect(try told(repair, "repaired").isEmpty)
      #expect(repair.messages.contains("records are not what was recorded"), "\(repair.messages)")
      let misleading = "progress: the progress of enrolment $enrolmentA is not what its records say"
      #expect(try told(repair, "faults").contains(scene.kept.filling(misleading)))
      #expect(try history(program) == before)
      #expect(try files(program) == kept)
    }
  }

  /// What is written to a database that is at fault may be lost.
  @Test func nothingIsRepairedInADatabaseThatIsAtFault() throws {
    try inEmptyFolder { program, folder in
      let scene = try CheckedScene(program, folder)
      try scene.damage("DELETE FROM progress WHERE \(RepairTests.ofA)")
      let before = try history(program)
      try alterAnIndex(of: "\(program.data)/records.sqlite", holding: "member-a")
      let repair = try program.run(["check", "--repair", "--json"])
      #expect(repair.status == 1, "\(repair.messages)\(repair.text)")
      #expect(repair.messages.contains("Nothing is repaired"), "\(repair.messages)")
      let faults = try told(repair, "faults")
      #expect(faults.first?.hasPrefix("database: ") == true, "\(faults)")
      let misleading = "progress: the progress of enrolment $enrolmentA is not what its records say"
      #expect(faults.contains(scene.kept.filling(misleading)), "\(faults)")
      #expect(try told(repair, "repaired").isEmpty)
      #expect(try history(program) == before)
    }
  }

  /// Alters a text in a leaf of an index, so that it is no longer what its table has.
  private func alterAnIndex(of database: String, holding text: String) throws {
    var octets = try File.read(database, limit: 1 << 24)
    let place = try #require(
      octets.indices.last {
        octets[$0...].prefix(text.utf8.count).elementsEqual(text.utf8) && octets[$0 / 4096 * 4096] == 0x0A
      })
    octets[place] ^= 0x04
    try File.replace(database, with: octets)
  }

  /// Files that no record names: one that was left, one of a change that was never ended; and one that is nobody's.
  @Test(arguments: [false, true])
  func filesThatNoRecordNamesAreRemoved(_ isServed: Bool) throws {
    try inEmptyFolder { program, folder in
      let package = try folder.write("course.zip", Package.cmi5().zip)
      try program.succeed("import", package, "--code", "ORIGIN")
      let named = try files(program)
      let left = try SHA256.digest(of: Array("left".utf8)).hexadecimal
      try beside(isServed, program) {
        let path = "data/objects/\(left.prefix(2))/\(left.dropFirst(2))"
        try folder.write(path, Array("left".utf8))
        try folder.write("data/objects/letter.txt", Array("a letter".utf8))
        let check = try program.run(["check", "--json"])
        #expect(check.status == 0, "it is sound: \(check.text)")
        let warnings = [
          "file: the file \(left) is kept, and no record names it",
          "file: objects/letter.txt lies among the files, and is none of them",
        ]
        #expect(try told(check, "warnings") == warnings)
        let repair = try program.run(["check", "--repair"])
        #expect(repair.status == 0, "\(repair.messages)\(repair.text)")
        #expect(
          repair.text.hasPrefix("repaired: file: the file \(left), which no record named, was removed\n"))
        #expect(try files(program) == named.union(["letter.txt"]))
        #expect(try told(program.run(["check", "--json"]), "warnings") == [warnings[1]])
      }
    }
  }

  /// As a process leaves it that was killed: the note of a change that was never ended lies beside.
  @Test func whatAKilledProcessLeftIsFoundAndToldWhenItGoes() throws {
    try inEmptyFolder { program, folder in
      try program.succeed("catalogue", "add", "TTT", "--title", "T")
      let left = try SHA256.digest(of: Array("left".utf8)).hexadecimal
      try folder.write("data/objects/\(left.prefix(2))/\(left.dropFirst(2))", Array("left".utf8))
      try folder.write("data/incoming/keeping-1", [])
      let check = try program.run(["check"])
      #expect(check.status == 0)
      #expect(check.text.contains("warning: file: the file \(left) is kept"), "\(check.text)")
      #expect(try files(program).count == 1, "looking removes nothing")
      let repair = try program.run(["check", "--repair"])
      #expect(repair.text.hasPrefix("repaired: file: the file \(left),"), "\(repair.text)")
      #expect(try files(program).isEmpty)
    }
  }

  private func files(_ program: Program) throws -> Set<String> {
    Set(
      try FolderTree("\(program.data)/objects").entries(limit: 1000).filter { $0.kind == .file }.map(\.name))
  }

  @Test(arguments: [false, true])
  func jobsThatNobodyCarriesOutAreInterrupted(_ isServed: Bool) throws {
    try inEmptyFolder { program, _ in
      _ = try Key.create(program)
      try beside(isServed, program) {
        do {
          let database = "\(program.data)/records.sqlite"
          try Connection.openWriter(at: database, creatingIfMissing: false).run(
            script: """
              INSERT INTO job (id, owner, task, state, taken_at, started_at)
              SELECT x'0197f000000070008000000000000001', id, 'POST /api/v1/imports', 'working', created_at, created_at
              FROM access_key LIMIT 1
              """)
        }
        // A server's readers keep what they see until it commits something itself.
        _ = try Key.create(program)
        let job = "0197f000-0000-7000-8000-000000000001"
        let check = try program.run(["check", "--json"])
        #expect(check.status == 0)
        #expect(
          try told(check, "warnings") == ["job: job \(job) is working, and nobody carries it out"],
          "\(check.text)")
        let repair = try program.run(["check", "--repair"])
        #expect(repair.status == 0, "\(repair.messages)\(repair.text)")
        #expect(
          repair.text.hasPrefix("repaired: job: job \(job) was working, and is interrupted\n"),
          "\(repair.text)")
        #expect(try program.succeed("job", "show", job, "--json").json.text("state") == "interrupted")
        #expect(try program.run(["check"]).text.hasSuffix("all sound.\n"))
      }
    }
  }

  @Test func nothingIsMadeWhereThereAreNoRecords() throws {
    try inEmptyFolder { program, _ in
      let answer = try program.run(["check", "--repair"])
      #expect(answer.status == 4, "\(answer.messages)")
      #expect(try FileStatus.ifPresent(at: program.data) == nil)
    }
  }
}
