import CommandLine
import JSON
import Testing

struct ImportPackageTests {
  @Test func aDryRunNeedsNoDataFolderAndMakesNone() throws {
    let desk = try Desk()
    try writeCourse(desk)
    let run = desk.run("import", "--dry-run", "course", "--json")
    #expect(run.status == 0)
    let json = try run.json
    #expect(json["accepted"]?.boolean == true)
    #expect(json["format"]?.string == "cmi5")
    #expect(json["version"]?.string == "1.0")
    #expect(json["title"]?.string == "Origin of goods")
    #expect(json["identifier"]?.string == "urn:test:course")
    #expect(json["plan"]?["step"]?.string == "new-course")
    #expect(json["plan"]?["course"]?.string == "Origin-of-goods")
    #expect(json["courseVersion"]?.isNull == true)
    #expect(!desk.exists("registrar-data"))
  }

  @Test func theSamePackageTwiceIsUnchanged() throws {
    let desk = try Desk()
    try writeCourse(desk)
    let first = desk.run("import", "course")
    #expect(first.status == 0)
    #expect(
      first.output
        == "course: new course Origin-of-goods, version 1: Origin of goods (cmi5 1.0), 1 activity\n")
    #expect(first.messages == "Next: registrar course publish Origin-of-goods\n")
    let second = desk.run("import", "course/")
    #expect(second.status == 0)
    #expect(
      second.output
        == "course: unchanged, it is version 1 of course Origin-of-goods: Origin of goods (cmi5 1.0), 1 activity\n"
    )
  }

  @Test("A package in another language joins its course, and the next command says so too")
  func aVariant() throws {
    let desk = try Desk()
    try writeCourse(desk)
    #expect(desk.run("import", "course").status == 0)
    try writeCourse(desk, in: "fr")
    let variant = ["--variant-of", "Origin-of-goods", "--language", "fr"]
    let planned = desk.run(["import", "course-fr", "--dry-run"] + variant)
    #expect(planned.output.hasPrefix("course-fr: would be version 2 of course Origin-of-goods in fr: "))
    #expect(
      planned.messages.hasSuffix("/course-fr --variant-of Origin-of-goods --language fr\n"))
    #expect(desk.run(["import", "course-fr"] + variant).status == 0)
    #expect(desk.run("course", "show", "Origin-of-goods").output.contains("Version 2, in fr, accepted"))
    for half in [["--language", "fr"], ["--variant-of", "Origin-of-goods"], variant + ["--code", "X"]] {
      #expect(desk.run(["import", "course-fr"] + half).status == 2, "\(half)")
    }
  }

  @Test func aRefusedPackageIsToldWithPlaceAndFixAndChangesNothing() throws {
    let desk = try Desk()
    try desk.write("<courseStructure>", to: "broken/cmi5.xml")
    let run = desk.run("import", "broken")
    #expect(run.status == 3)
    #expect(run.output.hasPrefix("cmi5.xml:1:"))
    #expect(run.output.contains(" error "))
    #expect(run.output.contains("broken: refused, 1 error; nothing was changed\n"))
    #expect(run.messages.hasPrefix("Next: registrar explain "))
    #expect(desk.run("course", "list", "--json").output == #"{"items":[],"next":null}"# + "\n")
  }

  @Test func whatIsNoPackageAtAllIsAReportToo() throws {
    let desk = try Desk()
    try desk.write("just text", to: "notes.txt")
    let run = desk.run("import", "notes.txt", "--json", "--dry-run")
    #expect(run.status == 3)
    let json = try run.json
    #expect(json["accepted"]?.boolean == false)
    #expect(json["format"]?.isNull == true)
    #expect(json["title"]?.string == "")
    #expect(json["plan"]?.isNull == true)
  }

  @Test func severalPackagesAreAnArrayAndOneRefusalCounts() throws {
    let desk = try Desk()
    try writeCourse(desk)
    try desk.write("just text", to: "notes.txt")
    let run = desk.run("import", "course", "notes.txt", "--json")
    #expect(run.status == 3)
    #expect(try run.json.list.map { $0["accepted"]?.boolean } == [true, false])
  }

  @Test func aRefusedImportKeepsNoFile() throws {
    let desk = try Desk()
    _ = try Scene(desk)
    let kept = try desk.keptFiles()
    #expect(kept.count == 2)
    try desk.write("<p>Another lesson</p>", to: "course/index.html")
    for (words, status) in [
      (["import", "course"], Int32(5)), (["import", "course", "--apply", "0000"], 5),
      (["import", "course", "--catalogue", "NONE"], 5),
    ] {
      #expect(desk.run(words).status == status)
      #expect(try desk.keptFiles() == kept, "\(words)")
    }
    let plan = try desk.run("import", "course", "--dry-run", "--json").json["plan"]
    let hash = plan?["hash"]?.string ?? ""
    #expect(desk.run("import", "course", "--apply", hash, "--catalogue", "NONE").status == 4)
    #expect(try desk.keptFiles() == kept)
    #expect(desk.run("import", "course", "--apply", hash).status == 0)
    #expect(try desk.keptFiles().count == 3, "the manifest is shared by both versions")
    #expect(desk.run("check").status == 0)
  }

  @Test func whileLearnersAreUnderWayANewVersionAsksForAPlan() throws {
    let desk = try Desk()
    _ = try Scene(desk)
    try desk.write("<p>Another lesson</p>", to: "course/index.html")
    let refused = desk.run("import", "course")
    #expect(refused.status == 5)
    #expect(refused.messages.contains("--apply "))
    let plan = try desk.run("import", "course", "--dry-run", "--json").json["plan"]
    #expect(plan?["step"]?.string == "new-version")
    let hash = try #require(plan?["hash"]?.string)
    let agreed = desk.run("import", "course", "--apply", hash)
    #expect(agreed.status == 0)
    #expect(agreed.output.hasPrefix("course: version 2 of course Origin-of-goods"))
  }

  @Test func aNewEditionIsToldByWhatItChanges() throws {
    let desk = try Desk()
    try writeCourse(desk)
    #expect(desk.run("import", "course").status == 0)
    try desk.write("<p>Another lesson</p>", to: "course/index.html")
    try desk.write("", to: "course/more.css")
    try desk.write(
      Scene.manifest.replacing(
        "moveOn=\"CompletedAndPassed\" masteryScore=\"0.8\"", with: "moveOn=\"Passed\" masteryScore=\"0.7\""),
      to: "course/cmi5.xml")
    let run = desk.run("import", "--dry-run", "course")
    #expect(run.output.contains("version 2 of course Origin-of-goods"))
    #expect(run.output.contains("  files: 1 added, "))
    #expect(run.output.contains("  mastery-score urn:test:au "))
    #expect(run.output.contains(" from 0.8 to 0.7\n"))
    #expect(run.output.contains(" from CompletedAndPassed to Passed\n"))
    let plan = try desk.run("import", "--dry-run", "course", "--json").json["plan"]
    #expect(plan?["files"]?["added"]?.number?.int64 == 1)
    #expect(plan?["certificates"]?.number?.int64 == 0)
  }

  /// “Export gives the original bytes where they are kept”; a folder comes out as a zip, and importing that changes nothing.
  @Test func whatWasImportedComesOutAndImportsAsUnchanged() throws {
    let desk = try Desk()
    try writeCourse(desk)
    #expect(desk.run("import", "course").status == 0)
    let exported = desk.run("course", "export", "Origin-of-goods", "--out", "out.zip")
    #expect(exported.status == 0, "\(exported.messages)")
    let again = try desk.run("import", "out.zip", "--json").json
    #expect(again["plan"]?["step"]?.string == "unchanged")
    #expect(desk.run("course", "export", "Origin-of-goods", "--number", "2").status == 4)
    #expect(desk.run("check").status == 0)
  }

  @Test func aPreviewShowsTreeFilesAndBrokenLinks() throws {
    let desk = try Desk()
    try writeCourse(desk)
    try desk.write(
      "<p>\n<a href='gone.html'>Next</a> <img src=\"index.html\"> <a href=\"#x\">y</a></p>",
      to: "course/index.html")
    #expect(desk.run("import", "course").status == 0)
    let run = desk.run("course", "preview", "Origin-of-goods")
    #expect(run.status == 0, "\(run.messages)")
    #expect(run.output.contains("index.html"))
    #expect(run.output.contains("gone.html"))
    let preview = try desk.run("course", "preview", "Origin-of-goods", "--json").json
    #expect(preview["brokenLinks"]?.list.count == 1)
    #expect(preview["brokenLinks"]?.list.first?["line"]?.number?.int64 == 2)
    let page = desk.run("course", "preview", "Origin-of-goods", "--page", "-")
    #expect(page.status == 0)
    #expect(page.output.hasPrefix("<!DOCTYPE html>"))
    #expect(page.output.contains("<code>gone.html</code>"))
  }

  @Test func aFindingShowsItsLineWithAMark() throws {
    let desk = try Desk()
    try desk.write(Scene.manifest.replacing("<url>index.html", with: "<url>gone.html"), to: "course/cmi5.xml")
    try desk.write("<course>", to: "broken/cmi5.xml")
    let run = desk.run("import", "--dry-run", "broken")
    #expect(run.output.contains("    1 | <course>\n"))
    #expect(run.output.contains("^\n"))
  }

  @Test func findingsAreToldAsSARIF() throws {
    let desk = try Desk()
    try desk.write("<courseStructure>", to: "broken/cmi5.xml")
    let run = desk.run("import", "--dry-run", "--sarif", "broken")
    #expect(run.status == 3)
    let log = try run.json
    #expect(log["version"]?.string == "2.1.0")
    let only = log["runs"]?.list.first
    #expect(only?["tool"]?["driver"]?["name"]?.string == "registrar")
    let result = only?["results"]?.list.first
    #expect(result?["ruleId"]?.string == "xml.truncated")
    #expect(result?["level"]?.string == "error")
    let place = result?["locations"]?.list.first?["physicalLocation"]
    #expect(place?["artifactLocation"]?["uri"]?.string == "broken/cmi5.xml")
    #expect(place?["region"]?["startLine"]?.number?.int64 == 1)
  }

  @Test(
    "Where a finding is, from the folder that the command was given in",
    arguments: [
      ("in/broken", "in/broken/cmi5.xml"), ("in/broken/", "in/broken/cmi5.xml"),
      ("./in/broken/cmi5.xml", "./in/broken/cmi5.xml"), ("in/a%20b.txt", "in/a%2520b.txt"),
    ])
  func placesOfFindings(given: String, uri: String) throws {
    let desk = try Desk()
    try desk.write("<courseStructure>", to: "in/broken/cmi5.xml")
    try desk.write("no package", to: "in/a%20b.txt")
    let log = try desk.run("import", "--dry-run", "--sarif", given).json
    let place = log["runs"]?.list.first?["results"]?.list.first?["locations"]?.list.first?["physicalLocation"]
    #expect(place?["artifactLocation"]?["uri"]?.string == uri)
  }

  @Test func findingsAreColouredForATerminalUnlessNobodyWantsColour() throws {
    let desk = try Desk()
    try desk.write("<courseStructure>", to: "broken/cmi5.xml")
    desk.outside { $0.isTerminal = true }
    #expect(desk.run("import", "--dry-run", "broken").output.hasPrefix("\u{1B}[31m"))
    desk.outside { $0.environment["NO_COLOR"] = "1" }
    #expect(!desk.run("import", "--dry-run", "broken").output.contains("\u{1B}"))
  }

  @Test func codesAreExplained() throws {
    let desk = try Desk()
    let list = desk.run("explain", "--json")
    #expect(list.status == 0)
    let first = try #require(try list.json["items"]?.list.first?["code"]?.string)
    let one = desk.run("explain", first)
    #expect(one.status == 0)
    #expect(one.output.hasPrefix("\(first) ("))
    #expect(desk.run("explain", "no.such.code").status == 4)
  }

  /// "An outline cannot be published": that is said, and nobody is told to try.
  @Test func anOutlineIsNotToBePublishedNext() throws {
    let desk = try Desk()
    try desk.write(Scene.manifest, to: "outline/cmi5.xml")
    let run = desk.run("import", "outline")
    #expect(run.status == 0)
    #expect(
      run.messages == """
        It is an outline, 1 file missing: it cannot be published.
        Next: registrar course show Origin-of-goods

        """)
    #expect(
      desk.run("course", "show", "Origin-of-goods").output.contains(
        "accepted, an outline: 1 file missing, cmi5"))
    let published = desk.run("course", "publish", "Origin-of-goods")
    #expect(published.status == 5)
    #expect(published.messages.contains("1 file was not supplied"))
  }

  @Test(arguments: [
    ("once more", [], "course publish Origin-of-goods"),
    (
      "published", ["course publish Origin-of-goods"],
      "session plan CODE --course Origin-of-goods --mode MODE --from DAY --to DAY"
    ),
    (
      "retired", ["course publish Origin-of-goods", "course retire Origin-of-goods --reason amended"],
      "course show Origin-of-goods"
    ),
  ])
  func whatComesNextFollowsFromTheVersionsState(row: String, before: [String], next: String) throws {
    let desk = try Desk()
    try writeCourse(desk)
    desk.run("import", "course")
    for line in before { #expect(desk.run(line.split(separator: " ").map(String.init)).status == 0) }
    #expect(desk.run("import", "course").messages == "Next: registrar \(next)\n")
  }

  /// `-` is standard input: a manifest here, a zip in the end-to-end tests.
  @Test(arguments: [["import", "-", "--code", "PIPED"], ["import", "--dry-run", "-", "--code", "PIPED"]])
  func aPackageMayComeOnStandardInput(words: [String]) throws {
    let desk = try Desk()
    desk.outside {
      $0.input = Scene.manifest.replacing("<url>index.html", with: "<url>https://lessons.example/index.html")
    }
    let run = desk.run(words)
    #expect(run.status == 0, "\(run.output)\(run.messages)")
    #expect(run.output.contains("standard input: "))
    #expect(run.output.contains("new course PIPED, version 1: Origin of goods"))
    #expect(words.contains("--dry-run") == run.messages.contains("Next: registrar import - --code PIPED"))
  }

  @Test func aPathWithBlanksIsQuotedInWhatComesNext() throws {
    let desk = try Desk()
    try desk.write(Scene.manifest, to: "my course/cmi5.xml")
    try desk.write("<p>Lesson</p>", to: "my course/index.html")
    let run = desk.run("import", "--dry-run", "my course", "--code", "MINE")
    #expect(run.messages == "Next: registrar import '\(desk.folder)/my course' --code MINE\n")
  }

  private func writeCourse(_ desk: Desk, in language: String? = nil) throws {
    let folder = language.map { "course-\($0)" } ?? "course"
    try desk.write(Scene.manifest, to: "\(folder)/cmi5.xml")
    try desk.write("<p>Lesson \(language ?? "")</p>", to: "\(folder)/index.html")
  }
}
