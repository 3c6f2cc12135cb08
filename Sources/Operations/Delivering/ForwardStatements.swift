public import Values

/// Takes statements to other record stores, in their order, each at least once. Used by one thread.
///
/// What is to be sent next follows from the records alone: nothing is lost by an end at any moment. What was sent and not
/// noted is sent again, and the other store knows it by its id.
public final class StatementForwarding {
  private let registrar: Registrar
  private let courier: any Courier
  private let tell: @Sendable (DeliveryFailure) -> Void
  /// How many statements go together, where that is fewer than they might: one of them was refused.
  private var limits: [ForwardingID: Int] = [:]

  /// - Parameter tell: told each attempt that failed and each statement that was set aside.
  public init(
    _ registrar: Registrar, courier: any Courier, tell: @escaping @Sendable (DeliveryFailure) -> Void
  ) {
    self.registrar = registrar
    self.courier = courier
    self.tell = tell
  }

  /// Makes one attempt for each forwarding that something is due for.
  ///
  /// - Returns: when the next attempt is due; nil where there is none but for what is yet to be stored.
  public func attempt() throws -> Instant? {
    let forwardings = try registrar.store.read { try $0.forwardings() }
    limits = limits.filter { limit in forwardings.contains { $0.id == limit.key } }
    var next: Instant?
    for forwarding in forwardings where forwarding.state.pause == nil {
      guard let due = try attempt(forwarding) else { continue }
      next = min(next ?? due, due)
    }
    return next
  }

  /// When the forwarding is due again; nil where nothing is stored that it has not gone through.
  private func attempt(_ forwarding: Forwarding) throws -> Instant? {
    let now = registrar.clock()
    if let due = forwarding.state.nextAttemptAt, due > now { return due }
    let limit = limits[forwarding.id] ?? ForwardedBatch.mostStatements
    let loaded = try registrar.load(forwarding.id, limit: limit)
    guard let loaded, let batch = loaded.batch else { return nil }
    let verdict = try batch.statements.isEmpty ? .taken : send(batch, loaded)
    return try settle(loaded.forwarding, batch, verdict)
  }

  private func send(_ batch: ForwardedBatch, _ loaded: LoadedForwarding) throws -> ForwardingVerdict {
    let parcel = try batch.parcel(
      to: loaded.forwarding, secret: loaded.secret, boundary: registrar.random().description,
      contents: registrar.content)
    guard let parcel else {
      return .setAside("its attachments have more than \(ForwardedBatch.mostAttachmentOctets) bytes")
    }
    return ForwardingVerdict(courier.deliver(parcel), count: batch.statements.count)
  }

  private func settle(
    _ forwarding: Forwarding, _ batch: ForwardedBatch, _ verdict: ForwardingVerdict
  ) throws -> Instant? {
    let now = registrar.clock()
    switch verdict {
    case .calledOff: return nil
    case .tryFewer:
      limits[forwarding.id] = max(1, batch.statements.count / 2)
      return now
    case .taken:
      let limit = (limits[forwarding.id] ?? ForwardedBatch.mostStatements) * 2
      limits[forwarding.id] = limit < ForwardedBatch.mostStatements ? limit : nil
    case .setAside(let reason):
      // What the other side said may tell of somebody: the log has its status alone.
      let status = String(Substring(reason.utf8.prefix { $0 != UInt8(ascii: ":") }))
      tell(DeliveryFailure(.forwarding, forwarding.code.text, "a statement was set aside: \(status)"))
    case .tryAgain(let reason, _), .pause(let reason):
      tell(DeliveryFailure(.forwarding, forwarding.code.text, reason))
    }
    let state = try registrar.perform(
      SettleForwarding(
        forwarding: forwarding, batch: batch, verdict: verdict, chance: registrar.random().low),
      as: .owner)
    guard let state, state.pause == nil else { return nil }
    return state.nextAttemptAt ?? (batch.hasMore ? now : nil)
  }
}

/// A delivery that failed, for the log: what it was, and why. No secret, no address, nothing of what was sent.
public struct DeliveryFailure: Sendable, Hashable {
  public enum Kind: String, Sendable {
    case forwarding, webhook
  }

  public let kind: Kind
  /// The code of the forwarding or webhook.
  public let code: String
  public let reason: String

  init(_ kind: Kind, _ code: String, _ reason: String) {
    self.kind = kind
    self.code = code
    self.reason = reason
  }
}

/// A forwarding as it stands, with what is to be sent next.
struct LoadedForwarding {
  let forwarding: Forwarding
  let secret: String
  let batch: ForwardedBatch?
}

