import Catalogue
import Enrolment
import Evaluation
import People
import Testing
import Values

@testable import Reports

/// A row tells that there is somebody: five rows that add up to five are one each, though every one of them is suppressed.
@Suite struct OnePersonEachTests {
  private static func report(
    _ audience: ReportAudience = .donor, _ enrolments: [EnrolmentFact] = [],
    _ certificates: [CertificateFact] = []
  ) throws -> CertificationReport {
    Facts.report(try Facts.parameters(audience, party: Facts.party(7, .donor)), enrolments, certificates)
  }

  /// So many people of each of some Members.
  private static func people(_ counts: [(member: Int, region: Region, count: Int)]) throws -> [EnrolmentFact]
  {
    try counts.flatMap { member, region, count in
      try (0..<count).map { try Facts.enrolment(member * 100 + $0, party: Facts.member(member, region)) }
    }
  }

  @Test(
    "Whether what is shown tells of each hidden part",
    arguments: [
      ([1, 1, 1, 1, 1], true), ([2, 1, 1, 1], false), ([1, 1, 1, 1, 1, 9], false), ([5, 6], false),
      ([], false),
    ])
  func parts(counts: [Int], areTold: Bool) {
    let parts = counts.enumerated().map { place, count in
      var people = Headcount()
      for number in 0..<count { people.insert(place * 10 + number) }
      return SmallCells.Part(people: people)
    }
    #expect(SmallCells(threshold: 5).tellsOfEach(parts) == areTold)
  }

  @Test("Members of one person each take another Member with them")
  func members() throws {
    let few = (1...5).map { (member: $0, region: Region.esa, count: 1) }
    let report = try Self.report(.donor, Self.people(few + [(6, .esa, 9), (7, .esa, 20)]))
    #expect(
      report.lines(.enrolmentsByMember) == (1...6).map { "ESA M\($0) * * * * *" } + [
        "ESA M7 20 20 20 20 1000/20"
      ]
    )
    #expect(report.totalLine(.enrolmentsByMember)?.hasPrefix("total - 34 34 34") == true)
  }

  @Test("A region whose Members are one person each is hidden, with another")
  func region() throws {
    let few = (1...5).map { (member: $0, region: Region.esa, count: 1) }
    let report = try Self.report(.donor, Self.people(few + [(6, .wca, 20), (7, .ap, 30)]))
    #expect(
      report.lines(.enrolmentsByRegion) == ["AP 30 30 30 30 1000/30", "ESA * * * * *", "WCA * * * * *"])
    #expect(report.lines(.enrolmentsByMember).filter { $0.contains("*") }.count == 6)
  }

  @Test("Two regions whose Members are all one person each take a third")
  func regions() throws {
    let few =
      (1...5).map { (member: $0, region: Region.esa, count: 1) }
      + (6...11).map { (member: $0, region: Region.wca, count: 1) }
    let report = try Self.report(.donor, Self.people(few + [(12, .ap, 30), (13, .eur, 40)]))
    #expect(
      report.lines(.enrolmentsByRegion) == [
        "AP * * * * *", "ESA * * * * *", "EUR 40 40 40 40 1000/40", "WCA * * * * *",
      ])
  }

  @Test("All is hidden where the Members are one person each")
  func whole() throws {
    let report = try Self.report(.donor, Self.people((1...6).map { ($0, .esa, 1) }))
    #expect(report.totalLine(.enrolmentsBySex) == "total * * * * *")
    #expect(report.lines(.enrolmentsByState) == ["completed * * *"])
  }

  /// Whoever completed is told by the outcome too: of six people in five states one passed, and one did not.
  @Test(
    "States are one person each where the outcomes of the completed are", arguments: [(1, true), (2, false)])
  func outcomes(passed: Int, isHidden: Bool) throws {
    let others: [EnrolmentState] = [.completed, .failed, .enrolled, .withdrawn, .noShow]
    let facts =
      try (0..<passed).map { try Facts.enrolment($0, passed: true) }
      + others.enumerated().map { try Facts.enrolment(10 + $0.offset, $0.element) }
    let total = try #require(try Self.report(.donor, facts).totalLine(.enrolmentsByState))
    #expect(total.hasPrefix("total *") == isHidden, "\(total)")
  }

  @Test("Certificates issued under schemes to one person each are hidden")
  func schemes() throws {
    let certificates = try (1...5).map { try Facts.certificate($0, person: $0, scheme: "S\($0)") }
    let report = try Self.report(.donor, [], certificates)
    #expect(report.lines(.certificates) == ["issued * *", "in-force * *"])
    #expect(report.totalLine(.certificatesByScheme) == "total - * *")
  }

  @Test(
    "Evaluations that asked one person each are hidden, with the total or with another row",
    arguments: [(0, "total - - 5 * * * -"), (20, "total - - 6 25 25 1000/25 -")])
  func evaluations(others: Int, total: String) throws {
    let kinds: [(EvaluationLevel, RespondentRole, Int)] = [
      (.learning, .sponsor, 1), (.behaviour, .sponsor, 1), (.results, .sponsor, 1), (.results, .learner, 2),
    ]
    var builder = CertificationReportBuilder(try Facts.parameters(.donor, party: Facts.party(7, .donor)))
    func add(_ level: EvaluationLevel, _ respondents: RespondentRole, asked: Int) throws {
      builder.add(
        EvaluationFact(
          host: nil, donors: [Facts.id(7)], level: level, respondents: respondents, highestMark: 5,
          asked: asked,
          due: try Facts.day("2026-06-30"),
          answers: (0..<asked).map { _ in .init(respondent: nil, sum: 4, marks: 1) }))
    }
    for (level, respondents, evaluations) in kinds {
      for _ in 0..<evaluations { try add(level, respondents, asked: 1) }
    }
    // Nobody knows whether it is the same person: with as many known ones there are five.
    for _ in 0..<(others > 0 ? 1 : 0) { try add(.reaction, .learner, asked: others) }
    let report = builder.finish()
    #expect(report.lines(.evaluations).allSatisfy { $0.hasSuffix("* * * *") })
    #expect(report.totalLine(.evaluations) == total)
  }
}
