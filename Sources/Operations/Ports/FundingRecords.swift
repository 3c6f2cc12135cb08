public import Enrolment
public import People
public import Values

/// Donors' programmes, and what is to be reached under them.
public protocol FundingRecords {
  func fundingProgramme(_ id: FundingProgrammeID) throws -> FundingProgramme?
  func fundingProgramme(_ code: FundingProgrammeCode) throws -> FundingProgramme?
  /// The programmes of a donor, of all where nil, in the order of their codes.
  func fundingProgrammes(of donor: PartyID?) throws -> [FundingProgramme]
  /// The targets of a programme that hold, in the order of their days and indicators.
  func targets(of programme: FundingProgrammeID) throws -> [FundingTarget]
  /// The one that holds for an indicator and some days.
  func target(of programme: FundingProgrammeID, _ indicator: FundingIndicator, within days: DayRange) throws
    -> FundingTarget?
}

/// What can be added to them.
public protocol WritableFundingRecords {
  func insert(_ programme: FundingProgramme) throws
  func insert(_ target: FundingTarget) throws
  func end(_ target: FundingTarget, at instant: Instant) throws
}
