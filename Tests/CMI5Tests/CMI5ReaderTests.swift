import Catalogue
import ContentPackaging
import Testing
import Values

@testable import CMI5

/// A package of a course structure and empty files.
func cmi5Package(
  _ manifest: String, files: [String] = [], kind: PackageContents.Kind = .zip
) -> PackageContents {
  let bytes = Array(manifest.utf8)
  let name: String
  if case .bareManifest(let bare) = kind { name = bare } else { name = "cmi5.xml" }
  let entries = ([name] + files).map { PackageContents.Entry(name: $0, sizeBytes: 0) }
  return PackageContents(kind: kind, entries: entries) { $0 == name ? bytes : [] }
}

/// Recognises and reads a package.
func read(_ contents: PackageContents, limits: PackageLimits = .standard) throws -> PackageReading {
  switch try PackageRecognition.of(contents, limits: limits) {
  case .readable(let package): return CMI5Reader.read(package)
  case .refused(let reading): return reading
  case .tables: fatalError("the package has a manifest")
  }
}

private func texts(_ title: String) -> String {
  "<title><langstring lang=\"en\">\(title)</langstring></title><description><langstring lang=\"en\">\(title)</langstring></description>"
}

/// A course structure with what stands behind the course, on its third line.
private func structure(
  _ content: String, course: String = "<course id=\"https://example.org/c\">\(texts("Course"))</course>"
) -> String {
  """
  <?xml version="1.0" encoding="utf-8"?>
  <courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd" xmlns:v="urn:vendor">
  \(course)\(content)
  </courseStructure>
  """
}

/// An assignable unit with these attributes and this address.
private func unit(
  _ id: String = "https://example.org/au", _ attributes: String = "", url: String = "index.html",
  more: String = ""
) -> String {
  "<au id=\"\(id)\" \(attributes)>\(texts("Unit"))<url>\(url)</url>\(more)</au>"
}

