public import Values

/// The identity of a key; also the user name of its HTTP Basic pair.
public typealias KeyID = Identifier<AccessKey>

/// A key for HTTP. Its secret is random and is kept only as a digest.
public struct AccessKey: Sendable, Hashable {
  public let id: KeyID
  /// What people call it.
  public let name: String
  public let scope: KeyScope
  /// The role that it is held in; nil for a key whose scope says all that it may.
  public let held: HeldRole?
  /// The days, in UTC, on which it works; nil where they are not limited.
  public let validity: DayRange?
  public let createdAt: Instant
  /// When the key stopped working; nil while it works.
  public let revokedAt: Instant?

  public init(
    id: KeyID, name: String, scope: KeyScope, held: HeldRole? = nil, validity: DayRange? = nil,
    createdAt: Instant, revokedAt: Instant?
  ) {
    self.id = id
    self.name = name
    self.scope = scope
    self.held = held
    self.validity = validity
    self.createdAt = createdAt
    self.revokedAt = revokedAt
  }

  /// Whether the key opens anything on a day.
  func works(on day: Day) -> Bool {
    revokedAt == nil && validity?.contains(day) ?? true
  }
}
