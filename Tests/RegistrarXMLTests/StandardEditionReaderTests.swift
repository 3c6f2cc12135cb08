import Catalogue
import ContentPackaging
import People
import RegistrarXML
import Testing
import Values
import XML

@Suite struct StandardEditionReaderTests {
  static let good = """
    <?xml version="1.0" encoding="UTF-8"?>
    <standard-edition xmlns="urn:registrar:standard-edition:1" code="EXAMPLE-2026" framework="Example" year="2026" state="in-force">
      <title xml:lang="en">Example edition</title>
      <title xml:lang="fr">Édition d’exemple</title>
      <item code="OM-K-01" level="operational-manager" kind="knowledge">
        <title xml:lang="en">How a
          service works</title>
      </item>
      <item code="SM-B-01" level="strategic-manager" kind="behaviour"><title>Leads</title></item>
    </standard-edition>
    """

  @Test("A good document is the edition, without a finding")
  func reads() throws {
    let reading = StandardEditionReader.read(Array(Self.good.utf8), file: "edition.xml")
    #expect(reading.findings == [])
    let edition = try #require(reading.edition)
    #expect(edition.code.text == "EXAMPLE-2026")
    #expect(edition.framework == "Example")
    #expect(edition.year == 2026)
    #expect(edition.state == .inForce)
    #expect(edition.titles.text(for: try #require(LanguageTag("fr"))) == "Édition d’exemple")
    #expect(edition.items.map(\.code.text) == ["OM-K-01", "SM-B-01"])
    #expect(edition.items.map(\.level) == [.operationalManager, .strategicManager])
    #expect(edition.items.map(\.kind) == [.knowledge, .behaviour])
    #expect(edition.items[0].titles.text() == "How a service works")
    #expect(edition.items[1].titles.variants.map(\.language) == [.undetermined])
  }

  struct Row: CustomTestStringConvertible, Sendable {
    let name: String
    let part: String
    let changed: String
    let finding: String
    /// Whether the schema refuses it too; it does not see what only words of a type can say.
    var schemaRefuses = true
    var testDescription: String { name }
  }

  @Test(arguments: [
    Row(
      name: "another root", part: "standard-edition", changed: "standard",
      finding: "standard-edition.root 2:1"),
    Row(
      name: "another namespace", part: "edition:1", changed: "edition:2", finding: "standard-edition.root 2:1"
    ),
    Row(
      name: "a year in words", part: "year=\"2026\"", changed: "year=\"MMXXVI\"",
      finding: "standard-edition.attribute.unusable 2:100"),
    Row(
      name: "a year before 1900", part: "year=\"2026\"", changed: "year=\"1899\"",
      finding: "standard-edition.attribute.unusable 2:100"),
    Row(
      name: "no state", part: " state=\"in-force\"", changed: "",
      finding: "standard-edition.attribute.missing 2:1"),
    Row(
      name: "an unknown level", part: "strategic-manager", changed: "manager",
      finding: "standard-edition.attribute.unusable 9:24"),
    Row(
      name: "an item twice, in other capitals", part: "SM-B-01", changed: "om-k-01",
      finding: "standard-edition.item.repeated 9:9", schemaRefuses: false),
    Row(
      name: "an item twice", part: "SM-B-01", changed: "OM-K-01",
      finding: "standard-edition.item.repeated 9:9"),
    Row(
      name: "an item without title", part: "<title>Leads</title>", changed: "",
      finding: "standard-edition.title.missing 9:3"),
    Row(
      name: "two titles in one language", part: "\"fr\"", changed: "\"EN\"",
      finding: "standard-edition.title.repeated 4:3", schemaRefuses: false),
    Row(
      name: "a language that is none", part: "\"fr\"", changed: "\"français\"",
      finding: "standard-edition.attribute.unusable 4:10", schemaRefuses: false),
    Row(
      name: "a misspelt element", part: "<title>Leads</title>",
      changed: "<title>Leads</title><titel>x</titel>",
      finding: "standard-edition.unknown 9:87"),
    Row(
      name: "an unknown attribute", part: "kind=\"behaviour\"", changed: "kind=\"behaviour\" weight=\"2\"",
      finding: "standard-edition.unknown 9:67"),
    Row(
      name: "cut short", part: "</standard-edition>", changed: "", finding: "standard-edition.unreadable"),
  ])
  func refuses(row: Row) throws {
    let bytes = Array(Self.good.replacing(row.part, with: row.changed).utf8)
    let reading = StandardEditionReader.read(bytes, file: "edition.xml")
    #expect(reading.edition == nil)
    let first = try #require(reading.findings.first)
    let place = first.line.map { line in first.column.map { " \(line):\($0)" } ?? "" } ?? ""
    #expect("\(first.code)\(place)".starts(with: row.finding))
    guard row.finding != "standard-edition.unreadable" else { return }
    let schema = try XMLSchema(try Schemas.standardEdition())
    let isValid = try schema.violations(in: bytes, source: "edition.xml").isEmpty
    #expect(isValid != row.schemaRefuses)
  }

  @Test("The schema takes the good document")
  func schema() throws {
    let schema = try XMLSchema(try Schemas.standardEdition())
    #expect(try schema.violations(in: Array(Self.good.utf8), source: "edition.xml") == [])
  }

  @Test("Every code is explained and stands once")
  func codes() {
    let codes = FindingCode.registrarXMLCodes
    #expect(Set(codes).count == codes.count)
    #expect(codes.allSatisfy { !$0.explanation.isEmpty && $0.fix != nil })
  }
}

@Suite struct StandardEditionWriterTests {
  @Test("“read(write(x)) == x”, and the schema takes what is written")
  func roundTrip() throws {
    let document = try #require(
      StandardEditionReader.read(Array(StandardEditionReaderTests.good.utf8), file: "").edition)
    let edition = StandardEdition(
      id: StandardEditionID(UUID(high: 0, low: 1)), code: document.code, framework: document.framework,
      year: document.year, state: document.state, titles: document.titles, items: document.items)
    let written = StandardEditionWriter.write(edition)
    #expect(StandardEditionReader.read(written, file: "").edition == document)
    let schema = try XMLSchema(try Schemas.standardEdition())
    #expect(try schema.violations(in: written, source: "edition.xml") == [])
  }
}
