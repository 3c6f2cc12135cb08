public import People
public import Values

/// The identity of a funding programme.
public typealias FundingProgrammeID = Identifier<FundingProgramme>
/// The short name of a funding programme, unique in the system.
public typealias FundingProgrammeCode = Code<FundingProgramme>

/// What a donor pays for under one name over some years (domain 7.2); a programme of study is something else.
public struct FundingProgramme: Sendable, Hashable {
  /// Why a funding programme cannot be as described.
  public enum Refusal: Error, Hashable, Sendable {
    /// It has a title.
    case titleMissing
    /// It has a last day.
    case endMissing
  }

  public let id: FundingProgrammeID
  public let code: FundingProgrammeCode
  public let donor: PartyID
  public let titles: LocalizedText
  /// Its first and last day, both inclusive.
  public let days: DayRange
  public let recordedAt: Instant

  public init(
    id: FundingProgrammeID, code: FundingProgrammeCode, donor: PartyID, titles: LocalizedText, days: DayRange,
    recordedAt: Instant
  ) throws(Refusal) {
    guard !titles.isEmpty else { throw .titleMissing }
    guard days.to != nil else { throw .endMissing }
    self.id = id
    self.code = code
    self.donor = donor
    self.titles = titles
    self.days = days
    self.recordedAt = recordedAt
  }
}

/// What a target is a number of. Each is counted of the enrolments in the sessions that are paid for under the programme.
public enum FundingIndicator: String, Sendable, CaseIterable {
  /// Sessions in which somebody was enrolled.
  case sessions
  /// Enrolments that were attended.
  case attendances
  /// Different people among the enrolments.
  case persons
  /// Those of them whose sex is recorded as female.
  case women
  /// Attendances that were completed.
  case completed
}

/// What a donor and the Secretariat agreed to reach within some days. Another number for the same days takes its place.
public struct FundingTarget: Sendable, Hashable {
  /// Why a target cannot be as described.
  public enum Refusal: Error, Hashable, Sendable {
    /// A target is a number from 1.
    case valueNotPositive(Int)
    /// It is to be reached by a last day.
    case endMissing
    /// Its days lie within those of the programme.
    case outsideProgramme(DayRange)
  }

  public let programme: FundingProgrammeID
  public let indicator: FundingIndicator
  /// The days within which it is to be reached, both inclusive.
  public let days: DayRange
  /// The number to reach, from 1.
  public let value: Int
  public let recordedAt: Instant
  /// When it was taken back, or another number took its place; nil while it holds.
  public let endedAt: Instant?

  public init(
    of programme: FundingProgramme, indicator: FundingIndicator, days: DayRange, value: Int,
    recordedAt: Instant
  ) throws(Refusal) {
    try FundingTarget.check(value, within: days, of: programme)
    self.init(
      recorded: programme.id, indicator: indicator, days: days, value: value, recordedAt: recordedAt,
      endedAt: nil)
  }

  /// Throws where no such target can be set.
  public static func check(_ value: Int, within days: DayRange, of programme: FundingProgramme)
    throws(Refusal)
  {
    guard value >= 1 else { throw .valueNotPositive(value) }
    guard days.to != nil else { throw .endMissing }
    guard programme.days.covers(days) else { throw .outsideProgramme(programme.days) }
  }

  /// A target as it was recorded.
  public init(
    recorded programme: FundingProgrammeID, indicator: FundingIndicator, days: DayRange, value: Int,
    recordedAt: Instant, endedAt: Instant?
  ) {
    self.programme = programme
    self.indicator = indicator
    self.days = days
    self.value = value
    self.recordedAt = recordedAt
    self.endedAt = endedAt
  }

  /// The same target, taken back at an instant.
  public func ended(at instant: Instant) -> FundingTarget {
    FundingTarget(
      recorded: programme, indicator: indicator, days: days, value: value, recordedAt: recordedAt,
      endedAt: instant)
  }
}
