import Catalogue
import ContentPackaging
import Foundation
import Testing

@testable import SCORM

/// Packages that nobody here wrote, where a copy of them lies beside the repository; else there is nothing to test.
enum Corpus {
  /// `$REGISTRAR_CORPUS`, else `../shared/corpus` beside the repository.
  static let folder: URL? = {
    let beside = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../shared/corpus")
      .standardized
    let named = ProcessInfo.processInfo.environment["REGISTRAR_CORPUS"].map { URL(fileURLWithPath: $0) }
    return [named, beside].compactMap { $0 }.first { FileManager.default.fileExists(atPath: $0.path) }
  }()

  /// The entries of the index with these formats: path and what upstream thinks of it.
  static func entries(_ formats: Set<String>) -> [(path: String, validity: String)] {
    let path = folder?.appendingPathComponent("INDEX.tsv").path ?? ""
    let index = String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    return index.split(whereSeparator: \.isNewline).dropFirst().compactMap { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return formats.contains(fields[0]) ? (fields[2], fields[7]) : nil
    }
  }

  /// A folder or bare file of the corpus; nil for an archive, which this room cannot open.
  static func contents(_ path: String) throws -> PackageContents? {
    guard let url = folder?.appendingPathComponent(path) else { return nil }
    if url.pathExtension == "zip" { return nil }
    if url.pathExtension == "xml" {
      return PackageContents(
        kind: .bareManifest(name: url.lastPathComponent),
        entries: [.init(name: url.lastPathComponent, sizeBytes: 0)]
      ) { _ in [UInt8](try Data(contentsOf: url)) }
    }
    let names = try FileManager.default.subpathsOfDirectory(atPath: url.path)
    return PackageContents(kind: .folder, entries: names.map { .init(name: $0, sizeBytes: 0) }) {
      [UInt8](try Data(contentsOf: url.appendingPathComponent($0)))
    }
  }
}

@Suite struct CorpusTests {
  @Test(arguments: Corpus.entries(["scorm12", "scorm2004"]))
  func `SCORM packages in the wild are accepted`(path: String, validity: String) throws {
    guard let contents = try Corpus.contents(path) else { return }
    let reading = try read(contents)
    if validity != "valid" { return }
    #expect(reading.isAccepted)
    #expect(reading.format?.family == "scorm")
    #expect(!reading.title.isEmpty)
    #expect(reading.structure?.assignables.isEmpty == false)
    let keys = reading.structure?.allActivities.map(\.key) ?? []
    #expect(Set(keys).count == keys.count)
    #expect(reading.findings.count { $0.code.identifier == "package.outline" } == (reading.isOutline ? 1 : 0))
  }

  @Test(
    arguments: Corpus.entries(["qti12", "qti21", "qti22", "qti3", "no_manifest"]).map(\.path))
  func `packages that are no course are refused`(path: String) throws {
    guard let contents = try Corpus.contents(path) else { return }
    let reading = try read(contents)
    #expect(!reading.isAccepted)
  }
}

@Suite struct CatalogueTests {
  /// Every code that the source defines is in the room's catalogue, so that `registrar explain` knows it.
  @Test func `no code is left out`() throws {
    let source = URL(fileURLWithPath: #filePath)
      .appendingPathComponent("../../../Sources/Standards/SCORM/SCORMFindings.swift").standardized
    let text = try String(contentsOf: source, encoding: .utf8)
    #expect(text.components(separatedBy: "= FindingCode(").count - 1 == FindingCode.scormCodes.count)
  }
}
