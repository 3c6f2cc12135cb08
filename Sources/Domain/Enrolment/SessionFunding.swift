public import People
public import Values

/// A donor pays for seats in a session, and so is owed the figures of it.
public struct SessionFunding: Sendable, Hashable {
  public let session: SessionID
  public let donor: PartyID
  public let recordedAt: Instant
  /// When it was taken back; nil while it holds.
  public let endedAt: Instant?

  public init(session: SessionID, donor: PartyID, recordedAt: Instant, endedAt: Instant? = nil) {
    self.session = session
    self.donor = donor
    self.recordedAt = recordedAt
    self.endedAt = endedAt
  }
}
