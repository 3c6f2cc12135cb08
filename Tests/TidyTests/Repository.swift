import Foundation

/// The files of this repository, as text.
enum Repository {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Every Swift file under `Sources`, by path.
  static let sources: [SwiftText] = paths(under: "Sources", endings: ["swift"])
    .map { SwiftText(text(of: $0), path: $0) }

  static let manifest = PackageManifest(text(of: "Package.swift"))

  /// The files under a folder whose names have one of the endings, by path from the root.
  static func paths(under folder: String, endings: Set<String>) -> [String] {
    guard
      let files = FileManager.default.enumerator(atPath: root.appendingPathComponent(folder).path)
    else { return [] }
    return files.compactMap { $0 as? String }
      .filter { endings.contains(($0 as NSString).pathExtension) }
      .map { "\(folder)/\($0)" }.sorted()
  }

  /// What a file holds; a file that cannot be read is an offence in itself, told by `unreadable`.
  static func text(of path: String) -> String {
    do {
      return try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
    } catch {
      return unreadable
    }
  }

  static let unreadable = "\u{0}unreadable"
}

/// A place where the house is not kept, in words for the one who mends it.
struct Offence: Equatable, CustomStringConvertible {
  let path: String
  let line: Int
  let words: String

  var description: String { "\(path):\(line): \(words)" }
}

/// The offences as one text, for a test's message.
func told(_ offences: [Offence]) -> String {
  offences.map(\.description).joined(separator: "\n")
}
