import Archives
import Files
import JSON
import ProgramDriver
import Testing

/// `registrar backup` and `registrar restore`: the drill that an operator practises.
@Suite struct BackupTests {
  /// Generate, back up during writes, restore elsewhere, compare byte for byte, check.
  @Test func aBackupMadeDuringWritesIsRestoredElsewhere() throws {
    try inEmptyFolder { program, folder in
      try program.succeed("import", folder.write("course.zip", Package.cmi5().zip))
      try program.succeed("demo", "generate", "--members", "3", "--persons", "60")
      // The server signs meanwhile what was awarded, so that some of its history is behind the backup.
      let before = try program.succeed("history", "--json").text
      let server = try RunningServer(program)
      let key = try Key.create(program)
      let isOver = Flag()
      let (backup, port) = (folder("records.zip"), server.port)
      try onThreads(2) { thread in
        if thread == 0 {
          defer { isOver.raise() }
          try program.succeed("backup", backup)
        } else {
          let connection = try HTTPConnection(port: port, key: key)
          repeat {
            let answer = try connection.send(
              "POST", "/xapi/statements", json: plainStatement(), [xapiVersion])
            guard answer.status == 200 else { throw DriverError("\(answer.status) \(answer.text)") }
          } while !isOver.isRaised
        }
      }
      #expect(try server.stop() == .exit(0))
      #expect(try FileStatus(at: backup).permissions == 0o600)
      let restored = try Program(data: folder("restored"))
      let told = try restored.succeed("restore", backup)
      #expect(told.messages.contains("What was recorded after it is not among them"))
      #expect(try restored.run(["check"]).status == 0)
      for question in Drill.questions {
        #expect(try restored.succeed(question).output == program.succeed(question).output, "\(question)")
      }
      let history = try restored.succeed("history", "--json").text
      #expect(history.hasPrefix(before), "the history goes on from the backup's")
      #expect(history.dropFirst(before.count).contains("backup restore"))
    }
  }

  /// What each command says comes next can be typed as it stands, with a folder in the place of `NEW-FOLDER`.
  @Test func whatComesNextCanBeTyped() throws {
    try inEmptyFolder { program, folder in
      try addDonor(program)
      try folder.write("my backups/.keep", [])
      let made = try program.succeed("backup", folder("my backups/b.zip"))
      let restored = try next(after: made, folder, program)
      #expect(restored.status == 0, "\(restored.messages)")
      let checked = try next(after: restored, folder, program)
      #expect(checked.status == 0, "\(checked.messages)")
    }
  }

  private func next(after answer: Program.Answer, _ folder: TemporaryFolder, _ program: Program) throws
    -> Program.Answer
  {
    let line = try #require(answer.messages.split(separator: "\n").last { $0.hasPrefix("Next: registrar ") })
    let command = line.dropFirst("Next: registrar ".count).replacing("NEW-FOLDER", with: "'\(folder("new"))'")
    return try program.run(program: ["/bin/sh", "-c", "'\(program.path)' \(command)"])
  }

  @Test func aBackupGoesIntoAFolderThatIsThere() throws {
    try inEmptyFolder { program, folder in
      try addDonor(program)
      let answer = try program.run(["backup", folder("nope/b.zip")])
      #expect(answer.status == 4)
      #expect(answer.messages.contains("there is no folder \(folder("nope"))"), "\(answer.messages)")
    }
  }

