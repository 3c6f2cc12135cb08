import Catalogue
import Foundation
import Testing
import Values
import XML

@testable import ContentPackaging

private let scorm12 = """
  <manifest identifier="M" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
    xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"/>
  """
private let cmi5 = "<courseStructure xmlns=\"https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd\"/>"

private func contents(
  _ files: [(String, String)], kind: PackageContents.Kind = .zip
) -> PackageContents {
  let bytes = Dictionary(uniqueKeysWithValues: files.map { ($0.0, Array($0.1.utf8)) })
  return PackageContents(kind: kind, entries: files.map { .init(name: $0.0, sizeBytes: $0.1.utf8.count) }) {
    try #require(bytes[$0])
  }
}

/// What came of it, shortly: the format, or `-` with the family; then the codes.
private func summary(_ contents: PackageContents) throws -> String {
  switch try PackageRecognition.of(contents) {
  case .readable(let package):
    let format = "\(package.format.family) \(package.format.version) \(package.manifest.sourceName)"
    return ([format] + package.findings.list.map(\.code.identifier)).joined(separator: "; ")
  case .tables(let tables):
    return (["tables"] + tables.findings.list.map(\.code.identifier)).joined(separator: "; ")
  case .refused(let reading):
    #expect(!reading.isAccepted)
    return (["- \(reading.format?.family ?? "?")"] + reading.findings.map(\.code.identifier)).joined(
      separator: "; ")
  }
}

@Suite struct RecognitionTests {
  @Test(
    arguments: [
      ("nothing", [], "- ?; package.manifest.missing"),
      ("no manifest", [("a.html", "")], "- ?; package.manifest.missing"),
      ("SCORM 1.2", [("imsmanifest.xml", scorm12)], "scorm 1.2 imsmanifest.xml"),
      ("cmi5", [("cmi5.xml", cmi5), ("a.html", "")], "cmi5 1.0 cmi5.xml"),
      ("both", [("cmi5.xml", cmi5), ("imsmanifest.xml", scorm12)], "- ?; package.manifest.ambiguous"),
      (
        "Tin Can beside SCORM", [("tincan.xml", "<tincan/>"), ("imsmanifest.xml", scorm12)],
        "scorm 1.2 imsmanifest.xml; package.manifest.other"
      ),
      (
        "in a folder", [("c/imsmanifest.xml", scorm12), ("c/x/a.html", "")],
        "scorm 1.2 imsmanifest.xml; package.manifest.in-folder"
      ),
      (
        "in a folder, with a Mac's leavings",
        [
          ("c/imsmanifest.xml", scorm12), ("__MACOSX/c/._imsmanifest.xml", "x"), (".DS_Store", ""),
          ("c/._a", ""),
        ],
        "scorm 1.2 imsmanifest.xml; package.manifest.in-folder"
      ),
      (
        "in a folder beside others", [("c/imsmanifest.xml", scorm12), ("a.html", "")],
        "- ?; package.manifest.not-at-root"
      ),
      ("two folders deep", [("a/b/imsmanifest.xml", scorm12)], "- ?; package.manifest.not-at-root"),
      ("cmi5 in a folder", [("c/cmi5.xml", cmi5)], "- ?; package.manifest.not-at-root"),
      ("Tin Can two folders deep", [("a/b/tincan.xml", "<tincan/>")], "- ?; package.manifest.not-at-root"),
      (
        "another case", [("IMSManifest.XML", scorm12)],
        "scorm 1.2 IMSManifest.XML; package.manifest.name-case"
      ),
      ("only the leavings", [("._imsmanifest.xml", scorm12)], "- ?; package.manifest.missing"),
      ("Moodle", [("moodle_backup.xml", "<moodle_backup/>")], "- moodle; package.format.unread"),
      (
        "Open edX", [("course/course.xml", "<course/>"), ("course/x", "")],
        "- openedx; package.format.unread; package.manifest.in-folder"
      ),
      ("AICC", [("A.CRS", ""), ("a.au", ""), ("a.des", ""), ("a.cst", "")], "tables"),
      ("half of AICC", [("A.CRS", "")], "- ?; package.manifest.missing"),
      ("H5P", [("h5p.json", "{}"), ("content/content.json", "{}")], "- h5p; package.format.unread"),
      (
        "a web export", [("story.html", ""), ("story_content/a.js", "")],
        "- articulate; package.format.unread"
      ),
      ("a book", [("mimetype", ""), ("META-INF/container.xml", "")], "- epub; package.format.unread"),
      (
        "a text document", [("[Content_Types].xml", ""), ("word/document.xml", "")],
        "- office; package.format.unread"
      ),
      ("data modules", [("DMC-BIKE-00_EN-US.XML", "")], "- s1000d; package.format.unread"),
      (
        "a Moodle archive's own list", [(".ARCHIVE_INDEX", ""), ("files.xml", "")],
        "- moodle; package.format.unread"
      ),
      (
        "Tin Can", [("tincan.xml", "<tincan xmlns='http://projecttincan.com/tincan.xsd'/>")],
        "tincan 1.0 tincan.xml"
      ),
      ("an empty manifest", [("imsmanifest.xml", "")], "- ?; xml.empty"),
      ("only a declaration", [("imsmanifest.xml", "<?xml version=\"1.0\"?>")], "- ?; xml.truncated"),
      ("a DOCTYPE", [("cmi5.xml", "<!DOCTYPE a>" + cmi5)], "- ?; xml.doctype"),
      (
        "bare ampersands",
        [
          ("imsmanifest.xml", "<manifest a='b&c'><metadata><schema>ADL SCORM</schema></metadata>&</manifest>")
        ],
        "scorm 1.2 imsmanifest.xml; package.manifest.bare-ampersand; package.manifest.bare-ampersand"
      ),
      ("a bare ampersand and a cut", [("cmi5.xml", "<a>&")], "- ?; xml.truncated"),
    ] as [(String, [(String, String)], String)])
  func `packages`(name: String, files: [(String, String)], expected: String) throws {
    #expect(try summary(contents(files)) == expected)
  }

