import Enrolment
import People
import Reports
import Testing
import Values

/// “money: seats and events per funder, targets vs. actuals” (domain 5.3), for the directorate and the donor.
@Suite struct FundingBlocksTests {
  private static func programme(_ number: Int) throws -> ProgrammeLabel {
    ProgrammeLabel(
      id: Facts.id(number), code: try Facts.code("F\(number)"), title: LocalizedText("Programme \(number)"))
  }

  private static func seats(
    _ session: String, from day: String = "2020-01-01", donor: Int, programme: Int? = nil, _ seats: Int?
  ) throws -> FundedSeatsFact {
    FundedSeatsFact(
      session: try Facts.code(session), startsOn: try Facts.day(day), donor: try Facts.donor(donor),
      programme: try programme.map(FundingBlocksTests.programme), seats: seats)
  }

  private static func target(
    donor: Int, programme: Int, _ indicator: FundingIndicator, _ value: Int, from: String = "2026-01-01",
    to: String = "2026-12-31"
  ) throws -> FundingTargetFact {
    FundingTargetFact(
      donor: try Facts.donor(donor), programme: try FundingBlocksTests.programme(programme),
      indicator: indicator, from: try Facts.day(from), to: try Facts.day(to), value: value)
  }

  private static func report(
    _ parameters: ReportParameters, _ terms: FundingTerms, _ enrolments: [EnrolmentFact]
  ) -> CertificationReport {
    var builder = CertificationReportBuilder(parameters, terms: terms)
    for fact in enrolments { builder.add(fact) }
    return builder.finish()
  }

  private static func donorParameters() throws -> ReportParameters {
    try Facts.parameters(.donor, party: Facts.party(7, .donor))
  }

  /// So many officers in a session, numbered from one on.
  private static func people(
    _ count: Int, from first: Int, in session: String, donors: [Int] = [7],
    _ state: EnrolmentState = .completed,
    on day: String = "2026-03-01"
  ) throws -> [EnrolmentFact] {
    try (first..<first + count).map { number in
      try Facts.enrolment(
        number, state, sex: number.isMultiple(of: 2) ? .female : .male, donors: donors, session: session,
        on: day)
    }
  }

