internal import Arguments
internal import Operations
internal import Representations
internal import Values

extension Noun {
  /// Addresses that are told of events.
  static let webhook = Noun(
    name: "webhook", summary: "Addresses that are told what happened, while registrar serve runs.",
    verbs: [
      .addWebhook, .listWebhooks, .showWebhook, .listDispatches, .redeliver, .resumeWebhook, .removeWebhook,
    ])
}

extension Verb {
  fileprivate static let addWebhook = Verb.changing(
    "add", summary: "Have an address told of events; the secret they are signed with is shown this once.",
    discussion: """
      Deliveries have the form of Standard Webhooks: webhook-id, webhook-timestamp and webhook-signature. The body tells \
      type, timestamp and data: identifiers and codes, no name, no score. An event is delivered at least once, always \
      under the same webhook-id, and tried ten times over some days. An address that fails for five days is given up, \
      with the reason.

      The address needs https, and is connected to only where it is public. Addresses of this machine and its networks \
      have to be named to the server: registrar serve --private-targets.
      """,
    examples: [
      Example("registrar webhook add PORTAL --to https://portal.example/hooks", "Tell of everything."),
      Example(
        "registrar webhook add PORTAL --to https://portal.example/hooks --event certificate.issued --event "
          + "certificate.revoked", "Tell of certificates that come and go."),
    ],
    arguments: [.newCode("PORTAL")],
    options: [
      .value("to", "URL", isRequired: true, help: "Where events are sent by POST."),
      .value(
        "event", "TYPE", kind: .choice(of: EventType.self), isRepeated: true,
        help: "What it is told of, repeated for several; everything where not given."),
    ]
  ) { errand in
    let given = errand.given
    let added = try errand.perform(
      AddWebhook(
        code: try given.required("CODE", .code()), url: try given.required("to", .text),
        events: try given.each("event", .choice())))
    guard !errand.output.isJSON else { return try errand.output.json(added) }
    try errand.output.lines(Details([("webhook", added.webhook.code.text), ("secret", added.secret)]).lines)
    try errand.output.say("This is the one time that the secret is shown.")
  }

  fileprivate static let listWebhooks = Verb.showing(
    "list", summary: "List the webhooks, without their secrets.",
    examples: [Example("registrar webhook list", "See who is told, and whether that works.")],
    options: Option.paging
  ) { errand in
    let page = try errand.answer(ListWebhooks(page: try errand.given.page()))
    try errand.list(page, ["CODE", "STATE", "FAILING SINCE", "EVENTS", "TO"]) { webhook in
      [
        webhook.code.text, webhook.state, webhook.failingSince?.text(fractionDigits: 0) ?? "",
        webhook.told, webhook.url,
      ]
    }
  }

  fileprivate static let showWebhook = Verb.showing(
    "show", summary: "Show a webhook, without its secret.",
    examples: [Example("registrar webhook show PORTAL", "Show one webhook.")], arguments: [.webhook]
  ) { errand in
    let webhook = try errand.answer(ShowWebhook(try errand.given.required("WEBHOOK", .reference())))
    try errand.show(webhook) {
      Details([
        ("webhook", webhook.code.text), ("id", webhook.id.description), ("to", webhook.url),
        ("events", webhook.told), ("state", webhook.state), ("given up because", webhook.disabling?.reason),
        ("failing since", webhook.failingSince?.text(fractionDigits: 0)),
        ("added", webhook.createdAt.text(fractionDigits: 0)),
      ]).lines
    }
  }

  fileprivate static let listDispatches = Verb.showing(
    "deliveries", summary: "List events for a webhook, the latest first: how their delivery stands.",
    examples: [
      Example("registrar webhook deliveries PORTAL --state failed", "See what was never taken.")
    ],
    arguments: [.webhook],
    options: [.choice("state", "STATE", of: EventDispatch.State.self, help: "Only those that stand so.")]
      + Option.paging
  ) { errand in
    let page = try errand.answer(
      ListDispatches(
        try errand.given.required("WEBHOOK", .reference()),
        state: try errand.given.optional("state", .choice()),
        page: try errand.given.page()))
    try errand.list(page, ["EVENT", "TYPE", "AT", "STATE", "ATTEMPTS", "NEXT ATTEMPT", "OUTCOME"]) {
      dispatch in
      [
        dispatch.event.description, dispatch.type.rawValue, dispatch.at.text(fractionDigits: 0),
        dispatch.state.rawValue, String(dispatch.attempts),
        dispatch.nextAttemptAt?.text(fractionDigits: 0) ?? "", dispatch.outcome ?? "",
      ]
    }
  }

  fileprivate static let redeliver = Verb.changing(
    "redeliver", summary: "Deliver events again, under the identifiers that they had.",
    examples: [
      Example("registrar webhook redeliver PORTAL", "Try again whatever was never taken."),
      Example("registrar webhook redeliver PORTAL --event EVENT", "Deliver one again, delivered or not."),
    ],
    arguments: [.webhook],
    options: [.value("event", "ID", help: "This one; all whose attempts came to an end where not given.")]
  ) { errand in
    let again = try errand.perform(
      RedeliverEvents(
        try errand.given.required("WEBHOOK", .reference()), event: try errand.given.optional("event", .id())))
    try errand.changed(
      again.webhook.code.text, again, "\(counted(again.count, "event")) will be delivered again.",
      next: "webhook deliveries \(again.webhook.code)")
  }

  fileprivate static let resumeWebhook = Verb.changing(
    "resume", summary: "Go on with a webhook that was given up: what waits for it is due at once.",
    examples: [Example("registrar webhook resume PORTAL", "Go on.")], arguments: [.webhook],
    options: [.reason]
  ) { errand in
    let resumed = try errand.perform(
      ResumeWebhook(
        try errand.given.required("WEBHOOK", .reference()), reason: try errand.given.optional("reason", .text)
      ))
    try errand.changed(resumed.code.text, resumed, "\(resumed.code) is told of events.")
  }

  fileprivate static let removeWebhook = Verb.changing(
    "remove", summary: "End a webhook for good, and forget its secret and what was on its way.",
    examples: [Example("registrar webhook remove PORTAL", "End one.")], arguments: [.webhook],
    options: [.reason]
  ) { errand in
    let removed = try errand.perform(
      RemoveWebhook(
        try errand.given.required("WEBHOOK", .reference()), reason: try errand.given.optional("reason", .text)
      ))
    try errand.changed(removed.code.text, removed, "\(removed.code) is told nothing more.")
  }
}

extension Argument {
  fileprivate static let webhook = Argument("WEBHOOK", help: "The webhook's code or identifier.")
}

extension Webhook {
  /// `active`, `failing` or `disabled`.
  fileprivate var state: String {
    disabling != nil ? "disabled" : failingSince != nil ? "failing" : "active"
  }

  /// What it is told of, in words.
  fileprivate var told: String {
    events.count == EventType.allCases.count ? "all" : events.map(\.rawValue).sorted().joined(separator: ", ")
  }
}