  @Test(arguments: [
    (
      "cmi5, any prefix",
      "<x:courseStructure xmlns:x='https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd'/>", "cmi5 1.0"
    ),
    ("cmi5 without namespace", "<courseStructure/>", "- ?"),
    (
      "cmi5's draft of 2015", "<courseStructure xmlns='http://www.adlnet.gov/cmi5/CourseStructure.xsd'/>",
      "- ?"
    ),
    (
      "SCORM 1.2 by its schema, no namespace",
      "<manifest><metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata></manifest>",
      "scorm 1.2"
    ),
    (
      "SCORM 2004 2nd",
      "<manifest xmlns='http://www.imsglobal.org/xsd/imscp_v1p1' xmlns:a='http://www.adlnet.org/xsd/adlcp_v1p3'><metadata><schemaversion>CAM 1.3</schemaversion></metadata></manifest>",
      "scorm 2004 2nd Edition"
    ),
    (
      "SCORM 2004 3rd",
      "<manifest xmlns='http://www.imsglobal.org/xsd/imscp_v1p1'><metadata><schemaversion>2004 3rd Edition</schemaversion></metadata></manifest>",
      "scorm 2004 3rd Edition"
    ),
    (
      "SCORM 2004 4th",
      "<manifest xmlns='http://www.imsglobal.org/xsd/imscp_v1p1'><metadata><schemaversion>2004 4th Edition</schemaversion></metadata></manifest>",
      "scorm 2004 4th Edition"
    ),
    (
      "2004 namespaces, 1.2 as its version",
      "<manifest xmlns='http://www.imsglobal.org/xsd/imscp_v1p1' xmlns:a='http://www.adlnet.org/xsd/adlcp_v1p3'><metadata><schemaversion>1.2</schemaversion></metadata></manifest>",
      "scorm 2004 3rd Edition"
    ),
    (
      "plain Content Packaging", "<manifest xmlns='http://www.imsglobal.org/xsd/imscp_v1p1'/>",
      "content-packaging 1.1.4"
    ),
    (
      "Common Cartridge", "<manifest xmlns='http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1'/>",
      "common-cartridge 1.1"
    ),
    (
      "QTI",
      "<manifest xmlns='http://www.imsglobal.org/xsd/imscp_v1p1'><resources><resource type='imsqti_item_xmlv2p1'/></resources></manifest>",
      "- qti"
    ),
    ("a QTI item", "<assessmentItem xmlns='http://www.imsglobal.org/xsd/imsqti_v2p1'/>", "- qti"),
    (
      "a QTI 1.2 item with its document type", "<!DOCTYPE questestinterop SYSTEM 'q.dtd'><questestinterop/>",
      "- qti; xml.doctype"
    ),
    (
      "a package of QTI that does not exist yet",
      "<manifest xmlns='http://www.imsglobal.org/xsd/qti/qtiv3p1/imscp_v1p1'/>",
      "- qti; package.format.unread"
    ),
    (
      "pages under a declared but unused namespace of questions",
      "<manifest xmlns='http://www.imsglobal.org/xsd/imscp_v1p1' xmlns:q='http://www.imsglobal.org/xsd/imsqti_v2p1'><resources><resource identifier='R' type='webcontent' href='a.xml'/></resources></manifest>",
      "content-packaging 1.1.4"
    ),
    ("a manifest of something else", "<manifest xmlns='urn:other'/>", "- ?"),
    ("a web page", "<html/>", "- ?"),
  ])
  func `bare manifests, by their root`(name: String, text: String, expected: String) throws {
    let found = try summary(contents([("any.xml", text)], kind: .bareManifest(name: "any.xml")))
    #expect(found.hasPrefix(expected))
  }

