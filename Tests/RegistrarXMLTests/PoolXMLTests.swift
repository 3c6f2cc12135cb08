import Accreditation
import ContentPackaging
import RegistrarXML
import Testing
import Values
import XML

/// `pool.xsd`.
@Suite struct PoolXMLTests {
  static let good = """
    <?xml version="1.0" encoding="UTF-8"?>
    <pool xmlns="urn:registrar:pool:1" code="TOA-PCA" category="TOA" subject="PCA">
      <title xml:lang="en">Audit</title>
      <version number="1" term-months="36" apart="own-party earlier-assessor">
        <stage code="pre-screening" kind="pre-screening"><title xml:lang="en">Pre-screening</title></stage>
        <stage code="workshop" kind="workshop" grants="pre-accredited" within-months="6"><title>Workshop</title></stage>
        <stage code="mission" kind="mission" grants="accredited"><title>Mission</title></stage>
        <conversion from="CMA" grants="pre-accredited"/>
      </version>
    </pool>
    """

  @Test("A good document is the pool, without a finding")
  func reads() throws {
    let reading = PoolReader.read(Array(Self.good.utf8), file: "pool.xml")
    #expect(reading.findings == [])
    let pool = try #require(reading.pool)
    #expect(pool.code.value.text == "TOA-PCA")
    #expect(pool.subject?.text == "PCA")
    #expect(pool.category == .technicalOperationalAdvisor)
    let rules = try #require(pool.versions.first?.rules)
    #expect(rules.termMonths == 36)
    #expect(rules.apart == [.ownParty, .earlierAssessor])
    #expect(rules.path.stages.map(\.kind) == [.screening, .workshop, .mission])
    #expect(rules.path.stages.map(\.grants) == [nil, .preAccredited, .accredited])
    #expect(rules.path.stages.map(\.withinMonths) == [nil, 6, nil])
    #expect(rules.conversions == [.init(from: .customsModernizationAdvisor, grants: .preAccredited)])
  }

  @Test("“read(write(x)) == x”, and the schema takes what is written")
  func roundTrip() throws {
    let pool = try #require(PoolReader.read(Array(Self.good.utf8), file: "").pool)
    let written = PoolWriter.write(pool)
    let again = try #require(PoolReader.read(written, file: "").pool)
    #expect(again.code.value == pool.code.value && again.category == pool.category)
    #expect(again.titles == pool.titles && again.subject == pool.subject)
    #expect(again.versions.map(\.rules) == pool.versions.map(\.rules))
    let schema = try XMLSchema(try Schemas.named("pool"))
    #expect(try schema.violations(in: written, source: "pool.xml") == [])
    #expect(try schema.violations(in: Array(Self.good.utf8), source: "pool.xml") == [])
  }

  @Test(arguments: [
    ("no category", " category=\"TOA\"", "", "pool.attribute.missing 2:1", true),
    ("a category that is none", "\"TOA\"", "\"XYZ\"", "pool.attribute.unusable 2:51", true),
    ("a gap in the numbers", "number=\"1\"", "number=\"2\"", "pool.attribute.unusable 4:12", false),
    ("no months", "\"36\"", "\"0\"", "pool.attribute.unusable 4:23", true),
    ("months past the limit", "\"36\"", "\"1201\"", "pool.attribute.unusable 4:23", true),
    (
      "apart from nobody known", "own-party earlier", "own-country earlier", "pool.attribute.unusable 4:40",
      true
    ),
    ("a kind that is none", "kind=\"mission\"", "kind=\"visit\"", "pool.attribute.unusable 7:27", true),
    ("a mission that recognizes", "\"accredited\"", "\"recognized\"", "pool.path 7:5", false),
    (
      "a mission before anybody is pre-accredited", " grants=\"pre-accredited\" w", " w", "pool.path 7:5",
      false
    ),
    (
      "a conversion into nothing", "CMA\" grants=\"pre-accredited", "CMA\" grants=\"recognized",
      "pool.path 8:5", false
    ),
    (
      "two conversions of one category", "<conversion from",
      "<conversion from=\"CMA\" grants=\"accredited\"/><conversion from", "pool.path 8:49", false
    ),
    ("a stage misspelt", "<conversion", "<conversions", "pool.unknown 8:5", true),
  ])
  func refuses(name: String, part: String, changed: String, finding: String, schemaRefuses: Bool) throws {
    let bytes = Array(Self.good.replacing(part, with: changed).utf8)
    let reading = PoolReader.read(bytes, file: "pool.xml")
    #expect(reading.pool == nil)
    let first = try #require(reading.findings.first)
    #expect("\(first.code) \(first.line ?? 0):\(first.column ?? 0)" == finding)
    let schema = try XMLSchema(try Schemas.named("pool"))
    #expect(try schema.violations(in: bytes, source: "pool.xml").isEmpty != schemaRefuses)
  }

  @Test("The shipped pools are read without a finding, each its own, and say no term that nobody published")
  func shipped() throws {
    let names = ["cma", "df", "et-origin-mena", "et-stce", "mpa", "rec-ged", "toa-pca"]
    let schema = try XMLSchema(try Schemas.named("pool"))
    var codes: Set<PoolCode> = []
    for name in names {
      let bytes = try Schemas.shipped("Schemas/reference/pools/\(name).xml")
      let reading = PoolReader.read(bytes, file: name)
      #expect(reading.findings == [])
      #expect(try schema.violations(in: bytes, source: name) == [])
      let pool = try #require(reading.pool)
      codes.insert(pool.code.value)
      #expect(pool.versions.allSatisfy { $0.rules.termMonths == nil })
    }
    #expect(codes.count == names.count)
  }
}
