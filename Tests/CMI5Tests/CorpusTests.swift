import Catalogue
import ContentPackaging
import Foundation
import Testing

@testable import CMI5

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
  @Test(arguments: Corpus.entries(["cmi5"]).map(\.path))
  func `cmi5 packages in the wild are accepted, bare ones if their addresses are complete`(path: String)
    throws
  {
    guard let contents = try Corpus.contents(path) else { return }
    let reading = try read(contents)
    let codes = Set(reading.findings.filter { $0.severity == .error }.map(\.code.identifier))
    #expect(codes.isEmpty || (contents.kind != .folder && codes == ["cmi5.au.url.relative"]))
    #expect(reading.format?.family == "cmi5")
    #expect(!reading.title.isEmpty)
    if reading.isAccepted { #expect(reading.structure?.assignables.isEmpty == false) }
  }
}

@Suite struct CatalogueTests {
  /// Every code that the source defines is in the room's catalogue, so that `registrar explain` knows it.
  @Test func `no code is left out`() throws {
    let source = URL(fileURLWithPath: #filePath)
      .appendingPathComponent("../../../Sources/Standards/CMI5/CMI5Findings.swift").standardized
    let text = try String(contentsOf: source, encoding: .utf8)
    #expect(text.components(separatedBy: "= FindingCode(").count - 1 == FindingCode.cmi5Codes.count)
  }
}
