public import Values

/// Webhooks, and the events that are on their way to them.
public protocol WebhookRecords {
  /// All of them in the order they were added.
  func webhooks() throws -> [Webhook]
  func webhook(_ id: WebhookID) throws -> Webhook?
  func webhook(_ code: WebhookCode) throws -> Webhook?
  /// The key that deliveries are signed with; nil for an unknown webhook. For nobody's eyes.
  func secret(of webhook: WebhookID) throws -> [UInt8]?
  /// Events for a webhook, the latest first, in one state where it is given.
  func dispatches(to webhook: WebhookID, state: EventDispatch.State?, page: PageRequest) throws -> Page<
    EventDispatch
  >
  /// Those that are due at an instant, the longest due first; none for a webhook that was given up.
  func dueDispatches(at instant: Instant, limit: Int) throws -> [DueDispatch]
  /// When the next one is due; nil where none is pending.
  func nextDispatchDue() throws -> Instant?
  /// How many dispatches are in a state.
  func dispatchCount(in state: EventDispatch.State) throws -> Int
}

/// What can be added to webhooks and events, and forgotten of them.
public protocol WritableWebhookRecords {
  func insert(_ webhook: Webhook, secret: [UInt8]) throws
  func setState(
    of webhook: WebhookID, failingSince: Instant?, disabling: Webhook.Disabling?) throws
  /// Removes it with its secret and what was on its way.
  func remove(_ webhook: WebhookID) throws
  /// Adds an event, due at once at each of some webhooks.
  func insert(_ event: Event, for webhooks: [WebhookID]) throws
  /// Notes an attempt: what it came to, and when the next one is due or that none is.
  func note(
    _ state: EventDispatch.State, of event: EventID, to webhook: WebhookID, attempts: Int, outcome: String,
    nextAttemptAt: Instant, at instant: Instant) throws
  /// Makes dispatches due again as if for the first time: one of any state, or all that failed.
  ///
  /// - Returns: how many.
  func dispatchAgain(_ event: EventID?, to webhook: WebhookID, at instant: Instant) throws -> Int
  /// Forgets what was delivered or failed before an instant.
  func forgetDispatches(settledBefore instant: Instant) throws
}
