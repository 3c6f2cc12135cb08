import ContentPackaging
import Files
import Foundation
import Operations
import PackageFiles
import Testing

/// Packages that nobody here wrote, where they are beside the repository (`$REGISTRAR_CORPUS`).
@Suite struct CorpusTests {
  private static let packages: [String] = {
    let beside = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../shared/corpus").standardizedFileURL.path
    let root = ProcessInfo.processInfo.environment["REGISTRAR_CORPUS"] ?? beside
    let formats = ["cc", "cmi5", "imscp", "qti12", "qti21", "qti22", "qti3", "scorm12", "scorm2004"]
    return formats.flatMap { format in
      let names = try? FileManager.default.contentsOfDirectory(atPath: root + "/" + format)
      return (names ?? []).filter { !$0.hasSuffix(".txt") }.sorted().map { "\(root)/\(format)/\($0)" }
    }
  }()

  @Test(.enabled(if: !packages.isEmpty), arguments: packages)
  func isOpenedAndKeptWhole(path: String) throws {
    try inTemporaryFolder { folder in
      let opened = try PackageOpener().open(path, name: nil)
      let kept = try ContentStore(in: folder).begin().keep(opened.contents) { _ in }
      #expect(kept.count == opened.contents.entries.count)
      #expect(kept.reduce(0) { $0 + $1.sizeBytes } == opened.contents.entries.reduce(0) { $0 + $1.sizeBytes })
    }
  }
}
