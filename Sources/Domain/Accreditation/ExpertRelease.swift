public import People
public import Values

/// The identity of a release.
public typealias ReleaseID = Identifier<ExpertRelease>

/// A party makes one of its people available for missions on some days: experts are officials, and their administration
/// releases them (domain 2.4).
public struct ExpertRelease: Sendable, Hashable {
  public let id: ReleaseID
  public let person: PersonID
  /// The party that releases.
  public let party: PartyID
  /// With a first and a last day.
  public let days: DayRange
  public let recordedAt: Instant
  /// When it was taken back; nil while it stands.
  public let endedAt: Instant?

  public init(
    id: ReleaseID, person: PersonID, party: PartyID, days: DayRange, recordedAt: Instant, endedAt: Instant?
  ) {
    self.id = id
    self.person = person
    self.party = party
    self.days = days
    self.recordedAt = recordedAt
    self.endedAt = endedAt
  }
}
