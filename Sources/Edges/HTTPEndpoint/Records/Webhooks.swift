internal import HTTP
internal import Operations
internal import Representations
internal import Values

extension Route {
  /// Addresses that are told of events.
  static let webhookRoutes: [Route] = [
    asks("/api/v1/webhooks", "List the webhooks, without their secrets.", by: .paging, told: .page()) {
      _, page in ListWebhooks(page: page)
    },
    changes(
      "/api/v1/webhooks",
      "Have an address told of events; the secret they are signed with is told this once.",
      takes: .needed("code", .code("PORTAL"), "A short name that is not taken yet."),
      .needed("url", .text("https://portal.example/hooks"), "Where events are sent by POST."),
      .optional("events", .list(of: .choice()), "What it is told of; everything where not given."),
      told: .created { "/api/v1/webhooks/\($0.webhook.code)" }.butAgain { outcome, _ in
        Problem.webhookSecretToldOnce(outcome.webhook.code).response
      }
    ) { _, code, url, events in AddWebhook(code: code, url: url, events: events ?? []) },
    asks("/api/v1/webhooks/{webhook}", "Show a webhook, without its secret.", told: .record) { call in
      ShowWebhook(try call.reference(0, .webhook))
    },
    asks(
      "/api/v1/webhooks/{webhook}/deliveries", "List events for a webhook, the latest first.",
      by: .optional("state", .choice(), "Only those that stand so."), .paging, told: .page()
    ) { call, state, page in ListDispatches(try call.reference(0, .webhook), state: state, page: page) },
    changes(
      "/api/v1/webhooks/{webhook}/redeliver", "Deliver events again, under the identifiers that they had.",
      takes: .optional("event", .id(), "This one, delivered or not; all that failed where not given."),
      mayBeEmpty: true, told: .record
    ) { call, event in RedeliverEvents(try call.reference(0, .webhook), event: event) },
    moves(
      "/api/v1/webhooks/{webhook}/resume", "Go on with a webhook that was given up.", told: .record
    ) { call, reason in ResumeWebhook(try call.reference(0, .webhook), reason: reason) },
    moves(
      "/api/v1/webhooks/{webhook}/remove", "End a webhook for good, and forget its secret.", told: .record
    ) { call, reason in RemoveWebhook(try call.reference(0, .webhook), reason: reason) },
  ]
}

extension Problem {
  /// What is told when a webhook is asked for again under the same `Idempotency-Key`.
  fileprivate static func webhookSecretToldOnce(_ code: WebhookCode) -> Problem {
    Problem(
      .conflict, "secret-told-once",
      "the webhook was made by this request before; its secret was told then only"
    )
    .toBeMended(by: "where the secret was lost, remove the webhook and make another")
    .with(Response.Field("Location", "/api/v1/webhooks/\(code)"))
  }
}
