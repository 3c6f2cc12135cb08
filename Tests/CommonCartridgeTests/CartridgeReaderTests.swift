import Catalogue
import ContentPackaging
import Testing
import Values

@testable import CommonCartridge

@Suite struct CartridgeReaderTests {
  private static let items = """
    <item identifier="M1"><title>Module 1</title>
      <item identifier="I1" identifierref="PAGE"><title>A page</title></item>
      <item identifier="I2" identifierref="LINK"><title>A link</title></item>
      <item identifier="I3" identifierref="TOPIC"><title>A topic</title></item>
      <item identifier="I4" identifierref="TOOL"><title>A tool</title></item>
    </item>
    <item identifier="M2"><title>Module 2</title>
      <item identifier="I5" identifierref="WORK"><title>Work</title></item>
      <item identifier="I6" identifierref="TEST"><title>A test</title></item>
      <item identifier="I7"><title>A heading</title></item>
    </item>
    """
  private static let resources = """
    <resource identifier="PAGE" type="webcontent" href="page.html"><file href="page.html"/></resource>
    <resource identifier="LINK" type="imswl_xmlv1p3"><file href="link.xml"/></resource>
    <resource identifier="TOPIC" type="imsdt_xmlv1p3"><file href="topic.xml"/></resource>
    <resource identifier="TOOL" type="imsbasiclti_xmlv1p3"><file href="tool.xml"/></resource>
    <resource identifier="WORK" type="assignment_xmlv1p0" href="work.xml"><file href="work.xml"/></resource>
    <resource identifier="TEST" type="imsqti_xmlv1p2/imscc_xmlv1p3/assessment"><file href="test.xml"/></resource>
    <resource identifier="BANK" type="imsqti_xmlv1p2/imscc_xmlv1p3/question-bank"><file href="bank.xml"/></resource>
    """
  private static let files = [
    "page.html": "<html></html>",
    "link.xml": """
    <webLink xmlns="http://www.imsglobal.org/xsd/imsccv1p3/imswl_v1p3"><title>Elsewhere</title>
      <url href="https://example.org/tariff?x=1" target="_blank" windowFeatures="width=100"/></webLink>
    """,
    "topic.xml": """
    <topic xmlns="http://www.imsglobal.org/xsd/imsccv1p3/imsdt_v1p3"><title>Talk</title>
      <text texttype="text/html">&lt;p&gt;Say it.&lt;/p&gt;</text></topic>
    """,
    "tool.xml": """
    <cartridge_basiclti_link xmlns="http://www.imsglobal.org/xsd/imslticc_v1p3"
        xmlns:blti="http://www.imsglobal.org/xsd/imsbasiclti_v1p0" xmlns:lticm="http://www.imsglobal.org/xsd/imslticm_v1p0">
      <blti:title>A lab</blti:title><blti:secure_launch_url>https://tool.example.org/launch</blti:secure_launch_url>
      <blti:custom><lticm:property name="level">2</lticm:property></blti:custom>
    </cartridge_basiclti_link>
    """,
    "work.xml": """
    <assignment xmlns="http://www.imsglobal.org/xsd/imscc_extensions/assignment" identifier="WORK">
      <title>An essay</title><gradable points_possible="10">true</gradable>
      <submission_formats><format type="file"/></submission_formats></assignment>
    """,
    "test.xml": """
    <questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2"><assessment ident="Q" title="The test">
      <section ident="S"><item ident="1"/><item ident="2"/></section></assessment></questestinterop>
    """,
    "bank.xml": """
    <questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2"><objectbank ident="B"><item ident="1"/>
    </objectbank></questestinterop>
    """,
  ]