  @Test(
    "Seats are told by donor and programme, used up to their number, and none where it was never recorded")
  func seatsByProgramme() throws {
    let terms = FundingTerms(
      seats: [
        try Self.seats("S1", donor: 7, programme: 1, 4), try Self.seats("S2", donor: 7, programme: 1, 10),
        try Self.seats("S2", donor: 8, 5), try Self.seats("S3", donor: 7, nil),
        try Self.seats("S4", donor: 7, programme: 1, 9),
      ], targets: [])
    let report = Self.report(
      try Facts.parameters(.directorate), terms,
      try Self.people(6, from: 0, in: "S1") + Self.people(7, from: 5, in: "S2", donors: [7, 8])
        + Self.people(2, from: 20, in: "S2", donors: [7, 8], .enrolled) + Self.people(3, from: 30, in: "S3")
        + Self.people(5, from: 40, in: "S4", on: "2025-12-31"))
    #expect(
      report.lines(.funding) == [
        "D7 F1 2 14 13 11 786/14", "D7 no-programme 1 - 3 - -", "D8 no-programme 1 5 7 5 1000/5",
      ])
    #expect(report.totalLine(.funding) == "total - 3 19 16 11 579/19")
  }

  /// A block without records says so; seats that nobody took are records.
  @Test(
    "Seats are told of sessions that begin in the period, also where nobody was enrolled",
    arguments: [
      ("2025-12-31", [] as [String], nil),
      ("2026-01-01", ["D7 F1 1 20 0 0 0/20"], "total - 1 20 0 0 0/20"),
      ("2026-12-31", ["D7 F1 1 20 0 0 0/20"], "total - 1 20 0 0 0/20"), ("2027-01-01", [], nil),
    ] as [(String, [String], String?)])
  func seatsThatNobodyTook(day: String, rows: [String], total: String?) throws {
    let terms = FundingTerms(
      seats: [try Self.seats("S1", from: day, donor: 7, programme: 1, 20)], targets: [])
    for parameters in [try Facts.parameters(.directorate), try Self.donorParameters()] {
      let report = Self.report(parameters, terms, [])
      #expect(report.lines(.funding) == rows)
      #expect(report.totalLine(.funding) == total)
    }
  }

  @Test("A target is held against what was reached on its days, up to the last day of the report")
  func targets() throws {
    let terms = FundingTerms(
      seats: [
        try Self.seats("S1", donor: 7, programme: 1, 20), try Self.seats("S2", donor: 7, programme: 1, 9),
      ],
      targets: [
        try Self.target(donor: 7, programme: 1, .sessions, 4),
        try Self.target(donor: 7, programme: 1, .attendances, 20),
        try Self.target(donor: 7, programme: 1, .persons, 8),
        try Self.target(donor: 7, programme: 1, .women, 6),
        try Self.target(donor: 7, programme: 1, .completed, 10, from: "2025-07-01", to: "2027-06-30"),
        try Self.target(donor: 7, programme: 1, .persons, 5, from: "2027-01-01", to: "2027-12-31"),
        try Self.target(donor: 8, programme: 2, .persons, 5),
      ])
    let report = Self.report(
      try Facts.parameters(.directorate), terms,
      try Self.people(8, from: 0, in: "S1") + Self.people(4, from: 4, in: "S2", .failed)
        + Self.people(3, from: 50, in: "S2", on: "2025-07-01")
        + Self.people(2, from: 60, in: "S2", on: "2027-01-01")
        + Self.people(2, from: 70, in: "S3", donors: []))
    #expect(
      report.lines(.fundingTargets) == [
        "D7 F1 sessions 2026-01-01 2026-12-31 4 2 500/4",
        "D7 F1 attendances 2026-01-01 2026-12-31 20 12 600/20",
        "D7 F1 persons 2026-01-01 2026-12-31 8 8 1000/8", "D7 F1 women 2026-01-01 2026-12-31 6 4 667/6",
        "D7 F1 completed 2025-07-01 2027-06-30 10 11 1100/10",
        "D8 F2 persons 2026-01-01 2026-12-31 5 0 0/5",
      ])
  }

  /// “what was reached … to the end of each month … a person that was counted in one month is not counted again”
  @Test("A target is followed month by month, from its first day to the last one of the report")
  func targetsByMonth() throws {
    let terms = FundingTerms(
      seats: [
        try Self.seats("S1", donor: 7, programme: 1, nil), try Self.seats("S2", donor: 7, programme: 1, nil),
      ],
      targets: [
        try Self.target(donor: 7, programme: 1, .persons, 8, from: "2025-11-15", to: "2026-12-31"),
        try Self.target(donor: 7, programme: 1, .sessions, 4, from: "2026-02-01"),
        try Self.target(donor: 7, programme: 1, .completed, 5, from: "2026-02-01"),
      ])
    let enrolments =
      try Self.people(3, from: 0, in: "S1", on: "2025-11-14")
      + Self.people(3, from: 0, in: "S1", on: "2025-11-15")
      + Self.people(4, from: 1, in: "S2", .failed, on: "2026-02-28")
      + Self.people(1, from: 9, in: "S1", on: "2026-03-31")
      + Self.people(1, from: 20, in: "S1", on: "2026-04-01")
    let report = Self.report(
      try Facts.parameters(.directorate, from: "2026-01-01", to: "2026-03-31"), terms, enrolments)
    #expect(
      report.lines(.fundingTargetsByMonth) == [
        "D7 F1 persons 2025-11-15 2026-12-31 2025-11 8 3 375/8",
        "D7 F1 persons 2025-11-15 2026-12-31 2025-12 8 3 375/8",
        "D7 F1 persons 2025-11-15 2026-12-31 2026-01 8 3 375/8",
        "D7 F1 persons 2025-11-15 2026-12-31 2026-02 8 5 625/8",
        "D7 F1 persons 2025-11-15 2026-12-31 2026-03 8 6 750/8",
        "D7 F1 sessions 2026-02-01 2026-12-31 2026-02 4 1 250/4",
        "D7 F1 sessions 2026-02-01 2026-12-31 2026-03 4 2 500/4",
        "D7 F1 completed 2026-02-01 2026-12-31 2026-02 5 0 0/5",
        "D7 F1 completed 2026-02-01 2026-12-31 2026-03 5 1 200/5",
      ])
    #expect(
      report.lines(.fundingTargets).map { $0.split(separator: " ").suffix(2).first } == ["6", "2", "1"])
  }

  /// One month adds few people to the one before.
  @Test(
    "How a target was reached month by month is the Secretariat's to know", arguments: ReportAudience.allCases
  )
  func monthsAreForOwners(audience: ReportAudience) throws {
    let party = try audience.partyKind.map { try Facts.party(7, $0) }
    let report = try Facts.report(Facts.parameters(audience, party: party))
    #expect((report.block(.fundingTargetsByMonth) != nil) == (audience == .directorate))
  }

  @Test("Without an agreement there are no records, which is not a count of 0")
  func nothingAgreed() throws {
    let report = Self.report(
      try Facts.parameters(.directorate), .none, try Self.people(6, from: 0, in: "S1", donors: []))
    #expect(report.lines(.funding).isEmpty && report.totalLine(.funding) == nil)
    #expect(report.lines(.fundingTargets).isEmpty && report.lines(.fundingTargetsByMonth).isEmpty)
  }

  @Test("Money is shown to the directorate and to the donor, and to nobody else")
  func audiences() throws {
    for audience in ReportAudience.allCases {
      let party = try audience.partyKind.map { try Facts.party(7, $0) }
      let report = try Facts.report(Facts.parameters(audience, party: party))
      let isTold = audience == .directorate || audience == .donor
      #expect((report.block(.funding) != nil) == isTold)
      #expect((report.block(.fundingTargets) != nil) == isTold)
    }
  }

  /// “What each donor pays for is the Secretariat's to know.”
  @Test("A donor sees its own seats and the targets over the days of its report, and no others")
  func ownMoney() throws {
    let terms = FundingTerms(
      seats: [
        try Self.seats("S1", donor: 7, programme: 1, 20), try Self.seats("S1", donor: 8, programme: 2, 30),
      ],
      targets: [
        try Self.target(donor: 7, programme: 1, .persons, 40),
        try Self.target(donor: 7, programme: 1, .completed, 9, to: "2026-06-30"),
        try Self.target(donor: 8, programme: 2, .persons, 50),
      ])
    let report = Self.report(
      try Self.donorParameters(), terms, try Self.people(12, from: 0, in: "S1", donors: [7, 8]))
    #expect(report.lines(.funding) == ["D7 F1 1 20 12 12 600/20"])
    #expect(report.lines(.fundingTargets) == ["D7 F1 persons 2026-01-01 2026-12-31 40 12 300/40"])
  }

  /// “suppress … cells below an agreed size outside the owning party” (domain 5.3)
  @Test(
    "What parts programmes by few people is hidden from the donor, with their targets",
    arguments: [
      // people under F1, under F2, without a number of seats under F1 → seats and targets of the programmes
      (12, 3, 0, ["D7 F1 1 50 * * *", "D7 F2 1 50 * * *"], ["D7 F1 * *", "D7 F2 * *"]),
      (
        12, 8, 0, ["D7 F1 1 50 12 12 240/50", "D7 F2 1 50 8 8 160/50"], ["D7 F1 12 240/50", "D7 F2 8 160/50"]
      ),
      (12, 8, 2, ["D7 F1 2 50 14 * *", "D7 F2 1 50 8 * *"], ["D7 F1 14 280/50", "D7 F2 8 160/50"]),
    ] as [(Int, Int, Int, [String], [String])])
  func hidden(_ first: Int, _ second: Int, _ unknown: Int, _ seats: [String], _ targets: [String]) throws {
    let terms = FundingTerms(
      seats: [
        try Self.seats("S1", donor: 7, programme: 1, 50), try Self.seats("S2", donor: 7, programme: 2, 50),
      ] + (unknown > 0 ? [try Self.seats("S3", donor: 7, programme: 1, nil)] : []),
      targets: [
        try Self.target(donor: 7, programme: 1, .attendances, 50),
        try Self.target(donor: 7, programme: 2, .attendances, 50),
      ])
    let report = Self.report(
      try Self.donorParameters(), terms,
      try Self.people(first, from: 0, in: "S1") + Self.people(second, from: 100, in: "S2")
        + Self.people(unknown, from: 200, in: "S3"))
    #expect(report.lines(.funding) == seats)
    let told = report.lines(.fundingTargets).map { line in
      let cells = line.split(separator: " ")
      return (cells.prefix(2) + cells.suffix(2)).joined(separator: " ")
    }
    #expect(told == targets)
  }

  @Test(
    "Women are hidden where they, or the others, are few",
    arguments: [(6, 6, "6"), (3, 9, "*"), (9, 3, "*"), (12, 0, "12")] as [(Int, Int, String)])
  func women(_ women: Int, _ men: Int, _ shown: String) throws {
    let terms = FundingTerms(
      seats: [try Self.seats("S1", donor: 7, programme: 1, 20)],
      targets: [try Self.target(donor: 7, programme: 1, .women, 10)])
    let report = Self.report(
      try Self.donorParameters(), terms,
      try (0..<women).map { try Facts.enrolment($0, sex: .female) }
        + (100..<100 + men).map { try Facts.enrolment($0, sex: .male) })
    let line = try #require(report.lines(.fundingTargets).first)
    #expect(line.split(separator: " ").suffix(2).first.map(String.init) == shown, "\(line)")
  }

  /// The women beside the persons of each sex, of which few men and with them the women are hidden, would tell of the men.
  @Test("Women are hidden where they are hidden among the sexes", arguments: [(1, "*"), (6, "9")])
  func womenAmongTheSexes(_ men: Int, _ shown: String) throws {
    let terms = FundingTerms(
      seats: [try Self.seats("S1", donor: 7, programme: 1, 20)],
      targets: [try Self.target(donor: 7, programme: 1, .women, 10)])
    let report = Self.report(
      try Self.donorParameters(), terms,
      try (0..<9).map { try Facts.enrolment($0, sex: .female) }
        + (100..<100 + men).map { try Facts.enrolment($0, sex: .male) }
        + (200..<212).map { try Facts.enrolment($0, sex: .undisclosed) })
    let line = try #require(report.lines(.fundingTargets).first)
    #expect(line.split(separator: " ").suffix(2).first.map(String.init) == shown, "\(line)")
    #expect(report.lines(.enrolmentsBySex).last == "undisclosed 12 12 12 12 1000/12")
  }
}
