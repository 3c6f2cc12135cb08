import Enrolment
import People
import Testing
import Values

@testable import Reports

@Suite struct AudienceTests {
  @Test("A report is made out to a party of the audience's kind, or to none for the directorate")
  func parties() throws {
    let period = try #require(DayRange(from: Facts.day("2026-01-01"), to: Facts.day("2026-01-01")))
    let open = try #require(DayRange(from: Facts.day("2026-01-01"), to: nil))
    let donor = try Facts.party(7, .donor)
    func make(_ audience: ReportAudience, _ party: Party?, _ period: DayRange) throws {
      _ = try ReportParameters(
        audience: audience, party: party, period: period, timeZone: "UTC", cutOff: Instant(microseconds: 0))
    }
    #expect(throws: ReportParameters.Refusal.partyMissing(.member)) { try make(.member, nil, period) }
    #expect(throws: ReportParameters.Refusal.partyNotAllowed(.directorate)) {
      try make(.directorate, donor, period)
    }
    #expect(throws: ReportParameters.Refusal.partyOfOtherKind(expected: .university, found: .donor)) {
      try make(.university, donor, period)
    }
    #expect(throws: ReportParameters.Refusal.periodWithoutEnd) { try make(.donor, donor, open) }
    #expect(throws: Never.self) { try make(.donor, donor, period) }
  }

  /// "Donor and public reports hold no names; Member reports name only its own people; university reports only its own"
  /// (domain 7.4, 24).
  @Test("Names stand only in reports to those whose people they are", arguments: ReportAudience.allCases)
  func names(audience: ReportAudience) throws {
    let party = try audience.partyKind.map { try Facts.party(1, $0) }
    let own = PartyLabel(
      id: Facts.id(1), code: try Facts.code("M1"), name: LocalizedText("One"), region: .esa)
    let report = Facts.report(
      try Facts.parameters(audience, party: party),
      [
        try Facts.enrolment(1, name: "Own Officer", party: own),
        try Facts.enrolment(2, name: "Foreign Officer", party: Facts.member(2)),
      ],
      [
        try Facts.certificate(1, person: 1, name: "Own Officer", party: own, issuer: 900),
        try Facts.certificate(2, person: 2, name: "Foreign Officer", party: Facts.member(2), issuer: 900),
        try Facts.certificate(3, person: 3, name: "Own Graduate", party: Facts.member(2), issuer: 1),
      ])
    let expected: Set<String> =
      switch audience {
      case .directorate, .donor, .rocb: []
      case .member: ["Own Officer"]
      case .university: ["Own Graduate"]
      }
    let outputs = [report.xml, report.json] + report.csvFiles.map(\.bytes)
    for name in ["Own Officer", "Foreign Officer", "Own Graduate"] {
      let isNamed = outputs.contains { String(decoding: $0, as: UTF8.self).contains(name) }
      #expect(isNamed == expected.contains(name), "\(name)")
    }
  }

  @Test("A Member sees its own officers' figures unsuppressed, and no others'")
  func member() throws {
    let party = try Facts.party(1, .member)
    let own = PartyLabel(id: party.id, code: party.code, name: party.names, region: .esa)
    let report = Facts.report(
      try Facts.parameters(.member, party: party),
      [
        try Facts.enrolment(1, name: "Zoë", party: own, passed: true),
        try Facts.enrolment(2, .withdrawn, name: "Abel", party: own),
        try Facts.enrolment(3, party: Facts.member(2)), try Facts.enrolment(4),
      ])
    #expect(report.lines(.enrolmentsByState) == ["completed 1 1 1", "withdrawn 1 0 1"])
    #expect(report.block(.enrolmentsByRegion) == nil)
    #expect(
      report.block(.ownOfficers)?.rows.map { $0[1].shortText } == ["Abel", "Zoë"])
  }

  @Test("A donor's small cells are suppressed, with the next smallest of the same breakdown")
  func donor() throws {
    let report = try donorReport([(.completed, 20), (.failed, 3), (.withdrawn, 9)])
    #expect(report.lines(.enrolmentsByState) == ["completed 20 20 20", "failed * * *", "withdrawn * * *"])
    // 23 attendances less the 20 completed would tell of the 3 who failed.
    #expect(report.totalLine(.enrolmentsByState) == "total 32 * 32")
    #expect(report.lines(.results) == ["completed-without-pass 20 20 *", "failed * * *"])
    #expect(report.lines(.enrolmentsBySex) == ["female 32 * 32 20 *"])
  }

  @Test(
    "Four people in all are told as nothing, five are told",
    arguments: [(4, "completed * * *", "total * * *"), (5, "completed 5 5 5", "total 5 5 5")])
  func wholeReport(number: Int, row: String, total: String) throws {
    let report = try donorReport([(.completed, number)])
    #expect(report.lines(.enrolmentsByState) == [row])
    #expect(report.totalLine(.enrolmentsByState) == total)
    let isHidden = report.totalLine(.enrolmentsByRegion) == "total * * * * *"
    #expect(isHidden == (number < 5))
  }

  @Test("A few people who attend often are a small cell all the same")
  func attendances() throws {
    let facts =
      try (0..<12).map { try Facts.enrolment($0 % 3, sex: .male) } + (10..<30).map { try Facts.enrolment($0) }
    let report = Facts.report(try Facts.parameters(.donor, party: Facts.party(7, .donor)), facts)
    #expect(report.lines(.enrolmentsBySex) == ["female * * * * *", "male * * * * *"])
    #expect(report.totalLine(.enrolmentsBySex) == "total 32 32 23 32 1000/32")
  }

  @Test(
    "Those who left without, or after, having attended are not told by a total of attendances",
    arguments: [
      // attended and absent among those withdrawn and among those expired; beside 20 completed and 20 enrolled
      (6, 6, 0, 0, "withdrawn 12 6 12", "", "total 52 26 52"),
      (3, 9, 0, 0, "withdrawn 12 * 12", "", "total 52 * 52"),
      (9, 3, 0, 0, "withdrawn 12 * 12", "", "total 52 * 52"),
      (3, 9, 9, 9, "withdrawn 12 * 12", "expired 18 * 18", "total 70 32 70"),
      (0, 12, 0, 0, "withdrawn 12 0 12", "", "total 52 20 52"),
      (2, 10, 1, 17, "withdrawn 12 * 12", "expired 18 * 18", "total 70 * 70"),
    ])
  func attendancesOfThoseWhoLeft(
    attendedWithdrawn: Int, absentWithdrawn: Int, attendedExpired: Int, absentExpired: Int,
    withdrawn: String, expired: String, total: String
  ) throws {
    let groups: [(EnrolmentState, Bool, Int)] = [
      (.completed, true, 20), (.enrolled, false, 20), (.withdrawn, true, attendedWithdrawn),
      (.withdrawn, false, absentWithdrawn), (.expired, true, attendedExpired),
      (.expired, false, absentExpired),
    ]
    var facts: [EnrolmentFact] = []
    for (state, hasAttended, number) in groups {
      for _ in 0..<number { facts.append(try Facts.enrolment(facts.count, state, attended: hasAttended)) }
    }
    let report = Facts.report(try Facts.parameters(.donor, party: Facts.party(7, .donor)), facts)
    let lines = report.lines(.enrolmentsByState)
    #expect(lines == ["enrolled 20 0 20", "completed 20 20 20", withdrawn, expired].filter { !$0.isEmpty })
    #expect(report.totalLine(.enrolmentsByState) == total)
  }

  @Test(
    "The persons of a table are told of all rows or of none",
    arguments: [
      // people in person alone, blended alone, and both: of whom the persons would tell
      (20, 20, 0, "face-to-face 20 20 20 20 1000/20", "blended 20 20 20 20 1000/20"),
      (20, 20, 5, "face-to-face 25 25 25 25 1000/25", "blended 25 25 25 25 1000/25"),
      (20, 20, 2, "face-to-face 22 22 * 22 1000/22", "blended 22 22 * 22 1000/22"),
      (20, 3, 9, "face-to-face 29 29 * 29 1000/29", "blended 12 12 * 12 1000/12"),
      (20, 0, 9, "face-to-face 29 29 29 29 1000/29", "blended 9 9 9 9 1000/9"),
    ])
  func personsInSeveralRows(first: Int, second: Int, both: Int, one: String, other: String) throws {
    let facts =
      try (0..<(first + both)).map { try Facts.enrolment($0) }
      + (first..<(first + both + second)).map { try Facts.enrolment($0, mode: .blended) }
    let report = Facts.report(try Facts.parameters(.donor, party: Facts.party(7, .donor)), facts)
    #expect(report.lines(.enrolmentsByMode) == [one, other])
    #expect(report.totalLine(.enrolmentsByMode)?.split(separator: " ")[3] == "\(first + second + both)")
  }

  @Test("A few people who leave many attendances are a small rest all the same")
  func attendancesLeft() throws {
    let facts =
      try (0..<30).map { try Facts.enrolment($0) } + (0..<12).map { try Facts.enrolment($0 % 3, .failed) }
      + (30..<60).map { try Facts.enrolment($0, .failed, sex: .male) }
    let report = Facts.report(try Facts.parameters(.donor, party: Facts.party(7, .donor)), facts)
    // Twelve times a woman failed, and it was three women.
    #expect(report.lines(.enrolmentsBySex) == ["female 42 42 30 * *", "male 30 30 30 * *"])
  }

  @Test(
    "Those certified are told where they, and those who part them from what stands beside them, are not few",
    arguments: [
      // how many were certified, how often each; certificates issued to others; whether it is told
      (20, 1, 0, true), (20, 1, 2, false), (20, 1, 4, false), (20, 1, 5, true), (2, 3, 9, false),
      (4, 1, 9, false),
    ])
  func certified(people: Int, times: Int, others: Int, isTold: Bool) throws {
    let enrolments =
      try (0..<(people * times)).map { try Facts.enrolment($0 % people, passed: true, certified: true) }
      + (100..<130).map { try Facts.enrolment($0, passed: true) }
    let holders = (0..<(people * times)).map { $0 % people } + Array(200..<(200 + others))
    let certificates = try holders.enumerated().map { try Facts.certificate($0.offset, person: $0.element) }
    let report = Facts.report(
      try Facts.parameters(.donor, party: Facts.party(7, .donor)), enrolments, certificates)
    let line = try #require(report.lines(.funnel).last)
    #expect(line.hasPrefix("certified") && (line == "certified * *") != isTold, "\(line)")
  }

  @Test("A Member is not told by its region less the region's other Members")
  func regionAndMembers() throws {
    let sizes = [(1, Region.esa, 3), (2, .esa, 20), (3, .esa, 30), (4, .wca, 8), (5, .wca, 9)]
    var facts: [EnrolmentFact] = []
    for (member, region, size) in sizes {
      for person in 0..<size {
        facts.append(try Facts.enrolment(member * 100 + person, party: Facts.member(member, region)))
      }
    }
    let report = Facts.report(try Facts.parameters(.donor, party: Facts.party(7, .donor)), facts)
    #expect(report.lines(.enrolmentsByRegion) == ["ESA 53 53 53 53 1000/53", "WCA 17 17 17 17 1000/17"])
    #expect(
      report.lines(.enrolmentsByMember) == [
        "ESA M1 * * * * *", "ESA M2 * * * * *", "ESA M3 30 30 30 30 1000/30", "WCA M4 8 8 8 8 1000/8",
        "WCA M5 9 9 9 9 1000/9",
      ])
  }

  /// “donor (own funding lines, aggregate)” (domain 7.5)
  @Test("A donor's report counts the sessions that it pays for, and no others")
  func funded() throws {
    let report = Facts.report(
      try Facts.parameters(.donor, party: Facts.party(7, .donor)),
      try (0..<20).map { try Facts.enrolment($0) }
        + (20..<50).map { try Facts.enrolment($0, donors: []) }
        + (50..<90).map { try Facts.enrolment($0, donors: [8]) }
        + (90..<100).map { try Facts.enrolment($0, donors: [7, 8]) })
    #expect(report.lines(.enrolmentsByState) == ["completed 30 30 30"])
  }

  /// “ROCB (own region, aggregate …)” (domain 7.5)
  @Test("A regional office's report counts the people of its region, and no others")
  func region() throws {
    let report = Facts.report(
      try Facts.parameters(.rocb, party: Facts.party(9, .rocb)),
      try (0..<20).map { try Facts.enrolment($0, party: Facts.member(1, .esa)) }
        + (20..<50).map { try Facts.enrolment($0, party: Facts.member(2, .wca)) }
        + (50..<90).map { try Facts.enrolment($0) })
    #expect(report.lines(.enrolmentsByState) == ["completed 20 20 20"])
  }

  private func donorReport(_ states: [(EnrolmentState, Int)]) throws -> CertificationReport {
    var facts: [EnrolmentFact] = []
    for (state, number) in states {
      for _ in 0..<number { facts.append(try Facts.enrolment(facts.count, state)) }
    }
    return Facts.report(try Facts.parameters(.donor, party: Facts.party(7, .donor)), facts)
  }
}
