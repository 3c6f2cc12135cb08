internal import Values
internal import Catalogue
internal import Certification
internal import Enrolment
internal import People
internal import Synchronization

/// How large a demonstration is, and which one.
public struct DemoPlan: Sendable, Hashable {
  /// Members, 1 to 500.
  public let members: Int
  /// Officers, 1 to 1,000,000; each is enrolled once, a fourth of them twice.
  public let persons: Int
  public let seed: UInt64

  /// Nil outside the bounds.
  public init?(members: Int, persons: Int, seed: UInt64) {
    guard 1...500 ~= members, 1...1_000_000 ~= persons else { return nil }
    self.members = members
    self.persons = persons
    self.seed = seed
  }
}

/// What a demonstration consists of.
public struct DemoSummary: Sendable, Hashable {
  public internal(set) var parties = 0
  public internal(set) var persons = 0
  public internal(set) var sessions = 0
  public internal(set) var enrolments = 0
  public internal(set) var certificates = 0
}

extension Registrar {
  /// Fills the records with a plainly marked demonstration: thirty months of sessions, January 2024 to June 2026, the
  /// recorded instants too. The same plan gives the same records, public codes apart.
  ///
  /// Everything is done through the operations that people use, a session or a thousand people a transaction.
  public func generateDemo(
    _ plan: DemoPlan, as principal: Principal, progress: (Int) -> Void = { _ in }
  ) throws -> DemoSummary {
    try permit(.changeRecords, to: principal, doing: "generate demo")
    let clock = DemoClock()
    let generation = DemoGeneration(
      plan: plan, random: DemoRandom(seed: plan.seed), clock: clock,
      timeline: Timeline(after: nil, clock: { clock.now }))
    guard try store.read({ try $0.party(DemoGeneration.issuer) == nil }) else {
      throw AlreadyExists(.party, DemoGeneration.issuer.text)
    }
    return try generation.run(registrar: self, principal: principal, progress: progress)
  }

  /// Carries out a part of a demonstration in one transaction, at the demonstration's own instants.
  func generate<Output: Sendable>(
    _ generation: DemoGeneration, as principal: Principal, _ body: @escaping @Sendable (Work) throws -> Output
  ) throws -> Output {
    try store.write(dated: generation.timeline) { records in
      try body(
        Work(
          records: records, principal: principal, origin: origin, calendar: calendar, rules: rules,
          random: random,
          identifierBits: generation.random.bits))
    }
  }
}

/// The clock of a demonstration: it stands wherever it was set.
final class DemoClock: Sendable {
  private let instant = Mutex(Int64(0))

  var now: Instant { Instant(microseconds: instant.withLock { $0 }) }

  func set(_ day: Day, hour: Int64 = 9) {
    instant.withLock { $0 = Instant.startOfDayInUTC(day).adding(seconds: hour * 3600).microseconds }
  }
}
