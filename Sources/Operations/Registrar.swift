public import Certificates
public import Values

/// The house as both doors see it: they ask it to carry out operations, and it knows who may and where records are.
public struct Registrar: Sendable {
  public let store: any Store
  public let packages: any PackageOpening
  public let content: any ContentKeeping
  /// Where the private halves of the keys are that credentials are signed with.
  public let credentialKeys: any CredentialKeyKeeping
  /// The words that certificates are printed in, one for each language; read when the first is printed.
  public let wordings: @Sendable () throws -> [CertificateWording]
  /// The address that identifiers begin with; fixed when the data folder was created, whatever the port.
  public let origin: String
  /// Turns instants into days of named time zones.
  public let calendar: Calendar
  /// The present, from the system's clock.
  public let clock: @Sendable () -> Instant
  /// 128 bits from the system's secure random source.
  public let random: @Sendable () -> UUID

  /// The languages that reports are told in.
  public let languages: ReportLanguages

  /// Where the records are reached while they are served.
  public let served: ServedAddresses

  let rules: VersionRules
  let keys: KnownKeys
  let launches: KnownLaunches
  let definitions: KnownDefinitions
  let jobs: JobsUnderWay
  let statementsUnderWay: StatementsUnderWay
  let signingKey: SigningKey
  let statusSnapshots: StatusSnapshots
  private let attempts: RefusedAttempts

  public init(
    store: any Store, packages: any PackageOpening, content: any ContentKeeping,
    credentialKeys: any CredentialKeyKeeping,
    wordings: @escaping @Sendable () throws -> [CertificateWording] = { [] }, origin: String,
    calendar: Calendar, languages: ReportLanguages = .englishOnly,
    clock: @escaping @Sendable () -> Instant, random: @escaping @Sendable () -> UUID
  ) {
    self.store = store
    self.packages = packages
    self.content = content
    self.credentialKeys = credentialKeys
    self.wordings = wordings
    self.origin = origin
    self.calendar = calendar
    self.languages = languages
    self.clock = clock
    self.random = random
    served = ServedAddresses()
    rules = VersionRules()
    keys = KnownKeys()
    launches = KnownLaunches()
    definitions = KnownDefinitions()
    attempts = RefusedAttempts()
    jobs = JobsUnderWay()
    statementsUnderWay = StatementsUnderWay()
    signingKey = SigningKey()
    statusSnapshots = StatusSnapshots()
  }

  /// Carries out a change in one transaction and returns when it is durable.
  ///
  /// On terms, it throws `AnsweredBefore` where the request was carried out before, and what the condition throws.
  public func perform<C: Change>(
    _ change: C, as principal: Principal, on terms: Terms<C.Outcome> = .none
  ) throws -> C.Outcome {
    try permit(change.neededRight, to: principal, doing: C.name)
    defer { if C.right == .administerKeys { keys.forget() } }
    do {
      return try store.write { try change.carryOut(work($0, for: principal), on: terms) }
    } catch {
      throw tellable(error, to: principal, doing: C.name)
    }
  }

  /// As `perform(_:as:on:)`, without waiting: the completion is called once, on the writer's thread.
  public func perform<C: Change>(
    _ change: C, as principal: Principal, on terms: Terms<C.Outcome> = .none,
    completion: @escaping @Sendable (Result<C.Outcome, any Error>) -> Void
  ) {
    do {
      try permit(change.neededRight, to: principal, doing: C.name)
    } catch {
      return completion(.failure(error))
    }
    store.write({ try change.carryOut(work($0, for: principal), on: terms) }) { outcome in
      if C.right == .administerKeys { keys.forget() }
      completion(outcome.mapError { tellable($0, to: principal, doing: C.name) })
    }
  }

