public import Catalogue
public import Values

/// The identity of a launch session; also the cmi5 session id of everything said in it.
public typealias LaunchSessionID = Identifier<LaunchSession>

/// One launch of one unit for one learner, until it ends (cmi5 §9.3, §9.6.3.1).
public struct LaunchSession: Sendable, Hashable {
  /// How long a session may last at the most: so long its credentials may open anything.
  public static let longestSeconds: Int64 = 24 * 3600
  /// How long after its end what was said before may still arrive (cmi5 §9.3.8: “wait a specified period of time”).
  public static let graceSeconds: Int64 = 10

  public let id: LaunchSessionID
  public let enrolment: EnrolmentID
  /// The unit's key within the version.
  public let activity: String
  public let mode: LaunchMode
  public let launchedAt: Instant
  public private(set) var state: LaunchSessionState
  /// By the unit's own account.
  public private(set) var initializedAt: Instant?
  /// By the unit's own account.
  public private(set) var terminatedAt: Instant?
  /// When the last statement of the unit came.
  public private(set) var spokeAt: Instant?
  /// When it came to its end here.
  public private(set) var endedAt: Instant?
  /// The statements by which the unit completed, passed or failed.
  public private(set) var decisions: [UnitVerb: UUID]

  public init(
    id: LaunchSessionID, enrolment: EnrolmentID, activity: String, mode: LaunchMode, launchedAt: Instant,
    state: LaunchSessionState = .launched, initializedAt: Instant? = nil, terminatedAt: Instant? = nil,
    spokeAt: Instant? = nil, endedAt: Instant? = nil, decisions: [UnitVerb: UUID] = [:]
  ) {
    self.id = id
    self.enrolment = enrolment
    self.activity = activity
    self.mode = mode
    self.launchedAt = launchedAt
    self.state = state
    self.initializedAt = initializedAt
    self.terminatedAt = terminatedAt
    self.spokeAt = spokeAt
    self.endedAt = endedAt
    self.decisions = decisions
  }

  /// One thing that the unit says.
  public struct Utterance: Sendable, Hashable {
    /// Nil where cmi5 only allows it.
    public let verb: UnitVerb?
    public let statement: UUID
    /// When it happened, by the unit's own account.
    public let saidAt: Instant
    public let receivedAt: Instant

    public init(verb: UnitVerb?, statement: UUID, saidAt: Instant, receivedAt: Instant) {
      self.verb = verb
      self.statement = statement
      self.saidAt = saidAt
      self.receivedAt = receivedAt
    }
  }

  /// Takes what the unit says (cmi5 §9.3), in this order:
  ///
  /// 1. the session has not lasted too long;
  /// 2. initialized comes first and terminated last; what was said before the end may arrive within the grace;
  /// 3. by the unit's own account nothing happened before it was initialized;
  /// 4. in the session, each verb is said once, and of passed and failed only one;
  /// 5. in the registration, completed and passed are said once, and failed does not follow passed.
  ///
  /// - Parameter before: what statements that hold have said of the unit in this registration.
  public mutating func take(
    _ said: Utterance, after before: Set<UnitVerb>
  ) throws(LaunchSessionRefusal) {
    guard !hasExpired(at: said.receivedAt) else { throw .expired }
    if !isLate(said) { state = try state.after(said.verb.event) }
    if let initializedAt, said.saidAt < initializedAt { throw .beforeInitialized }
    try requireOnce(said.verb, after: before)
    spokeAt = said.receivedAt
    switch said.verb {
    case .initialized: initializedAt = said.saidAt
    case .terminated: (terminatedAt, endedAt) = (said.saidAt, said.receivedAt)
    case .completed, .passed, .failed: said.verb.map { decisions[$0] = said.statement }
    case nil: break
    }
  }

  /// Hears again what is stored already, from a unit that was not told that it was heard. It changes nothing. Behind its
  /// end a unit may say again that it terminated, with whatever it said along with that, and for the grace what arrived
  /// behind it; nothing else (cmi5 §9.3.8).
  ///
  /// - Parameters:
  ///   - isWithEnd: whether it is said along with that the unit terminated.
  ///   - stored: when it was stored.
  public func hearAgain(
    withEnd isWithEnd: Bool, storedAt stored: Instant, at instant: Instant
  ) throws(LaunchSessionRefusal) {
    guard !hasExpired(at: instant) else { throw .expired }
    guard !state.hasEnded || (state == .terminated && (isWithEnd || isLate(stored, at: instant))) else {
      throw .ended(state)
    }
  }

  /// Ends the session without the unit's saying so.
  public mutating func abandon(at instant: Instant) throws(LaunchSessionRefusal) {
    state = try state.after(.abandon)
    endedAt = instant
  }

  /// Whether it goes on at an instant: its credentials open what belongs to it.
  public func isOpen(at instant: Instant) -> Bool { !state.hasEnded && !hasExpired(at: instant) }

  /// Whether what is on its way may still arrive at an instant: until the end, and for the grace behind it where the unit
  /// ended it.
  public func takesLate(at instant: Instant) -> Bool {
    isOpen(at: instant) || (state == .terminated && isWithinGrace(instant))
  }

  /// From the launch to the last that was heard of the unit (cmi5 §9.5.4.2), in microseconds.
  public var spentMicroseconds: Int64 {
    max((spokeAt ?? launchedAt).microseconds - launchedAt.microseconds, 0)
  }

  private func hasExpired(at instant: Instant) -> Bool {
    launchedAt.adding(seconds: LaunchSession.longestSeconds) <= instant
  }

  private func isWithinGrace(_ instant: Instant) -> Bool {
    endedAt.map { instant <= $0.adding(seconds: LaunchSession.graceSeconds) } ?? false
  }

  /// Whether it was said before the unit terminated, and arrives behind that within the grace.
  private func isLate(_ said: Utterance) -> Bool {
    guard state == .terminated, said.verb.event == .speak, let terminatedAt else { return false }
    return said.saidAt <= terminatedAt && isWithinGrace(said.receivedAt)
  }

  /// Whether what was stored behind the end is heard within the grace.
  private func isLate(_ stored: Instant, at instant: Instant) -> Bool {
    guard let endedAt else { return false }
    return endedAt < stored && isWithinGrace(instant)
  }

  private func requireOnce(
    _ verb: UnitVerb?, after before: Set<UnitVerb>
  ) throws(LaunchSessionRefusal) {
    switch verb {
    case .completed:
      guard decisions[.completed] == nil else { throw .saidTwice(.completed) }
      guard !before.contains(.completed) else { throw .saidBefore(.completed) }
    case .passed:
      try requireNoVerdict(.passed)
      guard !before.contains(.passed) else { throw .saidBefore(.passed) }
    case .failed:
      try requireNoVerdict(.failed)
      guard !before.contains(.passed) else { throw .failedAfterPass }
    case .initialized, .terminated, nil: break
    }
  }

  private func requireNoVerdict(_ verb: UnitVerb) throws(LaunchSessionRefusal) {
    guard decisions[verb] == nil else { throw .saidTwice(verb) }
    guard decisions[.passed] == nil, decisions[.failed] == nil else { throw .judgedTwice }
  }
}

extension UnitVerb? {
  /// What it is for the session.
  fileprivate var event: LaunchSessionState.Event {
    switch self {
    case .initialized: .initialize
    case .terminated: .terminate
    case .completed, .passed, .failed, nil: .speak
    }
  }
}
