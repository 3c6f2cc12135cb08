import Catalogue
import ContentPackaging
import Testing
import Values

@testable import SCORM

@Suite struct SCORM12Tests {
  @Test func `a whole course`() throws {
    let contents = scormPackage(
      manifest12(
        items: """
          <item identifier="A" isvisible="false"><title>Part A</title>
            <item identifier="A.1" identifierref="R1" parameters="?x=1"><title> One
              more </title>
              <adlcp:prerequisites type="aicc_script">A&amp;B</adlcp:prerequisites>
              <adlcp:maxtimeallowed>0000:30:00.00</adlcp:maxtimeallowed>
              <adlcp:timelimitaction>exit,message</adlcp:timelimitaction>
              <adlcp:datafromlms> speed=3 </adlcp:datafromlms>
              <adlcp:masteryscore>66.5</adlcp:masteryscore>
            </item>
          </item>
          <item identifier="B" identifierref="R2"><title>Two</title></item>
          """,
        resources: """
          <resource identifier="R1" adlcp:scormtype="sco" href="a.html#top"><file href="a.html"/></resource>
          <resource identifier="R2" adlcp:scormtype="asset" href="b.pdf"><file href="b.pdf"/><dependency identifierref="R1"/></resource>
          """),
      files: ["a.html", "b.pdf", "unlisted.js"])
    let reading = try read(contents)
    #expect(reading.findings.isEmpty)
    #expect(reading.isAccepted)
    #expect(reading.format?.family == "scorm")
    #expect(reading.version == "1.2")
    #expect(reading.title == "The course")
    #expect(reading.identifier == "MANIFEST-1")
    #expect(reading.contents.names.count == 4)
    let course = try #require(reading.structure)
    #expect(course.allActivities.map(\.key) == ["A", "A.1", "B"])
    #expect(course.activities[0].isVisible == false)
    let one = course.activities[0].children[0]
    #expect(one.title.text() == "One more")
    #expect(one.prerequisites == "A&B")
    #expect(
      one.launch
        == Launch(
          target: .file(path: "a.html", suffix: "?x=1#top"), moveOn: .passed,
          masteryScore: ExactDecimal("0.665"),
          launchParameters: "speed=3", timeLimit: "0000:30:00.00", timeLimitAction: "exit,message"))
    #expect(
      course.activities[1].launch
        == Launch(target: .file(path: "b.pdf", suffix: ""), moveOn: .completed, isTracked: false))
  }

  @Test(arguments: [
    ("0", "0"), ("100", "1"), ("100.0", "1"), (" 80 ", "0.8"), ("66.6667", "0.666667"), ("", nil),
  ])
  func `mastery scores that are read`(written: String, expected: String?) throws {
    let reading = try readMastery(written)
    #expect(reading.isAccepted)
    #expect(
      reading.structure?.assignables.first?.launch?.masteryScore == expected.flatMap { ExactDecimal($0) })
    #expect(
      reading.structure?.assignables.first?.launch?.moveOn == (expected == nil ? .completedOrPassed : .passed)
    )
  }

  @Test(arguments: [
    "100.01", "101", "-1", "-0", "80%", "nan", "1e1", "0x10", "8,5", "\u{668}\u{660}", "+80", ".",
  ])
  func `mastery scores that are refused`(written: String) throws {
    let reading = try readMastery(written)
    #expect(!reading.isAccepted)
    #expect(reading.findings.map(\.code.identifier) == ["scorm12.item.mastery-score"])
    #expect(reading.findings.first?.line == 6)
  }

  private func readMastery(_ written: String) throws -> PackageReading {
    let items = """
      <item identifier="I1" identifierref="R1"><title>One</title><adlcp:masteryscore>\(written)</adlcp:masteryscore></item>
      """
    return try read(scormPackage(manifest12(items: items, resources: sco), files: ["a.html"]))
  }

  @Test func `the title is that of the metadata, in each language`() throws {
    let metadata = """
      <lom xmlns="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"><general><title>
      <langstring xml:lang="en">Valuation</langstring><langstring xml:lang="fr">Évaluation</langstring></title>
      <language>en</language></general></lom>
      """
    let reading = try read(
      scormPackage(manifest12(items: item, resources: sco, metadata: metadata), files: ["a.html"]))
    #expect(reading.title == "Valuation")
    #expect(reading.structure?.title.variants.count == 2)
    #expect(reading.structure?.languages == [.english])
  }
}