  /// `-` is no file: neither command makes one of that name.
  @Test func aStreamIsNoBackup() throws {
    try inEmptyFolder { program, folder in
      try addDonor(program)
      var here = program
      here.folder = folder("")
      for command in ["backup", "restore"] { #expect(try here.run([command, "-"]).status == 2) }
      #expect(try FileStatus.ifPresent(at: folder("-")) == nil)
    }
  }

  /// The standard tools read it: unzip tests it, sha256sum checks it.
  @Test func standardToolsOpenIt() throws {
    try inEmptyFolder { program, folder in
      try program.succeed("import", folder.write("course.zip", Package.cmi5().zip))
      try program.succeed("backup", folder("b.zip"))
      let archive = try ZipArchive(File.read(folder("b.zip"), limit: 1 << 24))
      let names = archive.entries.map(\.name)
      #expect(names.prefix(2) == ["backup.json", "records.sqlite"])
      #expect(names.last == "SHA256SUMS")
      #expect(names.count == 3 + 4, "a manifest, two lessons, and the zip that they came as")
      for entry in archive.entries {
        try folder.write("opened/" + entry.name, archive.read(entry))
      }
      let script = "cd '\(folder("opened"))' && sha256sum --check --quiet --strict SHA256SUMS"
      let answer = try program.run(program: ["/bin/sh", "-c", script])
      #expect(answer.status == 0, "\(answer.messages)")
    }
  }

  @Test func nothingIsOverwritten() throws {
    try inEmptyFolder { program, folder in
      try addDonor(program)
      try folder.write("b.zip", Array("mine".utf8))
      #expect(try program.run(["backup", folder("b.zip")]).status == 5)
      #expect(try File.read(folder("b.zip"), limit: 10) == Array("mine".utf8))
      try program.succeed("backup", folder("c.zip"))
      let again = try program.run(["restore", folder("c.zip")])
      #expect(again.status == 5)
      #expect(again.messages.contains("holds records already"), "\(again.messages)")
    }
  }

  @Test func aServedFolderIsNotRestoredInto() throws {
    try inEmptyFolder { program, folder in
      let server = try RunningServer(program)
      try program.succeed("backup", folder("b.zip"))
      #expect(try program.run(["restore", folder("b.zip")]).status == 5)
      #expect(try server.stop() == .exit(0))
    }
  }

  /// Row 74: "one flipped bit in … backup: detected and named". A bit in each stretch of the file.
  @Test func aFlippedBitAnywhereIsNamed() throws {
    try inEmptyFolder { program, folder in
      try program.succeed("import", folder.write("course.zip", Package.cmi5().zip))
      try program.succeed("backup", folder("b.zip"))
      let whole = try File.read(folder("b.zip"), limit: 1 << 24)
      let archive = try ZipArchive(whole)
      let restored = try Program(data: folder("restored"))
      var places = archive.entries.map { (place: $0.offset + 60 + $0.name.utf8.count, name: $0.name) }
      places += stride(from: whole.count - 800, to: whole.count, by: 7).map { ($0, "") }
      places += (0..<30).map { ($0, "") }
      for (place, name) in places {
        var damaged = whole
        damaged[place] ^= 1 << UInt8(place % 8)
        try folder.write("d.zip", damaged)
        let answer = try restored.run(["restore", folder("d.zip")])
        #expect(answer.status == 3, "byte \(place): \(answer.messages)")
        #expect(answer.messages.contains("nothing was restored"), "byte \(place): \(answer.messages)")
        #expect(answer.messages.contains(name), "byte \(place) of \(name): \(answer.messages)")
        #expect(try FileStatus.ifPresent(at: restored.data) == nil)
      }
    }
  }

  @Test(arguments: [0, 1, 100, 4096])
  func aFileCutShortIsRefused(bytes: Int) throws {
    try inEmptyFolder { program, folder in
      try addDonor(program)
      try program.succeed("backup", folder("b.zip"))
      let whole = try File.read(folder("b.zip"), limit: 1 << 24)
      try folder.write("d.zip", whole.prefix(bytes))
      try folder.write("e.zip", whole.dropLast(bytes + 1))
      let restored = try Program(data: folder("restored"))
      for name in ["d.zip", "e.zip"] {
        let answer = try restored.run(["restore", folder(name)])
        #expect(answer.status == 3, "\(answer.messages)")
        #expect(try FileStatus.ifPresent(at: restored.data) == nil)
      }
    }
  }

  /// Whoever makes a backup by hand can make its digests right: what is in it is looked at all the same.
  @Test(arguments: Forgery.all)
  func aForgedBackupIsRefused(forgery: Forgery) throws {
    try inEmptyFolder { program, folder in
      try program.succeed("import", folder.write("course.zip", Package.cmi5().zip))
      try program.succeed("backup", folder("b.zip"))
      let archive = try ZipArchive(File.read(folder("b.zip"), limit: 1 << 24))
      let members = try archive.entries.dropLast().map { ($0.name, try archive.read($0)) }
      try folder.write("f.zip", sealed(forgery.change(members)))
      let restored = try Program(data: folder("restored"))
      let answer = try restored.run(["restore", folder("f.zip")])
      #expect(answer.status == 3, "\(answer.messages)")
      #expect(answer.messages.contains(forgery.words), "\(answer.messages)")
      #expect(try FileStatus.ifPresent(at: restored.data) == nil, "nothing is left")
    }
  }

  /// Row 79: "rollback shown, serials never reused".
  @Test func noCertificateNumberIsGivenTwice() throws {
    try inEmptyFolder { program, folder in
      try program.succeed("demo", "generate", "--members", "2", "--persons", "30")
      try program.succeed("backup", folder("b.zip"))
      let restored = try Program(data: folder("restored"))
      let told = try restored.succeed("restore", folder("b.zip"), "--json")
      let series = try told.json["certificateSeries"]?.string ?? ""
      #expect(series.count == 8)
      let held = try restored.succeed("certificate", "list", "--limit", "1", "--json").json.list("items")
      let code = held.first?["code"]?.string ?? ""
      let made = try restored.succeed(
        "certificate", "replace", code, "--reason", "the name was misspelt", "--json"
      ).json
      let number = made["number"]?.string ?? made["certificate"]?["number"]?.string ?? ""
      #expect(number.contains("-\(series)-"), "\(String(decoding: made.raw, as: UTF8.self))")
      #expect(try restored.run(["check"]).status == 0, "the series is one that was begun")
    }
  }

  /// A restore that is killed leaves either no records, and says so, or all of them.
  @Test func aKilledRestoreIsWholeOrNothing() throws {
    try inEmptyFolder { program, folder in
      try program.succeed("import", folder.write("course.zip", Package.cmi5(1, lessons: 200).zip))
      try program.succeed("backup", folder("b.zip"))
      let restored = try Program(data: folder("restored"))
      var finished = 0
      for milliseconds in stride(from: 1, through: 120, by: 6) where finished < 3 {
        let process = try restored.start(["restore", folder("b.zip")])
        _ = usleepMilliseconds(milliseconds)
        process.send(signal: 9)
        _ = try process.wait(patienceSeconds: 10)
        let hasRecords = try FileStatus.ifPresent(at: restored.data + "/records.sqlite") != nil
        if hasRecords {
          finished += 1
          #expect(try restored.run(["check"]).status == 0)
          removeTree(restored.data)
        } else if try FileStatus.ifPresent(at: restored.data + "/restoring") != nil {
          let listed = try restored.run(["organisation", "add", "A", "--kind", "donor", "--name", "A"])
          #expect(listed.status == 7, "\(listed.messages)")
        }
      }
      if try FileStatus.ifPresent(at: restored.data + "/records.sqlite") == nil {
        try restored.succeed("restore", folder("b.zip"))
        #expect(try restored.run(["check"]).status == 0)
      }
    }
  }

  private func addDonor(_ program: Program) throws {
    try program.succeed("organisation", "add", "DONOR-A", "--kind", "donor", "--name", "Donor A")
  }
}

/// What is asked of the records and of their copy.
enum Drill {
  static let questions: [[String]] = [
    ["organisation", "list", "--json"], ["person", "list", "--json"], ["session", "list", "--json"],
    ["enrolment", "list", "--json"], ["certificate", "list", "--json"], ["course", "list", "--json"],
    ["key", "list", "--json"],
    [
      "report", "certification", "--audience", "directorate", "--from", "2024-01-01", "--to", "2026-06-30",
      "--cut-off", "2026-06-30T00:00:00Z",
    ],
  ]
}

extension Program {
  fileprivate func succeed(_ words: [String]) throws -> Answer {
    let answer = try run(words)
    guard answer.status == 0 else { throw DriverError("\(words): \(answer.status ?? -1) \(answer.messages)") }
    return answer
  }
}
