import Catalogue
import ContentPackaging
import Synchronization
import Testing

@testable import CommonCartridge

@Suite struct CartridgeFindingTests {
  private static let page =
    "<resource identifier=\"P\" type=\"webcontent\" href=\"a.html\"><file href=\"a.html\"/></resource>"
  private static let pageItem = "<item identifier=\"I\" identifierref=\"P\"><title>One</title></item>"

  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    var items = pageItem
    var resources = page
    var files = ["a.html": ""]
    var more = ""
    let codes: [String]
    var isAccepted = true
    var testDescription: String { name }
  }

  static let rows: [Row] = [
    Row(name: "nothing to tell", codes: []),
    Row(
      name: "a cartridge that asks for authorization",
      more: "<authorizations access=\"cartridge\" import=\"true\"><authorization/></authorizations>",
      codes: ["cartridge.protected"], isAccepted: false),
    Row(
      name: "a protected resource",
      resources: page.replacing("href=\"a.html\">", with: "href=\"a.html\" protected=\"true\">"),
      codes: ["cartridge.protected"], isAccepted: false),
    Row(
      name: "a page that is not in the archive", files: [:], codes: ["package.launch-file.missing"],
      isAccepted: false),
    Row(
      name: "a link whose file is not in the archive", items: pageItem + item("L"),
      resources: page + resource("L", "imswl_xmlv1p1", "gone.xml"), codes: ["package.file.missing"]),
    Row(
      name: "a link to a script", items: pageItem + item("L"),
      resources: page + resource("L", "imswl_xmlv1p1", "l.xml"),
      files: [
        "a.html": "", "l.xml": "<webLink><title>X</title><url href=\"javascript:alert(1)\"/></webLink>",
      ],
      codes: ["cartridge.web-link.unusable"]),
    Row(
      name: "a link that is no XML", items: pageItem + item("L"),
      resources: page + resource("L", "imswl_xmlv1p1", "l.xml"),
      files: ["a.html": "", "l.xml": "<webLink>"], codes: ["cartridge.descriptor.unreadable"]),
    Row(
      name: "a link with a document type", items: pageItem + item("L"),
      resources: page + resource("L", "imswl_xmlv1p1", "l.xml"),
      files: ["a.html": "", "l.xml": "<!DOCTYPE webLink SYSTEM \"file:///etc/passwd\"><webLink/>"],
      codes: ["cartridge.descriptor.unreadable"]),
    Row(
      name: "a topic where a link is due", items: pageItem + item("L"),
      resources: page + resource("L", "imswl_xmlv1p1", "l.xml"),
      files: ["a.html": "", "l.xml": "<topic/>"], codes: ["cartridge.descriptor.other-kind"]),
    Row(
      name: "a link in a namespace that is no address", items: pageItem + item("L"),
      resources: page + resource("L", "imswl_xmlv1p1", "l.xml"),
      files: [
        "a.html": "",
        "l.xml":
          "<webLink xmlns:xsi=\"http: //www.w3.org/2001/XMLSchema-instance\"><url href=\"https://example.org/\"/></webLink>",
      ], codes: []),
    Row(
      name: "a tool with a secret and no address", items: pageItem + item("T"),
      resources: page + resource("T", "imsbasiclti_xmlv1p0", "t.xml"),
      files: [
        "a.html": "",
        "t.xml":
          "<cartridge_basiclti_link><extensions><property name=\"shared_secret\">x</property></extensions></cartridge_basiclti_link>",
      ], codes: ["cartridge.tool.disabled", "cartridge.tool.address", "cartridge.tool.secret"]),
    Row(
      name: "a type that nobody knows", items: pageItem + item("U"),
      resources: page + resource("U", "imsunknwn_xmlv1p3", "a.html"),
      codes: ["cartridge.resource.unknown-type"]),
    Row(
      name: "an item that refers to nothing", items: pageItem + item("GONE"),
      codes: ["package.item.dangling-resource"]),
    Row(name: "no content at all", items: "", resources: "", codes: ["cartridge.nothing-to-show"]),
    Row(
      name: "an item twice", items: pageItem + pageItem, codes: ["package.item.duplicate"]),
    Row(
      name: "a name in another case", files: ["A.HTML": ""],
      codes: ["package.reference.repaired", "package.reference.repaired", "package.reference.repaired"]),
  ]

  private static func item(_ reference: String) -> String {
    "<item identifier=\"I-\(reference)\" identifierref=\"\(reference)\"><title>Two</title></item>"
  }

  private static func resource(_ identifier: String, _ type: String, _ file: String) -> String {
    "<resource identifier=\"\(identifier)\" type=\"\(type)\"><file href=\"\(file)\"/></resource>"
  }

  @Test(arguments: rows) func `what is found`(row: Row) throws {
    let reading = try read(cartridge(manifest(row.items, row.resources, more: row.more), row.files))
    #expect(codes(reading) == row.codes)
    #expect(reading.isAccepted == row.isAccepted)
  }

  /// The file is read once, whoever shows it and with whatever parameters, and what is found in it is told once.
  @Test func `a file that many items and resources share is read once`() throws {
    let items = (0..<3).map {
      "<item identifier=\"A\($0)\" identifierref=\"L1\" parameters=\"?n=\($0)\"><title>L</title></item>"
        + "<item identifier=\"B\($0)\" identifierref=\"L2\"><title>L</title></item>"
    }
    let text = manifest(
      items.joined(),
      Self.resource("L1", "imswl_xmlv1p1", "l.xml") + Self.resource("L2", "imswl_xmlv1p3", "l.xml"))
    let readings = Mutex(0)
    let whole = cartridge(text, ["l.xml": "<webLink><title>X</title><url href=\"javascript:x\"/></webLink>"])
    let contents = PackageContents(kind: .zip, entries: whole.entries) { name in
      if name == "l.xml" { readings.withLock { $0 += 1 } }
      return try whole.bytes(of: name)
    }
    let reading = try read(contents)
    #expect(readings.withLock { $0 } == 1)
    #expect(codes(reading) == ["cartridge.web-link.unusable"])
    #expect(reading.structure?.allActivities.map(\.kind) == Array(repeating: .webLink, count: 6))
  }

  @Test(
    "Descriptors up to the limits",
    arguments: [
      ("bytes that are read", PackageLimits(descriptorBytes: 74), true),
      ("one byte more", PackageLimits(descriptorBytes: 73), false),
      ("elements that are kept", PackageLimits(detailElements: 6), true),
      ("one element more", PackageLimits(detailElements: 5), false),
    ])
  func descriptors(name: String, limits: PackageLimits, isAccepted: Bool) throws {
    let text = manifest(
      Self.item("T1") + Self.item("T2") + Self.item("T1").replacing("I-T1", with: "I-T3"),
      Self.resource("T1", "imsdt_xmlv1p1", "1.xml") + Self.resource("T2", "imsdt_xmlv1p1", "2.xml"))
    // Each of 37 bytes and two elements; the first is shown twice.
    let topic = "<topic><title>Of old</title>   </topic>".replacing("   ", with: " ")
    let reading = try read(cartridge(text, ["1.xml": topic, "2.xml": topic]), limits: limits)
    #expect(reading.isAccepted == isAccepted)
    #expect(codes(reading) == (isAccepted ? [] : ["package.limit"]))
  }

  @Test(arguments: [(2, true), (1, false)])
  func `resources that become activities count as activities`(limit: Int, isAccepted: Bool) throws {
    let pages = (1...2).map {
      "<resource identifier=\"P\($0)\" type=\"webcontent\" href=\"a.html\"><file href=\"a.html\"/></resource>"
    }
    let reading = try read(
      cartridge(manifest("", pages.joined()), ["a.html": ""]), limits: PackageLimits(activities: limit))
    #expect(reading.isAccepted == isAccepted)
    #expect(codes(reading) == ["cartridge.organization.empty"] + (isAccepted ? [] : ["package.limit"]))
  }

  @Test(
    "Nothing is quoted of what holds a credential",
    arguments: [
      ("in a name", "<property name=\"consumerkey\">hidden</property>"),
      ("in another", "<property name=\"shared_key\">hidden</property>"),
      ("in a name on the next line", "<property\n name=\"shared_secret\">hidden</property>"),
      ("in a name that is written otherwise", "<property name=\"shared&#95;&#115;ecret\">hidden</property>"),
      ("on a line of its own", "<property name=\"secret\">\n<launch_url>hidden</launch_url></property>"),
    ])
  func unquoted(name: String, property: String) throws {
    let tool =
      "<cartridge_basiclti_link><launch_url>file:///x</launch_url><extensions>\(property)</extensions></cartridge_basiclti_link>"
    let text = manifest(Self.item("T"), Self.resource("T", "imsbasiclti_xmlv1p0", "t.xml"))
    let reading = try read(cartridge(text, ["t.xml": tool])).quoting()
    let ofTool = reading.findings.filter { $0.file == "t.xml" }
    #expect(ofTool.map(\.code.identifier) == ["cartridge.tool.address", "cartridge.tool.secret"])
    #expect(ofTool.allSatisfy { $0.sourceExcerpt == nil })
    #expect(reading.findings.contains { $0.file == "imsmanifest.xml" && $0.sourceExcerpt != nil })
  }

  @Test func `a secret of a tool is shown nowhere`() throws {
    let files = [
      "t.xml": """
      <cartridge_basiclti_link><title>T</title><launch_url>https://tool.example.org/</launch_url>
        <extensions><property name="shared_secret">hidden</property><property name="level">1</property></extensions>
      </cartridge_basiclti_link>
      """
    ]
    let reading = try read(
      cartridge(manifest(Self.item("T"), Self.resource("T", "imslti_xmlv1p3", "t.xml")), files))
    let details = try #require(reading.structure?.activities.first?.details)
    #expect(!"\(details)".contains("hidden"))
    #expect(details.first?.part("extensions")?.parts.map(\.text) == ["1"])
    #expect(!reading.findings.contains { $0.message.contains("hidden") })
  }

  @Test func `each code is one of the catalogue and has words`() {
    for code in FindingCode.cartridgeCodes {
      #expect(code.identifier.utf8.starts(with: "cartridge.".utf8))
      #expect(!code.explanation.isEmpty)
      #expect(code.severity == .note || code.fix != nil)
    }
    #expect(Set(FindingCode.cartridgeCodes).count == FindingCode.cartridgeCodes.count)
  }
}
