import Catalogue
import ContentPackaging
import Foundation
import Operations
import SQLiteStore
import Testing
import Values

/// Catalogues in a folder: what they say is done once.
@Suite struct CatalogueImportTests {
  @Test(
    "“imports the packages, makes the courses, publishes …, maps to items, offers them; … the second run changes nothing”",
    arguments: [("TrainTheTrainers", "TTT", 4), ("PICARD", "PICARD", 4)])
  func shipped(folder: String, code: String, courses: Int) throws {
    let house = try House()
    let path = House.root + "/Courses/" + folder
    let plan = try house.take(catalogue: path, isDryRun: true)
    #expect(plan.isAccepted && plan.isDryRun)
    #expect(try house.answer(ListCourses()).items.isEmpty)
    let report = try house.take(catalogue: path)
    #expect(report.isAccepted, "\(report.findings.filter { $0.severity == .error })")
    #expect(report.changes == plan.changes)
    #expect(
      report.changes.prefix(2) == [
        .addStandard(try #require(StandardEditionCode("EXAMPLE-COMPETENCIES"))),
        .open(try #require(CatalogueCode(code))),
      ])
    let listed = try #require(try house.answer(ListCatalogues()).items.first)
    #expect(listed.catalogue.code.text == code && listed.courses.count == courses)
    for course in listed.courses {
      let version = try #require(try house.answer(ShowCourse(.id(course.id))).versions.last)
      #expect(version.state == .published)
      #expect(!version.mapping.isEmpty)
      #expect(version.passRule.passingScore == (course.code.text == "PRACTICUM" ? ExactDecimal("0.7") : nil))
    }
    let history = try house.answer(ReadHistory(page: PageRequest(limit: 1000))).items.count
    let again = try house.take(catalogue: path)
    #expect(again.isAccepted && again.changes.isEmpty)
    #expect(try house.answer(ReadHistory(page: PageRequest(limit: 1000))).items.count == history)
    #expect(try house.registrar.check(databaseFaults: house.store.faults(), as: .owner).faults.isEmpty)
  }

  @Test("What is exported says what was imported")
  func exported() throws {
    let house = try House()
    _ = try house.take(catalogue: House.root + "/Courses/TrainTheTrainers")
    let xml = try house.answer(ExportCatalogue(#require(CatalogueCode("TTT"))))
    let text = String(decoding: xml, as: UTF8.self)
    #expect(text.contains(#"<course code="PRACTICUM" package="practicum" passing-score="0.7">"#))
    #expect(text.contains(#"<standard code="EXAMPLE-COMPETENCIES" file="example-competencies.xml"/>"#))
    let order = try ["ADULT-LEARNING", "SESSION-DESIGN", "FEEDBACK", "PRACTICUM"].map {
      try #require(text.range(of: "code=\"\($0)\"")).lowerBound
    }
    #expect(order == order.sorted(), "the courses in the order in which they are best taken")
  }

  struct Row: CustomTestStringConvertible, Sendable {
    let name: String
    let part: String
    let changed: String
    let codes: [String]
    var testDescription: String { name }
  }

  @Test(arguments: [
    Row(name: "no fault", part: "", changed: "", codes: []),
    Row(
      name: "a package that is not there", part: "package=\"one\"", changed: "package=\"two\"",
      codes: ["package.unreadable"]),
    Row(
      name: "an item that the edition lacks", part: "item=\"K-1\"", changed: "item=\"K-2\"",
      codes: ["catalogue.item.unknown"]),
    Row(
      name: "another edition in the file", part: "code=\"EX\" file", changed: "code=\"EY\" file",
      codes: ["catalogue.standard.unnamed"]),
  ])
  func refuses(row: Row) throws {
    let house = try House()
    let folder = try write(
      row.part.isEmpty ? Self.catalogue : Self.catalogue.replacing(row.part, with: row.changed), in: house)
    let report = try house.take(catalogue: folder)
    let errors = report.findings.filter { $0.severity == .error }.map(\.code.identifier)
    #expect(errors == row.codes)
    #expect(report.isAccepted == row.codes.isEmpty)
    #expect(try house.answer(ListCourses()).items.isEmpty != row.codes.isEmpty)
    #expect(try house.answer(ListStandardEditions()).items.isEmpty != row.codes.isEmpty)
  }

  @Test("A package that the records have under another code is refused at its place")
  func anotherCode() throws {
    let house = try House()
    let folder = try write(Self.catalogue, in: house)
    _ = try house.registrar.importPackage(
      ImportRequest(.path(folder + "/one"), code: CourseCode("OTHER")), as: .owner)
    let report = try house.take(catalogue: folder)
    let error = try #require(report.findings.first { $0.severity == .error })
    #expect(error.code.identifier == "catalogue.course.other")
    #expect(error.line == 4 && error.column == 11)
  }

  @Test("A code that another package has is refused")
  func takenCode() throws {
    let house = try House()
    _ = try house.importFolder(["cmi5.xml": StoryTests.cmi5, "index.html": "<p>"])
    let course = try #require(try house.answer(ListCourses()).items.first)
    let folder = try write(
      Self.catalogue.replacing("code=\"ONE\"", with: "code=\"\(course.code)\""), in: house)
    let report = try house.take(catalogue: folder)
    #expect(report.findings.contains { $0.code.identifier == "catalogue.course.other" })
    #expect(!report.isAccepted)
  }

  @Test("A version that was published by hand keeps its rule, and that is told")
  func publishedByHand() throws {
    let house = try House()
    let folder = try write(Self.catalogue, in: house)
    _ = try house.registrar.importPackage(
      ImportRequest(.path(folder + "/one"), code: CourseCode("ONE")), as: .owner)
    _ = try house.perform(
      PublishVersion(course: .code(#require(CourseCode("ONE"))), number: nil, passingScore: nil))
    let report = try house.take(catalogue: folder)
    #expect(report.isAccepted)
    #expect(report.findings.map(\.code.identifier).contains("catalogue.pass-rule.differs"))
    #expect(!report.changes.contains { if case .publish = $0 { true } else { false } })
  }

  static let catalogue = """
    <catalogue xmlns="urn:registrar:catalogue:1" code="T">
      <title xml:lang="en">T</title>
      <standard code="EX" file="ex.xml"/>
      <course code="ONE" package="one" passing-score="0.5">
        <teaches standard="EX" item="K-1"/>
      </course>
    </catalogue>
    """

  private func write(_ catalogue: String, in house: House) throws -> String {
    let folder = house.folder + "/catalogue"
    try FileManager.default.createDirectory(atPath: folder + "/one", withIntermediateDirectories: true)
    let edition = """
      <standard-edition xmlns="urn:registrar:standard-edition:1" code="EX" framework="F" year="2026" state="draft">
        <title>EX</title>
        <item code="K-1" level="operational-manager" kind="knowledge"><title>K</title></item>
      </standard-edition>
      """
    let package = StoryTests.cmi5.replacing("urn:test:course", with: "urn:test:another")
    for (name, text) in [
      ("catalogue.xml", catalogue), ("ex.xml", edition), ("one/cmi5.xml", package), ("one/index.html", "<p>"),
    ] {
      try text.write(toFile: "\(folder)/\(name)", atomically: false, encoding: .utf8)
    }
    return folder
  }
}

extension House {
  func take(catalogue folder: String, isDryRun: Bool = false) throws -> CatalogueReport {
    let path = folder + "/catalogue.xml"
    return try registrar.importCatalogue(
      CatalogueRequest(
        bytes: Array(try Data(contentsOf: URL(fileURLWithPath: path))), name: "catalogue.xml", folder: folder,
        isDryRun: isDryRun, readFile: { Array(try Data(contentsOf: URL(fileURLWithPath: $0))) }), as: .owner)
  }
}
