internal import Operations
internal import SQLite
internal import Values

extension ConnectedRecords {
  func webhooks() throws -> [Webhook] {
    try connection.all(
      """
      SELECT id, code, url, events, created_at, failing_since, disabled_at, disable_reason FROM webhook ORDER BY id
      """
    ) { try decodeWebhook($0, from: 0) }
  }

  func webhook(_ id: WebhookID) throws -> Webhook? {
    try connection.first(
      """
      SELECT id, code, url, events, created_at, failing_since, disabled_at, disable_reason FROM webhook
      WHERE id = \(id)
      """
    ) { try decodeWebhook($0, from: 0) }
  }

  func webhook(_ code: WebhookCode) throws -> Webhook? {
    try connection.first(
      """
      SELECT id, code, url, events, created_at, failing_since, disabled_at, disable_reason FROM webhook
      WHERE code_folded = \(code.folded)
      """
    ) { try decodeWebhook($0, from: 0) }
  }

  func secret(of webhook: WebhookID) throws -> [UInt8]? {
    try connection.first("SELECT secret FROM webhook WHERE id = \(webhook)") { try $0.bytes(0) }
  }

  func dispatches(
    to webhook: WebhookID, state: EventDispatch.State?, page request: PageRequest
  ) throws -> Page<EventDispatch> {
    let cursor = try request.after.map { text in
      guard let number = Int(text) else { throw CursorUnusable(cursor: text) }
      return number
    }
    var condition: Query = "WHERE webhook = \(webhook) AND number < \(cursor ?? Int.max)"
    if let state { condition = condition + " AND state = \(state.rawValue)" }
    let rows = try connection.all(
      """
      SELECT event.id, event.type, event.at, state, attempts, next_attempt_at, outcome, settled_at, number
      FROM event_delivery JOIN event ON event.number = event_delivery.event
      \(condition) ORDER BY number DESC LIMIT \(request.limit + 1)
      """
    ) { row in
      let state: EventDispatch.State = try row.choice(3)
      let dispatch = EventDispatch(
        event: try row.identifier(0), type: try row.choice(1), at: try row.instant(2), state: state,
        attempts: try row.count(4), nextAttemptAt: state == .pending ? try row.instant(5) : nil,
        outcome: try row.textOrNil(6), settledAt: try row.instantOrNil(7))
      return (dispatch: dispatch, number: try row.count(8))
    }
    let next = rows.count > request.limit ? String(rows[request.limit - 1].number) : nil
    return Page(items: rows.prefix(request.limit).map(\.dispatch), next: next)
  }

  func dueDispatches(at instant: Instant, limit: Int) throws -> [DueDispatch] {
    try connection.all(
      """
      SELECT webhook.id, webhook.code, webhook.url, webhook.events, webhook.created_at, webhook.failing_since,
        webhook.disabled_at, webhook.disable_reason, event.id, event.type, event.at, event.payload, attempts
      FROM event_delivery JOIN webhook ON webhook.id = event_delivery.webhook
      JOIN event ON event.number = event_delivery.event
      WHERE state = 'pending' AND next_attempt_at <= \(instant) AND webhook.disabled_at IS NULL
      ORDER BY next_attempt_at, event LIMIT \(limit)
      """
    ) { row in
      DueDispatch(
        webhook: try decodeWebhook(row, from: 0),
        event: Event(
          id: try row.identifier(8), type: try row.choice(9), at: try row.instant(10),
          payload: try row.bytes(11)),
        attempts: try row.count(12))
    }
  }

  func nextDispatchDue() throws -> Instant? {
    try connection.first(
      """
      SELECT min(next_attempt_at) FROM event_delivery JOIN webhook ON webhook.id = event_delivery.webhook
      WHERE state = 'pending' AND webhook.disabled_at IS NULL
      """
    ) { try $0.instantOrNil(0) } ?? nil
  }

  func dispatchCount(in state: EventDispatch.State) throws -> Int {
    try connection.first("SELECT count(*) FROM event_delivery WHERE state = \(state.rawValue)") {
      try $0.count(0)
    } ?? 0
  }

