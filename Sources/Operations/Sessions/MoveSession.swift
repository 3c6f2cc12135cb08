public import Enrolment
public import Values

/// Takes a session one step through its life. Closing lets open enrolments run out; cancelling withdraws them.
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
    switch event {
    case .close: try endEnrolments(of: session, by: .expire, work)
    case .cancel: try endEnrolments(of: session, by: .withdraw, work)
    case .open, .confirm, .start, .deliver, .report: break
    }
    return try work.records.session(named: .id(session.id))
  }

  private func endEnrolments(of session: Session, by event: EnrolmentState.Event, _ work: Work) throws {
    for state in [EnrolmentState.waiting, .enrolled, .started] {
      let filter = EnrolmentFilter(session: session.id, state: state)
      while true {
        let page = try work.records.enrolments(
          filter, within: .everything, page: PageRequest(limit: 1000))
        for enrolment in page.items { try work.move(enrolment, by: event, reason: reason) }
        if page.next == nil { break }
      }
    }
  }
}