  @Test func `a whole cartridge`() throws {
    let reading = try read(cartridge(manifest(Self.items, Self.resources), Self.files))
    #expect(reading.isAccepted)
    #expect(reading.format == .readable(.commonCartridge(.v1p3)))
    #expect(reading.version == "1.3")
    #expect(reading.title == "Valuation")
    #expect(reading.identifier == "CC-1")
    let course = try #require(reading.structure)
    #expect(course.languages == [LanguageTag("en")])
    #expect(course.allActivities.map(\.key) == ["M1", "I1", "I2", "I3", "I4", "M2", "I5", "I6", "I7"])
    #expect(
      course.allActivities.map(\.kind)
        == [
          .group, .webContent, .webLink, .discussionTopic, .externalTool, .group, .assignment, .assessment,
          .group,
        ])
    #expect(
      codes(reading)
        == ["cartridge.tool.disabled", "package.questions.not-playable", "package.questions.not-playable"])
  }

  @Test func `pages and links are opened and done once they were; nothing else is launched`() throws {
    let reading = try read(cartridge(manifest(Self.items, Self.resources), Self.files))
    let launches = try #require(reading.structure).assignables.map(\.launch)
    #expect(
      launches == [
        Launch(target: .file(path: "page.html", suffix: ""), moveOn: .completed, isTracked: false),
        Launch(
          target: .external(url: "https://example.org/tariff?x=1"), moveOn: .completed, isTracked: false),
      ])
  }

  @Test func `what describes a topic, a tool, an assignment and a test is kept`() throws {
    let reading = try read(cartridge(manifest(Self.items, Self.resources), Self.files))
    let all = try #require(reading.structure).allActivities
    let details = { (key: String) in all.first { $0.key == key }?.details.first }
    #expect(details("I3")?.part("text")?.text == "<p>Say it.</p>")
    #expect(details("I3")?.part("text")?.attribute("texttype") == "text/html")
    #expect(details("I4")?.part("secure_launch_url")?.text == "https://tool.example.org/launch")
    #expect(details("I4")?.part("custom")?.parts.first?.text == "2")
    #expect(details("I5")?.part("gradable")?.attribute("points_possible") == "10")
    #expect(details("I6")?.attribute("items") == "2")
    #expect(details("I2")?.part("url")?.attribute("target") == "_blank")
  }

  @Test(
    "Versions, by namespace or schema",
    arguments: [
      ("http://www.imsglobal.org/xsd/imscc/imscp_v1p1", "1.0.0", "IMS Common Cartridge", "1.0"),
      ("http://www.imsglobal.org/xsd/imscp_v1p1", "1.0.0", "IMS Common Cartridge", "1.0"),
      ("http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1", "1.1.0", "IMS Common Cartridge", "1.1"),
      ("http://www.imsglobal.org/xsd/imsccv1p2/imscp_v1p1", "1.2.0", "IMS Common Cartridge", "1.2"),
      ("http://www.imsglobal.org/xsd/imsccv1p2/imscp_v1p1", "1.2.0", "IMS Thin Common Cartridge", "1.2"),
      ("http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1", "1.3.0", "1EdTech Thin CC", "1.3"),
      ("http://www.imsglobal.org/xsd/imsccv1p4/imscp_v1p1", "1.4.0", "1EdTech Common Cartridge", "1.4"),
    ])
  func version(namespace: String, stated: String, schema: String, expected: String) throws {
    let manifest = """
      <manifest identifier="M" xmlns="\(namespace)"><metadata><schema>\(schema)</schema>
        <schemaversion>\(stated)</schemaversion></metadata>
        <organizations><organization identifier="O"><title>T</title>
          <item identifier="I" identifierref="R"><title>One</title></item></organization></organizations>
        <resources><resource identifier="R" type="webcontent" href="a.html"/></resources></manifest>
      """
    let reading = try read(cartridge(manifest, ["a.html": ""]))
    #expect(reading.isAccepted)
    #expect(reading.format?.family == "common-cartridge")
    #expect(reading.version == expected)
    #expect(reading.structure?.allActivities.count == 1)
  }

  @Test func `a thin cartridge that holds its descriptions in the manifest`() throws {
    let resources = """
      <resource identifier="L" type="imswl_xmlv1p3"><webLink><title>Elsewhere</title><url href="https://example.org/"/></webLink></resource>
      <resource identifier="T" type="imsbasiclti_xmlv1p3"><cartridge_basiclti_link><title>Lab</title>
        <launch_url>https://tool.example.org/</launch_url></cartridge_basiclti_link></resource>
      """
    let bare = PackageContents.Kind.bareManifest(name: "imsmanifest.xml")
    let reading = try read(
      cartridge(manifest("", resources, schema: "IMS Thin Common Cartridge"), kind: bare))
    #expect(reading.isAccepted)
    #expect(reading.structure?.activities.map(\.kind) == [.webLink, .externalTool])
    #expect(reading.structure?.activities.map { $0.title.text() } == ["Elsewhere", "Lab"])
    #expect(codes(reading) == ["cartridge.organization.empty", "cartridge.tool.disabled"])
  }

  @Test func `a variant that is understood goes before the page that names it, which is what is opened`()
    throws
  {
    let items = """
      <item identifier="I1" identifierref="PLAIN"><title>By its page</title></item>
      <item identifier="I2" identifierref="WORK"><title>By itself</title></item>
      """
    let resources = """
      <resource identifier="PLAIN" type="webcontent" href="work.html"><file href="work.html"/>
        <variant identifier="V" identifierref="WORK"><metadata/></variant></resource>
      <resource identifier="WORK" type="assignment_xmlv1p0"><file href="work.xml"/></resource>
      """
    let files = ["work.html": "", "work.xml": Self.files["work.xml"] ?? ""]
    let reading = try read(cartridge(manifest(items, resources), files))
    let page = Launch(target: .file(path: "work.html", suffix: ""), moveOn: .completed, isTracked: false)
    #expect(codes(reading) == [])
    #expect(reading.structure?.activities.map(\.kind) == [.assignment, .assignment])
    #expect(reading.structure?.activities.map(\.launch) == [page, page])
  }
}
