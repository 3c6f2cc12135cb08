import Archives
import Foundation
import Testing

@Suite struct ZipWriterTests {
  private func write(_ files: [(String, [UInt8])]) throws -> [UInt8] {
    var file: [UInt8] = []
    var writer = ZipWriter { file += $0 }
    for (name, content) in files { try writer.add(name, content) }
    try writer.finish()
    return file
  }

  @Test func givesTheSameBytesEveryTime() throws {
    let files = [("a.txt", Array("hello".utf8)), ("f/b", [UInt8](repeating: 7, count: 10_000)), ("c", [])]
    let file = try write(files)
    #expect(try write(files) == file)
    let archive = try ZipArchive(file)
    #expect(archive.notes.isEmpty)
    #expect(archive.entries.map(\.name) == files.map(\.0))
    for (entry, content) in zip(archive.entries, files) { #expect(try archive.read(entry) == content.1) }
  }

  @Test(arguments: ["../x", "/x", "f/", "a\\b", "", "CON"])
  func refusesNamesThatWouldBeRefused(name: String) {
    #expect(throws: ZipRefusal.self) { try write([(name, [])]) }
  }

  @Test func refusesANameTwice() {
    #expect(throws: ZipRefusal.self) { try write([("a", []), ("A", [])]) }
  }

  @Test func passesOnWhatTheTakerThrows() throws {
    struct Full: Error {}
    var writer = ZipWriter { _ in throw Full() }
    #expect(throws: Full.self) { try writer.add("a", []) }
  }

  // Another reader's opinion, where the machine has one.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/unzip")))
  func isReadByUnzip() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).zip")
    defer { try? FileManager.default.removeItem(at: path) }
    try Data(write([("a.txt", Array("hello".utf8)), ("f/\u{e9}", [UInt8](repeating: 7, count: 9000))]))
      .write(to: path)
    let unzip = Process()
    unzip.executableURL = URL(fileURLWithPath: "/usr/bin/unzip")
    unzip.arguments = ["-tq", path.path]
    unzip.standardOutput = FileHandle.nullDevice
    try unzip.run()
    unzip.waitUntilExit()
    #expect(unzip.terminationStatus == 0)
  }
}
