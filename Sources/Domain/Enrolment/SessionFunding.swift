public import People
public import Values

/// A donor pays for seats in a session, and so is owed the figures of it.
public struct SessionFunding: Sendable, Hashable {
  /// Why a funding cannot be as described.
  public enum Refusal: Error, Hashable, Sendable {
    /// Who pays for seats pays for one at least.
    case seatsNotPositive(Int)
  }

  public let session: SessionID
  public let donor: PartyID
  /// How many seats it pays for; nil where the number is not known.
  public let seats: Int?
  /// The programme under which it pays; nil where it pays under none.
  public let programme: FundingProgrammeID?
  public let recordedAt: Instant
  /// When it was taken back; nil while it holds.
  public let endedAt: Instant?

  public init(
    session: SessionID, donor: PartyID, seats: Int? = nil, programme: FundingProgrammeID? = nil,
    recordedAt: Instant, endedAt: Instant? = nil
  ) throws(Refusal) {
    if let seats, seats < 1 { throw .seatsNotPositive(seats) }
    self.session = session
    self.donor = donor
    self.seats = seats
    self.programme = programme
    self.recordedAt = recordedAt
    self.endedAt = endedAt
  }
}