extension Registrar {
  /// Nil where it was removed or paused meanwhile.
  fileprivate func load(_ id: ForwardingID, limit: Int) throws -> LoadedForwarding? {
    try store.read { records in
      guard let forwarding = try records.forwarding(id), forwarding.state.pause == nil,
        let secret = try records.secret(of: id)
      else { return nil }
      let reading = Reading(
        records: records, principal: .owner, now: clock(), origin: origin, calendar: calendar)
      return LoadedForwarding(
        forwarding: forwarding, secret: secret, batch: try reading.batch(of: forwarding, limit: limit))
    }
  }
}

/// What an attempt comes to.
enum ForwardingVerdict: Sendable, Hashable {
  case taken
  /// One of several was refused: which one is found by sending fewer.
  case tryFewer
  /// The only one was refused, for good.
  case setAside(String)
  case tryAgain(String, retryAfterSeconds: Int?)
  /// Nothing more is sent until somebody looks at it.
  case pause(String)
  case calledOff

  /// - Parameter count: how many statements were sent.
  init(_ reception: Reception, count: Int) {
    switch reception {
    case .calledOff: self = .calledOff
    case .notAnswered(let reason, let isLasting):
      self = isLasting ? .pause(reason) : .tryAgain(reason, retryAfterSeconds: nil)
    case .answered(let status, let retryAfterSeconds, let words):
      switch status {
      case 200...299: self = .taken
      case 300...399: self = .pause("it answered \(status): redirects are not followed")
      case 401, 403: self = .pause("it answered \(status): the key does not open it")
      case 404, 405, 410: self = .pause("it answered \(status): there is no record store at the address")
      case 408, 425, 429, 500...599:
        self = .tryAgain("it answered \(status)", retryAfterSeconds: retryAfterSeconds)
      case 400...499: self = count > 1 ? .tryFewer : .setAside(told(status, words))
      default: self = .tryAgain("it answered \(status)", retryAfterSeconds: nil)
      }
    }
  }
}

private func told(_ status: Int, _ words: String) -> String {
  words.isEmpty ? "it answered \(status)" : "it answered \(status): \(words)"
}

/// Notes what came of an attempt, unless the forwarding was changed meanwhile.
private struct SettleForwarding: Change {
  static let right = Right.exchange

  let forwarding: Forwarding
  let batch: ForwardedBatch
  let verdict: ForwardingVerdict
  let chance: UInt64

  /// Nil where it was removed or is elsewhere now.
  func carryOut(_ work: Work) throws -> Forwarding.State? {
    guard let present = try work.records.forwarding(forwarding.id),
      present.state.place == forwarding.state.place
    else { return nil }
    try note(present, work)
    return try work.records.forwarding(forwarding.id)?.state
  }

  private func note(_ present: Forwarding, _ work: Work) throws {
    switch verdict {
    case .calledOff, .tryFewer: return
    case .taken:
      try work.records.setState(
        present.state.settled(upTo: batch.place, sent: batch.statements.count, at: work.now), of: present.id)
    case .setAside(let reason):
      for statement in batch.statements {
        try work.records.setAside(statement.stored, of: present.id, reason: reason, at: work.now)
      }
      try work.records.setState(
        present.state.settled(upTo: batch.place, sent: 0, at: work.now), of: present.id)
    case .tryAgain(let reason, let retryAfterSeconds):
      let wait = BackOff.milliseconds(
        failures: present.state.failures + 1, retryAfterSeconds: retryAfterSeconds, chance: chance)
      try work.records.setState(
        present.state.failed(reason, nextAttemptAt: work.now.later(milliseconds: wait)), of: present.id)
    case .pause(let reason):
      guard present.state.pause == nil else { return }
      let failed = present.state.failed(reason, nextAttemptAt: work.now)
      try work.records.setState(
        failed.paused(Forwarding.Pause(at: work.now, reason: reason)), of: present.id)
      try work.noteDelivery(
        "forwarding pause", .forwarding, present.id.uuid, reason: reason, "active", "paused")
    }
  }
}

extension Work {
  /// Appends to the history what followed from a delivery, which nobody did.
  func noteDelivery(
    _ action: String, _ kind: HistoryObject.Kind, _ id: UUID, reason: String, _ before: String,
    _ after: String
  ) throws {
    try records.append(
      HistoryEntry(
        sequence: 0, at: now, actor: "delivery", action: action, object: HistoryObject(kind: kind, id: id),
        person: nil, reason: reason, changes: [FieldChange("state", from: before, to: after)]))
  }
}