@Suite struct SCORM2004Tests {
  private func launch(_ settings: String, more: String = "", resource: String = sco) throws -> Launch? {
    let items = "<item identifier=\"I1\" identifierref=\"R1\"><title>One</title>\(settings)</item>"
    let reading = try read(
      scormPackage(manifest2004(items: items, resources: resource, more: more), files: ["a.html"]))
    #expect(reading.findings.isEmpty)
    return reading.structure?.assignables.first?.launch
  }

  @Test(
    arguments: [
      ("nothing", "", MoveOn.completedOrPassed, nil, nil),
      (
        "passed by measure",
        "<imsss:sequencing><imsss:objectives><imsss:primaryObjective objectiveID=\"P\" satisfiedByMeasure=\"true\"><imsss:minNormalizedMeasure>0.6</imsss:minNormalizedMeasure></imsss:primaryObjective></imsss:objectives></imsss:sequencing>",
        .passed, "0.6", nil
      ),
      (
        "passed by measure, the measure left out",
        "<imsss:sequencing><imsss:objectives><imsss:primaryObjective satisfiedByMeasure=\"1\"/></imsss:objectives></imsss:sequencing>",
        .passed, "1", nil
      ),
      (
        "not passed by measure",
        "<imsss:sequencing><imsss:objectives><imsss:primaryObjective><imsss:minNormalizedMeasure>0.6</imsss:minNormalizedMeasure></imsss:primaryObjective></imsss:objectives></imsss:sequencing>",
        .completedOrPassed, nil, nil
      ),
      (
        "a threshold as the 3rd edition writes it",
        "<adlcp:completionThreshold>0.75</adlcp:completionThreshold>", .completed, nil, "0.75"
      ),
      (
        "a threshold as the 4th edition writes it",
        "<adlcp:completionThreshold completedByMeasure=\"true\" minProgressMeasure=\"0.5\"/>", .completed,
        nil, "0.5"
      ),
      (
        "a threshold of 1 by default", "<adlcp:completionThreshold completedByMeasure=\"true\"/>", .completed,
        nil, "1"
      ),
      (
        "a threshold that does not count", "<adlcp:completionThreshold minProgressMeasure=\"0.5\"/>",
        .completedOrPassed, nil, nil
      ),
      (
        "both",
        "<imsss:sequencing><imsss:objectives><imsss:primaryObjective satisfiedByMeasure=\"true\"/></imsss:objectives></imsss:sequencing><adlcp:completionThreshold>0.75</adlcp:completionThreshold>",
        .completedAndPassed, "1", "0.75"
      ),
    ] as [(String, String, MoveOn, String?, String?)])
  func `when an item is done`(
    name: String, settings: String, moveOn: MoveOn, mastery: String?, threshold: String?
  ) throws {
    let launch = try #require(try launch(settings))
    #expect(launch.moveOn == moveOn)
    #expect(launch.masteryScore == mastery.flatMap { ExactDecimal($0) })
    #expect(launch.completionThreshold == threshold.flatMap { ExactDecimal($0) })
  }

