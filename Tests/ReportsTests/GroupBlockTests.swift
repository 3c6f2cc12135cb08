import Enrolment
import People
import Reports
import Testing
import Values

/// “sex, country, LDC group” (domain 5.3): enrolments by the groups that Members belonged to when the sessions started.
@Suite struct GroupBlockTests {
  /// So many people of a Member, which belongs to some groups.
  private static func people(
    _ count: Int, of member: Int, _ groups: [String],
    _ state: EnrolmentState = .completed
  ) throws -> [EnrolmentFact] {
    let codes = Set(try groups.map { try #require(PartyGroupCode($0)) })
    return try (0..<count).map { number in
      try Facts.enrolment(
        member * 1000 + number + (groups.isEmpty ? 500 : 0), state, party: Facts.member(member),
        groups: codes)
    }
  }

  private static func rows(_ audience: ReportAudience, _ facts: [EnrolmentFact]) throws -> [String] {
    try Facts.report(
      Facts.parameters(audience, party: audience.partyKind.map { try Facts.party(7, $0) }), facts
    ).lines(.enrolmentsByGroup)
  }

  @Test("Groups overlap; who is in none has a row, and the total is of all")
  func groups() throws {
    let facts =
      try Self.people(4, of: 1, ["LDC", "LLDC"]) + Self.people(2, of: 2, ["LDC"], .failed)
      + Self.people(3, of: 3, [])
    let report = Facts.report(try Facts.parameters(.directorate), facts)
    #expect(
      report.lines(.enrolmentsByGroup) == [
        "LDC 6 6 6 4 667/6", "LLDC 4 4 4 4 1000/4", "no-group 3 3 3 3 1000/3",
      ])
    #expect(report.totalLine(.enrolmentsByGroup) == "total 9 9 9 7 778/9")
  }

  @Test("Where no Member belongs to a group there are no records, which is not a count of 0")
  func none() throws {
    #expect(try Self.rows(.directorate, Self.people(9, of: 1, [])).isEmpty)
  }

  @Test("A Member's own report has no groups: it is one Member")
  func ownMember() throws {
    let report = try Facts.report(Facts.parameters(.member, party: Facts.party(7, .member)))
    #expect(report.block(.enrolmentsByGroup) == nil)
  }

  /// A group less the Members of it that are shown is what its hidden Members come to.
  @Test(
    "A group is hidden where it would tell what a hidden Member comes to",
    arguments: [
      // people of four Members, of which the first two are in the group → the group and the rest
      ([20, 20, 20, 20], ["LDC 40", "no-group 40"]),
      ([3, 20, 20, 20], ["LDC 23", "no-group 40"]), ([3, 4, 20, 20], ["LDC 7", "no-group 40"]),
      ([20, 20, 3, 4], ["LDC 40", "no-group 7"]), ([20, 20, 3, 1], ["LDC *", "no-group *"]),
      ([3, 20, 4, 20], ["LDC *", "no-group *"]), ([3, 0, 20, 20], ["LDC *", "no-group *"]),
    ] as [([Int], [String])])
  func hidden(_ counts: [Int], _ shown: [String]) throws {
    let facts = try counts.enumerated().flatMap { place, count in
      try Self.people(count, of: place + 1, place < 2 ? ["LDC"] : [])
    }
    let told = try Self.rows(.donor, facts).map { row in
      row.split(separator: " ").prefix(2).joined(separator: " ")
    }
    #expect(told == shown)
  }

  @Test("What a Member has before it leaves a group is told of it only where both parts are many")
  func leaving() throws {
    for (before, after, shown) in [(20, 20, "LDC 20"), (20, 3, "LDC *"), (3, 20, "LDC *")] {
      let facts =
        try Self.people(before, of: 1, ["LDC"]) + Self.people(after, of: 1, []) + Self.people(30, of: 2, [])
      let rows = try Self.rows(.donor, facts)
      let row = try #require(rows.first)
      #expect(row.split(separator: " ").prefix(2).joined(separator: " ") == shown, "\(before) \(after)")
    }
  }

  /// All 60, less the 20, the 32 and the 7 of the other groups, would be the one person of the least developed countries.
  @Test("What several groups together leave is not told")
  func severalGroups() throws {
    let facts =
      try Self.people(1, of: 1, ["LDC"]) + Self.people(20, of: 2, ["LLDC"]) + Self.people(32, of: 3, ["SIDS"])
      + Self.people(4, of: 4, []) + (0..<3).map { try Facts.enrolment(9000 + $0) }
    let told = try Self.rows(.donor, facts).map { row in
      row.split(separator: " ").prefix(2).joined(separator: " ")
    }
    #expect(told == ["LDC *", "LLDC 20", "SIDS 32", "no-group *"])
  }

  @Test(
    "The persons of groups are hidden where they tell of few who were of several Members",
    arguments: [
      // who were of the first and the second Member, and of the first and the third → persons of the groups
      (2, 4, ["LDC 40 40 * 40 1000/40", "LLDC 20 20 * 20 1000/20"]),
      (6, 0, ["LDC 40 40 34 40 1000/40", "LLDC 20 20 20 20 1000/20"]),
    ])
  func personsOfSeveral(_ both: Int, _ others: Int, _ rows: [String]) throws {
    let own = [
      Array(0..<20), Array(0..<both) + Array(100..<120 - both),
      Array(10..<10 + others) + Array(200..<220 - others),
    ]
    let facts = try own.enumerated().flatMap { place, numbers in
      try numbers.map {
        try Facts.enrolment(
          $0, party: Facts.member(place + 1),
          groups: [#require(PartyGroupCode(place < 2 ? "LDC" : "LLDC"))])
      }
    }
    #expect(try Self.rows(.donor, facts) == rows)
  }
}
