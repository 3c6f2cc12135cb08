import Catalogue
import Testing
import Values

@testable import ContentPackaging

private func package(
  _ manifest: String, files: [String], kind: PackageContents.Kind = .zip
) -> PackageContents {
  let entries = (["imsmanifest.xml"] + files).map { PackageContents.Entry(name: $0, sizeBytes: 0) }
  return PackageContents(kind: kind, entries: entries) { $0 == "imsmanifest.xml" ? Array(manifest.utf8) : [] }
}

private func read(
  _ contents: PackageContents, limits: PackageLimits = .standard
) throws -> PackageReading {
  switch try PackageRecognition.of(contents, limits: limits) {
  case .readable(let package): return ContentPackageReader.read(package)
  case .refused(let reading): return reading
  case .tables: fatalError("a content package has a manifest")
  }
}

private func manifest(
  _ organizations: String, _ resources: String, namespace: String = "http://www.imsglobal.org/xsd/imscp_v1p1",
  version: String = "1.1.4"
) -> String {
  """
  <manifest identifier="M" xmlns="\(namespace)">
    <metadata><schema>IMS Content</schema><schemaversion>\(version)</schemaversion></metadata>
    <organizations>\(organizations)</organizations><resources>\(resources)</resources></manifest>
  """
}

private let pages = """
  <organization identifier="O"><title>The course</title>
    <item identifier="I1" identifierref="R1"><title>One</title>
      <item identifier="I2" identifierref="R2" parameters="#part"><title>Two</title></item></item>
    <item identifier="I3" isvisible="false"><title>A heading</title></item></organization>
  """
private let resources = """
  <resource identifier="R1" type="webcontent" href="a.html"><file href="a.html"/><dependency identifierref="R3"/></resource>
  <resource identifier="R2" type="webcontent"><file href="b%20c.html"/></resource>
  <resource identifier="R3" type="webcontent"><file href="common.css"/></resource>
  """

@Suite struct ContentPackageReaderTests {
  @Test func `a whole package`() throws {
    let reading = try read(
      package(manifest(pages, resources), files: ["a.html", "b c.html", "common.css"]))
    #expect(reading.findings.isEmpty)
    #expect(reading.isAccepted)
    #expect(reading.format == .readable(.contentPackaging(.v1p1p4)))
    #expect(reading.title == "The course")
    let structure = try #require(reading.structure)
    #expect(structure.allActivities.map(\.key) == ["I1", "I2", "I3"])
    #expect(structure.allActivities.map(\.kind) == [.webContent, .webContent, .group])
    #expect(
      structure.assignables.map(\.launch) == [
        Launch(target: .file(path: "a.html", suffix: ""), moveOn: .completed, isTracked: false),
        Launch(target: .file(path: "b c.html", suffix: "#part"), moveOn: .completed, isTracked: false),
      ])
    #expect(structure.activities[1].isVisible == false)
  }

  @Test(
    "Versions",
    arguments: [
      ("http://www.imsproject.org/xsd/imscp_rootv1p1p2", "1.2.4", "1.1.2"),
      ("http://www.imsglobal.org/xsd/imscp_rootv1p1p3", "", "1.1.3"),
      ("http://www.imsglobal.org/xsd/imscp_v1p1", "1.1.3", "1.1.3"),
      ("http://www.imsglobal.org/xsd/imscp_v1p1", "", "1.1.4"),
      ("http://www.imsglobal.org/xsd/imscp_v1p1", "1.2", "1.2"),
    ])
  func version(namespace: String, stated: String, expected: String) throws {
    let text = manifest(
      pages, resources.replacing("b%20c", with: "b"), namespace: namespace, version: stated)
    let reading = try read(package(text, files: ["a.html", "b.html", "common.css"]))
    // A bare “1.2” with a schema of its own is no SCORM.
    #expect(reading.format?.family == "content-packaging")
    #expect(reading.version == expected)
    #expect(reading.isAccepted)
  }

  @Test(
    "What is found",
    arguments: [
      ("no organization", "", resources, ["package.organization.none"], true),
      (
        "an organization without items", "<organization identifier=\"O\"><title>T</title></organization>",
        resources, ["package.organization.empty"], true
      ),
      (
        "an item that refers to nothing",
        "<organization identifier=\"O\"><title>T</title><item identifier=\"I\" identifierref=\"R1\"><title>A</title></item><item identifier=\"J\" identifierref=\"GONE\"><title>B</title></item></organization>",
        resources, ["package.item.dangling-resource"], true
      ),
      (
        "an item that shows an empty resource",
        "<organization identifier=\"O\"><title>T</title><item identifier=\"I\" identifierref=\"R1\"><title>A</title></item><item identifier=\"J\" identifierref=\"R9\"><title>B</title></item></organization>",
        resources + "<resource identifier=\"R9\" type=\"webcontent\"/>", ["package.resource.empty"], true
      ),
      (
        "headings alone",
        "<organization identifier=\"O\"><title>T</title><item identifier=\"I\"><title>A</title></item></organization>",
        "<resource identifier=\"R3\" type=\"webcontent\"><file href=\"common.css\"/></resource>",
        ["package.nothing-to-show", "package.organization.empty"], false
      ),
      (
        "questions beside pages",
        "<organization identifier=\"O\"><title>T</title><item identifier=\"I\" identifierref=\"R1\"><title>A</title></item><item identifier=\"J\" identifierref=\"Q\"><title>B</title></item></organization>",
        resources + "<resource identifier=\"Q\" type=\"imsqti_xmlv1p2\"><file href=\"q.xml\"/></resource>",
        ["package.questions.not-playable"], true
      ),
    ])
  func found(
    name: String, organizations: String, resources: String, codes: [String], isAccepted: Bool
  ) throws {
    let reading = try read(
      package(
        manifest(organizations, resources), files: ["a.html", "b c.html", "common.css", "q.xml"]))
    #expect(reading.findings.map(\.code.identifier) == codes)
    #expect(reading.isAccepted == isAccepted)
  }

  @Test(
    "Resources without an item that shows them",
    arguments: [
      ("", ["R1", "R2"], ["a.html", "b c.html"]),
      (
        "<organization identifier=\"O\"><title>T</title><item identifier=\"I\"><title>A</title></item></organization>",
        ["I", "R1", "R2"], ["a.html", "b c.html"]
      ),
    ])
  func loose(organizations: String, keys: [String], files: [String]) throws {
    let reading = try read(
      package(manifest(organizations, resources), files: ["a.html", "b c.html", "common.css"]))
    let structure = try #require(reading.structure)
    #expect(structure.allActivities.map(\.key) == keys)
    #expect(structure.assignables.map { $0.launch?.target } == files.map { .file(path: $0, suffix: "") })
  }

  @Test(arguments: [(2, true), (1, false)])
  func `resources that become activities count as activities`(limit: Int, isAccepted: Bool) throws {
    let reading = try read(
      package(manifest("", resources), files: ["a.html", "b c.html", "common.css"]),
      limits: PackageLimits(activities: limit))
    #expect(reading.isAccepted == isAccepted)
    #expect(reading.findings.contains { $0.code.identifier == "package.limit" } == !isAccepted)
  }

  @Test func `questions alone are no course`() throws {
    let reading = try read(
      package(
        manifest("", "<resource identifier=\"Q\" type=\"imsqti_item_xmlv2p1\" href=\"q.xml\"/>"),
        files: ["q.xml"]))
    #expect(reading.format == .unread(.qti, version: "2.1"))
    #expect(reading.findings.map(\.code.identifier) == ["package.format.unread"])
  }
}