  /// SCORM 2004 CAM §5.1.1: a part that stands locally replaces the referenced one as a whole; the others are inherited.
  @Test func `the whole sequencing is kept, with what it inherits`() throws {
    let collection = """
      <imsss:sequencingCollection><imsss:sequencing ID="S1">
        <imsss:controlMode choice="false" flow="true"/>
        <imsss:rollupRules rollupObjectiveSatisfied="false"><imsss:rollupRule minimumCount="2"/></imsss:rollupRules>
      </imsss:sequencing></imsss:sequencingCollection>
      """
    let items = """
      <item identifier="I1" identifierref="R1"><title>One</title>
        <imsss:sequencing IDRef="S1"><imsss:controlMode forwardOnly="true"/><imsss:objectives>
          <imsss:primaryObjective objectiveID="P"><imsss:mapInfo targetObjectiveID="G" readSatisfiedStatus="true"/>
          </imsss:primaryObjective></imsss:objectives></imsss:sequencing>
        <adlcp:data><adlcp:map targetID="D" readSharedData="false"/></adlcp:data>
        <adlnav:presentation xmlns:adlnav="http://www.adlnet.org/xsd/adlnav_v1p3"><adlnav:navigationInterface>
          <adlnav:hideLMSUI>continue</adlnav:hideLMSUI></adlnav:navigationInterface></adlnav:presentation>
      </item>
      """
    let reading = try read(
      scormPackage(manifest2004(items: items, resources: sco, more: collection), files: ["a.html"]))
    let details = try #require(reading.structure?.activities.first).details
    #expect(details.map(\.name) == ["sequencing", "data", "presentation"])
    let sequencing = details[0]
    #expect(sequencing.attribute("IDRef") == "S1")
    #expect(sequencing.parts.map(\.name) == ["controlMode", "objectives", "rollupRules"])
    #expect(sequencing.part("controlMode")?.attributes == [Detail.Attribute("forwardOnly", "true")])
    #expect(sequencing.part("rollupRules")?.part("rollupRule")?.attribute("minimumCount") == "2")
    let map = sequencing.part("objectives")?.part("primaryObjective")?.part("mapInfo")
    #expect(map?.attribute("targetObjectiveID") == "G")
    #expect(details[1].part("map")?.attribute("readSharedData") == "false")
    #expect(details[2].part("navigationInterface")?.part("hideLMSUI")?.text == "continue")
    #expect(reading.structure?.details.map(\.name) == ["metadata", "organization", "resources"])
  }

  @Test func `sequencing may be referred to, and what stands locally replaces it`() throws {
    let more = """
      <imsss:sequencingCollection><imsss:sequencing ID="S1">
      <imsss:limitConditions attemptAbsoluteDurationLimit="PT30M"/>
      <imsss:objectives><imsss:primaryObjective satisfiedByMeasure="true"/></imsss:objectives>
      </imsss:sequencing></imsss:sequencingCollection>
      """
    let referring = try #require(try launch("<imsss:sequencing IDRef=\"S1\"/>", more: more))
    #expect(referring.timeLimit == "PT30M")
    #expect(referring.moveOn == .passed)
    let replacing = try #require(
      try launch(
        "<imsss:sequencing IDRef=\"S1\"><imsss:objectives><imsss:primaryObjective/></imsss:objectives></imsss:sequencing>",
        more: more))
    #expect(replacing.timeLimit == "PT30M")
    #expect(replacing.moveOn == .completedOrPassed)
  }

  @Test func `objectives are those of the items, each once`() throws {
    let sequencing = """
      <imsss:sequencing><imsss:objectives><imsss:primaryObjective objectiveID="P"/><imsss:objective objectiveID="Q"/></imsss:objectives></imsss:sequencing>
      """
    let items = """
      <item identifier="I1" identifierref="R1"><title>One</title>\(sequencing)</item>
      <item identifier="I2" identifierref="R1"><title>Two</title>\(sequencing)</item>
      """
    let course = try #require(
      try read(scormPackage(manifest2004(items: items, resources: sco), files: ["a.html"])).structure)
    #expect(course.objectives.map(\.identifier) == ["P", "Q"])
    #expect(course.activities.map(\.objectives) == [["P", "Q"], ["P", "Q"]])
    #expect(course.format == .scorm2004(.fourth))
  }

  @Test(arguments: [
    (
      "scorm2004.item.minimum-measure",
      "<imsss:sequencing><imsss:objectives><imsss:primaryObjective satisfiedByMeasure=\"true\"><imsss:minNormalizedMeasure>1.5</imsss:minNormalizedMeasure></imsss:primaryObjective></imsss:objectives></imsss:sequencing>",
      false
    ),
    (
      "scorm2004.item.minimum-measure-negative",
      "<imsss:sequencing><imsss:objectives><imsss:primaryObjective satisfiedByMeasure=\"true\"><imsss:minNormalizedMeasure>-0.5</imsss:minNormalizedMeasure></imsss:primaryObjective></imsss:objectives></imsss:sequencing>",
      true
    ),
    (
      "scorm2004.item.completion-threshold", "<adlcp:completionThreshold>much</adlcp:completionThreshold>",
      false
    ),
    ("scorm2004.sequencing.dangling-reference", "<imsss:sequencing IDRef=\"gone\"/>", true),
  ])
  func `settings that are reported`(code: String, settings: String, isAccepted: Bool) throws {
    let items = "<item identifier=\"I1\" identifierref=\"R1\"><title>One</title>\(settings)</item>"
    let reading = try read(scormPackage(manifest2004(items: items, resources: sco), files: ["a.html"]))
    #expect(reading.findings.map(\.code.identifier) == [code])
    #expect(reading.isAccepted == isAccepted)
  }
}

