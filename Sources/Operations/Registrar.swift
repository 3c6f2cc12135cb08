public import Values

/// The house as both doors see it: they ask it to carry out operations, and it knows who may and where records are.
public struct Registrar: Sendable {
  public let store: any Store
  public let packages: any PackageOpening
  public let content: any ContentKeeping
  /// The address that identifiers begin with; fixed when the data folder was created, whatever the port.
  public let origin: String
  /// Turns instants into days of named time zones.
  public let calendar: Calendar
  /// The present, from the system's clock.
  public let clock: @Sendable () -> Instant
  /// 128 bits from the system's secure random source.
  public let random: @Sendable () -> UUID

  let rules: VersionRules
  let keys: KnownKeys

  public init(
    store: any Store, packages: any PackageOpening, content: any ContentKeeping, origin: String,
    calendar: Calendar, clock: @escaping @Sendable () -> Instant, random: @escaping @Sendable () -> UUID
  ) {
    self.store = store
    self.packages = packages
    self.content = content
    self.origin = origin
    self.calendar = calendar
    self.clock = clock
    self.random = random
    rules = VersionRules()
    keys = KnownKeys()
  }

  /// Carries out a change in one transaction and returns when it is durable.
  public func perform<C: Change>(_ change: C, as principal: Principal) throws -> C.Outcome {
    try permit(C.right, to: principal)
    defer { if C.right == .administerKeys { keys.forget() } }
    return try store.write { try change.carryOut(work($0, for: principal)) }
  }

  /// As `perform(_:as:)`, without waiting: the completion is called once, on the writer's thread.
  public func perform<C: Change>(
    _ change: C, as principal: Principal,
    completion: @escaping @Sendable (Result<C.Outcome, any Error>) -> Void
  ) {
    do {
      try permit(C.right, to: principal)
    } catch {
      return completion(.failure(error))
    }
    store.write({ try change.carryOut(work($0, for: principal)) }) { outcome in
      if C.right == .administerKeys { keys.forget() }
      completion(outcome)
    }
  }

  /// Answers a question from one snapshot of the records.
  public func answer<Q: Inquiry>(_ inquiry: Q, as principal: Principal) throws -> Q.Answer {
    if let right = Q.right { try permit(right, to: principal) }
    let now = try Q.looksBack ? store.dividingInstant() : present
    return try store.read {
      try inquiry.answer(Reading(records: $0, now: now, origin: origin, calendar: calendar))
    }
  }

  /// The present; where the clock went back, the instant of the latest record.
  private var present: Instant {
    max(clock(), store.latestInstant ?? clock())
  }

  func permit(_ right: Right, to principal: Principal) throws {
    guard principal.has(right) else { throw NotPermitted(right: right) }
  }

  private func work(_ records: any WritableRecords, for principal: Principal) -> Work {
    Work(
      records: records, principal: principal, origin: origin, calendar: calendar, rules: rules,
      random: random,
      identifierBits: random)
  }
}

/// A use case that changes the records. Whether it is permitted is decided before its transaction begins.
public protocol Change: Sendable {
  associatedtype Outcome: Sendable
  /// What the principal must be allowed to do.
  static var right: Right { get }
  /// Does it: reads, lets the domain decide, writes. Whatever it throws, nothing is changed.
  func carryOut(_ work: Work) throws -> Outcome
}

/// A use case that only reads.
public protocol Inquiry: Sendable {
  associatedtype Answer
  /// What the principal must be allowed to see; nil where the answer is public by design.
  static var right: Right? { get }
  /// Whether it asks for the records as of an instant, so that whatever bears an earlier one has to be seen.
  static var looksBack: Bool { get }
  func answer(_ reading: Reading) throws -> Answer
}

extension Inquiry {
  public static var looksBack: Bool { false }
}

/// What an inquiry has at hand: one snapshot, and the present.
public struct Reading {
  public let records: any Records
  public let now: Instant
  public let origin: String
  public let calendar: Calendar
}
