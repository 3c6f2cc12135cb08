import Catalogue
import Enrolment
import People
import Testing
import Values

@testable import Reports

@Suite struct EnrolmentBlocksTests {
  /// "Persons and attendances are separate measures; no sum of persons over groups is shown as a total of persons"
  /// (domain 7.4, 19).
  @Test("A person in two states is one person in the total")
  func persons() throws {
    let report = Facts.report(
      try Facts.parameters(.directorate),
      [
        try Facts.enrolment(1, .completed, passed: true), try Facts.enrolment(1, .failed),
        try Facts.enrolment(2, .completed), try Facts.enrolment(3, .noShow),
      ])
    #expect(report.lines(.enrolmentsByState) == ["completed 2 2 2", "failed 1 1 1", "no-show 1 0 1"])
    #expect(report.totalLine(.enrolmentsByState) == "total 4 3 3")
    #expect(
      report.lines(.results) == ["passed 1 1 333/3", "completed-without-pass 1 1 333/3", "failed 1 1 333/3"])
  }

  /// "Attendance, Completion, Pass: three different facts" (domain 7.1): attended is what the person took part in, whatever
  /// became of the enrolment.
  @Test("An attendance is an enrolment that was attended: enrolments, attendances, persons")
  func attendances() throws {
    let report = Facts.report(
      try Facts.parameters(.directorate),
      [
        try Facts.enrolment(1, .expired, attended: true), try Facts.enrolment(1, .expired, attended: true),
        try Facts.enrolment(2, .expired, attended: false), try Facts.enrolment(3, .withdrawn, attended: true),
        try Facts.enrolment(4, .enrolled), try Facts.enrolment(5, .waiting), try Facts.enrolment(6, .failed),
        try Facts.enrolment(7, .started), try Facts.enrolment(8, sex: .male),
      ])
    #expect(
      report.lines(.enrolmentsByState) == [
        "waiting 1 0 1", "enrolled 1 0 1", "started 1 1 1", "completed 1 1 1", "failed 1 1 1",
        "withdrawn 1 1 1", "expired 3 2 2",
      ])
    #expect(report.totalLine(.enrolmentsByState) == "total 9 6 8")
    #expect(report.lines(.enrolmentsBySex) == ["female 8 5 7 0 0/5", "male 1 1 1 1 1000/1"])
    #expect(report.totalLine(.enrolmentsBySex) == "total 9 6 8 1 167/6")
    #expect(report.lines(.results) == ["completed-without-pass 1 1 500/2", "failed 1 1 500/2"])
    let units = try #require(report.block(.enrolmentsBySex)).columns.compactMap(\.kind.unit)
    #expect(units == [.enrolments, .attendances, .persons, .attendances, .attendances])
  }

  @Test(
    "The period's first and last day belong to it",
    arguments: [
      ("2025-12-31", []), ("2026-01-01", ["completed 1 1 1"]), ("2026-12-31", ["completed 1 1 1"]),
      ("2027-01-01", []),
    ])
  func period(day: String, lines: [String]) throws {
    let report = Facts.report(try Facts.parameters(.directorate), [try Facts.enrolment(1, on: day)])
    #expect(report.lines(.enrolmentsByState) == lines)
  }

  /// "Unknown, undisclosed and not applicable are three values" (domain 7.4, 22).
  @Test("Each sex has its own row, in a fixed order")
  func sexes() throws {
    let facts = try Person.Sex.allCases.reversed().enumerated().map {
      try Facts.enrolment($0.offset, $0.offset == 0 ? .started : .completed, sex: $0.element)
    }
    let report = Facts.report(try Facts.parameters(.directorate), facts)
    #expect(
      report.lines(.enrolmentsBySex) == [
        "female 1 1 1 1 1000/1", "male 1 1 1 1 1000/1", "other 1 1 1 1 1000/1",
        "undisclosed 1 1 1 1 1000/1", "unknown 1 1 1 0 0/1",
      ])
    #expect(report.totalLine(.enrolmentsBySex) == "total 5 5 5 4 800/5")
  }

  @Test("Members stand by region and code; who has no party stands last")
  func members() throws {
    let report = Facts.report(
      try Facts.parameters(.directorate),
      [
        try Facts.enrolment(1, party: Facts.member(2, .wca)),
        try Facts.enrolment(2, party: Facts.member(9, .ap)),
        try Facts.enrolment(3, party: Facts.member(1, .wca)), try Facts.enrolment(4, .withdrawn),
      ])
    #expect(
      report.lines(.enrolmentsByMember) == [
        "AP M9 1 1 1 1 1000/1", "WCA M1 1 1 1 1 1000/1", "WCA M2 1 1 1 1 1000/1",
        "- not-recorded 1 0 1 0 -",
      ])
    #expect(
      report.lines(.enrolmentsByRegion) == [
        "AP 1 1 1 1 1000/1", "WCA 2 2 2 2 1000/2", "not-recorded 1 0 1 0 -",
      ])
  }

  /// "A person is counted in the Member and region of the affiliation at the session's start, even after moving"
  /// (domain 7.4, 10).
  @Test("A Member that moved to another region is counted in each of them")
  func movedMember() throws {
    let report = Facts.report(
      try Facts.parameters(.directorate),
      [
        try Facts.enrolment(1, party: Facts.member(1, .esa)),
        try Facts.enrolment(1, party: Facts.member(1, .wca)),
      ])
    #expect(report.lines(.enrolmentsByMember) == ["ESA M1 1 1 1 1 1000/1", "WCA M1 1 1 1 1 1000/1"])
    #expect(report.totalLine(.enrolmentsByMember) == "total - 2 2 1 2 1000/2")
  }

  @Test("Mode, language, role level and course each have their rows")
  func others() throws {
    let french = try #require(LanguageTag("fr"))
    let report = Facts.report(
      try Facts.parameters(.directorate),
      [
        try Facts.enrolment(1, role: nil, course: 2, mode: .blended, language: french),
        try Facts.enrolment(1, .failed, course: 1), try Facts.enrolment(1, course: 1, version: 2),
      ])
    #expect(report.lines(.enrolmentsByMode) == ["face-to-face 2 2 1 1 500/2", "blended 1 1 1 1 1000/1"])
    #expect(report.lines(.enrolmentsByLanguage) == ["en 2 2 1 1 500/2", "fr 1 1 1 1 1000/1"])
    #expect(
      report.lines(.enrolmentsByRoleLevel) == [
        "operational-manager 2 2 1 1 500/2", "not-recorded 1 1 1 1 1000/1",
      ])
    #expect(report.lines(.enrolmentsByCourse) == ["C1 2 2 1 1 500/2", "C2 1 1 1 1 1000/1"])
  }

  /// “money: seats and events per funder” (domain 5.3)
  @Test("A session counts for each donor that pays for seats in it, and one without for none")
  func donors() throws {
    let report = Facts.report(
      try Facts.parameters(.directorate),
      [
        try Facts.enrolment(1, donors: [2], session: "S1"),
        try Facts.enrolment(2, .failed, donors: [2], session: "S1"),
        try Facts.enrolment(1, donors: [1, 2], session: "S2"),
        try Facts.enrolment(3, .enrolled, donors: [], session: "S3"),
      ])
    #expect(
      report.lines(.enrolmentsByDonor) == [
        "D1 1 1 1 1 1 1000/1", "D2 2 3 3 2 2 667/3", "no-donor 1 1 0 1 0 -",
      ])
    #expect(report.totalLine(.enrolmentsByDonor) == "total 3 4 3 3 2 667/3")
    for audience in ReportAudience.allCases where audience != .directorate {
      let other = try Facts.report(
        Facts.parameters(audience, party: audience.partyKind.map { try Facts.party(7, $0) }))
      #expect(other.block(.enrolmentsByDonor) == nil)
    }
  }

  @Test("What happened in the period is counted by its own day, whenever the enrolment was recorded")
  func activity() throws {
    let report = Facts.report(
      try Facts.parameters(.directorate),
      [
        try Facts.enrolment(1, on: "2025-06-01", ended: "2026-01-01"),
        try Facts.enrolment(2, on: "2026-06-01", ended: "2027-01-01"),
        try Facts.enrolment(3, .noShow, on: "2026-06-01", ended: "2026-12-31"),
      ])
    #expect(report.lines(.activityInPeriod) == ["enrolled 2 1 2", "completed 1 1 1", "no-show 1 0 1"])
  }

  @Test("Nothing recorded is no rows and no total, never 0")
  func empty() throws {
    let report = Facts.report(try Facts.parameters(.directorate))
    #expect(!report.blocks.isEmpty)
    for block in report.blocks {
      #expect(block.rows.isEmpty)
      #expect(block.total == nil)
      #expect(!block.definition.isEmpty)
    }
  }

  @Test("Coverage counts courses with a published version, and completions on every mapped version once")
  func coverage() throws {
    let item = StandardItem(
      code: try Facts.code("OM-K-01"), level: .operationalManager, kind: .knowledge,
      titles: LocalizedText("Item"))
    let gap = StandardItem(
      code: try Facts.code("OM-S-01"), level: .operationalManager, kind: .skill, titles: LocalizedText("Gap"))
    let report = Facts.report(
      try Facts.parameters(.directorate),
      [
        try Facts.enrolment(1, version: 1), try Facts.enrolment(1, version: 2),
        try Facts.enrolment(2, .failed),
      ], [],
      [
        CoverageFact(
          edition: try Facts.code("PICARD-2019"), item: item, publishedVersions: [Facts.id(1), Facts.id(3)],
          publishedCourses: 1, otherVersions: [Facts.id(2)]),
        CoverageFact(
          edition: try Facts.code("PICARD-2019"), item: gap, publishedVersions: [], publishedCourses: 0,
          otherVersions: []),
      ])
    #expect(
      report.lines(.coverage) == [
        "PICARD-2019 operational-manager knowledge OM-K-01 1 2",
        "PICARD-2019 operational-manager skill OM-S-01 0 0",
      ])
    let block = try #require(report.block(.coverage))
    #expect(block.columns.map(\.title).contains("Published courses"))
    #expect(block.definition.contains("all versions and languages of a course being one"))
  }
}