@Suite struct SCORMFindingTests {
  @Test(arguments: [
    (
      "a dangling reference",
      item + "<item identifier=\"I2\" identifierref=\"gone\"><title>Two</title></item>", sco,
      ["scorm.item.dangling-resource"], true
    ),
    (
      "nothing to launch", "<item identifier=\"I2\" identifierref=\"gone\"><title>Two</title></item>", "",
      ["scorm.course.nothing-to-launch", "scorm.item.dangling-resource"], false
    ),
    ("no items at all", "", "", ["scorm.course.nothing-to-launch"], false),
    ("two items of one identifier", item + item, sco, ["package.item.duplicate"], true),
    (
      "an item without identifier", "<item identifierref=\"R1\"><title>One</title></item>", sco,
      ["package.item.without-identifier"], true
    ),
    (
      "an item without title", "<item identifier=\"I1\" identifierref=\"R1\"/>", sco,
      ["package.item.untitled"], true
    ),
    (
      "an empty item", item + "<item identifier=\"I2\"><title>Two</title></item>", sco, ["scorm.item.empty"],
      true
    ),
    (
      "content and items within",
      "<item identifier=\"I2\" identifierref=\"R1\"><title>Two</title>\(item)</item>", sco,
      ["scorm.item.cluster-with-content"], true
    ),
    ("two resources of one identifier", item, sco + sco, ["package.resource.duplicate"], true),
    (
      "a dangling dependency", item,
      sco + "<resource identifier=\"R2\"><dependency identifierref=\"gone\"/></resource>",
      ["package.dependency.dangling"], true
    ),
    (
      "a resource without type", item, "<resource identifier=\"R1\" href=\"a.html\"/>",
      ["scorm.resource.without-type"], true
    ),
    (
      "the type in another case", item,
      "<resource identifier=\"R1\" adlcp:scormType=\"SCO\" href=\"a.html\"/>", [], true
    ),
    (
      "a resource with only a file", item,
      "<resource identifier=\"R1\" adlcp:scormtype=\"sco\"><file href=\"a.html\"/></resource>",
      ["scorm.resource.without-href"], true
    ),
    (
      "another case of letters", item,
      "<resource identifier=\"R1\" adlcp:scormtype=\"sco\" href=\"A.html\"/>", ["package.reference.repaired"],
      true
    ),
    (
      "content elsewhere", item,
      "<resource identifier=\"R1\" adlcp:scormtype=\"sco\" href=\"https://example.org/a\"/>",
      ["package.reference.external"], true
    ),
    (
      "content nowhere", item,
      "<resource identifier=\"R1\" adlcp:scormtype=\"sco\" href=\"javascript:alert(1)\"/>",
      ["package.reference.scheme"], false
    ),
    (
      "content outside", item, "<resource identifier=\"R1\" adlcp:scormtype=\"sco\" href=\"../a.html\"/>",
      ["package.reference.outside"], false
    ),
    (
      "a listed file outside", item,
      sco + "<resource identifier=\"R2\"><file href=\"../../etc/passwd\"/></resource>",
      ["package.reference.unusable"], true
    ),
    (
      "a launch file that is missing", item,
      "<resource identifier=\"R1\" adlcp:scormtype=\"sco\" href=\"gone.html\"><file href=\"gone.html\"/></resource>",
      ["package.launch-file.missing"], false
    ),
    (
      "another file that is missing", item,
      sco + "<resource identifier=\"R2\"><file href=\"x.js\"/><file href=\"x.js\"/></resource>",
      ["package.file.missing"], true
    ),
    (
      "a manifest within", item, sco + "</resources><manifest identifier=\"N\"/><resources>",
      ["package.submanifest"], true
    ),
  ])
  func `what is found in a zip`(
    name: String, items: String, resources: String, codes: [String], isAccepted: Bool
  ) throws {
    let reading = try read(scormPackage(manifest12(items: items, resources: resources), files: ["a.html"]))
    #expect(reading.findings.map(\.code.identifier).sorted() == codes)
    #expect(reading.isAccepted == isAccepted)
    #expect(reading.findings.allSatisfy { $0.line != nil && $0.file == "imsmanifest.xml" })
  }

