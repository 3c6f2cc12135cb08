import Files
import JSON
import ProgramDriver
import Testing

/// `-` is standard input where a file is read, and standard output where one is written; nothing is called `-`.
@Suite struct StreamTests {
  @Test(arguments: [false, true]) func aPackageComesOnStandardInput(isServed: Bool) throws {
    try inEmptyFolder { program, folder in
      let server = isServed ? try RunningServer(program) : nil
      let zip = try Package.cmi5().zip
      let looked = try program.succeed("import", "--dry-run", "-", "--json", input: zip)
      let made = try program.succeed("import", "-", "--code", "PIPED", "--json", input: zip)
      #expect(try looked.json["plan"]?["step"]?.string == "new-course")
      #expect(try made.json["accepted"]?.boolean == true)
      let again = try program.succeed("import", folder.write("course.zip", zip), "--json")
      #expect(try again.json["plan"]?["step"]?.string == "unchanged", "the same as from a file")
      _ = try server?.stop()
    }
  }

  @Test(arguments: [
    "report certification --audience directorate --from 2026-01-01 --to 2026-12-31 --cut-off 2026-06-01T00:00:00Z",
    "organisation export", "catalogue export TTT", "scheme export DEMO-CERT-1",
  ])
  func whatIsWrittenToAFileMayGoToStandardOutput(line: String) throws {
    try inEmptyFolder { program, folder in
      try program.succeed("demo", "generate", "--members", "2", "--persons", "10")
      try program.succeed("catalogue", "add", "TTT", "--title", "Train the Trainers")
      var here = program
      here.folder = folder("")
      let words = line.split(separator: " ").map(String.init)
      let plain = try here.run(words)
      let streamed = try here.run(words + ["--out", "-"])
      #expect(plain.status == 0 && !plain.output.isEmpty, "\(plain.messages)")
      #expect(streamed.output == plain.output)
      #expect(try FileStatus.ifPresent(at: folder("-")) == nil)
    }
  }
}
