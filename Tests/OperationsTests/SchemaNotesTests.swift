import ContentPackaging
import Foundation
import Operations
import PackageFiles
import Testing

/// “XSD results are notes, only where the operator points --schemas at the standards' schemas; they never decide.”
@Suite struct SchemaNotesTests {
  /// Asks for an attribute that no course has.
  private static let schema = """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
        targetNamespace="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
      <xs:element name="courseStructure"><xs:complexType>
        <xs:sequence><xs:any maxOccurs="unbounded" processContents="skip"/></xs:sequence>
        <xs:attribute name="seal" use="required"/>
      </xs:complexType></xs:element>
    </xs:schema>
    """

  @Test(
    "What a schema says, told as notes",
    arguments: [
      ("violated", ["course.xsd": schema], ["schema.violation"]),
      (
        "of another namespace", ["other.xsd": schema.replacingOccurrences(of: "cmi5/v1", with: "x")],
        ["schema.missing"]
      ),
      (
        "broken", ["course.xsd": schema.replacingOccurrences(of: "\"skip\"", with: "\"no\"")],
        ["schema.unusable"]
      ),
    ])
  func noted(_ name: String, _ schemas: [String: String], _ expected: [String]) throws {
    let scene = try Folders(schemas)
    #expect(try scene.codes(schemas: nil) == [])
    let report = try scene.read(schemas: scene.schemas)
    #expect(report.isAccepted, "\(name)")
    #expect(report.findings.map(\.code.identifier) == expected, "\(name): \(report.findings.map(\.message))")
    #expect(report.findings.allSatisfy { $0.severity == .note && $0.file == "cmi5.xml" })
  }

  @Test("A folder without schemas is refused, and so is one that is not there")
  func unusable() throws {
    let scene = try Folders(["read.me": "nothing"])
    for folder in [scene.schemas, scene.schemas + "/none"] {
      #expect(throws: SchemasUnusable.self) { try scene.read(schemas: folder) }
    }
  }
}

/// A package, and a folder of schemas.
private final class Folders {
  let root = NSTemporaryDirectory() + "schemas-" + UUID().uuidString
  var schemas: String { root + "/schemas" }

  init(_ schemas: [String: String]) throws {
    let package = ["cmi5.xml": StoryTests.cmi5, "index.html": "<p>Lesson</p>"]
    for (folder, files) in [("package", package), ("schemas", schemas)] {
      try FileManager.default.createDirectory(
        atPath: "\(root)/\(folder)", withIntermediateDirectories: true)
      for (name, text) in files {
        try text.write(toFile: "\(root)/\(folder)/\(name)", atomically: false, encoding: .utf8)
      }
    }
  }

  deinit {
    _ = try? FileManager.default.removeItem(atPath: root)
  }

  func read(schemas: String?) throws -> ImportReport {
    try examinePackage(
      ImportRequest(.path(root + "/package"), isDryRun: true, schemas: schemas), packages: PackageOpener(),
      store: nil)
  }

  func codes(schemas: String?) throws -> [String] {
    try read(schemas: schemas).findings.map(\.code.identifier)
  }
}