  @Test func `foreign elements of the same names do not count`() throws {
    let foreign = "<x:item xmlns:x=\"urn:x\" identifier=\"X\"/>"
    let reading = try read(scormPackage(manifest12(items: item + foreign, resources: sco), files: ["a.html"]))
    #expect(reading.structure?.allActivities.map(\.key) == ["I1"])
  }

  @Test func `many missing files are told one by one up to a limit, then counted`() throws {
    let files = (0..<25).map { "<file href=\"x\($0).js\"/>" }.joined()
    let reading = try read(
      scormPackage(
        manifest12(items: item, resources: sco + "<resource identifier=\"R2\">\(files)</resource>"),
        files: ["a.html"]))
    #expect(reading.findings.count == 21)
    #expect(reading.findings.first?.message == "5 more listed files are not in the package")
    #expect(reading.missingFiles.count == 25)
  }

  /// hostile.md row 7: beyond what a package may hold it is refused. The standard limits are 20,000 and 100,000.
  @Test func `items and listed files up to the limit are read, one more is refused`() throws {
    #expect(PackageLimits.standard.listedFiles == 100_000)
    let package = { (items: Int, files: Int) in
      let more = (0..<files).map { "<file href=\"x\($0).js\"/>" }.joined()
      let resources = sco + "<resource identifier=\"R2\">\(more)</resource>"
      let others = (0..<items).map {
        "<item identifier=\"I\($0)\" identifierref=\"R1\"><title>I</title></item>"
      }
      return scormPackage(
        manifest12(items: others.joined(), resources: resources),
        files: ["a.html"] + (0..<files).map { "x\($0).js" })
    }
    let limits = PackageLimits(activities: 3, listedFiles: 5)
    for (items, files, isAccepted) in [(3, 4, true), (4, 4, false), (3, 5, false)] {
      let reading = try read(package(items, files), limits: limits)
      #expect(reading.isAccepted == isAccepted, "\(items) items, \(files) files: \(reading.findings)")
      #expect(reading.findings.contains { $0.code.identifier == "package.limit" } == !isAccepted)
    }
  }

