public import CMI5
public import Enrolment
internal import Values
internal import XAPI

// What a unit says in its session, held to cmi5 (§6.3: “The LMS SHOULD reject statements that conflict”).
extension Work {
  /// The session in which a unit speaks; nil for everybody else.
  func speakingSession() throws -> LaunchSession? {
    guard let pass = principal.pass else { return nil }
    guard let found = try records.launch(pass.session) else { throw BeyondLaunch.ended }
    return found.session
  }

  /// Takes what a unit says into its session: nothing out of order, nothing twice.
  func take(
    _ received: ReceivedStatement, storedAt stored: Instant, into session: inout LaunchSession?
  ) throws {
    guard let said = received.unitStatement, var speaking = session else {
      return try refuseAfterEnd(received, storedAt: stored)
    }
    let before = try records.decisions(of: speaking.activity, in: speaking.enrolment)
    try speaking.take(
      LaunchSession.Utterance(
        verb: said.verb, statement: received.id, saidAt: said.timestamp, receivedAt: stored),
      after: before)
    session = speaking
  }

  /// For a session that has ended nothing more is recorded, whoever says it (cmi5 §9.3.6, §9.3.8). A statement that names
  /// no session costs nothing.
  private func refuseAfterEnd(_ received: ReceivedStatement, storedAt stored: Instant) throws {
    guard let named = received.namedSession, let found = try records.launch(named)?.session,
      found.enrolment.uuid == received.statement.context?.registration,
      found.state.hasEnded, !found.takesLate(at: stored)
    else { return }
    throw LaunchSessionRefusal.ended(found.state)
  }
}

extension [ReceivedStatement] {
  /// In the order that a unit says they happened in; otherwise as they came. “The order is determined by the value of the
  /// timestamp property” (§9.3).
  var inOrderOfUnit: [ReceivedStatement] {
    guard contains(where: { $0.unitStatement != nil }) else { return self }
    let places = enumerated().sorted { one, other in
      let (first, second) = (one.element.unitStatement?.timestamp, other.element.unitStatement?.timestamp)
      guard let first, let second, first != second else { return one.offset < other.offset }
      return first < second
    }
    return places.map(\.element)
  }
}

extension UnitStatementViolation: Explainable {
  public var explanation: Explanation {
    Explanation(.notPermitted, "unit-statement", "\(rule) (cmi5 §\(section))")
  }
}

extension LaunchSessionRefusal: Explainable {
  public var explanation: Explanation {
    switch self {
    case .notInitialized: told("the first thing that a unit says is that it is initialized", "9.3.2")
    case .ended(let state): told("the session is \(state.rawValue)", state == .terminated ? "9.3.8" : "9.3.6")
    case .expired: told("the session was launched longer ago than it may last", "8.2.2")
    case .beforeInitialized: told("it happened before the unit was initialized", "9.3")
    case .saidTwice(let verb): told("\(verb.rawValue) was said in this session before", "9.3")
    case .judgedTwice: told("passed or failed was said in this session before", "9.3")
    case .saidBefore(let verb): told("\(verb.rawValue) was said in this registration before", "9.3")
    case .failedAfterPass: told("the unit was passed in this registration before", "9.3")
    }
  }

  private func told(_ what: String, _ section: String) -> Explanation {
    Explanation(.notPermitted, "launch-session", "\(what) (cmi5 §\(section))")
  }
}
