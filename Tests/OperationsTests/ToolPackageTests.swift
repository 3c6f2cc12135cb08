import Catalogue
import ContentPackaging
import Operations
import PackageFiles
import Testing

/// “Packages that are not in the corpus will be tried too”: made after the manner of authoring tools and learning platforms,
/// with what is odd about each.
@Suite struct ToolPackageTests {
  @Test(
    "Packages as tools write them",
    arguments: [
      ("ispring-scorm-1.2", "scorm 1.2", 1, []),
      // Identifiers made of the title, a launch page beside the listed one, a byte order mark.
      ("storyline-scorm-2004", "scorm 2004 3rd Edition", 1, ["package.file.missing"]),
      // A backslash in a path; empty settings; a language of `x-none`.
      ("captivate-scorm-1.2", "scorm 1.2", 1, ["package.reference.repaired"]),
      // A page with pages below it.
      ("exelearning-scorm-1.2", "scorm 1.2", 2, ["scorm.item.cluster-with-content"]),
      // Titles in CDATA; hardly a file is listed.
      ("adapt-scorm-2004", "scorm 2004 4th Edition", 1, []),
      // ISO-8859-1, a folder around everything, capitals that differ, `xml:base`.
      (
        "lectora-scorm-2004-in-a-folder", "scorm 2004 2nd Edition", 2,
        ["package.manifest.in-folder", "package.reference.repaired"]
      ),
      ("lectora-aicc", "aicc 3.5", 1, []),
      // Ids without a dot in their host; modules and questions beside the course.
      ("storyline-tincan", "tincan 1.0", 2, []),
      // An id of a scheme of the tool's own.
      ("ispring-tincan", "tincan 1.0", 1, []),
      ("rise-cmi5", "cmi5 1.0", 1, []),
      ("moodle-cc-1.1", "common-cartridge 1.1", 4, []),
      // An item that leads to what is kept elsewhere, a quiz, an assignment of two files, a tool.
      (
        "canvas-cc-1.1", "common-cartridge 1.1", 6,
        ["package.item.dangling-resource", "package.questions.not-playable", "cartridge.tool.disabled"]
      ),
      // A blank in a name; an empty folder.
      ("blackboard-cc-1.2", "common-cartridge 1.2", 2, []),
      // A percent-encoded name, byte order marks.
      ("brightspace-cc-1.3", "common-cartridge 1.3", 3, []),
      (
        "bare-ampersands-scorm-1.2", "scorm 1.2", 1,
        ["package.organization.default-missing"]
          + [String](repeating: "package.manifest.bare-ampersand", count: 3)
      ),
      ("utf-16-scorm-1.2", "scorm 1.2", 1, []),
      (
        "prefixes-scorm-1.2", "scorm 1.2", 1,
        ["package.organization.default-dangling", "package.reference.repaired"]
      ),
    ] as [(String, String, Int, [String])])
  func taken(_ name: String, _ format: String, _ activities: Int, _ findings: [String]) throws {
    let report = try ToolPackageTests.report(on: name)
    #expect(report.isAccepted)
    #expect("\(report.format ?? "") \(report.version)" == format)
    #expect(report.activities == activities)
    #expect(report.findings.map(\.code.identifier) == findings, "\(report.findings.map(\.message))")
  }

  @Test("What is no course package is refused by its name")
  func refused() throws {
    let report = try ToolPackageTests.report(on: "h5p")
    #expect(!report.isAccepted && report.format == "h5p")
    #expect(report.findings.map(\.code.identifier) == ["package.format.unread"])
  }

  private static func report(on name: String) throws -> ImportReport {
    let folder = House.root + "/Tests/Packages/as-tools-write-them/" + name
    return try examinePackage(
      ImportRequest(.path(folder), isDryRun: true), packages: PackageOpener(), store: nil)
  }
}