  /// With the item's own, a sequencing comes to eleven elements, and to 10 + 5 + 10, 11 and nine times 15 + 1 + 8 bytes.
  @Test(
    "What items inherit counts for each of them",
    arguments: [
      (9, PackageLimits(detailElements: 99), true), (10, PackageLimits(detailElements: 99), false),
      (9, PackageLimits(detailBytes: 9 * 252), true), (10, PackageLimits(detailBytes: 9 * 252), false),
    ])
  func inherited(items: Int, limits: PackageLimits, isAccepted: Bool) throws {
    let rules =
      "<imsss:rollupRules/>" + String(repeating: "<imsss:sequencingRules a=\"12345678\"/>", count: 9)
    let others = (0..<items).map {
      "<item identifier=\"I\($0)\" identifierref=\"R1\"><title>I</title><imsss:sequencing IDRef=\"1234567890\"/></item>"
    }
    let text = manifest2004(
      items: others.joined(), resources: sco,
      more:
        "<imsss:sequencingCollection><imsss:sequencing ID=\"1234567890\">\(rules)</imsss:sequencing></imsss:sequencingCollection>"
    )
    let reading = try read(scormPackage(text, files: ["a.html"]), limits: limits)
    #expect(reading.isAccepted == isAccepted)
    #expect(reading.findings.map(\.code.identifier) == (isAccepted ? [] : ["package.limit"]))
  }

  @Test func `a small manifest of which much is inherited is refused in little time and memory`() throws {
    let rules = String(repeating: "<imsss:objective objectiveID=\"x\"/>", count: 2_000)
    let others = (0..<2_000).map {
      "<item identifier=\"I\($0)\" identifierref=\"R1\"><title>I</title><imsss:sequencing IDRef=\"S\"/></item>"
    }
    let text = manifest2004(
      items: others.joined(), resources: sco,
      more:
        "<imsss:sequencingCollection><imsss:sequencing ID=\"S\"><imsss:objectives>\(rules)</imsss:objectives></imsss:sequencing></imsss:sequencingCollection>"
    )
    let reading = try read(scormPackage(text, files: ["a.html"]))
    #expect(reading.findings.map(\.code.identifier) == ["package.limit"])
  }

  @Test(arguments: [(2, true), (3, false)])
  func `resources that become activities count as activities`(count: Int, isAccepted: Bool) throws {
    let resources = (0..<count).map {
      "<resource identifier=\"R\($0)\" adlcp:scormtype=\"sco\" href=\"a.html\"/>"
    }
    let text = """
      <manifest identifier="M" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
      <organizations/><resources>\(resources.joined())</resources></manifest>
      """
    let reading = try read(scormPackage(text, files: ["a.html"]), limits: PackageLimits(activities: 2))
    #expect(reading.isAccepted == isAccepted)
    #expect(reading.findings.contains { $0.code.identifier == "package.limit" } == !isAccepted)
  }

  @Test(arguments: [PackageContents.Kind.folder, .bareManifest(name: "any.xml")])
  func `without its launch files a folder or bare manifest is an outline`(kind: PackageContents.Kind) throws {
    let more = "<resource identifier=\"R2\"><file href=\"x.js\"/></resource>"
    let reading = try read(scormPackage(manifest12(items: item, resources: sco + more), kind: kind))
    #expect(reading.findings.map(\.code.identifier) == ["package.outline"])
    #expect(reading.findings.first?.severity == .warning)
    #expect(reading.findings.first?.message.hasPrefix("2 files are not supplied") == true)
    #expect(reading.isAccepted)
    #expect(reading.isOutline)
    #expect(reading.missingFiles == ["a.html", "x.js"])
    #expect(reading.structure?.assignables.first?.launch?.target == .file(path: "a.html", suffix: ""))
  }

