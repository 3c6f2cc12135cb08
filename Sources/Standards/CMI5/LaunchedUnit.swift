public import Catalogue
public import Values
public import XAPI

/// A unit as it is launched in a session: what an LMS and the unit's own statements say of it.
public struct LaunchedUnit: Sendable, Hashable {
  /// The session id (§9.6.3.1).
  public let session: UUID
  public let registration: UUID
  /// The learner: an account of this system, which tells nothing of the person (§8.1 actor).
  public let actor: ActorIdentity
  /// The unit's IRI, ours (§8.1 activityId).
  public let activity: String
  /// The unit's id in the course structure, unaltered (§9.6.2.3).
  public let publisherIdentifier: String
  public let mode: LaunchMode
  /// How the course structure says that it is launched.
  public let launch: Launch

  public init(
    session: UUID, registration: UUID, actor: ActorIdentity, activity: String, publisherIdentifier: String,
    mode: LaunchMode, launch: Launch
  ) {
    self.session = session
    self.registration = registration
    self.actor = actor
    self.activity = activity
    self.publisherIdentifier = publisherIdentifier
    self.mode = mode
    self.launch = launch
  }
}