@Suite struct CMI5ReaderTests {
  @Test func `a whole course`() throws {
    let content = """
      <objectives><objective id="https://example.org/o">\(texts("Objective"))</objective></objectives>
      <block id="https://example.org/b" v:x="1">\(texts("Block"))<objectives><objective idref="https://example.org/o"/></objectives>
      <au id="https://example.org/au1" moveOn="CompletedAndPassed" masteryScore="0.75" launchMethod="OwnWindow" activityType="http://adlnet.gov/expapi/activities/lesson">
      <title><langstring lang="en">One</langstring><langstring lang="fr">Un</langstring></title><description><langstring> One
      unit </langstring></description><url> lessons/one.html?m=1#s </url><launchParameters> {"a":1} </launchParameters><entitlementKey>
        secret of the publisher
      </entitlementKey><v:keyword/></au>
      </block>
      \(unit("https://example.org/au2", url: "https://content.example.org/two"))
      <v:anything><v:au/></v:anything>
      """
    let reading = try read(cmi5Package(structure(content), files: ["lessons/one.html"]))
    #expect(reading.findings.map(\.code.identifier) == ["package.reference.external"])
    #expect(reading.version == "1.0")
    #expect(reading.title == "Course")
    #expect(reading.identifier == "https://example.org/c")
    let course = try #require(reading.structure)
    #expect(course.format == .cmi5)
    #expect(course.languages == [.english])
    #expect(course.objectives.map(\.identifier) == ["https://example.org/o"])
    #expect(course.allActivities.map(\.key) == ["block-1", "1", "2"])
    #expect(course.activities[0].objectives == ["https://example.org/o"])
    let one = course.activities[0].children[0]
    #expect(one.publisherIdentifier == "https://example.org/au1")
    #expect(one.title.variants.map(\.text) == ["One", "Un"])
    #expect(one.description.text() == "One unit")
    #expect(
      one.launch
        == Launch(
          target: .file(path: "lessons/one.html", suffix: "?m=1#s"), method: .ownWindow,
          moveOn: .completedAndPassed,
          masteryScore: ExactDecimal("0.75"), launchParameters: " {\"a\":1} ",
          entitlementKey: "secret of the publisher",
          activityType: "http://adlnet.gov/expapi/activities/lesson"))
    #expect(
      course.activities[1].launch
        == Launch(target: .external(url: "https://content.example.org/two"), moveOn: .notApplicable))
  }

  @Test func `more than a thousand assignable units are accepted, numbered in document order`() throws {
    let units = (1...1001).map { unit("https://example.org/au/\($0)") }.joined()
    let reading = try read(cmi5Package(structure(units), files: ["index.html"]))
    #expect(reading.findings.isEmpty)
    #expect(reading.structure?.assignables.map(\.key) == (1...1001).map(String.init))
  }

  /// hostile.md row 7: beyond what a course may have, a package is refused. The standard limit is 20,000.
  @Test func `units up to the limit are read, one more is refused at its place`() throws {
    #expect(PackageLimits.standard.activities == 20_000)
    let limits = PackageLimits(activities: 3)
    let units = (1...4).map { unit("https://example.org/au/\($0)") + "\n" }
    let most = try read(
      cmi5Package(structure(units.dropLast().joined()), files: ["index.html"]), limits: limits)
    #expect(most.findings.isEmpty)
    let oneMore = try read(cmi5Package(structure(units.joined()), files: ["index.html"]), limits: limits)
    #expect(oneMore.findings.map(\.code.identifier) == ["package.limit"])
    #expect(oneMore.findings.first?.line == 6)
    #expect(!oneMore.isAccepted)
  }

  /// hostile.md row 11: the prefix is irrelevant, the namespace decisive, in every element.
  @Test func `the namespace decides and not the prefix`() throws {
    let cmi5 = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"
    let names =
      "<c:title><c:langstring>T</c:langstring></c:title><c:description><c:langstring/></c:description>"
    let prefixed = """
      <c:courseStructure xmlns:c="\(cmi5)" xmlns="urn:other"><c:course id="urn:c">\(names)</c:course>
      <c:au id="urn:1">\(names)<c:url>index.html</c:url></c:au><au id="urn:2"/>
      <au xmlns="\(cmi5)" id="urn:3"><title><langstring>T</langstring></title><description><langstring/></description>
      <url>index.html</url></au></c:courseStructure>
      """
    let reading = try read(cmi5Package(prefixed, files: ["index.html"]))
    #expect(reading.findings.isEmpty)
    #expect(reading.structure?.assignables.map(\.publisherIdentifier) == ["urn:1", "urn:3"])
    let swapped = prefixed.replacing("<c:au ", with: "<o:au xmlns:o=\"urn:other\" ").replacing(
      "</c:au>", with: "</o:au>")
    let other = try read(cmi5Package(swapped, files: ["index.html"]))
    #expect(other.structure?.assignables.map(\.publisherIdentifier) == ["urn:3"])
  }

  @Test(arguments: [
    ("0", "0"), ("1", "1"), ("1.0", "1"), ("0.7500", "0.75"), (".5", "0.5"), ("1.", "1"), ("+0.5", "0.5"),
    (" 0.5 ", "0.5"),
    ("0.1234", "0.1234"), ("0.12340", "0.1234"), ("00.5", "0.5"),
  ])
  func `mastery scores that are read`(written: String, expected: String) throws {
    let reading = try read(
      cmi5Package(
        structure(unit(url: "index.html").replacing("\" >", with: "\" masteryScore=\"\(written)\">")),
        files: ["index.html"]))
    #expect(reading.findings.isEmpty)
    #expect(reading.structure?.assignables.first?.launch?.masteryScore == ExactDecimal(expected))
  }

  /// hostile.md row 15.
  @Test(
    arguments: [
      "nan", "-0", "-0.5", "1.0000000001", "1.0001", "1e400", "1e-1", "0x1p-1", "\u{660}\u{66B}\u{667}",
      "0,7", "", ".", "0.12345", "INF", "0.5.5",
      "99999999999999999999",
    ])
  func `mastery scores that are refused`(written: String) throws {
    let reading = try read(
      cmi5Package(
        structure(unit("https://example.org/au", "masteryScore=\"\(written)\"")), files: ["index.html"]))
    #expect(reading.findings.map(\.code.identifier) == ["cmi5.au.mastery-score"])
    #expect(reading.findings.first?.line == 3)
    #expect(!reading.isAccepted)
  }
}

@Suite struct CMI5FindingTests {
  private static let id = "https://example.org/au"

