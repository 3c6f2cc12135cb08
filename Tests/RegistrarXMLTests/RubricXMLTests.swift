import Assessment
import ContentPackaging
import RegistrarXML
import Testing
import Values
import XML

/// `rubric.xsd`.
@Suite struct RubricXMLTests {
  static let good = """
    <?xml version="1.0" encoding="UTF-8"?>
    <rubric xmlns="urn:registrar:rubric:1" code="LESSON">
      <title xml:lang="en">A lesson</title>
      <version number="1" minimum-total="4" observers="2">
        <criterion code="objective" minimum="2">
          <title xml:lang="en">Objective</title>
          <anchor mark="1"><title>None</title></anchor>
          <anchor mark="2"><title>Named</title></anchor>
        </criterion>
        <criterion code="practice">
          <title>Practice</title>
          <anchor mark="0"><title>None</title></anchor>
          <anchor mark="3"><title>All</title></anchor>
        </criterion>
      </version>
    </rubric>
    """

  @Test("A good document is the rubric, without a finding; “read(write(x)) == x”")
  func reads() throws {
    let reading = RubricReader.read(Array(Self.good.utf8), file: "rubric.xml")
    #expect(reading.findings == [])
    let rubric = try #require(reading.rubric)
    let rules = try #require(rubric.versions.first?.rules)
    #expect(rules.minimumTotal == 4)
    #expect(rules.needsSecond)
    #expect(rules.criteria.map(\.minimum) == [2, nil])
    #expect(rules.criteria.map { $0.anchors.map(\.mark) } == [[1, 2], [0, 3]])
    let written = RubricWriter.write(rubric)
    let again = try #require(RubricReader.read(written, file: "").rubric)
    #expect(again.versions.map(\.rules) == rubric.versions.map(\.rules))
    #expect(again.titles == rubric.titles)
    let schema = try XMLSchema(try Schemas.named("rubric"))
    #expect(try schema.violations(in: written, source: "rubric.xml") == [])
    #expect(try schema.violations(in: Array(Self.good.utf8), source: "rubric.xml") == [])
  }

  @Test(arguments: [
    ("a gap in the numbers", "number=\"1\"", "number=\"2\"", "rubric.attribute.unusable 4:12", false),
    ("three observers", "observers=\"2\"", "observers=\"3\"", "rubric.attribute.unusable 4:41", true),
    ("a mark past the limit", "mark=\"3\"", "mark=\"1001\"", "rubric.attribute.unusable 13:15", true),
    ("no mark", "<anchor mark=\"3\">", "<anchor>", "rubric.attribute.missing 13:7", true),
    ("marks that do not ascend", "mark=\"3\"", "mark=\"0\"", "rubric.rules 10:5", false),
    ("a minimum beyond the anchors", "minimum=\"2\"", "minimum=\"3\"", "rubric.rules 5:5", false),
    ("a sum beyond the anchors", "total=\"4\"", "total=\"6\"", "rubric.rules 4:3", false),
    ("a criterion twice", "code=\"practice\"", "code=\"Objective\"", "rubric.rules 10:5", false),
  ])
  func refuses(name: String, part: String, changed: String, finding: String, schemaRefuses: Bool) throws {
    let bytes = Array(Self.good.replacing(part, with: changed).utf8)
    let reading = RubricReader.read(bytes, file: "rubric.xml")
    #expect(reading.rubric == nil)
    let first = try #require(reading.findings.first)
    #expect("\(first.code) \(first.line ?? 0):\(first.column ?? 0)" == finding)
    let schema = try XMLSchema(try Schemas.named("rubric"))
    #expect(try schema.violations(in: bytes, source: "rubric.xml").isEmpty != schemaRefuses)
  }

  /// “passed with fourteen points, if no criterion stands at 1”, as the sheet of the practicum says.
  @Test func shipped() throws {
    let bytes = try Schemas.shipped("Courses/TrainTheTrainers/practice-lesson.xml")
    let reading = RubricReader.read(bytes, file: "practice-lesson.xml")
    #expect(reading.findings == [])
    let rules = try #require(reading.rubric?.versions.first?.rules)
    #expect(rules.criteria.count == 5)
    #expect(rules.minimumTotal == 14)
    #expect(rules.criteria.allSatisfy { $0.minimum == 2 && $0.anchors.map(\.mark) == [1, 2, 3, 4] })
    let schema = try XMLSchema(try Schemas.named("rubric"))
    #expect(try schema.violations(in: bytes, source: "practice-lesson.xml") == [])
  }
}