  /// Answers a question from one snapshot of the records.
  public func answer<Q: Inquiry>(_ inquiry: Q, as principal: Principal) throws -> Q.Answer {
    if let right = inquiry.neededRight { try permit(right, to: principal, doing: Q.name) }
    let now = try Q.looksBack ? store.dividingInstant() : present
    do {
      return try store.read {
        try inquiry.answer(
          Reading(
            records: $0, principal: principal, now: now, origin: origin, calendar: calendar,
            languages: languages))
      }
    } catch {
      throw tellable(error, to: principal, doing: Q.name)
    }
  }

  /// The present; where the clock went back, the instant of the latest record.
  var present: Instant {
    max(clock(), store.latestInstant ?? clock())
  }

  private func work(_ records: any WritableRecords, for principal: Principal) -> Work {
    Work(
      records: records, principal: principal, origin: origin, calendar: calendar, rules: rules,
      served: served.current, random: random, identifierBits: random)
  }
}

// Who may, and what they are told.
extension Registrar {
  /// Throws `NotPermitted` unless the principal has the right, and keeps that it was tried.
  ///
  /// - Parameter action: what it is needed for, in a few words that name nothing: `show person`.
  public func permit(_ right: Right, to principal: Principal, doing action: String) throws {
    guard principal.has(right) else {
      throw tellable(NotPermitted(right: right), to: principal, doing: action)
    }
  }

  /// An error as the principal may know it: what lies out of reach is not there. That it was tried is kept.
  private func tellable(_ error: any Error, to principal: Principal, doing action: String) -> any Error {
    switch error {
    case let hidden as OutOfReach:
      attempts.note(action, .outOfReach, by: principal, at: clock(), in: store)
      return hidden.notFound
    case let refusal as any Explainable where refusal.explanation.category == .notPermitted:
      attempts.note(action, .notPermitted, by: principal, at: clock(), in: store)
      return refusal
    default: return error
    }
  }
}

/// A use case that changes the records. Whether it is permitted is decided before its transaction begins, how far the
/// permission goes within it.
public protocol Change: Sendable {
  associatedtype Outcome: Sendable
  /// What the principal must be allowed to do.
  static var right: Right { get }
  /// What it must be allowed to do for this very change; `right` unless there are several.
  var neededRight: Right { get }
  /// Does it: reads, lets the domain decide, writes. Whatever it throws, nothing is changed.
  func carryOut(_ work: Work) throws -> Outcome
}

extension Change {
  public var neededRight: Right { Self.right }

  /// The use case in words, `record result`: what stands where it was refused.
  public static var name: String { words(ofTypeNamed: "\(Self.self)") }
}

/// A use case that only reads.
public protocol Inquiry: Sendable {
  associatedtype Answer
  /// What the principal must be allowed to see; nil where the answer is public by design.
  static var right: Right? { get }
  /// What it must be allowed to see for this very inquiry; `right` unless there are several.
  var neededRight: Right? { get }
  /// Whether it asks for the records as of an instant, so that whatever bears an earlier one has to be seen.
  static var looksBack: Bool { get }
  func answer(_ reading: Reading) throws -> Answer
}

extension Inquiry {
  public static var looksBack: Bool { false }

  public var neededRight: Right? { Self.right }

  /// The use case in words, `show person`: what stands where it was refused.
  public static var name: String { words(ofTypeNamed: "\(Self.self)") }
}

/// What an inquiry has at hand: one snapshot, who asks, and the present.
public struct Reading {
  public let records: any Records
  let principal: Principal
  public let now: Instant
  public let origin: String
  public let calendar: Calendar
  /// The languages that reports are told in.
  var languages = ReportLanguages.englishOnly

  /// How far who asks may see.
  var grant: Grant { principal.grant }
}

/// `ShowPerson` as `show person`.
private func words(ofTypeNamed name: String) -> String {
  var octets: [UInt8] = []
  for octet in name.utf8 {
    let isCapital = (0x41...0x5A).contains(octet)
    if isCapital, !octets.isEmpty { octets.append(0x20) }
    octets.append(isCapital ? octet | 0x20 : octet)
  }
  return String(decoding: octets, as: UTF8.self)
}
