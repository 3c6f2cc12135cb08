public import JSON
public import Operations
internal import Values

extension EventType: Representable {}
extension EventDispatch.State: Representable {}

extension Webhook: Representable {
  /// The webhook without its secret.
  public func represent(in json: inout JSONWriter) {
    json.object { members(in: &$0) }
  }

  func members(in json: inout JSONWriter) {
    json.member("id", id)
    json.member("code", code)
    json.member("url", url)
    json.member("events", texts: events.map(\.rawValue).sorted())
    json.member("createdAt", createdAt)
    json.member("state", disabling == nil ? "active" : "disabled")
    json.member("failingSince", orNull: failingSince)
    json.member("disabledAt", orNull: disabling?.at)
    json.member("disableReason", orNull: disabling?.reason)
  }
}

extension AddWebhook.Outcome: Representable {
  /// The webhook with its `secret` in clear, told this once.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      webhook.members(in: &json)
      json.member("secret", secret)
    }
  }
}

extension RedeliverEvents.Outcome: Representable {
  /// The webhook, and how many events are due again.
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      webhook.members(in: &json)
      json.member("due", count)
    }
  }
}

extension EventDispatch: Representable {
  public func represent(in json: inout JSONWriter) {
    json.object { json in
      json.member("event", event)
      json.member("type", type)
      json.member("at", at)
      json.member("state", state)
      json.member("attempts", attempts)
      json.member("nextAttemptAt", orNull: nextAttemptAt)
      json.member("outcome", orNull: outcome)
      json.member("settledAt", orNull: settledAt)
    }
  }
}

extension Webhook: Described {
  public static let schema = Schema.named("Webhook", .object(members))

  static let members: [Schema.Member] = [
    .init("id", .id), .init("code", .code(example: "PORTAL")),
    .init("url", .text(example: "https://portal.example/hooks")),
    .init("events", .list(of: .choice(of: EventType.self))), .init("createdAt", .instant),
    .init("state", .choice(["active", "disabled"])), .init("failingSince", .orNull(.instant)),
    .init("disabledAt", .orNull(.instant)), .init("disableReason", .orNull(.text())),
  ]
}

extension AddWebhook.Outcome: Described {
  public static let schema = Schema.named(
    "WebhookWithSecret",
    .object(
      Webhook.members + [
        .init("secret", .text(example: "whsec_"), "What deliveries are signed with; told this once.")
      ]))
}

extension RedeliverEvents.Outcome: Described {
  public static let schema = Schema.named(
    "WebhookRedelivery",
    .object(Webhook.members + [.init("due", .count, "How many events are due again.")]))
}

extension EventDispatch: Described {
  public static let schema = Schema.named(
    "EventDelivery",
    .object([
      .init("event", .id, "The same in every attempt, as webhook-id."),
      .init("type", .choice(of: EventType.self)), .init("at", .instant),
      .init("state", .choice(of: State.self)), .init("attempts", .count),
      .init("nextAttemptAt", .orNull(.instant)), .init("outcome", .orNull(.text())),
      .init("settledAt", .orNull(.instant)),
    ]))
}
