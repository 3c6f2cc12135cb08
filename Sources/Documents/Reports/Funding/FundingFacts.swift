public import Enrolment
public import Values

/// A funding programme as it is shown in a report.
public struct ProgrammeLabel: Sendable, Hashable {
  public let id: FundingProgrammeID
  /// The short name, by which rows are ordered.
  public let code: FundingProgrammeCode
  /// The title, shown in the asked language where there is one.
  public let title: LocalizedText

  /// A funding programme with its titles.
  public init(id: FundingProgrammeID, code: FundingProgrammeCode, title: LocalizedText) {
    self.id = id
    self.code = code
    self.title = title
  }
}

/// What a donor pays for in one session, as it stood at the cut-off.
public struct FundedSeatsFact: Sendable, Hashable {
  public let session: SessionCode
  /// The session's first day.
  public let startsOn: Day
  public let donor: PartyLabel
  /// Nil where the donor pays under no programme.
  public let programme: ProgrammeLabel?
  /// Nil where the number of seats is not known.
  public let seats: Int?

  /// What a donor pays for in a session.
  public init(
    session: SessionCode, startsOn: Day, donor: PartyLabel, programme: ProgrammeLabel?, seats: Int?
  ) {
    self.session = session
    self.startsOn = startsOn
    self.donor = donor
    self.programme = programme
    self.seats = seats
  }
}

/// A target as it stood at the cut-off.
public struct FundingTargetFact: Sendable, Hashable {
  public let donor: PartyLabel
  public let programme: ProgrammeLabel
  public let indicator: FundingIndicator
  /// The first day on which it counts.
  public let from: Day
  /// The last day, inclusive.
  public let to: Day
  public let value: Int

  /// What is to be reached under a programme.
  public init(
    donor: PartyLabel, programme: ProgrammeLabel, indicator: FundingIndicator, from: Day, to: Day, value: Int
  ) {
    self.donor = donor
    self.programme = programme
    self.indicator = indicator
    self.from = from
    self.to = to
    self.value = value
  }
}

/// What was agreed with donors, as it stood at the cut-off.
public struct FundingTerms: Sendable, Hashable {
  public let seats: [FundedSeatsFact]
  /// In the order in which they are shown.
  public let targets: [FundingTargetFact]

  /// Nothing was agreed.
  public static let none = FundingTerms(seats: [], targets: [])

  public init(seats: [FundedSeatsFact], targets: [FundingTargetFact]) {
    self.seats = seats
    self.targets = targets
  }
}