  @Test(
    arguments: [
      ("no course", "", unit(), ["cmi5.element.missing"]),
      ("no unit", nil, "", ["cmi5.element.missing"]),
      (
        "a block without unit", nil, "<block id=\"https://example.org/b\">\(texts("B"))</block>",
        ["cmi5.element.missing"]
      ),
      ("a unit without url", nil, "<au id=\"\(id)\">\(texts("U"))</au>", ["cmi5.element.missing"]),
      (
        "a unit without title", nil,
        "<au id=\"\(id)\"><description><langstring>x</langstring></description><url>index.html</url></au>",
        ["cmi5.element.missing"]
      ),
      (
        "a title without langstring",
        "<course id=\"https://example.org/c\"><title>x</title><description><langstring/></description></course>",
        unit(), ["cmi5.element.missing"]
      ),
      (
        "elements out of order", nil, "<au id=\"\(id)\"><url>index.html</url>\(texts("U"))</au>",
        ["cmi5.element.order", "cmi5.element.order"]
      ),
      (
        "a unit before the course", "",
        unit() + "<course id=\"https://example.org/c\">\(texts("C"))</course>", ["cmi5.element.order"]
      ),
      (
        "two urls", nil, "<au id=\"\(id)\">\(texts("U"))<url>index.html</url><url>index.html</url></au>",
        ["cmi5.element.order"]
      ),
      ("no id", nil, "<au>\(texts("U"))<url>index.html</url></au>", ["cmi5.id.invalid"]),
      ("a relative id", nil, unit("au/1"), ["cmi5.id.invalid"]),
      ("an id that is only a scheme", nil, unit("https:"), ["cmi5.id.invalid"]),
      ("an id with a space", nil, unit("https://example.org/a b"), ["cmi5.id.invalid"]),
      ("a relative course id", "<course id=\"course\">\(texts("C"))</course>", unit(), ["cmi5.id.invalid"]),
      ("one id twice", nil, unit() + unit(), ["cmi5.id.duplicate"]),
      ("ids that differ in case", nil, unit() + unit("https://example.org/AU"), ["cmi5.id.duplicate"]),
      (
        "ids that differ in white space", nil, unit() + unit("https://example.org/au "), ["cmi5.id.duplicate"]
      ),
      (
        "ids that differ in normalisation", nil,
        unit("https://example.org/\u{e9}") + unit("https://example.org/e\u{301}"), ["cmi5.id.duplicate"]
      ),
      (
        "a language that is none", nil,
        "<au id=\"\(id)\"><title><langstring lang=\"not a tag\">x</langstring></title><description><langstring/></description><url>index.html</url></au>",
        ["cmi5.langstring.language"]
      ),
      ("moveOn in another case", nil, unit(id, "moveOn=\"passed\""), ["cmi5.au.move-on"]),
      ("an unknown moveOn", nil, unit(id, "moveOn=\"Sometimes\""), ["cmi5.au.move-on"]),
      ("an unknown launchMethod", nil, unit(id, "launchMethod=\"Popup\""), ["cmi5.au.launch-method"]),
      ("an empty url", nil, unit(url: " "), ["cmi5.au.url.invalid"]),
      ("a url with a space", nil, unit(url: "my file.html"), ["cmi5.au.url.invalid"]),
      ("a url with a quote", nil, unit(url: "a\"b"), ["cmi5.au.url.invalid"]),
      ("a reserved name", nil, unit(url: "index.html?endpoint=x"), ["cmi5.au.url.reserved-parameter"]),
      (
        "reserved names, one disguised", nil, unit(url: "index.html?a=1&amp;f%65tch=x&amp;registration"),
        ["cmi5.au.url.reserved-parameter", "cmi5.au.url.reserved-parameter"]
      ),
      ("a script", nil, unit(url: "javascript:alert(1)"), ["package.reference.scheme"]),
      ("a network path", nil, unit(url: "//example.org/x"), ["package.reference.outside"]),
      ("this machine", nil, unit(url: "http://169.254.169.254/"), ["package.reference.host"]),
      ("a missing file", nil, unit(url: "gone.html"), ["package.launch-file.missing"]),
    ] as [(String, String?, String, [String])])
  func `what refuses a zip`(name: String, course: String?, content: String, codes: [String]) throws {
    let text = course.map { structure(content, course: $0) } ?? structure(content)
    let reading = try read(cmi5Package(text, files: ["index.html"]))
    #expect(reading.findings.map(\.code.identifier) == codes)
    #expect(!reading.isAccepted)
    #expect(reading.findings.allSatisfy { $0.line != nil && $0.file == "cmi5.xml" })
  }

