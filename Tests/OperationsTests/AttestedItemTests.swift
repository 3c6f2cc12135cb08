import Catalogue
import Certification
import ContentPackaging
import Operations
import People
import RegistrarXML
import Testing
import Values

/// “What a scheme version attests of which standard edition's items and at what depth; unknown items are findings with
/// file:line:column.”
@Suite("Items of standards that schemes attest") struct AttestedItemTests {
  private let scene: Scene
  private var house: House { scene.house }

  private static let edition = """
    <standard-edition xmlns="urn:registrar:standard-edition:1" code="EXAMPLE" framework="Example" year="2026" state="in-force">
      <title xml:lang="en">Example</title>
      <depth code="aware"><title xml:lang="en">Aware</title></depth>
      <depth code="applied"><title xml:lang="en">Applied</title><title xml:lang="fr">Appliqué</title></depth>
      <item code="OM-1" level="operational-manager" kind="knowledge"><title xml:lang="en">Origin</title></item>
    </standard-edition>
    """

  init() throws {
    scene = try Scene(House())
    let document = try #require(
      StandardEditionReader.read(Array(Self.edition.utf8), file: "edition.xml").edition)
    _ = try house.perform(
      AddStandardEdition(
        code: document.code, framework: document.framework, year: document.year, state: document.state,
        titles: document.titles, items: document.items, depths: document.depths))
  }

  private func scheme(_ attests: String) -> String {
    """
    <scheme xmlns="urn:registrar:scheme:1" code="NEW" issuer="TEST-MEMBER">
    <title xml:lang="en">New</title>
    <version number="1" kind="achievement" course="Origin-of-goods" time-zone="UTC">
    \(attests)
    </version></scheme>
    """
  }

  private func load(_ attests: String) throws -> SchemeReport {
    try house.registrar.importScheme(Array(scheme(attests).utf8), name: "scheme.xml", as: .owner)
  }

  @Test func anEditionKeepsItsDepths() throws {
    let edition = try #require(StandardEditionCode("EXAMPLE"))
    let shown = try house.answer(ShowStandardEdition(edition))
    #expect(shown.depths.map(\.code.text) == ["aware", "applied"])
    let again = StandardEditionReader.read(try house.answer(ExportStandardEdition(edition)), file: "")
    #expect(again.edition?.depths == shown.depths)
  }

  @Test(
    "What is not there is found where it stands",
    arguments: [
      (#"<attests standard="OTHER" item="OM-1"/>"#, "scheme.standard.unknown 4:10"),
      (#"<attests standard="EXAMPLE" item="OM-2"/>"#, "scheme.item.unknown 4:29"),
      (#"<attests standard="EXAMPLE" item="OM-1" depth="deep"/>"#, "scheme.depth.unknown 4:41"),
    ])
  func gaps(attests: String, finding: String) throws {
    let report = try load(attests)
    #expect(!report.isAccepted)
    #expect(
      report.findings.map { "\($0.code) \($0.line ?? 0):\($0.column ?? 0)" } == [finding])
  }

  @Test func itIsToldWhereverTheCertificateIs() throws {
    let attests = #"<attests standard="EXAMPLE" item="OM-1" depth="applied"/>"#
    #expect(try load(attests).addedVersions == [1])
    #expect(try load(attests).addedVersions == [], "the second time nothing is changed")
    let code = try #require(SchemeCode("NEW"))
    #expect(
      String(decoding: try house.answer(ExportScheme(.code(code))), as: UTF8.self).contains(attests))
    try scene.send(verb: "completed")
    try scene.send(verb: "passed", scaled: "0.9")
    let certificate = try house.perform(
      Award(enrolment: scene.enrolment, scheme: .code(code))
    ).certificate
    let verified = try house.answer(VerifyCertificate(code: certificate.code.description)).attested
    #expect(verified.map(\.item.code.text) == ["OM-1"])
    #expect(verified.map { $0.depth?.titles.text() } == ["Applied"])
    let told = try house.answer(ExplainCertificate(certificate: certificate.number.text))
    #expect(told.rule.hasSuffix("; it attests EXAMPLE/OM-1=applied"))
  }

  @Test func theOtherDoorsRefuseTheSame() throws {
    let version = try #require(try house.answer(ShowScheme(.code(scene.scheme))).current)
    for (claim, gap) in [
      ("NONE/OM-1", "standard-unknown"), ("EXAMPLE/OM-9", "standard-item-unknown"),
      ("EXAMPLE/OM-1=deep", "standard-depth-unknown"),
    ] {
      do {
        _ = try house.perform(
          ReviseScheme(
            scheme: .code(scene.scheme),
            rules: .init(
              kind: .completion, course: .id(version.course), minimumScore: nil, validity: .unlimited,
              timeZone: "UTC", attests: [#require(StandardClaim(claim))])))
        Issue.record("took \(claim)")
      } catch let found as StandardGap {
        #expect(found.explanation.code == gap)
      }
    }
  }
}
