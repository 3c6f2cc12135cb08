import Foundation
import Testing

/// Keeps the courses that are shipped: a package carries the player's files unchanged, and its manifest tells what is
/// in it.
@Suite struct ShippedCoursesTests {
  /// A folder below `Courses` that a catalogue names.
  struct Package: CustomTestStringConvertible {
    let path: String

    var testDescription: String { path }
    var files: [String] { entries(of: path) }

    /// The files that the manifest names. cmi5 names the launched pages only: with them go their variants in other
    /// languages (`page.fr.html` of `page.html`), and the player's files.
    var listed: Set<String> {
      guard files.contains("cmi5.xml") else {
        let files = Repository.text(of: "\(path)/imsmanifest.xml").matches(of: /<file href="([^"]+)"/)
        return Set(files.map { String($0.1) } + ["imsmanifest.xml"])
      }
      let pages = Repository.text(of: "\(path)/cmi5.xml").matches(of: /<url>([^<]+)<\/url>/)
        .map { String($0.1) }
      let variants = pages.flatMap { page in
        Repository.text(of: "\(path)/\(page)").matches(of: /<a href="([^"]+)" lang=/).map { String($0.1) }
      }
      return Set(pages + variants + files.filter { entries(of: player).contains($0) } + ["cmi5.xml"])
    }
  }

  static let player = "Courses/Player"
  static let catalogues = entries(of: "Courses").map { "Courses/\($0)" }
    .filter { entries(of: $0).contains("catalogue.xml") }
  static let packages = catalogues.flatMap { catalogue in
    Repository.text(of: "\(catalogue)/catalogue.xml").matches(of: /package="([^"]+)"/)
      .map { Package(path: "\(catalogue)/\($0.1)") }
  }

  @Test(arguments: catalogues) func `a catalogue names every package beside it`(catalogue: String) {
    let folders = entries(of: catalogue).filter { !entries(of: "\(catalogue)/\($0)").isEmpty }
    let named = Self.packages.map(\.path).filter { $0.hasPrefix(catalogue + "/") }
    #expect(folders.map { "\(catalogue)/\($0)" } == named.sorted())
  }

  @Test(arguments: packages) func `a package carries the player as it is`(package: Package) throws {
    let copies = package.files.filter { entries(of: Self.player).contains($0) }
    #expect(copies.filter { $0.hasSuffix(".js") }.count == 5, "\(copies)")
    for copy in copies {
      let (here, there) = try (octets(of: "\(package.path)/\(copy)"), octets(of: "\(Self.player)/\(copy)"))
      #expect(here == there, "\(package.path)/\(copy): refresh it with \(Self.player)/copy.sh")
    }
  }

  @Test(arguments: packages) func `a manifest lists the files of its package`(package: Package) {
    #expect(package.listed == Set(package.files))
  }

  private func octets(of path: String) throws -> Data {
    try Data(contentsOf: Repository.root.appendingPathComponent(path))
  }
}

private let player = ShippedCoursesTests.player

/// The names in a folder, in order; none where there is no such folder.
private func entries(of path: String) -> [String] {
  let url = Repository.root.appendingPathComponent(path)
  return ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).sorted()
}
