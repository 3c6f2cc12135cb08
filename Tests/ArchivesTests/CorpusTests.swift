import Archives
import Foundation
import Testing

/// Packages that nobody here wrote, where they are beside the repository (`$REGISTRAR_CORPUS`).
@Suite struct CorpusTests {
  private static let zips: [String] = {
    let beside = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../shared/corpus").standardizedFileURL.path
    let root = ProcessInfo.processInfo.environment["REGISTRAR_CORPUS"] ?? beside
    let below = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    return below.filter { $0.hasSuffix(".zip") || $0.hasSuffix(".imscc") }.sorted().map { root + "/" + $0 }
  }()

  @Test(.enabled(if: !zips.isEmpty), arguments: zips)
  func isReadOrRefusedWithAReason(path: String) throws {
    let octets = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    guard let refused = refusal(of: octets) else { return }
    #expect(path.contains("/broken_zip/"), "\(path): \(refused)")
  }
}