  private func decodeWebhook(_ row: borrowing Row, from first: Int) throws -> Webhook {
    let events = try row.texts(first + 3).map { text in
      guard let type = EventType(rawValue: text) else {
        throw StoredValueUnreadable(what: "a type of event", value: text)
      }
      return type
    }
    let disabling = try row.instantOrNil(first + 6).map {
      Webhook.Disabling(at: $0, reason: try row.text(first + 7))
    }
    return Webhook(
      id: try row.identifier(first), code: try row.code(first + 1), url: try row.text(first + 2),
      events: Set(events), createdAt: try row.instant(first + 4),
      failingSince: try row.instantOrNil(first + 5), disabling: disabling)
  }
}

extension SQLiteWritableRecords {
  func insert(_ webhook: Webhook, secret: [UInt8]) throws {
    try connection.run(
      """
      INSERT INTO webhook (id, code, code_folded, url, secret, events, created_at)
      VALUES (\(webhook.id), \(webhook.code.text), \(webhook.code.folded), \(webhook.url), \(secret),
        \(storedTexts(webhook.events.map(\.rawValue).sorted())), \(webhook.createdAt))
      """)
  }

  func setState(
    of webhook: WebhookID, failingSince: Instant?, disabling: Webhook.Disabling?
  ) throws {
    try connection.run(
      """
      UPDATE webhook SET failing_since = \(failingSince), disabled_at = \(disabling?.at),
        disable_reason = \(disabling?.reason)
      WHERE id = \(webhook)
      """)
  }

  func remove(_ webhook: WebhookID) throws {
    try connection.run("DELETE FROM event_delivery WHERE webhook = \(webhook)")
    try connection.run("DELETE FROM webhook WHERE id = \(webhook)")
    try removeUndeliveredEvents()
  }

  func insert(_ event: Event, for webhooks: [WebhookID]) throws {
    try connection.run(
      """
      INSERT INTO event (id, type, at, payload)
      VALUES (\(event.id), \(event.type.rawValue), \(event.at), \(event.payload))
      """)
    for webhook in webhooks {
      try connection.run(
        """
        INSERT INTO event_delivery (webhook, event, state, next_attempt_at)
        SELECT \(webhook), number, 'pending', \(event.at) FROM event WHERE id = \(event.id)
        """)
    }
  }

  func note(
    _ state: EventDispatch.State, of event: EventID, to webhook: WebhookID, attempts: Int, outcome: String,
    nextAttemptAt: Instant, at instant: Instant
  ) throws {
    let settledAt = state == .pending ? Instant?.none : instant
    try connection.run(
      """
      UPDATE event_delivery SET state = \(state.rawValue), attempts = \(attempts), outcome = \(outcome),
        next_attempt_at = \(nextAttemptAt), settled_at = \(settledAt)
      WHERE webhook = \(webhook) AND event = (SELECT number FROM event WHERE id = \(event))
      """)
  }

  func dispatchAgain(_ event: EventID?, to webhook: WebhookID, at instant: Instant) throws -> Int {
    let condition: Query =
      event.map { "event = (SELECT number FROM event WHERE id = \($0))" } ?? "state = 'failed'"
    let count =
      try connection.first(
        "SELECT count(*) FROM event_delivery WHERE webhook = \(webhook) AND \(condition)"
      ) { try $0.count(0) } ?? 0
    try connection.run(
      """
      UPDATE event_delivery SET state = 'pending', attempts = 0, next_attempt_at = \(instant), settled_at = NULL
      WHERE webhook = \(webhook) AND \(condition)
      """)
    return count
  }

  func forgetDispatches(settledBefore instant: Instant) throws {
    try connection.run("DELETE FROM event_delivery WHERE settled_at < \(instant)")
    try removeUndeliveredEvents()
  }

  /// Events that no webhook is to be told of any more.
  private func removeUndeliveredEvents() throws {
    try connection.run(
      "DELETE FROM event WHERE number NOT IN (SELECT event FROM event_delivery WHERE event IS NOT NULL)")
  }
}
