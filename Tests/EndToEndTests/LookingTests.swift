import Files
import Foundation
import JSON
import ProgramDriver
import Testing

/// A command that looks at records creates and changes nothing, unless the records cannot be read without it.
@Suite struct LookingTests {
  @Test(arguments: [
    "check", "organisation list", "history",
    "report certification --audience directorate --from 2026-01-01 --to 2026-12-31",
  ])
  func theFolderStaysAsItWas(line: String) throws {
    try inEmptyFolder { program, _ in
      try addDonor(program)
      let (names, database) = try (names(program), records(program))
      #expect(try program.run(line.split(separator: " ").map(String.init)).status == 0)
      #expect(try records(program) == database)
      #expect(try self.names(program) == names)
    }
  }

  @Test func whatAKilledServerLeftIsRead() throws {
    try inEmptyFolder { program, _ in
      let server = try RunningServer(program)
      try addDonor(program)
      try server.killAtOnce()
      let log = try File.read(program.data + "/records.sqlite-wal", limit: 1 << 24)
      #expect(!log.isEmpty)
      #expect(try program.run(["check"]).status == 0)
      #expect(try program.succeed("organisation", "list", "--json").json.list("items").count == 1)
      #expect(try File.read(program.data + "/records.sqlite-wal", limit: 1 << 24) == log)
    }
  }

  @Test func aLostLogIsTold() throws {
    try inEmptyFolder { program, _ in
      let server = try RunningServer(program)
      try addDonor(program)
      try server.killAtOnce()
      try File.remove(program.data + "/records.sqlite-wal")
      for _ in 1...2 {
        let check = try program.run(["check"])
        #expect(check.status == 7)
        #expect(check.messages.contains("its log"), "\(check.messages)")
      }
    }
  }

  /// "Migrations are numbered files": a folder that an earlier program left is brought up to date by whatever is asked.
  @Test func recordsOfAnEarlierSchemaAreBroughtUpToDate() throws {
    try inEmptyFolder { program, folder in
      let all = try FileManager.default.contentsOfDirectory(atPath: "\(packageRoot)/Schemas/sql").sorted()
      for step in all.dropLast() {
        let sql = try File.read("\(packageRoot)/Schemas/sql/\(step)", limit: 1 << 20)
        try folder.write("earlier/Schemas/sql/\(step)", sql)
      }
      var earlier = program
      earlier.environment = ["REGISTRAR_HOME=\(folder("earlier"))"]
      try addDonor(earlier)
      #expect(try program.run(["check"]).status == 0)
      #expect(try program.succeed("organisation", "list", "--json").json.list("items").count == 1)
      #expect(try earlier.run(["check"]).status == 5, "the records are newer than that program")
    }
  }

  private func addDonor(_ program: Program) throws {
    try program.succeed("organisation", "add", "DONOR-A", "--kind", "donor", "--name", "Donor A")
  }

  private func records(_ program: Program) throws -> [UInt8] {
    try File.read(program.data + "/records.sqlite", limit: 1 << 24)
  }

  private func names(_ program: Program) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: program.data).sorted()
  }
}
