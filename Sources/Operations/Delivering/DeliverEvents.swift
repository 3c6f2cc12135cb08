public import Values

/// Tells webhooks what happened, each event at least once and always under the same identifier. Used by one thread.
public final class EventDelivery {
  private let registrar: Registrar
  private let courier: any Courier
  private let tell: @Sendable (DeliveryFailure) -> Void

  /// How many are taken to their webhooks before it is looked again.
  private static let mostAtOnce = 16

  /// - Parameter tell: told each attempt that failed.
  public init(
    _ registrar: Registrar, courier: any Courier, tell: @escaping @Sendable (DeliveryFailure) -> Void
  ) {
    self.registrar = registrar
    self.courier = courier
    self.tell = tell
  }

  /// Makes an attempt for what is due. Of one webhook that fails nothing more is tried in the same round.
  ///
  /// - Returns: when the next attempt is due; nil where nothing is pending.
  public func attempt() throws -> Instant? {
    let now = registrar.present
    let due = try registrar.store.read { records in
      try records.dueDispatches(at: now, limit: EventDelivery.mostAtOnce).map { due in
        (due: due, secret: try records.secret(of: due.webhook.id) ?? [])
      }
    }
    var failed: Set<WebhookID> = []
    for (due, secret) in due where !failed.contains(due.webhook.id) {
      let verdict = DispatchVerdict(courier.deliver(try due.parcel(at: registrar.clock(), secret: secret)))
      if case .calledOff = verdict { return nil }
      if let reason = verdict.failure {
        failed.insert(due.webhook.id)
        tell(DeliveryFailure(.webhook, due.webhook.code.text, reason))
      }
      try registrar.perform(
        SettleDispatch(due: due, verdict: verdict, chance: registrar.random().low), as: .owner)
    }
    return try registrar.store.read { try $0.nextDispatchDue() }
  }
}

extension DueDispatch {
  /// The request in the form of Standard Webhooks 1.0.
  fileprivate func parcel(at now: Instant, secret: [UInt8]) throws -> Parcel {
    let (id, seconds) = (event.id.description, now.microseconds / 1_000_000)
    return Parcel(
      url: webhook.url,
      headers: [
        (name: "Content-Type", value: "application/json"), (name: "webhook-id", value: id),
        (name: "webhook-timestamp", value: String(seconds)),
        (
          name: "webhook-signature",
          value: try WebhookSignature.of(event.payload, id: id, seconds: seconds, secret: secret)
        ),
      ], body: event.payload)
  }
}

/// When an event is tried again: after the attempt of each number, in seconds, as Standard Webhooks advises.
enum DispatchSchedule {
  static let waits: [Int64] = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400]

  /// How long a webhook may fail, every attempt of it, before it is given up, in seconds.
  static let patience: Int64 = 5 * 86_400

  /// The wait in milliseconds after so many attempts, longer by up to a tenth by chance; nil where none follows.
  static func milliseconds(afterAttempts count: Int, retryAfterSeconds: Int?, chance: UInt64) -> Int64? {
    guard count >= 1, count <= waits.count else { return nil }
    let wait = waits[count - 1] * 1000
    let asked = Int64(min(max(retryAfterSeconds ?? 0, 0), 86_400)) * 1000
    return max(wait, asked) + Int64(chance % UInt64(wait / 10 + 1))
  }
}

/// What an attempt comes to.
enum DispatchVerdict: Sendable, Hashable {
  case taken(status: Int)
  case tryAgain(String, retryAfterSeconds: Int?)
  /// The webhook is to be given up at once.
  case giveUp(String)
  case calledOff

  init(_ reception: Reception) {
    switch reception {
    case .calledOff: self = .calledOff
    case .notAnswered(let reason, let isLasting):
      self = isLasting ? .giveUp(reason) : .tryAgain(reason, retryAfterSeconds: nil)
    case .answered(200...299, _, _): self = .taken(status: 200)
    case .answered(410, _, _): self = .giveUp("it answered 410: nobody wants to be told there any more")
    case .answered(let status, let retryAfterSeconds, _):
      self = .tryAgain("it answered \(status)", retryAfterSeconds: retryAfterSeconds)
    }
  }

  /// Why it failed; nil where it did not.
  var failure: String? {
    switch self {
    case .taken, .calledOff: nil
    case .tryAgain(let reason, _), .giveUp(let reason): reason
    }
  }
}

/// Notes what came of an attempt, unless the webhook was removed meanwhile.
private struct SettleDispatch: Change {
  static let right = Right.exchange

  let due: DueDispatch
  let verdict: DispatchVerdict
  let chance: UInt64

  func carryOut(_ work: Work) throws {
    guard let webhook = try work.records.webhook(due.webhook.id) else { return }
    switch verdict {
    case .calledOff: return
    case .taken:
      try note(.delivered, "it was taken", next: work.now, work)
      if webhook.failingSince != nil {
        try work.records.setState(of: webhook.id, failingSince: nil, disabling: webhook.disabling)
      }
    case .tryAgain(let reason, let retryAfterSeconds):
      let wait = DispatchSchedule.milliseconds(
        afterAttempts: due.attempts + 1, retryAfterSeconds: retryAfterSeconds, chance: chance)
      try note(wait == nil ? .failed : .pending, reason, next: work.now.later(milliseconds: wait ?? 0), work)
      let since = webhook.failingSince ?? work.now
      let isHopeless = work.now.microseconds - since.microseconds >= DispatchSchedule.patience * 1_000_000
      try settle(
        webhook, failingSince: since,
        givenUp: isHopeless
          ? "every attempt has failed since \(since.text(fractionDigits: 0)); last, \(reason)" : nil, work)
    case .giveUp(let reason):
      try note(.pending, reason, next: work.now, work)
      try settle(webhook, failingSince: webhook.failingSince ?? work.now, givenUp: reason, work)
    }
  }

  private func note(_ state: EventDispatch.State, _ outcome: String, next: Instant, _ work: Work) throws {
    try work.records.note(
      state, of: due.event.id, to: due.webhook.id, attempts: due.attempts + 1, outcome: outcome,
      nextAttemptAt: next, at: work.now)
  }

  private func settle(
    _ webhook: Webhook, failingSince since: Instant, givenUp reason: String?, _ work: Work
  ) throws {
    let isNew = reason != nil && webhook.disabling == nil
    let disabling = isNew ? reason.map { Webhook.Disabling(at: work.now, reason: $0) } : webhook.disabling
    try work.records.setState(of: webhook.id, failingSince: since, disabling: disabling)
    if isNew, let reason {
      try work.noteDelivery(
        "webhook disable", .webhook, webhook.id.uuid, reason: reason, "active", "disabled")
    }
  }
}