  @Test func `a folder with its launch files is no outline, whatever else is missing`() throws {
    let more = "<resource identifier=\"R2\"><file href=\"x.js\"/></resource>"
    let reading = try read(
      scormPackage(manifest12(items: item, resources: sco + more), files: ["a.html"], kind: .folder))
    #expect(reading.findings.map(\.code.identifier) == ["package.file.missing"])
    #expect(!reading.isOutline)
  }

  @Test func `without organization each resource that can be launched is an activity`() throws {
    let manifest = """
      <manifest identifier="M" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
      <organizations/><resources>\(sco)<resource identifier="R2" adlcp:scormtype="asset" href="b.pdf"/></resources></manifest>
      """
    let reading = try read(scormPackage(manifest, files: ["a.html", "b.pdf"]))
    #expect(
      Set(reading.findings.map(\.code.identifier)) == ["package.organization.none", "scorm.schema-version"])
    #expect(reading.structure?.activities.map(\.key) == ["R1"])
    #expect(reading.title == "R1")
  }

  @Test func `the default organization is read, else the first`() throws {
    let organizations = { (standard: String) in
      """
      <manifest identifier="M" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
      <metadata><schemaversion>1.2</schemaversion></metadata><organizations default="\(standard)">
      <organization identifier="A"><title>A</title>\(item)</organization><organization identifier="B"><title>B</title>\(item)</organization>
      </organizations><resources>\(sco)</resources></manifest>
      """
    }
    #expect(try read(scormPackage(organizations("B"), files: ["a.html"])).title == "B")
    let dangling = try read(scormPackage(organizations("C"), files: ["a.html"]))
    #expect(dangling.title == "A")
    #expect(
      Set(dangling.findings.map(\.code.identifier)) == [
        "package.organization.several", "package.organization.default-dangling",
      ])
    let unnamed = try read(scormPackage(organizations(""), files: ["a.html"]))
    #expect(unnamed.title == "A")
    #expect(
      Set(unnamed.findings.map(\.code.identifier)) == [
        "package.organization.several", "package.organization.default-missing",
      ])
  }

  @Test func `every code is explained once, and told apart from those of the package`() {
    let identifiers = (FindingCode.packageCodes + FindingCode.scormCodes).map(\.identifier)
    #expect(Set(identifiers).count == identifiers.count)
  }
}

@Suite struct LaunchParameterTests {
  @Test(arguments: [
    ("", "", ""), ("", "?a=1", "?a=1"), ("", "a=1", "?a=1"), ("", "&a=1", "?a=1"),
    ("?t=2", "?a=1", "?t=2&a=1"),
    ("?t=2#f", "&a=1", "?t=2&a=1#f"), ("#f", "a=1", "?a=1#f"), ("", "#g", "#g"), ("#f", "#g", "#f"),
    ("?t", " ", "?t"),
    ("", "??a", "?a"), ("#f?x", "a", "?a#f?x"),
  ])
  func `parameters are added in front of the fragment`(suffix: String, parameters: String, expected: String) {
    let target = Launch.Target.file(path: "a.html", suffix: suffix).adding(parameters: parameters)
    #expect(target == .file(path: "a.html", suffix: expected))
    #expect(
      Launch.Target.external(url: "https://example.org/a" + suffix).adding(parameters: parameters)
        == .external(url: "https://example.org/a" + expected))
  }
}

@Suite struct ActivityKeyTests {
  @Test func `keys are unique and safe in a URL`() {
    var keys = ActivityKeys()
    let identifiers = [
      "ITEM-1", "ITEM-1", "ITEM-1~2", "ITEM-1", "a b/c?", "é", "..", ".", "", "", "%41", "A",
    ]
    #expect(
      identifiers.map { keys.key(for: $0).key } == [
        "ITEM-1", "ITEM-1~2", "ITEM-1~2~2", "ITEM-1~3", "a%20b%2Fc%3F", "%C3%A9", "%2E%2E", "%2E", "item",
        "item~2",
        "%2541", "A",
      ])
  }
}
