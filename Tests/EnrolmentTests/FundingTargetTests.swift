import Enrolment
import People
import Testing
import Values

/// “FundingProgramme / FundingLine: donor, period, indicators with targets, seats and events covered” (domain 7.2).
@Suite struct FundingTargetTests {
  private static let instant = Instant(microseconds: 0)

  private static func id<Subject>(_ number: UInt64) -> Identifier<Subject> {
    Identifier(UUID(high: 1, low: number))
  }

  private static func days(_ from: String, _ to: String?) throws -> DayRange {
    let first = try #require(Day(from))
    return try #require(DayRange(from: first, to: to.flatMap { Day($0) }))
  }

  private static func programme(to: String? = "2026-12-31", title: String = "Trade") throws
    -> FundingProgramme
  {
    let code = try #require(FundingProgrammeCode("F"))
    return try FundingProgramme(
      id: id(1), code: code, donor: id(2), titles: LocalizedText(title), days: days("2026-01-01", to),
      recordedAt: instant)
  }

  /// What comes of a target: taken, or why not.
  enum Verdict { case taken, valueNotPositive, endMissing, outsideProgramme }

  @Test(
    "A target is a number from 1, to be reached on days of its programme",
    arguments: [
      ("2026-01-01", "2026-12-31", 1, .taken), ("2026-02-01", "2026-02-01", 1_000, .taken),
      ("2026-01-01", "2026-12-31", 0, .valueNotPositive), ("2026-01-01", "2026-12-31", -3, .valueNotPositive),
      ("2026-01-01", nil, 5, .endMissing), ("2025-12-31", "2026-12-31", 5, .outsideProgramme),
      ("2026-01-01", "2027-01-01", 5, .outsideProgramme),
    ] as [(String, String?, Int, Verdict)])
  func target(_ from: String, _ to: String?, _ value: Int, _ verdict: Verdict) throws {
    let programme = try Self.programme()
    let days = try Self.days(from, to)
    let refusal: FundingTarget.Refusal? =
      switch verdict {
      case .taken: nil
      case .valueNotPositive: .valueNotPositive(value)
      case .endMissing: .endMissing
      case .outsideProgramme: .outsideProgramme(programme.days)
      }
    func make() throws -> FundingTarget {
      try FundingTarget(
        of: programme, indicator: .persons, days: days, value: value, recordedAt: Self.instant)
    }
    if let refusal {
      #expect(throws: refusal) { try make() }
    } else {
      #expect(try make().value == value)
    }
  }

  @Test("A programme has a title and a last day")
  func programme() throws {
    #expect(throws: FundingProgramme.Refusal.endMissing) { try Self.programme(to: nil) }
    #expect(throws: FundingProgramme.Refusal.titleMissing) { try Self.programme(title: "") }
  }

  @Test(
    "Who pays for seats pays for one at least, or for a number that is not known", arguments: [1, 20, nil])
  func seats(_ seats: Int?) throws {
    #expect(
      try SessionFunding(session: Self.id(1), donor: Self.id(2), seats: seats, recordedAt: Self.instant).seats
        == seats)
    #expect(throws: SessionFunding.Refusal.seatsNotPositive(0)) {
      try SessionFunding(session: Self.id(1), donor: Self.id(2), seats: 0, recordedAt: Self.instant)
    }
  }
}
