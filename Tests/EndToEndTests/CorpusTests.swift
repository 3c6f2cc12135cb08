import Files
import Foundation
import JSON
import ProgramDriver
import Testing

/// Packages that nobody here wrote, where a copy of them lies beside the repository (`$REGISTRAR_CORPUS`).
@Suite struct CorpusTests {
  struct Entry: Sendable, CustomTestStringConvertible {
    let format: String
    let path: String
    let isValid: Bool
    let isBroken: Bool
    let isFile: Bool
    var testDescription: String { path.split(separator: "/").last.map(String.init) ?? path }
  }

  static let entries: [Entry] = {
    let named = ProcessInfo.processInfo.environment["REGISTRAR_CORPUS"]
    let root = named ?? "\(packageRoot)/../shared/corpus"
    let index = FileManager.default.contents(atPath: "\(root)/INDEX.tsv") ?? Data()
    return index.split(separator: UInt8(ascii: "\n")).dropFirst().compactMap { line in
      let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      return Entry(
        format: fields[0], path: "\(root)/\(fields[2])", isValid: fields[7] == "valid",
        isBroken: fields[7] == "broken",
        isFile: fields[8] == "file")
    }
  }()
  private static let read: Set = ["cmi5", "scorm12", "scorm2004", "cc", "imscp"]
  static let ours = entries.filter { read.contains($0.format) }
  static let others = entries.filter { !read.contains($0.format) }

  @Test(.enabled(if: !ours.isEmpty), arguments: ours)
  func aCoursePackageIsAcceptedOrRefusedWithAReport(entry: Entry) throws {
    try inEmptyFolder { program, _ in
      let dry = try program.run(["import", "--json", "--dry-run", entry.path])
      let done = try program.run(["import", "--json", entry.path])
      try expectReport(dry)
      try expectReport(done)
      #expect(dry.status == done.status)
      #expect(done.status == (isExpected(entry, done) ? 0 : 3), "\(done.text)")
      guard done.status == 0 else { return }
      let again = try program.run(["import", "--json", entry.path])
      #expect(try again.json["plan"]?.text("step") == "unchanged")
      #expect(try program.run(["check"]).status == 0)
    }
  }

  /// Packages of formats that are not read yet are refused, and never end in any other way.
  @Test(.enabled(if: !others.isEmpty), arguments: others)
  func whatCannotBeReadIsRefusedWithAReport(entry: Entry) throws {
    try inEmptyFolder { program, _ in
      let answer = try program.run(["import", "--json", "--dry-run", entry.path])
      #expect(answer.status == 3)
      try expectReport(answer)
    }
  }

  /// A bare cmi5.xml with relative addresses is refused (cmi5 §14.2), and for nothing else; manifests that upstream
  /// calls odd may go either way.
  private func isExpected(_ entry: Entry, _ answer: Program.Answer) -> Bool {
    if entry.isBroken { return false }
    guard entry.isValid else { return answer.status == 0 }
    guard entry.format == "cmi5", entry.isFile else { return true }
    let findings = (try? answer.json.list("findings")) ?? []
    return !findings.contains { $0["code"]?.string == "cmi5.au.url.relative" }
  }
}
