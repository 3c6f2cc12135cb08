import Accreditation
import People
import Reports
import Testing
import Values

/// “trainers and experts: per category and status, funnel” (domain 5.3).
@Suite struct ExpertBlocksTests {
  private static func stage(_ text: String) throws -> StageCode { try Facts.code(text) }

  private static func pool(
    version: Int = 1, stages: [String] = ["screening", "workshop", "mission"]
  ) throws -> PoolLabel {
    PoolLabel(
      id: Facts.id(1), code: try Facts.code("TOA-PCA"), title: LocalizedText("Pool"),
      category: .technicalOperationalAdvisor, version: version,
      stages: try stages.map {
        PoolLabel.Stage(code: try stage($0), title: LocalizedText("\($0) \(version)"))
      })
  }

  private static func expert(
    _ person: Int, _ state: AccreditationState, passed: [String] = [], failed: [String] = [], party: Int = 1,
    donors: [Int] = [7], on day: String = "2026-03-01", converted: Bool = false, due: String? = nil,
    until: String? = nil, released: Bool = false, pool: PoolLabel? = nil
  ) throws -> ExpertFact {
    ExpertFact(
      person: Facts.id(person), pool: try pool ?? self.pool(), party: try Facts.member(party),
      donors: Set(donors.map { Facts.id($0) }), began: try Facts.day(day), isConverted: converted,
      passed: Set(try passed.map(stage)), failed: Set(try failed.map(stage)), state: state,
      dueBy: try due.map(Facts.day), heldUntil: try until.map(Facts.day), isReleased: released)
  }

  private static func report(
    _ audience: ReportAudience, _ facts: [ExpertFact]
  ) throws -> CertificationReport {
    var builder = CertificationReportBuilder(
      try Facts.parameters(audience, party: audience.partyKind.map { try Facts.party(7, $0) }))
    for fact in facts { builder.add(fact) }
    return builder.finish()
  }

  @Test("Cases are told by category and state; available is who is released and may be asked")
  func byCategory() throws {
    let report = try Self.report(
      .directorate,
      [
        try Self.expert(1, .accredited, released: true), try Self.expert(2, .accredited),
        try Self.expert(2, .lapsed, released: true), try Self.expert(3, .nominated, released: true),
      ])
    #expect(
      report.lines(.experts) == ["TOA nominated 1 1 0", "TOA accredited 2 2 1", "TOA lapsed 1 1 0"])
    #expect(report.totalLine(.experts) == "total - 4 3 1")
  }

  /// The cut-off is on 15 January 2027.
  @Test("Who held something to the day of the cut-off may be asked, who held it to the day before may not")
  func termIsOver() throws {
    let report = try Self.report(
      .directorate,
      [
        try Self.expert(1, .accredited, until: "2027-01-15", released: true),
        try Self.expert(2, .accredited, until: "2027-01-14", released: true),
      ])
    #expect(report.lines(.experts) == ["TOA accredited 2 2 1"])
  }

  @Test("The funnel is of those nominated in the period, stage by stage; who was converted is not counted")
  func funnel() throws {
    let report = try Self.report(
      .directorate,
      [
        try Self.expert(1, .accredited, passed: ["screening", "workshop", "mission"]),
        try Self.expert(2, .preAccredited, passed: ["screening", "workshop"]),
        try Self.expert(3, .notSelected, passed: ["screening"], failed: ["workshop"]),
        try Self.expert(4, .nominated), try Self.expert(5, .accredited, passed: ["mission"], converted: true),
        try Self.expert(6, .nominated, on: "2025-12-31"),
      ])
    #expect(
      report.lines(.expertsFunnel) == [
        "TOA-PCA TOA nominated 4 - 1000/4", "TOA-PCA TOA screening 3 0 750/4",
        "TOA-PCA TOA workshop 2 1 500/4", "TOA-PCA TOA mission 1 0 250/4",
      ])
  }

  @Test("Stages are those of the versions that the cases go by, in their order, titled as in the last")
  func versions() throws {
    let report = try Self.report(
      .directorate,
      [
        try Self.expert(
          1, .preAccredited, passed: ["course", "workshop"],
          pool: Self.pool(version: 2, stages: ["course", "workshop", "mission"])),
        try Self.expert(2, .preScreened, passed: ["screening"]),
      ])
    #expect(
      report.lines(.expertsFunnel) == [
        "TOA-PCA TOA nominated 2 - 1000/2", "TOA-PCA TOA screening 1 0 500/2",
        "TOA-PCA TOA workshop 1 0 500/2", "TOA-PCA TOA mission 0 0 0/2", "TOA-PCA TOA course 1 0 500/2",
      ])
    let titles = try #require(report.block(.expertsFunnel)).rows.dropFirst().map { $0[4] }
    #expect(titles == ["screening 1", "workshop 2", "mission 2", "course 2"].map { .text($0) })
  }

  @Test("Reviews are told by how long after the period's last day something has to be done")
  func reviews() throws {
    let report = try Self.report(
      .directorate,
      [
        try Self.expert(1, .preScreened, due: "2027-01-31"),
        try Self.expert(2, .accredited, until: "2027-03-01"),
        try Self.expert(3, .preAccredited, due: "2027-09-01", until: "2028-01-01"),
        try Self.expert(4, .lapsed, until: "2027-02-01"), try Self.expert(5, .accredited),
        try Self.expert(6, .preScreened, due: "2026-05-01"),
        try Self.expert(7, .preScreened, due: "2026-12-31"),
      ])
    #expect(report.lines(.expertsReviews) == ["within-3-months 2 2", "within-12-months 1 1"])
    #expect(report.totalLine(.expertsReviews) == "total 3 3")
  }

  @Test("A Member sees its own experts, a donor the funnel of whom it paid for, others none")
  func audiences() throws {
    let facts =
      try (0..<9).map { try Self.expert($0, .nominated, party: 7, donors: []) }
      + (20..<40).map { try Self.expert($0, .nominated, party: 2) }
    #expect(try Self.report(.member, facts).lines(.experts) == ["TOA nominated 9 9 0"])
    #expect(try Self.report(.member, facts).block(.expertsReviews) == nil)
    #expect(
      try Self.report(.donor, facts).lines(.expertsFunnel).first == "TOA-PCA TOA nominated 20 - 1000/20")
    #expect(try Self.report(.donor, facts).block(.experts) == nil)
    for audience in [ReportAudience.university, .rocb] {
      #expect(try Self.report(audience, facts).block(.expertsFunnel) == nil)
    }
  }

  @Test(
    "From a donor a pool's stages are hidden where one tells of few, or leaves few",
    arguments: [
      // nominated, screened, through the workshop
      (20, 10, 5, ["20", "10", "5", "0"]), (20, 17, 5, ["20", "*", "*", "*"]),
      (20, 10, 7, ["20", "*", "*", "*"]),
      (20, 3, 0, ["20", "*", "*", "*"]), (4, 0, 0, ["*", "*", "*", "*"]), (9, 0, 0, ["9", "0", "0", "0"]),
    ] as [(Int, Int, Int, [String])])
  func hidden(_ nominated: Int, _ screened: Int, _ passed: Int, _ shown: [String]) throws {
    let facts = try (0..<nominated).map { number in
      try Self.expert(
        number, .nominated,
        passed: (number < screened ? ["screening"] : []) + (number < passed ? ["workshop"] : []))
    }
    let told = try Self.report(.donor, facts).lines(.expertsFunnel).map { row in
      row.split(separator: " ").dropFirst(3).first.map(String.init)
    }
    #expect(told == shown)
  }
}