  @Test(
    arguments: [
      (
        "attributes as elements", unit(more: "<launchMethod>OwnWindow</launchMethod><moveOn>Passed</moveOn>"),
        ["cmi5.attribute-as-element", "cmi5.attribute-as-element"]
      ),
      ("an unknown element", unit(more: "<keyword/>"), ["cmi5.element.unknown"]),
      ("an unknown attribute", unit("https://example.org/au", "colour=\"red\""), ["cmi5.attribute.unknown"]),
      (
        "an objective that is not defined",
        "<block id=\"https://example.org/b\">\(texts("B"))<objectives><objective idref=\"https://example.org/o\"/></objectives>\(unit())</block>",
        ["cmi5.objective.dangling-reference"]
      ),
      ("another case of letters", unit(url: "INDEX.html"), ["package.reference.repaired"]),
      (
        "extensions",
        unit("https://example.org/au", "v:colour=\"red\"", more: "<v:keyword xmlns:v=\"urn:vendor\"/>")
          + "<v:x/>", []
      ),
      (
        "a reserved name in another case, or in the fragment", unit(url: "index.html?Endpoint=1#?fetch=1"), []
      ),
      (
        "one id for a block and a unit",
        "<block id=\"https://example.org/au\">\(texts("B"))\(unit())</block>", []
      ),
    ] as [(String, String, [String])])
  func `what is forgiven`(name: String, content: String, codes: [String]) throws {
    let reading = try read(cmi5Package(structure(content), files: ["index.html"]))
    #expect(reading.findings.map(\.code.identifier) == codes)
    #expect(reading.isAccepted)
  }

  @Test func `an attribute as an element is read as the attribute`() throws {
    let content = unit(more: "<launchMethod>OwnWindow</launchMethod><moveOn> Passed </moveOn>")
    let launch = try read(cmi5Package(structure(content), files: ["index.html"])).structure?.assignables
      .first?.launch
    #expect(launch?.method == .ownWindow)
    #expect(launch?.moveOn == .passed)
  }

  @Test func `both places of a duplicate are told`() throws {
    let reading = try read(cmi5Package(structure(unit() + "\n" + unit()), files: ["index.html"]))
    #expect(reading.findings.first?.line == 4)
    #expect(reading.findings.first?.column == 5)
    #expect(reading.findings.first?.message.contains("at 3:") == true)
  }

  /// "When a course structure XML file is provided without a ZIP file package, all URL references MUST be fully
  /// qualified" (cmi5 §14.2).
  @Test func `a bare course structure`() throws {
    let bare = PackageContents.Kind.bareManifest(name: "course.xml")
    let relative = try read(cmi5Package(structure(unit()), kind: bare))
    #expect(relative.findings.map(\.code.identifier) == ["cmi5.au.url.relative"])
    #expect(!relative.isAccepted)
    let absolute = try read(cmi5Package(structure(unit(url: "https://example.org/x")), kind: bare))
    #expect(absolute.isAccepted)
    #expect(!absolute.isOutline)
  }

  @Test func `a folder without its files is an outline`() throws {
    let reading = try read(
      cmi5Package(structure(unit() + unit("https://example.org/2", url: "b/two.html")), kind: .folder))
    #expect(reading.findings.map(\.code.identifier) == ["package.outline"])
    #expect(reading.isOutline)
    #expect(reading.missingFiles == ["index.html", "b/two.html"])
  }

  @Test func `every code is explained once, and told apart from those of the package`() {
    let identifiers = (FindingCode.packageCodes + FindingCode.cmi5Codes).map(\.identifier)
    #expect(Set(identifiers).count == identifiers.count)
  }

  @Test func `a secret is in no finding`() throws {
    let content = unit(
      "no iri", "moveOn=\"x\"", url: "gone.html", more: "<entitlementKey>open sesame</entitlementKey>")
    let reading = try read(cmi5Package(structure(content)))
    #expect(reading.findings.count == 3)
    #expect(!reading.findings.contains { "\($0)".contains("sesame") })
  }
}
