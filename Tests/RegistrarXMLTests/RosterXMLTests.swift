import ContentPackaging
import Enrolment
import People
import RegistrarXML
import Testing
import Values
import XML

/// `roster.xsd`: what is read, what is refused, and that what is written is read again as it was.
@Suite struct RosterXMLTests {
  static let good = """
    <?xml version="1.0" encoding="UTF-8"?>
    <roster xmlns="urn:registrar:roster:1" source="KE-HR">
      <person id="00017" name="Amina &lt;Example&gt;" sex="female" language="fr">
        <mailbox>a@example.invalid</mailbox>
        <affiliation organisation="KE" unit="Audit" post="Auditor" role-level="operational-manager"
                     from="2020-01-01" to="2027-12-31"/>
        <affiliation organisation="UG"/>
        <nomination session="S-1" organisation="KE"/>
        <enrolment session="S-1"/>
        <enrolment session="S-2"/>
      </person>
      <person id="A b" name="O"/>
    </roster>
    """

  @Test("A good document is the roster, without a finding")
  func reads() throws {
    let reading = RosterXMLReader.read(Array(Self.good.utf8), file: "roster.xml")
    #expect(reading.findings == [])
    let entries = try #require(reading.document?.entries)
    #expect(entries.map(\.path) == ["roster/person[1]", "roster/person[2]"])
    let first = entries[0]
    #expect(first.identity.value.source.text == "KE-HR")
    #expect(first.identity.value.identifier.text == "00017")
    #expect(first.identity.place.description == "3:11")
    #expect(first.name.value == "Amina <Example>")
    #expect(first.sex?.value == .female)
    #expect(first.mailboxes.map(\.value) == ["a@example.invalid"])
    #expect(first.affiliations.map(\.organisation.value.text) == ["KE", "UG"])
    #expect(first.affiliations[0].to?.value == Day("2027-12-31"))
    #expect(first.affiliations[1].from == nil)
    #expect(first.nominations.map(\.organisation.value.text) == ["KE"])
    #expect(first.enrolments.map(\.value.text) == ["S-1", "S-2"])
    #expect(entries[1].sex == nil && entries[1].affiliations.isEmpty)
  }

  @Test("“read(write(x)) == x”, and the schema takes what is written")
  func roundTrip() throws {
    let source = try #require(SourceCode("KE-HR"))
    let document = try #require(RosterXMLReader.read(Array(Self.good.utf8), file: "").document)
    let written = RosterWriter.write(document, of: source)
    let again = RosterXMLReader.read(written, file: "")
    #expect(again.findings == [])
    let read = try #require(again.document)
    #expect(read.entries.map(Facts.init) == document.entries.map(Facts.init))
    #expect(RosterWriter.write(read, of: source) == written)
    let schema = try XMLSchema(try Schemas.named("roster"))
    #expect(try schema.violations(in: written, source: "roster.xml") == [])
    #expect(try schema.violations(in: Array(Self.good.utf8), source: "roster.xml") == [])
  }

  /// An entry without the places that it stood at.
  struct Facts: Equatable {
    let texts: [String?]

    init(_ entry: RosterEntry) {
      texts =
        [
          entry.path, entry.identity.value.source.text, entry.identity.value.identifier.text,
          entry.name.value,
          entry.sex?.value.rawValue, entry.language?.value.text,
        ] + entry.mailboxes.map(\.value)
        + entry.affiliations.flatMap {
          [
            $0.organisation.value.text, $0.unit, $0.post, $0.roleLevel?.rawValue,
            $0.from?.value.description, $0.to?.value.description,
          ]
        } + entry.nominations.flatMap { [$0.session.value.text, $0.organisation.value.text] }
        + entry.enrolments.map(\.value.text)
    }
  }

  @Test(
    arguments: [
      ("another namespace", "roster:1", "roster:2", ["roster.root 2:1"], nil),
      ("no source", " source=\"KE-HR\"", "", ["roster.attribute.missing 2:1"], nil),
      ("no identifier", " id=\"A b\"", "", ["roster.attribute.missing 12:3"], 1),
      ("an identifier with a space behind", "A b", "A ", ["roster.attribute.unusable 12:11"], 1),
      ("no name", " name=\"O\"", "", ["roster.attribute.missing 12:3"], 1),
      ("a sex that is none", "female", "woman", ["roster.attribute.unusable 3:51"], 1),
      ("30 February", "2020-01-01", "2020-02-30", ["roster.attribute.unusable 6:18"], 1),
      (
        "an unknown attribute", "<person id=\"A b\"", "<person id=\"A b\" rank=\"1\"",
        ["roster.unknown 12:20"], 1
      ),
      ("an unknown element", "<enrolment session=\"S-2\"/>", "<award/>", ["roster.unknown 10:5"], 1),
      ("cut short", "</roster>", "", ["roster.unreadable 12:30"], nil),
    ] as [(String, String, String, [String], Int?)])
  func refuses(name: String, part: String, changed: String, findings: [String], entries: Int?) throws {
    let bytes = Array(Self.good.replacing(part, with: changed).utf8)
    let reading = RosterXMLReader.read(bytes, file: "roster.xml")
    #expect(
      reading.findings.map { "\($0.code) \($0.line ?? 0):\($0.column ?? 0)" } == findings)
    #expect(reading.document?.entries.count == entries)
    guard name != "cut short" else { return }
    let schema = try XMLSchema(try Schemas.named("roster"))
    #expect(try !schema.violations(in: bytes, source: "roster.xml").isEmpty)
  }

  @Test("A last day before the first is refused, which the schema does not see")
  func daysInOrder() {
    let bytes = Array(Self.good.replacing("2027-12-31", with: "2019-12-31").utf8)
    let reading = RosterXMLReader.read(bytes, file: "roster.xml")
    #expect(reading.findings.map(\.code.identifier) == ["roster.attribute.unusable"])
  }

  @Test("Nobody is no roster")
  func nobody() {
    let text = "<roster xmlns=\"urn:registrar:roster:1\" source=\"HR\"/>"
    #expect(RosterXMLReader.read(Array(text.utf8), file: "").findings.map(\.code) == [.rosterEntriesMissing])
  }
}
