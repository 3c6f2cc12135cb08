import Catalogue
import ContentPackaging
import Testing
import Values

@testable import TinCan

private func package(
  _ activities: String, files: [String] = ["story.html"], kind: PackageContents.Kind = .zip,
  namespace: String = "http://projecttincan.com/tincan.xsd"
) -> PackageContents {
  let manifest = "<tincan xmlns=\"\(namespace)\"><activities>\(activities)</activities></tincan>"
  let entries = (["tincan.xml"] + files).map { PackageContents.Entry(name: $0, sizeBytes: 0) }
  return PackageContents(kind: kind, entries: entries) { $0 == "tincan.xml" ? Array(manifest.utf8) : [] }
}

private func read(_ contents: PackageContents, limits: PackageLimits = .standard) throws -> PackageReading {
  switch try PackageRecognition.of(contents, limits: limits) {
  case .readable(let package): return TinCanReader.read(package)
  case .refused(let reading): return reading
  case .tables: fatalError("a Tin Can package is no table")
  }
}

private let course = """
  <activity id="https://example.org/origin" type="http://adlnet.gov/expapi/activities/course">
    <name lang="en">Rules of origin</name><name lang="fr">Règles d’origine</name>
    <description lang="en">What it is.</description><launch lang="en">story.html</launch></activity>
  """

@Suite struct TinCanReaderTests {
  @Test func `a whole course, as authoring tools write it`() throws {
    let reading = try read(
      package(
        course + """
          <activity id="https://example.org/origin/1" type="http://adlnet.gov/expapi/activities/module">
            <name lang="en">Part one</name></activity>
          <activity id="https://example.org/origin/q1" type="http://adlnet.gov/expapi/activities/cmi.interaction">
            <name lang="en">A question</name><interactionType>choice</interactionType></activity>
          """))
    #expect(reading.findings.isEmpty)
    #expect(reading.isAccepted)
    #expect(reading.format == .readable(.tincan))
    #expect(reading.version == "1.0")
    #expect(reading.title == "Rules of origin")
    #expect(reading.identifier == "https://example.org/origin")
    let structure = try #require(reading.structure)
    #expect(structure.languages == [LanguageTag("en")])
    #expect(structure.title.variants.count == 2)
    #expect(
      structure.activities[0].launch
        == Launch(
          target: .file(path: "story.html", suffix: ""), moveOn: .completedOrPassed,
          activityType: "http://adlnet.gov/expapi/activities/course"))
    #expect(structure.activities[0].children.map { $0.title.text() } == ["Part one"])
    #expect(structure.details.map { $0.attribute("id") } == ["https://example.org/origin/q1"])
    #expect(structure.details[0].part("interactionType")?.text == "choice")
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let activities: String
    var files = ["story.html"]
    var namespace = "http://projecttincan.com/tincan.xsd"
    let codes: [String]
    var isAccepted = true
    var testDescription: String { name }
  }

  static let rows: [Row] = [
    Row(name: "nothing to tell", activities: course, codes: []),
    Row(
      name: "another namespace", activities: course, namespace: "http://example.org/",
      codes: ["tincan.namespace"]),
    Row(
      name: "an identifier of a tool",
      activities: course.replacing("https://example.org/origin", with: "5giXeh"),
      codes: ["tincan.activity.id"]),
    Row(
      name: "an identifier with a host that nobody filled in",
      activities: course.replacing("https://example.org/origin", with: "http://[YOUR_HOST]/x"),
      codes: ["tincan.activity.id"]),
    Row(
      name: "an identifier twice", activities: course + course, codes: ["tincan.activity.duplicate"]),
    Row(
      name: "no name and no type", activities: "<activity id=\"a:b\"><launch>story.html</launch></activity>",
      codes: ["tincan.activity.type", "tincan.activity.untitled"]),
    Row(
      name: "a launch for each language",
      activities: course.replacing("</activity>", with: "<launch lang=\"fr\">fr.html</launch></activity>"),
      codes: ["tincan.activity.several-launches"]),
    Row(
      name: "no launch", activities: "<activity id=\"a:b\" type=\"c:d\"><name>N</name></activity>",
      codes: ["tincan.nothing-to-launch"], isAccepted: false),
    Row(name: "no activities", activities: "", codes: ["tincan.nothing-to-launch"], isAccepted: false),
    Row(
      name: "a file that is not there", activities: course, files: [],
      codes: ["package.launch-file.missing"], isAccepted: false),
    Row(
      name: "a script", activities: course.replacing("story.html", with: "javascript:alert(1)"),
      codes: ["package.reference.scheme"], isAccepted: false),
    Row(
      name: "another server", activities: course.replacing("story.html", with: "https://example.org/s.html"),
      codes: ["package.reference.external"]),
  ]

  @Test(arguments: rows) func `what is found`(row: Row) throws {
    let reading = try read(package(row.activities, files: row.files, namespace: row.namespace))
    #expect(reading.findings.map(\.code.identifier) == row.codes)
    #expect(reading.isAccepted == row.isAccepted)
  }

  @Test func `a bare file is an outline`() throws {
    let reading = try read(package(course, files: [], kind: .bareManifest(name: "tincan.xml")))
    #expect(reading.findings.map(\.code.identifier) == ["package.outline"])
    #expect(reading.isOutline)
  }

  @Test func `activities up to the limit are read, one more is refused`() throws {
    let two = course + course.replacing("origin\"", with: "other\"")
    #expect(try read(package(two), limits: PackageLimits(activities: 2)).isAccepted)
    let reading = try read(package(two), limits: PackageLimits(activities: 1))
    #expect(reading.findings.map(\.code.identifier) == ["package.limit"])
  }
}
