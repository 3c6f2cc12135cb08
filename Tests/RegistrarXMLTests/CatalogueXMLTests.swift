import Catalogue
import ContentPackaging
import RegistrarXML
import Testing
import Values
import XML

/// `catalogue.xsd`.
@Suite struct CatalogueXMLTests {
  static let good = """
    <?xml version="1.0" encoding="UTF-8"?>
    <catalogue xmlns="urn:registrar:catalogue:1" code="TTT">
      <title xml:lang="en">Train the Trainers</title>
      <title xml:lang="fr">Formation des formateurs</title>
      <standard code="EX" file="../shared/ex.xml"/>
      <course code="ONE" package="one"/>
      <course code="TWO" package="lessons/two" passing-score="0.70">
        <teaches standard="EX" item="K-1"/>
        <teaches standard="EX" item="K-2"/>
      </course>
    </catalogue>
    """

  @Test("A good document is the catalogue, without a finding")
  func reads() throws {
    let reading = CatalogueReader.read(Array(Self.good.utf8), file: "catalogue.xml")
    #expect(reading.findings == [])
    let catalogue = try #require(reading.catalogue)
    #expect(catalogue.code.text == "TTT")
    #expect(catalogue.titles.variants.map(\.text) == ["Train the Trainers", "Formation des formateurs"])
    #expect(catalogue.standards.map(\.file) == ["../shared/ex.xml"])
    #expect(catalogue.courses.map(\.code.value.text) == ["ONE", "TWO"])
    #expect(catalogue.courses.map(\.package.value) == ["one", "lessons/two"])
    #expect(catalogue.courses.map { $0.passingScore?.value } == [nil, ExactDecimal("0.7")])
    #expect(catalogue.courses[1].teaches.map(\.value.item.text) == ["K-1", "K-2"])
  }

  @Test(
    "“read(write(x)) == x”, and the schema takes what is shipped and what is written",
    arguments: ["TrainTheTrainers", "PICARD"])
  func roundTrip(folder: String) throws {
    let shipped = try Schemas.shipped("Courses/\(folder)/catalogue.xml")
    let reading = CatalogueReader.read(shipped, file: "catalogue.xml")
    #expect(reading.findings == [])
    let catalogue = try #require(reading.catalogue)
    let written = CatalogueWriter.write(catalogue)
    let again = try #require(CatalogueReader.read(written, file: "catalogue.xml").catalogue)
    #expect(facts(of: again) == facts(of: catalogue))
    #expect(CatalogueWriter.write(again) == written)
    let schema = try XMLSchema(try Schemas.named("catalogue"))
    #expect(try schema.violations(in: shipped, source: "catalogue.xml") == [])
    #expect(try schema.violations(in: written, source: "catalogue.xml") == [])
  }

  private func facts(of catalogue: CatalogueDocument) -> [String] {
    [catalogue.code.text] + catalogue.titles.variants.map { "\($0.language) \($0.text)" }
      + catalogue.standards.map { "\($0.code.value) \($0.file)" }
      + catalogue.courses.map { course in
        let items = course.teaches.map { "\($0.value.edition)/\($0.value.item)" }.joined(separator: " ")
        return
          "\(course.code.value) \(course.package.value) \(course.passingScore?.value.description ?? "-") \(items)"
      }
  }

  @Test(arguments: [
    ("another root", "<catalogue ", "<catalog ", "catalogue.unreadable 11:1", false),
    ("another namespace", "catalogue:1", "catalogue:2", "catalogue.root 2:1", true),
    (
      "a path that leads out", "package=\"one\"", "package=\"../../one\"",
      "catalogue.attribute.unusable 6:22", true
    ),
    (
      "a path from the root", "package=\"one\"", "package=\"/one\"", "catalogue.attribute.unusable 6:22", true
    ),
    (
      "a path on a drive", "package=\"one\"", "package=\"C:\\one\"", "catalogue.attribute.unusable 6:22", true
    ),
    ("a path through itself", "lessons/two", "lessons/../two", "catalogue.attribute.unusable 7:22", true),
    ("a score past 1", "0.70", "1.01", "catalogue.attribute.unusable 7:44", true),
    ("a score with a comma", "0.70", "0,7", "catalogue.attribute.unusable 7:44", true),
    ("a score in hexadecimal", "0.70", "0x1p-1", "catalogue.attribute.unusable 7:44", true),
    ("a course twice", "\"TWO\"", "\"ONE\"", "catalogue.repeated 7:11", true),
    ("a course twice, in other capitals", "\"TWO\"", "\"one\"", "catalogue.repeated 7:11", false),
    ("a package twice", "lessons/two", "one", "catalogue.repeated 7:22", true),
    ("an item twice", "K-2", "K-1", "catalogue.repeated 9:28", false),
    (
      "a standard that is not named", "standard=\"EX\" item=\"K-2\"", "standard=\"EY\" item=\"K-2\"",
      "catalogue.standard.unnamed 9:14", true
    ),
    ("no title", "title", "titel", "catalogue.title.missing 2:1", true),
  ])
  func refuses(name: String, part: String, changed: String, finding: String, schemaRefuses: Bool) throws {
    let bytes = Array(Self.good.replacing(part, with: changed).utf8)
    let reading = CatalogueReader.read(bytes, file: "catalogue.xml")
    #expect(reading.catalogue == nil)
    let first = try #require(reading.findings.first)
    #expect("\(first.code) \(first.line ?? 0):\(first.column ?? 0)" == finding)
    guard first.code.identifier != "catalogue.unreadable" else { return }
    let schema = try XMLSchema(try Schemas.named("catalogue"))
    #expect(try schema.violations(in: bytes, source: "catalogue.xml").isEmpty != schemaRefuses)
  }
}