  @Test func `a file that cannot be read is the world's failure, not a finding`() {
    struct Gone: Error {}
    let broken = PackageContents(kind: .folder, entries: [.init(name: "cmi5.xml", sizeBytes: 1)]) { _ in
      throw Gone()
    }
    #expect(throws: Gone.self) { try PackageRecognition.of(broken) }
  }

  @Test func `a folder taken off is put back where files are read`() throws {
    guard
      case .readable(let package) = try PackageRecognition.of(
        contents([("c/imsmanifest.xml", scorm12), ("c/a b.html", "x")]))
    else {
      Issue.record("not recognised")
      return
    }
    #expect(package.contents.names == ["imsmanifest.xml", "a b.html"])
    #expect(try package.contents.bytes(of: "a b.html") == Array("x".utf8))
    #expect(package.contents.sizeBytes(of: "a b.html") == 1)
    #expect(package.contents.storedName(of: "a b.html") == "c/a b.html")
  }
}

@Suite struct FindingTests {
  @Test func `every code is explained once`() {
    let identifiers = FindingCode.packageCodes.map(\.identifier)
    #expect(Set(identifiers).count == identifiers.count)
    #expect(FindingCode.packageCodes.allSatisfy { !$0.explanation.isEmpty })
    #expect(
      FindingCode.packageCodes.allSatisfy {
        $0.severity != .error || $0.fix != nil || $0.identifier == "xml.out-of-memory"
      })
  }

  @Test func `a thousand of a kind are kept and the rest are counted`() throws {
    var findings = Findings(file: "imsmanifest.xml")
    for _ in 0..<1001 { findings.report(.fileMissing, "gone") }
    #expect(findings.list.count == 1001)
    #expect(findings.list.last?.message == "1 more findings are not told")
    findings.report(.launchFileMissing, "gone")
    #expect(findings.refuse)
  }

  @Test func `a finding has its place, its path and its text`() throws {
    let document = try XMLDocument(bytes: Array("<a>\n <b/><b id='1'/></a>".utf8), source: "a.xml")
    var findings = Findings(file: "a.xml")
    findings.report(
      .itemDuplicate, "twice", at: Array(document.root.children)[1], attribute: "id",
      text: String(repeating: "x", count: 201))
    findings.report(.titleMissing, "none", at: document.root)
    let list = findings.list
    #expect(list.map(\.line) == [1, 2])
    #expect(list[1].column == 9)
    #expect(list[1].elementPath == "a/b[2]")
    #expect(list[1].offendingText == String(repeating: "x", count: 200) + "…")
  }
}

@Suite struct MetadataTests {
  private func metadata(_ general: String) throws -> LearningObjectMetadata {
    let document = try XMLDocument(
      bytes: Array("<metadata><lom xmlns='urn:any'><general>\(general)</general></lom></metadata>".utf8),
      source: "m.xml")
    return LearningObjectMetadata(in: document.root)
  }

  @Test(arguments: [
    (
      "IMS MD",
      "<title><langstring xml:lang='en'>Golf</langstring><langstring xml:lang='fr-CA'> Le\n golf </langstring></title>",
      ["en: Golf", "fr-ca: Le golf"]
    ),
    ("IEEE LOM", "<title><string language='en'>Golf</string></title>", ["en: Golf"]),
    ("no language", "<title><string>Golf</string></title>", ["und: Golf"]),
    ("no real language", "<title><langstring xml:lang='x-none'>Golf</langstring></title>", ["und: Golf"]),
    ("no language tag", "<title><string language='not a tag!'>Golf</string></title>", ["und: Golf"]),
    ("empty", "<title><string language='en'/></title>", []),
    ("misspelt case", "<Title><string>Golf</string></Title>", ["und: Golf"]),
    ("nothing", "", []),
  ])
  func `titles`(name: String, general: String, expected: [String]) throws {
    #expect(try metadata(general).title.variants.map { "\($0.language): \($0.text)" } == expected)
  }

  @Test func `languages and descriptions`() throws {
    let found = try metadata(
      "<language>en</language><language>none</language><language>EN</language><language>fr</language><description><string>x</string></description>"
    )
    #expect(found.languages.map(\.text) == ["en", "fr"])
    #expect(found.description.text() == "x")
  }
}

@Suite struct CatalogueTests {
  /// Every code that the source defines is in its room's catalogue, so that `registrar explain` knows it.
  @Test(arguments: [
    (
      "ContentPackaging", ["PackageFindings", "ManifestFindings", "SchemaNotes"],
      FindingCode.packageCodes.count - FindingCode.xmlCodes.count
    )
  ])
  func `no code is left out`(room: String, files: [String], count: Int) throws {
    let sources = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../Sources/Standards/\(room)")
    let defined = try files.reduce(0) { total, file in
      let text = try String(
        contentsOf: sources.appendingPathComponent("\(file).swift").standardized, encoding: .utf8)
      return total + text.components(separatedBy: "= FindingCode(").count - 1
    }
    #expect(defined == count)
  }
}
