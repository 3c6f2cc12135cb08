import Files
import Glibc
import JSON
import ProgramDriver
import Testing

/// A data folder that something happened to: what is lost or altered is named, and nothing new stands in its place.
@Suite struct DamagedFolderTests {
  private func database(of program: Program) -> String { "\(program.data)/records.sqlite" }

  /// A folder with one course, closed.
  private func inFolderWithACourse<Answer>(_ body: (Program, String) throws -> Answer) throws -> Answer {
    try inEmptyFolder { program, folder in
      let package = try folder.write("course.zip", Package.cmi5().zip)
      try program.succeed("import", package, "--code", "ORIGIN")
      return try body(program, package)
    }
  }

  /// Row 73: "DB deleted": "clear message, no silent new DB".
  @Test(arguments: [
    ["course", "list"], ["catalogue", "add", "TTT", "--title", "T"], ["check"],
    ["serve", "--listen", "127.0.0.1:0"],
  ])
  func aDatabaseThatWasRemovedIsMissed(words: [String]) throws {
    try inFolderWithACourse { program, _ in
      try File.remove(database(of: program))
      let answer = try program.run(words, patienceSeconds: 20)
      #expect(answer.status == 7, "\(answer.messages)\(answer.text)")
      #expect(answer.messages.contains(database(of: program)), "\(answer.messages)")
      #expect(try FileStatus.ifPresent(at: database(of: program)) == nil)
    }
  }

  /// A command that only shows makes no records in a folder that has none.
  @Test func aFolderThatIsNoDataFolderIsLeftAsItIs() throws {
    try inEmptyFolder { program, folder in
      try folder.write("data/letter.txt", Array("a letter".utf8))
      let answer = try program.run(["course", "list"])
      #expect(answer.status == 4, "\(answer.messages)\(answer.text)")
      #expect(answer.messages.contains("there is no data folder at \(program.data)"), "\(answer.messages)")
      #expect(try Folder.entries(of: program.data).map(\.name) == ["letter.txt"])
    }
  }

  /// Row 73: what lies in the database's place is no database.
  @Test func whatIsNoDatabaseIsNotOpened() throws {
    try inFolderWithACourse { program, _ in
      let letter = [UInt8](repeating: UInt8(ascii: "a"), count: 5000)
      try File.replace(database(of: program), with: letter)
      let answer = try program.run(["course", "list"])
      #expect(answer.status == 7)
      #expect(answer.messages.contains(database(of: program)), "\(answer.messages)")
      #expect(try File.read(database(of: program), limit: 10_000) == letter)
    }
  }

  /// Row 73: "deleted while open".
  @Test func aDatabaseThatIsRemovedWhileItIsServedAcknowledgesNothing() throws {
    try inFolderWithACourse { program, _ in
      let server = try RunningServer(program)
      let connection = try server.connection(try Key.create(program))
      try File.remove(database(of: program))
      let body = #"{"code": "TTT", "titles": "T"}"#
      let answer = try connection.send("POST", "/api/v1/catalogues", json: body)
      #expect(answer.status == 503, "\(answer.text)")
      #expect(try FileStatus.ifPresent(at: database(of: program)) == nil)
      _ = try server.stop()
    }
  }

  /// Row 74: "one flipped bit in evidence file: detected and named by `registrar check`".
  @Test func aBitThatFlippedInAPackageFileIsNamed() throws {
    try inFolderWithACourse { program, _ in
      let objects = "\(program.data)/objects"
      let file = try #require(
        try FolderTree(objects).entries(limit: 1000).first { $0.kind == .file && $0.sizeBytes > 0 })
      let path = "\(objects)/\(file.name)"
      try flip(at: 0, in: path)
      let answer = try program.run(["check"])
      #expect(answer.status == 1, "\(answer.messages)\(answer.text)")
      let digest = file.name.filter { $0 != "/" }
      #expect(answer.text.contains("file: the file \(digest) is missing or was altered"))
    }
  }

  /// Row 74: "one flipped bit in DB page".
  @Test func aBitThatFlippedInTheDatabaseIsNamed() throws {
    try inFolderWithACourse { program, _ in
      let title = Array("Origin of goods 1".utf8)
      let octets = try File.read(database(of: program), limit: 1 << 24)
      let place = try #require(
        octets.indices.last { octets[$0...].prefix(title.count).elementsEqual(title) })
      // The head of a page beyond the first: the page's kind.
      try flip(at: place / 4096 * 4096, in: database(of: program))
      let answer = try program.run(["check"])
      #expect([1, 7].contains(answer.status), "\(answer.messages)\(answer.text)")
      #expect((answer.text + answer.messages).contains("database"), "\(answer.messages)\(answer.text)")
    }
  }

  private func flip(at place: Int, in path: String) throws {
    var octets = try File.read(path, limit: 1 << 24)
    octets[place] ^= 0x04
    try File.replace(path, with: octets)
  }

  /// Row 72, 26: "importer killed": "old or new state, never between".
  @Test func anImportThatIsKilledLeavesTheOldStateOrTheNew() throws {
    for milliseconds in [5, 20, 35, 50, 70, 100] as [UInt32] {
      try inEmptyFolder { program, folder in
        try program.succeed("catalogue", "add", "TTT", "--title", "Train the Trainers")
        let package = try folder.write("course.zip", Package.cmi5(lessons: 40).zip)
        let process = try program.start(["import", package, "--catalogue", "TTT"])
        usleep(milliseconds * 1000)
        process.send(signal: SIGKILL)
        _ = try process.wait()
        #expect(try program.run(["check"]).status == 0)
        let courses = try program.succeed("course", "list", "--json").json.list("items").count
        let offers = try program.succeed("catalogue", "show", "TTT", "--json").json.list("offers").count
        #expect([0, 1].contains(courses))
        #expect(offers == courses, "imported, published and offered, or none of it")
        // The next command that opens the folder as its owner does removes what no record names.
        try program.succeed("catalogue", "add", "NEXT", "--title", "Next")
        let objects = try FolderTree("\(program.data)/objects").entries(limit: 1000)
        #expect(objects.contains { $0.kind == .file } == (courses == 1))
        let again = try program.succeed("import", package, "--catalogue", "TTT", "--json").json
        let step = try again["plan"]?.text("step")
        #expect(step == (courses == 0 ? "new-course" : "unchanged"))
      }
    }
  }
}
