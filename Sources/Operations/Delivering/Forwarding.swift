public import Catalogue
public import People
public import Values

/// The identity of a forwarding.
public typealias ForwardingID = Identifier<Forwarding>

/// The short name of a forwarding.
public typealias ForwardingCode = Code<Forwarding>

/// Another record store that statements are forwarded to, and how far that has come. Its secret is kept apart, and is
/// given to nobody but the other store.
public struct Forwarding: Sendable, Hashable {
  public let id: ForwardingID
  public let code: ForwardingCode
  /// The other store's xAPI endpoint, without `/statements`.
  public let url: String
  /// What it knows us by.
  public let user: String
  public let filter: ForwardingFilter
  public let createdAt: Instant
  public let state: State

  /// How far it has come.
  public struct State: Sendable, Hashable {
    /// When the last statement was stored that is settled: sent, set aside or not to be sent.
    public let place: Instant
    /// How many statements the other store took.
    public let sent: Int
    /// When it last took some; nil where it never did.
    public let sentAt: Instant?
    /// How many were set aside.
    public let setAside: Int
    /// How many attempts failed in a row.
    public let failures: Int
    /// Why the last attempt failed; nil where it did not.
    public let failure: String?
    /// Not before then is it tried again; nil where nothing stands against it.
    public let nextAttemptAt: Instant?
    /// When it was paused, and why; nil while it goes on.
    public let pause: Pause?

    public init(
      place: Instant, sent: Int, sentAt: Instant?, setAside: Int, failures: Int, failure: String?,
      nextAttemptAt: Instant?, pause: Pause?
    ) {
      self.place = place
      self.sent = sent
      self.sentAt = sentAt
      self.setAside = setAside
      self.failures = failures
      self.failure = failure
      self.nextAttemptAt = nextAttemptAt
      self.pause = pause
    }
  }

  /// That it was paused.
  public struct Pause: Sendable, Hashable {
    public let at: Instant
    public let reason: String

    public init(at: Instant, reason: String) {
      self.at = at
      self.reason = reason
    }
  }

  public init(
    id: ForwardingID, code: ForwardingCode, url: String, user: String, filter: ForwardingFilter,
    createdAt: Instant, state: State
  ) {
    self.id = id
    self.code = code
    self.url = url
    self.user = user
    self.filter = filter
    self.createdAt = createdAt
    self.state = state
  }
}

/// Which statements are forwarded: those that meet every condition that is set. What voids one of them goes with it.
public struct ForwardingFilter: Sendable, Hashable {
  /// The IRIs of verbs; any where empty.
  public let verbs: [String]
  /// The IRIs of activities that are the object; any where empty.
  public let activities: [String]
  /// The course of the enrolment that the registration names; nil for any, and none.
  public let course: CourseID?
  /// The party in which the learner had a place on the day the statement was stored; nil for any, and none.
  public let member: PartyID?

  public init(
    verbs: [String] = [], activities: [String] = [], course: CourseID? = nil, member: PartyID? = nil
  ) {
    self.verbs = verbs
    self.activities = activities
    self.course = course
    self.member = member
  }
}

/// A statement that another store refused by itself, so that those behind it go on.
public struct SetAsideStatement: Sendable, Hashable {
  public let id: UUID
  /// When it was stored here.
  public let stored: Instant
  public let reason: String
  public let at: Instant

  public init(id: UUID, stored: Instant, reason: String, at: Instant) {
    self.id = id
    self.stored = stored
    self.reason = reason
    self.at = at
  }
}
