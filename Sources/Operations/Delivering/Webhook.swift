public import Values

/// The identity of a webhook.
public typealias WebhookID = Identifier<Webhook>

/// The short name of a webhook.
public typealias WebhookCode = Code<Webhook>

/// An address that is told of events. Its secret is kept apart.
public struct Webhook: Sendable, Hashable {
  public let id: WebhookID
  public let code: WebhookCode
  public let url: String
  /// What it is told of.
  public let events: Set<EventType>
  public let createdAt: Instant
  /// Since when every attempt failed; nil where the last one did not.
  public let failingSince: Instant?
  /// When it was given up, and why; nil while events are delivered.
  public let disabling: Disabling?

  /// That it was given up.
  public struct Disabling: Sendable, Hashable {
    public let at: Instant
    public let reason: String

    public init(at: Instant, reason: String) {
      self.at = at
      self.reason = reason
    }
  }

  public init(
    id: WebhookID, code: WebhookCode, url: String, events: Set<EventType>, createdAt: Instant,
    failingSince: Instant?, disabling: Disabling?
  ) {
    self.id = id
    self.code = code
    self.url = url
    self.events = events
    self.createdAt = createdAt
    self.failingSince = failingSince
    self.disabling = disabling
  }
}

/// An event on its way to a webhook.
public struct EventDispatch: Sendable, Hashable {
  /// How it stands.
  public enum State: String, Sendable, CaseIterable {
    case pending, delivered
    /// Every attempt failed, and none follows by itself.
    case failed
  }

  public let event: EventID
  public let type: EventType
  /// When it happened.
  public let at: Instant
  public let state: State
  /// How many attempts were made.
  public let attempts: Int
  /// When the next attempt is due; nil where none is.
  public let nextAttemptAt: Instant?
  /// What the last attempt came to; nil before the first.
  public let outcome: String?
  /// When it was delivered or failed; nil while it is pending.
  public let settledAt: Instant?

  public init(
    event: EventID, type: EventType, at: Instant, state: State, attempts: Int, nextAttemptAt: Instant?,
    outcome: String?, settledAt: Instant?
  ) {
    self.event = event
    self.type = type
    self.at = at
    self.state = state
    self.attempts = attempts
    self.nextAttemptAt = nextAttemptAt
    self.outcome = outcome
    self.settledAt = settledAt
  }
}

extension EventDispatch {
  /// How long it is known what became of an event, in seconds: thirty days.
  static let seconds: Int64 = 30 * 86_400
}

/// A dispatch that is due, with all that an attempt needs.
public struct DueDispatch: Sendable {
  public let webhook: Webhook
  public let event: Event
  /// How many attempts were made.
  public let attempts: Int

  public init(webhook: Webhook, event: Event, attempts: Int) {
    self.webhook = webhook
    self.event = event
    self.attempts = attempts
  }
}
