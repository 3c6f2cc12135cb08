public import Enrolment
public import Values

/// Takes a session one step through its life. Closing fails whom the last attempt failed and lets the other open
/// enrolments run out; cancelling withdraws them.
public struct MoveSession: Change {
  public static let right = Right.planSessions

  public let session: Reference<Session>
  public let event: SessionState.Event
  public let reason: String?

  public init(session: Reference<Session>, event: SessionState.Event, reason: String? = nil) {
    self.session = session
    self.event = event
    self.reason = reason
  }

  public func carryOut(_ work: Work) throws -> Session {
    let session = try work.reached.session(named: session)
    let state = try session.state.after(event)
    try work.records.setState(state, of: session.id)
    try work.note(
      "session \(event.rawValue)", .session, session.id.uuid, reason: reason,
      [FieldChange("state", from: session.state.rawValue, to: state.rawValue)])
    if state.endOfEnrolments != nil { try endEnrolments(of: session, in: state, work) }
    return try work.records.session(named: .id(session.id))
  }

  /// Who has come to no end is brought to one, as the records and the end of the session ask for.
  private func endEnrolments(of session: Session, in end: SessionState, _ work: Work) throws {
    for state in EnrolmentState.allCases where !state.hasEnded {
      let filter = EnrolmentFilter(session: session.id, state: state)
      while true {
        let page = try work.records.enrolments(
          filter, within: .everything, page: PageRequest(limit: 1000))
        for enrolment in page.items { try work.end(enrolment, in: end, reason: reason) }
        if page.next == nil { break }
      }
    }
  }
}

extension Work {
  /// Ends an enrolment that is not ended yet with its session.
  fileprivate func end(_ enrolment: Enrolment, in session: SessionState, reason: String?) throws {
    let rule = try rules.rule(of: enrolment.version, in: records)
    let progress = try records.progress(of: enrolment.id)
    let outcome = progress.outcome(launches: rule.launches, passRule: rule.passRule)
    guard let event = enrolment.state.correction(for: outcome, in: session) else { return }
    let facts = try progress.facts(outcome, in: enrolment.state.after(event))
    try move(enrolment, by: event, showing: facts, reason: reason)
  }
}
