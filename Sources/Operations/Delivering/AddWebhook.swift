internal import Cryptography
public import Values

/// Has an address told of events from now on. The secret that they are signed with is told once, here.
public struct AddWebhook: Change {
  public static let right = Right.exchange

  public let code: WebhookCode
  public let url: String
  /// What it is to be told of; everything where empty.
  public let events: [EventType]

  public init(code: WebhookCode, url: String, events: [EventType] = []) {
    self.code = code
    self.url = url
    self.events = events
  }

  /// A new webhook with its secret in clear: for its owner's eyes, never for a log.
  public struct Outcome: Sendable {
    public let webhook: Webhook
    /// `whsec_` and 256 random bits in base 64, as Standard Webhooks has it.
    public let secret: String
  }

  public func carryOut(_ work: Work) throws -> Outcome {
    guard try work.records.webhook(code) == nil else { throw AlreadyExists(.webhook, code.text) }
    let url = try TargetAddress(url, field: "url").text
    let secret = work.random().octets + work.random().octets
    let webhook = Webhook(
      id: work.newIdentifier(), code: code, url: url,
      events: Set(events.isEmpty ? EventType.allCases : events),
      createdAt: work.now, failingSince: nil, disabling: nil)
    try work.records.insert(webhook, secret: secret)
    try work.note(
      "webhook add", .webhook, webhook.id.uuid,
      [FieldChange("code", from: nil, to: code.text), FieldChange("url", from: nil, to: url)])
    return Outcome(webhook: webhook, secret: WebhookSignature.text(of: secret))
  }
}

/// Goes on with a webhook that was given up: what waits for it is due at once.
public struct ResumeWebhook: Change {
  public static let right = Right.exchange

  public let webhook: Reference<Webhook>
  public let reason: String?

  public init(_ webhook: Reference<Webhook>, reason: String?) {
    self.webhook = webhook
    self.reason = reason
  }

  public func carryOut(_ work: Work) throws -> Webhook {
    let webhook = try work.records.webhook(named: webhook)
    guard webhook.disabling != nil else { return webhook }
    try work.records.setState(of: webhook.id, failingSince: nil, disabling: nil)
    try work.note(
      "webhook resume", .webhook, webhook.id.uuid, reason: reason,
      [FieldChange("state", from: "disabled", to: "active")])
    return try work.records.webhook(named: .id(webhook.id))
  }
}

/// Ends a webhook for good, with its secret and what was on its way.
public struct RemoveWebhook: Change {
  public static let right = Right.exchange

  public let webhook: Reference<Webhook>
  public let reason: String?

  public init(_ webhook: Reference<Webhook>, reason: String?) {
    self.webhook = webhook
    self.reason = reason
  }

  public func carryOut(_ work: Work) throws -> Webhook {
    let webhook = try work.records.webhook(named: webhook)
    try work.records.remove(webhook.id)
    try work.note(
      "webhook remove", .webhook, webhook.id.uuid, reason: reason,
      [FieldChange("code", from: webhook.code.text, to: nil)])
    return webhook
  }
}

/// Delivers events again, under the identifiers that they had: one, delivered or not, or all whose attempts came to an end.
public struct RedeliverEvents: Change {
  public static let right = Right.exchange

  public let webhook: Reference<Webhook>
  /// The one; all that failed where nil.
  public let event: EventID?

  public init(_ webhook: Reference<Webhook>, event: EventID? = nil) {
    self.webhook = webhook
    self.event = event
  }

  /// How many are due again.
  public struct Outcome: Sendable {
    public let webhook: Webhook
    public let count: Int
  }

  public func carryOut(_ work: Work) throws -> Outcome {
    let webhook = try work.records.webhook(named: webhook)
    let count = try work.records.dispatchAgain(event, to: webhook.id, at: work.now)
    if let event, count == 0 { throw EventUnknown(event: event, webhook: webhook.code) }
    try work.note(
      "webhook redeliver", .webhook, webhook.id.uuid,
      [FieldChange("events", from: nil, to: event?.description ?? String(count))])
    return Outcome(webhook: webhook, count: count)
  }
}

/// A webhook was never to be told of an event, or that was long ago.
public struct EventUnknown: Explainable, Hashable {
  public let event: EventID
  public let webhook: WebhookCode

  public var explanation: Explanation {
    Explanation(
      .notFound, "event-unknown", "nothing is known of an event \(event) for \(webhook)",
      remedy: "look at the deliveries of the webhook", field: "event")
  }
}

/// The webhooks, without their secrets, in the order they were added.
public struct ListWebhooks: Inquiry {
  public static let right: Right? = .exchange

  public let page: PageRequest

  public init(page: PageRequest = PageRequest()) {
    self.page = page
  }

  public func answer(_ reading: Reading) throws -> Page<Webhook> {
    try page.page(of: reading.records.webhooks()) { $0.id.description }
  }
}

/// One webhook, without its secret.
public struct ShowWebhook: Inquiry {
  public static let right: Right? = .exchange

  public let webhook: Reference<Webhook>

  public init(_ webhook: Reference<Webhook>) {
    self.webhook = webhook
  }

  public func answer(_ reading: Reading) throws -> Webhook {
    try reading.records.webhook(named: webhook)
  }
}

/// Events for a webhook, the latest first: how their delivery stands.
public struct ListDispatches: Inquiry {
  public static let right: Right? = .exchange

  public let webhook: Reference<Webhook>
  public let state: EventDispatch.State?
  public let page: PageRequest

  public init(
    _ webhook: Reference<Webhook>, state: EventDispatch.State? = nil, page: PageRequest = PageRequest()
  ) {
    self.webhook = webhook
    self.state = state
    self.page = page
  }

  public func answer(_ reading: Reading) throws -> Page<EventDispatch> {
    let webhook = try reading.records.webhook(named: webhook)
    return try reading.records.dispatches(to: webhook.id, state: state, page: page)
  }
}

extension Records {
  func webhook(named reference: Reference<Webhook>) throws -> Webhook {
    let found =
      switch reference {
      case .id(let id): try webhook(id)
      case .code(let code): try webhook(code)
      }
    guard let found else { throw NotFound(.webhook, reference.description) }
    return found
  }
}

/// How deliveries are signed: the symmetric signature of Standard Webhooks 1.0.
enum WebhookSignature {
  private static let prefix = "whsec_"

  /// A secret as it is given to whoever verifies.
  static func text(of secret: [UInt8]) -> String { prefix + Base64.standard.encode(secret) }

  /// `v1,` and the HMAC-SHA256 of identifier, seconds since 1970 and body, with points between them, in base 64.
  static func of(_ body: [UInt8], id: String, seconds: Int64, secret: [UInt8]) throws -> String {
    let signed = Array("\(id).\(seconds).".utf8) + body
    return "v1," + Base64.standard.encode(try MessageAuthentication(key: secret).code(for: signed).octets)
  }
}
