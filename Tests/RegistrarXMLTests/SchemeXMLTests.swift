import Assessment
import Certification
import ContentPackaging
import RegistrarXML
import Testing
import Values
import XML

/// `scheme.xsd`.
@Suite struct SchemeXMLTests {
  static let good = """
    <?xml version="1.0" encoding="UTF-8"?>
    <scheme xmlns="urn:registrar:scheme:1" code="TRAINER" issuer="SEC">
      <title xml:lang="en">Trainer</title>
      <version number="1" kind="completion" course="C" time-zone="UTC"/>
      <version number="2" kind="achievement" course="C" minimum-score="0.7" minimum-trust="observed" validity-months="36" time-zone="Africa/Nairobi" release="two-persons">
        <separate duty="assessed"/>
        <requires scheme="BASE"/>
        <requires scheme="OTHER"/>
        <renewal opens="P6M" grace="P30D" course="REFRESH" attainment="completion"/>
        <attests standard="EDITION" item="OM-1" depth="applied"/>
        <attests standard="EDITION" item="OM-2"/>
        <stage course="FIRST" attainment="attendance" waivable="yes"/>
        <stage course="SECOND" attainment="achievement"/>
      </version>
    </scheme>
    """

  @Test("A good document is the scheme, without a finding")
  func reads() throws {
    let reading = SchemeReader.read(Array(Self.good.utf8), file: "scheme.xml")
    #expect(reading.findings == [])
    let scheme = try #require(reading.scheme)
    #expect(scheme.code.value.text == "TRAINER")
    #expect(scheme.issuer.value.text == "SEC")
    #expect(scheme.versions.map(\.kind) == [.completion, .achievement])
    #expect(scheme.versions.map(\.minimumScore) == [nil, ExactDecimal("0.7")])
    #expect(scheme.versions.map(\.validity) == [.unlimited, .months(36)])
    #expect(scheme.versions.map(\.timeZone.value) == ["UTC", "Africa/Nairobi"])
    #expect(scheme.versions.map(\.minimumTrust) == [.selfReported, .observed])
    #expect(scheme.versions.map { $0.prerequisites.map(\.value.text) } == [[], ["BASE", "OTHER"]])
    #expect(
      scheme.versions.map { $0.attests.map(\.claim.description) } == [
        [], ["EDITION/OM-1=applied", "EDITION/OM-2"],
      ])
    #expect(
      scheme.versions.last?.stages.map { $0.naming(\.value.text) } == [
        SchemeStage(course: "FIRST", attainment: .attendance, mayBeWaived: true),
        SchemeStage(course: "SECOND", attainment: .achievement, mayBeWaived: false),
      ])
    #expect(scheme.versions.first?.renewal == nil)
    let renewal = try #require(scheme.versions.last?.renewal).naming(\.value.text)
    #expect(
      renewal
        == Renewal(opens: .months(6), grace: .days(30), evidence: .refresher("REFRESH", .completion)))
    #expect(
      scheme.versions.map(\.decision)
        == [.anybody, DecisionRule(separation: [.assessed], isReleasedByAnother: true)])
  }

  @Test("“read(write(x)) == x”, and the schema takes what is written")
  func roundTrip() throws {
    let scheme = try #require(SchemeReader.read(Array(Self.good.utf8), file: "").scheme)
    let written = SchemeWriter.write(scheme)
    let again = try #require(SchemeReader.read(written, file: "").scheme)
    #expect(again.code.value == scheme.code.value && again.issuer.value == scheme.issuer.value)
    #expect(again.titles == scheme.titles)
    #expect(again.versions.map(facts) == scheme.versions.map(facts))
    #expect(SchemeWriter.write(again) == written)
    let schema = try XMLSchema(try Schemas.named("scheme"))
    #expect(try schema.violations(in: written, source: "scheme.xml") == [])
    #expect(try schema.violations(in: Array(Self.good.utf8), source: "scheme.xml") == [])
  }

  private func facts(_ version: SchemeDocument.Version) -> [String] {
    [
      "\(version.number.value)", version.kind.rawValue, version.course.value.text,
      version.minimumScore?.description ?? "-", "\(version.validity)", version.timeZone.value,
      version.minimumTrust.rawValue, "\(version.decision.separated)",
      "\(version.decision.isReleasedByAnother)", "\(version.prerequisites.map(\.value))",
      "\(version.attests.map(\.claim))", "\(version.stages.map { $0.naming(\.value.text) })",
      "\(String(describing: version.renewal?.naming(\.value.text)))",
    ]
  }

  @Test(arguments: [
    ("no issuer", " issuer=\"SEC\"", "", "scheme.attribute.missing 2:1", true),
    ("a gap in the numbers", "number=\"2\"", "number=\"3\"", "scheme.attribute.unusable 5:12", false),
    ("a kind that is none", "completion", "graduation", "scheme.attribute.unusable 4:23", true),
    (
      "a score for completion", "course=\"C\" time", "course=\"C\" minimum-score=\"0.5\" time",
      "scheme.attribute.unusable 4:52", false
    ),
    ("a score past 1", "\"0.7\"", "\"1.1\"", "scheme.attribute.unusable 5:53", true),
    ("no months", "\"36\"", "\"0\"", "scheme.attribute.unusable 5:98", true),
    ("a sign", "\"36\"", "\"+36\"", "scheme.attribute.unusable 5:98", false),
    ("months past the limit", "\"36\"", "\"1201\"", "scheme.attribute.unusable 5:98", true),
    ("a scheme required twice", "OTHER", "base", "scheme.attribute.unusable 8:15", false),
    ("a required scheme without a code", " scheme=\"OTHER\"", "", "scheme.attribute.missing 8:5", true),
    ("a trust that is none", "observed", "complete", "scheme.attribute.unusable 5:73", true),
    ("a duty that is none", "assessed", "praised", "scheme.attribute.unusable 6:15", true),
    ("a release that is none", "two-persons", "three-persons", "scheme.attribute.unusable 5:146", true),
    ("a span that is none", "\"P6M\"", "\"P0M\"", "scheme.attribute.unusable 9:14", false),
    ("a renewal that never opens", "opens=\"P6M\"", "", "scheme.attribute.missing 9:5", true),
    ("a refresher without a course", "course=\"REFRESH\"", "", "scheme.attribute.unusable 9:40", false),
    ("a renewal of what never ends", "validity-months=\"36\"", "", "scheme.renewal.without-end 9:5", false),
    ("an item attested twice", "OM-2", "om-1", "scheme.attribute.unusable 11:33", false),
    (
      "an item of no edition", " standard=\"EDITION\" item=\"OM-2\"", " item=\"OM-2\"",
      "scheme.attribute.missing 11:5", true
    ),
    ("a stage twice", "SECOND", "first", "scheme.attribute.unusable 13:12", false),
    ("a stage that is the course", "SECOND", "C", "scheme.attribute.unusable 13:12", false),
    (
      "a Master Trainer without stages", "completion\" course", "master-trainer\" course",
      "scheme.stages.missing 4:3", false
    ),
    ("no zone", " time-zone=\"UTC\"", "", "scheme.attribute.missing 4:3", true),
  ])
  func refuses(name: String, part: String, changed: String, finding: String, schemaRefuses: Bool) throws {
    let bytes = Array(Self.good.replacing(part, with: changed).utf8)
    let reading = SchemeReader.read(bytes, file: "scheme.xml")
    #expect(reading.scheme == nil)
    let first = try #require(reading.findings.first)
    #expect("\(first.code) \(first.line ?? 0):\(first.column ?? 0)" == finding)
    let schema = try XMLSchema(try Schemas.named("scheme"))
    #expect(try schema.violations(in: bytes, source: "scheme.xml").isEmpty != schemaRefuses)
  }

  @Test(
    "Every scheme that is shipped is good, and sets no term",
    arguments: ["train-the-trainers", "master-trainer", "operational-manager", "strategic-manager"])
  func shipped(name: String) throws {
    let bytes = try Schemas.shipped("Schemas/reference/schemes/\(name).xml")
    let reading = SchemeReader.read(bytes, file: name)
    #expect(reading.findings == [])
    #expect(try XMLSchema(try Schemas.named("scheme")).violations(in: bytes, source: name) == [])
    let scheme = try #require(reading.scheme)
    #expect(scheme.versions.allSatisfy { $0.validity == .unlimited && $0.minimumScore == nil })
  }

  @Test("A scheme without versions is none")
  func withoutVersions() {
    let text = """
      <scheme xmlns="urn:registrar:scheme:1" code="T" issuer="S"><title>T</title></scheme>
      """
    #expect(
      SchemeReader.read(Array(text.utf8), file: "").findings.map(\.code.identifier)
        == ["scheme.versions.missing"])
  }
}
