import ContentPackaging
import People
import RegistrarXML
import Testing
import Values
import XML

/// `organisations.xsd`, and the reference data that is shipped.
@Suite struct OrganisationsXMLTests {
  private static let shippedPath = "Schemas/reference/organisations.xml"

  @Test("What is shipped is read without a finding, and the schema takes it")
  func shipped() throws {
    let bytes = try Schemas.shipped(Self.shippedPath)
    let reading = OrganisationsReader.read(bytes, file: "organisations.xml")
    #expect(reading.findings == [])
    let organisations = try #require(reading.document?.organisations)
    #expect(Set(organisations.filter { $0.kind == .rocb }.compactMap(\.region)) == Set(Region.allCases))
    #expect(organisations.count { $0.kind == .rtc } == 26)
    #expect(organisations.allSatisfy { !$0.sources.isEmpty }, "every row has the page that says so")
    let schema = try XMLSchema(try Schemas.named("organisations"))
    #expect(try schema.violations(in: bytes, source: "organisations.xml") == [])
  }

  @Test("“seats that moved are dated”; a day that no page gives is absent")
  func seats() throws {
    let bytes = try Schemas.shipped(Self.shippedPath)
    let document = try #require(OrganisationsReader.read(bytes, file: "").document)
    func organisation(_ code: String) throws -> OrganisationsDocument.Organisation {
      try #require(document.organisations.first { $0.code.value.text == code })
    }
    let americas = try organisation("ROCB-AMS")
    #expect(americas.seats.map(\.place) == ["Buenos Aires", "Montevideo"])
    #expect(americas.seats.map(\.from?.text) == ["2007", nil])
    #expect(americas.validity.knownFrom == nil)
    let europe = try organisation("ROCB-EUR")
    #expect(europe.validity.knownFrom == Day("2011-10-17"))
  }

  @Test("“read(write(x)) == x”, and the schema takes what is written")
  func roundTrip() throws {
    let document = try #require(
      OrganisationsReader.read(try Schemas.shipped(Self.shippedPath), file: "").document)
    let written = OrganisationsWriter.write(document)
    let again = try #require(OrganisationsReader.read(written, file: "").document)
    #expect(again.organisations.map(Facts.init) == document.organisations.map(Facts.init))
    #expect(OrganisationsWriter.write(again) == written)
    let schema = try XMLSchema(try Schemas.named("organisations"))
    #expect(try schema.violations(in: written, source: "organisations.xml") == [])
  }

  /// An organisation without the place that it stood at.
  struct Facts: Equatable {
    let code: PartyCode
    let kind: Party.Kind
    let region: Region?
    let names: LocalizedText
    let validity: DayRange
    let seats: [Party.Seat]
    let sources: [Party.Source]

    init(_ organisation: OrganisationsDocument.Organisation) {
      code = organisation.code.value
      (kind, region, names) = (organisation.kind, organisation.region, organisation.names)
      (validity, seats, sources) = (organisation.validity, organisation.seats, organisation.sources)
    }
  }

  @Test(arguments: [
    ("a region for a university", "kind=\"rtc\"", "kind=\"university\"", "organisations.region 3:48", false),
    ("no region for a centre", " region=\"ESA\"", "", "organisations.region 3:3", false),
    ("a region that is none", "\"ESA\"", "\"EA\"", "organisations.attribute.unusable 3:41", true),
    ("a day that is none", "2006-06", "2006-13", "organisations.attribute.unusable 5:38", true),
    (
      "a script as address", "https://pages", "javascript://pages", "organisations.attribute.unusable 6:13",
      true
    ),
    (
      "a source without address", "address=\"https://pages.example/centre\"", "",
      "organisations.attribute.missing 6:5", true
    ),
    (
      "days out of order", "to=\"2020-12-31\"", "to=\"2009-12-31\"", "organisations.attribute.unusable 3:72",
      false
    ),
    ("no name", "<name xml:lang=\"en\">Centre</name>", "", "organisations.title.missing 3:3", true),
  ])
  func refuses(name: String, part: String, changed: String, finding: String, schemaRefuses: Bool) throws {
    let good = """
      <?xml version="1.0" encoding="UTF-8"?>
      <organisations xmlns="urn:registrar:organisations:1">
        <organisation code="RTC-X" kind="rtc" region="ESA" from="2010-01-01" to="2020-12-31">
          <name xml:lang="en">Centre</name>
          <seat place="Town" host="Member" from="2006-06"/>
          <source address="https://pages.example/centre"/>
        </organisation>
      </organisations>
      """
    let bytes = Array(good.replacing(part, with: changed).utf8)
    let reading = OrganisationsReader.read(bytes, file: "organisations.xml")
    #expect(reading.document == nil)
    let first = try #require(reading.findings.first)
    #expect("\(first.code) \(first.line ?? 0):\(first.column ?? 0)" == finding)
    let schema = try XMLSchema(try Schemas.named("organisations"))
    #expect(try schema.violations(in: bytes, source: "organisations.xml").isEmpty != schemaRefuses)
  }
}
